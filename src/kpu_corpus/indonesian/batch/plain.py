"""Words and stops of chunks that are plain, in C; any other chunk is left in doubt."""

from __future__ import annotations

from ctypes import byref, c_int64
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints, Longs
from kpu_corpus.indonesian.batch.chunks.flags import BEFORE_BODY, COMMA, WORD
from kpu_corpus.indonesian.batch.chunks.keys import Table
from kpu_corpus.indonesian.batch.chunks.splitting import Row
from kpu_corpus.indonesian.lists.abbreviations import (
    COMPANIES,
    OPENERS,
    SHORTENED,
    TYPED_DEGREES,
)

KINDS = ("word", "number", "symbol")
START, END, SURFACE, KIND = range(4)
"""Columns of a word: its place in the chunk, its row among the surfaces and in ``KINDS``."""


class Told(NamedTuple):
    """How many rows each chunk has, -1 where it is in doubt; the rows, one after the other."""

    size: Longs
    rows: npt.NDArray[Any]

    @property
    def plain(self) -> Longs:
        """The chunks that are not in doubt."""
        return np.flatnonzero(self.size >= 0)

    @property
    def doubtful(self) -> Longs:
        """The chunks that are."""
        return np.flatnonzero(self.size < 0)


def plain_words(chunks: Row, flags: Longs) -> Told:
    """Return the words of chunks, given their flags; their surfaces are not told.

    Without C the chunks that are one word are plain.
    """
    compiled = native.library()
    if compiled is None:
        word = flags & WORD != 0
        end = (chunks.end - chunks.start)[word] - (flags[word] & (COMMA | BEFORE_BODY) != 0)
        rows = np.zeros((len(end), 4), np.int32)
        rows[:, END] = end
        return Told(np.where(word, 1, -1), rows)
    size, rows = np.empty_like(chunks.start), np.empty((len(chunks.codes), 4), np.int32)
    found = compiled.plain_words(
        *(*_given(chunks), byref(_LISTED), native.pointer(size), native.pointer(rows)),
    )
    return Told(size, rows[:found].copy())


def plain_stops(chunks: Row, words: Ints, first: Longs, count: Longs) -> Told:
    """Return the runs of stops in chunks; the words of each are ``count`` ones from ``first``."""
    compiled = native.library()
    if compiled is None:
        return Told(np.full(len(chunks.start), -1), np.zeros((0, 5), np.int64))
    size, rows = np.empty_like(chunks.start), np.empty((len(chunks.codes), 5), np.int64)
    columns = [native.pointer(column) for column in (first, count, size, rows)]
    found = compiled.plain_stops(*_given(chunks), native.pointer(words), *columns)
    return Told(size, rows[:found].copy())


def plain_after(chunks: Row) -> Longs:
    """Return what a stop asks of chunks that follow it, -1 where it is in doubt."""
    compiled = native.library()
    after = np.full(len(chunks.start), -1)
    if compiled is not None:
        tables = map(byref, (_OPENERS, _COMPANIES))
        compiled.plain_after(*_given(chunks), *tables, native.pointer(after))
    return after


def _given(chunks: Row) -> tuple[Any, ...]:
    columns = map(native.pointer, (chunks.start, chunks.end))
    return native.pointer(chunks.codes), c_int64(len(chunks.start)), *columns


_LISTED = Table.of({name.lower() for name in SHORTENED | COMPANIES | TYPED_DEGREES})
_OPENERS, _COMPANIES = map(Table.of, (OPENERS, COMPANIES))
