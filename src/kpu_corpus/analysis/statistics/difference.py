"""Two groups of essays: do they differ by more than essays of one source do?

The pooled G² treats every word as an independent draw; words come in essays, and its false alarms
reach several times the stated rate. The tests here know the essays.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    group_of,
    intraclass,
)
from kpu_corpus.analysis.statistics.proportions import logit_limits
from kpu_corpus.errors import InvalidArgument

_CELLS = 2_000_000  # essays x assignments held at once


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
    hits_a: Any,
    units_a: Any,
    hits_b: Any,
    units_b: Any,
    *,
    level: float = 0.95,
    resamples: int = 4999,
    seed: int = 0,
) -> Difference:
    """Return the difference of two groups' shares with interval and p; essays on the last axis.

    ``hits`` may have leading axes (themes), handled at once. Limits: the two groups' logit
    intervals combined by MOVER (Newcombe 1998; Zou & Donner 2008), with one intra-essay
    correlation rho pooled over the groups and t on Ga* + Gb* - 2 degrees of freedom (effective
    numbers of essays). p: ``permutation_p``, exact. Near the border the two may disagree; p
    decides. One essay on each side: nothing tells how much essays of one source differ, so p is 1
    and the limits are -1 and 1.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> d = group_difference([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22])
    >>> print(f"{d.difference:.2f} {d.low:.2f} {d.high:.2f} {d.p:.3f}")
    0.30 0.13 0.46 0.029
    """
    pair = _pair(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    df = np.maximum(a.effective_essays + b.effective_essays - 2.0, 1.0)
    quantile = _quantile(df, level)
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
        permutation_p(hits_a, units_a, hits_b, units_b, resamples=resamples, seed=seed),
    )


def group_keyness(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, level: float = 0.95
) -> Keyness:
    """Return keyness of words between two groups of essays; rows are words, columns essays.

    ``hits`` may be scipy sparse (words x essays); ``units`` are the essays' sizes in words. g2 and
    log_ratio are those of the pooled counts. The limits of log_ratio are those of ``log_ratio``
    with each group's design effect (rho per word, pooled over the groups) and Welch's (1947)
    degrees of freedom; p is from the same t, so p < 0.05 and a 95 % interval without 0 say the
    same, and p stays honest far out in the tail where a false discovery rate over a vocabulary
    reads it. A side with one essay cannot reach p < 0.05 (its g2 and log_ratio describe that essay,
    not a source); one essay on each side: p = 1 and the limits are infinite.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> k = group_keyness([9, 7, 8, 5], [300, 280, 310, 260], [1, 2, 0, 1], [300, 310, 290, 305])
    >>> print(f"{k.g2:.1f} {k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.3f}")
    22.8 2.9 1.0 4.8 0.009
    """
    from scipy.special import stdtr

    pair = _pair(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    effects = (pair.effect_a, pair.effect_b)
    counts = (a.hits, b.hits, a.units, b.units)
    df = _welch(pair)
    quantile = _quantile(df, level)
    ratio, low, high = log_ratio(*counts, quantile=quantile, design_effects=effects)
    error = (high - ratio) / quantile
    t = np.abs(ratio) / np.where(error > 0, error, 1.0)
    return Keyness(
        a.hits[()],
        b.hits[()],
        log_likelihood(*counts),
        ratio,
        np.where(pair.testable, low, -np.inf)[()],
        np.where(pair.testable, high, np.inf)[()],
        np.where(pair.testable, 2.0 * stdtr(df, -t), 1.0)[()],
    )


def fixed_keyness(
    hits: Any, units: Any, expected: Any, words: float, *, level: float = 0.95
) -> Keyness:
    """Return keyness of a group's words against a corpus so large that its rates count as known.

    As ``group_keyness``, with the design effect of the group's own clusters (columns of ``hits``,
    with ``units`` words each) and t on their effective number less one; ``expected`` are the
    counts in the large corpus, of ``words`` words.

    Raises InvalidArgument unless 0 <= hits <= units and the group has units.

    >>> k = fixed_keyness([9, 7, 8, 5], [300, 280, 310, 260], 5_000, 1_000_000)
    >>> print(f"{k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.4f}")
    2.3 1.5 3.2 0.0032
    """
    from scipy.special import stdtr

    check_level(level)
    group = group_of(hits, units)
    df = np.maximum(group.effective_essays - 1.0, 1.0)
    quantile = _quantile(df, level)
    counts = (group.hits, np.asarray(expected, dtype=np.float64), group.units, words)
    effects = (group.design_effect(intraclass(group)), 1.0)
    ratio, low, high = log_ratio(*counts, quantile=quantile, design_effects=effects)
    error = (high - ratio) / quantile
    t = np.abs(ratio) / np.where(error > 0, error, 1.0)
    return Keyness(
        group.hits[()],
        counts[1][()],
        log_likelihood(*counts),
        ratio,
        low,
        high,
        np.asarray(2.0 * stdtr(df, -t))[()],
    )


def permutation_p(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, resamples: int = 4999, seed: int = 0
) -> Any:
    """Return p of the difference of two groups' shares by exchanging whole essays.

    Two-sided, on |share_a - share_b|; leading axes of ``hits`` (themes) share the exchanges, units
    have one axis. All assignments are listed where there are at most ``resamples`` (exact, Fisher
    1935); otherwise ``resamples`` seeded ones, counted with the observed one so that p is never 0
    (Phipson & Smyth 2010). Exact whatever the lengths and however much essays differ, as long as
    both groups come from one source. Never below 1 / C(Ga + Gb, Ga).

    Raises InvalidArgument unless 0 <= hits <= units, both have units, and resamples >= 1.

    >>> p = permutation_p([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22])
    >>> round(float(p), 4)
    0.0286
    """
    if resamples < 1:
        raise InvalidArgument(f"resamples={resamples!r}; expected 1 or more")
    pair = _pair(hits_a, units_a, hits_b, units_b)
    if np.ndim(units_a) != 1 or np.ndim(units_b) != 1:
        raise InvalidArgument("units must have one axis here; call once for each set of essays")
    units = np.concatenate([np.asarray(units_a), np.asarray(units_b)]).astype(np.float64)
    hits = np.concatenate([np.asarray(hits_a), np.asarray(hits_b)], axis=-1)[..., units > 0]
    first = int((np.asarray(units_a) > 0).sum())
    units = units[units > 0]
    # the draws are of essays in an order that is their own, not that of their files
    order = np.lexsort((*hits.reshape(-1, len(units)), units))
    hits, units = hits[..., order], units[order]
    observed = np.abs(pair.a.share - pair.b.share)[..., np.newaxis]
    extreme, listed = np.zeros(hits.shape[:-1]), 0
    for chosen in _assignments(len(units), first, resamples, seed):
        n = chosen @ units
        x = hits @ chosen.T
        gap = np.abs(x / n - (hits.sum(axis=-1)[..., np.newaxis] - x) / (units.sum() - n))
        extreme = extreme + (gap >= observed - 1e-12).sum(axis=-1)
        listed += len(n)
    exact = comb(len(units), first) <= resamples
    return (extreme / listed if exact else (extreme + 1) / (listed + 1))[()]


def _assignments(size: int, first: int, resamples: int, seed: int) -> Iterator[FloatArray]:
    """Yield blocks of 0/1 rows that put ``first`` of ``size`` essays on side a."""
    if comb(size, first) <= resamples:
        yield _rows(np.array(list(combinations(range(size), first))), size)
        return
    rng = np.random.default_rng(seed)
    block = max(_CELLS // size, 1)
    for start in range(0, resamples, block):
        order = np.tile(np.arange(size), (min(block, resamples - start), 1))
        yield _rows(rng.permuted(order, axis=1)[:, :first], size)


def _rows(sides: NDArray[np.int64], size: int) -> FloatArray:
    chosen = np.zeros((len(sides), size))
    np.put_along_axis(chosen, sides, 1.0, axis=1)
    return chosen


@dataclass(frozen=True)
class _Pair:
    """Two groups of essays and their design effects, from one rho."""

    a: Group
    b: Group
    effect_a: FloatArray
    effect_b: FloatArray

    @property
    def testable(self) -> NDArray[np.bool_]:
        return np.asarray(self.a.essays + self.b.essays > 2)


def _pair(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> _Pair:
    a, b = group_of(hits_a, units_a), group_of(hits_b, units_b)
    for name, group in (("a", a), ("b", b)):
        if not (group.units > 0).all():
            raise InvalidArgument(f"group {name} has no units; nothing can be compared with it")
    rho = intraclass(a, b)
    return _Pair(a, b, a.design_effect(rho), b.design_effect(rho))


def _welch(pair: _Pair) -> FloatArray:
    # variances under one common share; the pooled df would trust the t tails of a single essay
    # against many, which skewed counts do not follow
    a, b = pair.effect_a / pair.a.units, pair.effect_b / pair.b.units
    df_a = np.maximum(pair.a.effective_essays - 1.0, 1.0)
    df_b = np.maximum(pair.b.effective_essays - 1.0, 1.0)
    return (a + b) ** 2 / (a**2 / df_a + b**2 / df_b)


def _quantile(df: FloatArray, level: float) -> FloatArray:
    from scipy.special import stdtrit

    check_level(level)
    return np.asarray(stdtrit(df, (1.0 + level) / 2.0))
