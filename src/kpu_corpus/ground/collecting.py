"""Python's collector of cycles rests while columns are made: they hold none, and many objects."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def resting(*, lasting: bool = False) -> Iterator[None]:
    """Switch the collector off inside, and on again after if it was on before.

    A corpus is many long-lived objects, which every full collection looks through in vain: a
    sixth of the time of preprocessing ten thousand essays. With ``lasting``, all that there is
    counts as old at the end, so that the younger collections do not look through it either.

    >>> with resting():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if lasting and not gc.get_freeze_count():  # what somebody froze is to stay frozen
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            gc.enable()


def uncollected(function: Callable[P, R]) -> Callable[P, R]:
    """Let the collector rest while a function runs.

    Its own frame belongs to the package: contextlib's would be the line that warnings name.
    """

    @wraps(function)
    def resting_meanwhile(*args: P.args, **kwargs: P.kwargs) -> R:
        with resting():
            return function(*args, **kwargs)

    return resting_meanwhile
