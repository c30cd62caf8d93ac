"""Two groups of people, two essays of each: do the groups change by different amounts?

The change of people who were not trained is what time, another question and practice do. What the
trained change beyond that is the difference of both changes (difference in differences).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpu_corpus.analysis.statistics.assignments import in_order, share_as_far
from kpu_corpus.analysis.statistics.clusters import FloatArray
from kpu_corpus.analysis.statistics.exchange import LISTED
from kpu_corpus.analysis.statistics.pairs import one_length, paired_difference
from kpu_corpus.errors import InvalidArgument


class Changes(NamedTuple):
    """Changes of two groups' shares, their difference a - b with its limits, and p."""

    change_a: FloatArray
    change_b: FloatArray
    difference: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray


def change_difference(
    hits_a: Any,
    units_a: Any,
    hits_b: Any,
    units_b: Any,
    *,
    resamples: int = LISTED,
    seed: int = 0,
) -> Changes:
    """Return by how much more the shares of group a change than those of b, with interval and p.

    Each argument has two rows, after and before; column i of both is person i's. ``hits`` may have
    leading axes (themes). A change D is that of ``paired_difference``: both essays of a person at
    one length n_i, ``d_i = n_i (after - before)``, ``D = sum d_i / N``.

    Limits: those of both changes combined by MOVER (Zou & Donner 2008). p: whole people, each with
    both essays, are exchanged between the groups; two-sided on ``|D_a - D_b| / sqrt(V_a + V_b)``,
    ``V = G / (G - 1) sum (d_i - n_i D)^2 / N^2``, each group's own variance, so that groups of
    other sizes or spreads of change ring no more false alarms (Chung & Romano 2013). All
    assignments are listed where there are at most ``resamples`` (exact, Fisher 1935), else as many
    seeded ones are drawn and counted with the observed one (Phipson & Smyth 2010).

    Raises InvalidArgument unless 0 <= hits <= units, all essays have units, both groups have at
    least two people, and resamples >= 1.

    >>> after, before = [5, 6, 4, 7, 5, 6], [2, 3, 2, 3, 3, 4]
    >>> units = [[15] * 6] * 2
    >>> c = change_difference([after, before], units, [before, [2, 2, 3, 3, 4, 3]], units)
    >>> print(f"{c.difference:.2f} {c.low:.2f} {c.high:.2f} {c.p:.3f}")
    0.18 -0.06 0.40 0.002
    """
    if resamples < 1:
        raise InvalidArgument(f"resamples={resamples!r}; expected 1 or more")
    a, b = (_group(*given) for given in ((hits_a, units_a), (hits_b, units_b)))
    one, other = (paired_difference(*given) for given in (a, b))
    gap = one.difference - other.difference
    low = gap - np.hypot(one.difference - one.low, other.high - other.difference)
    high = gap + np.hypot(one.high - one.difference, other.difference - other.low)
    p = _exchanged(*_within(*a), *_within(*b), resamples, seed)
    return Changes(one.difference, other.difference, gap, low, high, p)


def _group(hits: Any, units: Any) -> tuple[Any, Any, Any, Any]:
    """Return the hits and units of after and before, as ``paired_difference`` takes them."""
    hits, units = np.asarray(hits, np.float64), np.asarray(units, np.float64)
    if units.ndim != 2 or units.shape[0] != 2 or hits.shape[-2:] != units.shape:
        raise InvalidArgument("expected two rows of hits and of units: after and before")
    return hits[..., 0, :], units[0], hits[..., 1, :], units[1]


def _within(after: Any, units: Any, before: Any, units_before: Any) -> tuple[Any, Any]:
    """Return the change of each person in sentences, and the length that it refers to."""
    length = one_length(units, units_before)
    return length * (after / units - before / units_before), length


def _exchanged(
    change_a: Any, units_a: Any, change_b: Any, units_b: Any, resamples: int, seed: int
) -> Any:
    """Return p by exchanging people, the same whichever group is a."""
    change_a, units_a, change_b, units_b = in_order(change_a, units_a, change_b, units_b)
    units, first = np.concatenate([units_a, units_b]), len(units_a)
    apart = _standardised(np.concatenate([change_a, change_b], axis=-1), units)
    observed = apart(np.arange(first)[np.newaxis])

    def far(side: NDArray[np.int64]) -> Any:
        return apart(side) >= observed - 1e-9

    return share_as_far(far, len(units), first, resamples, seed)


def _standardised(change: FloatArray, units: FloatArray) -> Callable[[Any], FloatArray]:
    """Return the difference of changes over its standard error, for assignments of people."""
    sums = (change, change**2, change * units, units, units**2)

    def apart(side: NDArray[np.int64]) -> FloatArray:
        near = [values[..., side].sum(axis=-1) for values in sums]
        rest = [
            values.sum(axis=-1)[..., np.newaxis] - own
            for values, own in zip(sums, near, strict=True)
        ]
        size = side.shape[1]
        one, spread = _mean(near, size)
        other, beside = _mean(rest, len(units) - size)
        error = np.sqrt(spread + beside)
        gap = np.abs(one - other)
        found = np.divide(gap, error, out=np.full(gap.shape, np.inf), where=error > 1e-12)
        return np.where(gap > 1e-12, found, 0.0)

    return apart


def _mean(sums: Any, people: int) -> tuple[FloatArray, FloatArray]:
    """Return the change of a group and its variance."""
    change, square, across, units, squares = sums
    mean = change / units
    spread = np.maximum(square - 2.0 * mean * across + mean**2 * squares, 0.0)
    return mean, people / (people - 1) * spread / units**2
