"""Python's cycle collector: paused while columns are built (many objects, no cycles), or seldom."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

SELDOM = 100_000  # new objects from which on it looks for garbage; 700 by itself
FROZEN = 1_000  # objects from which on somebody froze them; Python 3.12 freezes some 400 of its own

_switching = Lock()
"""Between the question whether it is on and switching it off, no other thread switches it on: it
would stay off for ever."""


@contextmanager
def resting(*, lasting: bool = False) -> Iterator[None]:
    """Switch the collector off inside, and on again afterwards if it was on before.

    A corpus consists of many long-lived objects, which every full collection scans in vain: a sixth
    of the time of preprocessing ten thousand essays. With ``lasting``, all existing objects count
    as old at the end, so that younger collections do not scan them either.

    >>> with resting():
    ...     gc.isenabled()
    False
    """
    with _switching:
        was_on = gc.isenabled()
        gc.disable()
    try:
        yield
    finally:
        if was_on:
            if lasting and gc.get_freeze_count() < FROZEN:  # keep frozen what the caller froze
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            with _switching:
                gc.enable()


def uncollected(function: Callable[P, R]) -> Callable[P, R]:
    """Pause the collector while a function runs.

    The wrapper's frame belongs to the package: with contextlib's, warnings would name its line.
    """

    @wraps(function)
    def resting_meanwhile(*args: P.args, **kwargs: P.kwargs) -> R:
        with resting():
            return function(*args, **kwargs)

    return resting_meanwhile


def look_seldom() -> None:
    """Let the collector of a program of our own look for garbage seldom, from the start.

    What the libraries make while they are loaded stays: looking for garbage among it is in vain. So
    it is at the end, when all memory is given back: a tenth of the time of a short command.
    """
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)
