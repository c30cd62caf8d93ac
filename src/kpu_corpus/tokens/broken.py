"""Words hyphenated at a line end ("penyeleng-" above "gara"), rejoined.

Where lines were joined since, a blank is left behind the hyphen (penyeleng- gara).
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from kpu_corpus.ground.arrays import Ints, ranges
from kpu_corpus.indonesian.batch.chunks.shapes import HYPHENS
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling.data import known
from kpu_corpus.indonesian.spelling.joins import COMBINING
from kpu_corpus.indonesian.spelling.nearest import level
from kpu_corpus.tokens.matching import Form, Joins, Texts
from kpu_corpus.tokens.scanning import Words

_BREAK = re.compile(rf"[{HYPHENS}](?:[^\S\n]*\n\s*|[^\S\n]+)")
# "me- dan ber-", where no line ends behind the second: that one may be a broken word itself
_LISTED = re.compile(
    rf"(?:dan|atau|serta|maupun)\s+[^\W\d_]+[{HYPHENS}](?![^\W_]|[^\S\n]*\n\s*[^\W\d_])"
)
FEWEST = 2  # letters of a half: no line is broken beside a single letter
SHORT, FREQUENT = 3, 10  # letters, and a power of two: what has no more or is rarer may be an affix


def broken_words(words: Words, texts: Texts, broken: Ints) -> Joins:
    """Find the halves that are one known word together, in the units whose rows are ``broken``.

    A word that is written twice keeps its hyphen, and so does what is no word without it. The
    halves are read as they stand: rekomenda- is no slip.
    """
    low, high = (np.searchsorted(words.unit, edge) for edge in (broken, broken + np.int32(1)))
    rows = ranges(low, np.maximum(high - 1, low))
    rows = rows[words.gap[rows + 1]]
    own = texts.of(words.unit[rows])
    places = words.ends(rows).tolist(), words.start[rows + 1].tolist()
    types = words.type[rows].tolist(), words.type[rows + 1].tolist()
    found: list[int] = []
    numbers: dict[str, int] = {}
    form: list[int] = []
    for row, text, start, end, left, right in zip(rows.tolist(), own, *places, *types, strict=True):
        halves = _BREAK.fullmatch(text, start, end) and not _LISTED.match(text, end)
        if not halves or not text[end].islower():
            continue
        word = _one_word(words.surfaces[left], words.surfaces[right])
        if word:
            found.append(row)
            form.append(numbers.setdefault(word, len(numbers)))
    first = np.array(found, dtype=np.int64)
    forms = [Form(name, None, "word") for name in numbers]
    return Joins(first, first + 1, np.array(form, dtype=np.int32), forms)


def unbroken(surface: str, norm: str) -> str:
    """Return a surface as it stands within a line, given its normal form.

    >>> unbroken("Penyeleng-\\ngara", "penyelenggara"), unbroken("anak-\\nanak", "anak-anak")
    ('Penyelenggara', 'anak-anak')
    """
    if "-" in norm and "\n" not in surface:
        return surface  # tiba- tiba
    return _BREAK.sub("-" if "-" in norm else "", surface)


@lru_cache(maxsize=1 << 12)
def _one_word(left: str, right: str) -> str:
    """Return the known word that halves are, or ""; where both are words, texts have to have it.

    >>> _one_word("Integri", "tas"), _one_word("re", "ekspor")
    ('integritas', 'reekspor')
    >>> _one_word("ahli", "waris"), _one_word("re", "f"), _one_word("antar", "kementerian")
    ('', '', 'antarkementerian')
    """
    left, right = normal(left), normal(right)
    whole = left + right
    if left == right or min(len(left), len(right)) < FEWEST or whole not in known():
        return ""
    words = all(len(half) > SHORT and level(half) >= FREQUENT for half in (left, right))
    return whole if not words or left in COMBINING or level(whole) > 0 else ""
