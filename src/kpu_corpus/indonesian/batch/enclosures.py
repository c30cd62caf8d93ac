"""Quotations and parentheses of many lines at once: what stretches are kept whole."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.indonesian.batch.chunks import BRACKET, QUOTE, Block, Bools, Ints
from kpu_corpus.indonesian.batch.lines import Lines
from kpu_corpus.indonesian.quotations import PARENTHESIS, quotations


class EnclosureColumns(NamedTuple):
    """Quotations by their marks, and how far any enclosure reaches that opened before a place."""

    opens: Ints
    closes: Ints
    begins: Ints
    reach: Ints

    def hold(self, stop: Ints, close: Ints) -> Bools:
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


def _quotations(block: Block, lines: Lines, kept: Bools) -> Ints:
    line = np.unique(lines.of_chunk[block.chunk_at(block.places(QUOTE))])
    line = line[kept[line]]
    start, end = block.start[lines.first[line]], block.end[lines.last[line]]
    rows = [
        pair
        for a, b in zip(start.tolist(), end.tolist(), strict=True)
        for pair in quotations(block.text, a, b)
    ]
    return np.array(rows, np.int64).reshape(-1, 2)


def _parentheses(block: Block, lines: Lines) -> Ints:
    """A closing bracket and the bracket before it, where that one opens."""
    place = block.places(BRACKET)
    if len(place) < 2:
        return np.zeros((0, 2), np.int64)
    opening = block.codes[place] == ord("(")
    line = lines.of_chunk[block.chunk_at(place)]
    paired = opening[:-1] & ~opening[1:] & (line[1:] == line[:-1])
    paired &= place[1:] - place[:-1] <= PARENTHESIS
    return np.stack([place[:-1][paired], place[1:][paired]], axis=1)
