"""The words of patterns by what decides which types they fit: form, root or beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling_data import corrections

# What may hang on a form without changing its sense: "=pelayanan" fits "pelayanannya".
CLITICS = ("nya", "lah", "pun", "kah", "ku", "mu")

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
        made = cls(words, {}, {}, [], [])
        for row, word in enumerate(words):
            if word.startswith("="):
                for form in _exact(word[1:]):
                    made.norms.setdefault(form, []).append(row)
                    made.forms.setdefault(form, []).append(row)
            elif "*" in word:
                first, *rest = normal(word).split("*")
                fits = re.compile(".*".join(map(re.escape, (first, *rest))))
                made.parted.append((first, fits, row))
            else:
                norm = normal(word.replace("_", " "))
                made.norms.setdefault(norm, []).append(row)
                made.bare.append((norm, row))
        return made


def _exact(word: str) -> tuple[str, ...]:
    """Return a form as it is, doubled, and in its official spelling."""
    form = normal(word.replace("_", " "))
    # the tokens may spell it officially (mempercayai: memercayai)
    official = corrections().get(form, (form,))[0]
    return tuple(dict.fromkeys((form, official, f"{form}-{form}")))
