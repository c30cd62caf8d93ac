"""Fingerprints of terms: integers that are the same for the same words in any corpus."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.ground.arrays import Ints

Keys = npt.NDArray[np.uint64]

_BASE = 0xD6E8FEB86659FD93  # odd, so that no bit is lost; -1 has one factor of two only
SHAPE_BITS = 9  # of a shape for the words of one root
_MOST = (1 << SHAPE_BITS) - 1
SHORTEST_PHRASE = 2 << 3 * SHAPE_BITS  # shapes of single roots are less, those of phrases are not


class Fingerprints(NamedTuple):
    """One entry per root: its key, the multiplier for a preceding key, and its words."""

    key: Keys
    power: Keys
    words: Ints

    def at(self, rows: Ints) -> Fingerprints:
        """Return those of some roots."""
        return Fingerprints(self.key[rows], self.power[rows], self.words[rows])


def fingerprints(roots: Sequence[str]) -> Fingerprints:
    """Return the fingerprints of roots; a root may be several words.

    The key of words w1 … wn is the sum of h(wi) · B^(n-i) modulo 2^64 (Karp & Rabin 1987), with a
    64-bit hash h. Two of n different terms share one with a probability of about n² / 2^65, which
    is 3 · 10^-6 for ten million terms.

    >>> both = fingerprints(["tanggung", "jawab", "tanggung jawab"])
    >>> (both.key[:1] * both.power[1:2] + both.key[1:2] == both.key[2:]).tolist()
    [True]
    """
    words: Ints = np.array([root.count(" ") + 1 for root in roots], dtype=np.int32)
    longer = np.flatnonzero(words > 1)
    key, power = hashed(roots), np.full(len(words), _BASE, dtype=np.uint64)
    # few roots are several words: theirs are hashed besides
    single = hashed(" ".join(roots[row] for row in longer.tolist()).split(" "))
    starts = np.cumsum(words[longer]) - words[longer]
    key[longer] = single[starts]
    for step in range(1, int(words.max(initial=1))):
        more = np.flatnonzero(words[longer] > step)
        key[longer[more]] = key[longer[more]] * np.uint64(_BASE) + single[starts[more] + step]
        power[longer[more]] *= np.uint64(_BASE)
    return Fingerprints(key, power, np.minimum(words, _MOST))


def hashed(words: Collection[str]) -> Keys:
    """Return a hash of 64 bits for each word, the same in every process.

    >>> hashed(["jujur", "adil"]).tolist() == hashed(["jujur"]).tolist() + hashed(["adil"]).tolist()
    True
    """
    import pandas as pd

    return pd.util.hash_array(np.array([*words], dtype=object), categorize=False)


def shape_of(words: Sequence[Ints]) -> Ints:
    """Return how the words of terms are split into roots: the word count of each root, packed.

    Terms of fewer roots have the smaller shape.

    >>> int(length_of(shape_of([np.array([2]), np.array([1])]))[0])
    2
    """
    shape: Ints = np.full(len(words[0]), len(words) << 3 * SHAPE_BITS, dtype=np.int32)
    for place, column in enumerate(words):
        shape |= column << place * SHAPE_BITS
    return shape


def length_of(shape: Ints) -> Ints:
    """Return the number of roots of each shape."""
    return shape >> 3 * SHAPE_BITS


def parts_of(term: str, shape: int) -> list[str]:
    """Return the roots of a term by its shape.

    >>> parts_of("tanggung jawab sosial", int(shape_of([np.array([2]), np.array([1])])[0]))
    ['tanggung jawab', 'sosial']
    """
    words, parts = term.split(" "), []
    for place in range(shape >> 3 * SHAPE_BITS):
        size = shape >> place * SHAPE_BITS & _MOST
        parts.append(" ".join(words[:size]))
        words = words[size:]
    return parts
