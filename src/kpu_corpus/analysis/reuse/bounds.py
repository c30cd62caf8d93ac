"""From similar places to passages: clustered, bounded, merged, without the weaker reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.stretches import Side, bounded, largest
from kpu_corpus.analysis.reuse.windows import Reading, Seeds
from kpu_corpus.ground.arrays import Bools, Ints, Longs
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
GRAM = 4  # words of the runs that bound what was taken over word for word
AT_ONCE = 5_000  # pairs of essays whose passages are looked for together
LITERAL = 0.8  # share of a side inside such runs from which on they bound it


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
        groups = [
            (pair, rows) for pair, (some, _) in enumerate(here) for rows in _gathered(seeds, some)
        ]
        drafts: dict[int, list[Passage]] = {}
        for number, one in _drafts(reading, seeds, [rows for _, rows in groups]):
            if _evidence(reading, one) >= ENOUGH:
                drafts.setdefault(groups[number][0], []).append(one)
        for pair, (_, exact) in enumerate(here):
            kept = drafts.get(pair, [])
            sides = (runs.a, runs.a_end, runs.b, runs.b_end)
            places = zip(*(side[exact].tolist() for side in sides), strict=True)
            kept += [weighed(reading, *place) for place in places]
            found += _strongest(_merged(_strongest(kept)))
    return found


def _drafts(reading: Reading, seeds: Seeds, groups: list[Longs]) -> Iterator[tuple[int, Passage]]:
    """Yield the passages that groups of seeds lead to, each with the number of its group."""
    if not groups:
        return
    starts = np.cumsum([0, *map(len, groups[:-1])])
    rows = np.concatenate(groups)
    a, b = (
        Side(np.minimum.reduceat(first[rows], starts), np.maximum.reduceat(last[rows], starts))
        for first, last in ((seeds.a, seeds.a_end), (seeds.b, seeds.b_end))
    )
    numbers, a, b = bounded(reading, a, b)
    places = zip(*(part.tolist() for part in (numbers, *a, *b)), strict=True)
    for number, a_first, a_last, b_first, b_last in places:
        yield number, weighed(reading, *_literal(reading, a_first, a_last, b_first, b_last))


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


def _gathered(seeds: Seeds, rows: Longs) -> Iterator[Longs]:
    """Cut the seeds of a pair of essays where either side has a gap, until none is left.

    What has no seed well alike is left out. The order of the words does not matter, so that
    shuffled passages stay whole (recursive clustering of Sanchez-Perez, Sidorov & Gelbukh 2014).
    """
    stack = [(rows, 0, False)]
    while stack:
        rows, side, whole = stack.pop()
        if seeds.alike[rows].max(initial=0.0) < CORE:
            continue
        start, end, apart = (
            (seeds.a, seeds.a_end, APART_A) if side == 0 else (seeds.b, seeds.b_end, APART_B)
        )
        order = rows[np.argsort(start[rows], kind="stable")]
        reach = np.maximum.accumulate(end[order])
        breaks = np.flatnonzero(start[order][1:] - reach[:-1] > apart) + 1
        parts = np.split(order, breaks)
        if len(parts) == 1 and whole:
            yield rows
        else:
            stack += [(part, 1 - side, len(parts) == 1) for part in parts]


def _roots(reading: Reading, first: int, last: int) -> Ints:
    inside = slice(first, last + 1)
    return reading.root[inside][reading.content[inside]]


def among(these: Ints, those: Ints) -> Bools:
    """Tell which of these numbers are among those: ``np.isin`` for a few hundred small numbers."""
    table = np.zeros(1 + max(these.max(initial=0), those.max(initial=0)), dtype=bool)
    table[those] = True
    return table[these]


def _literal(reading: Reading, a: int, a_end: int, b: int, b_end: int) -> tuple[int, int, int, int]:
    """Bound what was taken over word for word by the runs that are the same."""
    words = reading.norm[a : a_end + 1], reading.norm[b : b_end + 1]
    if max(among(*words).mean(), among(*reversed(words)).mean()) < LITERAL:
        return a, a_end, b, b_end
    left, right = _grams(reading, a, a_end), _grams(reading, b, b_end)
    in_a, in_b = _covered(left, right), _covered(right, left)
    if max(in_a.mean(), in_b.mean()) < LITERAL:
        return a, a_end, b, b_end
    # what is covered on one side covers something on the other
    on_a, on_b = (largest(np.where(covered, 1.0, -0.5)[None])[1] for covered in (in_a, in_b))
    return (
        a + int(on_a.first[0]),
        a + int(on_a.last[0]),
        b + int(on_b.first[0]),
        b + int(on_b.last[0]),
    )


def _grams(reading: Reading, first: int, last: int) -> list[tuple[int, ...]]:
    norms = reading.norm[first : last + 1].tolist()
    return list(zip(*(norms[step:] for step in range(GRAM)), strict=False))


def _covered(grams: list[tuple[int, ...]], others: list[tuple[int, ...]]) -> np.ndarray:
    known = set(others)
    inside = np.zeros(len(grams) + GRAM - 1, dtype=bool)
    for place, gram in enumerate(grams):
        if gram in known:
            inside[place : place + GRAM] = True
    return inside


def weighed(reading: Reading, a: int, a_end: int, b: int, b_end: int) -> Passage:
    """Return the passage at these places with the weight of the words that both sides have."""
    sides = slice(a, a_end + 1), slice(b, b_end + 1)
    roots = [_roots(reading, a, a_end), _roots(reading, b, b_end)]
    shared, whole = [], []
    for side, other in zip(sides, reversed(roots), strict=True):
        weight = reading.weight[side]
        shared.append(float(weight[among(reading.root[side], other)].sum()))
        whole.append(float(weight.sum()))
    share = sum(shared) / sum(whole) if sum(whole) else 1.0
    return Passage(a, a_end, b, b_end, min(shared), share)


def _evidence(reading: Reading, one: Passage) -> float:
    """Return how much speaks for a passage.

    Essays on one subject share words in any order and anywhere; where a passage shares only some
    of its words, they must stand in the same order to count (longest common subsequence), and
    the share they have of the rest of the essays is taken off.
    """
    from rapidfuzz.distance import LCSseq

    if one.share >= SHUFFLED or one.mass * one.share < ENOUGH:  # order can only take away
        return one.mass * one.share
    sides = _roots(reading, one.a, one.a_end), _roots(reading, one.b, one.b_end)
    left, right = sides[0][among(*sides)], sides[1][among(*reversed(sides))]
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
    return float(weight[among(reading.root[around], roots)].sum()) / total if total else 0.0


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
    long_a, long_b = a_end - a + 1, b_end - b + 1
    gap_a = max(p.a, q.a) - min(p.a_end, q.a_end) - 1
    gap_b = max(p.b, q.b) - min(p.b_end, q.b_end) - 1
    near = gap_a <= max(NEAR, NEAR_SHARE * long_a) and gap_b <= max(NEAR, NEAR_SHARE * long_b)
    if near and max(long_a, long_b) <= BALANCE * min(long_a, long_b):
        return Passage(a, a_end, b, b_end, p.mass + q.mass, max(p.share, q.share))
    return None


def _strongest(parts: list[Passage]) -> list[Passage]:
    """Leave out a reading most of which, on either side, is read better by another."""
    kept: list[Passage] = []
    for part in sorted(parts, key=lambda part: (-part.mass, part)):
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
