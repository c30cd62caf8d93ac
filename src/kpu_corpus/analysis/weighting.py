"""What a keyword's score is: salience, TF-IDF, counts or keyness."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.statistics import dispersion_dp, log_likelihood, log_odds_dirichlet
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.terms.matrix import TermMatrix, adder

Weighting = str | Callable[[TermMatrix], Any]
Floats = npt.NDArray[np.float64]

PRIOR = 1_000.0  # words; the weight of the background in log-odds, about that of one essay
UNSEEN = 0.5  # added to every count of a prior, so that no word is impossible


def scores(matrix: TermMatrix, weighting: Weighting) -> Any:
    """Return the score of every term that occurs, as a CSR matrix of groups by terms.

    Raises InvalidArgument for a name that is not known, a function that returns no such matrix, or
    keyness with nothing to compare with.
    """
    if callable(weighting):
        return _answer(matrix, weighting(matrix))
    if not isinstance(weighting, str) or weighting not in WEIGHTINGS:
        raise one_of("weighting", weighting, WEIGHTINGS)
    return WEIGHTINGS[weighting](matrix).tocsr()


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
    groups, places = matrix.groups, matrix.places
    evenness = matrix.counts.astype(np.float64)
    evenness.data[:] = 1.0
    essays = len(groups.row)
    if of_single_essays(matrix):
        return evenness
    by_essay = (adder(places.essay, essays) @ matrix.units).tocsr()
    sizes = adder(places.essay, essays) @ places.words
    for row in range(len(groups.labels)):
        inside = np.flatnonzero(groups.row == row)
        here = slice(evenness.indptr[row], evenness.indptr[row + 1])
        if len(inside) > 1 and here.stop > here.start:
            counts = by_essay[inside][:, evenness.indices[here]].T.tocsr()
            evenness.data[here] = 1.0 - np.atleast_1d(dispersion_dp(counts, sizes[inside])[0])
    return evenness


def of_single_essays(matrix: TermMatrix) -> bool:
    """Tell whether every row is one essay, over which nothing can be spread."""
    return len(matrix.groups.labels) == len(matrix.groups.row)


def held_against(matrix: TermMatrix) -> tuple[Any, Floats, Floats, Any, Any]:
    """Return (COO of the counts, count and words of each cell's contrast, words of its row).

    The contrast is the background, or the other rows where there is none.

    Raises InvalidArgument where a group without a background has no words beside it.
    """
    cells = matrix.counts.tocoo()
    total = matrix.words[cells.row].astype(np.float64)
    if matrix.against is not None:
        words: Any = np.full(len(cells.data), matrix.against.words)
        return cells, matrix.against.counts[cells.col], words, total, cells.data.astype(np.float64)
    words = matrix.whole.words - total
    if matrix.alone or not (words > 0).all():
        raise InvalidArgument("no_contrast")
    rest = matrix.whole.counts[cells.col] - cells.data
    return cells, rest.astype(np.float64), words, total, cells.data


def signed_g2(matrix: TermMatrix) -> Any:
    """Return G² against the contrast, negative where the term is rarer than there."""
    cells, count, words, total, own = held_against(matrix)
    g2 = log_likelihood(own, count, total, words)
    return _like(cells, np.where(own * words >= count * total, g2, -g2))


def log_odds(matrix: TermMatrix) -> tuple[Any, Any]:
    """Return (log-odds ratio, z) against the contrast; the prior is 1,000 words of both."""
    cells, count, words, total, own = held_against(matrix)
    prior = PRIOR * (count + own) / (words + total) + UNSEEN
    whole = PRIOR + UNSEEN * matrix.whole.terms + 1.0
    delta, z = log_odds_dirichlet(
        own, count, prior, total_a=total, total_b=words, total_prior=whole
    )
    return _like(cells, delta), _like(cells, z)


def _salience(matrix: TermMatrix) -> Any:
    from scipy.sparse import csr_matrix

    even = None if of_single_essays(matrix) else dispersion(matrix)
    saliences = matrix.salience if even is None else matrix.salience.multiply(even).tocsr()
    weights = matrix.idf[saliences.indices]
    weights *= saliences.data
    return csr_matrix((weights, saliences.indices, saliences.indptr), shape=saliences.shape)


def _like(cells: Any, values: Any) -> Any:
    from scipy.sparse import csr_matrix

    return csr_matrix((np.atleast_1d(values), (cells.row, cells.col)), shape=cells.shape)


WEIGHTINGS: dict[str, Callable[[TermMatrix], Any]] = {
    "salience": _salience,
    "tfidf": lambda matrix: matrix.weights(),
    "count": lambda matrix: matrix.counts.astype(np.float64),
    "g2": signed_g2,
    "log_odds": lambda matrix: log_odds(matrix)[1],
}
