"""Marks: what the words of a list can do near a hit, as bits in columns."""

from __future__ import annotations

from collections.abc import Set
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

BITS = 64  # of a column of marks

Marks = npt.NDArray[np.uint64]
Words = str | Set[str]  # words with blanks between them, or a set of words
Beside = tuple[int, int, int]
"""The bits of words, of those before them and of those behind them, 0 where there are none."""


class Column:
    """The bits of sets of words in one column of marks: a word may be in several (perlu).

    >>> column = Column(taken=3)
    >>> column.bit("tidak bukan"), column.bit("dan"), column.bit(frozenset({"dan"})), column.bit("")
    (8, 16, 16, 0)
    """

    def __init__(self, taken: int = 0) -> None:
        self._taken = taken  # bits that do not hang on which word it is
        self._bits: dict[frozenset[str], int] = {}

    def bit(self, *listed: Words) -> int:
        """Return the bit of the words of some lists, the same for the same words; 0 for no words.

        Raises OverflowError where the column is full: its next sets need a column of their own.
        """
        parts = (one.split() if isinstance(one, str) else one for one in listed)
        words = frozenset(chain.from_iterable(parts))
        if not words or words in self._bits:
            return self._bits.get(words, 0)
        if (place := self._taken + len(self._bits)) == BITS:
            raise OverflowError(f"all {BITS} bits are taken: put these words into another Column")
        self._bits[words] = 1 << place
        return self._bits[words]

    def beside(self, words: Words, *, after: Words = "", before: Words = "") -> Beside:
        """Return the bits of words that mean something else after some words or before others."""
        return self.bit(words), self.bit(after), self.bit(before)

    @cached_property
    def by_word(self) -> dict[str, int]:
        """The bits of each word, as a sum; no set may be added once it was asked for."""
        does: dict[str, int] = {}
        for words, bit in self._bits.items():
            for word in words:
                does[word] = does.get(word, 0) + bit
        return does


# These do not hang on which word it is:
_TAKEN = 6
HAS_CAPITAL, IS_NAME, IS_PROGRAMME, IS_PASSIVE, IS_NUMBER, IS_ACTIVE = (
    1 << bit for bit in range(_TAKEN)
)
IN_SETS = (1 << BITS) - (1 << _TAKEN)  # all the others

BESIDE_HITS, BESIDE_MODALS, BESIDE_NEGATORS = Column(taken=_TAKEN), Column(), Column()
