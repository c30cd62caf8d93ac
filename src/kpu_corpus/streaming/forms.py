"""How the terms of a batch are written, as columns: strings only of the few that people read.

Of all forms only those of keywords are shown, and which terms are is known when all batches are
scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.form_places import Forms, forms_at
from kpu_corpus.forms import surfaces_of
from kpu_corpus.grams import grams
from kpu_corpus.term_counts import LONGEST, TermCounts
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools
from kpu_corpus.vocabulary import vocabulary

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
    """Add the forms of batches; which came first is no matter.

    What is held is added when it has doubled, so that the sum is not gone through for each batch.
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
    column, parts = found.column, found.parts
    other = (column[1:] != column[:-1]) | (parts[1:] != parts[:-1]).any(axis=1)
    starts = np.flatnonzero(np.append(True, other)[: len(column)])
    sums = np.add.reduceat(found.times, starts) if len(starts) else times
    return found.at(starts)._replace(times=sums)


_EMPTY = Forms(
    np.zeros(0, dtype=np.int32),
    np.zeros((0, LONGEST), dtype=np.int32),
    np.zeros(0, dtype=np.int64),
)
