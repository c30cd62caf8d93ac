"""Which cells of a matrix of scores may stand in a list, and which of these are the best."""

from __future__ import annotations

from ctypes import CDLL, c_int64
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.matrix import TermMatrix

COVERS = 0.5  # a phrase that makes at least half of a word's occurrences stands for the word

Ints = npt.NDArray[np.integer[Any]]
Longs = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Cells(NamedTuple):
    """The cells of a matrix with a score, row by row; ``starts`` has the first cell of each row."""

    starts: Ints
    column: Ints
    score: Floats
    counts: Longs

    @property
    def row(self) -> Longs:
        """The row of each cell."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def row_of(self, cells: Longs) -> Longs:
        """Return the row of some cells."""
        return np.searchsorted(self.starts, cells, side="right") - 1


def cells_of(matrix: TermMatrix, table: Any) -> Cells:
    """Return the cells of a table of scores with the counts of the matrix in the same places."""
    table = table.tocsr(copy=False)
    counts = matrix.counts
    columns = (table.indptr, table.indices, np.asarray(table.data, dtype=np.float64))
    same = zip((table.indptr, table.indices), (counts.indptr, counts.indices), strict=True)
    if all(np.array_equal(mine, other) for mine, other in same):
        return Cells(*columns, counts.data)
    width = max(table.shape[1], 1)
    cells = Cells(*columns, np.zeros(len(table.data), dtype=np.int64))
    return cells._replace(counts=_Lookup.of(counts).at(cells.row * width + cells.column))


class _Lookup(NamedTuple):
    """The counts of a matrix by their places, in order."""

    key: Longs
    counts: Longs

    @classmethod
    def of(cls, counts: Any) -> _Lookup:
        counts = counts.sorted_indices()
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        return cls(rows * max(counts.shape[1], 1) + counts.indices, counts.data)

    def at(self, key: Longs) -> Longs:
        """Return the counts at some places, 0 where there is none."""
        if not len(self.key):
            return np.zeros(len(key), dtype=np.int64)
        place = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        return np.where(self.key[place] == key, self.counts[place], 0)


def explaining(matrix: TermMatrix, cells: Cells) -> Longs:
    """Return the cells of phrases that occur twice and make at least half of each of their words.

    In each row the most frequent come first, of these the longest, of these the best by score.
    """
    compiled = native.library()
    return _explaining(matrix, cells) if compiled is None else _native(compiled, matrix, cells)


def _native(compiled: CDLL, matrix: TermMatrix, cells: Cells) -> Longs:
    counts = matrix.counts
    columns = (*cells, counts.indptr, counts.indices, counts.data, matrix.length, matrix.parts)
    met = np.zeros((len(matrix.length), 2), dtype=np.int32)
    found = np.empty(len(cells.column), dtype=np.int64)
    size = compiled.ranking_explaining(
        *(c_int64(len(cells.starts) - 1), *map(native.given, columns), c_int64(MIN_PHRASE)),
        *(native.pointer(met), native.pointer(_items(cells)), native.pointer(found)),
    )
    return found[:size]


def _explaining(matrix: TermMatrix, cells: Cells) -> Longs:
    width = max(len(matrix.length), 1)
    some = np.flatnonzero((matrix.length[cells.column] > 1) & (cells.counts >= MIN_PHRASE))
    row, parts = cells.row_of(some), matrix.parts[cells.column[some]]
    keys = np.where(parts >= 0, row[:, None] * width + parts, -1)
    inside = _Lookup.of(matrix.counts).at(keys.ravel()).reshape(keys.shape)
    explains = (cells.counts[some, None] >= COVERS * inside).all(axis=1) & (keys >= 0).any(axis=1)
    some, row = some[explains], row[explains]
    length = matrix.length[cells.column[some]]
    return some[np.lexsort((-cells.score[some], -length, -cells.counts[some], row))]


def standing(matrix: TermMatrix, cells: Cells, phrases: Longs) -> Bools:
    """Tell of each cell whether it may stand in the list of its row.

    ``phrases`` are the cells of those that explain their words, the strongest of each row first:
    one that shares a word with a stronger one is left out, and the words of the others as well.
    """
    compiled = native.library()
    stands = np.zeros(len(cells.column), dtype=bool)
    if compiled is not None:
        columns = (cells.starts, cells.column, matrix.length, matrix.parts)
        stamp = np.zeros(len(matrix.length), dtype=np.int32)
        compiled.ranking_standing(
            *(c_int64(len(cells.starts) - 1), *map(native.given, columns), c_int64(len(phrases))),
            *(native.given(phrases), native.pointer(stamp), native.pointer(stands)),
        )
        return stands
    width = max(len(matrix.length), 1)
    parts = matrix.parts[cells.column[phrases]]
    keys = np.where(parts >= 0, cells.row_of(phrases)[:, None] * width + parts, -1)
    stands[:] = matrix.length[cells.column] == 1
    covered: set[int] = set()
    for index, parts_of in zip(phrases.tolist(), keys.tolist(), strict=True):
        mine = {key for key in parts_of if key >= 0}
        if covered.isdisjoint(mine):
            covered |= mine
            stands[index] = True
    key = cells.row * width + cells.column
    stands &= ~np.isin(key, np.fromiter(covered, dtype=np.int64, count=len(covered)))
    return stands


def best(cells: Cells, stands: Bools, top: int) -> Longs:
    """Return the standing cells among the ``top`` of their row, and what ties with the last.

    From high to low in each row.
    """
    compiled = native.library()
    if compiled is None:
        keep = np.flatnonzero(stands)
        row = cells.row_of(keep)
        keep = keep[_near_the_top(row, cells.score[keep], top)]
        return keep[np.lexsort((-cells.score[keep], cells.row_of(keep)))]
    found = np.empty(len(cells.column), dtype=np.int64)
    heap = np.empty(min(top, _longest(cells)))
    given = map(native.given, (cells.starts, cells.score, stands))
    written = map(native.pointer, (heap, _items(cells), found))
    size = compiled.ranking_top(c_int64(len(cells.starts) - 1), *given, c_int64(top), *written)
    return found[:size]


def _near_the_top(row: Longs, score: Floats, top: int) -> Bools:
    """Leave out, quickly, most of what cannot be among the ``top`` of its row.

    Rows and the leading bits of the scores are packed into one number each, whose order is that
    of the rows and, but for near ties, of the scores from high to low.
    """
    bits = (score + 0.0).view(np.uint64)  # -0.0 is 0.0
    falling = np.where(bits >> 63, bits, ~(bits | np.uint64(1 << 63)))
    packed = (row.astype(np.uint64) << np.uint64(_BITS)) | (falling >> np.uint64(64 - _BITS))
    ordered = np.sort(packed)
    starts = np.flatnonzero(np.diff(row, prepend=-1))
    sizes = np.diff(np.append(starts, len(row)))
    worst = ordered[starts + np.minimum(sizes, top) - 1]
    near: Bools = packed <= np.repeat(worst, sizes)
    return near


_BITS = 40  # of a score, beside 24 of its row


def _longest(cells: Cells) -> int:
    return int(np.diff(cells.starts).max(initial=0))


def _items(cells: Cells) -> npt.NDArray[np.uint64]:
    return np.empty(3 * _longest(cells), dtype=np.uint64)
