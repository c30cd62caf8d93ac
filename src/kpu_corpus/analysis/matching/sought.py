"""The words of patterns by how they match types: form, root or prefix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kpu_corpus.analysis.lexicon.rules import starred
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.indonesian.normal import normal, normals
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.indonesian.spelling.data import corrections

Numbers = Mapping[str, int]
Rows = dict[str, list[int]]
Bare = tuple[str, str, int]
Parted = tuple[str, re.Pattern[str], int]


class Keys(NamedTuple):
    """What words are looked up by, each with its list of ``rows``.

    ``forms`` are normal forms that fit as they are, with a clitic on them, or said twice; ``spelt``
    has also what tokens spell some of them as, ``norms`` all that fits without a clitic.
    """

    forms: Numbers
    spelt: Numbers
    norms: Numbers
    rows: Lists

    @classmethod
    def of(cls, keys: Sequence[Sequence[str]], rows: Lists) -> Keys:
        """Number the forms, then what of the others has rows of its own."""
        number: dict[str, int] = {}
        found: list[Numbers] = []
        begin = 0
        for own in keys:
            more = dict(zip(own, range(begin, begin + len(own)), strict=True))
            number = number | more if number else more
            found.append(number)
            begin += len(own)
        forms, spelt, norms = found
        return cls(forms, spelt, norms, rows)

    @property
    def own(self) -> list[list[str]]:
        """The keys that :meth:`of` is given."""
        begin = 0
        found: list[list[str]] = []
        for number in (self.forms, self.spelt, self.norms):
            own = sorted((row, key) for key, row in number.items() if row >= begin)
            found.append([key for _, key in own])
            begin += len(own)
        return found


class Sought(NamedTuple):
    """Rows of words by what they are looked up by.

    ``words`` are all of them; ``keys`` what types are looked up in; ``bare`` are the words that fit
    every form of their root: their normal form, and as what the root is looked for; ``parted`` are
    those with a ``*``: their beginning and all of it.
    """

    words: Sequence[str]
    keys: Keys
    bare: list[Bare]
    parted: list[Parted]

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.words)

    @classmethod
    def of(cls, words: Sequence[str]) -> Sought:
        """Sort the words, which are numbered in their order."""
        exact = [row for row, word in enumerate(words) if word.startswith("=")]
        others = [(row, word) for row, word in enumerate(words) if not word.startswith("=")]
        bare = [(normal(word.replace("_", " ")), row) for row, word in others if "*" not in word]
        forms: Rows = {}
        exacts = normals(words[row][1:].replace("_", " ") for row in exact)
        for form, row in zip(exacts, exact, strict=True):
            forms.setdefault(form, []).append(row)
        spelt: Rows = {}
        for form in corrections().keys() & forms.keys():
            if right := _official(form):
                spelt.setdefault(right[0], [*forms.get(right[0], ())]).extend(forms[form])
        norms: Rows = {}
        for norm, row in bare:
            norms.setdefault(norm, [*spelt.get(norm, forms.get(norm, ()))]).append(row)
        spelt = {form: sorted(spelt[form]) for form in sorted(spelt)}
        lists = [*forms.values(), *spelt.values(), *norms.values()]
        return cls(
            words,
            Keys.of([[*forms], [*spelt], [*norms]], Lists.of(lists)),
            [(norm, _certain(norm), row) for norm, row in bare],
            parted(words, (row for row, word in others if "*" in word)),
        )


def parted(words: Sequence[str], rows: Iterable[int]) -> list[Parted]:
    """Return the beginning of each of some words with a ``*``, what fits it, and its row."""
    norms = ((normal(words[row]), row) for row in rows)
    return [(norm.partition("*")[0], starred(norm), row) for norm, row in norms]


def _certain(norm: str) -> str:
    """Return a word as tokens certainly spell it (networking is none for certain)."""
    right = _official(norm)
    return right[0] if right and right[2] else norm


def _official(form: str) -> tuple[str, str, bool] | None:
    """Return how tokens may spell it (mempercayai: memercayai); who asks for dpt means DPT."""
    return corrections().get(form) if form not in acronyms() else None
