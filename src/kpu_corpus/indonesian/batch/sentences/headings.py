"""Headings cut off from the list items they open."""

from __future__ import annotations

from ctypes import Structure
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Longs
from kpu_corpus.indonesian.batch.chunks.keys import Table
from kpu_corpus.indonesian.sentences.headings import STARTS, heading_end
from kpu_corpus.indonesian.sentences.unit_kinds import FORMULA_HEADS, FUNCTION_WORDS


class Headings(NamedTuple):
    """Headings of pieces: ``row`` of the piece, where its heading ends, where the rest begins."""

    row: Longs
    end: Longs
    rest: Longs


def headings(text: str, start: Longs, end: Longs) -> Headings:
    """Return the headings of the pieces from ``start`` to ``end`` that open with a list marker."""
    found = [
        (row, *heading)
        for row, (first, last) in enumerate(zip(start.tolist(), end.tolist(), strict=True))
        if (heading := _heading(text, first, last)) is not None
    ]
    return Headings(*np.array(found, np.int64).reshape(-1, 3).T)


def _heading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the heading of a piece ends and where the rest begins; None without one."""
    place = heading_end(text, start, end)
    if place is None:
        return None
    return start + len(text[start:place].rstrip()), end - len(text[place:end].lstrip())


class _Tables(Structure):
    _fields_ = (("small", Table), ("starts", Table), ("formulas", Table))


TABLES = _Tables(Table.of(FUNCTION_WORDS), Table.of(STARTS), Table.of(FORMULA_HEADS))
"""What C looks words up in for headings, titles and sign-offs."""
