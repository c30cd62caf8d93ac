"""The innermost loops in C, if compiled: faster, never different.

Whoever calls has the same in numpy for the other machines, and the tests hold the two together.
The environment variable ``KPU_CORPUS_NATIVE=0`` leaves the C out.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt


class _Library(ctypes.CDLL):
    """What functions return is a number of 64 bits, an address or nothing."""

    def __getitem__(self, name_or_ordinal: Any) -> Any:
        function = super().__getitem__(name_or_ordinal)
        function.restype = ctypes.c_int64
        return function


@cache
def library() -> ctypes.CDLL | None:
    """Return the compiled library, or None where there is none or it is switched off.

    The C counts on the lowest byte of a number standing first, as on all common machines, and on
    numpy giving places in 64 bits, as it does where Python has as many.
    """
    if sys.byteorder == "big" or sys.maxsize < 2**32 or os.environ.get("KPU_CORPUS_NATIVE") == "0":
        return None
    # here, so that the module can also be run: python -m kpu_corpus.native.build
    from kpu_corpus.native.build import target

    path = target()
    try:
        return _Library(str(path)) if path.is_file() else None
    except OSError:  # compiled elsewhere, for another kind of machine
        return None


def pointer(column: npt.NDArray[Any]) -> ctypes.c_void_p:
    """Return the address of a column that lies in one piece; C reads and writes it as it is.

    >>> import numpy as np
    >>> pointer(np.zeros((2, 2))[:, 0])
    Traceback (most recent call last):
    ...
    ValueError: the column has gaps
    """
    if not column.flags.c_contiguous:
        raise ValueError("the column has gaps")
    # As numpy's `data_as` does, but without the cycle that its cast leaves to the collector.
    address = ctypes.c_void_p(column.ctypes.data)
    address.column = column  # type: ignore[attr-defined]  # kept alive
    return address


def given(column: Any) -> ctypes.c_void_p:
    """Return the address of a column that C only reads: of a copy where it has gaps.

    >>> given(np.arange(6)[::2]).column.tolist()
    [0, 2, 4]
    """
    return pointer(np.ascontiguousarray(column))
