"""Assignments of essays to sides: all or seeded ones, and when they say nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kpu_corpus.analysis.statistics.clusters import FloatArray
from kpu_corpus.errors import InvalidArgument

UNEVEN = 1.28  # standard errors of the sides' units that exchanging goes beyond in a fifth of cases
CELLS = 2_000_000  # essays x assignments held at once
_FEW = 8  # times the essays of side a: from so many on most cells are 0


def in_order(hits_a: Any, units_a: Any, hits_b: Any, units_b: Any) -> tuple[Any, Any, Any, Any]:
    """Return both groups, the smaller first, so that no draw depends on which is called a.

    Groups of as many essays come in the order of the first number in which they differ.

    Raises InvalidArgument unless the units have one axis.
    """
    if np.ndim(units_a) != 1 or np.ndim(units_b) != 1:
        raise InvalidArgument("units must have one axis here; call once for each set of essays")
    as_named, turned = (hits_a, units_a, hits_b, units_b), (hits_b, units_b, hits_a, units_a)
    for one, other in zip(_numbers(hits_a, units_a), _numbers(hits_b, units_b), strict=True):
        if len(one) != len(other):
            return turned if len(other) < len(one) else as_named
        if len(differ := np.flatnonzero(one != other)):
            return turned if other[differ[0]] < one[differ[0]] else as_named
    return as_named


def _numbers(hits: Any, units: Any) -> Iterator[NDArray[Any]]:
    """Yield the numbers of a group: how many essays, their sizes, and the cells of the hits."""
    from scipy.sparse import csr_matrix

    sizes = np.asarray(units)
    yield np.array([np.count_nonzero(sizes)])
    yield sizes.ravel()
    cells = csr_matrix(hits if hasattr(hits, "tocsr") else np.reshape(hits, (-1, sizes.shape[-1])))
    yield from (cells.indices, cells.data)


def even(units: FloatArray, first: int) -> bool:
    """Whether the ``first`` essays have no more units than exchanging gives them (80 %)."""
    spread = units.var() * first * (len(units) - first) / (len(units) - 1)
    apart = units[:first].sum() - units.mean() * first
    return bool(abs(apart) <= UNEVEN * np.sqrt(spread) + 1e-9)


def sides(size: int, first: int, resamples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Yield blocks of assignments of ``size`` essays: rows of the ``first`` on side a."""
    if comb(size, first) <= resamples:
        yield np.array(list(combinations(range(size), first)), dtype=np.int64)
        return
    rng = np.random.default_rng(seed)
    block = max(CELLS // size, 1)
    for start in range(0, resamples, block):
        yield _drawn(rng, min(block, resamples - start), size, first)


def share_as_far(
    far: Callable[[NDArray[np.int64]], Any], size: int, first: int, resamples: int, seed: int
) -> Any:
    """Return p: the share of the assignments of :func:`sides` that are as ``far`` out as observed.

    Where they are drawn the observed one counts as one of them (Phipson & Smyth 2010).
    """
    extreme: Any = 0.0
    listed = 0
    for side in sides(size, first, resamples, seed):
        extreme = extreme + far(side).sum(axis=-1)
        listed += len(side)
    exact = comb(size, first) <= resamples
    return extreme / listed if exact else (extreme + 1) / (listed + 1)


def _drawn(rng: np.random.Generator, count: int, size: int, first: int) -> NDArray[np.int64]:
    if 4 * first * first > size:
        order = np.tile(np.arange(size), (count, 1))
        return rng.permuted(order, axis=1)[:, :first]
    # few of many: rows with one essay twice are rare, and drawn again
    drawn = rng.integers(size, size=(count, first))
    while True:
        ordered = np.sort(drawn, axis=1)
        twice = (ordered[:, 1:] == ordered[:, :-1]).any(axis=1)
        if not twice.any():
            return drawn
        drawn[twice] = rng.integers(size, size=(int(twice.sum()), first))


def columns(chosen: NDArray[np.int64], size: int) -> Any:
    """Return assignments as columns of essays, 1 on side a; sparse where that has few of many."""
    from scipy.sparse import csr_matrix

    count, first = chosen.shape
    if _FEW * first <= size:
        starts = np.arange(0, chosen.size + 1, first)
        rows = csr_matrix((np.ones(chosen.size), chosen.ravel(), starts), shape=(count, size))
        return rows.T.tocsr()
    made = np.zeros((size, count))
    np.put_along_axis(made, chosen.T, 1.0, axis=0)
    return made
