"""Which words are the second half of a definition, so that both halves together count once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.tokens.matching import Rows
from kpu_corpus.tokens.scanning import Bools, Units, Words


def repeats(found: Sequence[tuple[int, Definition]], units: Units, words: Words) -> Bools:
    """Mark the second half of every definition: ``ASN (Aparatur Sipil Negara)`` counts once.

    ``found`` are definitions with the row of their essay. Only the words of units that hold a
    definition are looked at.
    """
    repeat: Bools = np.zeros(len(words.type), bool)
    if not found:
        return repeat
    second = [
        (essay, place.short_start, place.short_end)
        if place.short_start > place.long_start
        else (essay, place.long_start, place.long_end)
        for essay, place in found
    ]
    essay, start, end = np.array(second, dtype=np.int64).T
    # units and words stand in the order of essays and places, so one number tells where they are
    reach = int(max(units.end.max(initial=0), end.max())) + 1
    start, end = essay * reach + start, essay * reach + end
    base = units.essay.astype(np.int64) * reach
    first, last = (np.searchsorted(base + units.start, at, "right") - 1 for at in (start, end))
    held = np.flatnonzero(_covered(np.maximum(first, 0), last + 1, len(base)))
    rows = _words_of(held, words)
    base = base[words.unit[rows]]
    first = np.searchsorted(base + words.start[rows], start)
    last = np.searchsorted(base + words.end[rows], end, side="right")
    repeat[rows] = _covered(first, last, len(rows))
    return repeat


def _words_of(units: Rows, words: Words) -> Rows:
    """The rows of the words of some units, rising."""
    units = units.astype(words.unit.dtype)
    low, high = (np.searchsorted(words.unit, units, side) for side in ("left", "right"))
    count = high - low
    ahead = np.cumsum(count) - count
    return np.repeat(low - ahead, count) + np.arange(count.sum())


def _covered(first: Rows, last: Rows, size: int) -> Bools:
    """Which of ``size`` rows are in any of the ranges from ``first`` to before ``last``."""
    some = first < last
    begins, ends = (np.bincount(edge[some], minlength=size + 1) for edge in (first, last))
    covered: Bools = np.cumsum(begins - ends)[:-1] > 0
    return covered
