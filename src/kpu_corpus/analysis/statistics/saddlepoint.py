"""How likely some essays, as long together as those of a side, hold so many more occurrences."""

from __future__ import annotations

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
) -> FloatArray:
    """Return, row by row, P(sum of the values of a part of the essays >= ``least``).

    The part has ``share`` of the ``units``, one essay as likely in it as another; rows of
    ``values`` sum to 0 and are counts less what is expected of each essay. Double saddlepoint of
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
    scale = np.sqrt((values**2).mean(axis=1))
    scale = np.where(scale > 0, scale, 1.0)
    n, lattice = units / units.mean(), span / scale
    x, goal = values / scale[:, np.newaxis], least / scale - lattice / 2.0
    size = share * n.sum()
    reached, certain = _largest(x, n, size) >= goal, -_largest(-x, n, size) >= goal
    found = certain.astype(np.float64)
    rows = np.flatnonzero(reached & ~certain)
    found[rows] = _tail(x[rows], n, share, goal[rows], lattice[rows])
    return found


def _tail(
    x: FloatArray, n: FloatArray, share: float, goal: FloatArray, lattice: FloatArray
) -> FloatArray:
    """Return the same of rows of length 1, whose sums are ``lattice`` apart and reach ``goal``."""
    from scipy.special import expit, ndtr

    shift, tilt = _saddlepoint(x, n, share, goal)
    chance = expit(_angle(share, shift, n, tilt, x))
    a, b, c = _moments(chance * (1.0 - chance), n, x)
    exponent = -_height(share, shift, n, tilt, x, goal)
    w = np.sign(tilt) * np.sqrt(2.0 * np.maximum(exponent, 0.0))
    spread = share * (1.0 - share) * (n**2).sum()
    with np.errstate(over="ignore", invalid="ignore"):  # a goal that is just reached: NaN
        per_count = 2.0 * np.sinh(tilt * lattice / 2.0) / lattice
        v = per_count * np.sqrt(np.maximum(a * c - b * b, 0.0) / spread)
    known = np.abs(w) > _NEAR
    safe = np.where(known, w, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = ndtr(-(safe + np.log(v / safe) / safe))
    return np.where(known, found, np.nan)


def _saddlepoint(
    x: FloatArray, n: FloatArray, share: float, goal: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Return the shift and tilt at which the part is expected to have its size and ``goal``.

    Newton's method down to the lowest place of ``_height``, which is convex; a step that would
    lead up is halved until it does not.
    """
    from scipy.special import expit

    shift, tilt = np.zeros(len(x)), np.zeros(len(x))
    height = _height(share, shift, n, tilt, x, goal)
    for _ in range(_STEPS):
        chance = expit(_angle(share, shift, n, tilt, x))
        a, b, c = _moments(chance * (1.0 - chance), n, x)
        over = (chance * n).sum(axis=1) - share * n.sum()
        beyond = (chance * x).sum(axis=1) - goal
        determinant = np.maximum(a * c - b * b, 1e-300)
        step = np.stack([c * over - b * beyond, a * beyond - b * over]) / determinant
        step *= np.minimum(1.0, _LONGEST / np.maximum(np.abs(step).max(axis=0), _LONGEST))
        if np.abs(step).max(initial=0.0) < 1e-9:
            break
        for _ in range(_HALVINGS):
            lower = _height(share, shift - step[0], n, tilt - step[1], x, goal)
            up = lower > height + 1e-12
            if not up.any():
                break
            step[:, up] /= 2.0
        shift, tilt, height = shift - step[0], tilt - step[1], lower
    return shift, tilt


def _height(
    share: float,
    shift: FloatArray,
    n: FloatArray,
    tilt: FloatArray,
    x: FloatArray,
    goal: FloatArray,
) -> FloatArray:
    """Return the cumulants of the essays less what their tilt gives at the size and the goal."""
    cumulant = np.logaddexp(0.0, _angle(share, shift, n, tilt, x)) + np.log1p(-share)
    return np.asarray(cumulant.sum(axis=1) - shift * share * n.sum() - tilt * goal)


def _largest(x: FloatArray, n: FloatArray, size: float) -> FloatArray:
    """Return the largest sum of a part of that size: the essays with the most for their units."""
    order = np.argsort(-x / np.maximum(n, 1e-12), axis=1)
    x, n = np.take_along_axis(x, order, 1), n[order]
    before = np.cumsum(n, axis=1) - n
    inside = np.clip((size - before) / np.maximum(n, 1e-12), 0.0, 1.0)
    return np.asarray((inside * x).sum(axis=1))


def _angle(
    share: float, shift: FloatArray, n: FloatArray, tilt: FloatArray, x: FloatArray
) -> FloatArray:
    from scipy.special import logit

    tilted: FloatArray = logit(share) + shift[:, np.newaxis] * n + tilt[:, np.newaxis] * x
    return tilted


def _moments(
    weight: FloatArray, n: FloatArray, x: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    by_n, by_x = weight * n, weight * x
    return (by_n * n).sum(axis=1), (by_n * x).sum(axis=1), (by_x * x).sum(axis=1)
