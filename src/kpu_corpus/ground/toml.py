"""TOML written by people, including strangers, read within limits: no file stops the program."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from kpu_corpus.errors import UnreadableSource

MAX_CHARACTERS = 4 * 1024**2
MAX_STOPS = 2_000  # per line: parsing time grows with the square of a key's parts
_PLACE = re.compile(r"at line (\d+), column (\d+)")
_TWICE = re.compile(r"twice|overwrite|Duplicate|immutable|already")  # as the parser says it


def parsed(text: str) -> dict[str, Any]:
    """Return the content of a TOML text; raises UnreadableSource if it is invalid or beyond the
    limits.

    >>> parsed('title = "Nilai"')
    {'title': 'Nilai'}
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableSource("toml_long", size=len(text), limit=MAX_CHARACTERS)
    if max(line.count(".") for line in text.split("\n")) > MAX_STOPS:
        raise UnreadableSource("toml_stops", limit=MAX_STOPS)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UnreadableSource("toml_deep") from error
    except ValueError as error:
        raise _told(str(error), text) from error


def _told(said: str, text: str) -> UnreadableSource:
    """Return what the parser says in English, with the line that it names: the last by its end."""
    place = _PLACE.search(said)
    at_end = "end of document" in said
    if _TWICE.search(said) and (place or at_end):
        line = int(place[1]) if place else len(text.splitlines())
        return UnreadableSource("toml_twice", line=line)
    if place:
        return UnreadableSource("toml_line", line=int(place[1]), column=int(place[2]))
    return UnreadableSource("toml_open" if at_end else "toml_value")
