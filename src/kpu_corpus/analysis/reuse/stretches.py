"""Stretches of two essays made of each other's words, for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kpu_corpus.analysis.reuse.pairs import Pairs, Side
from kpu_corpus.analysis.reuse.windows import Reading
from kpu_corpus.ground.arrays import Bools, Floats, Longs

KEPT = 0.65  # a passage goes on while it is this much as alike as its core
LEAST = 0.13  # … and at least so alike, in weight a content word
FURTHER = 40  # words beyond the core that may belong to the passage
TURNS = 3  # times that each side is bounded by the other
AT_ONCE = 128  # stretches of about one length, in one table


def bounded(reading: Reading, pairs: Pairs) -> tuple[Longs, Pairs]:
    """Find, from a core on, the stretch on each side that is made of the other's words.

    The sides are bounded turn and turn about. Returns the rows that led to stretches, and these.
    """
    a, b = pairs
    rows = np.arange(len(a.first))
    for _ in range(TURNS):
        found, a = _stretched(reading, a, b)
        rows, a, b = rows[found], a.at(found), b.at(found)
        found, b = _stretched(reading, b, a)
        rows, a, b = rows[found], a.at(found), b.at(found)
    return rows, Pairs(a, b)


def largest(gain: Floats) -> tuple[Bools, Side]:
    """Return of each row whether any run has a sum above 0, and the run with the largest (Kadane).

    >>> largest(np.array([[-1.0, 2.0, -1.0, 2.0, -3.0], [-1.0, 0.0, 0.0, 0.0, 0.0]]))[0].tolist()
    [True, False]
    """
    total = np.zeros((len(gain), gain.shape[1] + 1))
    np.cumsum(gain, axis=1, out=total[:, 1:])
    lowest = np.minimum.accumulate(total, axis=1)
    rise = total[:, 1:] - lowest[:, :-1]
    row, place = np.arange(len(gain)), np.arange(gain.shape[1])
    last = np.argmax(rise, axis=1)
    starts = (total[:, :-1] == lowest[row, last][:, None]) & (place <= last[:, None])
    first = gain.shape[1] - 1 - np.argmax(starts[:, ::-1], axis=1)
    return rise[row, last] > 0, Side(first, last)


def _stretched(reading: Reading, here: Side, there: Side) -> tuple[Bools, Side]:
    """Return the stretches with the largest sum of shared weight, less what the core would have."""
    essay = reading.essay[here.first]
    low = np.maximum(reading.stops[essay], here.first - FURTHER)
    high = np.minimum(reading.stops[essay + 1], here.last + FURTHER + 1)
    some = np.zeros(len(low), dtype=bool)
    first, last = low.copy(), low.copy()
    for part in parts(high - low):
        place, inside = _laid(low[part], high[part] - 1)
        row = np.arange(len(part))[:, None]
        shared = _marked(reading, there.at(part))[row, reading.root[place]] & inside
        content = reading.content[place] & inside
        gain = np.where(shared, reading.weight[place], 0.0)
        core = (place >= here.first[part, None]) & (place <= here.last[part, None])
        mean = np.where(core, gain, 0.0).sum(axis=1) / np.maximum((content & core).sum(axis=1), 1)
        less = np.maximum(KEPT * mean, LEAST)
        some[part], found = largest(np.where(content, gain - less[:, None], 0.0))
        first[part], last[part] = low[part] + found.first, low[part] + found.last
    return some, Side(first, last)


def _marked(reading: Reading, side: Side) -> Bools:
    """Return a table of stretches by roots: which content words each has."""
    place, inside = _laid(side.first, side.last)
    row, column = np.nonzero(inside & reading.content[place])
    table = np.zeros((len(place), int(reading.root.max(initial=0)) + 1), dtype=bool)
    table[row, reading.root[place[row, column]]] = True
    return table


def _laid(first: Longs, last: Longs) -> tuple[Longs, Bools]:
    """Return the places of stretches, a row each, and which of them are no filling."""
    place = first[:, None] + np.arange(int((last - first).max()) + 1)
    inside = place <= last[:, None]
    return np.where(inside, place, first[:, None]), inside


def parts(size: Longs) -> Iterator[Longs]:
    """Yield the rows a few at a time, those of about one size together."""
    order = np.argsort(size, kind="stable")
    for start in range(0, len(order), AT_ONCE):
        yield order[start : start + AT_ONCE]
