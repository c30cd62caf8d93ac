"""Match strings found phrase by phrase in numpy, and what must or may not stand near them."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.matching.plans import Plan
from kpu_corpus.analysis.matching.stepping import Stepper
from kpu_corpus.analysis.row_lists import Ints, Lists, Longs, bounds
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools


class Found(NamedTuple):
    """Matches of many patterns, in no certain order, a place perhaps twice.

    ``match`` numbers the match strings of the patterns one after the other; ``first`` and
    ``last`` are tokens (inside).
    """

    match: Ints
    first: Ints
    last: Ints

    def where(self, rows: Any) -> Found:
        """Return the matches in some rows, or for which a mask is True."""
        return Found(self.match[rows], self.first[rows], self.last[rows])


def found_by_steps(tokens: Tokens, plan: Plan, fits: Lists) -> Found:
    """Return the matches that have a context near if they want one, and none that they may not.

    ``fits`` has the types of each slot. Contexts are sought in the units of matches alone.
    """
    stepper = Stepper(tokens, fits)
    found = Found(*stepper.places(plan.matches, np.ones(len(tokens.units.kind), dtype=bool)))
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
    ends = bounds(tokens.unit, len(inside))
    far = np.where(plan.near[pattern], plan.near[pattern], len(tokens))
    low = np.maximum(asking.first - far, ends[unit])
    high = np.minimum(asking.last + far, ends[unit + 1] - 1)
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
