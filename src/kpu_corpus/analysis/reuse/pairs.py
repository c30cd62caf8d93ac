"""Pairs of stretches, many at once: what each side has of the other, and how much that weighs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.windows import Reading
from kpu_corpus.ground.arrays import Bools, Floats, Ints, Longs, ranges

CELLS = 2_000_000  # stretches x words in one table


class Side(NamedTuple):
    """Stretches of words: the first and the last (inside) of each."""

    first: Longs
    last: Longs

    @property
    def size(self) -> Longs:
        """The words of each stretch."""
        return self.last - self.first + 1

    def at(self, rows: Longs | Bools | slice) -> Side:
        """Return some of the stretches."""
        return Side(self.first[rows], self.last[rows])

    def words(self) -> tuple[Longs, Longs]:
        """Return the words of all stretches, one after the other: the stretch and the place."""
        row = np.repeat(np.arange(len(self.first)), self.size)
        return row, ranges(self.first, self.last + 1)


class Pairs(NamedTuple):
    """Stretches of two essays that belong together, row by row."""

    a: Side
    b: Side

    def at(self, rows: Longs | Bools | slice) -> Pairs:
        """Return some of the pairs."""
        return Pairs(self.a.at(rows), self.b.at(rows))

    def turned(self) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        """Return each side with the other."""
        return (self.a, self.b), (self.b, self.a)

    @property
    def least(self) -> Longs:
        """The words of the shorter side."""
        return np.minimum(self.a.size, self.b.size)


def among(word: Ints | Longs, here: Side, there: Side, counts: Bools | None = None) -> Bools:
    """Tell of the words of stretches, one after the other, whether the other stretch has them.

    ``word`` is the number of each word; only words of the other stretch that ``counts`` are looked
    at.

    >>> word = np.array([4, 5, 6, 5, 7])
    >>> one, other = Side(np.array([0]), np.array([2])), Side(np.array([3]), np.array([4]))
    >>> among(word, one, other).tolist()
    [False, True, False]
    """
    width = int(word.max(initial=0)) + 1
    step = max(CELLS // width, 1)
    table = np.zeros((min(step, len(here.first)), width), dtype=bool)
    found = []
    for start in range(0, len(here.first), step):
        part = slice(start, start + step)
        row, place = there.at(part).words()
        if counts is not None:
            row, place = row[counts[place]], place[counts[place]]
        table[row, word[place]] = True
        at, own = here.at(part).words()
        found.append(table[at, word[own]])
        table[row, word[place]] = False
    return np.concatenate([np.zeros(0, dtype=bool), *found])


def part_of(flags: Bools, side: Side) -> Floats:
    """Return which part of the words of each stretch has a flag, all words one after the other."""
    row, _ = side.words()
    return counted(flags, row, side) / np.maximum(side.size, 1)


def counted(flags: Bools, row: Longs, side: Side) -> Longs:
    """Return how many words of each stretch have a flag."""
    return np.bincount(row[flags], minlength=len(side.first))


def weighed(reading: Reading, pairs: Pairs) -> tuple[Floats, Floats]:
    """Return the weight of the words that both sides have, and its share of all of them."""
    shared, whole = [], []
    for here, there in pairs.turned():
        row, place = here.words()
        both = among(reading.root, here, there, reading.content)
        shared.append(_sums(reading.weight[place[both]], counted(both, row, here)))
        whole.append(_sums(reading.weight[place], here.size))
    total = whole[0] + whole[1]
    share = np.where(total > 0, (shared[0] + shared[1]) / np.where(total > 0, total, 1.0), 1.0)
    return np.minimum(*shared), share


def _sums(values: Floats, sizes: Longs) -> Floats:
    """Sum runs of values; each by itself, as its last digit must not depend on its neighbours."""
    ends = np.cumsum(sizes).tolist()
    starts = [0, *ends[:-1]]
    add = np.add.reduce
    return np.array([add(values[i:j]) for i, j in zip(starts, ends, strict=False)])
