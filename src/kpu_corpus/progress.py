"""Progress on standard error, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
SILENT = 1.0  # seconds before the first line
EVERY = 0.2  # seconds between two lines


def progress(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Yield the items; from one second on, say on a terminal's standard error how many are done.

    >>> list(progress([1, 2], "files"))
    [1, 2]
    """
    start = last = time.monotonic()
    shown = False
    count = 0
    try:
        for item in items:
            yield item
            count += 1
            now = time.monotonic()
            if now - start > SILENT and now - last > EVERY and sys.stderr.isatty():
                sys.stderr.write(f"\r{what}: {count} ({now - start:.0f} s) ")
                sys.stderr.flush()
                last, shown = now, True
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
