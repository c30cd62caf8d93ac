"""Prepared data in a file: a line of JSON, then columns of whole numbers one after the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from kpu_corpus.ground.arrays import Ints

_SIZES = "sizes"


def packed(head: Mapping[str, Any], columns: Sequence[Ints]) -> bytes:
    """Return plain values and columns as bytes.

    >>> head, (column,) = unpacked(packed({"words": "baca|hak"}, [np.array([3, 1])]))
    >>> head["words"], column
    ('baca|hak', array([3, 1], dtype=int32))
    """
    whole = {**head, _SIZES: [*map(len, columns)]}
    line = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return line + b"\n" + np.concatenate(columns).astype("<i4").tobytes()


def unpacked(data: bytes) -> tuple[dict[str, Any], Iterator[Ints]]:
    """Return the plain values and the columns that bytes were made of."""
    line, rows = data.split(b"\n", 1)
    head = json.loads(line)
    numbers = np.frombuffer(rows, "<i4").astype(np.int32)
    return head, iter(np.split(numbers, np.cumsum(head.pop(_SIZES))[:-1]))
