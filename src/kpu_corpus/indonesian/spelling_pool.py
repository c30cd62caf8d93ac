"""The frequent forms near a form: few are left to compare once their letters were looked at.

Edits are those of the optimal string alignment (Damerau 1964). An edit takes one letter away at
most and brings one at most, so only forms whose letters allow it are aligned (the bag distance of
Bartolini, Ciaccia & Patella 2002, which is never more than the edits).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.indonesian import spelling_data as data

MOST = 4  # forms that are returned

Masks = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]


def near(forms: Iterable[str], edits: int, least: int = 0) -> dict[str, list[tuple[str, int]]]:
    """Return up to four frequent forms within so many edits of each form that has any.

    They come with their edits, the nearest first; one of the first two letters of a form must be
    the first of the other. ``least`` is how frequent they must be, as a power of two.

    >>> near(["intansi", "zzzzz"], 1)
    {'intansi': [('instansi', 1)]}
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    asked = [*filter(None, forms)]
    found: dict[str, list[tuple[str, int]]] = {}
    for form, others in zip(asked, _alike(asked, edits, least), strict=True):
        if others:
            best = extract(form, others, scorer=OSA.distance, score_cutoff=edits, limit=MOST)
            if best:
                found[form] = [(other, int(count)) for other, count, _ in best]
    return found


def _alike(forms: Sequence[str], edits: int, least: int) -> list[list[str]]:
    """Return for each form those that its letters allow to be near."""
    pool = _pool()
    codes, size = _codes(forms)
    number, low, high = _stretches(codes, size, edits)
    own = _letters(codes, size)[number]
    pairs = _pairs_plain if native.library() is None else _pairs_compiled
    stretch, rows = pairs(own, low, high, edits, least)
    found: list[list[str]] = [[] for _ in forms]
    for form, row in zip(number[stretch].tolist(), rows.tolist(), strict=True):
        found[form].append(pool.forms[row])
    return found


def _stretches(codes: Codes, size: Ints, edits: int) -> tuple[Ints, Ints, Ints]:
    """Return the stretches of the pool to look at: number of the form, first row, row after.

    One has the initial of the form, the other begins with its second letter; form by form.
    """
    start = np.cumsum(size) - size
    first, second = codes[start], codes[np.minimum(start + 1, len(codes) - 1)]
    number = np.repeat(np.arange(len(size)), 2)
    initial = np.column_stack([first, second]).ravel()
    looked = np.column_stack([first >= 0, (size > 1) & (second != first)]).ravel()
    number, initial = number[looked], initial[looked]
    head = np.minimum(initial, _CODES - 1) * _SIZES
    low, high = size[number] - edits, size[number] + edits + 1
    begin = _pool().begin
    ends = (begin[head + np.clip(edge, 0, _SIZES - 1)] for edge in (low, high))
    return number, *ends


def _pairs_plain(own: Masks, low: Ints, high: Ints, edits: int, least: int) -> tuple[Ints, Ints]:
    """Return which rows of each stretch may be near: number of the stretch, row."""
    pool = _pool()
    numbers, rows = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for a, b in {*zip(low.tolist(), high.tolist(), strict=True)}:
        group = np.flatnonzero((low == a) & (high == b))
        kept = np.flatnonzero(pool.level[a:b] >= least) + a
        pairs = np.nonzero(_bag(own[group][:, None], pool.letters[kept]) <= edits)
        numbers.append(group[pairs[0]])
        rows.append(kept[pairs[1]])
    number, row = np.concatenate(numbers), np.concatenate(rows)
    order = np.argsort(number, kind="stable")
    return number[order], row[order]


def _pairs_compiled(own: Masks, low: Ints, high: Ints, edits: int, least: int) -> tuple[Ints, Ints]:
    """Return the same, found in C."""
    compiled, pool = native.library(), _pool()
    assert compiled is not None
    room = _PAIRS * len(own)
    while True:
        number, row = np.empty(room, np.int64), np.empty(room, np.int64)
        found = compiled.near_pairs(
            *(ctypes.c_int64(len(own)), *map(native.pointer, (own, low, high))),
            *(native.pointer(pool.letters), native.pointer(pool.level)),
            *(ctypes.c_int64(least), ctypes.c_int32(edits), ctypes.c_int64(room)),
            *(native.pointer(number), native.pointer(row)),
        )
        if found <= room:
            return number[:found], row[:found]
        room = found


class _Pool(NamedTuple):
    """The frequent forms by first letter and length, in the order of their frequency."""

    forms: list[str]
    letters: Masks
    level: Ints
    begin: Ints
    """Where the forms of each initial and length begin."""


_CODES, _SIZES = 128, 64  # of ASCII; more letters than a form has
_PAIRS = 16  # of a stretch; where there are more, they are looked for again


@cache
def _pool() -> _Pool:
    found = data.targets()
    forms = [*found]
    codes, size = _codes(forms)
    key = codes[np.cumsum(size) - size] * _SIZES + size
    order = np.argsort(key, kind="stable")
    level = np.fromiter(found.values(), np.int64, len(found))[order]
    begin = np.searchsorted(key[order], np.arange(_CODES * _SIZES))
    letters = _letters(codes, size)[order]
    return _Pool([forms[row] for row in order.tolist()], letters, level, begin)


def _codes(forms: Sequence[str]) -> tuple[Codes, Ints]:
    """Return the code points of all forms in one row, and the length of each."""
    text = "".join(forms).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(text, "<u4"), np.fromiter(map(len, forms), np.int64, len(forms))


def _letters(codes: Codes, size: Ints) -> Masks:
    """Return which letters each form has (lower 32 bits), and which twice or more (the upper)."""
    compiled = native.library()
    if compiled is None:
        letter = np.where(codes < _CODES, codes, ord("?")).astype(np.int64) & 31
        row = np.repeat(np.arange(len(size)), size)
        count = np.bincount(row * 32 + letter, minlength=32 * len(size)).reshape(-1, 32)
        bits = np.packbits(np.hstack([count > 0, count > 1]), axis=1, bitorder="little")
        return bits.view("<u8")[:, 0]
    masks = np.empty(len(size), np.uint64)
    compiled.near_letters(
        *(ctypes.c_int64(len(size)), native.pointer(codes)),
        *(native.pointer(size), native.pointer(masks)),
    )
    return masks


def _bag(own: Masks, others: Masks) -> npt.NDArray[np.uint8]:
    """Return the edits at least between forms, by their letters alone."""
    lacking: npt.NDArray[np.uint8] = np.maximum(
        np.bitwise_count(own & ~others), np.bitwise_count(others & ~own)
    )
    return lacking
