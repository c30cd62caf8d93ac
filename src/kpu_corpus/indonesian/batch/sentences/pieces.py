"""Pieces of many lines as columns: cut at the stops that end a unit, headings cut off."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import ALNUM
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.sentences.ends import Ends
from kpu_corpus.indonesian.batch.sentences.headings import headings
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.sentences import ALNUM as VISIBLE
from kpu_corpus.indonesian.sentences.sentences import is_reference, line_pieces
from kpu_corpus.indonesian.sentences.unit_kinds import Piece


class Pieces(NamedTuple):
    """Pieces by place; the columns are those of ``Piece``, places are in the block."""

    start: Longs
    end: Longs
    line: Longs
    marked: Bools
    heading: Bools

    def take(self, which: Longs | Bools) -> Pieces:
        """Return the pieces at some rows."""
        columns: list[Any] = [column[which] for column in self]
        return Pieces(*columns)


def piece_columns(
    block: Block, forms: Forms, lines: Lines, ends: Ends, kept: Bools, exact: Bools
) -> Pieces:
    """Return the pieces of the ``kept`` lines; those of ``exact`` lines are cut one by one."""
    cut = _cut(block, lines, ends, kept & ~exact)
    odd = np.flatnonzero(kept & exact)
    rows = [row for line in odd.tolist() for row in _exact(block, lines, line)]
    cut = _without_headings(block, forms, cut)
    if rows:
        found = [np.array(column) for column in zip(*rows, strict=True)]
        cut = _together(cut, Pieces(*found))
    return _absorb(block, forms, lines, cut)


def _cut(block: Block, lines: Lines, ends: Ends, plain: Bools) -> Pieces:
    line = np.flatnonzero(plain)
    inside = plain[ends.line]
    close, following = ends.close[inside], ends.following[inside]
    start = np.concatenate([block.start[lines.first[line]], following])
    order = np.argsort(start)
    first = (np.arange(len(start)) < len(line))[order]
    of_line = np.concatenate([line, ends.line[inside]])[order]
    before = np.concatenate([np.zeros(len(line), np.int64), close])[order]
    final = np.append(first[1:], True)[: len(first)]
    end = np.where(final, block.end[lines.last[of_line]], np.append(before[1:], 0)[: len(first)])
    marked = np.concatenate([lines.marked[line], ends.marked[inside]])[order]
    return Pieces(start[order], end, of_line, marked, np.zeros(len(order), bool))


def _exact(block: Block, lines: Lines, line: int) -> list[Piece]:
    first, last, stretch = lines.first[line], lines.last[line], int(lines.stretch[line])
    shift = int(block.shift[stretch])
    text = block.stretches[stretch].text
    start, end = int(block.start[first]) + shift, int(block.end[last]) + shift
    found = line_pieces(text, start, end, line)
    return [piece._replace(start=piece.start - shift, end=piece.end - shift) for piece in found]


def _without_headings(block: Block, forms: Forms, cut: Pieces) -> Pieces:
    """The pieces, those with a heading in two: the heading, and the rest without a marker."""
    marked = np.flatnonzero(cut.marked)
    row, end, rest = headings(block, forms, cut.start[marked], cut.end[marked])
    headed = cut.take(marked[row])
    cut.end[marked[row]] = end
    cut.heading[marked[row]] = True
    no = np.zeros(len(row), bool)
    return _together(cut, Pieces(rest, headed.end, headed.line, no, no))


def _together(cut: Pieces, found: Pieces) -> Pieces:
    both = Pieces(*(np.concatenate(pair) for pair in zip(cut, found, strict=True)))
    return both.take(np.argsort(both.start, kind="stable"))


def _absorb(block: Block, forms: Forms, lines: Lines, cut: Pieces) -> Pieces:
    """Join pieces without letter or digit, and references, as ``sentences`` does."""
    if not len(cut.start):
        return cut
    first, after = block.chunk_at(cut.start), block.chunk_from(cut.end)
    kept = _have_letter(block, forms, first, after)
    within = (block.start[first] != cut.start) | (block.end[after - 1] != cut.end)
    for index in np.flatnonzero(kept & within).tolist():
        found = VISIBLE.search(block.text, int(cut.start[index]), int(cut.end[index]))
        kept[index] = found is not None
    kept &= ~_referring(block, cut, kept)
    if kept.all():
        return cut
    stretch = lines.stretch[cut.line]
    head = np.append(True, stretch[1:] != stretch[:-1])
    heads = np.flatnonzero(head)
    count = np.add.reduceat(kept.astype(np.int64), heads)
    kept[heads[count == 0]] = True
    owner = np.flatnonzero(kept)
    # The first that is kept takes in what stands before it, each what stands after it.
    opens = np.append(True, stretch[owner[1:]] != stretch[owner[:-1]])
    start = cut.start[owner].copy()
    start[opens] = cut.start[heads]
    stop = np.append(owner[1:], len(kept)) - 1
    tail = np.append(heads[1:], len(kept)) - 1
    stop[np.append(opens[1:], True)] = tail
    return cut.take(owner)._replace(start=start, end=cut.end[stop])


def _referring(block: Block, cut: Pieces, visible: Bools) -> Bools:
    """Whether the pieces only name the source of the one before them in their line."""
    found: Bools = block.codes[cut.start] == ord("(")
    found[0] = False
    found[1:] &= (cut.line[1:] == cut.line[:-1]) & visible[:-1]
    row = np.flatnonzero(found)
    places = zip(cut.start[row].tolist(), cut.end[row].tolist(), strict=True)
    found[row] = [is_reference(block.text, *place) for place in places]
    return found


def _have_letter(block: Block, forms: Forms, first: Longs, after: Longs) -> Bools:
    """Whether a chunk from ``first`` to before ``after`` has a letter or digit; most often soon."""
    found = np.zeros(len(first), bool)
    for ahead in range(2):
        here = np.minimum(first + ahead, len(block.form) - 1)
        found |= (first + ahead < after) & (forms.flags[block.form[here]] & ALNUM != 0)
    for index in np.flatnonzero(~found).tolist():
        held = forms.flags[block.form[first[index] : after[index]]]
        found[index] = (held & ALNUM != 0).any()
    return found
