"""Weights of words, summed by part of a corpus: in C, else in numpy."""

from __future__ import annotations

from ctypes import c_int64
from typing import Any

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

Floats = npt.NDArray[np.float64]


def word_sums(
    tokens: Tokens, weight: Floats, part: Ints, rows: int, *, counts: Bools, repeat: Bools
) -> Floats:
    """Return the summed weight of the words by part, of which there are ``rows``.

    ``weight`` is by type; ``part`` and ``counts``, whether its words count, are by unit. Tokens
    that ``repeat`` another count for nothing.
    """
    compiled = native.library()
    if compiled is None:
        counting = counts[tokens.unit] & ~repeat
        return summed(part[tokens.unit], np.where(counting, weight[tokens.type], 0.0), rows)
    sums = np.zeros(rows, dtype=np.float64)
    given = (tokens.type, tokens.unit, repeat, weight, counts, part.astype(np.int32))
    compiled.weights_sum(c_int64(len(tokens)), *map(native.given, given), native.pointer(sums))
    return sums


def summed(row: Any, values: Floats, rows: int) -> Floats:
    """Sum values by row, one after the other."""
    sums: Any = np.bincount(row, values, minlength=rows)
    return np.asarray(sums, dtype=np.float64)
