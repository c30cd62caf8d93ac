"""The machine against people, and people against each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

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
