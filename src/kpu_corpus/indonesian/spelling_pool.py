"""The frequent forms near a form: few are left to compare once their letters were looked at.

Edits are those of the optimal string alignment (Damerau 1964). An edit takes one letter away at
most and brings one at most, so only forms whose letters allow it are aligned (the bag distance of
Bartolini, Ciaccia & Patella 2002, which is never more than the edits).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian import spelling_data as data

MOST = 4  # forms that are returned

Masks = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]


def near(forms: Iterable[str], edits: int, least: int = 0) -> dict[str, list[tuple[str, int]]]:
    """Return up to four frequent forms within so many edits of each form that has any.

    They come with their edits, the nearest first; one of the first two letters of a form must be
    the first of the other. ``least`` is how frequent they must be, as a power of two.

    >>> near(["intansi", "zzzzz"], 1)
    {'intansi': [('instansi', 1)]}
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    asked = [*forms]
    found: dict[str, list[tuple[str, int]]] = {}
    for form, others in zip(asked, _alike(asked, edits, least), strict=True):
        if others:
            best = extract(form, others, scorer=OSA.distance, score_cutoff=edits, limit=MOST)
            if best:
                found[form] = [(other, int(count)) for other, count, _ in best]
    return found


def _alike(forms: Sequence[str], edits: int, least: int) -> list[list[str]]:
    """Return for each form those that its letters allow to be near."""
    pool, letters = _pool(), _letters(forms)
    found: list[list[str]] = [[] for _ in forms]
    for turn in (0, 1):
        groups: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, form in enumerate(forms):
            if len(form) > turn and form[turn] not in form[:turn]:
                groups[form[turn], len(form)].append(number)
        for (first, size), group in groups.items():
            a, b = pool.places(first, size - edits, size + edits)
            rows = np.flatnonzero(pool.level[a:b] >= least) + a
            pairs = np.nonzero(_bag(letters[group][:, None], pool.letters[rows]) <= edits)
            for place, row in zip(pairs[0].tolist(), rows[pairs[1]].tolist(), strict=True):
                found[group[place]].append(pool.forms[row])
    return found


class _Pool(NamedTuple):
    """The frequent forms by first letter and length, in the order of their frequency."""

    forms: list[str]
    letters: Masks
    level: Ints
    begin: list[int]

    def places(self, first: str, low: int, high: int) -> tuple[int, int]:
        """Return where the forms with this initial and a length from low to high stand."""
        head = min(ord(first), _CODES - 1) * _SIZES
        return self.begin[head + min(low, _SIZES - 1)], self.begin[head + min(high + 1, _SIZES - 1)]


_CODES, _SIZES = 128, 64  # of ASCII; more letters than a form has


@cache
def _pool() -> _Pool:
    found = data.targets()
    forms = [*found]
    sizes = np.fromiter(map(len, forms), np.int64, len(forms))
    text = np.frombuffer("".join(forms).encode("utf-32-le"), "<u4").astype(np.int64)
    key = text[np.cumsum(sizes) - sizes] * _SIZES + sizes
    order = np.argsort(key, kind="stable")
    forms = [forms[row] for row in order.tolist()]
    level = np.fromiter(found.values(), np.int64, len(found))[order]
    begin = np.searchsorted(key[order], np.arange(_CODES * _SIZES)).tolist()
    return _Pool(forms, _letters(forms), level, begin)


def _letters(forms: Sequence[str]) -> Masks:
    """Return which letters each form has (lower 32 bits), and which twice or more (the upper)."""
    text = np.frombuffer("".join(forms).encode("ascii", "replace"), np.uint8)
    row = np.repeat(np.arange(len(forms)), [*map(len, forms)])
    count = np.bincount(row * 32 + (text & 31), minlength=32 * len(forms)).reshape(-1, 32)
    bits = np.packbits(np.hstack([count > 0, count > 1]), axis=1, bitorder="little")
    return bits.view("<u8")[:, 0]


def _bag(own: Masks, others: Masks) -> npt.NDArray[np.uint8]:
    """Return the edits at least between forms, by their letters alone."""
    lacking: npt.NDArray[np.uint8] = np.maximum(
        np.bitwise_count(own & ~others), np.bitwise_count(others & ~own)
    )
    return lacking
