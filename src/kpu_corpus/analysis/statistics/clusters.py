"""Counts in essays as cluster samples: how much essays differ, and what that costs.

A group of essays is a sample of essays, not of sentences: sentences (or words) of one essay are
more alike than those of two. The functions here measure that once for the whole family.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ulp
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpu_corpus.errors import InvalidArgument

FloatArray = NDArray[np.float64]

OUTSIDE = 0.025  # what limits leave out on either side
LEAST_P = ulp(0.0)  # the smallest positive number (5e-324): p is never 0
NORMAL = 1.959963984540054  # the quantile of the normal distribution that does


@dataclass(frozen=True)
class Group:
    """Sums over the essays of a group; every field has one value per row of the hits."""

    hits: FloatArray
    units: FloatArray
    share: FloatArray
    essays: FloatArray  # essays that have units
    effective_essays: FloatArray  # (sum n)^2 / sum n^2, Kish (1965)
    size: FloatArray  # sum n^2 / sum n: the essay size a unit meets on average
    spread: FloatArray  # squared residuals of the essays, leverage-corrected
    binomial: FloatArray  # the spread expected if essays did not differ
    growth: FloatArray  # by what multiple of that it is larger at rho 1

    def design_effect(self, rho: FloatArray) -> FloatArray:
        """Return ``1 + (size - 1) rho`` (Kish 1965)."""
        return 1.0 + (self.size - 1.0) * rho


def group_of(hits: Any, units: Any) -> Group:
    """Summarise essays; the last axis of ``hits`` and ``units`` runs over essays.

    ``hits`` may be a scipy sparse matrix (rows x essays). Each essay's squared residual is
    divided by ``1 - n_i / sum n`` so that without rho its expectation does not depend on how
    unequal the essays are (CR2, Bell & McCaffrey 2002). What rho adds to it does: an essay that is
    most of the group pulls the share towards its own, and its residual shows little of it.
    """
    n, h = _checked(hits, units)
    total = n.sum(axis=-1)
    squares = (n**2).sum(axis=-1)
    safe = np.maximum(total, 1.0)
    weight = n / np.expand_dims(safe, -1)
    lever = np.where(weight < 1.0, 1.0 / np.where(weight < 1.0, 1.0 - weight, 1.0), 0.0)
    count = _dot(h, np.ones_like(n))
    share = count / safe
    spread = (
        _dot(h * h if isinstance(h, np.ndarray) else h.multiply(h).tocsr(), lever)
        - 2.0 * share * _dot(h, lever * n)
        + share**2 * (lever * n**2).sum(axis=-1)
    )
    rows = np.ones_like(share)  # the units may be those of every row of the hits
    essays = (n > 0).sum(axis=-1) * rows
    added = n * (n - 1.0)  # to the variance of an essay at rho 1
    others = np.expand_dims(added.sum(axis=-1), -1) - added
    seen = ((1.0 - weight) * added + lever * weight**2 * others).sum(axis=-1)
    return Group(
        hits=count,
        units=total * rows,
        share=share,
        essays=essays,
        effective_essays=total**2 / np.maximum(squares, 1.0) * rows,
        size=squares / safe * rows,
        spread=np.maximum(spread, 0.0),
        binomial=np.where(essays > 1, total * share * (1.0 - share), 0.0),
        growth=seen / safe * rows,
    )


def intraclass(*groups: Group) -> FloatArray:
    """Return the intra-essay correlation rho in [0, 1], pooled over groups.

    Method of moments: the hits of an essay of n units vary by ``n p (1 - p) (1 + (n - 1) rho)``, so
    rho solves ``sum r_i = p (1 - p) (N + S rho)``, r_i the squared residuals (CR2) of ``group_of``
    and ``S = sum ((1 - w_i) m_i + w_i^2 M_i / (1 - w_i))``, ``m_i = n_i (n_i - 1)``, M_i the sum of
    the other essays' m, w_i the part of the essay in all N units; with essays of one length S is
    sum m_i. Over several groups both sides are added. 0 where nothing tells (one essay, no hits,
    all hits).
    """
    excess = sum((g.spread - g.binomial for g in groups), np.float64(0))
    slope = sum((g.binomial * g.growth for g in groups), np.float64(0))
    known = slope > 0
    rho = np.where(known, excess / np.where(known, slope, 1.0), 0.0)
    return np.asarray(np.clip(rho, 0.0, 1.0))


def common_intraclass(group: Group) -> float:
    """Return the rho in [0, 1] of the rows of a group on average.

    What a rare word alone cannot show, how much its essays differ, all words together do: the
    mean of what the moment equation of ``intraclass`` gives for each row, before it is cut to
    [0, 1].
    """
    slope = group.binomial * group.growth
    known = slope > 0
    if not known.any():
        return 0.0
    excess = (group.spread - group.binomial)[known] / slope[known]
    return min(max(float(excess.mean()), 0.0), 1.0)


@dataclass(frozen=True)
class Pair:
    """Two groups of essays and their design effects, from one rho, as if both had one source."""

    a: Group
    b: Group
    effect_a: FloatArray
    effect_b: FloatArray

    @property
    def testable(self) -> NDArray[np.bool_]:
        """False where there is one essay on each side: nothing tells how much essays differ."""
        return np.asarray(self.a.essays + self.b.essays > 2)

    @property
    def own_effects(self) -> tuple[FloatArray, FloatArray]:
        """The design effects for limits: from a group's own rho where this is larger.

        With one rho a few essays that differ much seem as alike as the many beside them. The
        larger one, since a few essays hardly show their own.
        """
        effect_a, effect_b = (g.design_effect(intraclass(g)) for g in (self.a, self.b))
        return np.maximum(self.effect_a, effect_a), np.maximum(self.effect_b, effect_b)


def pair_of(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> Pair:
    """Summarise two groups; InvalidArgument when one of them has no units."""
    a, b = group_of(hits_a, units_a), group_of(hits_b, units_b)
    for name, group in (("a", a), ("b", b)):
        if not (group.units > 0).all():
            raise InvalidArgument(f"group {name} has no units; nothing can be compared with it")
    rho = intraclass(a, b)
    return Pair(a, b, a.design_effect(rho), b.design_effect(rho))


def t_quantile(df: FloatArray) -> FloatArray:
    """Return the quantile of t that leaves out 2.5 % on either side."""
    from scipy.special import stdtrit

    return np.asarray(stdtrit(df, 1.0 - OUTSIDE))


def _checked(hits: Any, units: Any) -> tuple[FloatArray, Any]:
    """Return (units, hits) as floats; InvalidArgument unless 0 <= hits <= units, all finite."""
    n = np.asarray(units, dtype=np.float64)
    sparse = hasattr(hits, "tocsr")
    h: Any = hits.tocsr().astype(np.float64) if sparse else np.asarray(hits, dtype=np.float64)
    if n.ndim == 0 or h.ndim == 0 or h.shape[-1] != n.shape[-1]:
        raise InvalidArgument(
            f"hits has shape {h.shape} and units {n.shape}; expected arrays whose last axis "
            "runs over the same essays"
        )
    dense: Any = h.data if sparse else h
    limit = n[h.indices] if sparse else n
    if not (np.isfinite(n).all() and np.isfinite(dense).all() and (n >= 0).all()):
        raise InvalidArgument("hits and units must be finite, and units not negative")
    if (dense < 0).any() or (dense > limit).any():
        raise InvalidArgument("expected 0 <= hits <= units in every essay; check the two columns")
    return n, h


def _dot(values: Any, weights: FloatArray) -> FloatArray:
    if isinstance(values, np.ndarray):
        return np.asarray((values * weights).sum(axis=-1))
    return np.asarray(values @ weights)
