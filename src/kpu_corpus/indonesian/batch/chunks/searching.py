"""Places in rising columns and rows with certain flags: in C, else in numpy."""

from __future__ import annotations

import ctypes

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Longs


def below(column: Longs, places: Longs) -> Longs:
    """Return how many values of a rising column are less than each place."""
    return _search(column, places, at=False)


def up_to(column: Longs, places: Longs) -> Longs:
    """Return how many values of a rising column are not more than each place."""
    return _search(column, places, at=True)


def _search(column: Longs, places: Longs, *, at: bool) -> Longs:
    compiled = native.library()
    if compiled is None:
        return np.searchsorted(column, places, "right" if at else "left")
    found = np.empty(len(places), np.int64)
    compiled.search_rising(
        *(native.pointer(column), ctypes.c_int64(len(column))),
        *(native.given(places), ctypes.c_int64(len(places))),
        *(ctypes.c_int32(at), native.pointer(found)),
    )
    return found


def flagged(form: Longs, flags: Longs, mask: int) -> tuple[Longs, Longs]:
    """Return the rows whose form has one of the bits of the mask, and the flags of their forms."""
    compiled = native.library()
    if compiled is None:
        held = flags[form]
        rows = np.flatnonzero(held & mask)
        return rows, held[rows]
    rows, held = np.empty(len(form) + 1, np.int64), np.empty(len(form) + 1, np.int64)
    count = compiled.search_flags(
        *(native.pointer(form), ctypes.c_int64(len(form)), native.pointer(flags)),
        *(ctypes.c_int64(mask), native.pointer(rows), native.pointer(held)),
    )
    return rows[:count].copy(), held[:count].copy()
