"""Two essays of each person, one on each side: do the sides differ within persons?

What persons differ in anyway is on both sides and falls out, so that a small change in all of them
shows.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.association import log_likelihood
from kpu_corpus.analysis.statistics.clusters import (
    LEAST_P,
    FloatArray,
    Group,
    Pair,
    group_of,
    pair_of,
    t_quantile,
)
from kpu_corpus.analysis.statistics.difference import Difference, shares_apart
from kpu_corpus.analysis.statistics.effective import effective_p
from kpu_corpus.analysis.statistics.exchange import UNLIKE, unlike
from kpu_corpus.analysis.statistics.keyness import Keyness, ratio_limits
from kpu_corpus.errors import InvalidArgument

MIN_PAIRS = 6  # with five no p is below 2 / 2^5 = 0.0625
STEPS = 8_192  # into which the sum of the differences of a row is divided, at most
FINE = 20  # or so many a person: what is rounded is about a hundredth of a standard error


class Pairs(NamedTuple):
    """Two sides whose essays were brought to one length, person by person.

    ``effects`` are the design effects of the sides, ``quantile`` that of t.
    """

    a: Group
    b: Group
    effects: tuple[FloatArray, FloatArray]
    quantile: FloatArray
    p: FloatArray


def paired_difference(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> Difference:
    """Return the difference of shares within persons; essay i of both sides is person i's.

    Both essays of a person are brought to one length, the harmonic mean ``n_i = 2 n_ai n_bi /
    (n_ai + n_bi)`` of theirs, and hits with them: a share is ``sum n_i s_i / N``, s_i that of the
    essay and N = sum n_i, and the difference D has Mantel & Haenszel's (1959) weights (Greenland &
    Robins 1985). Essays of one length stay as they are.

    p: ``swap_p`` of the differences ``d_i = n_i (s_ai - s_bi)``. Limits: those of
    ``group_difference`` with the design effects ``k e_a`` and ``k e_b``, and t on G* - 1 degrees of
    freedom, G* the effective number of persons. ``e_a = sum (n_i^2 / n_ai) / N`` is what another
    length does to the binomial variance, k what the differences vary beyond that: ``sum r_i / (N
    (e_a p_a q_a + e_b p_b q_b))`` and at least 1, ``r_i = (d_i - n_i D)^2 / (1 - n_i / N)`` (CR2:
    Bell & McCaffrey 2002). Where the essays of one side are more than twice as long (as a unit
    meets them), p is at least ``effective_p`` with these effects: no hit in short essays says less
    than it seems to.

    Raises InvalidArgument unless 0 <= hits <= units, all essays have units and there are at least
    two persons.

    >>> d = paired_difference([5, 6, 4, 7, 5, 6], [15] * 6, [2, 3, 2, 3, 3, 4], [15] * 6)
    >>> print(f"{d.difference:.2f} {d.low:.2f} {d.high:.2f} {d.p:.3f}")
    0.18 0.00 0.34 0.031
    """
    pairs = _pairs(hits_a, units_a, hits_b, units_b, shares=True)
    low, high = shares_apart(pairs.a, pairs.b, pairs.effects, pairs.quantile)
    a, b = pairs.a.share, pairs.b.share
    return Difference(a[()], b[()], (a - b)[()], low, high, pairs.p[()])


def paired_keyness(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> Keyness:
    """Return keyness of words within persons; rows are words, column i of both sides is person i's.

    As ``group_keyness``, of essays brought to one length (``paired_difference``): counts are of
    these, log_ratio is that of Mantel & Haenszel's rates, and the limits are from both counts
    divided by the design effects, k being ``sum r_i / (e_a count_a + e_b count_b)`` and at least 1.
    p is ``swap_p``, and at least ``effective_p`` where one side's essays are more than twice as
    long.

    Raises InvalidArgument as ``paired_difference``.

    >>> k = paired_keyness([9, 7, 8, 5, 6, 8], [300] * 6, [3, 2, 2, 1, 2, 3], [300] * 6)
    >>> print(f"{k.log_ratio:.1f} {k.low:.1f} {k.high:.1f} {k.p:.3f}")
    1.7 0.6 3.1 0.031
    """
    pairs = _pairs(hits_a, units_a, hits_b, units_b, shares=False)
    counts = (pairs.a.hits, pairs.b.hits, pairs.a.units, pairs.b.units)
    ratio, low, high = ratio_limits(*counts, pairs.effects, pairs.quantile)
    g2 = log_likelihood(*counts)
    return Keyness(pairs.a.hits[()], pairs.b.hits[()], g2, ratio, low, high, pairs.p[()])


def swap_p(differences: Any) -> Any:
    """Return two-sided p of a sum of differences by exchanging the two essays of each person.

    ``differences`` are rows x persons and may be scipy sparse. If nothing has changed, the two
    essays of a person might as well stand the other way round, which turns the sign of the
    difference: p is the share of all 2^G exchanges whose sum is at least as far from 0 (Fisher
    1935). They are counted and not drawn, by the shift algorithm (Streitberg & Röhmel 1986), on
    differences rounded to between 4,096 and 8,192 steps in all (for more than 409 persons up to
    twenty each), multiples of the smallest one, of whole numbers of what all are multiples of,
    where that is a step or more: whole numbers stay exact. Without any difference p = 1; where k
    persons differ, p >= 2 / 2^k.

    Raises InvalidArgument for a difference that is missing or infinite.

    >>> print(swap_p([1.0, 2.0, 0.0, 1.0, 3.0]))
    0.125
    """
    from scipy.sparse import csr_matrix

    shape = np.shape(differences)
    sparse = hasattr(differences, "tocsr")
    rows = csr_matrix(differences if sparse else np.atleast_2d(np.asarray(differences, np.float64)))
    if not np.isfinite(rows.data).all():
        raise InvalidArgument(
            "a difference is missing or infinite; leave out whoever lacks one of the two (dropna)"
        )
    ends = zip(rows.indptr, rows.indptr[1:], strict=False)
    return np.array([_swapped(rows.data[i:j]) for i, j in ends]).reshape(shape[:-1])[()]


@np.errstate(under="ignore")  # whatever numpy is set to: 0 stands for what is smaller
def _swapped(differences: FloatArray) -> float:
    """Return the same of one row."""
    whole = np.rint(differences)
    counts = np.allclose(differences, whole, rtol=0.0, atol=1e-9)
    differences = whole if counts else differences
    differences = differences[differences != 0.0]
    if not len(differences):
        return 1.0
    sizes = np.abs(differences)
    least = float(np.gcd.reduce(sizes.astype(np.int64))) if counts else sizes.min()
    total, most = sizes.sum(), max(STEPS, FINE * len(sizes))
    scale = np.floor(most * least / total) / least or most / total
    steps = np.rint(sizes * scale).astype(np.int64)
    up, reached = int(steps[differences > 0].sum()), 0
    chance = np.zeros(int(steps.sum()) + 1)  # of each sum of the differences that point upwards
    chance[0] = 1.0
    for step in np.sort(steps).tolist():
        halves = chance[: reached + 1] / 2.0
        chance[: reached + 1] = halves
        chance[step : step + reached + 1] += halves
        reached += step
    far = max(up, reached - up)
    return min(max(2.0 * float(chance[far:].sum()), LEAST_P), 1.0)


def _pairs(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, shares: bool) -> Pairs:
    """Return both sides at one length, and p; hits vary as shares of sentences or as rare words."""
    given = pair_of(hits_a, units_a, hits_b, units_b)
    one, other = np.asarray(units_a, np.float64), np.asarray(units_b, np.float64)
    if one.shape != other.shape:
        raise InvalidArgument(
            f"side a has {len(one)} essays and side b {len(other)}; expected those of the same "
            "persons, in the same order"
        )
    if len(one) < 2 or not (np.minimum(one, other) > 0).all():
        raise InvalidArgument(
            "expected two or more persons with an essay that has units on each side"
        )
    units = one_length(one, other)
    near, rest = _evened(hits_a, one, units), _evened(hits_b, other, units)
    a, b, apart = group_of(near, units), group_of(rest, units), near - rest
    gap, lever = a.share - b.share, 1.0 / (1.0 - units / units.sum())
    square = apart.multiply(apart).tocsr() if hasattr(apart, "tocsr") else apart**2
    spread = square @ lever - 2.0 * gap * (apart @ (lever * units)) + gap**2 * (lever @ units**2)
    ratios = [(units**2 / length).sum() / units.sum() for length in (one, other)]
    alone = [g.hits * (1.0 - g.share) if shares else g.hits for g in (a, b)]
    expected = ratios[0] * alone[0] + ratios[1] * alone[1]
    beyond = np.maximum(spread / np.where(expected > 0, expected, np.inf), 1.0)
    effects = ratios[0] * beyond, ratios[1] * beyond
    p = np.asarray(swap_p(apart))
    if unlike(given, UNLIKE):
        p = np.maximum(p, effective_p(Pair(a, b, *effects)))
    return Pairs(a, b, effects, t_quantile(np.maximum(a.effective_essays - 1.0, 1.0)), p)


def one_length(units_a: Any, units_b: Any) -> FloatArray:
    """Return the length that both essays of a person are brought to: the harmonic mean of theirs.

    >>> one_length([10, 20], [30, 20]).tolist()
    [15.0, 20.0]
    """
    one, other = np.asarray(units_a, np.float64), np.asarray(units_b, np.float64)
    mean: FloatArray = 2.0 * one * other / (one + other)
    return mean


def _evened(hits: Any, units: FloatArray, length: FloatArray) -> Any:
    """Return the hits of essays brought to another length, in proportion: never more than that."""
    if not hasattr(hits, "tocsr"):
        return np.asarray(hits, dtype=np.float64) / units * length
    rows = hits.tocsr().astype(np.float64)
    rows.data = rows.data / units[rows.indices] * length[rows.indices]
    return rows
