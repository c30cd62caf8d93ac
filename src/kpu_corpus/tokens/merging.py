"""Several words made one, in all columns at once."""

from __future__ import annotations

from ctypes import Structure, byref, c_int64, c_void_p
from dataclasses import replace

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints, ranges
from kpu_corpus.tokens.matching import Joins
from kpu_corpus.tokens.scanning import Words

_COLUMNS = ("type", "unit", "start", "gap")


def merged(words: Words, found: Joins, types: Ints, *, over: bool) -> Words:
    """Return the columns with every join as one word of its type.

    They are written over those given where that is said: a corpus of ten thousand essays has fifty
    megabytes of them.
    """
    compiled = native.library()
    if compiled is None:
        return _plainly(words, found, types)
    size = len(words.type) - int((found.last - found.first).sum())
    columns = {name: getattr(words, name) for name in _COLUMNS}
    if not over:
        columns = {name: np.empty_like(column) for name, column in columns.items()}
    made = replace(words, **columns)
    first, last = (np.ascontiguousarray(row, np.int64) for row in (found.first, found.last))
    compiled.joining_join(
        *(c_int64(len(words.type)), byref(_Columns.of(words))),
        *(c_int64(len(types)), native.pointer(first), native.pointer(last)),
        *(native.pointer(types), byref(_Columns.of(made))),
    )
    return replace(words, **{name: column[:size] for name, column in columns.items()})


def _plainly(words: Words, found: Joins, types: Ints) -> Words:
    columns = {name: getattr(words, name).copy() for name in _COLUMNS}
    columns["type"][found.first] = types
    keep = np.ones(len(words.type), dtype=bool)
    keep[ranges(found.first + 1, found.last + 1)] = False
    return replace(words, **{name: column[keep] for name, column in columns.items()})


class _Columns(Structure):
    _fields_ = tuple((name, c_void_p) for name in _COLUMNS)

    @classmethod
    def of(cls, words: Words) -> _Columns:
        """Return the addresses of columns, which must be kept elsewhere."""
        return cls(*(native.pointer(getattr(words, name)) for name in _COLUMNS))
