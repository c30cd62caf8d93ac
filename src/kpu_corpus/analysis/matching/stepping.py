"""Match strings found phrase by phrase in numpy, for machines without the compiled library."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.matching.plans import Phrases, Plan
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.ground.arrays import Bools, Ints, Longs, begins
from kpu_corpus.tokens import Tokens

Rows = npt.NDArray[np.intp]
NOWHERE = np.zeros(0, dtype=np.int32)


class Matches(NamedTuple):
    """Matches of many patterns, in no certain order, a place perhaps twice.

    ``match`` numbers the match strings of the patterns one after the other; ``first`` and
    ``last`` are tokens (inside).
    """

    match: Ints
    first: Ints
    last: Ints

    def where(self, rows: Any) -> Matches:
        """Return the matches in some rows, or for which a mask is True."""
        return Matches(self.match[rows], self.first[rows], self.last[rows])


def found_by_steps(tokens: Tokens, plan: Plan, fits: Lists) -> Matches:
    """Return the matches that have a context near if they want one, and none that they may not.

    ``fits`` has the types of each slot. Contexts are sought in the units of matches alone.
    """
    stepper = _Stepper(tokens, fits)
    found = Matches(*stepper.places(plan.matches, np.ones(len(tokens.units.kind), dtype=bool)))
    pattern = plan.pattern[found.match]
    rows = np.flatnonzero((plan.wanted[pattern] >= 0) | (plan.barred[pattern] >= 0))
    if not len(rows):
        return found
    asking, pattern = found.where(rows), pattern[rows]
    unit = tokens.unit[asking.first]
    inside = np.zeros(len(tokens.units.kind), dtype=bool)
    inside[unit] = True
    context, first, _ = stepper.places(plan.contexts, inside)
    near = _Near(np.sort(_key(context, first)))
    far = np.where(plan.near[pattern], plan.near[pattern], len(tokens))
    low = np.maximum(asking.first - far, np.searchsorted(tokens.unit, unit))
    high = np.minimum(asking.last + far, np.searchsorted(tokens.unit, unit, "right") - 1)
    wanted, barred = plan.wanted[pattern], plan.barred[pattern]
    good = (wanted < 0) | near.any(wanted, low, high)
    good &= (barred < 0) | ~near.any(barred, low, high)
    kept = np.ones(len(found.first), dtype=bool)
    kept[rows] = good
    return found.where(kept)


class _Near(NamedTuple):
    """The places where contexts begin, ascending by context and place."""

    keys: Longs

    def any(self, context: Ints, low: Ints, high: Ints) -> Bools:
        """Tell of each context whether it begins anywhere from ``low`` to ``high`` (inside)."""
        before = np.searchsorted(self.keys, _key(context, low))
        found: Bools = np.searchsorted(self.keys, _key(context, high), side="right") > before
        return found


def _key(context: Ints, place: Ints) -> Longs:
    return context.astype(np.int64) << 32 | place


class _Stepper:
    """Follows phrases; ``fits`` has the types of each slot.

    Work is proportional to the places that match: only what stands near a place of the rarest
    word is looked at.
    """

    def __init__(self, tokens: Tokens, fits: Lists) -> None:
        self.tokens, self.fits = tokens, fits
        self._known: dict[int, Ints] = {}

    def places(self, phrases: Phrases, inside: Bools) -> tuple[Ints, Ints, Ints]:
        """Return the rows that the phrases stand for, their first and last tokens.

        ``inside`` tells in which units; in no certain order.
        """
        found = [(NOWHERE, NOWHERE, NOWHERE)]
        starts = phrases.slots.starts.tolist()
        for phrase in np.flatnonzero(phrases.alive(self.fits.sizes > 0)).tolist():
            steps = slice(starts[phrase], starts[phrase + 1])
            slot, reach = phrases.slots.rows[steps], phrases.reach[steps]
            first, last = self._follow(slot.tolist(), reach.tolist())
            kept = inside[self.tokens.unit[first]]
            number = np.full(np.count_nonzero(kept), phrase, dtype=np.int32)
            found.append((number, first[kept], last[kept]))
        numbers, first, last = map(np.concatenate, zip(*found, strict=True))
        of, row = phrases.rows.spread(numbers)
        return row, first[of], last[of]

    def _follow(self, slots: Sequence[int], reach: Sequence[int]) -> tuple[Ints, Ints]:
        """Return first and last token: for each fitting place, the nearest start that reaches it.

        ``reach``: how many words each slot may be behind the one before it.
        """
        sizes = [self._sizes[slot] for slot in slots]
        rarest = sizes.index(min(sizes))
        places = [self._places(slots[rarest])]
        for at in range(rarest, 0, -1):
            back = range(-reach[at], 0)
            places.append(self._beside(places[-1], back, slots[at - 1]))
        first = place = places.pop()
        for slot, far in zip(slots[1:], reach[1:], strict=True):
            if not len(place):
                return NOWHERE, NOWHERE
            ahead = range(1, far + 1)
            later = places.pop() if places else self._beside(place, ahead, slot)
            row = np.searchsorted(place, later) - 1  # -1, the last, is not before it
            near = self._linked(place[row], later, far)
            first, place = first[row[near]], later[near]
        return first, place

    def _linked(self, place: Ints, later: Ints, far: int) -> Rows:
        """Return the rows in which ``later`` comes after ``place`` in its unit, near enough."""
        distance, unit = later - place, self.tokens.unit
        near = np.flatnonzero((distance > 0) & (distance <= far))
        linked: Rows = near[unit[place[near]] == unit[later[near]]]
        return linked

    def _beside(self, places: Ints, steps: range, slot: int) -> Ints:
        """Return, ascending, what fits: at least all so many steps from one of the places."""
        if self._sizes[slot] <= len(places) * len(steps):
            return self._places(slot)
        kinds = self.tokens.type
        fits = np.zeros(len(self._index.counts), dtype=bool)
        fits[self._types(slot)] = True
        beside = (places[:, None] + np.array(steps, dtype=np.int32)).ravel()
        beside = beside[(beside >= 0) & (beside < len(kinds))]
        beside = beside[fits[kinds[beside]]]
        if len(steps) == 1:
            return beside
        beside.sort()
        return beside[begins(beside)]

    def _types(self, slot: int) -> Ints:
        return self.fits.rows[self.fits.starts[slot] : self.fits.starts[slot + 1]]

    def _places(self, slot: int) -> Ints:
        """Return the places of the types that fit a slot, ascending."""
        if slot not in self._known:
            order, starts, counts = self._index
            parts = [
                order[starts[kind] : starts[kind] + counts[kind]]
                for kind in self._types(slot).tolist()
            ]
            self._known[slot] = parts[0] if len(parts) == 1 else np.sort(np.concatenate(parts))
        return self._known[slot]

    @cached_property
    def _sizes(self) -> list[int]:
        """The number of tokens that fit each slot."""
        counts = np.array([*self._index.counts, 0])[np.append(self.fits.rows, -1)]
        before = np.concatenate(([0], np.cumsum(counts)))[self.fits.starts]
        sizes: list[int] = np.diff(before).tolist()
        return sizes

    @cached_property
    def _index(self) -> _Index:
        types = self.tokens.type
        keys = types.astype(np.int64) << 32 | np.arange(len(types))
        keys.sort()
        counts = np.bincount(types, minlength=len(self.tokens.types.surface))
        starts = np.cumsum(counts) - counts
        return _Index(keys.astype(np.int32), starts.tolist(), counts.tolist())


class _Index(NamedTuple):
    """The places type by type, in the order of the text; where those of a type begin; how many."""

    order: Ints
    starts: list[int]
    counts: list[int]
