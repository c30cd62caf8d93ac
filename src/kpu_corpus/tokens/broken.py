"""Words hyphenated at a line end ("penyeleng-" above "gara"), rejoined.

Where lines were joined since, a blank is left behind the hyphen (penyeleng- gara).
"""

from __future__ import annotations

import re

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling.data import known
from kpu_corpus.indonesian.spelling.joins import COMBINING
from kpu_corpus.indonesian.spelling.nearest import level
from kpu_corpus.tokens.matching import Form, Joins, Texts
from kpu_corpus.tokens.scanning import Words

_BREAK = re.compile(r"[-\u2010](?:[^\S\n]*\n\s*|[^\S\n]+)")
_ENDS = ("-", "\u2010", "- ", "-\r")
SHORT, FREQUENT = 3, 10  # letters, and a power of two: what has no more or is rarer may be an affix


def unbroken(surface: str, norm: str) -> str:
    """Return a surface as it stands within a line, given its normal form.

    >>> unbroken("Penyeleng-\\ngara", "penyelenggara"), unbroken("anak-\\nanak", "anak-anak")
    ('Penyelenggara', 'anak-anak')
    """
    if "-" in norm and "\n" not in surface:
        return surface  # tiba- tiba
    return _BREAK.sub("-" if "-" in norm else "", surface)


def breaks_words(corpus: Corpus) -> list[bool]:
    """Tell of each essay whether a hyphen stands at the end of a line in its source, or did."""
    sources = {
        name: _ends_in_hyphen(source.text) or _has_a_blank_behind_one(source.text)
        for name, source in corpus.by_name.items()
    }
    return [sources[item.source] for item in corpus.items]


def _ends_in_hyphen(text: str) -> bool:
    """Tell whether a line does, looking at the ends of lines alone: most texts have few."""
    at = text.find("\n")
    while at >= 0:
        if text[at - 1] in "-\u2010 \r" and text[max(at - 2, 0) : at].endswith(_ENDS):
            return True
        at = text.find("\n", at + 1)
    return False


def _has_a_blank_behind_one(text: str) -> bool:
    """Tell whether a hyphen behind a small letter does: most dashes have a blank before them."""
    at = text.find("- ")
    while at > 0 and not text[at - 1].islower():
        at = text.find("- ", at + 1)
    return at > 0


def broken_words(words: Words, texts: Texts, broken: Bools) -> Joins:
    """Find the halves that are one known word together, in units that are ``broken``.

    A word that is written twice keeps its hyphen, and so does what is no word without it. The
    halves are read as they stand: rekomenda- is no slip.
    """
    rows = np.flatnonzero(words.gap[1:]) if broken.any() else np.zeros(0, dtype=np.int64)
    rows = rows[broken[words.unit[rows]]]
    rows = rows[words.unit[rows] == words.unit[rows + 1]]
    own = texts.of(words.unit[rows])
    places = words.ends(rows).tolist(), words.start[rows + 1].tolist()
    found: list[int] = []
    numbers: dict[str, int] = {}
    form: list[int] = []
    for row, text, start, end in zip(rows.tolist(), own, *places, strict=True):
        if not _BREAK.fullmatch(text, start, end) or not text[end].islower():
            continue
        left, right = (normal(words.surfaces[words.type[at]]) for at in (row, row + 1))
        if _is_one_word(left, right):
            found.append(row)
            form.append(numbers.setdefault(left + right, len(numbers)))
    first = np.array(found, dtype=np.int64)
    forms = [Form(name, None, "word") for name in numbers]
    return Joins(first, first + 1, np.array(form, dtype=np.int32), forms)


def _is_one_word(left: str, right: str) -> bool:
    """Tell whether halves are a known word; where both are words, texts have to have it, too.

    >>> _is_one_word("integri", "tas"), _is_one_word("re", "ekspor"), _is_one_word("ahli", "waris")
    (True, True, False)
    """
    if left == right or left + right not in known():
        return False
    words = all(len(half) > SHORT and level(half) >= FREQUENT for half in (left, right))
    return not words or left in COMBINING or level(left + right) > 0
