"""Quotations and parentheses of many lines at once: stretches that are kept whole."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs, begins, ranges
from kpu_corpus.indonesian.batch.chunks.characters import BRACKET, QUOTE
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.quotations import PARENTHESIS, QUOTATION, quotations


class EnclosureColumns(NamedTuple):
    """Quotations by their marks, and how far any enclosure reaches that opened before a place."""

    opens: Longs
    closes: Longs
    begins: Longs
    reach: Longs

    def hold(self, stop: Longs, close: Longs) -> Bools:
        """Whether stops lie inside an enclosure that goes on after their closing marks."""
        if not len(self.begins):
            return np.zeros(len(stop), bool)
        index = np.searchsorted(self.begins, stop) - 1
        return (index >= 0) & (self.reach[index] >= close)


def enclosure_columns(block: Block, lines: Lines, kept: Bools) -> EnclosureColumns:
    """Return the enclosures of the lines that are ``kept``."""
    quoted = _quotations(block, lines, kept)
    pairs = np.concatenate([quoted, _parentheses(block, lines)])
    pairs = pairs[np.argsort(pairs[:, 0])]
    return EnclosureColumns(
        quoted[:, 0], quoted[:, 1], pairs[:, 0], np.maximum.accumulate(pairs[:, 1])
    )


def _quotations(block: Block, lines: Lines, kept: Bools) -> Longs:
    """Pairs of marks: where opening and closing marks take turns, else as ``quotations`` says."""
    place = block.places(QUOTE)
    line = lines.at(block.chunk_at(place))
    place, line = place[kept[line]], line[kept[line]]
    if not len(place):
        return np.zeros((0, 2), np.int64)
    heads = np.flatnonzero(begins(line))
    odd = ranges(0, np.diff(heads, append=len(place))) % 2 == 1
    wrong = _opening(block, lines, place, line) == odd
    wrong[1:] |= odd[1:] & (place[1:] - place[:-1] > QUOTATION)
    wrong |= ~odd & np.append(line[1:] != line[:-1], True)  # the last mark closes nothing
    count = np.add.reduceat(wrong, heads, dtype=np.int64)
    settled = np.repeat(count == 0, np.diff(heads, append=len(place)))
    pairs = np.stack([place[settled & ~odd], place[settled & odd]], axis=1)
    start, end = block.start[lines.first], block.end[lines.last]
    rows = [
        pair
        for row in line[heads[count > 0]].tolist()
        for pair in quotations(block.text, int(start[row]), int(end[row]))
    ]
    found = np.concatenate([pairs, np.array(rows, np.int64).reshape(-1, 2)])
    return found[np.argsort(found[:, 0])]


def _opening(block: Block, lines: Lines, place: Longs, line: Longs) -> Bools:
    """Curly opening marks, and straight ones after a blank and before text."""
    mark = block.codes[place]
    after_blank = np.isin(block.codes[place - 1], _BEFORE_OPENING)
    after_blank |= block.start[lines.first[line]] == place
    before_text = ~block.blank(place + 1) & (block.codes.take(place + 1, mode="clip") != ord(","))
    straight = (mark == ord('"')) & after_blank & before_text
    opening: Bools = np.isin(mark, _OPENING) | straight
    return opening


def _parentheses(block: Block, lines: Lines) -> Longs:
    """A closing bracket and the bracket before it, where that one opens."""
    place = block.places(BRACKET)
    if len(place) < 2:
        return np.zeros((0, 2), np.int64)
    opening = block.codes[place] == ord("(")
    line = lines.at(block.chunk_at(place))
    paired = opening[:-1] & ~opening[1:] & (line[1:] == line[:-1])
    paired &= place[1:] - place[:-1] <= PARENTHESIS
    return np.stack([place[:-1][paired], place[1:][paired]], axis=1)


_OPENING = [ord(char) for char in "“„"]
_BEFORE_OPENING = [ord(char) for char in " \t\xa0([-–—"]
