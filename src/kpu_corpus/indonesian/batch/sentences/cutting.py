"""Lines cut at the stops that end a unit: in C, else in numpy."""

from __future__ import annotations

from ctypes import Structure, byref, c_int64, c_void_p
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.ends import Ends
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.headings import TABLES
from kpu_corpus.indonesian.batch.sentences.lines import Lines


class Pieces(NamedTuple):
    """Pieces by place; the columns are those of ``Piece``, places are in the block."""

    start: Longs
    end: Longs
    line: Longs
    marked: Bools
    heading: Bools

    def take(self, which: Longs | Bools | slice) -> Pieces:
        """Return the pieces at some rows."""
        columns: list[Any] = [column[which] for column in self]
        return Pieces(*columns)


class GivenPieces(Structure):
    """Pieces as C takes them."""

    _fields_ = tuple((name, c_void_p) for name in Pieces._fields)

    @classmethod
    def of(cls, pieces: Pieces) -> GivenPieces:
        """Return the columns of pieces as C takes them."""
        return cls(*map(native.pointer, pieces))


class _GivenEnds(Structure):
    _fields_ = (("count", c_int64), *((name, c_void_p) for name in Ends._fields))


def cut_pieces(block: Block, lines: Lines, ends: Ends, plain: Bools) -> tuple[Pieces, Bools]:
    """Return the pieces of the ``plain`` lines, and which of them may open with a heading."""
    compiled = native.library()
    if compiled is None:
        found = _plainly(block, lines, ends, plain)
        return found, found.marked
    most = len(plain) + len(ends.line)
    places, marks = np.empty((3, most), np.int64), np.empty((3, most), bool)
    found, doubtful = Pieces(*places, *marks[:2]), marks[2]
    count = compiled.pieces_cut(
        *(byref(GivenBlock.of(block)), byref(GivenLines.of(lines)), native.pointer(plain)),
        *(byref(_GivenEnds(len(ends.line), *map(native.pointer, ends))), byref(TABLES)),
        *(byref(GivenPieces.of(found)), native.pointer(doubtful)),
    )
    return found.take(slice(count)), doubtful[:count]


def _plainly(block: Block, lines: Lines, ends: Ends, plain: Bools) -> Pieces:
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
