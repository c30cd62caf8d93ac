"""Which types of a token stream match the words of patterns: by form, root or prefix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, compress, repeat
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.matching.slots import units_of
from kpu_corpus.analysis.matching.sought import Bare, Numbers, Sought
from kpu_corpus.analysis.row_lists import Lists, integers
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.indonesian.lists.stopwords import stopwords
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.combining import BEFORE_ANY
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.tokens import Tokens

Rooted = tuple[Numbers, Lists]
LISTS = 8  # words of patterns of which the rows by root are kept: those of the lexicons in use
Fitting = tuple[Ints, Ints]  # types, and for each the row of a word that it fits


class Readings(NamedTuple):
    """What types may be read as: a type, a normal form and a root each.

    ``hung`` are the types with a clitic at their end, ``stem`` their forms without it; ``twice``
    are those that say a word twice (``once``), with a clitic or without.
    """

    kind: Ints
    norm: Sequence[str]
    root: Sequence[str]
    hung: Ints
    stem: Sequence[str]
    twice: Ints
    once: Sequence[str]

    @classmethod
    def of(cls, kind: Sequence[int], norm: Sequence[str], root: Sequence[str]) -> Readings:
        """Look for clitics, once for all patterns that are sought."""
        ends = [form.endswith(CLITICS) and form not in _WHOLE for form in norm]
        cut = (form[: -_SHED[form[-1]]] for form in compress(norm, ends))
        stems = [form.removesuffix("-") for form in cut]  # gratifikasi-nya
        hung = [*compress(kind, ends)]
        pairs = chain(zip(kind, norm, strict=True), zip(hung, stems, strict=True))
        twice = [(row, once) for row, form in pairs if "-" in form and (once := _once(form))]
        columns = (integers(rows) for rows in (kind, hung, (row for row, _ in twice)))
        kinds, hanging, doubled = columns
        return cls(kinds, norm, root, hanging, stems, doubled, [once for _, once in twice])


_WHOLE = frozenset("adalah ialah adapun maupun masalah".split())  # whose end is no clitic


def _once(form: str) -> str:
    """Return the word that a form says twice, or ""."""
    half = form[: len(form) // 2]
    return half if form == f"{half}-{half}" else ""


class Forms:
    """The types of a token stream as patterns see them."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._phrases = tuple(tokens.manifest["settings"]["phrases"])

    def fitting(self, sought: Sought) -> tuple[Ints, Ints]:
        """Return rows of words with a type that each fits; a pair may stand there twice.

        For a word inside a name the row is ``sought.size`` more.
        """
        roots = self._by_root(sought)
        whole = self._pairs(sought, roots, self.whole)
        word, kind = self._pairs(sought, roots, self.names)
        return np.append(whole[0], word + sought.size), np.append(whole[1], kind)

    def _pairs(self, sought: Sought, roots: Rooted, readings: Readings) -> Fitting:
        kind, norm, root, hung, stem, twice, once = readings
        keys = sought.keys
        exact = [
            _standing(kind, norm, keys.norms, keys.rows),
            _standing(hung, stem, keys.spelt, keys.rows),
            _standing(twice, once, keys.forms, keys.rows),
            *_beginning(sought, readings),
        ]
        found, word = _standing(kind, root, *roots)
        good = word >= 0
        for at in np.flatnonzero(~good).tolist():
            norm = normal(sought.words[~word[at]])
            good[at] = (_head(norm) or "-") in self.tokens.types.norm[found[at]]
        rooted = found[good], np.where(word < 0, ~word, word)[good]
        kinds, words = zip(*exact, rooted, strict=True)
        return np.concatenate(words), np.concatenate(kinds)

    def root_of(self, norm: str) -> str:
        """Return the root that a word of a pattern, or a unit of several words, is sought by."""
        return self._roots_of([norm])[0]

    def _roots_of(self, norms: Sequence[str]) -> list[str]:
        return _roots_of(norms, self._phrases, self.tokens.roots)

    @cached_property
    def whole(self) -> Readings:
        """Whole types, words in phrases, and colloquial negators and modals as the formal ones.

        A unit that the corpus gives a short form has the root of that, but is also sought by name.
        """
        types = self.tokens.types
        inner = self._inside[0]
        longs = {short: long for long, short in self.tokens.defined.items()}
        units = [kind for kind, norm in enumerate(types.norm) if longs and " " in norm]
        named = [(kind, longs[types.root[kind]]) for kind in units if types.root[kind] in longs]
        said = [(kind, formal(norm)) for kind, norm in enumerate(types.norm) if norm in COLLOQUIAL]
        formals = [norm for _, norm in said]
        return Readings.of(
            [*range(len(types.norm)), *inner.kind, *(kind for kind, _ in named + said)],
            [*types.norm, *inner.norm, *(norm for _, norm in named), *formals],
            [
                *(*types.root, *inner.root, *(root for _, root in named)),
                *roots_of(formals, roots=self.tokens.roots),
            ],
        )

    @property
    def names(self) -> Readings:
        """Words in names."""
        return self._inside[1]

    @cached_property
    def _inside(self) -> tuple[Readings, Readings]:
        """The words inside types of several words: in phrases, and in names.

        Those of function words mean nothing of their own: "salah satu" is no fault.
        """
        types, empty = self.tokens.types, stopwords("function")
        inner = [pair for pair in enumerate(types.norm) if " " in pair[1] and pair[1] not in empty]
        names = [pair for pair in inner if types.kind[pair[0]] == "name"]
        phrases = [pair for pair in inner if types.kind[pair[0]] != "name"]
        return self._read(phrases), self._read(names)

    def _read(self, types: list[tuple[int, str]]) -> Readings:
        inner = [(kind, part) for kind, norm in types for part in self._parts(norm)]
        norms = [part for _, part in inner]
        return Readings.of([kind for kind, _ in inner], norms, self._roots_of(norms))

    def _parts(self, norm: str) -> list[str]:
        """Return the words inside a joined form and the units inside it (pemilihan umum)."""
        words = norm.split()
        spans = [
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)
        ]
        known = units_of(self._phrases).roots
        return words + [span for span in spans if span in known and span != norm]

    def _by_root(self, sought: Sought) -> Rooted:
        """Return the rows of words by root, those of a function of one's own found anew."""
        roots = self.tokens.roots
        found = _rows_by_root if isinstance(roots, str) else _rows_by_root.__wrapped__
        return found(tuple(sought.bare), self._phrases, roots)


@lru_cache(maxsize=LISTS)
def _rows_by_root(bare: tuple[Bare, ...], phrases: tuple[str, ...], roots: Roots) -> Rooted:
    """Return the rows of words by the root that they are sought by.

    A word of parts that has the root of one fits only what has a hyphen, too (undang-undang),
    or its combining form (antikorupsi), since the part alone is another word, or its opposite:
    its row is turned round (~).
    """
    rows: dict[str, list[int]] = {}
    every = _roots_of([norm for _, norm, _ in bare], phrases, roots)
    for (_, norm, row), root in zip(bare, every, strict=True):
        apart = any(_roots_of([part], phrases, roots)[0] == root for part in _parts_of(norm))
        rows.setdefault(root, []).append(~row if apart else row)
    return {root: number for number, root in enumerate(rows)}, Lists.of([*rows.values()])


def _roots_of(norms: Sequence[str], phrases: tuple[str, ...], roots: Roots) -> list[str]:
    """Return the roots that words of patterns, or units of several words, are sought by."""
    known = [units_of(phrases).roots.get(norm) for norm in norms]
    others = [norm for norm, root in zip(norms, known, strict=True) if not root]
    found = iter(roots_of(others, roots=roots))
    return [root or next(found) for root in known]


# The last letter of a clitic tells its length; no word ends in two of them.
_SHED = {clitic[-1]: len(clitic) for clitic in CLITICS}


def _head(norm: str) -> str:
    """Return the combining form that a word begins with, or "": anti in antikorupsi.

    One before a hyphen stands alone: anti-korupsi, but not praktik-praktik.
    """
    first, dash, _ = norm.partition("-")
    fits = first.__eq__ if dash else norm.startswith
    return next(filter(fits, BEFORE_ANY), "")


def _parts_of(norm: str) -> list[str]:
    """Return the parts of a word with a hyphen, or the word that a combining form stands before."""
    if "-" in norm:
        return norm.split("-")
    head = _head(norm)
    return [norm.removeprefix(head)] if len(head) < len(norm) and head else []


def _standing(kinds: Ints, words: Sequence[str], number: Numbers, rows: Lists) -> Fitting:
    """Return the types whose word is known, with each of its rows."""
    found = np.fromiter(map(number.get, words, repeat(-1)), np.int64, len(words))
    known = np.flatnonzero(found >= 0)
    of, row = rows.spread(found[known])
    return kinds[known[of]], row


def _beginning(sought: Sought, readings: Readings) -> Iterator[Fitting]:
    """Yield the types that fit the words with a ``*``."""
    if not sought.parted:
        return
    heads = tuple(first for first, _, _ in sought.parted)
    near = [at for at, norm in enumerate(readings.norm) if norm.startswith(heads)]  # few are
    for _, fits, row in sought.parted:
        some = [at for at in near if fits.fullmatch(readings.norm[at])]
        yield readings.kind[some], np.full(len(some), row, np.int32)
