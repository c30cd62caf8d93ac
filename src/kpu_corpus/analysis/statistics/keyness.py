"""Words of two groups of essays, or of one and a large corpus: is one rate above the other?

G² of pooled words treats every word as an independent draw; words come in essays. What is tested
here are essays: exchanged between two groups, or counts divided by their design effect.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.association import log_likelihood, log_ratio
from kpu_corpus.analysis.statistics.clusters import (
    LEAST_P,
    OUTSIDE,
    FloatArray,
    Group,
    common_intraclass,
    group_of,
    intraclass,
    pair_of,
    t_quantile,
)
from kpu_corpus.analysis.statistics.effective import effective, positive, tails
from kpu_corpus.analysis.statistics.exchange import exchange_p

FEWEST = 2.0  # degrees of freedom of a side; few essays have fewer


class Keyness(NamedTuple):
    """Counts of two groups, pooled G², log-ratio with its limits, and p that knows the essays."""

    count_a: FloatArray
    count_b: FloatArray
    g2: FloatArray
    log_ratio: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray


def group_keyness(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, p: Any = None
) -> Keyness:
    """Return keyness of words between two groups of essays; rows are words, columns essays.

    ``hits`` may be scipy sparse (words x essays); ``units`` are the essays' sizes in words. g2 and
    log_ratio are those of the pooled counts; p is ``exchange_p``, which asks how often exchanging
    whole essays makes as large a difference, unless it is given.

    The limits of log_ratio are ``count_limits`` of the effective counts: each group's counts and
    words divided by its design effect (rho per word, pooled over the groups, or a group's own where
    this is larger), at the level that t leaves out beyond its quantile, with Welch's (1947) degrees
    of freedom for the variances of two equal rates, ``deff / n`` of each group, which has two at
    least: with the 1 that G* - 1 is cut to elsewhere one essay against many had limits up to a
    hundred bits apart. A count of 0 sets no limit on its side; there 0.5 stands for it, as in
    ``log_ratio``. The limits do not presume that the groups are alike, so near 0.05 they may
    disagree with p; p decides. One essay on each side: p = 1 and the limits are infinite.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> k = group_keyness([9, 7, 8, 5], [300, 280, 310, 260], [1, 2, 0, 1], [300, 310, 290, 305])
    >>> print(f"{k.g2:.1f} {k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.3f}")
    22.8 2.9 1.1 5.4 0.029
    """
    pair = pair_of(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    counts = (a.hits, b.hits, a.units, b.units)
    effects = pair.own_effects
    quantile = t_quantile(_welch(a, b, effects))
    ratio, low, high = ratio_limits(*counts, effects, quantile)
    if p is None:
        p = exchange_p(hits_a, units_a, hits_b, units_b)
    return Keyness(
        a.hits[()],
        b.hits[()],
        log_likelihood(*counts),
        ratio,
        np.where(pair.testable, low, -np.inf)[()],
        np.where(pair.testable, high, np.inf)[()],
        p,
    )


def fixed_keyness(
    hits: Any,
    units: Any,
    expected: Any,
    words: float,
    *,
    most: Any = False,
) -> Keyness:
    """Return keyness of a group's words against a corpus that is taken as words drawn one by one.

    ``expected`` are the counts in that corpus of ``words`` words, ``most`` tells where they are
    only an upper bound. Of c + b occurrences c fall to the group with chance ``n / (n + words)``
    when the rates are equal, however often the word occurs (Przyborowski & Wilenski 1940); p is
    twice the smaller tail of that binomial, and the limits of log_ratio are those of Clopper &
    Pearson (1934), so that p < 0.05 and 95 % limits without 0 say the same. c and n are effective:
    divided by the design effect of the group's own clusters (columns of ``hits``, with ``units``
    words each), from the word's own rho or that of the rows on average, whichever is larger. With
    one cluster nothing tells how much they differ: p = 1 and the limits are infinite. Where
    ``expected`` is an upper bound nothing is claimed to be rarer: there p is 1 unless the word is
    more frequent, there is no upper limit, and g2 is 0 where the word seems rarer: the least that
    any count up to the bound gives. What is smaller than any number (5e-324) is told as
    that: p is never 0.

    Raises InvalidArgument unless 0 <= hits <= units and the group has units.

    >>> k = fixed_keyness([9, 7, 8, 5], [300, 280, 310, 260], 5_000, 1_000_000)
    >>> print(f"{k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.1g}")
    2.3 1.8 2.9 1e-11
    """
    group = group_of(hits, units)
    there = np.asarray(expected, dtype=np.float64)
    rho = np.maximum(intraclass(group), common_intraclass(group))
    effect = group.design_effect(rho)
    counts = (group.hits, there, group.units, words)
    low, high = count_limits(*counts, effects=(effect, 1.0), outside=OUTSIDE)
    above, below = tails(*counts, effects=(effect, 1.0))
    least = np.where(most, above, np.minimum(above, below))
    several = group.essays > 1
    seems_rarer = np.asarray(most) & (group.hits * words < there * group.units)
    return Keyness(
        group.hits[()],
        there[()],
        np.where(seems_rarer, 0.0, log_likelihood(*counts))[()],
        log_ratio(*counts)[0],
        np.where(several, low, -np.inf)[()],
        np.where(several & ~np.asarray(most), high, np.inf)[()],
        np.where(several, np.clip(2.0 * least, LEAST_P, 1.0), 1.0)[()],
    )


def ratio_limits(
    count_a: FloatArray,
    count_b: FloatArray,
    total_a: FloatArray,
    total_b: FloatArray,
    effects: tuple[FloatArray, FloatArray],
    quantile: FloatArray,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the log-ratio with its limits: ``count_limits``, or ``log_ratio``'s for a count of 0.

    Both leave out what is beyond the quantile.
    """
    from scipy.special import ndtr

    counts = (count_a, count_b, total_a, total_b)
    low, high = count_limits(*counts, effects=effects, outside=ndtr(-quantile))
    ratio, least, most = log_ratio(*counts, quantile=quantile, design_effects=effects)
    return ratio, np.where(count_a > 0, low, least), np.where(count_b > 0, high, most)


def count_limits(
    count_a: Any, count_b: Any, total_a: Any, total_b: Any, *, effects: Any, outside: Any
) -> tuple[FloatArray, FloatArray]:
    """Return the limits of a log-ratio of two rates, ``outside`` being left out on either side.

    Counts and totals are divided by their design effects, as Korn & Graubard (1998) do for a
    share. Of both counts together the share that falls to a has Clopper & Pearson's (1934)
    limits, whose odds over those of the totals are the limits of the ratio. A count of 0 leaves
    one side without a limit.

    >>> low, high = count_limits(30, 0, 1_000, 1_000, effects=(1, 1), outside=0.025)
    >>> print(f"{low:.2f} {high}")
    2.93 inf
    """
    a, b, size_a, size_b = effective(count_a, count_b, total_a, total_b, effects)
    shift = np.log2(size_b) - np.log2(size_a)
    return (_least_odds(a, b, outside) + shift)[()], (shift - _least_odds(b, a, outside))[()]


def _least_odds(own: FloatArray, other: FloatArray, outside: Any) -> FloatArray:
    """Return the binary log of the odds at the lower limit of ``own / (own + other)``."""
    from scipy.special import betaincinv

    share = np.where(own > 0, betaincinv(positive(own), other + 1.0, outside), 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(share) - np.log2(1.0 - share))


def _welch(a: Group, b: Group, effects: tuple[FloatArray, FloatArray]) -> FloatArray:
    # variances under one common rate; the pooled df would trust the t tails of a single essay
    # against many, which skewed counts do not follow
    of_a, of_b = effects[0] / a.units, effects[1] / b.units
    df_a, df_b = (np.maximum(group.effective_essays - 1.0, FEWEST) for group in (a, b))
    return np.asarray((of_a + of_b) ** 2 / (of_a**2 / df_a + of_b**2 / df_b))
