"""Many texts as one row of chunks: runs of characters between white space, known by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.batch.lexicon import ChunkIndex
from kpu_corpus.indonesian.sentences import LINE_BREAKS

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

_SPACE, BREAK, FEED, BRACKET, QUOTE, COLON = 1, 2, 4, 8, 16, 32
_LAST_LATIN, _LAST_SPACE = 0xFF, 0x3000
BLANKS = (0x20, 0x09, 0xA0)
"""Blanks that may follow a list marker."""


class Stretch(NamedTuple):
    """``text[start:end]``; ``running`` text is cut into sentences, other text is one unit."""

    text: str
    start: int
    end: int
    running: bool


@dataclass(frozen=True, eq=False)
class Block:
    """Stretches written one under the other, and their chunks as columns.

    Places are code points in ``text``; ``shift[i]`` takes a place of stretch ``i`` to its source.
    """

    stretches: Sequence[Stretch]
    text: str
    codes: npt.NDArray[np.uint32]
    classes: Bytes
    base: Ints
    start: Ints
    end: Ints
    form: Ints

    @classmethod
    def of(cls, stretches: Sequence[Stretch], index: ChunkIndex) -> Block:
        """Lay the stretches out and find their chunks."""
        parts = [text[start:end] for text, start, end, _ in stretches]
        text = "\n".join(["", *parts, ""])
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        latin = text.encode("latin-1", "replace")
        wide = np.flatnonzero(codes > _LAST_LATIN)
        table = _classes()
        classes = np.frombuffer(
            bytearray(latin.translate(table.tobytes()[: _LAST_LATIN + 1])), np.uint8
        )
        classes[wide] = table.take(codes[wide], mode="clip")
        blank = classes & _SPACE
        edges = np.flatnonzero(blank[1:] != blank[:-1]) + 1
        start, end = edges[::2], edges[1::2]
        sizes = np.fromiter(map(len, parts), np.int64, len(parts))
        base = 1 + np.cumsum(sizes + 1) - (sizes + 1)
        form = index.numbers(text, latin, wide[~blank[wide].astype(bool)], start, end)
        return cls(stretches, text, codes, classes, base, start, end, form)

    @cached_property
    def shift(self) -> Ints:
        """What is added to a place in the block to give the place in its source."""
        starts = np.fromiter((part.start for part in self.stretches), np.int64, len(self.base))
        return starts - self.base

    @cached_property
    def stretch(self) -> Ints:
        """The stretch of every chunk."""
        first = np.searchsorted(self.start, self.base)
        return np.repeat(np.arange(len(first)), np.diff(first, append=len(self.start)))

    @cached_property
    def marks(self) -> Ints:
        """Places of line breaks, brackets, quotation marks and colons."""
        return np.flatnonzero(self.classes > _SPACE)

    def places(self, of: int) -> Ints:
        """Places of one class: ``BREAK``, ``FEED``, ``BRACKET``, ``QUOTE`` or ``COLON``."""
        places: Ints = self.marks[self.classes[self.marks] & of != 0]
        return places

    def blank(self, places: Ints) -> Bools:
        """Whether white space stands at each place."""
        blank: Bools = self.classes[places] & _SPACE != 0
        return blank

    def chunk_at(self, places: Ints) -> Ints:
        """Return the chunk that holds each place, or the one before it."""
        return np.searchsorted(self.start, places, "right") - 1


@cache
def _classes() -> Bytes:
    """White space, line breaks and line feeds by code point; the last entry stands for the rest."""
    table = np.zeros(_LAST_SPACE + 2, np.uint8)
    every = "".join(map(chr, range(_LAST_SPACE + 1)))
    table[[match.start() for match in re.finditer(r"\s", every)]] = _SPACE
    for char in LINE_BREAKS:
        table[ord(char)] |= BREAK
    table[ord("\n")] |= FEED
    for char in "()":
        table[ord(char)] = BRACKET
    for char in '"“”„':
        table[ord(char)] = QUOTE
    table[ord(":")] = COLON
    return table
