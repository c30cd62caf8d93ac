"""Raised numbers of notes, which are no part of the word they stand behind."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\d{1,3}")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]\"'”’»])$")


def is_note_mark(number: str, before: str) -> bool:
    """Tell whether a raised number behind a text is that of a note: "pemilu¹" is another word.

    Behind shorter words they are powers: "km²".

    >>> is_note_mark("1", "Kami menjaga pemilu"), is_note_mark("2", "seluas 20 km")
    (True, False)
    """
    return _NUMBER.fullmatch(number) is not None and _NOTED.search(before) is not None
