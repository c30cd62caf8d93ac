"""Work in several threads: while C works, Python's lock is free.

Threads are used for large inputs, but never inside a worker, that is, a thread or process that the
caller started. ``KPU_CORPUS_THREADS=1`` switches them off, another number sets their number.
Results do not depend on it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, TypeVar

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 750_000
"""Tokens below which one thread is as fast: further threads need memory of their own."""

TOKEN_LENGTH = 8
"""Approximate characters per token."""

MOST = 8
"""Number of threads beyond which they only wait for memory."""


def threads(tokens: int) -> int:
    """Return the number of threads worth using for a number of tokens.

    >>> threads(1000)
    1
    """
    if tokens < FEW or _is_worker():
        return 1
    asked = os.environ.get("KPU_CORPUS_THREADS", "")
    return max(1, int(asked)) if asked.isdecimal() else _cores()


def together(tokens: int, *works: Callable[[], Any]) -> list[Any]:
    """Run all tasks, in parallel if there are enough tokens; return their results in order.

    >>> together(1000, lambda: 1, lambda: 2)
    [1, 2]
    """
    if len(works) == 1 or threads(tokens) == 1:
        return [work() for work in works]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(works) - 1) as pool:
        others = [pool.submit(work) for work in works[1:]]
        return [works[0](), *(other.result() for other in others)]


def one_ahead(
    tokens: int, work: Callable[[Given], Made], rows: Iterable[Given]
) -> Iterator[tuple[Given, Made]]:
    """Yield each row with its result from a task in C; the task of the next row is already running.

    >>> [*one_ahead(1000, abs, [-1, 2])]
    [(-1, 1), (2, 2)]
    """
    if native.library() is None or threads(tokens) == 1:
        yield from ((row, work(row)) for row in rows)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        begun = ((row, pool.submit(work, row)) for row in rows)
        now = next(begun, None)
        while now:
            row, made = now
            now = next(begun, None)
            yield row, made.result()


@contextmanager
def one_behind(tokens: int) -> Iterator[Callable[[Callable[[], Any]], None]]:
    """Yield a function that runs tasks in C one after the other, each while the next is prepared.

    Their results must only be read at the end, when all are done.

    >>> done = []
    >>> with one_behind(1000) as later:
    ...     later(lambda: done.append(1))
    >>> done
    [1]
    """
    if native.library() is None or threads(tokens) == 1:
        yield lambda work: work()
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        last: Any = pool.submit(int)  # nothing so far

        def begin(work: Callable[[], Any]) -> None:
            nonlocal last
            last.result()
            last = pool.submit(work)

        yield begin
        last.result()


def beside(tokens: int, work: Callable[[], Any]) -> None:
    """Start an optional task that only saves time, if there are enough tokens.

    Nothing waits for it; without a free thread it is not run.
    """
    if threads(tokens) > 1:
        threading.Thread(target=work).start()


def cuts(group: Ints, parts: int) -> Sequence[tuple[int, int]]:
    """Return where roughly equal parts of an array begin and end, without splitting a group.

    ``group`` is ascending.

    >>> cuts(np.array([0, 0, 0, 1, 2, 2], np.int32), 2)
    [(0, 3), (3, 6)]
    """
    if not len(group):
        return [(0, 0)]
    middle = group[len(group) * np.arange(1, parts) // parts]
    ends = np.unique([0, *np.searchsorted(group, middle), len(group)]).tolist()
    return [*pairwise(ends)]


def essay_cuts(unit: Ints, essay: Ints, parts: int) -> Sequence[tuple[int, int]]:
    """Return where roughly equal parts of the tokens begin and end, without splitting an essay.

    ``unit`` is the unit of each token, ``essay`` the essay of each unit; both are ascending.

    >>> essay_cuts(np.array([0, 0, 2, 3], np.int32), np.array([0, 0, 1, 1], np.int32), 2)
    [(0, 2), (2, 4)]
    """
    # in the dtype of the column, which would otherwise be copied as a whole
    ends = np.array([end for _, end in cuts(essay, parts)], unit.dtype)
    return [*pairwise([0, *np.searchsorted(unit, ends).tolist()])]


def _is_worker() -> bool:
    from multiprocessing.process import parent_process

    return threading.current_thread() is not threading.main_thread() or parent_process() is not None


def _cores() -> int:
    """Return the number of cores this process may use, up to ``MOST``."""
    try:
        free = len(os.sched_getaffinity(0))
    except AttributeError:  # not available on Windows and macOS
        free = os.cpu_count() or 1
    return min(free, MOST)
