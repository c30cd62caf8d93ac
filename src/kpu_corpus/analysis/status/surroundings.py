"""The words around hits as columns, and what the rules ask of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.row_lists import distinct
from kpu_corpus.analysis.status import marks, name_words
from kpu_corpus.analysis.status.affixes import is_active, is_passive
from kpu_corpus.analysis.status.marks import Column, Marks
from kpu_corpus.analysis.status.rules import STATED
from kpu_corpus.ground.arrays import Bools, Ints, Longs, ranges
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.wordtypes import Types

Codes = npt.NDArray[np.int8]


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

    ``kind`` is the type of each word, ``does`` what it does (a sum of marks), ``gap`` whether
    punctuation or the unit's beginning stands before it, ``same`` whether the next word is of its
    unit. ``some`` are the places of the words that are in a set of words, and ``deeds`` what these
    do: they are asked about often, and most words are in none.
    """

    kind: Ints
    does: Marks
    gap: Bools
    same: Bools
    some: Longs
    deeds: Marks

    @classmethod
    def of(
        cls, tokens: Tokens, first: Ints, last: Ints, against: Bools, named: Bools
    ) -> tuple[Surroundings, Hits]:
        """Return the words of the units of some hits, and the hits by their places there."""
        units, row = distinct(tokens.unit[first], len(tokens.units.kind))
        # few units have hits: only their words are looked at
        asked = units.astype(np.int32)
        low, high = (
            np.searchsorted(tokens.unit, asked, side).astype(np.int32) for side in ("left", "right")
        )
        words = ranges(low, high)
        kind = tokens.type[words]
        does = _marks_of(tokens.types, _distinct(kind))[kind]
        same = np.ones(len(words), dtype=bool)
        same[np.cumsum(high - low) - 1] = False
        some = np.flatnonzero(does & marks.IN_SETS)
        text = cls(kind, does, tokens.words.gap[words], same, some, does[some])
        left_out = (low - (np.cumsum(high - low) - (high - low)))[row]
        low, high = low[row] - left_out, high[row] - 1 - left_out
        return text, Hits(first - left_out, last - left_out, low, high, against, named)

    def read_by(self, types: Types, column: Column) -> Surroundings:
        """Return the same words with what they do by another column of marks."""
        does = _bits_of(types, _distinct(self.kind), column)[self.kind]
        some = np.flatnonzero(does)
        return self._replace(does=does, some=some, deeds=does[some])

    def back(self, place: Ints | Longs) -> Marks:
        """Return what the words before some places do, 0 without one in the unit."""
        return np.where(self.same[place - 1], self.does[place - 1], 0)  # the last has none behind

    def onward(self, place: Ints | Longs) -> Marks:
        """Return what the words behind some places do, 0 without one in the unit."""
        return np.where(self.same[place], self.does[np.minimum(place + 1, len(self.does) - 1)], 0)

    def marked(self, mark: int) -> Longs:
        """Return where words do one of the marks, which are those of sets of words."""
        return self.some[self.deeds & mark > 0]

    def pairs(self, one: int, other: int) -> Longs:
        """Return where words do one thing and the next word of the unit another."""
        place = self.marked(one)
        return place[self.onward(place) & other > 0]

    def joined(self, place: Ints | Longs) -> Bools:
        """Tell whether nothing but blanks stands between a place and the next word."""
        return ~self.gap[place + 1]

    def stretch(self, place: Ints | Longs) -> Longs:
        """Return where the words without punctuation between them begin that lead to a place."""
        return np.maximum(latest(np.flatnonzero(self.gap), place + 1), 0)


def _marks_of(types: Types, rows: Sequence[int]) -> Marks:
    """Return what each type does, as a sum of bits; of those in other rows it is not asked.

    A name has several words: one capital alone (Kolaboratif) makes no value a name. A law is one
    under its long name too (Peraturan Komisi Pemilihan Umum, whose root is pkpu). Principles that
    have a short form (Jurdil) are values.
    """
    does = _bits_of(types, rows, marks.BESIDE_HITS)
    does[[row for row in rows if types.surface[row][0].isupper()]] |= marks.HAS_CAPITAL
    does[[row for row in rows if types.kind[row] == "number"]] |= marks.IS_NUMBER
    names = [row for row in rows if types.kind[row] == "name" and " " in types.norm[row]]
    names = [
        row for row in names if name_words.PRINCIPLES.isdisjoint((types.root[row], types.norm[row]))
    ]
    does[names] |= marks.IS_NAME
    does[[row for row in names if types.root[row] in name_words.LAWS]] |= name_words.IS_LAW
    named = [
        row for row in rows if types.norm[row] in name_words.PROGRAMMES and _is_written(types, row)
    ]
    does[named] |= marks.IS_PROGRAMME
    plain = [row for row in rows if types.kind[row] != "name"]  # DIY is no verb in di-
    does[[row for row in plain if is_passive(types.norm[row], types.root[row])]] |= marks.IS_PASSIVE
    does[[row for row in plain if is_active(types.norm[row], types.root[row])]] |= marks.IS_ACTIVE
    return does


def _bits_of(types: Types, rows: Sequence[int], column: Column) -> Marks:
    """Return the bits that the word of each type has in a column; of other rows it is not asked."""
    does = column.by_word
    known = does.keys() | COLLOQUIAL.keys()  # few types are
    some = [row for row in rows if types.norm[row] in known]
    found = np.zeros(len(types.norm), dtype=np.uint64)
    found[some] = [does.get(_read(types, row), 0) for row in some]
    return found


def _read(types: Types, row: int) -> str:
    """Return the word that a type is read as; BKN is an office, bkn says bukan."""
    norm = types.norm[row]
    return norm if types.surface[row].isupper() and types.kind[row] == "name" else formal(norm)


def _is_written(types: Types, row: int) -> bool:
    """Tell whether a type has more than its first letter in capitals, as BerAKHLAK has."""
    return any(letter.isupper() for letter in types.surface[row][1:])


def _distinct(kind: Ints) -> list[int]:
    return np.flatnonzero(np.bincount(kind)).tolist()


def either(words: Longs, others: Longs) -> Longs:
    """Return words of two kinds in the order of the text; what is of both stands there twice.

    Faster than np.union1d, which would first look for these.

    >>> either(np.array([0, 3]), np.array([1, 3])).tolist()
    [0, 1, 3, 3]
    """
    return np.sort(np.concatenate((words, others)), kind="stable")


def latest(words: Longs, before: Ints | Longs) -> Longs:
    """Return the last of some words before each place, or -1.

    >>> latest(np.array([0, 2]), np.array([0, 2, 3])).tolist()
    [-1, 0, 2]
    """
    return np.concatenate(([-1], words))[np.searchsorted(words, before)]


def earliest(words: Longs, since: Ints | Longs, none: int) -> Longs:
    """Return the first of some words from each place on, or ``none``.

    >>> earliest(np.array([0, 2]), np.array([0, 1, 3]), 4).tolist()
    [0, 2, 4]
    """
    return np.concatenate((words, [none]))[np.searchsorted(words, since)]


def counted(words: Bools) -> Longs:
    """Return how many of some words stand before each place or at it.

    >>> counted(np.array([True, False, True])).tolist()
    [1, 1, 2]
    """
    return np.cumsum(words, dtype=np.int64)
