"""The text of every essay in the explorer, and where a source offset is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kpu_corpus.corpus import text_spans
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.tokens import Tokens

BEYOND = 0xFFFF  # a character above it takes two UTF-16 units, and a browser counts units


class Places:
    """Bodies without the chrome inside them, with conversion of source offsets."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.number = {item.id: index for index, item in enumerate(tokens.corpus.items)}

    @cached_property
    def texts(self) -> list[str]:
        """The body of each essay as received."""
        return [self.tokens.corpus.text(item) for item in self.tokens.corpus.items]

    def rows(self, used: Bools) -> Iterator[tuple[int, npt.NDArray[np.intp]]]:
        """Yield each essay with the rows of its used tokens."""
        chosen = np.flatnonzero(used)
        ends = np.searchsorted(self.tokens.essay[chosen], np.arange(len(self.number) + 1))
        for essay in range(len(self.number)):
            yield essay, chosen[ends[essay] : ends[essay + 1]]

    def local(self, essay: int, offsets: Sequence[int] | npt.NDArray[np.integer]) -> list[int]:
        """Return offsets of characters of the source as UTF-16 units of the essay's text."""
        starts, shifts = self._pieces[essay]
        where = np.asarray(offsets, dtype=np.int64)
        piece = np.maximum(np.searchsorted(starts, where, side="right") - 1, 0)
        found = where + shifts[piece]
        places: list[int] = (found + np.searchsorted(self._wide[essay], found)).tolist()
        return places

    @cached_property
    def _pieces(self) -> list[tuple[Longs, Longs]]:
        """For each essay: where its pieces start in the source, and the shift of each."""
        corpus = self.tokens.corpus
        pieces: list[tuple[Longs, Longs]] = []
        for item in corpus.items:
            spans = text_spans(corpus, item)
            starts = np.array([span.start for span in spans] or [0], dtype=np.int64)
            sizes = np.array([span.end - span.start for span in spans] or [0], dtype=np.int64)
            pieces.append((starts, np.cumsum(sizes) - sizes - starts))
        return pieces

    @cached_property
    def _wide(self) -> list[Longs]:
        """For each essay the positions of characters that take two UTF-16 units."""
        none = np.zeros(0, dtype=np.int64)
        return [none if text.isascii() else _beyond(text) for text in self.texts]


def _beyond(text: str) -> Longs:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.flatnonzero(codes > BEYOND).astype(np.int64)
