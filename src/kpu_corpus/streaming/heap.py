"""Returning freed memory to the system after a batch, so that a run does not grow with time."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any


def give_back() -> None:
    """Return free memory to the system if the C library is known to keep it (glibc).

    Otherwise small objects of the next batch would fill the gaps left by large columns, and the
    next large columns would go elsewhere: twice the memory after a hundred thousand documents.
    """
    import pyarrow

    pyarrow.default_memory_pool().release_unused()
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Any:
    """Return glibc's ``malloc_trim``, None on other systems."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
