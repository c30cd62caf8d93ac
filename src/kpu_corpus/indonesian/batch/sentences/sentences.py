"""Units of many texts at once, the same that ``sentences`` finds in one."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block, Stretch
from kpu_corpus.indonesian.batch.chunks.flags import APART
from kpu_corpus.indonesian.batch.sentences.absorbing import absorb
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces, cut_pieces
from kpu_corpus.indonesian.batch.sentences.ends import Ends
from kpu_corpus.indonesian.batch.sentences.headings import headings
from kpu_corpus.indonesian.batch.sentences.lines import Lines, line_columns
from kpu_corpus.indonesian.batch.sentences.markers import marker_columns
from kpu_corpus.indonesian.batch.sentences.naming import KINDS, kind_columns
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms
from kpu_corpus.indonesian.batch.sentences.stops import stop_columns
from kpu_corpus.indonesian.sentences.overlong import LONGEST_UNIT, portions
from kpu_corpus.indonesian.sentences.sentences import line_pieces, uncut
from kpu_corpus.indonesian.sentences.unit_kinds import Piece


class UnitColumns(NamedTuple):
    """Units by place: their stretch, their places in the block, their row in ``KINDS``.

    The kind is -1 where the whole stretch is one unit. Those that go ``on`` belong to the sentence
    of the unit before, which is overlong.
    """

    stretch: Longs
    start: Longs
    end: Longs
    kind: Longs
    on: Bools


def unit_columns(block: Block, stops: StopForms) -> UnitColumns:
    """Return the units of every stretch of the block, in order; what stops tell is kept."""
    apart = _apart(block)
    rows = [row for i in np.flatnonzero(apart).tolist() for row in _one_by_one(block, i)]
    columns = _together(block, stops, ~apart)
    if rows:
        both = zip(columns, np.array(rows, np.int64).T, strict=True)
        columns = tuple(np.concatenate(pair) for pair in both)
        columns = tuple(column[np.argsort(columns[1])] for column in columns)
    return _cut(block, *columns)


def _together(block: Block, stops: StopForms, stretches: Bools) -> tuple[Longs, ...]:
    lines = line_columns(block)
    kept = stretches[lines.stretch]
    markers = marker_columns(block, lines, kept)
    ends, exact = stop_columns(block, stops, lines, markers, kept & ~markers.exact)
    exact |= markers.exact
    pieces = piece_columns(block, lines, ends, kept, exact)
    kind = kind_columns(block, lines, pieces)
    return lines.stretch[pieces.line], pieces.start, pieces.end, kind


def piece_columns(block: Block, lines: Lines, ends: Ends, kept: Bools, exact: Bools) -> Pieces:
    """Return the pieces of the ``kept`` lines; those of ``exact`` lines are cut one by one."""
    cut, doubtful = cut_pieces(block, lines, ends, kept & ~exact)
    odd = np.flatnonzero(exact)
    rows = [row for line in odd.tolist() for row in _exact(block, lines, line)]
    others = [Pieces(*map(np.array, zip(*rows, strict=True)))] if rows else []
    return absorb(block, lines, _with_headings(block, cut, doubtful, others))


def _exact(block: Block, lines: Lines, line: int) -> list[Piece]:
    first, last, stretch = lines.first[line], lines.last[line], int(lines.stretch[line])
    shift = int(block.shift[stretch])
    text = block.stretches[stretch].text
    start, end = int(block.start[first]) + shift, int(block.end[last]) + shift
    found = line_pieces(text, start, end, line)
    return [piece._replace(start=piece.start - shift, end=piece.end - shift) for piece in found]


def _with_headings(block: Block, cut: Pieces, which: Bools, others: list[Pieces]) -> Pieces:
    """The pieces and others, those with a heading in two: it, and the rest without a marker."""
    doubtful = np.flatnonzero(which)
    row, end, rest = headings(block.text, cut.start[doubtful], cut.end[doubtful])
    headed = cut.take(doubtful[row])
    cut.end[doubtful[row]] = end
    cut.heading[doubtful[row]] = True
    no = np.zeros(len(row), bool)
    every = (cut, Pieces(rest, headed.end, headed.line, no, no), *others)
    both = Pieces(*(np.concatenate(columns) for columns in zip(*every, strict=True)))
    return both.take(np.argsort(both.start, kind="stable"))


def _cut(block: Block, stretch: Longs, start: Longs, end: Longs, kind: Longs) -> UnitColumns:
    """Return the units with the overlong ones cut, as :func:`portions` cuts them."""
    long = np.flatnonzero((end - start > LONGEST_UNIT) & (kind >= 0))
    parts = [portions(block.text, int(start[row]), int(end[row])) for row in long.tolist()]
    times = np.ones(len(start), np.int64)
    times[long] = [len(places) for places in parts]
    row = np.repeat(np.arange(len(start)), times)
    start, end, on = start[row], end[row], np.diff(row, prepend=-1) == 0
    inside = np.isin(row, long)
    start[inside], end[inside] = np.array([*chain(*parts)], np.int64).reshape(-1, 2).T
    return UnitColumns(stretch[row], start, end, kind[row], on)


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
        for unit in uncut(text, start, end, items=items, closes=closes)
    ]
