"""TOML that people wrote, strangers too, read within bounds: no file stops the program."""

from __future__ import annotations

import tomllib
from typing import Any

MAX_CHARACTERS = 4 * 1024**2
MAX_STOPS = 2_000  # in a line: the parser's time grows with the square of a key's parts


def parsed(text: str) -> dict[str, Any]:
    """Return what a TOML text holds; raise ValueError for one that is none, or out of bounds.

    >>> parsed('title = "Nilai"')
    {'title': 'Nilai'}
    """
    if len(text) > MAX_CHARACTERS:
        raise ValueError(f"{len(text)} characters; at most {MAX_CHARACTERS} are read")
    if max(line.count(".") for line in text.split("\n")) > MAX_STOPS:
        raise ValueError(f"a line with more than {MAX_STOPS} full stops")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
