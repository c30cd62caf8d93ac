"""Pieces of many lines as columns: cut at the stops that end a unit, headings cut off."""

from __future__ import annotations

import numpy as np

from kpu_corpus.ground.arrays import Bools
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.sentences.absorbing import absorb
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces, cut_pieces
from kpu_corpus.indonesian.batch.sentences.ends import Ends
from kpu_corpus.indonesian.batch.sentences.headings import headings
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.sentences import line_pieces
from kpu_corpus.indonesian.sentences.unit_kinds import Piece


def piece_columns(
    block: Block, forms: Forms, lines: Lines, ends: Ends, kept: Bools, exact: Bools
) -> Pieces:
    """Return the pieces of the ``kept`` lines; those of ``exact`` lines are cut one by one."""
    cut, doubtful = cut_pieces(block, forms, lines, ends, kept & ~exact)
    odd = np.flatnonzero(exact)
    rows = [row for line in odd.tolist() for row in _exact(block, lines, line)]
    others = [Pieces(*map(np.array, zip(*rows, strict=True)))] if rows else []
    return absorb(block, forms, lines, _with_headings(block, cut, doubtful, others))


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
