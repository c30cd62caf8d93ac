"""The best terms of every row of a matrix of scores, phrases and their words not both."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.term_counts import MIN_PHRASE
from kpu_corpus.terms import TermMatrix

COVERS = 0.5  # a phrase that makes at least half of a word's occurrences stands for the word

Ints = npt.NDArray[np.integer[Any]]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


class Ranked(NamedTuple):
    """The terms of all rows, best first within each: row, rank from 1, column, score, counts."""

    row: Ints
    rank: Ints
    column: Ints
    score: Floats
    counts: Ints


class _Cells(NamedTuple):
    """The cells of a matrix with a score, in order of rows and columns; ``key`` is their place."""

    row: Ints
    column: Ints
    key: Ints
    score: Floats
    counts: Ints


def ranked(matrix: TermMatrix, table: Any, top: int | None) -> Ranked:
    """Return the ``top`` terms of each row by score, ties in the order of the terms; None for all.

    A word that mostly stands in one phrase gives way to it, and every phrase that does not
    explain its words is left out.
    """
    cells = _cells(matrix, table)
    keep = np.flatnonzero(_standing(matrix, cells))
    if top is not None:
        keep = keep[_near_the_top(cells.row[keep], cells.score[keep], top)]
    row, column, score = cells.row[keep], cells.column[keep], cells.score[keep]
    order = np.lexsort((_alphabet(matrix, column), -score, row))
    row = row[order]
    rank = np.arange(len(row)) - np.searchsorted(row, row) + 1
    chosen = slice(None) if top is None else rank <= top
    keep = keep[order][chosen]
    return Ranked(
        row[chosen], rank[chosen], cells.column[keep], cells.score[keep], cells.counts[keep]
    )


def _cells(matrix: TermMatrix, table: Any) -> _Cells:
    """Return the cells of the table; the counts of all its rows are looked up at once."""
    width = max(table.shape[1], 1)
    table = table.tocsr(copy=False)
    table.sort_indices()
    rows = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    key = rows * width + table.indices
    return _Cells(
        rows, table.indices, key, table.data.astype(np.float64), _at(matrix.counts, key, width)
    )


def _at(counts: Any, key: Ints, width: int) -> Ints:
    """Return the counts at some places of a matrix, 0 where it has none."""
    counts.sort_indices()
    if not len(counts.data):
        return np.zeros(len(key), dtype=np.int64)
    known = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr)) * width + counts.indices
    if len(known) == len(key) and (known == key).all():
        return np.asarray(counts.data)
    at = np.minimum(np.searchsorted(known, key), len(known) - 1)
    return np.where(known[at] == key, counts.data[at], 0)


def _standing(matrix: TermMatrix, cells: _Cells) -> Bools:
    """Tell of each cell whether it may stand in a list: no covered word, no idle phrase."""
    phrase = matrix.length[cells.column] > 1
    if (matrix.length > 1).all():  # phrases were asked for alone: there is no word to explain
        return np.asarray(cells.counts >= MIN_PHRASE)
    stands = ~phrase
    some = np.flatnonzero(phrase & (cells.counts >= MIN_PHRASE))
    if not len(some):
        return stands
    width = max(len(matrix.terms), 1)
    parts = matrix.parts[cells.column[some]]
    keys = np.where(parts >= 0, cells.row[some, None] * width + parts, -1)
    inside = _at(matrix.counts, keys.ravel(), width).reshape(keys.shape)
    explains = (cells.counts[some, None] >= COVERS * inside).all(axis=1) & (keys >= 0).any(axis=1)
    some, keys = some[explains], keys[explains]
    columns = cells.column[some]
    order = np.lexsort(
        (
            _alphabet(matrix, columns),
            -cells.score[some],
            -matrix.length[columns],
            -cells.counts[some],
            cells.row[some],
        )
    )
    covered: set[int] = set()
    for index, parts_of in zip(some[order].tolist(), keys[order].tolist(), strict=True):
        mine = {key for key in parts_of if key >= 0}
        if covered.isdisjoint(mine):
            covered |= mine
            stands[index] = True
    gone = np.fromiter(covered, dtype=np.int64, count=len(covered))
    at = np.minimum(np.searchsorted(cells.key, gone), len(cells.key) - 1)
    stands[at[cells.key[at] == gone]] = False
    return stands


def _near_the_top(row: Ints, score: Floats, top: int) -> Bools:
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


def _alphabet(matrix: TermMatrix, column: Ints) -> Ints:
    """Return the place of each term in the alphabet of those that are asked about."""
    asked, place = np.unique(column, return_inverse=True)
    names = [matrix.terms[index] for index in asked.tolist()]
    rank = np.empty(len(names), dtype=np.int64)
    rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    return rank[place]
