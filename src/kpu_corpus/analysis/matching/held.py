"""Which phrases of a plan may contain units that a corpus defines (pajak penghasilan is pph)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.matching.plans import Asked, Phrases, Plan
from kpu_corpus.analysis.matching.ready import KEPT, plan_of
from kpu_corpus.ground.arrays import Bools, Longs


class Held(NamedTuple):
    """The units that phrases may hold, and the patterns of these phrases, as rows."""

    units: tuple[str, ...]
    patterns: Longs


@lru_cache(maxsize=KEPT)  # the batches of a stream share their units, thousands in a large one
def held(asked: Asked | str, units: tuple[str, ...]) -> Held:
    """Return the units whose words may stand one after the other in a phrase of the patterns.

    The patterns are those that `plan_of` is asked for. Only those of these phrases have to be read
    with the units; others find the same without.
    """
    plan = plan_of(asked)
    words = {word for unit in units for word in unit.split()}
    named = words | {f"={word}" for word in words}
    rows = {word: row for row, word in enumerate(plan.sought.words) if word in named}
    fitting = {
        word: [rows[each] for each in (word, f"={word}") if each in rows] + _starred(plan, word)
        for word in words
    }

    @cache
    def fit(word: str) -> _Fit:
        return _Fit.of(plan, fitting[word])

    found: list[str] = []
    patterns = np.zeros(len(plan.wanted), dtype=bool)
    for unit in units:
        if not all(map(fitting.__getitem__, unit.split())):
            continue
        own = [*map(fit, unit.split())]
        match = _strings(plan.matches, own)
        context = _strings(plan.contexts, own)
        if len(match) or len(context):
            found.append(unit)
            patterns[plan.pattern[match]] = True
            patterns |= np.isin(plan.wanted, context) | np.isin(plan.barred, context)
    return Held(tuple(found), np.flatnonzero(patterns))


class _Fit(NamedTuple):
    """The slots that some words may stand in: any of them, and those that are no forms."""

    any: Bools
    loose: Bools

    @classmethod
    def of(cls, plan: Plan, words: list[int]) -> _Fit:
        """Return the slots of words, which are rows of the plan."""
        loose = [row for row in words if not plan.sought.words[row].startswith("=")]
        return cls(_slots(plan, words), _slots(plan, loose))


def _starred(plan: Plan, word: str) -> list[int]:
    """Return the rows of the words with a ``*`` that a word fits."""
    parted = plan.sought.parted
    return [row for head, fits, row in parted if word.startswith(head) and fits.fullmatch(word)]


def _slots(plan: Plan, words: list[int]) -> Bools:
    """Tell which slots one of the words may stand in."""
    slots = np.zeros(plan.slots, dtype=bool)
    slots[plan.standing.spread(np.array(words, dtype=np.int64))[1]] = True
    return slots


def _strings(phrases: Phrases, fits: list[_Fit]) -> Longs:
    """Return the strings that stand for phrases with neighbouring slots that fit so.

    A gap need not be filled where the word behind it is no form: see `slots._closed`.
    """
    starts, slot = phrases.slots
    first = np.flatnonzero(fits[0].any[slot])
    phrase = np.searchsorted(starts, first, side="right") - 1
    for step, fit in enumerate(fits[1:], start=1):
        inside = first + step < starts[phrase + 1]
        first, phrase = first[inside], phrase[inside]
        behind = slot[first + step]
        near = phrases.reach[first + step] == 1  # right behind the slot before it
        good = fit.any[behind] & near | fit.loose[behind]
        first, phrase = first[good], phrase[good]
    return phrases.rows.spread(phrase)[1].astype(np.int64)
