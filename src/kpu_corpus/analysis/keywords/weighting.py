"""The score of a keyword: salience, TF-IDF, counts or keyness."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics import dispersion_dp, log_likelihood, log_odds_dirichlet
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import Bools, Floats, Longs
from kpu_corpus.ground.checks import choice
from kpu_corpus.terms.matrix import TermMatrix

Weighting = str | Callable[[TermMatrix], Any]

PRIOR = 1_000.0  # words; the weight of the background in log-odds, about that of one essay
UNSEEN = 0.5  # added to every count of a prior, so that no word is impossible


def scores(matrix: TermMatrix, weighting: Weighting) -> Any:
    """Return the score of every term that occurs, as a CSR matrix of groups by terms.

    Raises InvalidArgument for a name that is not known, a function that returns no such matrix, or
    keyness with nothing to compare with.
    """
    if callable(weighting):
        return _answer(matrix, weighting(matrix))
    return WEIGHTINGS[by_name(weighting)](matrix).tocsr()


def by_name(weighting: Weighting) -> str:
    """Return the name of a weighting, "" of a function; InvalidArgument for what is neither.

    >>> by_name("salience")
    'salience'
    """
    if callable(weighting):
        return ""
    return str(choice("weighting", weighting, WEIGHTINGS, "or_function"))


def _answer(matrix: TermMatrix, found: Any) -> Any:
    """Return what a function of one's own found, dense or sparse, as a CSR matrix."""
    from scipy.sparse import csr_matrix, issparse

    shape = getattr(found, "shape", None)
    if not (issparse(found) or isinstance(found, np.ndarray)) or shape != matrix.counts.shape:
        got = type(found).__name__ if shape is None else f"{type(found).__name__} {shape}"
        raise InvalidArgument("weighting_answer", got=got, shape=matrix.counts.shape)
    made = csr_matrix(found) if found.dtype.kind in "iuf" else None
    if made is None or not np.isfinite(made.data).all():
        raise InvalidArgument("weighting_numbers")
    return made


def dispersion(matrix: TermMatrix) -> Any:
    """Return 1 - DP of every term that occurs, over the essays of its group, as a CSR matrix.

    DP is 0 in a group of one essay: there is nothing to be spread over.
    """
    groups = matrix.groups
    evenness = matrix.counts.astype(np.float64)
    evenness.data[:] = 1.0
    if of_single_essays(matrix):
        return evenness
    by_essay, sizes = matrix.by_essay
    for row in range(len(groups.labels)):
        inside = np.flatnonzero(groups.row == row)
        here = slice(evenness.indptr[row], evenness.indptr[row + 1])
        if len(inside) > 1:
            counts = by_essay[inside][:, evenness.indices[here]].T.tocsr()
            evenness.data[here] = 1.0 - np.atleast_1d(dispersion_dp(counts, sizes[inside])[0])
    return evenness


def of_single_essays(matrix: TermMatrix) -> bool:
    """Tell whether every row is one essay, over which nothing can be spread."""
    return len(matrix.groups.labels) == len(matrix.groups.row)


class Contrast(NamedTuple):
    """The cells of a matrix held against its background, or the other rows where there is none.

    ``own`` and ``words`` are the count of each cell and the words of its row, ``there`` and
    ``total`` those of its contrast; ``terms`` is how many the corpus has. ``unknown`` are phrases
    that the background does not list and that are rarer than the rarest of their words there: what
    they are expected is not known, so nothing is said of them.
    """

    row: Any
    column: Any
    own: Floats
    words: Floats
    there: Floats
    total: Floats
    terms: int
    unknown: Bools


def contrast(matrix: TermMatrix) -> Contrast:
    """Return every cell of a matrix beside its contrast, which has no group without a value.

    Raises InvalidArgument where a group without a background has no words beside it.
    """
    cells = matrix.counts.tocoo()
    own, words = cells.data.astype(np.float64), matrix.words[cells.row].astype(np.float64)
    if matrix.against is not None:
        there, total = matrix.against.counts[cells.col], np.full(len(own), matrix.against.words)
        columns, of = np.unique(cells.col, return_inverse=True)
        unknown = (own * total < there * words) & most(matrix, columns)[of]
    else:
        there, total = matrix.whole.counts[cells.col] - own, matrix.whole.words - words
        for row in range(len(matrix.groups.compared), len(matrix.groups.labels)):
            left = matrix.counts[row].toarray().ravel()
            there -= np.where(cells.row == row, 0, left[cells.col])
            total -= np.where(cells.row == row, 0, matrix.words[row])
        if matrix.alone or not (total > 0).all():
            raise InvalidArgument("no_contrast")
        unknown = np.zeros(len(own), dtype=np.bool_)
    return Contrast(cells.row, cells.col, own, words, there, total, matrix.whole.terms, unknown)


def most(matrix: TermMatrix, columns: Longs) -> Bools:
    """Tell of which terms the background has only an upper bound, the count of the rarest word."""
    assert matrix.against is not None
    table, terms = matrix.against.table, matrix.terms
    listed = [table.get(terms[column], 0) for column in columns.tolist()]
    return np.asarray(matrix.against.counts[columns] > np.array(listed, dtype=np.float64))


def signed_g2(held: Contrast) -> Floats:
    """Return G² of each cell, negative where the term is rarer than in the contrast."""
    g2 = log_likelihood(held.own, held.there, held.words, held.total)
    signed = np.where(held.own * held.total >= held.there * held.words, g2, -g2)
    return np.where(held.unknown, 0.0, signed)


def log_odds(held: Contrast) -> tuple[Floats, Floats]:
    """Return (log-odds ratio, z) of each cell; the prior is 1,000 words of both sides."""
    prior = PRIOR * (held.there + held.own) / (held.total + held.words) + UNSEEN
    totals = {"total_a": held.words, "total_b": held.total}
    whole = PRIOR + UNSEEN * held.terms + 1.0
    delta, z = log_odds_dirichlet(held.own, held.there, prior, **totals, total_prior=whole)
    return delta, np.where(held.unknown, 0.0, z)


def _salience(matrix: TermMatrix) -> Any:
    from scipy.sparse import csr_matrix

    saliences = matrix.salience
    if not of_single_essays(matrix):
        saliences = saliences.multiply(dispersion(matrix)).tocsr()
    weights = matrix.idf[saliences.indices]
    weights *= saliences.data
    return csr_matrix((weights, saliences.indices, saliences.indptr), shape=saliences.shape)


def _held(matrix: TermMatrix, score: Callable[[Contrast], Floats]) -> Any:
    from scipy.sparse import csr_matrix

    cells = contrast(matrix)
    return csr_matrix((score(cells), (cells.row, cells.column)), shape=matrix.counts.shape)


WEIGHTINGS: dict[str, Callable[[TermMatrix], Any]] = {
    "salience": _salience,
    "tfidf": lambda matrix: matrix.weights(),
    "count": lambda matrix: matrix.counts.astype(np.float64),
    "g2": lambda matrix: _held(matrix, signed_g2),
    "log_odds": lambda matrix: _held(matrix, lambda cells: log_odds(cells)[1]),
}
