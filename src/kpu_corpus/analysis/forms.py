"""Which types of a token stream the words of patterns fit: by form, by root, by beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.ranges import Ints, integers
from kpu_corpus.analysis.slots import units_of
from kpu_corpus.analysis.sought import CLITICS, Rows, Sought
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.tokens import Tokens

Pairs = Iterator[tuple[int, Sequence[int]]]  # a type and the words that it fits


class Readings(NamedTuple):
    """What types may be read as: a type, a normal form and a root each."""

    kind: Sequence[int]
    norm: Sequence[str]
    root: Sequence[str]


class Forms:
    """The types of a token stream as patterns see them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._units = units_of(tuple(tokens.manifest["settings"]["phrases"]))

    def fitting(self, sought: Sought) -> tuple[Ints, Ints]:
        """Return rows of words with a type that each fits; a pair may stand there twice.

        For a word inside a name the row is ``sought.size`` more.
        """
        rows, doubled = self._by_root(sought)
        found: list[tuple[int, Sequence[int]]] = []
        sizes = []
        for readings in (self.whole, self.names):
            found += _by_norm(sought, readings)
            found += _standing(readings.kind, map(rows.get, readings.root))
            found += self._hyphened(_standing(readings.kind, map(doubled.get, readings.root)))
            sizes.append(len(found))
        word = integers(chain.from_iterable(fits for _, fits in found))
        counts = np.fromiter((len(fits) for _, fits in found), dtype=np.int64)
        word[counts[: sizes[0]].sum() :] += sought.size
        return word, np.repeat(integers(kind for kind, _ in found), counts)

    def root_of(self, norm: str) -> str:
        """Return the root that a word of a pattern, or a unit of several words, is sought by."""
        return self._units.roots.get(norm) or roots_of([norm], roots=self.tokens.roots)[0]

    @cached_property
    def whole(self) -> Readings:
        """Whole types, and words in phrases."""
        types = self.tokens.types
        inner = self._inner(names=False)
        return Readings(
            [*range(len(types.norm)), *inner.kind],
            [*types.norm, *inner.norm],
            [*types.root, *inner.root],
        )

    @cached_property
    def names(self) -> Readings:
        """Words in names."""
        return self._inner(names=True)

    def _inner(self, *, names: bool) -> Readings:
        """Return the words inside types of several words."""
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
        return Readings([kind for kind, _ in inner], norms, roots)

    def _parts(self, norm: str) -> list[str]:
        """Return the words inside a joined form and the units inside it (pemilihan umum)."""
        words = norm.split()
        spans = [
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)
        ]
        return words + [span for span in spans if span in self._units.roots and span != norm]

    def _by_root(self, sought: Sought) -> tuple[Rows, Rows]:
        """Return the words by the root that they are sought by, the doubled ones by themselves.

        A hyphenated word that has the root of a part (undang-undang) fits only what has a hyphen:
        the part alone is another word.
        """
        rows: Rows = {}
        doubled: Rows = {}
        for norm, row in sought.bare:
            root = self.root_of(norm)
            apart = "-" in norm and any(self.root_of(part) == root for part in norm.split("-"))
            (doubled if apart else rows).setdefault(root, []).append(row)
        return rows, doubled

    def _hyphened(self, found: Pairs) -> Pairs:
        norms = self.tokens.types.norm
        return ((kind, fits) for kind, fits in found if "-" in norms[kind])


def _by_norm(sought: Sought, readings: Readings) -> Pairs:
    """Yield what fits words by its form: as it is, with a clitic, or by its beginning."""
    kinds, norms, _ = readings
    yield from _standing(kinds, map(sought.norms.get, norms))
    hung = [pair for pair in zip(kinds, norms, strict=True) if pair[1].endswith(CLITICS)]
    stems = (norm[: -_clitic(norm)] for _, norm in hung)
    yield from _standing([kind for kind, _ in hung], map(sought.forms.get, stems))
    for first, fits, row in sought.parted:
        for kind, norm in zip(kinds, norms, strict=True):
            if norm.startswith(first) and fits.fullmatch(norm):
                yield kind, (row,)


def _clitic(word: str) -> int:
    """Return the length of the clitic that a word ends in; no word ends in two of them."""
    return next(len(clitic) for clitic in CLITICS if word.endswith(clitic))


def _standing(kinds: Iterable[int], found: Iterable[list[int] | None]) -> Pairs:
    return ((kind, fits) for kind, fits in zip(kinds, found, strict=True) if fits)
