"""Progress on standard error, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
SILENT = 1.0  # seconds before the first line
EVERY = 0.2  # seconds between two lines


def progress(
    items: Iterable[Item], what: str, *, total: int = 0, size: Callable[[Item], int] = lambda _: 1
) -> Iterator[Item]:
    """Yield the items; from one second on, say on a terminal's standard error how many are done.

    With a ``total`` also how long the rest takes if it goes on as it went so far; ``size`` is how
    much of the total an item is.

    >>> list(progress([1, 2], "files"))
    [1, 2]
    """
    start = last = time.monotonic()
    shown = False
    count = 0
    try:
        for item in items:
            yield item
            count += size(item)
            now = time.monotonic()
            if now - start > SILENT and now - last > EVERY and sys.stderr.isatty():
                sys.stderr.write(f"\r{what}: {_told(count, total, now - start)} ")
                sys.stderr.flush()
                last, shown = now, True
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _told(count: int, total: int, seconds: float) -> str:
    """Return what is done and, where the total is known, what is left at this pace.

    >>> _told(250, 1000, 30.0)
    '250 / 1000 (30 s, + 90 s)'
    """
    if not total or not count:
        return f"{count} ({seconds:.0f} s)"
    rest = max(total - count, 0) * seconds / count
    return f"{count} / {total} ({seconds:.0f} s, + {rest:.0f} s)"
