"""Topics as non-negative factors of a TF-IDF matrix, their number chosen by stability."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kpu_corpus.analysis.row_order import row_order
from kpu_corpus.ground.arrays import Floats
from kpu_corpus.ground.progress import progress

CANDIDATES = (2, 3, 4, 5, 6, 8, 10, 12)
DRAWN = 0.8  # of the rows in each resample
LARGEST = 3_000  # rows that the stability is measured on; the topics are those of all rows
PULL = 0.02  # of the rows that a seed weighs as much as


@dataclass(frozen=True, eq=False)
class Model:
    """Topics, the largest first.

    ``shares`` (rows × topics) and ``weights`` (topics × terms) sum to 1 in every row; ``led``
    is the topic of each seed.
    """

    shares: Floats
    weights: Floats
    stability: Floats
    led: tuple[int, ...]


def fit(
    matrix: Any,
    *,
    k: int | None,
    seeds: Sequence[Sequence[int]] = (),
    top: int = 10,
    resamples: int = 10,
    seed: int = 0,
) -> Model:
    """Factor a TF-IDF matrix (Lee & Seung 1999) into k topics, or the most stable number of them.

    Stability of a topic: the mean Jaccard overlap of its ``top`` terms with those of the topic
    matched to it in factorisations of samples of 80 % of the rows; k has the highest mean, to
    two digits, and more topics win a tie (Greene, O'Callaghan & Cunningham 2014).
    Each of ``seeds``, columns, pulls one topic towards itself like 2 % more rows that have these
    columns alone.
    """
    from threadpoolctl import threadpool_limits

    rng = np.random.default_rng(seed)
    order = row_order(matrix)
    matrix = sample = matrix[order]
    if matrix.shape[0] > LARGEST:
        sample = matrix[np.sort(rng.choice(matrix.shape[0], LARGEST, replace=False))]
    draws = [
        np.sort(rng.choice(sample.shape[0], int(DRAWN * sample.shape[0]), replace=False))
        for _ in range(resamples)
    ]
    fewest = max(len(seeds), 2)
    limit = min(matrix.shape) // 2
    tried = (k,) if k else tuple(n for n in CANDIDATES if fewest <= n <= max(limit, fewest))
    best: Model | None = None
    least = 0.0
    # the products are so small that threads wait for one another longer than they calculate
    with threadpool_limits(1, user_api="blas"):
        for number in progress(tried or (fewest,), "topics"):
            shares, weights, led = _factor(matrix, number, seeds, seed)
            drawn = (_factor(sample[d], number, seeds, seed)[1] for d in draws)
            stable = _stability(weights, drawn, resamples, top, least)
            if stable is not None:
                least = _digits(stable)
                shares = shares[np.argsort(order)]  # as the rows were given
                best = _ordered(shares, weights, stable, led)
    assert best
    return best


def _stability(
    weights: Floats, drawn: Iterable[Floats], resamples: int, top: int, least: float
) -> Floats | None:
    """Return each topic's overlap with its match in what was drawn; None if below ``least``.

    Nothing more is drawn once perfect matches in the rest would not make the mean ``least``.
    """
    tops = _tops(weights, top)
    overlap = np.zeros(len(tops))
    for done, other in enumerate(drawn, start=1):
        overlap += _matched(tops, _tops(other, top))
        if _digits((overlap + (resamples - done)) / resamples) < least:
            return None
    return overlap / resamples


def _digits(stability: Floats) -> float:
    return round(float(stability.mean()), 2)


def _factor(
    matrix: Any, k: int, seeds: Sequence[Sequence[int]], seed: int
) -> tuple[Floats, Floats, tuple[int, ...]]:
    """Return shares, weights and the topic of each seed, which stands in the matrix as rows."""
    import warnings

    from scipy.optimize import linear_sum_assignment
    from scipy.sparse import vstack
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning

    rows = matrix.shape[0]
    with warnings.catch_warnings(), np.errstate(invalid="ignore", under="ignore"):
        # topics do not move any more when the last digits still do; where they explain everything
        # scikit-learn takes the root of an error a rounding below 0, which nobody reads; and the
        # shares of topics that are not in a row become as small as numbers can be
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = NMF(k, init="nndsvda", random_state=seed % (1 << 32), max_iter=200)
        model.set_output(transform="default")  # whatever scikit-learn is set to return elsewhere
        led = vstack([matrix, *_as_rows(seeds, matrix.shape)]).tocsr() if seeds else matrix
        shares = model.fit_transform(led)
    pull = shares[rows:] * model.components_.sum(axis=1)
    return shares[:rows], model.components_, tuple(linear_sum_assignment(-pull)[1].tolist())


def _as_rows(seeds: Sequence[Sequence[int]], shape: tuple[int, int]) -> list[Any]:
    """Return a row of each seed's words, as heavy as a part of all others together."""
    from scipy.sparse import csr_matrix

    weight = np.sqrt(PULL * shape[0])
    return [
        csr_matrix(
            (np.full(len(words), weight / np.sqrt(len(words))), ([0] * len(words), list(words))),
            shape=(1, shape[1]),
        )
        for words in seeds
    ]


def _tops(weights: Floats, top: int) -> list[frozenset[int]]:
    order = np.argsort(-weights, axis=1, kind="stable")[:, :top]
    return [
        frozenset(column for column in row.tolist() if weights[topic, column] > 0)
        for topic, row in enumerate(order)
    ]


def _matched(left: list[frozenset[int]], right: list[frozenset[int]]) -> Floats:
    """Return the overlap of each topic with its match (Kuhn 1955)."""
    from scipy.optimize import linear_sum_assignment

    overlap = np.array([[len(a & b) / max(len(a | b), 1) for b in right] for a in left])
    rows, columns = linear_sum_assignment(-overlap)
    return np.asarray(overlap[rows, columns], dtype=np.float64)


def _ordered(shares: Floats, weights: Floats, stability: Floats, led: tuple[int, ...]) -> Model:
    """Put the topics in the order of the rows they make up, the most first."""
    scale = weights.sum(axis=1)
    shares = shares * scale
    total = shares.sum(axis=1, keepdims=True)
    shares = np.divide(shares, total, out=np.zeros_like(shares), where=total > 0)
    order = np.argsort(-shares.sum(axis=0), kind="stable")
    size = np.where(scale > 0, scale, 1.0)[order, None]
    place = {int(topic): index for index, topic in enumerate(order)}
    ordered = tuple(place[topic] for topic in led)
    return Model(shares[:, order], weights[order] / size, stability[order], ordered)
