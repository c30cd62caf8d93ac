"""The intervals that were tried for the share of a theme in a group of essays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.special import stdtrit
from scipy.stats import beta, norm

from kpu_corpus.analysis.statistics import group_interval, share_interval
from kpu_corpus.analysis.statistics.clusters import group_of, intraclass

RESAMPLES = 999
Limits = tuple[Any, Any]


def chosen(hits: Any, units: Any) -> Limits:
    _, low, high, _ = group_interval(hits, units)
    return low, high


def _wilson_pooled(hits: Any, units: Any) -> Limits:
    _, low, high, _ = share_interval(hits.sum(-1), units.sum(-1), design_effect=1.0)
    return low, high


def _wilson_effective(hits: Any, units: Any) -> Limits:
    group = group_of(hits, units)
    t = float(stdtrit(hits.shape[-1] - 1, 0.975))
    n = group.units / group.design_effect(intraclass(group))
    scale = 1 + t**2 / n
    centre = (group.share + t**2 / (2 * n)) / scale
    half = t / scale * np.sqrt(group.share * (1 - group.share) / n + t**2 / (4 * n**2))
    return centre - half, centre + half


def _clopper_pearson_effective(hits: Any, units: Any) -> Limits:
    group = group_of(hits, units)
    t = float(stdtrit(hits.shape[-1] - 1, 0.975))
    n = group.units / group.design_effect(intraclass(group)) * (1.96 / t) ** 2
    x = group.share * n
    low = np.where(x > 0, beta.ppf(0.025, np.maximum(x, 1e-9), n - x + 1), 0.0)
    return low, np.where(x < n, beta.ppf(0.975, x + 1, np.maximum(n - x, 1e-9)), 1.0)


def _t(hits: Any, units: Any) -> Limits:
    essays = hits.shape[-1]
    total, share = units.sum(-1), hits.sum(-1) / units.sum(-1)
    residual = ((hits - share[:, None] * units) ** 2).sum(-1)
    half = stdtrit(essays - 1, 0.975) * np.sqrt(essays / (essays - 1) * residual) / total
    return share - half, share + half


def _percentile(hits: Any, units: Any) -> Limits:
    return _bootstrap(hits, units, accelerate=False)


def _bca(hits: Any, units: Any) -> Limits:
    return _bootstrap(hits, units, accelerate=True)


def _bootstrap(hits: Any, units: Any, *, accelerate: bool) -> Limits:
    """Cluster bootstrap, percentile or BCa (Efron 1987); one set of resamples for all runs."""
    essays = hits.shape[-1]
    rng = np.random.default_rng(3)
    drawn = rng.multinomial(essays, np.full(essays, 1 / essays), size=RESAMPLES).T.astype(float)
    share = hits.sum(-1) / units.sum(-1)
    values = np.sort((hits @ drawn) / (units @ drawn), axis=1)
    levels = np.tile([0.025, 0.975], (len(hits), 1))
    if accelerate:
        below = (values < share[:, None]).mean(1) + 0.5 * (values == share[:, None]).mean(1)
        bias = norm.ppf(np.clip(below, 1e-3, 1 - 1e-3))[:, None]
        out = (hits.sum(-1)[:, None] - hits) / (units.sum(-1)[:, None] - units)
        gap = out.mean(1, keepdims=True) - out
        cube = (gap**2).sum(1, keepdims=True) ** 1.5
        skew = (gap**3).sum(1, keepdims=True) / (6 * np.where(cube > 0, cube, 1))
        z = bias + norm.ppf([0.025, 0.975])
        levels = norm.cdf(bias + z / (1 - skew * z))
    place = np.clip(np.round(levels * (RESAMPLES + 1)).astype(int) - 1, 0, RESAMPLES - 1)
    limits = np.take_along_axis(values, place, axis=1)
    return limits[:, 0], limits[:, 1]


METHODS: dict[str, Callable[[Any, Any], Limits]] = {
    "Wilson, pooled": _wilson_pooled,
    "percentile bootstrap": _percentile,
    "BCa bootstrap": _bca,
    "t on G-1": _t,
    "Wilson, n/deff, t": _wilson_effective,
    "Clopper-Pearson, n/deff, t": _clopper_pearson_effective,
    "logit t, CR2 (chosen)": chosen,
}
