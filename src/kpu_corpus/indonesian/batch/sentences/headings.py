"""Headings cut off from the list items they open; C finds the items without one."""

from __future__ import annotations

from ctypes import Structure, byref, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.chunks.keys import Table
from kpu_corpus.indonesian.sentences.headings import STARTS, heading_end
from kpu_corpus.indonesian.sentences.unit_kinds import FUNCTION_WORDS


class Headings(NamedTuple):
    """Headings of pieces: ``row`` of the piece, where its heading ends, where the rest begins."""

    row: Longs
    end: Longs
    rest: Longs


def headings(block: Block, forms: Forms, start: Longs, end: Longs) -> Headings:
    """Return the headings of the pieces from ``start`` to ``end`` that open with a list marker."""
    doubtful = np.flatnonzero(_doubtful(block, forms, start, end))
    columns = (doubtful.tolist(), start[doubtful].tolist(), end[doubtful].tolist())
    found = [
        (row, *heading)
        for row, first, last in zip(*columns, strict=True)
        if (heading := _heading(block.text, first, last)) is not None
    ]
    return Headings(*np.array(found, np.int64).reshape(-1, 3).T)


def _heading(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the heading of a piece ends and where the rest begins; None without one."""
    place = heading_end(text, start, end)
    if place is None:
        return None
    return start + len(text[start:place].rstrip()), end - len(text[place:end].lstrip())


def _doubtful(block: Block, forms: Forms, start: Longs, end: Longs) -> Bools:
    """Whether the pieces may open with a heading; with C few may that do not."""
    found = np.ones(len(start), bool)
    compiled = native.library()
    if compiled is None:
        return found
    marker = marker_ends(block, forms, start, end)
    told = marker > 0
    columns = (start[told], marker[told], end[told])
    doubtful = np.empty(len(columns[0]), bool)
    compiled.headings_doubtful(
        *(native.pointer(block.codes), c_int64(len(doubtful))),
        *map(native.pointer, columns),
        *(byref(TABLES), native.pointer(doubtful)),
    )
    found[told] = doubtful
    return found


def marker_ends(block: Block, forms: Forms, start: Longs, end: Longs) -> Longs:
    """Return where the list marker that opens each piece ends; 0 where its chunk does not tell."""
    chunk = block.chunk_at(start)
    last = block.end[chunk]
    whole = (block.start[chunk] == start) & (last <= end)
    marker = forms.marker[block.form[chunk]]
    blank = np.isin(block.codes[last], BLANKS)
    plain = whole & (marker > 0) & ((marker < last - start) | blank)
    return np.where(plain, start + marker, 0)


class _Tables(Structure):
    _fields_ = (("small", Table), ("starts", Table))


TABLES = _Tables(Table.of(FUNCTION_WORDS), Table.of(STARTS))
"""What C looks words up in for headings and titles."""
