"""Neighbouring words that are one unit: reduplication, split prefixes, names and fixed phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from kpu_corpus.indonesian import spelling
from kpu_corpus.indonesian.multiwords import Multiword, multiwords
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.tokens.scanning import Words

CLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun"})
_SPACED_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")


class Form(NamedTuple):
    """What a joined surface stands for; ``root`` is None where it is still to be found."""

    norm: str
    root: str | None
    kind: str


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Multiword units by their first word, longest first: (the other words, the form)."""

    entries: Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]

    @classmethod
    def build(cls, shorts: Mapping[tuple[str, ...], str], phrases: Iterable[str] = ()) -> Lexicon:
        """Collect the shipped units, those defined in the corpus and the user's own phrases."""
        found: dict[tuple[str, ...], Form] = {}
        for entry in multiwords():
            # "KPU RI" is KPU and RI: a short form of two words stays two words, so does its long
            if not entry.short or " " not in entry.short:
                found[entry.words] = Form(" ".join(entry.words), canonical(entry), entry.kind)
        for phrase in phrases:
            words = tuple(normal(phrase).split())
            found.setdefault(words, Form(" ".join(words), " ".join(words), "phrase"))
        for words, short in shorts.items():
            # a shipped unit keeps its own short form, whatever else a text calls it (PPPK, P3K)
            found.setdefault(words, Form(" ".join(words), short, "name"))
        grouped: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        for words, form in found.items():
            if len(words) > 1:
                grouped.setdefault(words[0], []).append((words[1:], form))
        return cls({w: tuple(sorted(g, key=lambda e: -len(e[0]))) for w, g in grouped.items()})


def canonical(entry: Multiword) -> str:
    """Return the one root that a unit shares with its short form.

    >>> [canonical(unit) for unit in multiwords() if unit.words == ("aparatur", "sipil", "negara")]
    ['asn']
    """
    return (entry.short or entry.root or " ".join(entry.words)).lower()


class Join(NamedTuple):
    """Words ``first`` to ``last`` (both inside) are one unit."""

    first: int
    last: int
    form: Form


def join(
    words: Words, norms: Sequence[str], texts: Sequence[str], lexicon: Lexicon, *, split: bool
) -> tuple[Words, dict[str, Form]]:
    """Join neighbours; returns the new columns and the form of every joined surface.

    ``norms`` are the normal forms of the types, ``texts`` the text of each unit's source;
    ``split`` says whether split prefixes (``di selenggarakan``) are joined too.
    """
    finder = _Finder(words, norms, texts, lexicon, split)
    joins = list(finder.chosen())
    if not joins:
        return words, {}
    keep = np.ones(len(words.type), dtype=bool)
    kinds, end = words.type.copy(), words.end.copy()
    ids = {surface: index for index, surface in enumerate(words.surfaces)}
    names = list(words.kinds)
    forms: dict[str, Form] = {}
    for found in joins:
        keep[found.first + 1 : found.last + 1] = False
        end[found.first] = words.end[found.last]
        text = texts[words.unit[found.first]]
        surface = text[words.start[found.first] : words.end[found.last]]
        forms[surface] = found.form
        kinds[found.first] = ids.setdefault(surface, len(ids))
        if len(ids) > len(names):
            names.append(found.form.kind)
    joined = Words(
        tuple(ids),
        tuple(names),
        kinds[keep],
        words.unit[keep],
        words.start[keep],
        end[keep],
        words.gap[keep],
    )
    return joined, forms


class _Finder:
    """Looks at the few places where a unit can begin, never at every word."""

    def __init__(
        self,
        words: Words,
        norms: Sequence[str],
        texts: Sequence[str],
        lexicon: Lexicon,
        split: bool,
    ) -> None:
        self.words, self.norms, self.texts, self.lexicon = words, norms, texts, lexicon
        self.lefts = spelling.LEFTS if split else frozenset()

    def chosen(self) -> Iterator[Join]:
        """Yield the joins from left to right, none overlapping, the longest at each place."""
        after = 0
        for first in self._places():
            if first < after:
                continue
            found = self._dashed(first) or self._multiword(first) or self._split(first)
            if found:
                after = found.last + 1
                yield found

    def _places(self) -> list[int]:
        ids: dict[str, int] = {}
        numbered = np.array([ids.setdefault(norm, len(ids)) for norm in self.norms], dtype=np.int32)
        opens = np.array(
            [norm in self.lexicon.entries or norm in self.lefts for norm in self.norms], dtype=bool
        )
        if not len(self.words.type):
            return []
        norm = numbered[self.words.type]
        twice = np.append(norm[:-1] == norm[1:], False)
        return [int(place) for place in np.flatnonzero(opens[self.words.type] | twice)]

    def _norm(self, index: int) -> str:
        return self.norms[int(self.words.type[index])]

    def _dashed(self, first: int) -> Join | None:
        """Join a reduplication written with a spaced dash (Undang – Undang)."""
        second = first + 1
        if second >= len(self.words.type) or self.words.unit[first] != self.words.unit[second]:
            return None
        text = self.texts[self.words.unit[first]]
        between = text[self.words.end[first] : self.words.start[second]]
        word = self.words.kinds[self.words.type[first]] == "word"
        if not word or self._norm(first) != self._norm(second):
            return None
        if not _SPACED_DASH.fullmatch(between):
            return None
        norm = f"{self._norm(first)}-{self._norm(second)}"
        return Join(first, second, Form(norm, None, "word"))

    def _multiword(self, first: int) -> Join | None:
        for rest, form in self.lexicon.entries.get(self._norm(first), ()):
            last = first + len(rest)
            if last < len(self.words.type) and self._follow(first, rest):
                norm = " ".join(self._norm(index) for index in range(first, last + 1))
                return Join(first, last, form._replace(norm=norm))
        return None

    def _follow(self, first: int, rest: Sequence[str]) -> bool:
        """Tell whether the other words follow; the last may carry a clitic (hak pilihnya)."""
        for step, word in enumerate(rest, start=1):
            norm = self._norm(first + step)
            clitic = norm.removeprefix(word) if norm.startswith(word) else None
            if self.words.gap[first + step] or clitic is None:
                return False
            if clitic and (step < len(rest) or clitic not in CLITICS):
                return False
        return True

    def _split(self, first: int) -> Join | None:
        second = first + 1
        if self._norm(first) not in self.lefts or second >= len(self.words.type):
            return None
        surface = self.words.surfaces[int(self.words.type[second])]
        if self.words.gap[second] or surface[0].isupper():  # "di Buru" is a place
            return None
        found = spelling.joins(self._norm(first), self._norm(second))
        if not found or not found.certain:
            return None
        return Join(first, second, Form(found.suggestion, None, "word"))
