"""Counts of terms by unit and their sums over rows of units, as sparse matrices."""

from __future__ import annotations

from ctypes import c_int64
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Floats, Ints, Longs
from kpu_corpus.terms.vocabulary import Vocabulary

if TYPE_CHECKING:
    from ctypes import CDLL

_Column = npt.NDArray[Any]


def adder(row: Ints, rows: int) -> Any:
    """Return the matrix that sums what belongs to one row: rows × len(row), of ones."""
    from scipy.sparse import csr_matrix

    ends = np.append(0, np.cumsum(np.bincount(row, minlength=rows)))
    where = np.argsort(row, kind="stable"), ends  # they stand in order as a rule
    return csr_matrix((np.ones(len(row), dtype=np.int64), *where), (rows, len(row)))


def by_row(found: Vocabulary, unit: Ints, row: Ints, rows: int) -> Any:
    """Return the counts of the terms in each row of units, as a CSR matrix of rows by terms.

    ``unit`` is the unit of each token, ``row`` the row of each unit, -1 of those left out.
    """
    kept = np.flatnonzero(row >= 0)
    return (adder(row[kept], rows) @ by_unit(found, unit, len(row))[kept]).tocsr()


def by_unit(found: Vocabulary, unit: Ints, units: int) -> Any:
    """Return the counts of the terms in each unit, as a CSR matrix of units by terms.

    ``unit`` is the unit of each token.
    """
    shape = units, len(found.length)
    return cells(unit, found.places.term, shape, first=found.places.first, of_term=found.of_term)


def cells(
    unit: Ints,
    term: Ints,
    shape: tuple[int, int],
    *,
    first: Ints | None = None,
    of_term: Ints | None = None,
) -> Any:
    """Return how often each term occurs in each unit, as a CSR matrix of ``shape``.

    ``term`` has the term of each place, ``first`` its first token, if not every token is a place;
    ``unit`` is the unit of each token, rising, ``of_term`` the column of each term, -1 for none, if
    it is not the term itself.

    >>> cells(np.array([0, 0, 2], np.int32), np.array([1, 1, 0], np.int32), (3, 2)).toarray()
    array([[0, 2],
           [0, 0],
           [1, 0]])
    """
    from scipy.sparse import csr_matrix

    compiled = native.library()
    if compiled is None:
        row = unit if first is None else unit[first]
        column = term if of_term is None else of_term[term]
        kept = column >= 0
        ones = np.ones(int(kept.sum()), dtype=np.int64)
        return csr_matrix((ones, (row[kept], column[kept])), shape=shape)
    room = len(term)
    times, starts = np.zeros(shape[1], dtype=np.int32), np.empty(shape[0] + 1, dtype=np.int32)
    columns, data = np.empty(room, dtype=np.int32), np.empty(room, dtype=np.int64)
    places = (
        column if column is None else native.given(column)
        for column in (first, term, of_term, unit)
    )
    written: list[_Column] = [times, _marks(shape[1]), starts, columns, data]
    sizes = map(c_int64, shape)
    compiled.sums_of_units(c_int64(room), *places, *sizes, *map(native.pointer, written))
    used = slice(int(starts[-1]))
    return csr_matrix((data[used], columns[used], starts), shape=shape)


def _marks(columns: int) -> Longs:
    """Zeros: a bit for each column and one for each number of these, as in sums.c."""
    size = columns // 64 + 1
    return np.zeros(size + size // 64 + 1, dtype=np.int64)


def summed(found: Vocabulary, unit: Ints, rows: Any, weight: Floats) -> tuple[Any, Any]:
    """Return the counts of the terms in each row, and the weights of the units with the term.

    ``unit`` is the unit of each token, ``rows`` a CSR matrix of ones, rows by units; ``weight`` has
    a value above 0 for each unit. Both sums are CSR matrices of rows by terms.
    """
    compiled = native.library()
    if compiled is None:
        units = by_unit(found, unit, rows.shape[1])
        return (rows @ units).tocsr(), (rows @ weighted(units, weight)).tocsr()
    return _summed(compiled, found, unit, rows, weight)


def weighted(units: Any, weight: Floats) -> Any:
    """Return a matrix like ``units`` with the weight of the unit for every term in it."""
    from scipy.sparse import diags_array

    return (diags_array(weight) @ (units > 0)).tocsr()


def _summed(
    compiled: CDLL, found: Vocabulary, unit: Ints, rows: Any, weight: Floats
) -> tuple[Any, Any]:
    from scipy.sparse import csr_matrix

    shape, room = (rows.shape[0], len(found.length)), len(found.places.term)
    sizes = map(c_int64, (*shape, rows.shape[1], room))
    places = (found.places.first, found.places.term, found.of_term, unit)
    given = (rows.indptr, rows.indices, weight, *places)
    held, fresh = np.zeros((shape[1], 2), dtype=np.int32), np.empty(shape[1], dtype=np.int32)
    begin = np.empty(rows.shape[1] + 1, dtype=np.int32)
    starts, columns = np.empty(shape[0] + 1, dtype=np.int64), np.empty(room, dtype=np.int32)
    counts, totals = np.empty(room, dtype=np.int64), np.empty(room, dtype=np.float64)
    written: list[_Column] = [held, _marks(shape[1]), fresh, begin, starts, columns, counts, totals]
    first = compiled.sums_of_rows(
        *(*sizes, *map(native.given, given)), *map(native.pointer, written)
    )
    starts, columns = (starts - first).astype(np.int32), columns[first:]
    return (
        csr_matrix((counts[first:], columns, starts), shape=shape),
        # its own columns: scipy may sort them where they are
        csr_matrix((totals[first:], columns.copy(), starts.copy()), shape=shape),
    )
