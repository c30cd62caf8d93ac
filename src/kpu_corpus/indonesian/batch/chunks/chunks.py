"""Many texts as one row of chunks: runs of characters between white space, known by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.characters import SPACE, Bytes, classes
from kpu_corpus.indonesian.batch.chunks.forms import Forms, Noted
from kpu_corpus.indonesian.batch.chunks.splitting import Codes, Read, Splitter


class Stretch(NamedTuple):
    """``text[start:end]``; ``running`` text is cut into sentences, other text is one unit.

    ``items`` are the points of lists in it that the file marks; ``closes`` tells that no running
    text of the same essay comes after it.
    """

    text: str
    start: int
    end: int
    running: bool
    items: tuple[tuple[int, int], ...] = ()
    closes: bool = True


class Written(NamedTuple):
    """Stretches written one under the other: where each begins, and the text, which is read."""

    stretches: Sequence[Stretch]
    base: Longs
    read: Read


def written(stretches: Sequence[Stretch], splitter: Splitter) -> Written:
    """Write stretches one under the other."""
    parts = [part.text[part.start : part.end] for part in stretches]
    sizes = np.fromiter(map(len, parts), np.int64, len(parts))
    base = 1 + np.cumsum(sizes + 1) - (sizes + 1)
    return Written(stretches, base, splitter.read("\n".join(["", *parts, ""])))


@dataclass(frozen=True, eq=False)
class Block:
    """Stretches written one under the other, and their chunks as columns.

    Places are code points in ``text``; ``marks`` are those of line breaks, brackets and quotation
    marks; ``noted`` are the chunks that need a look, ``forms`` has what is known of a ``form``.
    ``shift[i]`` takes a place of stretch ``i`` to its source.
    """

    stretches: Sequence[Stretch]
    text: str
    codes: Codes
    base: Longs
    start: Longs
    end: Longs
    form: Longs
    marks: Longs
    noted: Noted
    forms: Forms

    @classmethod
    def of(cls, given: Written, forms: Forms) -> Block:
        """Find the chunks of what was written and look at those that are new."""
        text, codes = given.read[:2]
        split = forms.splitter.split(given.read)
        forms.look()
        return cls(given.stretches, text, codes, given.base, *split, forms.noted(split.form), forms)

    @cached_property
    def shift(self) -> Longs:
        """What is added to a place in the block to give the place in its source."""
        starts = np.fromiter((part.start for part in self.stretches), np.int64, len(self.base))
        return starts - self.base

    def flags(self, chunk: Longs | slice) -> Longs:
        """Return what is known of some chunks independent of context, as bits."""
        return self.forms.flags[self.form[chunk]]

    def stretch(self, chunk: Longs) -> Longs:
        """Return the stretches of some chunks."""
        return np.searchsorted(self.base, self.start[chunk], "right") - 1

    def places(self, of: int) -> Longs:
        """Places of one class: ``BREAK``, ``FEED``, ``BRACKET`` or ``QUOTE``."""
        places: Longs = self.marks[self._classes & of != 0]
        return places

    @cached_property
    def _classes(self) -> Bytes:
        kinds: Bytes = classes().take(self.codes[self.marks], mode="clip")
        return kinds

    def blank(self, places: Longs) -> Bools:
        """Whether white space stands at each place."""
        blank: Bools = classes().take(self.codes[places], mode="clip") & SPACE != 0
        return blank

    def chunk_at(self, places: Longs) -> Longs:
        """Return the chunk that holds each place, or the one before it."""
        return np.searchsorted(self.start, places, "right") - 1

    def chunk_from(self, places: Longs) -> Longs:
        """Return the first chunk that begins at or after each place."""
        return np.searchsorted(self.start, places)

    def before_number(self, places: Longs) -> Bools:
        """Whether a blank and a digit stand at each place."""
        second = self.codes[np.minimum(places + 1, len(self.codes) - 1)]
        codes, back = np.unique(second, return_inverse=True)
        decimal = np.array([chr(code).isdecimal() for code in codes.tolist()], bool)[back]
        found: Bools = np.isin(self.codes[places], _BEFORE_NUMBER) & decimal
        return found


_BEFORE_NUMBER = (0x20, 0xA0)
