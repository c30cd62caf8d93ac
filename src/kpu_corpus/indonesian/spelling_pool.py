"""The frequent forms near a form: few are left to compare once their letters were looked at."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian import spelling_data as data

MOST = 4  # forms that are returned

Masks = npt.NDArray[np.uint64]


def near(form: str, edits: int) -> list[tuple[str, int]]:
    """Return up to four frequent forms within so many edits, the nearest first, and the edits.

    Edits are those of the optimal string alignment (Damerau 1964); one of the first two letters
    of ``form`` must be the first of the other. An edit takes one letter away at most and brings
    one at most, so only forms whose letters allow it are aligned (the bag distance of Bartolini,
    Ciaccia & Patella 2002, which is never more than the edits).

    >>> near("intansi", 1)
    [('instansi', 1)]
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    pool = _pool(form[:2], len(form), edits)
    own = np.uint64(_letters(form))
    lacking = np.maximum(
        np.bitwise_count(own & ~pool.letters), np.bitwise_count(pool.letters & ~own)
    )
    chosen = [pool.forms[row] for row in np.flatnonzero(lacking <= edits).tolist()]
    found = extract(form, chosen, scorer=OSA.distance, score_cutoff=edits, limit=MOST)
    return [(other, int(count)) for other, count, _ in found]


class _Pool(NamedTuple):
    forms: tuple[str, ...]
    letters: Masks


@lru_cache(maxsize=4096)
def _pool(heads: str, size: int, edits: int) -> _Pool:
    """Return the frequent forms with one of the initials, and of nearly the size."""
    parts = [
        _of(first, length)
        for first in dict.fromkeys(heads)
        for length in range(size - edits, size + edits + 1)
    ]
    forms = tuple(chain.from_iterable(part.forms for part in parts))
    return _Pool(forms, np.concatenate([part.letters for part in parts]))


@lru_cache(maxsize=1024)
def _of(first: str, length: int) -> _Pool:
    forms = tuple(data.targets().get((first, length), ()))
    return _Pool(forms, np.array([*map(_letters, forms)], np.uint64))


def _letters(form: str) -> int:
    """Return which of the letters a to z a form has, and which twice or more, as bits."""
    once = twice = 0
    for place in form.encode("ascii", "ignore"):
        bit = 1 << (place & 31)
        twice |= once & bit
        once |= bit
    return once | twice << 32
