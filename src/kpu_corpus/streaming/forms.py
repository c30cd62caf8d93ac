"""The forms of the terms of a batch, as columns; strings only for the few that are shown.

Only the forms of keywords are shown, and keywords are known when all batches are scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import Bools, begins
from kpu_corpus.terms.counts import LONGEST_TERM, TermCounts
from kpu_corpus.terms.fingerprints import Keys, fingerprints
from kpu_corpus.terms.forms import Forms, forms_at, shown_of, surfaces_of
from kpu_corpus.terms.grams import grams
from kpu_corpus.terms.vocabulary import vocabulary
from kpu_corpus.tokens import Tokens

HELD = 300_000  # forms that are added at a time, about


class FormCounts(NamedTuple):
    """The forms of terms; ``column`` is the row of the term in the finished counts.

    The parts are numbers of ``surfaces``.
    """

    forms: Forms
    surfaces: Sequence[str]

    def only(self, chosen: Bools) -> FormCounts:
        """Return the forms of some terms; ``chosen`` tells of each row of the counts."""
        return listed(self.forms.at(chosen[self.forms.column]), self.surfaces)


class Displays(NamedTuple):
    """The display form of each keyword, in the order of keys."""

    key: Keys
    form: Sequence[str]

    def of(self, terms: Iterable[str]) -> list[str]:
        """Return the forms of some keywords, in their order.

        Raises InvalidArgument for a term that was not among those chosen for.
        """
        named = list(terms)
        keys = fingerprints(named).key
        rows = np.searchsorted(self.key, keys)
        unknown = np.flatnonzero(np.append(self.key, np.uint64(0))[rows] != keys)
        if len(unknown):
            raise InvalidArgument("displays_term", got=repr(named[unknown[0]]))
        return [self.form[row] for row in rows.tolist()]


def displays(
    terms: Iterable[Iterable[str]], forms: Iterable[FormCounts], whole: TermCounts
) -> Displays:
    """Choose the display form of each keyword, the most frequent one in the whole corpus.

    ``terms`` are the keywords of each batch, ``forms`` what ``score`` found of each, both in any
    order; ``whole`` are the terms of the finished counts. Forms of other terms are not held.
    """
    chosen = np.zeros(len(whole.key), dtype=bool)
    for named in terms:
        chosen[np.searchsorted(whole.key, fingerprints(list(set(named))).key)] = True
    shown = shown_of(*added(part.only(chosen) for part in forms))
    rows = sorted(shown)
    return Displays(whole.key[rows], [shown[row] for row in rows])


def listed(forms: Forms, surfaces: Sequence[str]) -> FormCounts:
    """Return forms with those of the surfaces that stand in them."""
    used = np.zeros(len(surfaces) + 1, dtype=bool)  # the last one is for -1
    used[forms.parts] = True
    rows = np.flatnonzero(used[:-1])
    number = np.full(len(used), -1, dtype=np.int32)
    number[rows] = np.arange(len(rows))
    named = [surfaces[row] for row in rows.tolist()]
    return FormCounts(forms._replace(parts=number[forms.parts]), named)


def forms_of_batch(tokens: Tokens, whole: TermCounts, longest: int) -> FormCounts:
    """Return the forms that the terms of the whole corpus have in a batch of its essays."""
    named = vocabulary(grams(tokens, longest), whole)
    surfaces, number = surfaces_of(tokens)
    found = forms_at(named, np.arange(len(named.length)), tokens.type, number)
    return listed(found._replace(column=named.row[found.column].astype(np.int32)), surfaces)


def added(batches: Iterable[FormCounts]) -> FormCounts:
    """Add the forms of batches, in any order.

    Forms are summed whenever they have doubled, so that the sum is not rebuilt for each batch.
    """
    number: dict[str, int] = {}
    held: list[Forms] = []
    rows, most = 0, HELD
    for forms, surfaces in batches:
        of = [number.setdefault(surface, len(number)) for surface in surfaces]
        held.append(forms._replace(parts=np.array([*of, -1], dtype=np.int32)[forms.parts]))
        rows += len(forms.times)
        if rows > most:
            held = [_summed(held)]
            rows = len(held[0].times)
            most = max(HELD, 2 * rows)
    return FormCounts(_summed(held), list(number))


def _summed(tables: Sequence[Forms]) -> Forms:
    """Add the counts of each form of each term, in the order of the terms."""
    column = np.concatenate([_EMPTY.column, *(table.column for table in tables)])
    parts = np.concatenate([_EMPTY.parts, *(table.parts for table in tables)])
    times = np.concatenate([_EMPTY.times, *(table.times for table in tables)])
    found = Forms(column, parts, times).at(np.lexsort((*parts.T[::-1], column)))
    starts = np.flatnonzero(begins(found.column, *found.parts.T))
    return found.at(starts)._replace(times=np.add.reduceat(found.times, starts))


_EMPTY = Forms(
    np.zeros(0, dtype=np.int32),
    np.zeros((0, LONGEST_TERM), dtype=np.int32),
    np.zeros(0, dtype=np.int64),
)
