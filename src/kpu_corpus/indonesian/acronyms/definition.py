"""Definitions in texts: short form, long form, their places, the rule that found them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Longs

RULES = ("parenthesis", "reversed", "connector", "expansion")
"""The rules, the best first."""


class Definition(NamedTuple):
    """A short form and its long form in a text; offsets are code points, end exclusive.

    `rule` is ``parenthesis`` (LONG (SHORT)), ``reversed`` (SHORT (LONG)), ``connector`` (LONG
    disingkat SHORT) or ``expansion`` (SHORT singkatan dari LONG).
    """

    short: str
    long: str
    short_start: int
    short_end: int
    long_start: int
    long_end: int
    rule: str

    def moved(self, by: int) -> Definition:
        """Return it with its offsets further on in the text."""
        return self._replace(
            short_start=self.short_start + by,
            short_end=self.short_end + by,
            long_start=self.long_start + by,
            long_end=self.long_end + by,
        )

    @classmethod
    def of(
        cls, text: str, short_start: int, short_end: int, long_start: int, long_end: int, rule: str
    ) -> Definition:
        """Return the definition of a short form by a long form in the same text."""
        return cls(
            text[short_start:short_end],
            text[long_start:long_end],
            *(short_start, short_end, long_start, long_end),
            rule,
        )


class Definitions(NamedTuple):
    """Definitions in many texts as columns, by text and place; ``rule`` is the row in `RULES`.

    ``text`` is the number of the text; offsets are code points in it, end exclusive.
    """

    text: Longs
    short_start: Longs
    short_end: Longs
    long_start: Longs
    long_end: Longs
    rule: Longs

    def pairs(self, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield each short form and its long form, as they stand in the texts."""
        number, *places, _ = (column.tolist() for column in self)
        for text, start, end, long_start, long_end in zip(number, *places, strict=True):
            whole = texts[text]
            yield whole[start:end], whole[long_start:long_end]

    def each(self, texts: Sequence[str]) -> Iterator[tuple[int, Definition]]:
        """Yield each definition with the number of its text."""
        for number, short, short_end, long, long_end, rule in np.array(self).T.tolist():
            places = short, short_end, long, long_end
            yield number, Definition.of(texts[number], *places, RULES[rule])
