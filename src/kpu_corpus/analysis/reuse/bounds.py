"""From similar places to passages: clustered, bounded, merged, without the weaker reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.literal import literal
from kpu_corpus.analysis.reuse.pairs import Pairs, Side, weighed
from kpu_corpus.analysis.reuse.stretches import bounded
from kpu_corpus.analysis.reuse.windows import Reading, Seeds
from kpu_corpus.ground.arrays import Ints, Longs, begins
from kpu_corpus.ground.progress import progress

CORE = 0.28  # cosine that the best seed of a passage has to reach
APART_A, APART_B = 40, 50  # words between two seeds of one passage
ENOUGH = 2.6  # what must speak for a passage (see _evidence)
ORDER = 2  # how much the order of the shared words counts
SHUFFLED = 0.8  # share from which on the order of the words does not matter
NEAR = 40  # words between two parts of one passage, or …
NEAR_SHARE = 0.2  # … this share of the passage
BALANCE = 3.5  # a passage may be so many times as long as its counterpart
WEAKER = 0.7  # of two readings of one place, one so much weaker is left out
AT_ONCE = 5_000  # pairs of essays whose passages are looked for together


class Passage(NamedTuple):
    """Words ``a`` to ``a_end`` and ``b`` to ``b_end`` (inside) with the weight they share."""

    a: int
    a_end: int
    b: int
    b_end: int
    mass: float
    share: float


def passages_of(reading: Reading, seeds: Seeds, runs: Seeds) -> list[Passage]:
    """Return the passages that seeds (alike) and runs (the same) lead to, essay pair by pair."""
    found: list[Passage] = []
    pairs = [*_pairs(reading, seeds, runs)]
    for start in progress(range(0, len(pairs), AT_ONCE), "passages"):
        here = pairs[start : start + AT_ONCE]
        drafts: list[list[Passage]] = [[] for _ in here]
        for pair, one in _drafts(reading, seeds, *_joined([some for some, _ in here])):
            if _balanced(one) and _evidence(reading, one) >= ENOUGH:
                drafts[pair].append(one)
        exact, of_pair = _joined([some for _, some in here])
        same = Pairs(Side(runs.a[exact], runs.a_end[exact]), Side(runs.b[exact], runs.b_end[exact]))
        for pair, one in zip(of_pair.tolist(), _passages(reading, same), strict=True):
            drafts[pair].append(one)
        for kept in drafts:
            found += kept if len(kept) < 2 else _strongest(_merged(_strongest(kept)))
    return found


def _joined(lists: list[Longs]) -> tuple[Longs, Longs]:
    """Return the rows of several lists, and which list each is of."""
    of_list = np.repeat(np.arange(len(lists)), [len(one) for one in lists])
    return np.concatenate([np.zeros(0, dtype=np.int64), *lists]), of_list


def _drafts(
    reading: Reading, seeds: Seeds, rows: Longs, pair: Longs
) -> Iterator[tuple[int, Passage]]:
    """Yield the passages that the seeds of pairs of essays lead to, each with its pair."""
    rows, starts, pair = _gathered(seeds, rows, pair)
    if not len(starts):
        return
    a, b = (
        Side(np.minimum.reduceat(first[rows], starts), np.maximum.reduceat(last[rows], starts))
        for first, last in ((seeds.a, seeds.a_end), (seeds.b, seeds.b_end))
    )
    numbers, stretches = bounded(reading, Pairs(a, b))
    told = _passages(reading, literal(reading, stretches))
    yield from zip(pair[numbers].tolist(), told, strict=True)


def _passages(reading: Reading, pairs: Pairs) -> Iterator[Passage]:
    columns = (*pairs.a, *pairs.b, *weighed(reading, pairs))
    return map(Passage._make, zip(*(column.tolist() for column in columns), strict=True))


def _pairs(reading: Reading, seeds: Seeds, runs: Seeds) -> Iterator[tuple[Longs, Longs]]:
    """Yield the rows of seeds and of runs of each pair of essays that are well alike somewhere."""
    essays = len(reading.stops)
    keys = [
        reading.essay[part.a].astype(np.int64) * essays + reading.essay[part.b]
        for part in (seeds, runs)
    ]
    pairs = np.unique(np.concatenate([keys[0][seeds.alike >= CORE], keys[1]]))
    orders = [np.argsort(key, kind="stable") for key in keys]
    starts, ends = (
        [
            np.searchsorted(key[order], pairs, side).tolist()
            for key, order in zip(keys, orders, strict=True)
        ]
        for side in ("left", "right")
    )
    for seed, seed_end, run, run_end in zip(starts[0], ends[0], starts[1], ends[1], strict=True):
        yield orders[0][seed:seed_end], orders[1][run:run_end]


def _gathered(seeds: Seeds, rows: Longs, pair: Longs) -> tuple[Longs, Longs, Longs]:
    """Cut the seeds of pairs of essays where either side has a gap, until none is left.

    Returns the seeds group by group, where each group begins, and the pair of each. A group without
    a seed well alike is left out. The order of the words does not matter, so that shuffled passages
    stay whole (recursive clustering of Sanchez-Perez, Sidorov & Gelbukh 2014).
    """
    group, whole = pair, np.zeros(int(pair.max(initial=-1)) + 1, dtype=bool)
    done: list[tuple[Longs, Longs, Longs]] = []
    turn, count = 0, 0
    while len(rows):
        start, end, apart = (
            (seeds.a, seeds.a_end, APART_A) if turn % 2 == 0 else (seeds.b, seeds.b_end, APART_B)
        )
        order = np.lexsort((start[rows], group))
        rows, pair, group = rows[order], pair[order], group[order]
        beyond = int(end.max()) + 1  # seeds of one group reach into no other
        reach = np.maximum.accumulate(end[rows] + group * beyond) - group * beyond
        head = begins(group)
        gap = ~head
        gap[1:] &= start[rows][1:] - reach[:-1] > apart
        split = np.zeros(len(whole), dtype=bool)
        split[group[gap]] = True
        new = head | gap
        starts = np.flatnonzero(new)
        before, group = group[starts], np.cumsum(new) - 1
        well = np.maximum.reduceat(seeds.alike[rows], starts) >= CORE
        ends = whole[before] & ~split[before]
        ready = (well & ends)[group]
        done.append((rows[ready], group[ready] + count, pair[ready]))
        turn, count, whole = turn + 1, count + len(starts), ~split[before]
        left = (well & ~ends)[group]
        rows, pair, group = rows[left], pair[left], group[left]
    rows, group, pair = map(np.concatenate, zip((rows, group, pair), *done, strict=True))
    starts = np.flatnonzero(begins(group))
    return rows, starts, pair[starts]


def _roots(reading: Reading, first: int, last: int) -> Ints:
    inside = slice(first, last + 1)
    return reading.root[inside][reading.content[inside]]


def _evidence(reading: Reading, one: Passage) -> float:
    """Return how much speaks for a passage.

    Essays on one subject share words in any order and anywhere; where a passage shares only some
    of its words, they must stand in the same order to count (longest common subsequence), and
    the share they have of the rest of the essays is taken off.
    """
    if one.share >= SHUFFLED or one.mass * one.share < ENOUGH:  # order can only take away
        return one.mass * one.share
    from rapidfuzz.distance import LCSseq

    sides = _roots(reading, one.a, one.a_end), _roots(reading, one.b, one.b_end)
    left, right = (one[np.isin(one, other, kind="table")] for one, other in (sides, sides[::-1]))
    chance = max(
        _elsewhere(reading, one.a, one.a_end, left), _elsewhere(reading, one.b, one.b_end, left)
    )
    most = one.mass * max(one.share - chance, 0.0)
    if most < ENOUGH:  # whatever their order
        return most
    order = LCSseq.similarity(left.tolist(), right.tolist()) / max(min(len(left), len(right)), 1)
    return float(most * order**ORDER)


def _elsewhere(reading: Reading, first: int, last: int, roots: Ints) -> float:
    """Return how much of the essay around a passage is made of the roots the passage shares."""
    essay = int(reading.essay[first])
    low, high = int(reading.stops[essay]), int(reading.stops[essay + 1])
    around = np.r_[low:first, last + 1 : high]
    weight = reading.weight[around]
    total = float(weight.sum())
    shared = np.isin(reading.root[around], roots, kind="table")
    return float(weight[shared].sum()) / total if total else 0.0


def _merged(parts: list[Passage]) -> list[Passage]:
    """Put parts together that lie near each other on both sides."""
    parts = sorted(parts, key=lambda part: -part.mass)
    place = 0
    while place < len(parts):
        for other in range(place + 1, len(parts)):
            hull = _hull(parts[place], parts[other])
            if hull:
                parts[place] = hull
                del parts[other]
                place = -1
                break
        place += 1
    return parts


def _hull(p: Passage, q: Passage) -> Passage | None:
    a, a_end = min(p.a, q.a), max(p.a_end, q.a_end)
    b, b_end = min(p.b, q.b), max(p.b_end, q.b_end)
    both = Passage(a, a_end, b, b_end, p.mass + q.mass, max(p.share, q.share))
    long_a, long_b = a_end - a + 1, b_end - b + 1
    gap_a = max(p.a, q.a) - min(p.a_end, q.a_end) - 1
    gap_b = max(p.b, q.b) - min(p.b_end, q.b_end) - 1
    near = gap_a <= max(NEAR, NEAR_SHARE * long_a) and gap_b <= max(NEAR, NEAR_SHARE * long_b)
    return both if near and _balanced(both) else None


def _balanced(one: Passage) -> bool:
    """Tell whether neither side is far longer: words that one repeats do not make it a passage."""
    long_a, long_b = one.a_end - one.a + 1, one.b_end - one.b + 1
    return max(long_a, long_b) <= BALANCE * min(long_a, long_b)


def _strongest(parts: list[Passage]) -> list[Passage]:
    """Leave out a reading most of which, on either side, is read better by another.

    Of two that share as much the longer one is better: it also has the words that weigh nothing.
    """
    kept: list[Passage] = []
    for part in sorted(parts, key=lambda part: (-round(part.mass, 9), part.a - part.a_end, part)):
        if not any(_inside(part, other) for other in kept):
            kept.append(part)
    return kept


def _inside(part: Passage, other: Passage) -> bool:
    shared_a = min(part.a_end, other.a_end) - max(part.a, other.a) + 1
    shared_b = min(part.b_end, other.b_end) - max(part.b, other.b) + 1
    over_a = shared_a > 0.5 * (part.a_end - part.a + 1)
    over_b = shared_b > 0.5 * (part.b_end - part.b + 1)
    weaker = part.mass < WEAKER * other.mass
    return (over_a and over_b) or (weaker and (over_a or over_b))
