"""Warnings that name the line that called the package, however deep they arise."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from itertools import islice
from types import FrameType

from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.ground.printable import ends, first_of

LONGEST_NAME = 40  # characters per name
MOST_NAMES = 5  # essays, rows or values named in one message
# With its cached properties, and what calls its estimator.
_INSIDE = ("kpu_corpus", "functools", "sklearn", "joblib")


def warn(told: KpuCorpusWarning) -> None:
    """Warn at the line outside the package that called it."""
    warnings.warn(told, stacklevel=_outside()[1])


def place() -> tuple[str, int]:
    """Return the file and the line outside the package that called it."""
    frame = _outside()[0]
    return frame.f_code.co_filename, frame.f_lineno


def named(names: Sequence[object]) -> str:
    """Return the first of several names for use in a sentence.

    >>> named(["a", "b"]), named(range(7))
    ("'a', 'b'", '0, 1, 2, 3, 4, …')
    """
    return first_of(
        [ends(repr(name), LONGEST_NAME) for name in islice(names, MOST_NAMES + 1)], MOST_NAMES
    )


def _outside() -> tuple[FrameType, int]:
    frame, level = sys._getframe(1), 1
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] in _INSIDE:
        frame, level = frame.f_back, level + 1
    return frame, level
