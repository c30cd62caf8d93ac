"""The words of essays held against the background, and against the other essays."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.row_order import essay_ranks
from kpu_corpus.analysis.statistics import (
    Keyness,
    benjamini_hochberg,
    fixed_keyness,
    group_keyness,
)
from kpu_corpus.indonesian.background import Background
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.matrix import Against, TermMatrix, term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Longs


class Held(NamedTuple):
    """The terms of some essays (columns of a matrix) with their keyness, q and the words there."""

    column: Longs
    keyness: Keyness
    q: Any
    words: float


def words_against(
    tokens: Tokens, essays: Bools, ngrams: tuple[int, int], background: str | Background | Reference
) -> tuple[tuple[list[str], list[str]], Keyness, Any, float, float]:
    """Return terms and display forms of essays (a mask), keyness, q, and the words here and there.

    Terms that occur once are left out, but q counts them.
    """
    matrix = term_matrix(tokens, by="essay", ngrams=ngrams, background=background)
    assert matrix.against is not None  # there is a background
    held = against_background(matrix, matrix.against, essays)
    keep = np.flatnonzero(held.keyness.count_a >= MIN_PHRASE)
    columns = held.column[keep].tolist()
    names = [matrix.terms[column] for column in columns], [matrix.display[c] for c in columns]
    kept = Keyness(*(np.atleast_1d(column)[keep] for column in held.keyness))
    return names, kept, held.q[keep], held.words, matrix.against.words


def against_background(matrix: TermMatrix, against: Against, essays: Bools) -> Held:
    """Return the terms of some essays (a mask) against the background.

    The clusters are the essays, or the sentences of a single one. The family of q are all roots of
    the background together with the essays' own terms: any of them could have been found, and
    which other essays are loaded is no matter.
    """
    counts, sizes = matrix.units, matrix.places.words
    mine = essays[matrix.places.essay] & (sizes > 0)
    if essays.sum() > 1:
        counts, sizes = matrix.by_essay
        mine = essays & (sizes > 0)
    own = counts[mine].T.tocsr()
    here = np.flatnonzero(np.asarray(own.sum(axis=1)).ravel())
    listed = [against.table.get(matrix.terms[column], -1) for column in here.tolist()]
    there = against.counts[here]
    most = there > np.maximum(np.array(listed, dtype=np.float64), 0.0)
    found = fixed_keyness(own[here], sizes[mine], there, against.words, most=most)
    family = len(against.table) + listed.count(-1)
    return Held(here, found, benjamini_hochberg(found.p, family=family), float(sizes[mine].sum()))


def against_others(matrix: TermMatrix, essays: Bools) -> Held:
    """Return the terms of some essays (a mask) against the others; essays are the clusters.

    The family of q are the terms that occur twice or more on both sides together, those that the
    essays lack among them; q of a term that occurs once is 1: it is not tested.
    """
    counts, sizes = matrix.by_essay
    counts = counts.T.tocsr()
    total = np.asarray(counts.sum(axis=1)).ravel()
    own = np.asarray(counts[:, essays].sum(axis=1)).ravel()
    rows = np.flatnonzero((total >= MIN_PHRASE) | (own > 0))
    kept = counts[rows]
    order = np.argsort(essay_ranks(matrix.tokens.corpus))
    one, other = order[essays[order]], order[~essays[order]]
    found = group_keyness(kept[:, one], sizes[one], kept[:, other], sizes[other])
    tested = total[rows] >= MIN_PHRASE
    q = np.ones(len(rows))
    q[tested] = benjamini_hochberg(found.p[tested])
    here = np.flatnonzero(own[rows])
    keyness = Keyness(*(column[here] for column in found))
    return Held(rows[here], keyness, q[here], float(sizes[essays].sum()))
