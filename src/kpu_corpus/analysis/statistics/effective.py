"""Counts of essays as so many independent words: divided by what their likeness costs."""

from __future__ import annotations

from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray, Pair


def tails(
    count_a: Any, count_b: Any, total_a: Any, total_b: Any, *, effects: Any
) -> tuple[FloatArray, FloatArray]:
    """Return the chance of a share of a as large, and as small, when both rates are equal.

    Counts and totals are divided by their design effects. Of both counts together the share of a
    is then binomial with chance ``total_a / (total_a + total_b)`` (Przyborowski & Wilenski 1940),
    counts that are no whole numbers by the beta distribution, as Korn & Graubard (1998) do for a
    share.

    >>> above, below = tails(9, 1, 1_000, 1_000, effects=(1, 1))
    >>> print(f"{above:.4f}, exactly {11 / 1024:.4f}; {below:.4f}, exactly {1023 / 1024:.4f}")
    0.0107, exactly 0.0107; 0.9990, exactly 0.9990
    """
    from scipy.special import betainc

    a, b = np.asarray(count_a) / effects[0], np.asarray(count_b) / effects[1]
    size_a, size_b = np.asarray(total_a) / effects[0], np.asarray(total_b) / effects[1]
    chance = size_a / (size_a + size_b)
    above = np.where(a > 0, betainc(positive(a), b + 1.0, chance), 1.0)
    below = np.where(b > 0, betainc(positive(b), a + 1.0, 1.0 - chance), 1.0)
    return above[()], below[()]


def effective_p(pair: Pair) -> FloatArray:
    """Return two-sided p of the difference of two groups' rates on effective counts."""
    counts = (pair.a.hits, pair.b.hits, pair.a.units, pair.b.units)
    least = np.minimum(*tails(*counts, effects=(pair.effect_a, pair.effect_b)))
    return np.asarray(np.minimum(2.0 * least, 1.0))


def positive(counts: FloatArray) -> FloatArray:
    """Return the counts with 1 for 0, which the beta distribution has not."""
    return np.where(counts > 0, counts, 1.0)
