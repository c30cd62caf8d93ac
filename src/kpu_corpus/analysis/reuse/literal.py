"""What was taken over word for word, and where it begins and ends: runs that are the same."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.reuse.pairs import Pairs, Side, among, part_of
from kpu_corpus.analysis.reuse.stretches import largest, parts
from kpu_corpus.analysis.reuse.windows import GRAM, Reading
from kpu_corpus.ground.arrays import Bools, Floats

LITERAL = 0.8  # share of a side inside such runs from which on they bound it
SAME = 0.95  # share of the words from which on a passage is exact, or only reordered


def literal(reading: Reading, pairs: Pairs) -> Pairs:
    """Bound what was taken over word for word by the runs that are the same."""
    words = [part_of(among(reading.norm, *sides), sides[0]) for sides in pairs.turned()]
    rows = np.flatnonzero(np.maximum(*words) >= LITERAL)
    chosen = pairs.at(rows)
    covered = [_covered(reading, *sides) for sides in chosen.turned()]
    shares = [part_of(flags, side) for flags, side in zip(covered, chosen, strict=True)]
    found = []
    for side, inside, flags in zip(pairs, chosen, covered, strict=True):
        first, last = side.first.copy(), side.last.copy()
        run, bound = _runs(inside, flags), np.maximum(*shares) >= LITERAL
        # what is covered on one side covers something on the other
        first[rows[bound]], last[rows[bound]] = run.first[bound], run.last[bound]
        found.append(Side(first, last))
    return Pairs(*found)


def exact(reading: Reading, pairs: Pairs) -> Bools:
    """Tell which pairs are the same words in the same order, but for one in twenty."""
    from rapidfuzz.distance import LCSseq

    longer = np.maximum(pairs.a.size, pairs.b.size)
    fewest = longer.astype(np.float64)
    for here, there in pairs.turned():  # the longest common sequence has no more than these
        both = among(reading.norm, here, there)
        fewest = np.minimum(fewest, np.bincount(here.words()[0][both], minlength=len(longer)))
    found = fewest >= SAME * longer
    for row in np.flatnonzero(found).tolist():
        left, right = (
            reading.norm[side.first[row] : side.last[row] + 1].tolist() for side in pairs
        )
        found[row] = LCSseq.similarity(left, right) >= SAME * longer[row]
    return found


def _covered(reading: Reading, here: Side, there: Side) -> Bools:
    """Tell which words, one stretch after the other, are in a run that the other stretch has."""
    runs, others = (
        Side(side.first, np.maximum(side.last - GRAM + 1, side.first - 1)) for side in (here, there)
    )
    held = among(reading.grams, runs, others)
    row, place = runs.words()
    offset = np.cumsum(here.size) - here.size - here.first
    at = (place + offset[row])[held]
    found = np.zeros(int(here.size.sum()), dtype=bool)
    for step in range(GRAM):
        found[at + step] = True
    return found


def _runs(side: Side, covered: Bools) -> Side:
    """Return the runs with most of what is covered, and least besides."""
    gain: Floats = np.where(covered, 1.0, -0.5)
    starts, first, last = np.cumsum(side.size) - side.size, side.first.copy(), side.last.copy()
    for part in parts(side.size):
        place = np.arange(int(side.size[part].max()))
        inside = place < side.size[part, None]
        laid = np.where(inside, gain[np.where(inside, starts[part, None] + place, 0)], -0.5)
        run = largest(laid)[1]
        first[part], last[part] = side.first[part] + run.first, side.first[part] + run.last
    return Side(first, last)
