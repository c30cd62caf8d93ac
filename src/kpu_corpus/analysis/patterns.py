"""Where the patterns of a lexicon stand in a token stream."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.forms import Forms
from kpu_corpus.analysis.lexicon import Pattern
from kpu_corpus.analysis.ranges import ranges
from kpu_corpus.analysis.slots import Slot, sequences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

FEW = 8  # times fewer places than the next word has: only what stands near them is looked at


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
        self._known: dict[tuple[tuple[str, ...], bool], Ints] = {}

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
            for slots in sequences(match, self.sets, self._phrases, self.name, self.exact)
            if len((spans := self._follow(slots)).first)
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

    def _follow(self, slots: Sequence[Slot]) -> Spans:
        """Follow the slots: for each fitting place, the nearest start that reaches it."""
        first = place = self._places(slots[0])
        unit = self.tokens.unit
        for slot in slots[1:]:
            if not len(place):
                return NONE
            following = self._places(slot)
            if FEW * len(place) < len(following):
                following = _reached(following, place, slot.gap)
            before = np.searchsorted(place, following, side="left") - 1
            good = (
                (before >= 0)
                & (following - place[before] <= slot.gap + 1)
                & (unit[following] == unit[place[before]])
            )
            first, place = first[before[good]], following[good]
        return Spans(first, place)

    def _places(self, slot: Slot) -> Ints:
        key = slot.words, slot.alone
        if key not in self._known:
            order, bounds = self._index
            types = self._forms.fitting(slot.words, names=slot.alone).tolist()
            parts = [order[bounds[kind] : bounds[kind + 1]] for kind in types]
            self._known[key] = np.sort(np.concatenate([NONE.first, *parts]))
        return self._known[key]

    @cached_property
    def _index(self) -> tuple[Ints, Ints]:
        """The places of every type, in the order of the text, and where each type's begin."""
        from scipy.sparse import csr_array

        shape = len(self.tokens), len(self.tokens.types.surface)
        ones = np.ones(shape[0], dtype=bool)
        rows = np.arange(shape[0] + 1, dtype=np.int32)
        # a sparse matrix turned round is a counting sort
        table = csr_array((ones, self.tokens.type, rows), shape=shape).tocsc()
        return table.indices, table.indptr


def _reached(following: Ints, place: Ints, gap: int) -> Ints:
    """Return those of ``following`` that stand after one of ``place`` within the gap."""
    low = np.searchsorted(following, place, side="right")
    high = np.searchsorted(following, place + gap + 1, side="right")
    low[1:] = np.maximum(low[1:], high[:-1])  # none twice
    return following[ranges(low, np.maximum(high, low))]
