"""Notebook views of objects: small tables, with all text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

from kpu_corpus.ground.printable import cut

SHOWN = 10  # rows
LONGEST = 80  # characters of a cell


def summary(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], of: int) -> str:
    """Return a title and the first rows of a table as HTML, with the total number of rows.

    >>> summary("<b>", ["essay"], [["a"]], of=1).split("<table")[0]
    '<p><strong>&lt;b&gt;</strong></p>'
    """
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>"
        for row in islice(rows, SHOWN)
    )
    more = f"<p>{SHOWN} of {of:,} rows</p>" if of > SHOWN else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<p><strong>{escape(title)}</strong></p>{table}{more}"


def _cell(value: object) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    text = " ".join(str(value if value is not None else "").split())
    return escape(cut(text, LONGEST))
