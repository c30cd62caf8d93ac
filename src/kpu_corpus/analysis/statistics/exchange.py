"""Exchanging whole essays: how often chance alone makes two groups differ as much."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpu_corpus.analysis.statistics.assignments import columns, even, in_order, share_as_far, sides
from kpu_corpus.analysis.statistics.clusters import (
    LEAST_P,
    FloatArray,
    Pair,
    group_of,
    intraclass,
    pair_of,
)
from kpu_corpus.analysis.statistics.effective import effective_p
from kpu_corpus.analysis.statistics.saddlepoint import tail
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import ranges

LISTED = 4_999  # assignments of essays to sides: so many are listed, more are sampled
SAMPLED = 1_999
FURTHER = 199_999  # where none of these is as extreme and only they tell p
FEWEST = 20  # assignments as extreme: fewer do not tell p
LEAST_SAMPLED_P = FEWEST / SAMPLED  # p down to which they tell it
PLAIN = 0.2
NORMAL = 0.3  # p from which on the normal distribution tells it where no assignments are drawn
LONGER = 1.1  # times as long as the other side's: essays of which exchanging alone rings falsely
UNLIKE = 2.0  # the same for words: below it is enough that the sides keep theirs
_FURTHER_CELLS = 20_000_000  # essays x assignments: beyond, fewer are drawn further
_NEAR_CELLS = 100_000  # words x assignments at once: so many stay in the processor's cache


def permutation_p(
    hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, resamples: int = LISTED, seed: int = 0
) -> Any:
    """Return p of the difference of two groups' shares by exchanging whole essays.

    Two-sided, on the difference over its standard error at one rate and one rho of all essays
    (Chung & Romano 2013): ``|share_a - share_b| / sqrt(deff_a / n_a + deff_b / n_b)``, which with
    essays of one length is the difference alone; leading axes of ``hits`` (themes) share the
    exchanges, units have one axis. All assignments are listed where there are at most
    ``resamples`` (exact, Fisher 1935); otherwise ``resamples`` seeded ones, counted with the
    observed one so that p is never 0 (Phipson & Smyth 2010). Where the essays of one side are more
    than 1.1 times as long (as a unit meets them, Kish 1965), by more than exchanging makes them in
    80 % of cases, other assignments are not of groups like these, and p is that of ``effective_p``
    at least: longer essays have more hits, and where these are few exchanging takes them for a
    difference. Elsewhere an assignment that puts as many hits on the sides is as far out as the
    observed one: a little more or less text alone sets it apart, for which one hit or two would
    seem beyond chance. Never below 1 / C(Ga + Gb, Ga).

    Raises InvalidArgument unless 0 <= hits <= units, both have units, and resamples >= 1.

    >>> p = permutation_p([5, 6, 4, 7], [15, 17, 16, 14], [1, 0, 2, 1], [15, 20, 18, 22])
    >>> round(float(p), 4)
    0.0286
    """
    if resamples < 1:
        raise InvalidArgument(f"resamples={resamples!r}; expected 1 or more")
    longer = unlike(pair_of(hits_a, units_a, hits_b, units_b), LONGER)
    hits_a, units_a, hits_b, units_b = in_order(hits_a, units_a, hits_b, units_b)
    units = np.concatenate([np.asarray(units_a), np.asarray(units_b)]).astype(np.float64)
    hits = np.concatenate([np.asarray(hits_a), np.asarray(hits_b)], axis=-1)[..., units > 0]
    first = int((np.asarray(units_a) > 0).sum())
    units = units[units > 0]
    longer = longer and not even(units, first)
    gap = _standardised(hits.astype(np.float64), units)
    near, observed = gap(np.arange(first)[np.newaxis])

    def far(side: NDArray[np.int64]) -> Any:
        there, apart = gap(side)
        out = apart >= observed - 1e-9
        return out if longer else out | (there == near)

    p = share_as_far(far, len(units), first, resamples, seed)
    if longer:
        p = np.maximum(p, effective_p(pair_of(hits_a, units_a, hits_b, units_b)))
    return p[()]


def _standardised(
    hits: FloatArray, units: FloatArray
) -> Callable[[Any], tuple[FloatArray, FloatArray]]:
    """Return hits of side a, and the difference of shares over its standard error at one rate."""
    rho = intraclass(group_of(hits, units))[..., np.newaxis]  # the same whoever is on which side
    total, squares, count = units.sum(), (units**2).sum(), hits.sum(axis=-1)[..., np.newaxis]
    rows = hits.reshape(-1, len(units))

    def gap(side: NDArray[np.int64]) -> tuple[FloatArray, FloatArray]:
        n, square = units[side].sum(axis=-1), (units[side] ** 2).sum(axis=-1)
        # row by row: the hits of all in every assignment may be hundreds of megabytes
        near = np.array([row[side].sum(axis=-1) for row in rows])
        near, rest = near.reshape(*hits.shape[:-1], len(side)), total - n
        alone, alike = 1 / n + 1 / rest, square / n**2 + (squares - square) / rest**2
        apart = np.abs(near / n - (count - near) / rest)
        return near, np.asarray(apart / np.sqrt((1 - rho) * alone + rho * alike))

    return gap


def exchange_p(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any, *, seed: int = 0) -> Any:
    """Return p of the difference of two groups' word rates by exchanging whole essays.

    ``hits`` are words x essays and may be scipy sparse. Two-sided on ``|U| / sqrt(Na Nb)``, ``U =
    sum over group a of (h_i - r n_i)``, r the rate of both groups together and N their words: the
    difference of rates in terms of its standard error. All assignments are listed where there are
    at most 4,999 (exact, Fisher 1935). Otherwise 1,999 seeded ones tell p (Phipson & Smyth 2010)
    down to 0.01. Of those that put as many hits on the sides but are less far out, half count
    (mid-p: Lancaster 1961): a little more or less text alone sets them apart, for which two or
    three hits would seem beyond chance. Below 0.01, where a false discovery rate over a vocabulary
    is decided, p is the tail of all assignments by the saddlepoint (Robinson 1982), never below
    1 / C(Ga + Gb, Ga), or 2 / C where both groups have as many essays, nor below the smallest
    positive number (5e-324), which these undercut for two groups of about 540 essays: never 0.
    Its assignments keep the words of the sides, Na and Nb, and so leave one essay that is far
    longer than all others on its side: where the essays of one side are more than twice as long (as
    a word meets them, Kish 1965), p is besides that of ``effective_p`` at least, or what the drawn
    ones tell; of these there are up to 199,999 then for words that none of the first sets as far
    apart. Where Na and Nb differ by more than exchanging makes them in 80 % of cases, one group
    writing longer essays, none are drawn, since other assignments would not be of groups like
    these: p is from the saddlepoint, or where it is 0.3 or more from the normal distribution. Where
    besides the essays of one side are more than twice as long, p is that of ``effective_p`` at
    least: a word comes in bursts in long essays, and sides of many short ones, though they have as
    many words, show less of it than chance makes between such groups.

    Raises InvalidArgument unless 0 <= hits <= units and both groups have units.

    >>> essays = [300] * 15
    >>> float(f"{exchange_p([2] * 15, essays, [0] * 15, essays):.1g}")
    1e-08
    """
    from scipy.sparse import csr_matrix, hstack

    hits_a, units_a, hits_b, units_b = in_order(hits_a, units_a, hits_b, units_b)
    groups = pair_of(hits_a, units_a, hits_b, units_b)  # the same whichever is a
    hits = hstack([csr_matrix(x, dtype=np.float64) for x in (hits_a, hits_b)], format="csr")
    units = np.concatenate([np.asarray(units_a), np.asarray(units_b)]).astype(np.float64)
    written = units > 0
    first = int(written[: len(units_a)].sum())
    pair = _Sides(hits if written.all() else hits[:, written], units[written], first)
    rows = np.arange(hits.shape[0])
    if not even(pair.units, first):
        p = pair.near()
        rows = rows[p < NORMAL]
        p[rows] = np.nan_to_num(pair.far(rows), nan=1.0)
        if unlike(groups, UNLIKE):
            p = np.maximum(p, np.ravel(effective_p(groups)))
    elif pair.assignments <= LISTED:
        found, drawn = pair.as_large(rows, LISTED, seed)
        p = found / drawn
    else:
        p = np.ones(len(rows))
        # what is plainly no difference after a tenth of the assignments is looked at no further
        for resamples in (SAMPLED // 10, SAMPLED):
            p[rows] = pair.drawn_p(rows, resamples, seed)
            rows = rows[p[rows] <= PLAIN]
        rows = rows[p[rows] <= LEAST_SAMPLED_P]
        far = pair.far(rows)
        if unlike(groups, UNLIKE):
            # one essay far longer than all others keeps its side in the tail
            effective = np.ravel(effective_p(groups))[rows]
            unseen = rows[(p[rows] <= 1 / (SAMPLED + 1)) & (p[rows] < effective)]
            resamples = min(FURTHER, _FURTHER_CELLS // pair.essays)
            if len(unseen) and resamples > SAMPLED:
                p[unseen] = pair.drawn_p(unseen, resamples, seed)
            far = np.maximum(far, np.minimum(effective, p[rows]))
        p[rows] = np.where(np.isnan(far), p[rows], far)
    return p.reshape(np.shape(hits_a)[:-1])[()]


def unlike(pair: Pair, times: float) -> bool:
    """Tell whether the essays of one side are more than so many times as long as the other's."""
    a, b = (np.max(side.size, initial=0.0) for side in (pair.a, pair.b))  # 0: no row is asked
    return bool(max(a, b) > times * min(a, b))


class _Sides:
    """Words x essays, of which the ``first`` are on side a.

    ``there`` are the hits of side a, ``gap`` is by how many they differ from those at one rate,
    ``observed`` the same as if both sides had the sizes that they have on average.
    """

    def __init__(self, hits: Any, units: FloatArray, first: int) -> None:
        self.hits, self.units, self.first = hits, units, first
        self.essays = len(units)
        self.assignments = comb(self.essays, first)
        self.total = units.sum()
        self.rate = np.asarray(hits.sum(axis=1)).ravel() / self.total
        across, near, scale = self._met(np.arange(first)[np.newaxis])
        self.there = self._counts(np.arange(hits.shape[0]), across).ravel()
        self.gap = np.abs(self.there - self.rate * near)
        self.observed = self.gap * scale
        self.share = units[:first].sum() / self.total

    def as_large(self, rows: Any, resamples: int, seed: int) -> tuple[FloatArray, int]:
        """Count the assignments, and of how many, in which rows differ as much as they do."""
        drawing = sides(self.essays, self.first, resamples, seed)
        if self.first == 1:
            alone = np.concatenate([*drawing]).ravel()
            return self._alone(rows, np.bincount(alone, minlength=self.essays)), len(alone)
        found, drawn = np.zeros(len(rows)), 0
        for drawn_sides in drawing:
            across, near, scale = self._met(drawn_sides)
            step = max(_NEAR_CELLS // len(near), 1)
            for start in range(0, len(rows), step):
                part = rows[start : start + step]
                gap = self._counts(part, across)
                tied = gap == self.there[part, np.newaxis]
                gap -= self.rate[part, np.newaxis] * near
                np.abs(gap, out=gap)
                gap *= scale
                large = gap >= self.observed[part, np.newaxis] - 1e-9
                tied |= large
                for counted in (large, tied):
                    found[start : start + step] += 0.5 * np.count_nonzero(counted, axis=1)
            drawn += len(near)
        return found, drawn

    def drawn_p(self, rows: Any, resamples: int, seed: int) -> FloatArray:
        """Return p by drawn assignments and the observed one, so that it is never 0."""
        found, drawn = self.as_large(rows, resamples, seed)
        return (found + 1) / (drawn + 1)

    def _alone(self, rows: Any, times: NDArray[np.int64]) -> FloatArray:
        """Count the same where side a is one essay, drawn so many ``times``.

        Without the word an essay differs the more the longer it is: of these the sorted lengths
        tell how many do, and only essays with the word are looked at.
        """
        _, near, scale = self._met(np.arange(self.essays)[:, np.newaxis])
        rate, there, least = self.rate[rows], self.there[rows], self.observed[rows] - 1e-9
        length = near * scale
        order = np.argsort(length)
        upward = np.append(0, np.cumsum(times[order]))
        with np.errstate(divide="ignore"):
            longer = least / rate
        bare = upward[-1] - upward[np.searchsorted(length[order], longer)]
        found = 0.5 * (bare + np.where(there == 0, upward[-1], bare))
        held = self.hits[rows].tocoo()
        row, essay = held.row, held.col
        taken = length[essay] >= longer[row]
        large = np.abs(held.data - rate[row] * near[essay]) * scale[essay] >= least[row]
        less = taken + (taken | (there == 0)[row]).astype(np.int64)
        more = large + (large | (held.data == there[row])).astype(np.int64)
        found += 0.5 * np.bincount(row, times[essay] * (more - less), minlength=len(rows))
        return np.asarray(found)

    def near(self) -> FloatArray:
        """Return p by the normal distribution of the gap between sides of the same words."""
        from scipy.special import ndtr

        n = self.units
        own, squares = self.hits @ n, np.asarray(self.hits.multiply(self.hits).sum(axis=1)).ravel()
        along = own - self.rate * (n @ n)  # of the values with the essays' lengths
        square = squares - 2.0 * self.rate * own + self.rate**2 * (n @ n)
        spread = self.share * (1.0 - self.share) * (square - along**2 / (n @ n))
        error = np.sqrt(np.maximum(spread, 0.0))
        with np.errstate(divide="ignore", invalid="ignore"):
            p = 2.0 * ndtr(-np.maximum(self.gap - 0.5, 0.0) / error)  # counts are whole
        return np.asarray(np.nan_to_num(p, nan=1.0))  # no gap, and none can be

    @np.errstate(under="ignore")  # whatever numpy is set to: 0 stands for what is smaller
    def far(self, rows: Any) -> FloatArray:
        """Return the saddlepoint's p of rows, NaN where it has none."""
        from scipy.special import betaln

        # 1 / C(Ga + Gb, Ga): the observed assignment is one of them, and where both sides have as
        # many essays so is the one that exchanges their names
        fewest = np.exp(betaln(self.first + 1, self.essays - self.first + 1)) * (self.essays + 1)
        fewest *= 1 + (2 * self.first == self.essays)
        fewest = max(fewest, LEAST_P)  # two groups of some 540 essays underflow
        found = np.ones(len(rows))
        for part, hits, units, times in self._cells(rows):
            row = rows[part]
            values = hits - self.rate[row, np.newaxis] * units
            # counts that a side can have: multiples of what all counts are multiples of
            span = np.maximum(np.gcd.reduce(hits.astype(np.int64), axis=1), 1)
            mean, gap = self.share * (times * hits).sum(axis=1), self.gap[row]
            most = np.ceil((mean + gap) / span - 1e-9) * span - mean
            least = mean - np.floor((mean - gap) / span + 1e-9) * span
            both = tail(values, units, self.share, most, span, times)
            both += tail(-values, units, self.share, least, span, times)
            found[part] = np.clip(both, fewest, 1.0)
        return found

    def _cells(self, rows: Any) -> Iterator[tuple[Any, FloatArray, FloatArray, FloatArray]]:
        """Yield some rows at a time: which, their hits, and the units and number of such essays.

        Most words are in few essays: the others, which have none, are one cell for each length.
        """
        lengths, length = np.unique(self.units, return_inverse=True)
        many, hits = np.bincount(length), self.hits[rows].tocsr()
        hits.eliminate_zeros()
        sizes = np.diff(hits.indptr)
        order = np.argsort(sizes, kind="stable")  # those with about as many cells together
        while len(order):
            step = max(_NEAR_CELLS // (len(lengths) + int(sizes[order[-1]])), 1)
            part, order = order[-step:], order[:-step]
            width = int(sizes[part].max(initial=0))
            own = hits[part]
            row = np.repeat(np.arange(len(part)), sizes[part])
            place = len(lengths) + ranges(0, sizes[part])
            shape = len(part), len(lengths) + width
            counts, units, times = np.zeros(shape), np.ones(shape), np.zeros(shape)
            units[:, : len(lengths)], times[:, : len(lengths)] = lengths, many
            np.subtract.at(times, (row, length[own.indices]), 1.0)
            counts[row, place], units[row, place] = own.data, self.units[own.indices]
            times[row, place] = 1.0
            yield part, counts, units, times

    def _met(self, chosen: NDArray[np.int64]) -> tuple[Any, FloatArray, FloatArray]:
        """Return assignments as columns, the words of their side a, and what evens their gaps."""
        near, share = self.units[chosen].sum(axis=1), self.first / self.essays
        scale = np.sqrt(self.total**2 * share * (1.0 - share) / (near * (self.total - near)))
        return columns(chosen, self.essays), near, scale

    def _counts(self, rows: Any, across: Any) -> FloatArray:
        """Return the hits of side a in each assignment."""
        counts = self.hits[rows] @ across
        return counts if isinstance(counts, np.ndarray) else np.asarray(counts.toarray())
