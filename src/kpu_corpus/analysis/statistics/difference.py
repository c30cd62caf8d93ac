"""Two groups of essays: do they differ by more than essays of one source do?

The pooled G² treats every word as an independent draw; words come in essays, and its false alarms
reach several times the stated rate. The tests here know the essays.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpu_corpus.analysis.statistics.association import log_likelihood, log_ratio
from kpu_corpus.analysis.statistics.clusters import (
    FloatArray,
    Group,
    check_level,
    checked,
    group_of,
    intraclass,
)
from kpu_corpus.analysis.statistics.proportions import logit_limits
from kpu_corpus.errors import InvalidArgument

_LARGE = 1000.0  # standard errors; further away p is 0 in any case


class Difference(NamedTuple):
    """Shares of two groups, their difference a - b with its limits, and p."""

    share_a: FloatArray
    share_b: FloatArray
    difference: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray


class Keyness(NamedTuple):
    """Counts of two groups, pooled G², log-ratio with its limits, and p that knows the essays."""

    count_a: FloatArray
    count_b: FloatArray
    g2: FloatArray
    log_ratio: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray


def group_difference(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, level: float = 0.95
) -> Difference:
    """Return the difference of two groups' shares with interval and p; essays on the last axis.

    Limits: the two groups' logit intervals combined by MOVER (Newcombe 1998; Zou & Donner 2008),
    with one intra-essay correlation rho pooled over the groups and Welch's (1947) degrees of
    freedom from the effective numbers of essays. p is the level at which the interval would touch
    0, so p < 0.05 and a 95 % interval without 0 say the same. One essay on each side: nothing
    tells how much essays of one source differ, so p = 1 and the limits are -1 and 1.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> d = group_difference([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22])
    >>> print(f"{d.difference:.2f} {d.low:.2f} {d.high:.2f} {d.p:.3f}")
    0.30 0.13 0.47 0.009
    """
    pair = _pair(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    quantile = pair.quantile(level)
    low_a, high_a = logit_limits(a, pair.effect_a, quantile)
    low_b, high_b = logit_limits(b, pair.effect_b, quantile)
    difference = a.share - b.share
    low = difference - np.hypot(a.share - low_a, high_b - b.share)
    high = difference + np.hypot(high_a - a.share, b.share - low_b)
    return Difference(
        a.share[()],
        b.share[()],
        difference[()],
        np.where(pair.testable, np.maximum(low, -1.0), -1.0)[()],
        np.where(pair.testable, np.minimum(high, 1.0), 1.0)[()],
        pair.p(_touching(pair))[()],
    )


def group_keyness(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, level: float = 0.95
) -> Keyness:
    """Return keyness of words between two groups of essays; rows are words, columns essays.

    ``hits`` may be scipy sparse (words x essays); ``units`` are the essays' sizes in words. g2 and
    log_ratio are those of the pooled counts. The limits of log_ratio are those of ``log_ratio``
    with each group's design effect (rho per word, pooled over the groups) and Welch's degrees of
    freedom; p is from the same t, so p < 0.05 and a 95 % interval without 0 say the same. One essay
    on each side: p = 1 and the limits are infinite.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> k = group_keyness([9, 7, 8, 5], [300, 280, 310, 260], [1, 2, 0, 1], [300, 310, 290, 305])
    >>> print(f"{k.g2:.1f} {k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.3f}")
    22.8 2.9 1.0 4.8 0.009
    """
    pair = _pair(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    effects = (pair.effect_a, pair.effect_b)
    counts = (a.hits, b.hits, a.units, b.units)
    quantile = pair.quantile(level)
    ratio, low, high = log_ratio(*counts, quantile=quantile, design_effects=effects)
    error = (high - ratio) / quantile
    return Keyness(
        a.hits[()],
        b.hits[()],
        log_likelihood(*counts),
        ratio,
        np.where(pair.testable, low, -np.inf)[()],
        np.where(pair.testable, high, np.inf)[()],
        pair.p(np.abs(ratio) / np.where(error > 0, error, 1.0))[()],
    )


def permutation_p(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, resamples: int = 2000, seed: int = 0
) -> float:
    """Return p of the difference of two groups' shares by exchanging whole essays.

    Two-sided, on |share_a - share_b|. All assignments are listed where there are at most
    ``resamples`` (exact, Fisher 1935); otherwise ``resamples`` random ones, counted with the
    observed one so that p is never 0 (Phipson & Smyth 2010). Never below 1 / C(Ga + Gb, Ga).

    Raises InvalidArgument unless 0 <= hits <= units, both have units, and resamples >= 1.

    >>> round(permutation_p([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22]), 4)
    0.0286
    """
    if resamples < 1:
        raise InvalidArgument(f"resamples={resamples!r}; expected 1 or more")
    _pair(hits_a, units_a, hits_b, units_b)
    (na, ha), (nb, hb) = checked(hits_a, units_a), checked(hits_b, units_b)
    hits, units = np.concatenate([ha, hb]), np.concatenate([na, nb])
    hits, units = hits[units > 0], units[units > 0]
    size, first = len(units), int((na > 0).sum())
    observed = abs(ha.sum() / na.sum() - hb.sum() / nb.sum())
    exact = comb(size, first) <= resamples
    chosen = np.zeros((comb(size, first) if exact else resamples, size))
    if exact:
        rows = np.array(list(combinations(range(size), first)))
    else:
        rng = np.random.default_rng(seed)
        rows = rng.permuted(np.tile(np.arange(size), (resamples, 1)), axis=1)[:, :first]
    np.put_along_axis(chosen, rows, 1.0, axis=1)
    x, n = chosen @ hits, chosen @ units
    gap = np.abs(x / n - (hits.sum() - x) / (units.sum() - n))
    extreme = int((gap >= observed - 1e-12).sum())
    return extreme / len(gap) if exact else (extreme + 1) / (len(gap) + 1)


def _pair(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> _Pair:
    a, b = group_of(hits_a, units_a), group_of(hits_b, units_b)
    for name, group in (("a", a), ("b", b)):
        if not (group.units > 0).all():
            raise InvalidArgument(f"group {name} has no units; nothing can be compared with it")
    rho = intraclass(a, b)
    return _Pair(a, b, a.design_effect(rho), b.design_effect(rho))


@dataclass(frozen=True)
class _Pair:
    """Two groups of essays and what they share: design effects, degrees of freedom."""

    a: Group
    b: Group
    effect_a: FloatArray
    effect_b: FloatArray

    @property
    def testable(self) -> NDArray[np.bool_]:
        return np.asarray(self.a.essays + self.b.essays > 2)

    @property
    def df(self) -> FloatArray:
        # Welch-Satterthwaite under one common share; pooling rho alone would trust the t tails
        # of a single essay against many, which skewed counts do not follow
        a, b = self.effect_a / self.a.units, self.effect_b / self.b.units
        df_a = np.maximum(self.a.effective_essays - 1.0, 1.0)
        df_b = np.maximum(self.b.effective_essays - 1.0, 1.0)
        return (a + b) ** 2 / (a**2 / df_a + b**2 / df_b)

    def quantile(self, level: float) -> FloatArray:
        from scipy.special import stdtrit

        check_level(level)
        return np.asarray(stdtrit(self.df, (1.0 + level) / 2.0))

    def p(self, t: FloatArray) -> FloatArray:
        from scipy.special import stdtr

        return np.where(self.testable, 2.0 * stdtr(self.df, -t), 1.0)


def _touching(pair: _Pair) -> FloatArray:
    """Return the quantile at which the MOVER interval of a difference touches 0, by bisection."""
    a_above = pair.a.share >= pair.b.share
    gap = np.abs(pair.a.share - pair.b.share)
    under, over = np.zeros_like(gap), np.full_like(gap, _LARGE)
    for _ in range(50):
        middle = (under + over) / 2.0
        low_a, high_a = logit_limits(pair.a, pair.effect_a, middle)
        low_b, high_b = logit_limits(pair.b, pair.effect_b, middle)
        down = np.hypot(pair.a.share - low_a, high_b - pair.b.share)
        up = np.hypot(high_a - pair.a.share, pair.b.share - low_b)
        reached = np.where(a_above, down, up) >= gap
        over, under = np.where(reached, middle, over), np.where(reached, under, middle)
    return np.where(gap > 0, over, 0.0)
