"""Tail probability that essays of a given total length have as many occurrences."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray

_STEPS = 60  # Newton's method; a dozen are usual
_LONGEST = 1.5  # of a step
_HALVINGS = 20  # of a step that leads up; one or two are usual
_NEAR = 0.2  # standard errors from the mean, where the formula is 0 / 0


def tail(
    values: FloatArray,
    units: FloatArray,
    share: float,
    least: FloatArray,
    span: FloatArray | float = 1.0,
    times: FloatArray | float = 1.0,
) -> FloatArray:
    """Return, row by row, P(sum of the values of a part of the essays >= ``least``).

    The part has ``share`` of the ``units``, one essay as likely in it as another; rows of
    ``values`` sum to 0 and are counts less what is expected of each essay. Essays of one value and
    size may be one cell, ``times`` (of the shape of ``values``) telling how many it stands for;
    ``units`` may be rows of cells, too. Double saddlepoint of
    the sum given the units of the part (Robinson 1982; Skovgaard 1987), in Barndorff-Nielsen's
    (1986) form ``1 - Φ(w + ln(v / w) / w)``; counts are multiples of ``span`` d, so half of it is
    taken off and ``v`` has ``2 sinh(d t / 2) / d`` (Daniels 1987). 0 beyond the largest sum, 1 up
    to the smallest, NaN within a fifth of a standard error of the mean.

    >>> from math import comb
    >>> values = np.array([[0.5] * 10 + [-0.5] * 10])  # a word once in half of twenty essays
    >>> found = tail(values, np.ones(20), 0.5, np.array([4.0]))
    >>> print(f"{found[0]:.6f}, exactly {101 / comb(20, 10):.6f}")
    0.000530, exactly 0.000547
    """
    w = np.broadcast_to(np.asarray(times, dtype=np.float64), values.shape)
    essays = w.sum(axis=1)
    scale = np.sqrt((w * values**2).sum(axis=1) / essays)
    scale = np.where(scale > 0, scale, 1.0)
    n = np.broadcast_to(units, values.shape)
    n = n / ((w * n).sum(axis=1) / essays)[:, np.newaxis]
    x, lattice = values / scale[:, np.newaxis], span / scale
    goal = least / scale - lattice / 2.0
    cells = _Cells(x, n, w, share)
    reached, certain = _largest(cells, x) >= goal, -_largest(cells, -x) >= goal
    found = certain.astype(np.float64)
    rows = np.flatnonzero(reached & ~certain)
    found[rows] = _tail(_Cells(x[rows], n[rows], w[rows], share), goal[rows], lattice[rows])
    return found


class _Cells(NamedTuple):
    """Values of length 1, sizes (1 on average) and numbers of essays, rows of cells."""

    x: FloatArray
    n: FloatArray
    w: FloatArray
    share: float

    @property
    def size(self) -> FloatArray:
        """The units of the part."""
        return np.asarray(self.share * (self.w * self.n).sum(axis=1))

    def angle(self, shift: FloatArray, tilt: FloatArray) -> FloatArray:
        """Return the log odds of each cell to be in the part."""
        from scipy.special import logit

        tilted = logit(self.share) + shift[:, np.newaxis] * self.n + tilt[:, np.newaxis] * self.x
        return np.asarray(tilted)


def _tail(cells: _Cells, goal: FloatArray, lattice: FloatArray) -> FloatArray:
    """Return the same of rows whose sums are ``lattice`` apart and reach ``goal``."""
    from scipy.special import expit, ndtr

    shift, tilt = _saddlepoint(cells, goal)
    chance = expit(cells.angle(shift, tilt))
    a, b, c = _moments(cells, chance * (1.0 - chance))
    exponent = -_height(cells, shift, tilt, goal)
    w = np.sign(tilt) * np.sqrt(2.0 * np.maximum(exponent, 0.0))
    share = cells.share
    spread = share * (1.0 - share) * (cells.w * cells.n**2).sum(axis=1)
    with np.errstate(over="ignore", invalid="ignore"):  # a goal that is just reached: NaN
        per_count = 2.0 * np.sinh(tilt * lattice / 2.0) / lattice
        v = per_count * np.sqrt(np.maximum(a * c - b * b, 0.0) / spread)
    known = np.abs(w) > _NEAR
    safe = np.where(known, w, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = ndtr(-(safe + np.log(v / safe) / safe))
    return np.where(known, found, np.nan)


def _saddlepoint(cells: _Cells, goal: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the shift and tilt at which the part is expected to have its size and ``goal``.

    Newton's method down to the lowest place of ``_height``, which is convex; a step that would
    lead up is halved until it does not.
    """
    from scipy.special import expit

    shift, tilt, size = np.zeros(len(goal)), np.zeros(len(goal)), cells.size
    height = _height(cells, shift, tilt, goal)
    for _ in range(_STEPS):
        chance = expit(cells.angle(shift, tilt))
        a, b, c = _moments(cells, chance * (1.0 - chance))
        over = (cells.w * chance * cells.n).sum(axis=1) - size
        beyond = (cells.w * chance * cells.x).sum(axis=1) - goal
        determinant = np.maximum(a * c - b * b, 1e-300)
        step = np.stack([c * over - b * beyond, a * beyond - b * over]) / determinant
        step *= np.minimum(1.0, _LONGEST / np.maximum(np.abs(step).max(axis=0), _LONGEST))
        if np.abs(step).max(initial=0.0) < 1e-9:
            break
        for _ in range(_HALVINGS):
            lower = _height(cells, shift - step[0], tilt - step[1], goal)
            up = lower > height + 1e-12
            if not up.any():
                break
            step[:, up] /= 2.0
        shift, tilt, height = shift - step[0], tilt - step[1], lower
    return shift, tilt


def _height(cells: _Cells, shift: FloatArray, tilt: FloatArray, goal: FloatArray) -> FloatArray:
    """Return the cumulants of the essays less what their tilt gives at the size and the goal."""
    angle = cells.angle(shift, tilt)
    # ln(1 + e^angle), several times as fast as np.logaddexp
    cumulant = np.maximum(angle, 0.0) + np.log1p(np.exp(-np.abs(angle))) + np.log1p(-cells.share)
    return np.asarray((cells.w * cumulant).sum(axis=1) - shift * cells.size - tilt * goal)


def _largest(cells: _Cells, x: FloatArray) -> FloatArray:
    """Return the largest sum of a part of that size: the essays with the most for their units."""
    order = np.argsort(-x / np.maximum(cells.n, 1e-12), axis=1)
    x, n, w = (np.take_along_axis(part, order, 1) for part in (x, cells.n, cells.w))
    units = w * n
    before = np.cumsum(units, axis=1) - units
    inside = np.clip((cells.size[:, np.newaxis] - before) / np.maximum(units, 1e-12), 0.0, 1.0)
    return np.asarray((inside * w * x).sum(axis=1))


def _moments(cells: _Cells, weight: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    by_n, by_x = cells.w * weight * cells.n, cells.w * weight * cells.x
    return (by_n * cells.n).sum(axis=1), (by_n * cells.x).sum(axis=1), (by_x * cells.x).sum(axis=1)
