"""How evenly words are spread, how varied a text is, how similar two lists are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics.clusters import FloatArray
from kpu_corpus.errors import InvalidArgument

PERSISTENCE = 0.9  # of a reader going down a list, from one rank to the next


def dispersion_dp(counts: Any, sizes: Any) -> tuple[FloatArray, FloatArray]:
    """Return (DP, DPnorm) of words over the parts of a corpus; 0 is even, 1 is one part only.

    ``DP = 0.5 sum |count_i / count - size_i / size|`` (Gries 2008); ``DPnorm = DP / (1 - smallest
    size share)`` (Lijffijt & Gries 2012). Parts run over the last axis; ``counts`` may be scipy
    sparse (words x parts). Parts of size 0 are ignored; with one part both are 0.

    Raises InvalidArgument for shapes that differ, negative numbers, counts in a part of size 0, or
    a word that never occurs.

    >>> dp, norm = dispersion_dp([0, 0, 6], [100, 100, 200])
    >>> round(float(dp), 3), round(float(norm), 3)
    (0.5, 0.667)
    """
    size = np.asarray(sizes, np.float64)
    sparse = hasattr(counts, "tocsr")
    count = counts.tocsr().astype(np.float64) if sparse else np.asarray(counts, np.float64)
    if size.ndim != 1 or count.ndim == 0 or count.shape[-1] != len(size):
        raise InvalidArgument(
            f"counts has shape {count.shape} and sizes {size.shape}; expected one count per part"
        )
    values: Any = count.data if sparse else count
    total = np.asarray(count.sum(axis=-1)).squeeze() if sparse else count.sum(axis=-1)
    if not (size >= 0).all() or not (values >= 0).all() or not (total > 0).all():
        raise InvalidArgument("expected sizes and counts >= 0 and every word to occur")
    if ((count @ (size == 0).astype(np.float64)) > 0).any():
        raise InvalidArgument("a part of size 0 has counts; check that sizes are in words")
    expected = size / size.sum()
    dp = np.clip(_gap(count, total, expected) / 2.0, 0.0, 1.0)
    room = 1.0 - expected[expected > 0].min()
    return dp[()], (np.minimum(dp / room, 1.0) if room > 0 else np.zeros_like(dp))[()]


def mattr(ids: Any, window: int = 50) -> float:
    """Return the moving-average type-token ratio (Covington & McFall 2010), between 0 and 1.

    The mean, over every window of ``window`` tokens, of distinct tokens / window. A text shorter
    than the window gets its plain type-token ratio, which is not comparable with longer texts; an
    empty one 0. Time n log n, whatever the window.

    Raises InvalidArgument for a window below 1.

    >>> mattr([1, 2, 1, 3], window=2)
    1.0
    """
    if window < 1:
        raise InvalidArgument(f"window={window!r}; expected 1 or more tokens")
    codes = np.unique(np.asarray(ids), return_inverse=True)[1].ravel()
    n = len(codes)
    if n == 0:
        return 0.0
    width = min(window, n)
    order = np.argsort(codes, kind="stable")
    previous = np.full(n, -1)
    same = codes[order][1:] == codes[order][:-1]
    previous[order[1:][same]] = order[:-1][same]
    # a token is new to the windows that start after its previous occurrence and hold it
    place = np.arange(n)
    first = np.maximum(previous + 1, place - width + 1)
    last = np.minimum(place, n - width)
    return float(np.maximum(last - first + 1, 0).sum() / ((n - width + 1) * width))


def jensen_shannon(p: Any, q: Any) -> FloatArray:
    """Return the Jensen-Shannon divergence in bits (Lin 1991), 0 (equal) to 1 (nothing shared).

    ``(KL(p || m) + KL(q || m)) / 2`` with m the mean; counts are scaled to sum 1 over the last
    axis. Its square root is a distance.

    Raises InvalidArgument for sides of unequal length, numbers that are negative or infinite, or a
    side that sums to 0.

    >>> round(float(jensen_shannon([1, 1, 0], [0, 1, 1])), 3)
    0.5
    """
    from scipy.special import rel_entr

    a, b = np.asarray(p, np.float64), np.asarray(q, np.float64)
    if a.shape[-1:] != b.shape[-1:]:
        raise InvalidArgument(f"p has shape {a.shape} and q {b.shape}; expected the same parts")
    sums = [side.sum(axis=-1, keepdims=True) for side in (a, b)]
    finite = all((np.isfinite(whole) & (whole > 0)).all() for whole in sums)
    if not (finite and (a >= 0).all() and (b >= 0).all()):
        raise InvalidArgument("expected finite numbers >= 0 with a positive sum on both sides")
    a, b = a / sums[0], b / sums[1]
    middle = (a + b) / 2.0
    nats = (rel_entr(a, middle).sum(axis=-1) + rel_entr(b, middle).sum(axis=-1)) / 2.0
    return np.asarray(np.clip(nats / np.log(2.0), 0.0, 1.0))[()]


def rank_biased_overlap(a: Sequence[Hashable], b: Sequence[Hashable]) -> float:
    """Return how far two rankings (items, best first) agree, from 0 to 1; the top weighs more.

    Extrapolated (Webber, Moffat & Zobel 2010, eq. 32); with persistence 0.9 the first ten ranks
    carry 86 % of the weight. Two empty lists agree.

    Raises InvalidArgument for an item that is listed twice.

    >>> round(rank_biased_overlap(["integritas", "netral", "sinergi"], ["netral", "integritas"]), 2)
    0.9
    """
    for ranking in (a, b):
        if len(set(ranking)) != len(ranking):
            raise InvalidArgument("an item is listed twice in a ranking; expected each once")
    short, long = sorted((list(a), list(b)), key=len)
    s, n, p = len(short), len(long), PERSISTENCE
    if s == 0:
        return 1.0 if n == 0 else 0.0
    overlap = [len(set(short[:d]) & set(long[:d])) for d in range(1, n + 1)]
    at_s, at_n = overlap[s - 1], overlap[n - 1]
    total = sum(overlap[d - 1] / d * p**d for d in range(1, n + 1))
    total += sum(at_s * (d - s) / (s * d) * p**d for d in range(s + 1, n + 1))
    return min((1 - p) / p * total + ((at_n - at_s) / n + at_s / s) * p**n, 1.0)


def _gap(count: Any, total: FloatArray, expected: FloatArray) -> FloatArray:
    if isinstance(count, np.ndarray):
        return np.asarray(np.abs(count / total[..., np.newaxis] - expected).sum(axis=-1))
    # only parts that have the word are stored; the others add their expected share
    row = np.repeat(np.arange(count.shape[0]), np.diff(count.indptr))
    share = expected[count.indices]
    stored = np.abs(count.data / np.atleast_1d(total)[row] - share) - share
    return np.asarray(1.0 + np.bincount(row, weights=stored, minlength=count.shape[0]))
