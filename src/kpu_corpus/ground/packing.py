"""Prepared data in a file: a line of JSON, then columns of whole numbers one after the other."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Any

_SIZES = "sizes"


def packed(head: Mapping[str, Any], columns: Sequence[Sequence[int]]) -> bytes:
    """Return plain values and columns as bytes.

    >>> head, (column,) = unpacked(packed({"words": "baca|hak"}, [[3, 1]]))
    >>> head["words"], column.tolist()
    ('baca|hak', [3, 1])
    """
    whole = {**head, _SIZES: [*map(len, columns)]}
    line = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return line + b"\n" + to_bytes(chain.from_iterable(columns))


def unpacked(data: bytes) -> tuple[dict[str, Any], Iterator[memoryview[int]]]:
    """Return the plain values and the columns that bytes were made of."""
    line, rows = data.split(b"\n", 1)
    head = json.loads(line)
    numbers = memoryview(from_bytes(rows))
    ends = pairwise(accumulate(head.pop(_SIZES), initial=0))
    return head, (numbers[begin:end] for begin, end in ends)


def to_bytes(numbers: Iterable[int]) -> bytes:
    """Return whole numbers as four bytes each, the lowest first.

    >>> from_bytes(to_bytes([3, -1])).tolist()
    [3, -1]
    """
    return _even(array("i", numbers)).tobytes()


def from_bytes(data: bytes) -> array[int]:
    """Return the whole numbers that :func:`to_bytes` was given."""
    numbers = array("i")
    numbers.frombytes(data)
    return _even(numbers)


def _even(numbers: array[int]) -> array[int]:
    """Turn the bytes of each number round where a machine has the highest first."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
