"""Which types of a token stream a word of a pattern fits: its form, its root or its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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

Ints = npt.NDArray[np.int32]


class Index:
    """Rows by a word: which types have a form or a root."""

    def __init__(self, words: Sequence[str], rows: Sequence[int]) -> None:
        import pandas as pd

        codes, names = pd.factorize(np.array(words, dtype=object))
        order = np.argsort(codes, kind="stable")
        self._rows: list[int] = np.asarray(rows, dtype=np.int64)[order].tolist()
        self._bounds: list[int] = np.searchsorted(codes[order], range(len(names) + 1)).tolist()
        self._place = dict(zip(names.tolist(), range(len(names)), strict=True))

    def __iter__(self) -> Iterator[str]:
        return iter(self._place)

    def of(self, word: str) -> list[int]:
        """Return the rows of a word; a row stands twice where it has the word twice."""
        place = self._place.get(word)
        return [] if place is None else self._rows[self._bounds[place] : self._bounds[place + 1]]


class Indexes(NamedTuple):
    """Types by normal form and by root."""

    norm: Index
    root: Index


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

    @cached_property
    def whole(self) -> Indexes:
        """Whole types, and words in phrases."""
        types = self.tokens.types
        own = range(len(types.norm))
        kinds, norms, roots = self._inner(names=False)
        return Indexes(
            Index([*types.norm, *norms], [*own, *kinds]),
            Index([*types.root, *roots], [*own, *kinds]),
        )

    @cached_property
    def names(self) -> Indexes:
        """Words in names."""
        kinds, norms, roots = self._inner(names=True)
        return Indexes(Index(norms, kinds), Index(roots, kinds))

    def _inner(self, *, names: bool) -> tuple[list[int], list[str], list[str]]:
        """Return the words inside types of several words, with their types and roots."""
        types = self.tokens.types
        inner = [
            (kind, part)
            for kind, norm in enumerate(types.norm)
            if " " in norm and (types.kind[kind] == "name") == names
            for part in self._parts(norm)
        ]
        norms = [part for _, part in inner]
        plain = roots_of(norms, roots=self.tokens.roots)
        roots = [self._units.roots.get(part, root) for part, root in zip(norms, plain, strict=True)]
        return [kind for kind, _ in inner], norms, roots

    def _parts(self, norm: str) -> list[str]:
        """Return the words inside a joined form and the units inside it (pemilihan umum)."""
        words = norm.split()
        spans = [
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)
        ]
        return words + [span for span in spans if span in self._units.roots and span != norm]

    def _find(self, word: str, index: Indexes) -> list[int]:
        if word.startswith("="):
            return [kind for norm in _exact(word[1:]) for kind in index.norm.of(norm)]
        if "*" in word:
            return [kind for norm in _beginning(word, index.norm) for kind in index.norm.of(norm)]
        norm = normal(word.replace("_", " "))
        root = self.root_of(norm)
        kinds = index.root.of(root)
        if self._doubled(norm, root):
            kinds = [kind for kind in kinds if "-" in self.tokens.types.norm[kind]]
        return index.norm.of(norm) + kinds

    def _doubled(self, norm: str, root: str) -> bool:
        """Tell whether a hyphenated word has the root of a part: the part alone is another word."""
        return "-" in norm and any(self.root_of(part) == root for part in norm.split("-"))


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
    return [norm for norm in index if norm.startswith(first) and fits(norm)]
