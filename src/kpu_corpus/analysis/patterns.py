"""Where the patterns of a lexicon stand in a token stream."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.forms import Forms, Kinds
from kpu_corpus.analysis.lexicon import Pattern
from kpu_corpus.analysis.slots import Slot, sequences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

Rows = npt.NDArray[np.intp]


class Spans(NamedTuple):
    """Matches of a pattern: first and last token (inside) of each, in the order of the text."""

    first: Ints
    last: Ints

    def where(self, mask: Bools) -> Spans:
        """Return the spans for which ``mask`` is True."""
        return Spans(self.first[mask], self.last[mask])


NONE = Spans(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))


class Matcher:
    """Finds patterns in a token stream; work is proportional to the places that match.

    The words of a pattern are separated by spaces: ``layan`` fits every form of that root,
    ``=layanan`` only that form (also doubled or with a clitic: layanannya), ``transparan*`` what
    begins so, ``a|b`` either, ``..3`` lets up to three words stand between, ``@pelaku`` is a named
    set. Inside a fixed phrase or a name (pelayanan publik, Komisi Pemilihan Umum) single words
    are found too. A hyphen and a space match each other (bahu-membahu, bahu membahu); a hyphenated
    word never fits one of its parts alone. A lexicon's words that make up a unit
    (``=tanggung =jawab``) fit every form of it (bertanggung jawab), with ``exact`` only the unit
    as it is.
    """

    def __init__(
        self,
        tokens: Tokens,
        sets: Mapping[str, tuple[str, ...]],
        name: str,
        *,
        exact: bool = False,
    ) -> None:
        self.tokens, self.sets, self.name, self.exact = tokens, sets, name, exact
        self._phrases = tuple(tokens.manifest["settings"]["phrases"])
        self._forms = Forms(tokens)
        self._known: dict[tuple[tuple[str, ...], bool], _Fitting] = {}
        self._read: dict[str, list[list[_Step]]] = {}

    def read(self, patterns: Iterable[Pattern]) -> None:
        """Look up the words of many patterns before they are sought: faster than one by one."""
        for pattern in patterns:
            for match in (*pattern.match, *pattern.context, *pattern.without):
                self._occurring(match)

    def find(self, pattern: Pattern) -> Spans:
        """Return where a pattern stands, its contexts respected."""
        return self._respecting(pattern, [self._any(pattern.match)])[0]

    def find_each(self, pattern: Pattern) -> list[tuple[str, Spans]]:
        """Return the same for each match string of a pattern, so that a hit can name its own."""
        found = [(match, self._any((match,))) for match in pattern.match]
        standing = [(match, spans) for match, spans in found if len(spans.first)]
        kept = self._respecting(pattern, [spans for _, spans in standing])
        return [(match, spans) for (match, _), spans in zip(standing, kept, strict=True)]

    def _respecting(self, pattern: Pattern, found: list[Spans]) -> list[Spans]:
        if not any(len(spans.first) for spans in found):
            return found
        if pattern.context:
            context = self._any(pattern.context)
            found = [spans.where(self._near(spans, context, pattern.near)) for spans in found]
        if pattern.without:
            without = self._any(pattern.without)
            found = [spans.where(~self._near(spans, without, pattern.near)) for spans in found]
        return found

    def _any(self, matches: Iterable[str]) -> Spans:
        found = [
            spans
            for match in matches
            for steps in self._occurring(match)
            if len((spans := self._follow(steps)).first)
        ]
        if len(found) < 2:
            return found[0] if found else NONE
        first = np.concatenate([spans.first for spans in found])
        last = np.concatenate([spans.last for spans in found])
        order = np.lexsort((-last, first))
        return Spans(first[order], last[order])

    def _near(self, spans: Spans, context: Spans, near: int) -> Bools:
        """Tell which spans have a context in their unit, within ``near`` words if given."""
        unit = self.tokens.unit
        if not near:
            return np.isin(unit[spans.first], unit[context.first])
        places = context.first
        after = np.searchsorted(places, spans.last, side="right")
        before = np.searchsorted(places, spans.first, side="left") - 1
        # the place after the last one before the span lies inside it
        return (
            (after - before > 1)
            | self._within(spans.last, places, after, near)
            | self._within(spans.first, places, before, near)
        )

    def _within(self, place: Ints, others: Ints, row: npt.NDArray[np.int64], near: int) -> Bools:
        """Tell whether the other place in each ``row`` exists, in the unit and near enough."""
        real = (row >= 0) & (row < len(others))
        other = place.copy()
        other[real] = others[row[real]]
        unit = self.tokens.unit
        found: Bools = real & (np.abs(other - place) <= near) & (unit[other] == unit[place])
        return found

    def _occurring(self, match: str) -> list[list[_Step]]:
        """Return the phrases that a match string stands for whose words all occur."""
        if match not in self._read:
            phrases = sequences(match, self.sets, self._phrases, self.name, self.exact)
            found = ([*takewhile(_fits, map(self._step, slots))] for slots in phrases)
            self._read[match] = [
                steps
                for slots, steps in zip(phrases, found, strict=True)
                if len(steps) == len(slots)
            ]
        return self._read[match]

    def _follow(self, steps: Sequence[_Step]) -> Spans:
        """Follow the words: for each fitting place, the nearest start that reaches it.

        Only what stands near a place of the rarest word is looked at.
        """
        sizes = [step.fitting.size for step in steps]
        rarest = sizes.index(min(sizes))
        places = [self._places(steps[rarest].fitting)]
        for at in range(rarest, 0, -1):
            back = range(-1 - steps[at].gap, 0)
            places.append(self._beside(places[-1], back, steps[at - 1].fitting))
        first = place = places.pop()
        for gap, fitting in steps[1:]:
            if not len(place):
                return NONE
            ahead = range(1, gap + 2)
            later = places.pop() if places else self._beside(place, ahead, fitting)
            row = np.searchsorted(place, later) - 1  # -1, the last, is not before it
            near = self._linked(place[row], later, gap)
            first, place = first[row[near]], later[near]
        return Spans(first, place)

    def _linked(self, place: Ints, later: Ints, gap: int) -> Rows:
        """Return the rows in which ``later`` comes after ``place`` in its unit, near enough."""
        distance, unit = later - place, self.tokens.unit
        near = np.flatnonzero((distance > 0) & (distance <= gap + 1))
        linked: Rows = near[unit[place[near]] == unit[later[near]]]
        return linked

    def _beside(self, places: Ints, steps: range, fitting: _Fitting) -> Ints:
        """Return, ascending, what fits: at least all so many steps from one of the places."""
        if fitting.size <= len(places) * len(steps):
            return self._places(fitting)
        kinds = self.tokens.type
        fits = np.zeros(len(self._index.counts), dtype=bool)
        fits[list(fitting.types)] = True
        beside = (places[:, None] + np.array(steps, dtype=np.int32)).ravel()
        beside = beside[(beside >= 0) & (beside < len(kinds))]
        beside = beside[fits[kinds[beside]]]
        if len(steps) == 1:
            return beside
        beside.sort()
        return beside[np.diff(beside, prepend=-1) > 0]

    def _step(self, slot: Slot) -> _Step:
        key = slot.words, slot.alone
        if key not in self._known:
            types = self._forms.fitting(slot.words, names=slot.alone)
            counts = self._index.counts
            self._known[key] = _Fitting(types, sum([counts[kind] for kind in types]))
        return _Step(slot.gap, self._known[key])

    def _places(self, fitting: _Fitting) -> Ints:
        """Return the places of the types that fit a slot, ascending."""
        if fitting.places is None:
            order, starts, counts = self._index
            parts = [order[starts[kind] : starts[kind] + counts[kind]] for kind in fitting.types]
            fitting.places = parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts))
        return fitting.places

    @cached_property
    def _index(self) -> _Index:
        types = self.tokens.type
        keys = types.astype(np.int64) << 32 | np.arange(len(types))
        keys.sort()
        counts = np.bincount(types, minlength=len(self.tokens.types.surface))
        starts = np.cumsum(counts) - counts
        return _Index(keys.astype(np.int32), starts.tolist(), counts.tolist())


@dataclass(slots=True, eq=False)
class _Fitting:
    """The types that fit a slot, how many tokens they have, and their places once looked up."""

    types: Kinds
    size: int
    places: Ints | None = None


class _Step(NamedTuple):
    """A word of a phrase, after up to ``gap`` others."""

    gap: int
    fitting: _Fitting


def _fits(step: _Step) -> bool:
    return bool(step.fitting.types)


class _Index(NamedTuple):
    """The places type by type, in the order of the text; where those of a type begin; how many."""

    order: Ints
    starts: list[int]
    counts: list[int]
