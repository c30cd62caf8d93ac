"""Where the patterns of a lexicon stand in a token stream."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.following import Follower, Stretches
from kpu_corpus.analysis.forms import Forms
from kpu_corpus.analysis.lexicon import Pattern
from kpu_corpus.analysis.plans import Plan
from kpu_corpus.analysis.ranges import Ints, Longs, bounds
from kpu_corpus.analysis.ready import plan_of
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools


class Spans(NamedTuple):
    """Matches of a pattern: first and last token (inside) of each, in the order of the text."""

    first: Ints
    last: Ints


class Found(NamedTuple):
    """Matches of many patterns, in no certain order, a place perhaps twice.

    ``match`` numbers the match strings of the patterns one after the other.
    """

    match: Ints
    first: Ints
    last: Ints

    def where(self, rows: Any) -> Found:
        """Return the matches in some rows, or for which a mask is True."""
        return Found(self.match[rows], self.first[rows], self.last[rows])


class Matcher:
    """Finds patterns in a token stream.

    The words of a pattern are separated by spaces: ``layan`` fits every form of that root,
    ``=layanan`` only that form (also doubled or with a clitic: layanannya), ``transparan*`` what
    begins so (``*`` stands for any letters, or none, at any place: ``*isasi``, ``ke*an``), ``a|b``
    either, ``..3`` lets up to three words stand between, ``@pelaku`` is a named set. Inside a fixed
    phrase or a name (pelayanan publik, Komisi Pemilihan Umum) single words are found too. A hyphen
    and a space match each other (bahu-membahu, bahu membahu); a hyphenated word never fits one of
    its parts alone. A lexicon's words that make up a unit (``=tanggung =jawab``) fit every form of
    it (bertanggung jawab), with ``exact`` only the unit as it is.
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

    def find(self, pattern: Pattern) -> Spans:
        """Return where a pattern stands, its contexts respected."""
        return self.find_each([pattern])[0]

    def find_each(self, patterns: Sequence[Pattern]) -> list[Spans]:
        """Return the same for many patterns: faster than one by one."""
        found = self.find_all(patterns)
        owner = np.repeat(np.arange(len(patterns)), [len(pattern.match) for pattern in patterns])
        pattern = owner[found.match]
        order = np.lexsort((-found.last, found.first, pattern))
        first, last = found.first[order], found.last[order]
        ends = np.cumsum(np.bincount(pattern, minlength=len(patterns))).tolist()
        return [Spans(first[a:b], last[a:b]) for a, b in pairwise([0, *ends])]

    def find_all(self, patterns: Sequence[Pattern]) -> Found:
        """Return the matches of many patterns, each with the string that it fits."""
        phrases = tuple(self.tokens.manifest["settings"]["phrases"])
        plan = plan_of(tuple(patterns), self.sets, phrases, self.name, exact=self.exact)
        word, kind = Forms(self.tokens).fitting(plan.sought)
        of, slot = plan.standing.spread(word)
        follower = Follower(self.tokens, plan.slots, slot, kind[of])
        whole = Stretches(np.zeros(1, dtype=np.int32), np.array([len(self.tokens)], dtype=np.int32))
        phrase, first, last = follower.follow(plan.matches, whole)
        of, match = plan.matches.rows.spread(phrase)
        found = Found(match, first[of], last[of])
        return self._respecting(plan, found, follower)

    def _respecting(self, plan: Plan, found: Found, follower: Follower) -> Found:
        """Return the matches that have a context near if they want one, and none that they may not.

        Contexts are sought in the units of these matches alone.
        """
        pattern = plan.pattern[found.match]
        rows = np.flatnonzero((plan.wanted[pattern] >= 0) | (plan.barred[pattern] >= 0))
        if not len(rows):
            return found
        asking = found.where(rows)
        pattern, unit = pattern[rows], self.tokens.unit[asking.first]
        units = np.flatnonzero(np.bincount(unit))
        ends = bounds(self.tokens.unit, len(self.tokens.units.kind))
        inside = Stretches(ends[units], ends[units + 1])
        phrase, first, _ = follower.follow(plan.contexts, inside)
        of, context = plan.contexts.rows.spread(phrase)
        near = _Near(np.sort(_key(context, first[of])))
        far = np.where(plan.near[pattern], plan.near[pattern], len(self.tokens))
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
