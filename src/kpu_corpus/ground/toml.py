"""TOML written by people, including strangers, read within limits: no file stops the program."""

from __future__ import annotations

import tomllib
from typing import Any

MAX_CHARACTERS = 4 * 1024**2
MAX_STOPS = 2_000  # per line: parsing time grows with the square of a key's parts


def parsed(text: str) -> dict[str, Any]:
    """Return the content of a TOML text; raises ValueError if it is invalid or beyond the limits.

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
