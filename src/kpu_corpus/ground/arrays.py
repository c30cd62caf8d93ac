"""Columns of numbers: the names of their types, rows that are appended, ranges of rows."""

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
    """Return the numbers from each ``low`` up to its ``high`` (outside), one after the other.

    >>> ranges([2, 7, 9], [4, 7, 12]).tolist()
    [2, 3, 9, 10, 11]
    """
    start = np.asarray(low, dtype=np.int64)
    size = np.asarray(high, dtype=np.int64) - start
    before = np.cumsum(size) - size
    return np.repeat(start - before, size) + np.arange(size.sum())


class Growing(Generic[T]):
    """Rows appended time and again, all of one width where there is more than one column.

    Room is doubled, so that each row is moved but a few times.
    """

    def __init__(self, kind: type[T], width: int | None = None) -> None:
        self._size = 0
        self._room: npt.NDArray[T] = np.empty((0,) if width is None else (0, width), kind)

    def __len__(self) -> int:
        return self._size

    @property
    def rows(self) -> npt.NDArray[T]:
        """The rows so far; what is written to them stays."""
        return self._room[: self._size]

    @property
    def whole(self) -> npt.NDArray[T]:
        """The rows so far and the room behind them."""
        return self._room

    def extend(self, rows: npt.NDArray[Any], expected: int = 0) -> None:
        """Append rows; where many more are ``expected``, room for them is made at once."""
        self.room(len(rows), expected)[:] = rows
        self.take(len(rows))

    def room(self, count: int, expected: int) -> npt.NDArray[T]:
        """Return ``count`` rows behind the last to write to; those that count are to be taken."""
        size = self._size + count
        if size > len(self._room):
            room = max(size, expected or 2 * len(self._room))
            wider = np.empty((room, *self._room.shape[1:]), self._room.dtype)
            wider[: self._size] = self.rows
            self._room = wider
        return self._room[self._size : size]

    def take(self, count: int) -> None:
        """Append the first rows of the room, as they were written."""
        self._size += count
