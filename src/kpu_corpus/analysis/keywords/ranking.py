"""The best terms of every row of a matrix of scores, phrases and their words not both."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.keywords.standing import (
    Bools,
    Cells,
    Floats,
    Ints,
    Longs,
    best,
    cells_of,
    explaining,
    standing,
)
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.matrix import TermMatrix


class Ranked(NamedTuple):
    """The terms of all rows, best first within each: row, rank from 1, column, score, counts."""

    row: Ints
    rank: Ints
    column: Ints
    score: Floats
    counts: Ints


def ranked(matrix: TermMatrix, table: Any, top: int | None) -> Ranked:
    """Return the ``top`` terms of each row by score, ties in the order of the terms; None for all.

    A word that mostly stands in one phrase gives way to it, and every phrase that does not
    explain its words is left out.
    """
    cells = cells_of(matrix, table)
    if (matrix.length > 1).all():  # phrases were asked for alone: there is no word to explain
        stands: Bools = cells.counts >= MIN_PHRASE
    else:
        phrases = explaining(matrix, cells)
        strength = (cells.counts[phrases], matrix.length[cells.column[phrases]])
        ordered = _ordered(matrix, cells, phrases, cells.row_of(phrases), *strength)
        stands = standing(matrix, cells, ordered)
    most = len(cells.column) if top is None else top
    found = best(cells, stands, most)
    row = cells.row_of(found)
    found = _ordered(matrix, cells, found, row)
    rank = 1 + np.arange(len(row)) - np.searchsorted(row, row)
    inside = rank <= most
    found = found[inside]
    return Ranked(
        row[inside], rank[inside], cells.column[found], cells.score[found], cells.counts[found]
    )


def _ordered(matrix: TermMatrix, cells: Cells, found: Longs, *others: Ints) -> Longs:
    """Put what ties in score and ``others`` into the order of the terms; the rest stays."""
    same = np.ones(max(len(found) - 1, 0), dtype=bool)
    for values in (cells.score[found], *others):
        same &= values[1:] == values[:-1]
    tied = np.flatnonzero(np.append(same, False)[: len(found)] | np.append(False, same))
    run = np.cumsum(np.append(True, ~same))[tied]
    ordered = found.copy()
    alphabet = _alphabet(matrix, cells.column[found[tied]])
    ordered[tied] = found[tied][np.argsort(run * len(tied) + alphabet)]
    return ordered


def _alphabet(matrix: TermMatrix, column: Ints) -> Ints:
    """Return the place of each term in the alphabet of those that are asked about."""
    asked, place = np.unique(column, return_inverse=True)
    return ranks(matrix.vocabulary.names.of(asked))[place]
