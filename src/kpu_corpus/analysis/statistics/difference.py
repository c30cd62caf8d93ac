"""Two groups of essays: do their shares differ by more than chance within one source?

A test of pooled sentences treats each as an independent draw; they come in essays, and its false
alarms reach several times the stated rate. The tests here know the essays.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray, Group, pair_of, t_quantile
from kpu_corpus.analysis.statistics.exchange import LISTED, permutation_p
from kpu_corpus.analysis.statistics.proportions import logit_limits


class Difference(NamedTuple):
    """Shares of two groups, their difference a - b with its limits, and p."""

    share_a: FloatArray
    share_b: FloatArray
    difference: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray


def group_difference(
    hits_a: Any,
    units_a: Any,
    hits_b: Any,
    units_b: Any,
    *,
    resamples: int = LISTED,
) -> Difference:
    """Return the difference of two groups' shares with interval and p; essays on the last axis.

    ``hits`` may have leading axes (themes), handled at once. Limits: the two groups' logit
    intervals combined by MOVER (Newcombe 1998; Zou & Donner 2008), with the intra-essay
    correlation rho pooled over the groups, or a group's own where this is larger, and t on Ga* +
    Gb* - 2 degrees of freedom (effective numbers of essays). p: ``permutation_p``. Near the border
    the two may disagree; p decides. One essay on each side: nothing tells how much essays of one
    source differ, so p is 1 and the limits are -1 and 1.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> d = group_difference([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22])
    >>> print(f"{d.difference:.2f} {d.low:.2f} {d.high:.2f} {d.p:.3f}")
    0.30 0.13 0.46 0.029
    """
    pair = pair_of(hits_a, units_a, hits_b, units_b)
    a, b = pair.a, pair.b
    df = np.maximum(a.effective_essays + b.effective_essays - 2.0, 1.0)
    quantile = t_quantile(df)
    low, high = shares_apart(a, b, pair.own_effects, quantile)
    return Difference(
        a.share[()],
        b.share[()],
        (a.share - b.share)[()],
        np.where(pair.testable, low, -1.0)[()],
        np.where(pair.testable, high, 1.0)[()],
        permutation_p(hits_a, units_a, hits_b, units_b, resamples=resamples),
    )


def shares_apart(
    a: Group, b: Group, effects: tuple[FloatArray, FloatArray], quantile: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the limits of a difference of shares from the logit limits of both (MOVER)."""
    low_a, high_a = logit_limits(a, effects[0], quantile)
    low_b, high_b = logit_limits(b, effects[1], quantile)
    difference = a.share - b.share
    low = difference - np.hypot(a.share - low_a, high_b - b.share)
    high = difference + np.hypot(high_a - a.share, b.share - low_b)
    return np.maximum(low, -1.0)[()], np.minimum(high, 1.0)[()]
