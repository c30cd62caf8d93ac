"""Patterns compiled against the types of a token stream, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import product
from math import prod
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.lexicon import Pattern
from kpu_corpus.errors import InvalidLexicon
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.indonesian.spelling_data import corrections
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.joining import Lexicon as Multiwords

Longs = npt.NDArray[np.int64]
Element = str | tuple[str, ...]
MAX_ALTERNATIVES = 2_000
# What may hang on a form without changing its sense: "=pelayanan" fits "pelayanannya".
CLITICS = ("", "nya", "lah", "pun", "kah", "ku", "mu")
_GAP = re.compile(r"\.\.(\d{1,2})")


Forms = dict[str, set[int]]


class Slot(NamedTuple):
    """One word of a pattern: the types that fit it, after at most ``gap`` other words."""

    types: Longs
    gap: int


class Hits(NamedTuple):
    """Matches of a pattern: first and last token (inside) of each, in the order of the text."""

    first: Longs
    last: Longs


class Matcher:
    """Finds patterns in a token stream; work is proportional to the places that match.

    The words of a pattern are separated by spaces: ``layan`` fits every form of that root,
    ``=layanan`` only that form (also doubled or with a clitic: layanannya), ``transparan*`` what
    begins so, ``a|b`` either, ``..3`` lets up to three words stand between, ``@pelaku`` is a named
    set. Inside a fixed phrase or a name (pelayanan publik, Komisi Pemilihan Umum) single words
    are found too.
    """

    def __init__(self, tokens: Tokens, sets: Mapping[str, tuple[str, ...]], name: str) -> None:
        self.tokens, self.sets, self.name = tokens, sets, name
        self._slots: dict[tuple[str, bool], Longs] = {}
        self._units = Multiwords.build({}, tokens.manifest["settings"]["phrases"])

    def find(self, pattern: Pattern) -> Hits:
        """Return where a pattern stands, its contexts respected."""
        return self._respecting(pattern, [self._any(pattern.match)])[0]

    def find_each(self, pattern: Pattern) -> list[tuple[str, Hits]]:
        """Return the same for each match string of a pattern, so that a hit can name its own."""
        found = [(match, self._any((match,))) for match in pattern.match]
        standing = [(match, hits) for match, hits in found if len(hits.first)]
        kept = self._respecting(pattern, [hits for _, hits in standing])
        return [(match, hits) for (match, _), hits in zip(standing, kept, strict=True)]

    def _respecting(self, pattern: Pattern, found: list[Hits]) -> list[Hits]:
        if not any(len(hits.first) for hits in found):
            return found
        if pattern.context:
            context = self._any(pattern.context)
            found = [self._keep(hits, self._near(hits, context, pattern.near)) for hits in found]
        if pattern.without:
            without = self._any(pattern.without)
            found = [self._keep(hits, ~self._near(hits, without, pattern.near)) for hits in found]
        return found

    def _any(self, matches: Iterable[str]) -> Hits:
        found = [self._sequence(slots) for match in matches for slots in self._compile(match)]
        if not found:
            none = np.zeros(0, dtype=np.int64)
            return Hits(none, none)
        first = np.concatenate([hits.first for hits in found])
        last = np.concatenate([hits.last for hits in found])
        order = np.lexsort((-last, first))
        return Hits(first[order], last[order])

    @staticmethod
    def _keep(hits: Hits, mask: npt.NDArray[np.bool_]) -> Hits:
        return Hits(hits.first[mask], hits.last[mask])

    def _near(self, hits: Hits, context: Hits, near: int) -> npt.NDArray[np.bool_]:
        """Tell which hits have a context hit in their unit, within ``near`` words if given."""
        unit = self.tokens.unit
        places = np.unique(context.first)
        if not near:
            return np.isin(unit[hits.first], unit[places])
        padded = np.concatenate(([-(10**9)], places, [2 * 10**9]))
        after = np.searchsorted(padded, hits.last, side="right")
        before = np.searchsorted(padded, hits.first, side="left") - 1
        inside = padded[before + 1] <= hits.last
        return (
            inside
            | self._within(hits.last, padded[after], near)
            | self._within(hits.first, padded[before], near)
        )

    def _within(self, place: Longs, other: Longs, near: int) -> npt.NDArray[np.bool_]:
        unit = self.tokens.unit
        real = (other >= 0) & (other < len(unit))
        safe = np.where(real, other, place)
        found: npt.NDArray[np.bool_] = (np.abs(safe - place) <= near) & (unit[safe] == unit[place])
        return real & found

    def _sequence(self, slots: Sequence[Slot]) -> Hits:
        """Follow the slots: for each fitting place, the nearest start that reaches it."""
        place = self._places(slots[0].types)
        first = place
        unit = self.tokens.unit
        for slot in slots[1:]:
            following = self._places(slot.types)
            before = np.searchsorted(place, following, side="left") - 1
            real = before >= 0
            previous = np.where(real, before, 0)
            if not len(place):
                return Hits(place, place)
            good = (
                real
                & (following - place[previous] <= slot.gap + 1)
                & (unit[following] == unit[place[previous]])
            )
            first, place = first[previous[good]], following[good]
        return Hits(first, place)

    def _places(self, types: Longs) -> Longs:
        order, bounds = self._index
        parts = [order[bounds[kind] : bounds[kind + 1]] for kind in types.tolist()]
        return np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)

    @cached_property
    def _index(self) -> tuple[Longs, Longs]:
        order = np.argsort(self.tokens.type, kind="stable")
        types = len(self.tokens.types.surface)
        return order, np.searchsorted(self.tokens.type[order], np.arange(types + 1))

    def _compile(self, match: str) -> list[list[Slot]]:
        """Return the slot sequences of a match string, one for each choice of alternatives."""
        choices = [self._choices(element) for element in match.split()]
        if not choices:
            raise InvalidLexicon(f"an empty match @ {self.name}.")
        whole = self._slots_of(choices)
        parts: list[tuple[Element, ...]] = [
            (choice, *(word for word in (w.lstrip("=") for w in choice) if word in self._in_units))
            for choice in choices
        ]
        total = prod(len(part) for part in parts)
        if total > MAX_ALTERNATIVES:
            raise InvalidLexicon(f"{match!r} stands for {total:,} phrases @ {self.name}.")
        joined = [(words, self._joined(words)) for words in product(*parts)]
        return [whole, *(self._slots_of(units) for words, units in joined if units != words)]

    def _choices(self, element: str) -> tuple[str, ...]:
        if _GAP.fullmatch(element):
            return (element,)
        found: list[str] = []
        for word in element.split("|"):
            if not word.startswith("@"):
                found.append(word)
            elif word[1:] in self.sets:
                found += self.sets[word[1:]]
            else:
                raise InvalidLexicon(
                    f"unknown set {word!r} @ {self.name}; known: {', '.join(self.sets) or 'none'}."
                )
        return tuple(found)

    @cached_property
    def _in_units(self) -> frozenset[str]:
        """The words that units of several words are made of."""
        entries = self._units.entries.items()
        return frozenset(
            word for first, group in entries for rest, _ in group for word in (first, *rest)
        )

    def _joined(self, words: Sequence[Element]) -> tuple[Element, ...]:
        """Join the words of a pattern as the tokens are joined (tanggung jawab is one unit)."""
        joined: list[Element] = []
        at = 0
        while at < len(words):
            word = words[at]
            entries = self._units.entries.get(word, ()) if isinstance(word, str) else ()
            for rest, form in entries:
                if words[at + 1 : at + 1 + len(rest)] == rest:
                    joined.append(form.norm.replace(" ", "_"))
                    at += len(rest)
                    break
            else:
                joined.append(words[at])
            at += 1
        return tuple(joined)

    def _slots_of(self, elements: Sequence[Element]) -> list[Slot]:
        slots: list[Slot] = []
        gap = 0
        # a word inside a name is shown on its own as such, but makes no phrase with its neighbours
        alone = len(elements) == 1
        for element in elements:
            words = (element,) if isinstance(element, str) else element
            if len(words) == 1 and (found := _GAP.fullmatch(words[0])):
                gap = int(found[1])
                continue
            slots.append(Slot(self._united(words, names=alone), gap))
            gap = 0
        if not slots:
            raise InvalidLexicon(f"a pattern of gaps alone @ {self.name}.")
        return slots

    def _united(self, words: Iterable[str], *, names: bool) -> Longs:
        parts = [self._types(word, names) for word in words]
        return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)

    def _types(self, word: str, names: bool) -> Longs:
        key = word, names
        if key not in self._slots:
            whole, inside = self.forms
            found = self._fitting(word, *whole)
            if names:
                found |= self._fitting(word, *inside)
            self._slots[key] = np.array(sorted(found), dtype=np.int64)
        return self._slots[key]

    def _fitting(self, word: str, by_norm: Forms, by_root: Forms) -> set[int]:
        if word.startswith("="):
            form = normal(word[1:].replace("_", " "))
            # the tokens may spell it officially (mempercayai: memercayai)
            official = corrections().get(form, (form,))[0]
            stems = dict.fromkeys((form, official, f"{form}-{form}"))
            forms = [stem + end for stem in stems for end in CLITICS]
            return {kind for norm in forms for kind in by_norm.get(norm, ())}
        if "*" in word:
            wanted = re.compile(".*".join(map(re.escape, normal(word).split("*"))))
            fits: Callable[[str], object] = wanted.fullmatch
            return {kind for norm, kinds in by_norm.items() if fits(norm) for kind in kinds}
        norm = normal(word.replace("_", " "))
        return by_norm.get(norm, set()) | by_root.get(self.root_of(norm), set())

    def root_of(self, norm: str) -> str:
        """Return the root that a word of a pattern, or a unit of several words, is sought by."""
        return self._unit_roots.get(norm) or roots_of([norm], roots=self.tokens.roots)[0]

    @cached_property
    def _unit_roots(self) -> dict[str, str]:
        forms = [form for group in self._units.entries.values() for _, form in group]
        return {form.norm: form.root for form in forms if form.root}

    @cached_property
    def forms(self) -> tuple[tuple[Forms, Forms], tuple[Forms, Forms]]:
        """Types by normal form and root: of whole types and words in phrases; of words in names."""
        by_norm: Forms = {}
        by_root: Forms = {}
        inside: tuple[Forms, Forms] = {}, {}
        types = self.tokens.types
        for kind, (norm, root) in enumerate(zip(types.norm, types.root, strict=True)):
            by_norm.setdefault(norm, set()).add(kind)
            by_root.setdefault(root, set()).add(kind)
        inner = [
            (kind, part)
            for kind, norm in enumerate(types.norm)
            if " " in norm
            for part in self._parts(norm)
        ]
        plain = roots_of([part for _, part in inner], roots=self.tokens.roots)
        for (kind, part), root in zip(inner, plain, strict=True):
            norms, roots = inside if types.kind[kind] == "name" else (by_norm, by_root)
            norms.setdefault(part, set()).add(kind)
            roots.setdefault(self._unit_roots.get(part, root), set()).add(kind)
        return (by_norm, by_root), inside

    def _parts(self, norm: str) -> list[str]:
        """Return the words inside a joined form and the units inside it (pemilihan umum)."""
        words = norm.split()
        spans = [
            " ".join(words[a:b]) for a in range(len(words)) for b in range(a + 2, len(words) + 1)
        ]
        return words + [span for span in spans if span in self._unit_roots and span != norm]
