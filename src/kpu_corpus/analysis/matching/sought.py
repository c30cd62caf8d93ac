"""The words of patterns by how they match types: form, root or prefix."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_corpus.analysis.lexicon.rules import starred
from kpu_corpus.indonesian.normal import normal, normals
from kpu_corpus.indonesian.roots.root_lists import acronyms
from kpu_corpus.indonesian.spelling.data import corrections

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
        exact = [row for row, word in enumerate(words) if word.startswith("=")]
        others = [(row, word) for row, word in enumerate(words) if not word.startswith("=")]
        forms = _forms(exact, normals(words[row][1:].replace("_", " ") for row in exact))
        made = cls(words, dict(forms), forms, [], [])
        for row, word in others:
            if "*" in word:
                norm = normal(word)
                made.parted.append((norm.partition("*")[0], starred(norm), row))
            else:
                norm = normal(word.replace("_", " "))
                made.norms[norm] = [*made.norms.get(norm, ()), row]
                right = _official(norm)  # networking is none for certain
                made.bare.append((right[0] if right and right[2] else norm, row))
        return made


def _forms(rows: Sequence[int], forms: Sequence[str]) -> Rows:
    """Return the rows of words by their forms, by these said twice and officially spelt."""
    found: Rows = {}
    for row, form in zip(rows, forms, strict=True):
        found.setdefault(form, []).append(row)
    official = [(_official(form), found[form]) for form in corrections().keys() & found.keys()]
    more = {f"{form}-{form}": rows for form, rows in found.items()}
    both = more.keys() & found.keys()
    found = {**more, **found, **{form: sorted(found[form] + more[form]) for form in both}}
    for right, own in official:
        if right:
            found[right[0]] = sorted(found.get(right[0], []) + own)
    return found


def _official(form: str) -> tuple[str, str, bool] | None:
    """Return how tokens may spell it (mempercayai: memercayai); who asks for dpt means DPT."""
    return corrections().get(form) if form not in acronyms() else None
