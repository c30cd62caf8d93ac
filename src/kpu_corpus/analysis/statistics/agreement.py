"""The machine against people, and people against each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.proportions import share_interval
from kpu_corpus.errors import InvalidArgument


class Accuracy(NamedTuple):
    """Precision, recall and F1, each with its limits."""

    precision: float
    precision_low: float
    precision_high: float
    recall: float
    recall_low: float
    recall_high: float
    f1: float
    f1_low: float
    f1_high: float


def precision_recall_f1(tp: int, fp: int, fn: int, *, level: float = 0.95) -> Accuracy:
    """Return precision, recall and F1 with intervals, from the counts of a coded sample.

    ``P = tp / (tp + fp)``, ``R = tp / (tp + fn)``, each with Wilson's interval (1927).
    ``F1 = 2 tp / (2 tp + fp + fn) = 2 J / (1 + J)`` with ``J = tp / (tp + fp + fn)`` a plain share
    (Jaccard), so its limits are those of J, carried over (Lam, Gopal & Qian 2023, "Wilson
    indirect"). For sentences sampled one by one; whole essays need a wider interval. A measure
    without a denominator is 0 with limits 0 and 1.

    Raises InvalidArgument for negative counts.

    >>> [round(x, 2) for x in precision_recall_f1(40, 10, 5)[6:]]
    [0.84, 0.75, 0.91]
    """
    if min(tp, fp, fn) < 0:
        raise InvalidArgument(f"tp={tp}, fp={fp}, fn={fn}; expected counts of 0 or more")
    p, r, j = (
        [float(x) for x in share_interval(tp, n, level=level, design_effect=1.0)[:3]]
        for n in (tp + fp, tp + fn, tp + fp + fn)
    )
    return Accuracy(*p, *r, *(2.0 * x / (1.0 + x) for x in j))


def weighted_accuracy(found: Any, true: Any, weight: Any, *, level: float = 0.95) -> Accuracy:
    """Return precision, recall and F1 of coded units that stand for different numbers of units.

    As :func:`precision_recall_f1`, with weighted shares and Wilson's interval on Kish's (1965)
    effective size ``(sum w)² / sum w²`` of each denominator. Equal weights give the same figures.

    Raises InvalidArgument unless the three have one length and the weights are positive.

    >>> found, true = [1] * 50 + [0] * 5, [1] * 40 + [0] * 10 + [1] * 5
    >>> [round(x, 2) for x in weighted_accuracy(found, true, [2.0] * 55)[6:]]
    [0.84, 0.75, 0.91]
    """
    f, t, w = (np.asarray(x) for x in (found, true, weight))
    if not f.shape == t.shape == w.shape or not (w > 0).all():
        raise InvalidArgument("expected found, true and positive weights of one length")
    f, t = f.astype(bool), t.astype(bool)
    p, r, j = (_weighted_share((f & t)[part], w[part], level) for part in (f, t, f | t))
    return Accuracy(*p, *r, *(2.0 * x / (1.0 + x) for x in j))


def macro_f1(
    found: Any, true: Any, weight: Any, *, resamples: int = 2_000, seed: int = 0
) -> tuple[float, float, float]:
    """Return the mean F1 over the columns with 95 % limits by bootstrap of the rows.

    ``found`` and ``true`` are units × themes of 0 and 1 (-1 in ``true``: not coded); the mean is
    over themes that occur in either. Percentile limits (Efron 1979) from resampled units: for
    units drawn one by one; seeded, so that the same codes give the same limits. 0, 0, 1 where no
    theme occurs.

    >>> macro_f1([[1], [0], [1]], [[1], [0], [1]], [1, 1, 1])
    (1.0, 1.0, 1.0)
    """
    f, t, w = np.asarray(found) == 1, np.asarray(true), np.asarray(weight, np.float64)
    both = (f & (t == 1)).astype(np.float64)
    wrong = ((f & (t == 0)) | (~f & (t == 1))).astype(np.float64)
    there = (both + wrong).any(axis=0)
    if not there.any():
        return 0.0, 0.0, 1.0
    both, wrong = both[:, there], wrong[:, there]
    rng = np.random.default_rng(seed)
    n = len(w)
    means = []
    for start in range(0, resamples, 100):
        size = min(100, resamples - start)
        times = rng.multinomial(n, np.full(n, 1.0 / n), size=size) * w
        means.append(_mean_f1(times @ both, times @ wrong))
    low, high = np.nanpercentile(np.concatenate(means), [2.5, 97.5])
    estimate = float(_mean_f1((w @ both)[None], (w @ wrong)[None])[0])
    return estimate, min(float(low), estimate), max(float(high), estimate)


def _mean_f1(both: Any, wrong: Any) -> Any:
    """Return the mean over themes of 2 tp / (2 tp + fp + fn), absent themes left out."""
    total = 2.0 * both + wrong
    there = total > 0
    f1 = np.where(there, 2.0 * both / np.where(there, total, 1.0), 0.0)
    # NaN where a resample has no theme at all: it says nothing
    return np.where(there.any(axis=1), f1.sum(axis=1) / np.maximum(there.sum(axis=1), 1), np.nan)


def _weighted_share(hits: Any, weight: Any, level: float) -> list[float]:
    n = len(weight)
    share = float(weight[hits].sum() / weight.sum()) if n else 0.0
    effect = max(n * float((weight**2).sum()) / float(weight.sum()) ** 2, 1.0) if n else 1.0
    return [float(x) for x in share_interval(share * n, n, level=level, design_effect=effect)[:3]]


def alpha(codings: Iterable[tuple[Hashable, Hashable, Hashable | None]]) -> float:
    """Return Krippendorff's alpha for nominal codes (Krippendorff 2004), by NLTK.

    ``codings`` are (coder, item, code) triples; a code of None is missing. 1 is full agreement, 0
    chance, below 0 worse than chance. Items coded by one person say nothing and are left out. Where
    every code is the same alpha is undefined: 1 here, since nobody disagreed.

    Raises InvalidArgument unless some item has two codes, or if a coder codes an item twice.

    >>> codings = [("A", 1, "ya"), ("B", 1, "ya"), ("A", 2, "ya"), ("B", 2, "tidak"),
    ...            ("A", 3, "tidak"), ("B", 3, "tidak")]
    >>> round(alpha(codings), 3)
    0.444
    """
    by_item: dict[Hashable, dict[Hashable, Hashable]] = {}
    for coder, item, code in codings:
        if code is None:
            continue
        if coder in by_item.setdefault(item, {}):
            raise InvalidArgument(f"coder {coder!r} coded item {item!r} twice; expected once")
        by_item[item][coder] = code
    paired = {item: codes for item, codes in by_item.items() if len(codes) > 1}
    if not paired:
        raise InvalidArgument("no item was coded by two people; alpha needs at least one")
    if len({code for codes in paired.values() for code in codes.values()}) == 1:
        return 1.0
    from nltk.metrics.agreement import AnnotationTask

    triples = [(c, i, code) for i, codes in paired.items() for c, code in codes.items()]
    return float(AnnotationTask(data=triples).alpha())
