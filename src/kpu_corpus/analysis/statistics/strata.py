"""Two things that co-occur in sentences more often than by chance within each essay."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.clusters import LEAST_P, NORMAL, FloatArray
from kpu_corpus.errors import InvalidArgument

_ROUNDING = 1e-9  # of a variance or a difference; one that is not 0 is about 1 / n at least


class Together(NamedTuple):
    """How often two things meet, how often they would by chance, and what the ratio is worth."""

    expected: FloatArray
    z: FloatArray
    p: FloatArray
    log_ratio: FloatArray
    low: FloatArray
    high: FloatArray


def together(both: Any, a: Any, b: Any, n: Any) -> Together:
    """Compare sentences with two things to what chance gives within essays; vectorised over rows.

    ``n`` and ``a`` count, for each essay or part of one, its sentences and those with the first
    thing; ``b`` (rows × essays, may be scipy sparse) those with each second thing, ``both`` (rows)
    those with both.

    ``expected`` is ``E = sum a_i b_i / n_i``: what chance gives when each essay keeps its own
    shares, so that a long essay about both is no association. ``z`` and two-sided ``p`` are Mantel
    & Haenszel's (1959) with their correction of 0.5; p is never 0 (5e-324 at least). ``log_ratio =
    log2((both + 0.5) / (E + 0.5))``. Its 95 % limits are the ratios r = 2^log_ratio that the same
    test does not reject (a score interval, Wilson 1927), so that p < 0.05 and limits without 0
    always go together: ``|O - r E| - 0.5 <= 1.959964 sqrt(W)``, O the sentences with both. With V
    Mantel and Haenszel's variance and f = V / E, ``W = r E f`` above chance and ``r E (1 - (1 - f)
    r)`` below; both are V at r = 1. They are widened to hold ``log_ratio``; low is -inf where no
    sentence has both. Where V is 0 (one of the two is in no sentence of an essay, or in all)
    nothing else could have come out: z is 0 and the limits are infinite.

    Raises InvalidArgument unless 0 <= a, b <= n in every essay.

    >>> made = together([30], a=[40, 5], b=[[40, 10]], n=[100, 100])
    >>> [round(float(x[0]), 2) for x in (made.expected, made.z, made.log_ratio)]
    [16.5, 5.2, 0.84]
    """
    from scipy.special import ndtr

    n, a, o = (np.asarray(x, np.float64) for x in (n, a, both))
    sparse = hasattr(b, "tocsr")
    rows: Any = b.tocsr().astype(np.float64) if sparse else np.asarray(b, np.float64)
    squared: Any = rows.multiply(rows).tocsr() if sparse else rows**2
    cells: Any = rows.data if sparse else rows
    limit = n[rows.indices] if sparse else n
    if (a < 0).any() or (a > n).any() or (cells < 0).any() or (cells > limit).any():
        raise InvalidArgument("expected 0 <= a, b <= n in every essay")
    safe = np.where(n > 0, n, 1.0)
    expected = np.asarray(rows @ (a / safe))
    factor = np.where(n > 1, a * (n - a) / (safe**2 * np.where(n > 1, n - 1.0, 1.0)), 0.0)
    variance = np.maximum(np.asarray(rows @ (factor * n)) - np.asarray(squared @ factor), 0.0)
    apart = np.abs(o - expected) - 0.5
    apart = np.where(apart > _ROUNDING, apart, 0.0)
    free = variance > _ROUNDING
    spread = np.sqrt(np.where(free, variance, 1.0))
    z = np.where(free, np.sign(o - expected) * apart / spread, 0.0)
    ratio = np.log2((o + 0.5) / (expected + 0.5))
    low, high = (_limit(side, o, expected, np.where(free, variance, 0.0)) for side in (1.0, -1.0))
    p = np.maximum(2.0 * ndtr(-np.abs(z)), LEAST_P)
    return Together(expected, z, p, ratio, np.minimum(low, ratio), np.maximum(high, ratio))


def _limit(side: float, o: FloatArray, e: FloatArray, variance: FloatArray) -> FloatArray:
    """Return the lower (side 1) or upper limit (-1) of the binary log of r.

    It solves ``side (o - r e) - 0.5 = NORMAL sqrt(W(r))``, a quadratic equation for r e.
    """
    safe, square = np.where(e > 0, e, 1.0), NORMAL**2
    fixed = np.minimum(variance / safe, 1.0)
    x = np.maximum(o - side / 2.0, 0.0)
    above = x - e > side * NORMAL * np.sqrt(variance)
    half = square * fixed / 2.0
    more = x + half - side * np.sqrt(half * (2.0 * x + half))
    lost = square * (1.0 - fixed) / safe
    inner = square * (square / 4.0 + x) - lost * x**2
    less = (x + square / 2.0 - side * np.sqrt(np.maximum(inner, 0.0))) / (1.0 + lost)
    with np.errstate(divide="ignore"):
        found = np.log2(np.where(x > 0, np.where(above, more, less), 0.0) / safe)
    return np.where(variance > 0, found, -side * np.inf)
