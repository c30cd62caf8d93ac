"""How likely a random part of a group of numbers has a large sum, far beyond what sampling sees."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray

_STEPS = 60  # Newton's method; a dozen are usual
_NEAR = 0.2  # standard errors from the mean, where the formula is 0 / 0


def tail(values: FloatArray, size: int, least: FloatArray) -> FloatArray:
    """Return, row by row, P(sum of ``size`` values drawn without replacement >= ``least``).

    The rows of ``values`` sum to 0 and are counts less what is expected of each. Double
    saddlepoint of the sum given the size of the draw (Robinson 1982; Skovgaard 1987), in
    Barndorff-Nielsen's (1986) form ``1 - Φ(w + ln(v / w) / w)``; counts are whole, so half of one
    is taken off and ``v`` has ``2 sinh(t / 2)`` (Daniels 1987). 0 beyond the largest sum, NaN
    within a fifth of a standard error of the mean, where sampling does it better.

    >>> from math import comb
    >>> values = np.array([[0.5] * 10 + [-0.5] * 10])  # a word once in half of twenty essays
    >>> print(f"{tail(values, 10, np.array([4.0]))[0]:.6f} {101 / comb(20, 10):.6f}")
    0.000530 0.000547
    """
    from scipy.special import expit, logit, ndtr, xlog1py

    essays = values.shape[1]
    scale = np.sqrt((values**2).mean(axis=1))
    scale = np.where(scale > 0, scale, 1.0)
    x, goal = values / scale[:, np.newaxis], (least - 0.5) / scale
    start = float(logit(size / essays))
    shift, tilt = np.full(len(x), start), np.zeros(len(x))
    for _ in range(_STEPS):
        chance = expit(shift[:, np.newaxis] + tilt[:, np.newaxis] * x)
        a, b, c = _moments(chance * (1.0 - chance), x)
        over, beyond = chance.sum(axis=1) - size, (chance * x).sum(axis=1) - goal
        determinant = np.maximum(a * c - b * b, 1e-300)
        step = np.stack([c * over - b * beyond, a * beyond - b * over]) / determinant
        largest = np.abs(step).max(axis=0)
        step *= np.minimum(1.0, 1.5 / np.maximum(largest, 1e-12))
        shift, tilt = shift - step[0], tilt - step[1]
        if (largest < 1e-9).all():
            break
    angle = shift[:, np.newaxis] + tilt[:, np.newaxis] * x
    chance = expit(angle)
    a, b, c = _moments(chance * (1.0 - chance), x)
    cumulant = np.logaddexp(0.0, angle).sum(axis=1) + xlog1py(essays, -size / essays)
    exponent = (shift - start) * size + tilt * goal - cumulant
    w = np.sign(tilt) * np.sqrt(2.0 * np.maximum(exponent, 0.0))
    with np.errstate(over="ignore"):
        per_count = 2.0 * np.sinh(tilt / scale / 2.0) * scale
    spread = essays * (size / essays) * (1.0 - size / essays)
    v = per_count * np.sqrt(np.maximum(a * c - b * b, 0.0) / spread)
    known = np.abs(w) > _NEAR
    safe = np.where(known, w, 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        beyond_it = ndtr(-(safe + np.log(v / safe) / safe))
    largest_sum = np.sort(x, axis=1)[:, essays - size :].sum(axis=1)
    found = np.where(known, beyond_it, np.nan)
    return np.asarray(np.where(largest_sum < goal, 0.0, found))


def _moments(weight: FloatArray, x: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    by_x = weight * x
    return weight.sum(axis=1), by_x.sum(axis=1), (by_x * x).sum(axis=1)
