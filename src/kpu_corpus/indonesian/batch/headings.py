"""Headings cut off from the list points that they open: in C where they are plain."""

from __future__ import annotations

from ctypes import CDLL, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.indonesian.batch.characters import BLANKS, COLON
from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints
from kpu_corpus.indonesian.batch.flags import BEFORE_BODY, LOWER, NUMBER, SMALL, STAR, WORD
from kpu_corpus.indonesian.batch.forms import Forms
from kpu_corpus.indonesian.batch.keys import keys
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
    place, rest = np.full(len(start), -1), np.zeros(len(start), np.int64)
    if compiled is None:
        place[_may_have_heading(block, forms, start, end)] = _DOUBT
    else:
        place[:] = _DOUBT
        plain = np.flatnonzero(_plain_marker(block, forms, start, end))
        place[plain], rest[plain] = _settled(compiled, block, forms, start[plain], end[plain])
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


def _plain_marker(block: Block, forms: Forms, start: Ints, end: Ints) -> Bools:
    """Whether the list marker that opens a piece is the one that its first chunk is known for."""
    chunk = block.chunk_at(start)
    last = block.end[chunk]
    whole = (block.start[chunk] == start) & (last <= end)
    marker = forms.marker[block.form[chunk]]
    blank = np.isin(block.codes[last], BLANKS)
    plain: Bools = whole & (marker > 0) & ((marker < last - start) | blank)
    return plain


def _settled(
    compiled: CDLL, block: Block, forms: Forms, start: Ints, end: Ints
) -> tuple[Ints, Ints]:
    marker = start + forms.marker[block.form[block.chunk_at(start)]]
    place, rest = np.empty(len(start), np.int64), np.zeros(len(start), np.int64)
    compiled.headings_find(
        *(native.pointer(block.codes), c_int64(len(start))),
        *map(native.pointer, (start, marker, end)),
        *(native.pointer(_SMALL_WORDS), c_int64(len(_SMALL_WORDS))),
        *(native.pointer(_NAME_ENDS), c_int64(len(_NAME_ENDS))),
        *(native.pointer(place), native.pointer(rest)),
    )
    return place, rest


_SMALL_WORDS = keys(FUNCTION_WORDS)
_NAME_ENDS = keys({name.split()[-1].lower() for name in NAMES})


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
