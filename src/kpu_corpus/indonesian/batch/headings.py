"""Headings cut off from the list points that they open: in C where they are plain."""

from __future__ import annotations

from ctypes import Structure, byref, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.indonesian.batch.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks import Block, Ints
from kpu_corpus.indonesian.batch.forms import Forms
from kpu_corpus.indonesian.batch.keys import Table
from kpu_corpus.indonesian.unit_kinds import FUNCTION_WORDS, NAMES, heading_end

DOUBT = -2
"""What C says of a piece that is not plain."""


class Headings(NamedTuple):
    """Headings of pieces: ``row`` of the piece, where its heading ends, where the rest begins."""

    row: Ints
    end: Ints
    rest: Ints


def headings(block: Block, forms: Forms, start: Ints, end: Ints) -> Headings:
    """Return the headings of the pieces from ``start`` to ``end`` that open with a list marker."""
    place, rest = _told(block, forms, start, end)
    doubtful = np.flatnonzero(place == DOUBT)
    columns = (doubtful.tolist(), start[doubtful].tolist(), end[doubtful].tolist())
    for row, first, last in zip(*columns, strict=True):
        place[row], rest[row] = _heading(block.text, first, last)
    headed = np.flatnonzero(place >= 0)
    return Headings(headed, place[headed], rest[headed])


def _heading(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the heading of a piece ends, -1 without one, and where the rest begins."""
    place = heading_end(text, start, end)
    if place is None:
        return -1, 0
    return start + len(text[start:place].rstrip()), end - len(text[place:end].lstrip())


def _told(block: Block, forms: Forms, start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """What C tells of the pieces: where headings end (-2 if in doubt), where the rest begins."""
    place, rest = np.full(len(start), DOUBT), np.zeros(len(start), np.int64)
    compiled = native.library()
    if compiled is None:
        return place, rest
    marker = marker_ends(block, forms, start, end)
    told = marker > 0
    columns = (start[told], marker[told], end[told])
    found = np.empty((2, len(columns[0])), np.int64)
    found[1] = 0
    compiled.headings_find(
        *(native.pointer(block.codes), c_int64(len(columns[0]))),
        *map(native.pointer, columns),
        *(byref(TABLES), native.pointer(found[0]), native.pointer(found[1])),
    )
    place[told], rest[told] = found
    return place, rest


def marker_ends(block: Block, forms: Forms, start: Ints, end: Ints) -> Ints:
    """Return where the list marker that opens each piece ends; 0 where its chunk does not tell."""
    chunk = block.chunk_at(start)
    last = block.end[chunk]
    whole = (block.start[chunk] == start) & (last <= end)
    marker = forms.marker[block.form[chunk]]
    blank = np.isin(block.codes[last], BLANKS)
    plain = whole & (marker > 0) & ((marker < last - start) | blank)
    return np.where(plain, start + marker, 0)


class _Tables(Structure):
    _fields_ = (("small", Table), ("names", Table))


TABLES = _Tables(Table.of(FUNCTION_WORDS), Table.of({name.split()[-1] for name in NAMES}))
"""What C looks words up in for headings and titles."""
