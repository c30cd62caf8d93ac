"""Pieces of many lines as columns: cut at the stops that end a unit, headings cut off."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.indonesian.batch.characters import COLON
from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints
from kpu_corpus.indonesian.batch.forms import (
    ALNUM,
    BEFORE_BODY,
    LOWER,
    NUMBER,
    SMALL,
    STAR,
    WORD,
    Forms,
)
from kpu_corpus.indonesian.batch.lines import Lines
from kpu_corpus.indonesian.batch.searching import below
from kpu_corpus.indonesian.batch.stops import Ends
from kpu_corpus.indonesian.sentences import ALNUM as VISIBLE
from kpu_corpus.indonesian.sentences import line_pieces
from kpu_corpus.indonesian.unit_kinds import Piece, heading_end

_COLON_WITHIN = 100  # a heading's colon stands this near to its head
_TITLE_CHUNKS = 9


class Pieces(NamedTuple):
    """Pieces by place; the columns are those of ``Piece``, places are in the block."""

    start: Ints
    end: Ints
    line: Ints
    marked: Bools
    heading: Bools

    def take(self, which: Ints | Bools) -> Pieces:
        """Return the pieces at some rows."""
        columns: list[Any] = [column[which] for column in self]
        return Pieces(*columns)


def piece_columns(
    block: Block, forms: Forms, lines: Lines, ends: Ends, kept: Bools, exact: Ints
) -> Pieces:
    """Return the pieces of the ``kept`` lines; those of ``exact`` lines are cut one by one."""
    plain = kept.copy()
    plain[exact] = False
    cut = _cut(block, lines, ends, plain)
    rows = [row for line in exact.tolist() for row in _exact(block, lines, line)]
    titled = np.flatnonzero(cut.marked)
    titled = titled[_may_have_heading(block, forms, cut.take(titled))]
    whole = np.ones(len(cut.start), bool)
    columns = [column[titled].tolist() for column in (cut.start, cut.end, cut.line)]
    for index, start, end, line in zip(titled.tolist(), *columns, strict=True):
        place = heading_end(block.text, start, end)
        if place is not None:
            whole[index] = False
            rows += _headed(block.text, start, place, end, line)
    found = [np.array(column) for column in zip(*rows, strict=True)] if rows else []
    if found:
        both = zip(cut.take(whole), found, strict=True)
        cut = Pieces(*(np.concatenate(pair) for pair in both))
        cut = cut.take(np.argsort(cut.start))
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
    first, last = lines.first[line], lines.last[line]
    stretch = int(block.stretch(first[None])[0])
    shift = int(block.shift[stretch])
    text = block.stretches[stretch].text
    start, end = int(block.start[first]) + shift, int(block.end[last]) + shift
    found = line_pieces(text, start, end, line)
    return [piece._replace(start=piece.start - shift, end=piece.end - shift) for piece in found]


def _may_have_heading(block: Block, forms: Forms, cut: Pieces) -> Bools:
    """Whether marked pieces neither go on small nor stop after a title, or have a colon near."""
    chunk = block.chunk_at(cut.start)
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
        title &= (here & WORD != 0) & (here & SMALL == 0) & (end <= cut.end)
        none |= title & (block.codes[end - 1] == ord(";"))
        title &= here & BEFORE_BODY == 0
    second = np.minimum(chunk + 1, final)
    colon = np.append(block.places(COLON), len(block.codes))
    near = colon[below(colon, cut.start)]
    named = (near < block.start[second] + _COLON_WITHIN) & (near + 1 < cut.end)
    starred = (flags(chunk) | flags(second)) & STAR != 0
    headed: Bools = named | starred | ~none
    return headed


def _headed(text: str, start: int, place: int, end: int, line: int) -> tuple[Piece, Piece]:
    """The heading of a piece, which ends at a place, and the rest of the piece."""
    last = start + len(text[start:place].rstrip())
    first = end - len(text[place:end].lstrip())
    return Piece(start, last, line, True, heading=True), Piece(first, end, line, False)


def _absorb(block: Block, forms: Forms, lines: Lines, cut: Pieces) -> Pieces:
    """Join pieces without letter or digit to their neighbour, as ``sentences`` does."""
    if not len(cut.start):
        return cut
    kept = _have_letter(block, forms, cut)
    for index in np.flatnonzero(kept & _within_chunk(block, cut)).tolist():
        found = VISIBLE.search(block.text, int(cut.start[index]), int(cut.end[index]))
        kept[index] = found is not None
    if kept.all():
        return cut
    stretch = block.stretch(lines.first[cut.line])
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


def _have_letter(block: Block, forms: Forms, cut: Pieces) -> Bools:
    """Whether a chunk of each piece has a letter or digit; most often one of the first two."""
    first, after = block.chunk_at(cut.start), block.chunk_from(cut.end)
    found = np.zeros(len(first), bool)
    for ahead in range(2):
        here = np.minimum(first + ahead, len(block.form) - 1)
        found |= (first + ahead < after) & (forms.flags[block.form[here]] & ALNUM != 0)
    for index in np.flatnonzero(~found).tolist():
        held = forms.flags[block.form[first[index] : after[index]]]
        found[index] = (held & ALNUM != 0).any()
    return found


def _within_chunk(block: Block, cut: Pieces) -> Bools:
    """Pieces whose head or end stands inside a chunk."""
    first = block.chunk_at(cut.start)
    last = below(block.end, cut.end)
    within: Bools = (block.start[first] != cut.start) | (block.end[last] != cut.end)
    return within
