"""Which types of a token stream a word of a pattern fits: its form, its root or its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.slots import units_of
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.indonesian.spelling_data import corrections
from kpu_corpus.tokens import Tokens

# What may hang on a form without changing its sense: "=pelayanan" fits "pelayanannya".
CLITICS = ("", "nya", "lah", "pun", "kah", "ku", "mu")

Types = dict[str, list[int]]
Ints = npt.NDArray[np.int32]


class Index(NamedTuple):
    """Types by normal form and by root; a type may stand twice under a word it has twice."""

    norm: Types
    root: Types


class Forms:
    """The types that words fit; every word is looked up once."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._units = units_of(tuple(tokens.manifest["settings"]["phrases"]))
        self._known: dict[tuple[str, bool], list[int]] = {}

    def fitting(self, words: Iterable[str], *, names: bool) -> Ints:
        """Return the types that fit any of the words, ascending; ``names``: also inside names."""
        found: set[int] = set()
        for word in words:
            key = word, names
            if key not in self._known:
                inside = self._find(word, self.names) if names else []
                self._known[key] = self._find(word, self.whole) + inside
            found.update(self._known[key])
        return np.array(sorted(found), dtype=np.int32)

    def root_of(self, norm: str) -> str:
        """Return the root that a word of a pattern, or a unit of several words, is sought by."""
        return self._units.roots.get(norm) or roots_of([norm], roots=self.tokens.roots)[0]

    @property
    def whole(self) -> Index:
        """Whole types, and words in phrases."""
        return self._indexes[0]

    @property
    def names(self) -> Index:
        """Words in names."""
        return self._indexes[1]

    @cached_property
    def _indexes(self) -> tuple[Index, Index]:
        whole, names = Index({}, {}), Index({}, {})
        types = self.tokens.types
        for kind, (norm, root) in enumerate(zip(types.norm, types.root, strict=True)):
            whole.norm.setdefault(norm, []).append(kind)
            whole.root.setdefault(root, []).append(kind)
        inner = [
            (kind, part)
            for kind, norm in enumerate(types.norm)
            if " " in norm
            for part in self._parts(norm)
        ]
        plain = roots_of([part for _, part in inner], roots=self.tokens.roots)
        for (kind, part), root in zip(inner, plain, strict=True):
            index = names if types.kind[kind] == "name" else whole
            index.norm.setdefault(part, []).append(kind)
            index.root.setdefault(self._units.roots.get(part, root), []).append(kind)
        return whole, names

    def _parts(self, norm: str) -> list[str]:
        """Return the words inside a joined form and the units inside it (pemilihan umum)."""
        words = norm.split()
        spans = [
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)
        ]
        return words + [span for span in spans if span in self._units.roots and span != norm]

    def _find(self, word: str, index: Index) -> list[int]:
        if word.startswith("="):
            return [kind for norm in _exact(word[1:]) for kind in index.norm.get(norm, ())]
        if "*" in word:
            return [kind for norm in _beginning(word, index) for kind in index.norm[norm]]
        norm = normal(word.replace("_", " "))
        return index.norm.get(norm, []) + index.root.get(self.root_of(norm), [])


@lru_cache(maxsize=20_000)
def _exact(word: str) -> tuple[str, ...]:
    """Return a form with all that may hang on it, also doubled and in its official spelling."""
    form = normal(word.replace("_", " "))
    # the tokens may spell it officially (mempercayai: memercayai)
    official = corrections().get(form, (form,))[0]
    stems = dict.fromkeys((form, official, f"{form}-{form}"))
    return tuple(stem + end for stem in stems for end in CLITICS)


def _beginning(word: str, index: Index) -> list[str]:
    """Return the forms that fit a word with ``*`` in it."""
    first, *rest = normal(word).split("*")
    fits = re.compile(".*".join(map(re.escape, (first, *rest)))).fullmatch
    return [norm for norm in index.norm if norm.startswith(first) and fits(norm)]
