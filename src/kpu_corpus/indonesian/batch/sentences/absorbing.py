"""Pieces without letter or digit, and references, joined to others: in C, else in numpy."""

from __future__ import annotations

from ctypes import byref, c_int64

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs, begins
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import ALNUM
from kpu_corpus.indonesian.batch.sentences.cutting import GivenPieces, Pieces
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.sentences import ALNUM as VISIBLE
from kpu_corpus.indonesian.sentences.sentences import is_reference


def absorb(block: Block, lines: Lines, cut: Pieces) -> Pieces:
    """Return the pieces, joined as ``sentences`` does."""
    if not len(cut.start):
        return cut
    compiled = native.library()
    if compiled is None:
        kept = _visible(block, cut)
        return _joined(lines, cut, kept & ~_referring(block, cut, kept, _in_brackets(block, cut)))
    given = byref(GivenBlock.of(block)), c_int64(len(cut.start)), byref(GivenPieces.of(cut))
    told, refers = np.empty(len(cut.start), np.int8), np.empty(len(cut.start), bool)
    compiled.pieces_look(*given, native.pointer(told), native.pointer(refers))
    kept = told > 0
    _look(block, cut, kept, np.flatnonzero(told < 0))
    kept &= ~_referring(block, cut, kept, refers)
    count = compiled.pieces_join(byref(GivenLines.of(lines)), *given[1:], native.pointer(kept))
    return cut.take(slice(count))


def _look(block: Block, cut: Pieces, kept: Bools, rows: Longs) -> None:
    """Look for a letter or digit in the pieces at some rows."""
    for row in rows.tolist():
        found = VISIBLE.search(block.text, int(cut.start[row]), int(cut.end[row]))
        kept[row] = found is not None


def _visible(block: Block, cut: Pieces) -> Bools:
    """Whether the pieces have a letter or digit."""
    first, after = block.chunk_at(cut.start), block.chunk_from(cut.end)
    before = np.append(0, np.cumsum(block.flags(slice(None)) & ALNUM != 0))
    found: Bools = before[first] < before[after]
    within = (block.start[first] != cut.start) | (block.end[after - 1] != cut.end)
    _look(block, cut, found, np.flatnonzero(found & within))
    return found


def _in_brackets(block: Block, cut: Pieces) -> Bools:
    """Whether the pieces begin with a bracket and are not the first of their line."""
    found: Bools = block.codes[cut.start] == ord("(")
    found[0] = False
    found[1:] &= cut.line[1:] == cut.line[:-1]
    return found


def _referring(block: Block, cut: Pieces, visible: Bools, possible: Bools) -> Bools:
    """Whether the pieces only name the source of the one before them, which is ``visible``."""
    found = possible.copy()
    found[1:] &= visible[:-1]
    row = np.flatnonzero(found)
    places = zip(cut.start[row].tolist(), cut.end[row].tolist(), strict=True)
    found[row] = [is_reference(block.text, *place) for place in places]
    return found


def _joined(lines: Lines, cut: Pieces, kept: Bools) -> Pieces:
    """The pieces that are kept, with the others beside them in their text; one at least of each."""
    stretch = lines.stretch[cut.line]
    heads = np.flatnonzero(begins(stretch))
    count = np.add.reduceat(kept.astype(np.int64), heads)
    kept[heads[count == 0]] = True
    owner = np.flatnonzero(kept)
    # The first that is kept takes in what stands before it, each what stands after it.
    opens = begins(stretch[owner])
    start = cut.start[owner].copy()
    start[opens] = cut.start[heads]
    stop = np.append(owner[1:], len(kept)) - 1
    tail = np.append(heads[1:], len(kept)) - 1
    stop[np.append(opens[1:], True)] = tail
    return cut.take(owner)._replace(start=start, end=cut.end[stop])
