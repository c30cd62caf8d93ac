"""Which types of a token stream a word of a pattern fits: its form, its root or its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from kpu_corpus.analysis.slots import units_of
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.indonesian.spelling_data import corrections
from kpu_corpus.tokens import Tokens

# What may hang on a form without changing its sense: "=pelayanan" fits "pelayanannya".
CLITICS = ("nya", "lah", "pun", "kah", "ku", "mu")


Kinds = tuple[int, ...]


class Index:
    """Rows by a word: which types have a form or a root."""

    def __init__(self, words: Sequence[str], rows: Sequence[int]) -> None:
        self._rows = rows
        places = range(len(words))
        self._first = dict(zip(reversed(words), reversed(places), strict=True))
        self._more: dict[str, list[int]] = {}
        for place in [at for at, word in enumerate(words) if self._first[word] != at]:
            self._more.setdefault(words[place], []).append(rows[place])

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def of(self, word: str) -> list[int]:
        """Return the rows of a word; a row stands twice where it has the word twice."""
        place = self._first.get(word)
        return [] if place is None else [self._rows[place], *self._more.get(word, ())]

    def with_clitics(self, form: str) -> list[int]:
        """Return the rows of a form and of all that begins with it and ends in a clitic."""
        return [row for word in (form, *self._hung.get(form, ())) for row in self.of(word)]

    @cached_property
    def _hung(self) -> dict[str, list[str]]:
        """Forms on which a clitic hangs, with the words that have it."""
        found: dict[str, list[str]] = {}
        for word in [word for word in self._first if word.endswith(CLITICS)]:
            for clitic in CLITICS:
                if word.endswith(clitic):
                    found.setdefault(word.removesuffix(clitic), []).append(word)
        return found


class Indexes(NamedTuple):
    """Types by normal form and by root."""

    norm: Index
    root: Index


class Forms:
    """The types that words fit; every word is looked up once."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._units = units_of(tuple(tokens.manifest["settings"]["phrases"]))
        self._known: dict[str, Kinds] = {}
        self._inside: dict[str, Kinds] = {}

    def fitting(self, words: Sequence[str], *, names: bool) -> Kinds:
        """Return the types that fit any of the words, ascending; ``names``: also inside names."""
        found = [self._fitting(word, self._known, self.whole) for word in words]
        if names:
            found += [self._fitting(word, self._inside, self.names) for word in words]
        standing = [*filter(None, found)]
        if len(standing) < 2:
            return standing[0] if standing else ()
        return tuple(sorted(set().union(*standing)))

    def _fitting(self, word: str, known: dict[str, Kinds], indexes: Indexes) -> Kinds:
        found = known.get(word)
        if found is None:
            kinds = self._find(word, indexes)
            found = known[word] = tuple(sorted(set(kinds)) if len(kinds) > 1 else kinds)
        return found

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
            return [kind for form in _exact(word[1:]) for kind in index.norm.with_clitics(form)]
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
    """Return a form as it is, doubled, and in its official spelling."""
    form = normal(word.replace("_", " "))
    # the tokens may spell it officially (mempercayai: memercayai)
    official = corrections().get(form, (form,))[0]
    return tuple(dict.fromkeys((form, official, f"{form}-{form}")))


def _beginning(word: str, index: Index) -> list[str]:
    """Return the forms that fit a word with ``*`` in it."""
    first, *rest = normal(word).split("*")
    fits = re.compile(".*".join(map(re.escape, (first, *rest)))).fullmatch
    return [norm for norm in index if norm.startswith(first) and fits(norm)]
