"""Tables as the command line prints them, read back by the rule below their titles."""

import re


def printed(shown: str) -> tuple[list[str], list[list[str]]]:
    """Return the titles of a table, each in one line, and its rows."""
    lines = shown.splitlines()
    (rule,) = (at for at, line in enumerate(lines) if re.fullmatch(r"-+( +-+)*", line))
    places = [slice(*found.span()) for found in re.finditer("-+", lines[rule])]
    cells = [[line[place].strip() for place in places] for line in lines]
    titles = [" ".join(filter(None, parts)) for parts in zip(*cells[:rule], strict=True)]
    return titles, cells[rule + 1 :]
