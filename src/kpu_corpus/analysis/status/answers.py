"""A value that is asked for and denied in the next sentence: "Kerja sama? Tidak ada."."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.row_lists import Longs, bounds
from kpu_corpus.analysis.status.marks import IS_NOTHING, KEEPS, NEGATES, marks_of
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Ints

ASKED, ANSWERED = 4, 2  # words of such a question and of its answer at most


def answers(tokens: Tokens, first: Ints) -> Longs:
    """Return the negator that answers the question each hit stands in, as a token, or -1.

    Longer questions and answers say more than that the value is not there.
    """
    unit = tokens.unit[first]
    ends = bounds(tokens.unit, len(tokens.units.kind) + 1)
    sizes = np.diff(ends)
    short = (sizes[unit] <= ASKED) & (sizes[unit + 1] > 0) & (sizes[unit + 1] <= ANSWERED)
    rows = np.flatnonzero(short)
    start, last = ends[unit[rows] + 1], ends[unit[rows] + 2] - 1
    kinds = tokens.type[np.concatenate((start, last))]
    does = marks_of(tokens.types, np.unique(kinds).tolist())[kinds]
    denies = (does[: len(rows)] & (NEGATES | IS_NOTHING) > 0) & (does[len(rows) :] & KEEPS == 0)
    asks = [bool(denies[i]) and _asks(tokens, int(unit[row])) for i, row in enumerate(rows)]
    found = np.full(len(first), -1)
    found[rows[asks]] = start[asks]
    return found


def _asks(tokens: Tokens, unit: int) -> bool:
    """Tell whether a unit ends in a question mark and the next is of the same essay."""
    units, essay = tokens.units, int(tokens.units.essay[unit])
    text = tokens.corpus.by_name[tokens.corpus.items[essay].source].text
    return bool(units.essay[unit + 1] == essay) and text[units.end[unit] - 1] == "?"
