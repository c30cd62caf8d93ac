"""Which words are the second half of a definition, so that both halves count once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from kpu_corpus.ground.arrays import Bools, Ints, ranges
from kpu_corpus.indonesian.acronyms.definition import Definitions
from kpu_corpus.tokens.candidates import Rows
from kpu_corpus.tokens.scanning import Units, Words


def repeats(found: Definitions, units: Units, words: Words) -> Bools:
    """Mark the second half of every definition: ``ASN (Aparatur Sipil Negara)`` counts once.

    Definitions have the rows of their essays. Only the words of units that hold one are looked at.
    """
    repeat: Bools = np.zeros(len(words.type), bool)
    essay, short, short_end, long, long_end, _ = found
    if not len(essay):
        return repeat
    start = np.maximum(short, long)
    end = np.where(short > long, short_end, long_end)
    # units and words stand in the order of essays and places, so one number tells where they are
    reach = int(max(units.end.max(initial=0), end.max())) + 1
    base = units.essay.astype(np.int64) * reach + units.start
    places = essay * reach + start, essay * reach + end
    unit, last = (np.searchsorted(base, at, "right") - 1 for at in places)
    low = np.searchsorted(words.unit, unit.astype(np.int32))
    high = np.searchsorted(words.unit, last.astype(np.int32), "right")
    first = _first(words.start.__getitem__, low, high, start)
    after = _first(words.ends, low, high, end + 1)
    repeat[ranges(first, np.maximum(first, after))] = True
    return repeat


def _first(places: Callable[[Rows], Ints], low: Rows, high: Rows, place: Rows) -> Rows:
    """The first row from ``low`` to before ``high`` that reaches each place, else ``high``."""
    low, high = low.copy(), high.copy()
    while (open_ := np.flatnonzero(low < high)).size:
        middle = (low[open_] + high[open_]) // 2
        below = places(middle) < place[open_]
        low[open_[below]] = middle[below] + 1
        high[open_[~below]] = middle[~below]
    return low
