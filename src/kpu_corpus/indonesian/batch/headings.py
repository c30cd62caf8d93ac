"""Headings cut off from the list points that they open: in C where they are plain."""

from __future__ import annotations

from ctypes import CDLL, Structure, byref, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.indonesian.batch.characters import BLANKS, COLON
from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints
from kpu_corpus.indonesian.batch.flags import BEFORE_BODY, LOWER, NUMBER, SMALL, STAR, WORD
from kpu_corpus.indonesian.batch.forms import Forms
from kpu_corpus.indonesian.batch.keys import Table
from kpu_corpus.indonesian.batch.searching import below
from kpu_corpus.indonesian.unit_kinds import FUNCTION_WORDS, NAMES, heading_end

_COLON_WITHIN = 100  # a heading's colon stands this near to its head
_TITLE_CHUNKS = 9
_DOUBT = -2


class Headings(NamedTuple):
    """Headings of pieces: ``row`` of the piece, where its heading ends, where the rest begins."""

    row: Ints
    end: Ints
    rest: Ints


def headings(block: Block, forms: Forms, start: Ints, end: Ints) -> Headings:
    """Return the headings of the pieces from ``start`` to ``end`` that open with a list marker."""
    compiled = native.library()
    if compiled is None:
        place, rest = np.full(len(start), -1), np.zeros(len(start), np.int64)
        place[_may_have_heading(block, forms, start, end)] = _DOUBT
    else:
        place, rest = _settled(compiled, block, forms, start, end)
    doubtful = np.flatnonzero(place == _DOUBT)
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


def _settled(
    compiled: CDLL, block: Block, forms: Forms, start: Ints, end: Ints
) -> tuple[Ints, Ints]:
    """What C tells of the pieces: where headings end (-2 if in doubt), where the rest begins."""
    marker = marker_ends(block, forms, start, end)
    told = marker > 0
    place, rest = np.full(len(start), _DOUBT), np.zeros(len(start), np.int64)
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


def _may_have_heading(block: Block, forms: Forms, start: Ints, stop: Ints) -> Bools:
    """Whether marked pieces neither go on small nor stop after a title, or have a colon near."""
    chunk = block.chunk_at(start)
    plain = forms.marker[block.form[chunk]] == block.end[chunk] - block.start[chunk]
    final = len(block.form) - 1

    def flags(chunk: Ints) -> Ints:
        held: Ints = forms.flags[block.form[np.minimum(chunk, final)]]
        return held

    none = np.zeros(len(chunk), bool)
    # So far no capital but the first: one word, numbers, words that titles leave small.
    open_ = plain.copy()
    title = plain.copy()  # so far nothing but words that a title may hold
    for ahead in range(1, _TITLE_CHUNKS):
        here = flags(chunk + ahead)
        none |= open_ & (here & SMALL != 0)
        open_ &= (here & NUMBER != 0) | ((here & WORD != 0) & ((ahead == 1) | (here & LOWER != 0)))
        end = block.end[np.minimum(chunk + ahead, final)]
        title &= (here & WORD != 0) & (here & SMALL == 0) & (end <= stop)
        none |= title & (block.codes[end - 1] == ord(";"))
        title &= here & BEFORE_BODY == 0
    second = np.minimum(chunk + 1, final)
    colon = np.append(block.places(COLON), len(block.codes))
    near = colon[below(colon, start)]
    named = (near < block.start[second] + _COLON_WITHIN) & (near + 1 < stop)
    starred = (flags(chunk) | flags(second)) & STAR != 0
    headed: Bools = named | starred | ~none
    return headed
