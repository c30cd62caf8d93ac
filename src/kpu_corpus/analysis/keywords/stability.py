"""How stable a term is in the top: resampling the sentences behind the ranking."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from kpu_corpus.analysis.keywords.weighting import Weighting, dispersion, scores
from kpu_corpus.analysis.row_order import row_order
from kpu_corpus.columns.grouping import Groups
from kpu_corpus.ground.arrays import Floats, Ints, Longs
from kpu_corpus.ground.progress import progress
from kpu_corpus.terms.matrix import Against, TermMatrix
from kpu_corpus.terms.unit_counts import weighted

CELLS = 1_000_000  # resamples x terms at a time, so that memory stays small


def stability(
    matrix: TermMatrix,
    weighting: Weighting,
    ranked: list[list[int]],
    *,
    top: int,
    resamples: int,
    seed: int,
) -> list[Floats]:
    """Return for the first ``top`` terms of each group the share of resamples that keep them there.

    ``ranked`` has the columns of each group that may stand in its list, best first. The units of
    the group are drawn with replacement (bootstrap, Efron 1979) and its terms scored again; idf
    and the contrast stay as they are.
    """
    # the spread over essays belongs to the essays, not to the sentences that are drawn
    even = dispersion(matrix) if weighting == "salience" else None
    found = []
    group = matrix.groups.row[matrix.places.essay]
    group[matrix.places.words == 0] = -1  # units without words belong to none
    order = np.argsort(group, kind="stable")
    ends = np.searchsorted(group[order], np.arange(len(ranked) + 1))
    for row, columns in enumerate(progress(ranked, "stability")):
        held = order[ends[row] : ends[row + 1]]
        part = _restricted(matrix, row, held, np.array(columns, dtype=np.int64))
        if even is not None:
            part = replace(part, idf=part.idf * even[row][:, columns].toarray().ravel())
        rng = np.random.default_rng(seed)
        found.append(_of_group(part, weighting, top, resamples, rng))
    return found


def _of_group(
    part: TermMatrix, weighting: Weighting, top: int, resamples: int, rng: np.random.Generator
) -> Floats:
    units, columns = part.units.shape
    kept = np.zeros(columns, dtype=np.int64)
    if not columns:
        return np.zeros(0)
    block = max(CELLS // columns, 1)
    for done in range(0, resamples, block):
        size = min(block, resamples - done)
        draws = rng.multinomial(units, np.full(units, 1.0 / units), size=size)
        table = scores(_resampled(part, draws), weighting).toarray()
        # stable: ties stand in the order of the original list
        best = np.argsort(-table, axis=1, kind="stable")[:, :top]
        here = np.take_along_axis(table, best, axis=1) != 0
        kept += np.bincount(best[here], minlength=columns)
    return kept[:top] / resamples


def _restricted(matrix: TermMatrix, row: int, held: Any, columns: Any) -> TermMatrix:
    """Return the matrix of one group: its units (held) and columns, its contrast held fixed."""
    from scipy.sparse import hstack

    places = matrix.places.at(held)
    units = matrix.units[held][:, columns]
    # the draws are of units in an order that is their own, not that of their files
    order = row_order(hstack([units, np.column_stack(places[1:])]).tocsr())
    units, places = units[order], places.at(order)
    against: Against | None = None
    if matrix.against is not None:
        counts = matrix.against.counts[columns]
        against = Against(matrix.against.words, lambda: counts)
    elif not matrix.alone:
        rest = matrix.whole.counts - matrix.counts[row].toarray().ravel()
        words = float(matrix.whole.words - matrix.words[row])
        against = Against(words, lambda: rest[columns].astype(np.float64))
    return replace(
        matrix,
        vocabulary=matrix.vocabulary.only(columns),
        idf=matrix.idf[columns],
        by_unit=lambda: units,
        places=places,
        against=against,
        whole=matrix.whole._replace(terms=len(columns)),
    )


def _resampled(part: TermMatrix, draws: Longs) -> TermMatrix:
    """Return the matrix whose rows are resamples of the units of one group."""
    from scipy.sparse import csr_matrix

    rows: Ints = np.arange(len(draws), dtype=np.int32)
    weights = weighted(part.units, part.places.opening())
    return replace(
        part,
        groups=Groups("resample", tuple(map(str, rows)), rows),
        sums=lambda: (csr_matrix(draws @ part.units), csr_matrix(draws @ weights)),
        words=draws @ part.places.words,
    )
