"""How likely some essays, as long together as those of a side, hold so many more occurrences."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray

_STEPS = 60  # Newton's method; a dozen are usual
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
    taken off and ``v`` has ``2 sinh(d t / 2) / d`` (Daniels 1987). 0 beyond the largest sum, NaN
    within a fifth of a standard error of the mean.

    >>> from math import comb
    >>> values = np.array([[0.5] * 10 + [-0.5] * 10])  # a word once in half of twenty essays
    >>> found = tail(values, np.ones(20), 0.5, np.array([4.0]))
    >>> print(f"{found[0]:.6f}, exactly {101 / comb(20, 10):.6f}")
    0.000530, exactly 0.000547
    """
    from scipy.special import expit, logit, ndtr

    scale = np.sqrt((values**2).mean(axis=1))
    scale = np.where(scale > 0, scale, 1.0)
    x, goal = values / scale[:, np.newaxis], (least - span / 2.0) / scale
    n = units / units.mean()
    size = share * n.sum()
    start = logit(share)
    shift, tilt = np.zeros(len(x)), np.zeros(len(x))
    for _ in range(_STEPS):
        chance = expit(_angle(start, shift, n, tilt, x))
        a, b, c = _moments(chance * (1.0 - chance), n, x)
        over, beyond = (chance * n).sum(axis=1) - size, (chance * x).sum(axis=1) - goal
        determinant = np.maximum(a * c - b * b, 1e-300)
        step = np.stack([c * over - b * beyond, a * beyond - b * over]) / determinant
        largest = np.abs(step).max(axis=0)
        step *= np.minimum(1.0, 1.5 / np.maximum(largest, 1e-12))
        shift, tilt = shift - step[0], tilt - step[1]
        if (largest < 1e-9).all():
            break
    angle = _angle(start, shift, n, tilt, x)
    chance = expit(angle)
    a, b, c = _moments(chance * (1.0 - chance), n, x)
    cumulant = (np.logaddexp(0.0, angle) + np.log1p(-share)).sum(axis=1)
    exponent = shift * size + tilt * goal - cumulant
    w = np.sign(tilt) * np.sqrt(2.0 * np.maximum(exponent, 0.0))
    spread = share * (1.0 - share) * (n**2).sum()
    with np.errstate(over="ignore", invalid="ignore"):  # a tilt without end: NaN, or beyond
        per_count = 2.0 * np.sinh(tilt / scale * span / 2.0) * scale / span
        v = per_count * np.sqrt(np.maximum(a * c - b * b, 0.0) / spread)
    known = np.abs(w) > _NEAR
    safe = np.where(known, w, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = ndtr(-(safe + np.log(v / safe) / safe))
    found = np.where(known, found, np.nan)
    return np.asarray(np.where(_largest(x, n, size) < goal, 0.0, found))


def _largest(x: FloatArray, n: FloatArray, size: float) -> FloatArray:
    """Return the largest sum of a part of that size: the essays with the most for their units."""
    order = np.argsort(-x / np.maximum(n, 1e-12), axis=1)
    x, n = np.take_along_axis(x, order, 1), n[order]
    before = np.cumsum(n, axis=1) - n
    inside = np.clip((size - before) / np.maximum(n, 1e-12), 0.0, 1.0)
    return np.asarray((inside * x).sum(axis=1))


def _angle(
    start: float, shift: FloatArray, n: FloatArray, tilt: FloatArray, x: FloatArray
) -> FloatArray:
    tilted: FloatArray = start + shift[:, np.newaxis] * n + tilt[:, np.newaxis] * x
    return tilted


def _moments(
    weight: FloatArray, n: FloatArray, x: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    by_n, by_x = weight * n, weight * x
    return (by_n * n).sum(axis=1), (by_n * x).sum(axis=1), (by_x * x).sum(axis=1)
