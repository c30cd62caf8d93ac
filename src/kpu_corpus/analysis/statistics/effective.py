"""Counts of essays as effective counts: divided by their design effect."""

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

    a, b, size_a, size_b = effective(count_a, count_b, total_a, total_b, effects)
    chance = size_a / (size_a + size_b)
    above = np.where(a > 0, betainc(positive(a), b + 1.0, chance), 1.0)
    below = np.where(b > 0, betainc(positive(b), a + 1.0, 1.0 - chance), 1.0)
    return above[()], below[()]


def effective(
    count_a: Any, count_b: Any, total_a: Any, total_b: Any, effects: Any
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return counts and totals divided by the design effects of their sides.

    >>> [float(count) for count in effective(9, 4, 1_000, 800, effects=(2, 4))]
    [4.5, 1.0, 500.0, 200.0]
    """
    a, b = np.asarray(count_a) / effects[0], np.asarray(count_b) / effects[1]
    return a, b, np.asarray(total_a) / effects[0], np.asarray(total_b) / effects[1]


def effective_p(pair: Pair) -> FloatArray:
    """Return two-sided p of the difference of two groups' rates on effective counts.

    Of hits or their rest what is rarer, divided besides by one less its rate, so that the counts
    vary as hits among units do. Of those as likely as the observed ones half counts (mid-p,
    Lancaster 1961). As rho comes from few essays, p is that of t at the same quantile as the
    normal distribution has, on G* - 2 degrees of freedom, G* the effective number of all essays.
    """
    from scipy.special import ndtri, stdtr

    a, b = pair.a, pair.b
    units = a.units + b.units
    rate = (a.hits + b.hits) / units
    hits, rest = (np.where(rate > 0.5, g.units - g.hits, g.hits) for g in (a, b))
    spare = np.maximum(rate, 1.0 - rate)
    effects = (pair.effect_a * spare, pair.effect_b * spare)
    above, below = tails(hits, rest, a.units, b.units, effects=effects)
    least = np.minimum(above, below)
    p = np.clip(2.0 * least - (above + below - 1.0), least, 1.0)
    essays = units**2 / (a.size * a.units + b.size * b.units)
    return np.asarray(2.0 * stdtr(np.maximum(essays - 2.0, 1.0), ndtri(p / 2.0)))


def positive(counts: FloatArray) -> FloatArray:
    """Return the counts with 1 for 0, which the beta distribution has not."""
    return np.where(counts > 0, counts, 1.0)
