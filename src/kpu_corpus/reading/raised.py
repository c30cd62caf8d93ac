"""Raised numbers of notes, which are no part of the word they stand behind."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[1-9]\d{0,2}")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)\]\"'”’»])$")
_POWER = re.compile(
    r"\b(?:(?:kilo|hekto|deka|desi|senti|mili)?(?:meter|liter)|hektare?|are|inci|pukul|jam)$", re.I
)
_PARTED = re.compile(r"\d[.,:]$")  # from minutes or cents, which are two digits


def is_note_mark(number: str, before: str) -> bool:
    """Tell whether a raised number behind a text is that of a note: "pemilu¹" is another word.

    Behind shorter words and units they are powers: "km²".

    >>> is_note_mark("1", "Kami menjaga pemilu"), is_note_mark("2", "seluas 20 km")
    (True, False)
    >>> is_note_mark("30", "Pukul 08."), is_note_mark("3", "pada tahun 2024.")
    (False, True)
    """
    if not (_NUMBER.fullmatch(number) and _NOTED.search(before)):
        return False
    return not _POWER.search(before) and not (len(number) == 2 and _PARTED.search(before))
