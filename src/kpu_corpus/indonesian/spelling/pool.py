"""Candidates near a form: few frequent forms remain after a check of their letters.

Edits are those of the optimal string alignment (Damerau 1964). An edit takes one letter away at
most and brings one at most, so only forms whose letters allow it are aligned (the bag distance of
Bartolini, Ciaccia & Patella 2002, which is never more than the edits).
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.ground.packing import packed, unpacked
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.spelling import data

MOST = 4  # forms that are returned

Codes = npt.NDArray[np.uint32]


def near(forms: Iterable[str], edits: int, least: int = 0) -> dict[str, list[tuple[str, int]]]:
    """Return up to four frequent forms within so many edits of each form that has any.

    They come with their edits, the nearest first, of these the most frequent; one of the first two
    letters of a form must be the first of the other. ``least`` is how frequent they must be, as a
    power of two.

    >>> near(["intansi", "zzzzz"], 1)
    {'intansi': [('instansi', 1)]}
    """
    asked, pool = [*dict.fromkeys(filter(None, forms))], _pool()
    pairs = _pairs_plain if native.library() is None else _pairs_compiled
    found: dict[str, list[tuple[int, int, int]]] = {}
    words = _Words.of("".join(asked), np.fromiter(map(len, asked), np.int64, len(asked)))
    for number, row, count in pairs(words, edits, least):
        found.setdefault(asked[number], []).append((count, -int(pool.level[row]), row))
    return {
        form: [(pool.words.form(row), count) for count, _, row in sorted(others)[:MOST]]
        for form, others in found.items()
    }


def triples() -> frozenset[str]:
    """Return the runs of three letters that are usual in frequent forms, with ^ and $ as the ends.

    >>> {"^ba", "san", "ti$"} <= triples(), "mnk" in triples()
    (True, False)
    """
    return _pool().triples


_USUAL = 3  # occurrences from which on a run of letters is no chance


class _Words(NamedTuple):
    """Words in their order as one text, and their letters as code points, where each has a head."""

    text: str
    codes: Codes
    head: Longs

    @classmethod
    def of(cls, text: str, size: Longs) -> _Words:
        """Take in words that are written one behind the other."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        return cls(text, codes, np.append(0, np.cumsum(size)))

    def form(self, row: int) -> str:
        """Return one of the words."""
        return self.text[int(self.head[row]) : int(self.head[row + 1])]


def _stretches(words: _Words, edits: int) -> tuple[Longs, Longs, Longs]:
    """Return the stretches of the pool to look at: number of the form, first row, row after.

    One has the initial of the form, the other begins with its second letter; form by form.
    """
    codes, start, size = words.codes, words.head[:-1], np.diff(words.head)
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


def _pairs_plain(words: _Words, edits: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Yield the number of each form, the rows of the pool that are so near it, and their edits."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    pool, forms, (number, low, high) = _pool(), _forms(), _stretches(words, edits)
    for a, b in {*zip(low.tolist(), high.tolist(), strict=True)}:
        group = number[(low == a) & (high == b)]
        rows = np.flatnonzero(pool.level[a:b] >= least) + a
        asked, others = [*map(words.form, group.tolist())], [forms[row] for row in rows.tolist()]
        told = cdist(asked, others, scorer=OSA.distance, score_cutoff=edits, dtype=np.uint8)
        one, other = np.nonzero(told <= edits)
        columns = group[one], rows[other], told[one, other]
        yield from zip(*(column.tolist() for column in columns), strict=True)


@cache
def _forms() -> list[str]:
    words = _pool().words
    return [*map(words.form, range(len(words.head) - 1))]


def _pairs_compiled(words: _Words, edits: int, least: int) -> Iterator[tuple[int, int, int]]:
    """Yield the same, found in C."""
    compiled, pool, stretches = native.library(), _pool(), _stretches(words, edits)
    assert compiled is not None
    columns = (*stretches, *words[1:], *pool.words[1:], _letters(compiled), pool.level)
    room = _PAIRS * len(stretches[0])
    while True:
        pairs = np.empty((room, 3), np.int64)
        found = compiled.near_pairs(
            *(ctypes.c_int64(len(stretches[0])), *map(native.given, columns)),
            *(ctypes.c_int64(least), ctypes.c_int32(edits)),
            *(ctypes.c_int64(room), native.pointer(pairs)),
        )
        if found <= room:
            return map(tuple, pairs[:found].tolist())
        room = found


class _Pool(NamedTuple):
    """The frequent forms by first letter and length, the rarest first."""

    words: _Words
    level: Longs
    begin: Longs
    """Where the forms of each initial and length begin."""
    triples: frozenset[str]


_CODES, _SIZES = 128, 64  # of ASCII; more letters than a form has
_PAIRS = 16  # of a stretch; where there are more, they are looked for again


@cache
def _pool() -> _Pool:
    head, columns = unpacked((DATA / "ready" / "targets.words").read_bytes())
    size, level = (np.array(column, np.int64) for column in columns)
    words = _Words.of(head["forms"], size)
    key = words.codes[words.head[:-1]].astype(np.int64) * _SIZES + size
    begin = np.searchsorted(key, np.arange(_CODES * _SIZES))
    return _Pool(words, level, begin, frozenset(head["triples"].split()))


def ready() -> bytes:
    """Return the frequent forms as the pool has them: `training.word_lists` writes them."""
    found = data.targets()
    order = sorted(found, key=lambda form: (form[0], len(form)))
    columns = [[*map(len, order)], [*map(found.__getitem__, order)]]
    whole = [f"^{form}$" for form in order]
    runs = Counter(form[at : at + 3] for form in whole for at in range(len(form) - 2))
    usual = sorted(run for run, times in runs.items() if times >= _USUAL)
    return packed({"forms": "".join(order), "triples": " ".join(usual)}, columns)


@cache
def _letters(compiled: ctypes.CDLL) -> npt.NDArray[np.uint64]:
    """Return which letters each frequent form has (lower 32 bits), and which more than once."""
    _, codes, head = _pool().words
    masks = np.empty(len(head) - 1, np.uint64)
    columns = (native.pointer(column) for column in (codes, head, masks))
    compiled.near_letters(ctypes.c_int64(len(masks)), *columns)
    return masks
