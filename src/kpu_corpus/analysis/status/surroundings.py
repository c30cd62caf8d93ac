"""The words around hits as columns, and what the rules ask of them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.row_lists import bounds
from kpu_corpus.analysis.status.marks import Column, Marks, bits_of, marks_of
from kpu_corpus.analysis.status.rules import STATED
from kpu_corpus.indonesian.batch.ranges import ranges
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints
from kpu_corpus.tokens.wordtypes import Types

Codes = npt.NDArray[np.int8]
Longs = npt.NDArray[np.int64]


class Hits(NamedTuple):
    """Hits to judge: the places of their first and last words, and of those of their units.

    ``against``: the hit names what the value forbids (Pattern.against); ``named``: its pattern asks
    for that very name (Matcher.named), which then counts as its short form does.
    """

    first: Ints
    last: Ints
    low: Ints
    high: Ints
    against: Bools
    named: Bools

    def where(self, rows: Any) -> Hits:
        return Hits(*(column[rows] for column in self))


class Found(NamedTuple):
    """What a rule says of hits: STATED where it does not fit; the place of the cue, or -1."""

    rule: Codes
    cue: Ints

    @classmethod
    def nothing(cls, count: int) -> Found:
        return cls(np.zeros(count, dtype=np.int8), np.full(count, -1, dtype=np.int32))

    @property
    def open(self) -> Longs:
        """The rows for which no rule has spoken yet."""
        return np.flatnonzero(self.rule == STATED)

    def put(self, rows: Any, rule: Any, cue: Any) -> None:
        self.rule[rows], self.cue[rows] = rule, cue


class Surroundings(NamedTuple):
    """The words of the units that have hits, one after the other; a place is a row of them.

    ``kind`` is the type of each word, ``does`` what it does (a sum of marks), ``back`` and
    ``onward`` what the words beside it in its unit do (0 without one), ``gap`` whether punctuation
    or the unit's beginning stands before it, ``same`` whether the next word is of its unit.
    """

    kind: Ints
    does: Marks
    back: Marks
    onward: Marks
    gap: Bools
    same: Bools

    @classmethod
    def of(
        cls, tokens: Tokens, first: Ints, last: Ints, against: Bools, named: Bools
    ) -> tuple[Surroundings, Hits]:
        """Return the words of the units of some hits, and the hits by their places there."""
        units, row = np.unique(tokens.unit[first], return_inverse=True)
        ends = bounds(tokens.unit, len(tokens.units.kind))
        low, high = ends[units], ends[units + 1]
        words = ranges(low, high)  # few units have hits: only their words are looked at
        kind = tokens.type[words]
        does = marks_of(tokens.types, _distinct(kind))[kind]
        same = np.diff(tokens.unit[words]) == 0
        text = cls(kind, does, *_beside(does, same), tokens.words.gap[words], same)
        left_out = (low - (np.cumsum(high - low) - (high - low)))[row]
        low, high = low[row] - left_out, high[row] - 1 - left_out
        return text, Hits(first - left_out, last - left_out, low, high, against, named)

    def read_by(self, types: Types, column: Column) -> Surroundings:
        """Return the same words with what they do by another column of marks."""
        does = bits_of(types, _distinct(self.kind), column)[self.kind]
        back, onward = _beside(does, self.same)
        return self._replace(does=does, back=back, onward=onward)

    def marked(self, mark: int) -> Bools:
        """Tell which words do one of the marks."""
        return self.does & mark > 0

    def pairs(self, one: int, other: int) -> Bools:
        """Tell which words do one thing where the next word of the unit does another."""
        return (self.does & one > 0) & (self.onward & other > 0)

    def joined(self, place: Ints) -> Bools:
        """Tell whether nothing but blanks stands between a place and the next word."""
        return ~self.gap[place + 1]

    def stretch(self, place: Ints) -> Longs:
        """Return where the words without punctuation between them begin that lead to a place."""
        return np.maximum.accumulate(np.where(self.gap, np.arange(len(self.gap)), 0))[place]


def _distinct(kind: Ints) -> list[int]:
    return np.flatnonzero(np.bincount(kind)).tolist()


def _beside(does: Marks, same: Bools) -> tuple[Marks, Marks]:
    """Return what the words before and behind each of them do, 0 without one in its unit."""
    back, onward = np.zeros_like(does), np.zeros_like(does)
    back[1:], onward[:-1] = does[:-1] * same, does[1:] * same
    return back, onward


def latest(words: Bools, before: Ints) -> Longs:
    """Return the last of the words before each place, or -1.

    >>> latest(np.array([True, False, True]), np.array([0, 2, 3])).tolist()
    [-1, 0, 2]
    """
    places = np.flatnonzero(words)
    return np.concatenate(([-1], places))[np.searchsorted(places, before)]


def earliest(words: Bools, since: Ints) -> Longs:
    """Return the first of the words from each place on, or the number of all places.

    >>> earliest(np.array([True, False, True, False]), np.array([0, 1, 3])).tolist()
    [0, 2, 4]
    """
    places = np.flatnonzero(words)
    return np.concatenate((places, [len(words)]))[np.searchsorted(places, since)]
