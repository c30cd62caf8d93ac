"""Progress on standard error or in a notebook, for whatever takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import Any, TypeVar

Item = TypeVar("Item")
SILENT = 1.0  # seconds before a bar appears


def progress(items: Iterable[Item], what: str, *, total: int | None = None) -> Iterator[Item]:
    """Yield the items; after one second a bar shows how many are done and the time left.

    ``total`` is their number if ``items`` has no length. The bar (tqdm) is shown only on a terminal
    and in a Jupyter notebook, and disappears at the end.

    >>> list(progress([1, 2], "files"))
    [1, 2]
    """
    if not _watched():
        yield from items
        return
    start = time.monotonic()
    known = len(items) if total is None and isinstance(items, Sized) else total
    bar: Any = None
    try:
        for done, item in enumerate(items, start=1):
            yield item
            if bar is not None:
                bar.update(1)
            elif time.monotonic() - start > SILENT:
                bar = _bar(what, done, known, start)
    finally:
        if bar is not None:
            bar.close()


def _bar(what: str, done: int, total: int | None, start: float) -> Any:
    from tqdm.std import tqdm  # imported late: a short run never needs it

    bar = tqdm(desc=what, total=total, file=sys.stderr, leave=False, dynamic_ncols=True)
    bar.start_t -= time.monotonic() - start  # so that rate and time left count from the start
    bar.update(done)
    return bar


def _watched() -> bool:
    """Tell whether a bar can be seen: on a terminal, or in a notebook."""
    terminal = sys.stderr is not None and sys.stderr.isatty()  # None without a console
    return terminal or "ipykernel" in sys.modules
