"""Numeric columns: names of their types, growing arrays, ranges of rows."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

T = TypeVar("T", bound=np.generic)


def ranges(low: Any, high: Any) -> Longs:
    """Return the numbers from each ``low`` to its ``high`` (exclusive), concatenated.

    >>> ranges([2, 7, 9], [4, 7, 12]).tolist(), ranges(0, [2, 0, 3]).tolist()
    ([2, 3, 9, 10, 11], [0, 1, 0, 1, 2])
    """
    start = np.asarray(low, dtype=np.int64)
    size = np.asarray(high, dtype=np.int64) - start
    before = np.cumsum(size) - size
    return np.repeat(start - before, size) + np.arange(size.sum())


def begins(*columns: npt.NDArray[Any]) -> Bools:
    """Tell of each row whether any of the columns has another value in it than in the row before.

    >>> begins(np.array([4, 4, 2, 2]), np.array([1, 1, 1, 3])).tolist()
    [True, False, True, True]
    """
    found = np.zeros(len(columns[0]), dtype=bool)
    found[:1] = True
    for column in columns:
        found[1:] |= column[1:] != column[:-1]
    return found


def readonly(array: npt.NDArray[T]) -> npt.NDArray[T]:
    """Return a view of an array that refuses changes, which later results would show.

    >>> readonly(np.zeros(2)).flags.writeable
    False
    """
    view = array.view()
    view.flags.writeable = False
    return view


class Growing(Generic[T]):
    """An array to which rows are appended, of fixed width if there is more than one column.

    Capacity is doubled, so that each row is moved only a few times.
    """

    def __init__(self, kind: type[T], width: int | None = None) -> None:
        self._size = 0
        self._room: npt.NDArray[T] = np.empty((0,) if width is None else (0, width), kind)

    def __len__(self) -> int:
        return self._size

    @property
    def rows(self) -> npt.NDArray[T]:
        """The rows so far, as a writable view."""
        return self._room[: self._size]

    @property
    def whole(self) -> npt.NDArray[T]:
        """The rows so far and the spare capacity after them."""
        return self._room

    def extend(self, rows: npt.NDArray[Any], expected: int = 0) -> None:
        """Append rows; if many more are ``expected``, capacity for them is allocated at once."""
        self.room(len(rows), expected)[:] = rows
        self.take(len(rows))

    def room(self, count: int, expected: int) -> npt.NDArray[T]:
        """Return ``count`` spare rows to write to; :meth:`take` appends those that are used."""
        size = self._size + count
        if size > len(self._room):
            room = max(size, expected or 2 * len(self._room))
            wider = np.empty((room, *self._room.shape[1:]), self._room.dtype)
            wider[: self._size] = self.rows
            self._room = wider
        return self._room[self._size : size]

    def take(self, count: int) -> None:
        """Append the first ``count`` spare rows, as written."""
        self._size += count
