"""Where a short form may be next to its long form, in many texts: in C, else by patterns."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import cache

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.indonesian.acronyms import connecting_words as words
from kpu_corpus.indonesian.acronyms import connectives, parentheses
from kpu_corpus.indonesian.acronyms.latin import Laid
from kpu_corpus.indonesian.acronyms.shapes import never
from kpu_corpus.indonesian.batch.chunks.keys import Table
from kpu_corpus.indonesian.lists.known_forms import known_words
from kpu_corpus.indonesian.lists.stopwords import stopwords

PARENTHESIS = len(connectives.CONNECTIVES)
"""The row of a parenthesis among the connectives."""

# As in `definitions.c`.
_KINDS = (connectives.NAMED, connectives.EXPANDS, connectives.BARE)
_NUMBERS = 7
_KEY = 16
_KEYS_OF_KNOWN = 3


def joints(texts: Laid) -> Longs:
    """Return the places where a short form may be defined, a row of seven each; none is missed.

    They are the number of the text, the offset in it, the row in `CONNECTIVES`, and where the short
    and the long form start and end, all 0 where that is yet to be read.

    >>> from kpu_corpus.indonesian.acronyms.latin import laid
    >>> [texts] = laid(["lima (5) orang", "Komisi Pemilihan Umum (KPU) bekerja"])
    >>> joints(texts)[:, :2].tolist()
    [[1, 22]]
    """
    compiled = native.library()
    if compiled is None:
        return np.array([*_in_patterns(texts)], np.int64).reshape(-1, _NUMBERS)
    return _compiled(compiled, texts)


def _in_patterns(texts: Laid) -> Iterator[list[int]]:
    """Wherever patterns allow it."""
    for number, at in parentheses.places(texts):
        yield [number, at, PARENTHESIS, 0, 0, 0, 0]
    for number, at, row in connectives.places(texts):
        yield [number, at, row, 0, 0, 0, 0]


def _compiled(compiled: ctypes.CDLL, texts: Laid) -> Longs:
    """Where letters fit, parentheses settled unless a character leaves them in doubt."""
    found = np.empty((len(texts.latin) // 2, _NUMBERS), np.int64)  # none is shorter than "()"
    count = compiled.definitions_places(
        *(texts.latin, native.pointer(texts.base), ctypes.c_int64(len(texts.base))),
        *(ctypes.c_int64(texts.end), ctypes.byref(_tables()), native.pointer(found)),
    )
    return found[:count].copy()


class _Tables(ctypes.Structure):
    _fields_ = (
        ("connectives", Table),
        ("function", Table),
        ("never", Table),
        ("known", Table),
        ("followers", Table * 2),
        ("hedges", Table),
        ("openers", Table),
        ("kinds", ctypes.c_char_p),
    )


@cache
def _tables() -> _Tables:
    """What C knows of words; it reads short forms of fewer letters than longer ones have."""
    return _Tables(
        Table.rows(connectives.CONNECTIVES),  # their rows are what is found
        Table.of(filter(str.isalpha, stopwords("function"))),
        Table.of(word for word in never() if len(word) <= _KEY),
        _known(),
        (Table * 2)(Table.of(words.NAMING_AS), Table.of(words.EXPANDING_OF)),
        Table.of(words.HEDGES),
        Table.of({*words.HEDGES, *words.NAMING, *words.EXPANDING}),
        bytes(map(_KINDS.index, connectives.PATTERNS.values())),
    )


def _known() -> Table:
    """Short forms, each with its long form in three keys."""
    cuts = range(0, _KEYS_OF_KNOWN * _KEY, _KEY)
    keys: list[str] = []
    for short, words_of in sorted(known_words().items()):
        long = " ".join(words_of)
        keys += (short, *(long[at : at + _KEY] for at in cuts))
    return Table.rows(keys, width=1 + _KEYS_OF_KNOWN)
