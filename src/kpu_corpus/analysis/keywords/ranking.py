"""The best terms of every row of a matrix, without both a phrase and its words."""

from __future__ import annotations

from ctypes import CDLL, c_int64, c_void_p
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.analysis.keywords.weighting import scores
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.ground.arrays import Bools, Floats, Longs, ranges
from kpu_corpus.ground.threads import essay_cuts, threads, together
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.matrix import TermMatrix

COVERS = 0.5  # a phrase that makes at least half of a word's occurrences stands for the word

Ints = npt.NDArray[np.integer[Any]]


class Ranked(NamedTuple):
    """The terms of all rows, best first within each: row, rank from 1, column, score, counts."""

    row: Ints
    rank: Ints
    column: Ints
    score: Floats
    counts: Ints


def listed(matrix: TermMatrix, top: int) -> Ranked:
    """Return what :func:`ranked` does by salience: of essays in C, without a matrix in between."""
    compiled = native.library()
    if compiled is None or matrix.groups.by != "essay":
        return ranked(matrix, scores(matrix, "salience"), top)
    return _listed(compiled, matrix, top)


def _listed(compiled: CDLL, matrix: TermMatrix, top: int) -> Ranked:
    words, units = matrix.vocabulary, matrix.places
    roots = words.names.roots
    letters = np.frombuffer("".join(roots).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    starts = np.cumsum([0, *map(len, roots)], dtype=np.int64)
    columns = (matrix.idf, words.length, words.parts, words.names.table, starts, letters)
    terms = [native.given(column) for column in columns]
    tokens, first, term = matrix.tokens, words.places.first, words.places.term
    given = (words.of_term, tokens.unit, units.essay, units.opening())
    single = bool((words.length == 1).any())  # else there is no word to explain

    def part(low: int, high: int) -> list[Any]:
        room = min(high - low, top * len(matrix.groups.labels))
        row, rank, column = np.empty((3, room), dtype=np.int32)
        score, count = np.empty(room, dtype=np.float64), np.empty(room, dtype=np.int64)
        met = np.zeros((len(words.length), 2), dtype=np.int32)
        covered = np.zeros(len(words.length), dtype=np.int32)
        found = compiled.lists_fill(
            *(c_int64(high - low), *map(native.given, (first[low:high], term[low:high], *given))),
            *((c_void_p * len(terms))(*terms), *map(c_int64, (top, MIN_PHRASE, single))),
            *(native.pointer(made) for made in (met, covered, row, rank, column, score, count)),
        )
        if found < 0:
            raise MemoryError
        return [row[:found], rank[:found], column[:found], score[:found], count[:found]]

    rows = np.array(essay_cuts(tokens.unit, units.essay, threads(len(tokens))), first.dtype)
    pieces = np.searchsorted(first, rows).tolist()
    found = together(len(tokens), *(partial(part, *piece) for piece in pieces))
    return Ranked(*map(np.concatenate, zip(*found, strict=True)))


def ranked(matrix: TermMatrix, table: Any, top: int | None) -> Ranked:
    """Return the ``top`` terms of each row by score, ties in the order of the terms; None for all.

    A word that mostly stands in one phrase gives way to it, and every phrase that does not
    explain its words is left out.
    """
    cells = _cells_of(matrix, table)
    if (matrix.length > 1).all():  # phrases were asked for alone: there is no word to explain
        stands: Bools = cells.counts >= MIN_PHRASE
    else:
        phrases = _explaining(matrix, cells)
        strength = (cells.counts[phrases], matrix.length[cells.column[phrases]])
        ordered = _ordered(matrix, cells, phrases, cells.row_of(phrases), *strength)
        stands = _standing(matrix, cells, ordered)
    most = len(cells.column) if top is None else top
    found = _best(cells, stands, most)
    row = cells.row_of(found)
    found = _ordered(matrix, cells, found, row)
    rank = 1 + ranges(0, np.bincount(row))
    inside = rank <= most
    found = found[inside]
    return Ranked(
        row[inside], rank[inside], cells.column[found], cells.score[found], cells.counts[found]
    )


def _ordered(matrix: TermMatrix, cells: _Cells, found: Longs, *others: Ints) -> Longs:
    """Put what ties in score and ``others`` into the order of the terms; the rest stays."""
    same = np.ones(max(len(found) - 1, 0), dtype=bool)
    for values in (cells.score[found], *others):
        same &= values[1:] == values[:-1]
    tied = np.flatnonzero(np.append(same, False)[: len(found)] | np.append(False, same))
    run = np.cumsum(np.append(True, ~same))[tied]
    ordered = found.copy()
    asked, place = np.unique(cells.column[found[tied]], return_inverse=True)
    alphabet = ranks(matrix.vocabulary.names.of(asked))[place]
    ordered[tied] = found[tied][np.argsort(run * len(tied) + alphabet)]
    return ordered


class _Cells(NamedTuple):
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


def _cells_of(matrix: TermMatrix, table: Any) -> _Cells:
    """Return the cells of a table of scores with the counts of the matrix in the same places."""
    table = table.tocsr(copy=False)
    counts = matrix.counts
    columns = (table.indptr, table.indices, np.asarray(table.data, dtype=np.float64))
    same = zip((table.indptr, table.indices), (counts.indptr, counts.indices), strict=True)
    if all(np.array_equal(mine, other) for mine, other in same):
        return _Cells(*columns, counts.data)
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    return _Cells(*columns, _counts_at(matrix, row, table.indices))


def _counts_at(matrix: TermMatrix, row: Ints, column: Ints) -> Longs:
    """Return the counts in some places of a matrix, 0 where there is none."""
    if not len(row):
        return np.zeros(0, dtype=np.int64)
    return np.asarray(matrix.counts[row, column], dtype=np.int64).ravel()


def _explaining(matrix: TermMatrix, cells: _Cells) -> Longs:
    """Return the cells of phrases that occur twice and make at least half of each of their words.

    In each row the most frequent come first, of these the longest, of these the best by score.
    """
    compiled, counts = native.library(), matrix.counts
    if compiled is not None:
        columns = (*cells, counts.indptr, counts.indices, counts.data, matrix.length, matrix.parts)
        met = np.zeros((len(matrix.length), 2), dtype=np.int32)
        found = np.empty(len(cells.column), dtype=np.int64)
        size = compiled.ranking_explaining(
            *(c_int64(len(cells.starts) - 1), *map(native.given, columns), c_int64(MIN_PHRASE)),
            *(native.pointer(met), native.pointer(_items(cells)), native.pointer(found)),
        )
        return found[:size]
    some = np.flatnonzero((matrix.length[cells.column] > 1) & (cells.counts >= MIN_PHRASE))
    row, parts = cells.row_of(some), matrix.parts[cells.column[some]]
    there = parts >= 0
    inside = np.zeros(parts.shape, dtype=np.int64)
    inside[there] = _counts_at(matrix, row[np.nonzero(there)[0]], parts[there])
    explains = (cells.counts[some, None] >= COVERS * inside).all(axis=1) & there.any(axis=1)
    some, row = some[explains], row[explains]
    length = matrix.length[cells.column[some]]
    return some[np.lexsort((-cells.score[some], -length, -cells.counts[some], row))]


def _standing(matrix: TermMatrix, cells: _Cells, phrases: Longs) -> Bools:
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


def _best(cells: _Cells, stands: Bools, top: int) -> Longs:
    """Return the standing cells, those of the ``top`` of their row and what ties with the last.

    From high to low in each row; there may be more of them.
    """
    compiled = native.library()
    if compiled is None:
        keep = np.flatnonzero(stands)
        return keep[np.lexsort((-cells.score[keep], cells.row_of(keep)))]
    found = np.empty(len(cells.column), dtype=np.int64)
    heap = np.empty(min(top, _longest(cells)))
    given = map(native.given, (cells.starts, cells.score, stands))
    written = map(native.pointer, (heap, _items(cells), found))
    size = compiled.ranking_top(c_int64(len(cells.starts) - 1), *given, c_int64(top), *written)
    return found[:size]


def _longest(cells: _Cells) -> int:
    return int(np.diff(cells.starts).max(initial=0))


def _items(cells: _Cells) -> npt.NDArray[np.uint64]:
    return np.empty(3 * _longest(cells), dtype=np.uint64)
