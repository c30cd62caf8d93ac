"""Counts of words in two texts, and of two words together: G², ratios, PMI, FDR."""

from __future__ import annotations

from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics.clusters import NORMAL, FloatArray
from kpu_corpus.errors import InvalidArgument


def log_likelihood(count_a: Any, count_b: Any, total_a: Any, total_b: Any) -> FloatArray:
    """Return G² of a word's counts in two texts of total_a and total_b words; vectorised.

    ``G² = 2 sum O ln(O / E)`` over the four cells word / other words x text a / text b
    (Dunning 1993). Never negative; the direction is the sign of ``log_ratio``. The two-cell form
    of Rayson & Garside (2000) leaves the other words out and is never larger.

    Raises InvalidArgument unless 0 <= count <= total in both texts and the totals are positive.

    >>> round(float(log_likelihood(30, 10, 10_000, 12_000)), 2)
    14.47
    """
    a, b, na, nb = _counts(count_a, count_b, total_a, total_b)
    observed = np.stack([a, b, na - a, nb - b])
    word, rest, n = a + b, na + nb - a - b, na + nb
    expected = np.stack([word * na / n, word * nb / n, rest * na / n, rest * nb / n])
    return _g2(observed, expected)


def log_ratio(
    count_a: Any,
    count_b: Any,
    total_a: Any,
    total_b: Any,
    *,
    quantile: Any = NORMAL,
    design_effects: tuple[Any, Any] = (1.0, 1.0),
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return (log_ratio, low, high): the binary log of the ratio of two rates (Hardie 2014).

    ``log2((a / na) / (b / nb))``: +1 is twice as frequent in a, -1 in b. A count of 0 counts as
    0.5; a word absent from both has log-ratio 0. Limits by the delta method (Katz et al. 1978),
    ``± quantile sqrt(d_a (1/a - 1/na) + d_b (1/b - 1/nb)) / ln 2``, d the design effects (1 for
    independent words).

    Raises InvalidArgument unless 0 <= count <= total in both texts and the totals are positive.

    >>> [round(float(x), 2) for x in log_ratio(30, 10, 10_000, 12_000)]
    [1.85, 0.82, 2.88]
    """
    a, b, na, nb = _counts(count_a, count_b, total_a, total_b)
    neither = (a == 0) & (b == 0)
    a, b = np.where(a == 0, 0.5, a), np.where(b == 0, 0.5, b)
    ratio = np.where(neither, 0.0, np.log2(a / na) - np.log2(b / nb))
    variance = design_effects[0] * (1.0 / a - 1.0 / na) + design_effects[1] * (1.0 / b - 1.0 / nb)
    half = np.asarray(quantile) * np.sqrt(np.maximum(variance, 0.0)) / np.log(2.0)
    return ratio[()], (ratio - half)[()], (ratio + half)[()]


def log_odds_dirichlet(
    count_a: Any, count_b: Any, prior: Any, *, total_a: Any, total_b: Any, total_prior: Any
) -> tuple[FloatArray, FloatArray]:
    """Return (log-odds ratio, z) with an informative Dirichlet prior; vectorised over words.

    Monroe, Colaresi & Quinn (2008): ``delta = ln((a + α) / (na + α0 - a - α)) -
    ln((b + α) / (nb + α0 - b - α))``, ``z = delta / sqrt(1/(a + α) + 1/(b + α))``; α is the word's
    count in the prior (a background, scaled as one wishes), α0 the prior's total. The prior pulls
    rare words to 0.

    Raises InvalidArgument unless 0 <= count <= total, 0 < prior < total_prior.

    >>> delta, z = log_odds_dirichlet(30, 10, 20, total_a=10_000, total_b=12_000, total_prior=9_000)
    >>> round(float(delta), 3), round(float(z), 2)
    (0.612, 2.65)
    """
    a, b, na, nb = _counts(count_a, count_b, total_a, total_b)
    alpha, whole = np.asarray(prior, np.float64), np.asarray(total_prior, np.float64)
    if not ((alpha > 0) & (alpha < whole)).all():
        raise InvalidArgument(
            "expected 0 < prior < total_prior for every word; add a small count to words that "
            "the background lacks"
        )
    odds_a = np.log((a + alpha) / (na + whole - a - alpha))
    odds_b = np.log((b + alpha) / (nb + whole - b - alpha))
    delta = odds_a - odds_b
    return delta[()], (delta / np.sqrt(1.0 / (a + alpha) + 1.0 / (b + alpha)))[()]


def pmi(count_xy: Any, count_x: Any, count_y: Any, total: Any) -> FloatArray:
    """Return pointwise mutual information in bits (Church & Hanks 1990); vectorised.

    ``log2(count_xy * total / (count_x * count_y))``; -inf where the pair never occurs. High for
    rare pairs: read it beside G².

    Raises InvalidArgument unless the marginals hold the pair and the total holds them.

    >>> round(float(pmi(20, 42, 20, 14_307)), 2)
    8.41
    """
    xy, x, y, n = _pair(count_xy, count_x, count_y, total)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log2(xy) + np.log2(n) - np.log2(x) - np.log2(y))[()]


def g2_bigram(count_xy: Any, count_x: Any, count_y: Any, total: Any) -> FloatArray:
    """Return G² of a pair of words from its count and marginals (Dunning 1993); vectorised.

    The four cells are with x and y, x alone, y alone, neither.

    Raises InvalidArgument unless the marginals hold the pair and the total holds them.

    >>> round(float(g2_bigram(20, 42, 20, 14_307)), 1)
    244.8
    """
    xy, x, y, n = _pair(count_xy, count_x, count_y, total)
    observed = np.stack([xy, x - xy, y - xy, n - x - y + xy])
    expected = np.stack([x * y / n, x * (n - y) / n, (n - x) * y / n, (n - x) * (n - y) / n])
    return _g2(observed, expected)


def benjamini_hochberg(p: Any, *, family: int | None = None) -> FloatArray:
    """Return q values: p adjusted for the false discovery rate (Benjamini & Hochberg 1995).

    A list cut at q <= 0.05 holds at most 5 % false discoveries on average. Empty in, empty out.
    ``family`` is the number of hypotheses where it is larger than that of the p values: those
    that are not given, as words that a text could have had and lacks, count with p = 1.

    Raises InvalidArgument unless every p lies in [0, 1] and the family holds them.

    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5]).round(4).tolist()
    [0.04, 0.0533, 0.0533, 0.5]
    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.5], family=8).round(4).tolist()
    [0.08, 0.1067, 0.1067, 1.0]
    """
    values = np.asarray(p, np.float64)
    if not ((values >= 0) & (values <= 1)).all():
        raise InvalidArgument("expected p values between 0 and 1, none missing")
    whole = values.size if family is None else family
    if whole < values.size:
        raise InvalidArgument(f"family={family} is smaller than the number of p values")
    if values.size == 0:
        return values
    # scipy.stats has the same in false_discovery_control, but takes half a second to import
    order = np.argsort(values)[::-1]
    ranks = np.arange(values.size, 0, -1)
    q = np.empty_like(values)
    q[order] = np.minimum.accumulate(values[order] * (whole / ranks)).clip(max=1.0)
    return q


def _g2(observed: FloatArray, expected: FloatArray) -> FloatArray:
    from scipy.special import rel_entr

    # never negative where O and E have the same sum, but for rounding
    g2: FloatArray = np.maximum(2.0 * rel_entr(observed, expected).sum(axis=0), 0.0)
    return g2[()]


def _counts(count_a: Any, count_b: Any, total_a: Any, total_b: Any) -> Any:
    arrays = (np.asarray(x, np.float64) for x in (count_a, count_b, total_a, total_b))
    a, b, na, nb = np.broadcast_arrays(*arrays)
    if not ((a >= 0) & (a <= na) & (b >= 0) & (b <= nb) & (na > 0) & (nb > 0)).all():
        raise InvalidArgument("expected 0 <= count <= total and total > 0 in both texts")
    return a, b, na, nb


def _pair(count_xy: Any, count_x: Any, count_y: Any, total: Any) -> Any:
    arrays = (np.asarray(v, np.float64) for v in (count_xy, count_x, count_y, total))
    xy, x, y, n = np.broadcast_arrays(*arrays)
    if not ((xy >= 0) & (xy <= x) & (xy <= y) & (x > 0) & (y > 0) & (x + y - xy <= n)).all():
        raise InvalidArgument(
            "expected 0 <= count_xy <= count_x, count_y and count_x + count_y - count_xy <= total"
        )
    return xy, x, y, n
