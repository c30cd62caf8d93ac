"""Agreement of the machine with people, and of people with each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics.proportions import share_interval
from kpu_corpus.errors import InvalidArgument

UNDEFINED = (float("nan"), 0.0, 1.0)  # a share of nothing, with its limits
# From a posterior; with the seed the limits move by 0.005, by 0.015 where few units decide.
DRAWS = 4_000


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


def precision_recall_f1(tp: int, fp: int, fn: int) -> Accuracy:
    """Return precision, recall and F1 with intervals, from the counts of a coded sample.

    ``P = tp / (tp + fp)``, ``R = tp / (tp + fn)``, each with Wilson's interval (1927).
    ``F1 = 2 tp / (2 tp + fp + fn) = 2 J / (1 + J)`` with ``J = tp / (tp + fp + fn)`` a plain share
    (Jaccard), so its limits are those of J, carried over (Lam, Gopal & Qian 2023, "Wilson
    indirect"). For sentences sampled one by one; whole essays need a wider interval. A measure
    without a denominator is NaN, with limits 0 and 1: the sample says nothing of it.

    Raises InvalidArgument for negative counts.

    >>> [round(x, 2) for x in precision_recall_f1(40, 10, 5)[6:]]
    [0.84, 0.75, 0.91]
    """
    if min(tp, fp, fn) < 0:
        raise InvalidArgument(f"tp={tp}, fp={fp}, fn={fn}; expected counts of 0 or more")
    p, r, j = (
        [float(x) for x in share_interval(tp, n, design_effect=1.0)[:3]] if n else UNDEFINED
        for n in (tp + fp, tp + fn, tp + fp + fn)
    )
    return Accuracy(*p, *r, *(2.0 * x / (1.0 + x) for x in j))


def weighted_accuracy(found: Any, true: Any, weight: Any) -> Accuracy:
    """Return precision, recall and F1 of coded units that stand for different numbers of units.

    Units of one weight were drawn from one stratum. With one weight this is
    :func:`precision_recall_f1`. With several, shares are weighted (Horvitz & Thompson 1952) and
    the 95 % limits are quantiles of seeded draws from the posterior of each stratum's shares: of
    the units found, how many are right, and of the others, how many were missed, with Jeffreys'
    (1946) prior of half a unit on either side, spread over the strata by their weight. A miss that
    happened not to be drawn from a large stratum so keeps its chance.

    Raises InvalidArgument unless the three have one length and the weights are positive.

    >>> found, true = [1] * 50 + [0] * 5, [1] * 40 + [0] * 10 + [1] * 5
    >>> [round(x, 2) for x in weighted_accuracy(found, true, [2.0] * 55)[6:]]
    [0.84, 0.75, 0.91]
    """
    f, t, w = (np.asarray(x) for x in (found, true, weight))
    if not f.shape == t.shape == w.shape or not (w > 0).all():
        raise InvalidArgument("expected found, true and positive weights of one length")
    f, t = f == 1, t == 1
    if len(np.unique(w)) < 2:
        return precision_recall_f1(int((f & t).sum()), int((f & ~t).sum()), int((~f & t).sum()))
    drawn = _shares(*_posterior(f, t, w, np.random.default_rng(0)))
    made = _shares(*((w * cell).sum() for cell in (f & t, f & ~t, ~f & t)))
    values: list[float] = []
    for point, draws, seen in zip(made, drawn, (f, t, f | t), strict=True):
        low, high = np.quantile(draws, [0.025, 0.975])
        limits = min(low, point), max(high, point)
        values += map(float, (point, *limits) if seen.any() else UNDEFINED)
    return Accuracy(*values)


def macro_f1(f1: Any, low: Any, high: Any) -> tuple[float, float, float]:
    """Return the mean of several F1 with its 95 % limits, from the limits of each.

    MOVER (Zou & Donner 2008) with the longer arm of each interval on both sides, since F1 is skew
    and its short arms miss the mean of many: ``mean ± sqrt(sum max(f1 - low, high - f1)²) / k``.
    So a sample without an error is not taken for certainty. The limits are never beyond the mean of
    the low or of the high ones: those of one theme stay its own. Errors of different themes count
    as independent. A theme whose F1 is NaN is left out; NaN, 0, 1 without any.

    >>> [round(x, 2) for x in macro_f1([1.0, 0.8], [0.8, 0.6], [1.0, 0.9])]
    [0.9, 0.76, 0.95]
    """
    f, under, over = (np.asarray(x, np.float64) for x in (f1, low, high))
    defined = ~np.isnan(f)
    if not defined.any():
        return UNDEFINED
    f, under, over = f[defined], under[defined], over[defined]
    arm = float(np.sqrt((np.maximum(f - under, over - f) ** 2).sum())) / len(f)
    mean = float(f.mean())
    return mean, max(mean - arm, float(under.mean())), min(mean + arm, float(over.mean()))


def alpha(codings: Iterable[tuple[Hashable, Hashable, Hashable | None]]) -> float:
    """Return Krippendorff's alpha for nominal codes (Krippendorff 2004), by NLTK.

    ``codings`` are (coder, item, code) triples; a code of None is missing. 1 is full agreement, 0
    chance, below 0 worse than chance. Items coded by one person say nothing and are left out. NaN
    where every code is the same: where no disagreement is expected, that there is none shows
    nothing.

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
        return float("nan")  # 0 of 0, which NLTK takes for 1
    from nltk.metrics.agreement import AnnotationTask

    triples = [(c, i, code) for i, codes in paired.items() for c, code in codes.items()]
    return float(AnnotationTask(data=triples).alpha())


def _posterior(found: Any, true: Any, weight: Any, rng: Any) -> tuple[Any, Any, Any]:
    """Draw the corpus's units that are right, wrong and missed, stratum by stratum."""
    yes_all, no_all = weight[found].sum(), weight[~found].sum()
    tp, fp, fn = (np.zeros(DRAWS) for _ in range(3))
    for stratum in np.unique(weight):
        inside = weight == stratum
        f, t = found[inside], true[inside]
        n, yes = len(f), int(f.sum())
        # the machine's own share is uncertain only where a stratum holds both answers
        said = rng.beta(yes, n - yes, DRAWS) if 0 < yes < n else np.full(DRAWS, yes / n)
        if yes:
            half = 0.5 * stratum * yes / yes_all
            right = rng.beta((f & t).sum() + half, (f & ~t).sum() + half, DRAWS)
            tp += stratum * n * said * right
            fp += stratum * n * said * (1.0 - right)
        if n - yes:
            half = 0.5 * stratum * (n - yes) / no_all
            missed = rng.beta((~f & t).sum() + half, (~f & ~t).sum() + half, DRAWS)
            fn += stratum * n * (1.0 - said) * missed
    return tp, fp, fn


def _shares(tp: Any, fp: Any, fn: Any) -> tuple[Any, Any, Any]:
    """Return precision, recall and F1; 0 where a denominator is 0."""
    over = (tp + fp, tp + fn, tp + (fp + fn) / 2.0)
    p, r, f1 = (np.where(x > 0, tp / np.where(x > 0, x, 1.0), 0.0) for x in over)
    return p, r, f1
