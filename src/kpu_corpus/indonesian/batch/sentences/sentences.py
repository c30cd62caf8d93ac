"""Units of many texts at once, the same that ``sentences`` finds in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.ground.threads import one_ahead
from kpu_corpus.indonesian.batch.chunks.chunks import Block, Stretch
from kpu_corpus.indonesian.batch.chunks.flags import APART
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.sentences.ahead import Read
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces, cut_pieces
from kpu_corpus.indonesian.batch.sentences.lines import Lines, line_columns
from kpu_corpus.indonesian.batch.sentences.markers import Markers, marker_columns
from kpu_corpus.indonesian.batch.sentences.naming import KINDS, kind_columns
from kpu_corpus.indonesian.batch.sentences.pieces import piece_columns
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms
from kpu_corpus.indonesian.batch.sentences.stops import read_stops, stop_columns
from kpu_corpus.indonesian.sentences.sentences import sentences


class UnitColumns(NamedTuple):
    """Units by place: their stretch, their places in the block, their row in ``KINDS``.

    The kind is -1 where the whole stretch is one unit.
    """

    stretch: Longs
    start: Longs
    end: Longs
    kind: Longs


class _Opened(NamedTuple):
    """Stretches ``apart`` from the others, the lines of all, those ``kept`` to be cut together.

    ``plain`` are those of them whose markers need no closer look.
    """

    apart: Bools
    lines: Lines
    kept: Bools
    markers: Markers
    plain: Bools


class _Cut(NamedTuple):
    """Pieces, which of them may open with a heading, and the ``odd`` lines, not cut so far."""

    pieces: Pieces
    doubtful: Bools
    odd: Longs


class UnitFinder:
    """Finds the units of one block after the other; what it learns of a chunk is kept."""

    def __init__(self, forms: Forms, stops: StopForms) -> None:
        self.forms, self.stops = forms, stops

    def units(self, blocks: Iterable[Block], tokens: int) -> Iterator[tuple[Block, UnitColumns]]:
        """Yield every block with the units of all its stretches, in order.

        If there are many ``tokens`` in all, other threads do for the next blocks what C can do.
        """
        opened = one_ahead(tokens, self._opened, blocks)
        read = ((block, first, self._read(block, first)) for block, first in opened)
        for (block, first, _), cut in one_ahead(tokens, self._cut, read):
            yield block, self._closed(block, first, cut)

    def _opened(self, block: Block) -> _Opened:
        apart = _apart(block)
        lines = line_columns(block, self.forms)
        kept = ~apart[lines.stretch]
        markers = marker_columns(block, self.forms, lines, kept)
        return _Opened(apart, lines, kept, markers, kept & ~markers.exact)

    def _read(self, block: Block, found: _Opened) -> Read:
        return read_stops(block, self.forms, self.stops, found.lines, found.plain)

    def _cut(self, given: tuple[Block, _Opened, Read]) -> _Cut:
        block, (_, lines, kept, markers, plain), read = given
        ends, exact = stop_columns(block, self.forms, self.stops, lines, markers, plain, read)
        exact |= markers.exact
        cut = cut_pieces(block, self.forms, lines, ends, kept & ~exact)
        return _Cut(*cut, np.flatnonzero(exact))

    def _closed(self, block: Block, found: _Opened, cut: _Cut) -> UnitColumns:
        lines = found.lines
        pieces = piece_columns(block, self.forms, lines, *cut)
        kind = kind_columns(block, self.forms, lines, pieces)
        columns = UnitColumns(lines.stretch[pieces.line], pieces.start, pieces.end, kind)
        apart = np.flatnonzero(found.apart).tolist()
        rows = [row for i in apart for row in _one_by_one(block, i)]
        if rows:
            both = zip(columns, np.array(rows, np.int64).T, strict=True)
            columns = UnitColumns(*(np.concatenate(pair) for pair in both))
            columns = UnitColumns(*(column[np.argsort(columns.start)] for column in columns))
        return columns


def _apart(block: Block) -> Bools:
    """Stretches that are not cut with the others: whole ones, odd chunks, words cut in two."""
    apart = np.array([not _runs_alone(stretch) for stretch in block.stretches], bool)
    apart[block.stretch(block.noted.having(APART))] = True
    return apart


def _runs_alone(stretch: Stretch) -> bool:
    """Running text that neither begins nor ends in the middle of a word of its source.

    Marked points of lists are cut one by one: nothing in the text itself shows where they begin.
    """
    text, start, end, running, items = stretch[:5]
    before, after = not start or text[start - 1].isspace(), end >= len(text) or text[end].isspace()
    return running and not items and before and after


def _one_by_one(block: Block, index: int) -> list[tuple[int, int, int, int]]:
    text, start, end, running, items, closes = block.stretches[index]
    shift = int(block.shift[index])
    if not running:
        return [(index, start - shift, end - shift, -1)]
    return [
        (index, unit.start - shift, unit.end - shift, KINDS.index(unit.kind))
        for unit in sentences(text, start, end, items=items, closes=closes)
    ]
