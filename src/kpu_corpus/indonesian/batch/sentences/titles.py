"""Titles among the pieces of many texts."""

from __future__ import annotations

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces
from kpu_corpus.indonesian.sentences.unit_kinds import LONGEST_TITLE, Piece, is_title


class Titles:
    """Which pieces are titles; each distinct text is looked at once."""

    def __init__(self, block: Block, pieces: Pieces) -> None:
        self.block, self.pieces = block, pieces
        self.short = pieces.end - pieces.start <= LONGEST_TITLE
        self.known: dict[tuple[str, bool], bool] = {}

    def at(self, which: Bools) -> Bools:
        """Return whether the pieces asked for are titles; False for the others."""
        found = np.zeros(len(which), bool)
        asked = np.flatnonzero(which & self.short)
        found[asked] = self.one_by_one(asked)
        return found

    def one_by_one(self, asked: Longs) -> list[bool]:
        """Return whether the pieces at some rows are titles."""
        pieces, text, known = self.pieces, self.block.text, self.known
        columns = (pieces.start[asked], pieces.end[asked], pieces.marked[asked])
        answers = []
        for start, end, marked in zip(*(column.tolist() for column in columns), strict=True):
            body = text[start:end]
            if (body, marked) not in known:
                known[body, marked] = is_title(body, Piece(0, end - start, 0, marked))
            answers.append(known[body, marked])
        return answers
