"""Titles among the pieces of many texts: in C where they are plain."""

from __future__ import annotations

from ctypes import byref, c_int64

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.sentences.headings import TABLES, marker_ends
from kpu_corpus.indonesian.batch.sentences.pieces import Pieces
from kpu_corpus.indonesian.sentences.unit_kinds import LONGEST_TITLE, Piece, is_title

DOUBT = -2
"""What C says of a piece that is not plain."""


class Titles:
    """Which pieces are titles; each distinct text is looked at once."""

    def __init__(self, block: Block, forms: Forms, pieces: Pieces) -> None:
        self.block, self.forms, self.pieces = block, forms, pieces
        self.short = pieces.end - pieces.start <= LONGEST_TITLE
        self.known: dict[tuple[str, bool], bool] = {}

    def at(self, which: Bools) -> Bools:
        """Return whether the pieces asked for are titles; False for the others."""
        found = np.zeros(len(which), bool)
        asked = np.flatnonzero(which & self.short)
        told = _told(self.block, self.forms, self.pieces.take(asked))
        found[asked] = told == 1
        asked = asked[told == DOUBT]
        found[asked] = self._one_by_one(asked)
        return found

    def _one_by_one(self, asked: Longs) -> list[bool]:
        pieces, text, known = self.pieces, self.block.text, self.known
        columns = (pieces.start[asked], pieces.end[asked], pieces.marked[asked])
        answers = []
        for start, end, marked in zip(*(column.tolist() for column in columns), strict=True):
            body = text[start:end]
            if (body, marked) not in known:
                known[body, marked] = is_title(body, Piece(0, end - start, 0, marked))
            answers.append(known[body, marked])
        return answers


def _told(block: Block, forms: Forms, pieces: Pieces) -> Longs:
    """What C tells of the pieces: 1 for a title, 0 for none, -2 if in doubt."""
    compiled = native.library()
    if compiled is None:
        return np.full(len(pieces.start), DOUBT)
    marker = pieces.start.copy()
    marked = pieces.marked
    marker[marked] = marker_ends(block, forms, pieces.start[marked], pieces.end[marked])
    found = np.empty(len(marker), np.int64)
    compiled.headings_titles(
        *(native.pointer(block.codes), c_int64(len(marker))),
        *map(native.pointer, (pieces.start, np.maximum(marker, pieces.start), pieces.end)),
        *(byref(TABLES), native.pointer(found)),
    )
    return np.where(marker > 0, found, DOUBT)
