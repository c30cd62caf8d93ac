"""The words of patterns by what decides which types they fit: form, root or beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_corpus.analysis.lexicon.rules import starred
from kpu_corpus.indonesian.normal import normal, normals
from kpu_corpus.indonesian.root_lists import acronyms
from kpu_corpus.indonesian.spelling_data import corrections

Rows = dict[str, list[int]]


class Sought(NamedTuple):
    """Rows of words by what they are looked up by.

    ``words`` are all of them; ``norms`` are normal forms that fit as they are, ``forms`` those on
    which a clitic may hang; ``bare`` are the words that fit every form of their root, ``parted``
    those with a ``*``: their beginning and all of it.
    """

    words: Sequence[str]
    norms: Rows
    forms: Rows
    bare: list[tuple[str, int]]
    parted: list[tuple[str, re.Pattern[str], int]]

    @property
    def size(self) -> int:
        """The number of words."""
        return len(self.words)

    @classmethod
    def of(cls, words: Sequence[str]) -> Sought:
        """Sort the words, which are numbered in their order."""
        forms: Rows = {}
        exact = [row for row, word in enumerate(words) if word.startswith("=")]
        normal_forms = normals(words[row][1:].replace("_", " ") for row in exact)
        # the tokens may spell it officially (mempercayai: memercayai); who asks for dpt means DPT
        official = {form: how for form, how in corrections().items() if form not in acronyms()}
        for row, form in zip(exact, normal_forms, strict=True):
            forms.setdefault(form, []).append(row)
            forms.setdefault(f"{form}-{form}", []).append(row)
            if form in official:
                forms.setdefault(official[form][0], []).append(row)
        made = cls(words, dict(forms), forms, [], [])
        for row, word in enumerate(words):
            if word.startswith("="):
                continue
            if "*" in word:
                norm = normal(word)
                made.parted.append((norm.partition("*")[0], starred(norm), row))
            else:
                norm = normal(word.replace("_", " "))
                made.norms[norm] = [*made.norms.get(norm, ()), row]
                right, _, sure = official.get(
                    norm, ("", "", False)
                )  # networking is none for certain
                made.bare.append((right if sure else norm, row))
        return made
