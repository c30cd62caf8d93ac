"""The limits of Krippendorff's alpha between coders: essays are what was sampled."""

from __future__ import annotations

from math import nan
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.clusters import t_quantile
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS
from kpu_corpus.errors import InvalidArgument

LEAST = 1e-9  # of 1 - w, where one essay has all codes of a theme


class AlphaInterval(NamedTuple):
    """Krippendorff's alpha with its limits."""

    alpha: float
    low: float
    high: float


def alpha_interval(ones: Any, codes: Any, essay: Any) -> AlphaInterval:
    """Return Krippendorff's alpha of codes 0 and 1 with its 95 % limits for other essays.

    ``ones`` and ``codes`` count, for each unit (or themes × units), the coders who gave 1 and those
    who gave either; ``essay`` has the number of each unit's essay. Of several themes it is the mean
    alpha of those that have one. Units with one code are left out.

    A theme has ``1 - alpha = D / E`` (Krippendorff 2004): of units with m codes, k of them 1, ``D =
    sum 2 k (m - k) / (m - 1)``, and ``E = 2 K (N - K) / (N - 1)``, N and K the sums of m and k. The
    limits are those of its logarithm with ``D + 1`` for D, half a unit on which coders differ, so
    that full agreement of a sample is not taken for certainty: ``± t sqrt(v)``, v the sum of the
    essays' squared influences on it (delta method) ``(D_e - w D) / (D + 1) - (K_e - w K) (1 / K - 1
    / (N - K))``, each divided by ``sqrt(1 - w)``, w the part of the essay in N (CR2, Bell &
    McCaffrey 2002). It is at least ``2 / (D + 1)``, which units give that differ one by one. t has
    G* - 1 degrees of freedom (Kish 1965). For several themes influences and variances are weighted
    by ``D / E``. Chosen by simulation: ``python -m benchmarks.alpha_limits``; limits from drawing
    whole essays anew (bootstrap, Efron 1979) are too narrow where essays, or units that differ, are
    few.

    All NaN if no theme has both codes in units with two; limits NaN with fewer than five essays.

    Raises InvalidArgument unless 0 <= ones <= codes and each unit has an essay.

    >>> ones, codes = [2, 0, 0, 1, 0] * 8, [2] * 40
    >>> [round(x, 2) for x in alpha_interval(ones, codes, [unit // 5 for unit in range(40)])]
    [0.53, -0.12, 0.78]
    """
    k, m = (np.atleast_2d(np.asarray(x, np.float64)) for x in (ones, codes))
    own = np.unique(np.asarray(essay), return_inverse=True)[1]
    if k.shape != m.shape or k.shape[1:] != own.shape or not ((k >= 0) & (k <= m)).all():
        raise InvalidArgument("expected 0 <= ones <= codes, and an essay for each unit")
    k, m = (np.where(m > 1, x, 0.0) for x in (k, m))
    apart = 2.0 * k * (m - k) / np.maximum(m - 1.0, 1.0)
    both = (k > 0).any(axis=1) & (m > k).any(axis=1)
    if not both.any():
        return AlphaInterval(nan, nan, nan)
    codes_of, ones_of, apart_of = (_by_essay(x[both], own) for x in (m, k, apart))
    n, one, d = (x.sum(axis=1, keepdims=True) for x in (codes_of, ones_of, apart_of))
    expected = 2.0 * one * (n - one) / (n - 1.0)
    alpha = float(1.0 - (d / expected).mean())
    sizes = codes_of.sum(axis=0)
    if (sizes > 0).sum() < MIN_ESSAYS:
        return AlphaInterval(alpha, nan, nan)
    ratio = (d + 1.0) / expected
    weight, part = ratio / ratio.sum(), codes_of / n
    influence = (apart_of - part * d) / (d + 1.0)
    influence -= (ones_of - part * one) * (1.0 / one - 1.0 / (n - one))
    lever = np.sqrt(np.maximum(1.0 - part, LEAST))
    clustered = ((weight * influence / lever).sum(axis=0) ** 2).sum()
    variance = np.maximum(clustered, (weight**2 * 2.0 / (d + 1.0)).sum())
    df = np.maximum(sizes.sum() ** 2 / (sizes**2).sum() - 1.0, 1.0)
    arm = t_quantile(df) * np.sqrt(variance)
    low, high = (float(1.0 - ratio.mean() * np.exp(side)) for side in (arm, -arm))
    return AlphaInterval(alpha, max(min(low, alpha), -1.0), max(high, alpha))


def _by_essay(values: Any, own: Any) -> Any:
    count = int(own.max()) + 1
    return np.stack([np.bincount(own, row, count) for row in values])
