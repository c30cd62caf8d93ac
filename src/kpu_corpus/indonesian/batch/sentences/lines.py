"""Lines of many texts as columns; lines wrapped in mid-sentence are joined to the next."""

from __future__ import annotations

from ctypes import CDLL, byref
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.characters import BLANKS, BREAK, FEED
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import LOWER, NEEDS_BLANK
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.sentences.sentences import FULL_LINE, LONGEST_LINE, RAGGED, SHORTEST_LINE


class Lines(NamedTuple):
    """Lines by place: their chunks from ``first`` to ``last``, and their stretch.

    ``marked`` tells whether a list marker opens them.
    """

    first: Longs
    last: Longs
    stretch: Longs
    marked: Bools

    def at(self, chunk: Longs) -> Longs:
        """Return the lines of some chunks."""
        return np.searchsorted(self.first, chunk, "right") - 1


def line_columns(block: Block) -> Lines:
    """Return the lines of all stretches that have something to see on them."""
    compiled = native.library()
    if compiled is not None:
        return _found(compiled, block)
    size = len(block.start)
    first = block.chunk_from(block.places(BREAK))
    first = first[np.append(True, first[1:] > first[:-1])[: len(first)] & (first < size)]
    whole = _lines(block, first, size)
    wrapped = _wrapped(block, whole)
    return _lines(block, first[np.append(True, ~wrapped)[: len(first)]], size)


def _found(compiled: CDLL, block: Block) -> Lines:
    most = len(block.marks)
    first, last, stretch, feeds = np.empty((4, most), np.int64)
    marked, wrapped = np.empty((2, most), bool)
    given, found = GivenBlock.of(block), GivenLines.of((first, last, stretch, marked))
    room = map(native.pointer, (feeds, wrapped))
    compiled.lines_find(byref(given), byref(found), *room)
    count = found.count
    return Lines(first[:count], last[:count], stretch[:count], marked[:count])


def _lines(block: Block, first: Longs, size: int) -> Lines:
    last = np.append(first[1:], size)[: len(first)] - 1
    form = block.form[first]
    blank = np.isin(block.codes[block.end[first]], BLANKS) & (first < last)
    marked = (block.forms.marker[form] > 0) & (blank | (block.forms.flags[form] & NEEDS_BLANK == 0))
    return Lines(first, last, block.stretch(first), marked)


def _wrapped(block: Block, lines: Lines) -> Bools:
    """Whether the break after each line but the last falls inside a sentence."""
    if len(lines.first) < 2:
        return np.zeros(0, bool)
    feed = block.places(FEED)
    before, after = block.end[lines.last[:-1]], block.start[lines.first[1:]]
    feeds = np.searchsorted(feed, after) - np.searchsorted(feed, before)
    adjacent = (feeds < 2) & (lines.stretch[1:] == lines.stretch[:-1])
    size = block.end[lines.last] - block.start[lines.first]
    here, after = size[:-1], size[1:]
    closing = block.codes[block.end[lines.last[:-1]] - 1]
    possible = adjacent & ~lines.marked[1:] & ~np.isin(closing, _CLOSES)
    # The line before counts where it stands directly above; else the one after stands for it.
    above = np.append(after[:1], np.where(adjacent[:-1], size[:-2], after[1:]))
    word = block.end[lines.first[1:]] - block.start[lines.first[1:]]
    alike = (np.abs(after - here) <= RAGGED) | (np.abs(above - here) <= RAGGED)
    full = (here >= FULL_LINE) & (here <= LONGEST_LINE)
    ragged = alike & full & (here + 1 + word > np.maximum(after, above))
    lower = block.flags(lines.first[1:]) & LOWER != 0
    onward = (closing != ord(";")) & ((here >= SHORTEST_LINE) | np.isin(closing, _GOES_ON))
    wrapped: Bools = possible & np.where(lower, onward, ragged)
    return wrapped


_CLOSES = [ord(char) for char in ".!?:…"]
_GOES_ON = [ord(","), ord("-")]
