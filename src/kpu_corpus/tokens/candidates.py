"""Where neighbouring words may be one unit, judging by their types: in C, else in numpy."""

from __future__ import annotations

from ctypes import c_int64
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.threads import cuts, threads, together
from kpu_corpus.tokens.scanning import Words

Rows = npt.NDArray[np.integer[Any]]

WORD, OPENS, PREFIX, SMALL, ENDING = 1, 2, 4, 8, 16
"""Bits of a type: a word, the first one of a unit, a prefix, what may follow it, a clitic."""

GROUPS = 64
"""Groups of words, of which a number has a bit each."""


class Told(NamedTuple):
    """What is told of every type: its bits, the groups that may follow it in a unit, its own."""

    bits: npt.NDArray[np.uint8]
    leads: npt.NDArray[np.uint64]
    group: npt.NDArray[np.uint8]


class Candidates(NamedTuple):
    """Rows of words: that stand twice with a gap between, that may open a unit, and those apart.

    The latter are prefixes before their word, words before their clitic and words said twice.
    """

    dashed: Rows
    opening: Rows
    apart: Rows


def candidates(words: Words, told: Told, norm: Ints) -> Candidates:
    """Return the candidates, given what is told of every type and the number of its normal form."""
    compiled = native.library()
    if compiled is None or not len(words.type):
        return _plainly(words, told, norm)

    def part(low: int, high: int) -> list[Ints]:
        own = [column[low:high] for column in (words.type, words.unit, words.gap)]
        rows = [np.empty(len(own[0]), np.int32) for _ in Candidates._fields]
        count = np.empty(len(rows), np.int64)
        columns = map(native.pointer, (*own, *told, norm, *rows, count))
        compiled.joining_rows(c_int64(len(own[0])), *columns)
        return [column[:size] + low for column, size in zip(rows, count.tolist(), strict=True)]

    pieces = cuts(words.unit, threads(len(words.type)))
    found = together(len(words.type), *(partial(part, *piece) for piece in pieces))
    return Candidates(*(np.concatenate(rows).astype(np.int64) for rows in zip(*found, strict=True)))


def _plainly(words: Words, told: Told, norm: Ints) -> Candidates:
    here, after = told.bits[words.type[:-1]], told.bits[words.type[1:]]
    leads = told.leads[words.type[:-1]] >> told.group[words.type[1:]] & np.uint64(1)
    gap = words.gap[1:]
    same = norm[words.type[:-1]] == norm[words.type[1:]]
    word = here & WORD != 0
    dashed = gap & same & word & (words.unit[:-1] == words.unit[1:])
    opening = ~gap & (here & OPENS != 0) & (leads != 0)
    apart = (here & PREFIX != 0) & (after & SMALL != 0)
    apart |= word & ((after & ENDING != 0) | ((after & SMALL != 0) & same))
    return Candidates(*map(np.flatnonzero, (dashed, opening, ~gap & apart)))
