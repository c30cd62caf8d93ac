"""Every statistic against scipy, NLTK, a worked example or a slow plain version of itself."""

from __future__ import annotations

import math
import tracemalloc
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.association import BigramAssocMeasures
from scipy import sparse, stats
from scipy.spatial.distance import jensenshannon
from scipy.special import expit
from tests.conftest import examples

from kpu_corpus.analysis import statistics as kst
from kpu_corpus.analysis.statistics.clusters import common_intraclass, group_of, intraclass, pair_of
from kpu_corpus.analysis.statistics.effective import effective_p
from kpu_corpus.errors import InvalidArgument

essays = st.lists(
    st.integers(0, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=1,
    max_size=12,
)
written = essays.filter(lambda rows: any(n for _, n in rows))


def columns(rows: list[tuple[int, int]]) -> tuple[Any, Any]:
    return np.array([h for h, _ in rows]), np.array([n for _, n in rows])


def draw(
    seed: int, runs: int, groups: int, share: float, rho: float, *, alike: bool = False
) -> tuple[Any, Any]:
    """Essays of 8 to 40 sentences whose shares follow a beta distribution.

    With ``alike`` all runs have the same numbers of sentences, so that one call counts them all.
    """
    rng = np.random.default_rng(seed)
    shape = (runs, groups)
    units = rng.integers(8, 41, size=groups if alike else shape)
    odds = (1 - rho) / rho
    return rng.binomial(units, rng.beta(share * odds, (1 - share) * odds, shape)), units


# one essay


@pytest.mark.parametrize(("hits", "units"), [(0, 7), (3, 15), (15, 15), (41, 83)])
def test_share_interval_without_design_effect_is_scipys_wilson(hits: int, units: int) -> None:
    share, low, high, n = kst.share_interval(hits, units, design_effect=1.0)
    expected = stats.binomtest(hits, units).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert (share, n) == (hits / units, units)


def test_share_interval_with_design_effect_is_wilson_of_fewer_sentences() -> None:
    low, high = kst.share_interval(10, 40, design_effect=2.0)[1:3]
    expected = stats.binomtest(5, 20).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)


@examples(12)
@given(essays)
def test_share_interval_holds_the_share_and_stays_in_0_to_1(rows: list[tuple[int, int]]) -> None:
    share, low, high, _ = kst.share_interval(*columns(rows))
    assert ((low >= 0) & (low <= share) & (share <= high) & (high <= 1)).all()


@given(st.integers(1, 300))
def test_share_interval_grows_with_hits_and_narrows_with_units(units: int) -> None:
    _, low, high, _ = kst.share_interval(np.arange(units + 1), units)
    assert (np.diff(low) > 0).all()
    assert (np.diff(high) > 0).all()
    double = kst.share_interval(2 * np.arange(units + 1), 2 * units)
    assert (double.high - double.low < high - low).all()


def test_share_interval_without_units_says_anything_is_possible() -> None:
    assert kst.share_interval(0, 0) == (0.0, 0.0, 1.0, 0.0)


# a group of essays


def test_group_interval_by_hand() -> None:
    hits, units = np.array([4, 1, 0, 6]), np.array([10, 10, 10, 10])
    share = 11 / 40
    spread = ((hits - share * units) ** 2 / (1 - 0.25)).sum()
    effect = spread / (40 * share * (1 - share))
    smooth = 11.5 / 41
    error = np.sqrt(effect / (41 * smooth * (1 - smooth)))
    reach = stats.t.ppf(0.975, 3) * error
    centre = np.log(smooth / (1 - smooth))
    expected = [share, *(1 / (1 + np.exp(-(centre + s * reach))) for s in (-1, 1)), 40 / effect]
    assert effect > 1
    assert kst.group_interval(hits, units) == pytest.approx(expected)


def test_unequal_essays_count_as_fewer_in_a_group_interval() -> None:
    hits, units = np.array([12, 1, 0, 3]), np.array([30, 10, 5, 15])
    group = group_of(hits, units)
    essays, smooth = 60**2 / (units**2).sum(), 16.5 / 61
    effect = float(group.design_effect(intraclass(group)))
    error = np.sqrt(effect / (61 * smooth * (1 - smooth)))
    high = np.log(smooth / (1 - smooth)) + stats.t.ppf(0.975, essays - 1) * error
    assert essays < 3
    assert kst.group_interval(hits, units).high == pytest.approx(1 / (1 + np.exp(-high)))


@examples(20)
@given(essays)
def test_group_interval_holds_the_share_and_mirrors_when_hits_and_misses_swap(
    rows: list[tuple[int, int]],
) -> None:
    hits, units = columns(rows)
    one, two = kst.group_interval(hits, units), kst.group_interval(units - hits, units)
    assert 0 <= one.low <= one.share <= one.high <= 1
    assert 0 <= one.effective_n <= units.sum()
    if units.sum():
        assert (one.low, one.high) == pytest.approx((1 - two.high, 1 - two.low), abs=1e-9)


def test_group_interval_ignores_essays_without_units() -> None:
    for rows in ([(3, 9), (0, 4)], [(2, 7)], [(0, 0)]):
        blank = kst.group_interval(*columns([*rows, (0, 0), (0, 0)]))
        assert blank == pytest.approx(kst.group_interval(*columns(rows)))


def test_group_interval_handles_themes_at_once_dense_or_sparse() -> None:
    hits, units = np.array([[4, 1, 0, 6], [0, 0, 0, 0], [9, 8, 12, 7]]), np.array([9, 8, 12, 7])
    together = kst.group_interval(hits, units)
    for row in range(3):
        assert [f[row] for f in together] == pytest.approx(kst.group_interval(hits[row], units))
    for field, same in zip(
        kst.group_interval(sparse.csr_array(hits), units), together, strict=True
    ):
        assert field == pytest.approx(same)


def test_group_interval_of_one_essay_is_that_essays_interval_and_two_say_hardly_anything() -> None:
    alone = kst.share_interval(3, 15)
    assert kst.group_interval([3], [15]) == pytest.approx(alone)
    assert kst.group_interval([3, 0], [15, 0]) == pytest.approx(alone)  # one has no units
    _, low, high, _ = kst.group_interval([3, 3], [15, 15])
    centre, reach = np.log(6.5 / 24.5), stats.t.ppf(0.975, 1) / np.sqrt(6.5 * 24.5 / 31)
    assert (low, high) == pytest.approx((expit(centre - reach), expit(centre + reach)))


def test_group_interval_is_wider_the_more_essays_differ() -> None:
    even = kst.group_interval([4, 4, 4, 4], [20] * 4)
    uneven = kst.group_interval([16, 0, 0, 0], [20] * 4)
    assert even.share == uneven.share
    assert uneven.high - uneven.low > 2 * (even.high - even.low)


@pytest.mark.parametrize("groups", [5, 20, 200])
def test_95_percent_group_interval_covers_93_percent(groups: int) -> None:
    covered = []
    for share in (0.05, 0.2, 0.5):
        for rho in (0.05, 0.2):
            _, low, high, _ = kst.group_interval(*draw(groups, 500, groups, share, rho))
            covered.append(((low <= share) & (share <= high)).mean())
    assert np.mean(covered) >= 0.93


@pytest.mark.parametrize("units", [[20] * 10, [8, 16, 24, 32, 40], [300] + [15] * 9])
def test_rho_has_hardly_any_bias_where_essays_are_very_unequal(units: list[int]) -> None:
    # as if an essay that is most of the group showed all it differs by: 0.04 in the last one
    rng = np.random.default_rng(4)
    hits = rng.binomial(units, rng.beta(0.2 * 9, 0.8 * 9, (20_000, len(units))))  # rho 0.1
    group = group_of(hits, np.array(units))
    found = (group.spread - group.binomial).sum() / (group.binomial * group.growth).sum()
    assert found == pytest.approx(0.1, abs=0.01)


def test_rho_of_unequal_essays_by_hand() -> None:
    hits, units = np.array([9, 1, 0, 3]), np.array([30, 10, 5, 15])
    share, weight, added = 13 / 60, units / 60, units * (units - 1)
    observed = ((hits - share * units) ** 2 / (1 - weight)).sum() / (share * (1 - share))
    seen = (((1 - 2 * weight) * added + weight**2 * added.sum()) / (1 - weight)).sum()
    rho = max((observed - 60) / seen, 0)
    assert float(intraclass(group_of(hits, units))) == pytest.approx(rho)


def test_words_that_are_spread_too_evenly_lower_the_rho_of_all_words_together() -> None:
    groups = group_of([[9, 0, 9, 0], [5, 5, 5, 5]], [20] * 4)  # by chance hits vary more than these
    clumped, even = (groups.spread - groups.binomial) / (groups.binomial * groups.growth)
    assert clumped > 0 > even
    assert common_intraclass(groups) == pytest.approx((clumped + even) / 2)


def test_an_essay_that_is_alone_on_its_side_says_nothing_of_how_much_essays_differ() -> None:
    many, alone = group_of([12, 1, 0, 9], [20] * 4), group_of([8], [20])
    assert float(intraclass(alone, many)) == float(intraclass(many)) > 0.1
    assert kst.group_difference([5], [10], [1, 2], [10, 12]).low > -1  # the other side has two


@pytest.mark.parametrize("times", [30, 100])
def test_limits_hold_where_one_essay_is_far_longer_than_all_others(times: int) -> None:
    # by the rho that such groups seemed to have: 0.88 and 0.65
    rng = np.random.default_rng(4)
    units = rng.integers(8, 41, (2, 20))
    units[0, 0] = 24 * times
    hits = [rng.binomial(n, rng.beta(0.3 * 9, 0.7 * 9, (1_000, 20))) for n in units]
    found = kst.group_difference(hits[0], units[0], hits[1], units[1], resamples=1)
    assert ((found.low <= 0) & (found.high >= 0)).mean() > 0.9


def test_enough_needs_ten_units_and_five_essays_for_a_group() -> None:
    assert kst.enough([9, 10]).tolist() == [False, True]
    assert kst.enough([9, 50, 50], essays=[5, 4, 5]).tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("hits", "units"),
    [
        ([3], [2]),
        ([-1], [2]),
        ([1], [float("nan")]),
        ([float("nan")], [2]),
        ([1, 2], [3]),
        (1, 2),
        (1, [2]),
        (sparse.csr_array([[0]]), [-1]),
    ],
)
def test_group_interval_refuses_impossible_counts(hits: Any, units: Any) -> None:
    with pytest.raises(InvalidArgument, match="units"):
        kst.group_interval(hits, units)


def test_wrong_counts_and_design_effects_are_refused() -> None:
    with pytest.raises(InvalidArgument, match="design_effect"):
        kst.share_interval(1, 2, design_effect=0.5)
    with pytest.raises(InvalidArgument, match="hits <= units"):
        kst.share_interval(3, 2)


# two groups


@examples(10)
@given(written, written)
def test_group_difference_limits_hold_the_difference(
    a: list[tuple[int, int]], b: list[tuple[int, int]]
) -> None:
    d = kst.group_difference(*columns(a), *columns(b), resamples=50)
    assert -1 <= d.low <= d.difference <= d.high <= 1
    assert 0 < d.p <= 1


@examples(8)
@given(written, written)
def test_group_difference_turns_sign_with_its_sides(
    a: list[tuple[int, int]], b: list[tuple[int, int]]
) -> None:
    one = kst.group_difference(*columns(a), *columns(b), resamples=20)
    two = kst.group_difference(*columns(b), *columns(a), resamples=20)
    assert (one.low, one.high) == pytest.approx((-two.high, -two.low))
    assert (one.share_a, one.share_b) == (two.share_b, two.share_a)
    assert one.difference == one.share_a - one.share_b


def test_one_essay_on_each_side_says_nothing_of_their_difference() -> None:
    d = kst.group_difference([12], [15], [1], [20])
    assert (d.share_a, d.share_b, d.low, d.high, d.p) == (0.8, 0.05, -1, 1, 1)


# hits and units of few essays that differ much, and of many that are alike
UNLIKE = (
    ([1, 9, 0, 7, 2], [14, 19, 11, 23, 30]),
    ([3, 4, 3, 5, 4, 3, 4, 2], [17, 20, 15, 22, 21, 17, 20, 15]),
)


def plain_rho(*groups: tuple[list[int], list[int]]) -> float:
    """The moment equation of the page, essay by essay."""
    spread = chance = 0.0
    for hits, units in groups:
        total, p = sum(units), sum(hits) / sum(units)
        alike = [n * (n - 1) for n in units]
        spread -= p * (1 - p) * total
        for h, n, m in zip(hits, units, alike, strict=True):
            w = n / total
            spread += (h - p * n) ** 2 / (1 - w)
            chance += p * (1 - p) * ((1 - w) * m + w**2 * (sum(alike) - m) / (1 - w))
    return min(max(spread / chance, 0.0), 1.0)


def plain_effect(group: tuple[list[int], list[int]], rho: float) -> float:
    units = group[1]
    return 1 + (sum(n * n for n in units) / sum(units) - 1) * rho


def test_limits_have_the_rho_of_a_group_whose_essays_differ_more_than_those_of_both() -> None:
    a, b = UNLIKE
    assert plain_rho(a) > plain_rho(a, b) > plain_rho(b)
    sums = [(sum(hits), sum(units)) for hits, units in (a, b)]
    essays = [sum(units) ** 2 / sum(n * n for n in units) for _, units in (a, b)]
    t = stats.t.ppf(0.975, sum(essays) - 2)
    effects = plain_effect(a, plain_rho(a)), plain_effect(b, plain_rho(a, b))
    limits = []
    for (x, n), effect in zip(sums, effects, strict=True):
        p = (x + 0.5) / (n + 1)
        arm = t * np.sqrt(effect / ((n + 1) * p * (1 - p)))
        limits.append((x / n, *(1 / (1 + np.exp(-np.log(p / (1 - p)) + k * arm)) for k in (1, -1))))
    (p, low_p, high_p), (q, low_q, high_q) = limits
    low = p - q - np.hypot(p - low_p, high_q - q)
    high = p - q + np.hypot(high_p - p, q - low_q)
    d = kst.group_difference(*a, *b)
    assert (d.low, d.high) == pytest.approx((low, high))

    parts = [effect / n for effect, (_, n) in zip(effects, sums, strict=True)]
    freedom = sum(parts) ** 2 / sum(
        v**2 / max(g - 1, 2) for v, g in zip(parts, essays, strict=True)
    )
    tail = stats.norm.sf(stats.t.ppf(0.975, freedom))
    one, other = (x / effect for (x, _), effect in zip(sums, effects, strict=True))
    shares = stats.beta.ppf([tail, 1 - tail], [one, one + 1], [other + 1, other])
    odds = shares / (1 - shares) * parts[0] / parts[1]
    k = kst.group_keyness(*a, *b)
    assert (k.low, k.high) == pytest.approx(tuple(np.log2(odds)))


@pytest.mark.parametrize(("first", "rest"), [(5, 40), (20, 60)])
def test_limits_hold_an_equal_share_where_the_essays_of_one_group_differ_far_more(
    first: int, rest: int
) -> None:
    few, units = draw(first, 400, first, 0.3, 0.3, alike=True)
    many, others = draw(rest, 400, rest, 0.3, 0.02, alike=True)
    found = kst.group_difference(few, units, many, others, resamples=1)
    # with one rho for both 0.69 and 0.79
    assert ((found.low <= 0) & (found.high >= 0)).mean() > 0.86


def test_a_side_without_hits_has_limits_of_as_many_units_as_its_essays_are_worth() -> None:
    """The logit limits of 0 of 120 / 8.3 units, by hand: half a hit, t on 10 degrees of freedom."""
    d = kst.group_difference([0] * 6, [20] * 6, [14, 12, 4, 2, 1, 1], [20] * 6, resamples=20)
    units = 120 / 8.33926
    share = 0.5 / (units + 1)
    odds = share / (1 - share) * math.exp(2.22814 / math.sqrt((units + 1) * share * (1 - share)))
    high, low_b = odds / (1 + odds), 0.098428
    assert d.high == pytest.approx(-34 / 120 + math.hypot(high, 34 / 120 - low_b), abs=1e-4)
    assert d.low < -0.5


def test_group_difference_of_many_like_essays_is_newcombes_interval() -> None:
    # 400 essays of one sentence each: no clusters, t is normal; Newcombe uses Wilson's limits
    a, b = np.repeat([1, 0], [56, 144]), np.repeat([1, 0], [28, 172])
    ones = np.ones(200)
    d = kst.group_difference(a, ones, b, ones, resamples=1)
    p, q = 0.28, 0.14
    l1, u1 = stats.binomtest(56, 200).proportion_ci(method="wilson")
    l2, u2 = stats.binomtest(28, 200).proportion_ci(method="wilson")
    low, high = p - q - np.hypot(p - l1, u2 - q), p - q + np.hypot(u1 - p, q - l2)
    assert (d.low, d.high) == pytest.approx((low, high), abs=0.005)


def test_permutation_p_of_essays_of_one_length_is_scipys_exact_permutation_test() -> None:
    a, b = [5, 6, 4, 1], [1, 0, 2, 5, 3]
    exact = stats.permutation_test(
        (np.array(a) / 10, np.array(b) / 10),
        lambda x, y, axis: abs(x.mean(axis) - y.mean(axis)),
        alternative="greater",
        vectorized=True,
    )
    assert kst.permutation_p(a, [10] * 4, b, [10] * 5) == pytest.approx(exact.pvalue)


def standardised(hits: list[int], units: list[int], side: tuple[int, ...]) -> float:
    """The difference of shares over its standard error at one rate and rho, in plain loops."""
    total, size = sum(hits), sum(units)
    share = total / size
    spread = sum(
        (h - share * n) ** 2 / (1 - n / size) for h, n in zip(hits, units, strict=True)
    ) / (share * (1 - share))
    rho = (spread - size) / sum(n * (sum(m * m for m in units) / size - 1) for n in units)
    rho = min(max(rho, 0.0), 1.0)
    near, far, variance = 0.0, 0.0, 0.0
    for here in (True, False):
        chosen = [i for i in range(len(units)) if (i in side) == here]
        n = sum(units[i] for i in chosen)
        met = sum(units[i] ** 2 for i in chosen) / n
        variance += (1 + (met - 1) * rho) / n
        near, far = sum(hits[i] for i in chosen) / n, near
    return float(abs(near - far) / np.sqrt(variance))


def as_far(hits: list[int], units: list[int], first: int) -> float:
    """The share of all assignments that differ as much, or put as many hits on a side."""
    sides = [*combinations(range(len(units)), first)]
    gaps = np.array([standardised(hits, units, side) for side in sides])
    there = np.array([sum(hits[i] for i in side) for side in sides])
    return float(np.mean((gaps >= gaps[0] - 1e-9) | (there == there[0])))


def test_permutation_p_of_many_themes_holds_one_theme_in_every_assignment_at_a_time() -> None:
    hits, units = np.tile([1, 2], (200, 40)), [10] * 80
    tracemalloc.start()
    try:
        kst.permutation_p(hits, units, hits, units, resamples=999)
        assert tracemalloc.get_traced_memory()[1] < 40_000_000  # all of them: 128 MB
    finally:
        tracemalloc.stop()


def test_permutation_p_of_sampled_assignments_counts_the_observed_one() -> None:
    p = kst.permutation_p([9] * 12, [10] * 12, [1] * 12, [10] * 12, resamples=999)
    assert p == pytest.approx(1 / 1000)


@pytest.mark.parametrize("hits", [[5, 6, 4, 1, 1, 0, 2, 5, 3], [3, 4, 3, 4, 4, 3, 5, 5, 2]])
def test_permutation_p_of_unequal_essays_is_that_of_all_assignments(hits: list[int]) -> None:
    units = [9, 17, 26, 14, 15, 20, 8, 22, 9]
    found = kst.permutation_p(hits[:4], units[:4], hits[4:], units[4:])
    assert found == pytest.approx(as_far(hits, units, 4))


def test_blocks_of_sentences_of_which_the_last_is_shorter_change_places_as_they_are() -> None:
    units, hits = [3, 3, 3, 1, *[3] * 7], [1, 2, 2, 1, 0, 0, 1, 0, 1, 0, 0]
    p = kst.permutation_p(hits[:4], units[:4], hits[4:], units[4:])
    assert p == pytest.approx(as_far(hits, units, 4))
    assert p < effective_p(pair_of(hits[:4], units[:4], hits[4:], units[4:]))


def test_one_sentence_is_not_beyond_chance_for_the_length_of_its_side() -> None:
    # most sides with the hit are a sentence or two longer: alone p was 0.01
    a, b = [3] * 66 + [2], [3] * 39 + [2, 2, 2, 2, 1, 1]
    p = kst.permutation_p([0] * 67, a, [1] + [0] * 44, b)
    assert p == pytest.approx(45 / 112, abs=0.03)


@pytest.mark.parametrize(("few", "many"), [(5, 20), (3, 40), (10, 10)])
def test_rare_themes_of_essays_of_nearly_one_length_are_beyond_chance_no_more_than_stated(
    few: int, many: int
) -> None:
    rng = np.random.default_rng(21)
    for _ in range(4):  # without ties of as many hits: up to 0.2 in one of them
        units = np.round(20 * rng.lognormal(0, 0.05, few + many)).astype(int)
        hits = rng.binomial(units, 0.005, (500, few + many))
        hits = hits[hits.sum(axis=1) > 0]
        sides = hits[:, :few], units[:few], hits[:, few:], units[few:]
        assert (kst.permutation_p(*sides, resamples=999) < 0.05).mean() < 0.06


def test_effective_p_is_t_at_the_quantile_of_a_binomial_of_which_half_the_observed_counts() -> None:
    # essays of one sentence: no likeness; 9 of 20 against 3 of 40, together one in five
    a, b = np.repeat([1, 0], [9, 11]), np.repeat([1, 0], [3, 37])
    x, y, n, m = (count / 0.8 for count in (9, 3, 20, 40))
    chance = n / (n + m)
    as_large = stats.beta.cdf(chance, x, y + 1)
    larger = stats.beta.cdf(chance, x + 1, y)
    quantile = stats.norm.isf((as_large + larger) / 2)
    expected = 2 * stats.t.sf(quantile, 58)
    ones = (np.ones(20), np.ones(40))
    assert effective_p(pair_of(a, ones[0], b, ones[1])) == pytest.approx(expected)
    rest = effective_p(pair_of(1 - a, ones[0], 1 - b, ones[1]))
    assert rest == pytest.approx(expected)  # what is not said is tested alike


def test_effective_p_of_whole_counts_is_the_binomial_mid_p() -> None:
    # words so rare that their rest is as good as all: 9 of 10 in half of the words
    words = np.full(400, 1_000_000.0)
    a, b = np.zeros(400), np.zeros(400)
    a[:9], b[0] = 1, 1
    tail = stats.binom(10, 0.5)
    quantile = stats.norm.isf(tail.sf(9) + tail.pmf(9) / 2)
    expected = 2 * stats.t.sf(quantile, 798)
    assert effective_p(pair_of(a, words, b, words)) == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize("kind", ["rare", "of some essays"])
@pytest.mark.parametrize(("few", "long", "many", "short"), [(5, 10, 5, 30), (7, 14, 9, 40)])
def test_groups_that_write_longer_essays_differ_in_no_more_themes(
    few: int, long: int, many: int, short: int, kind: str
) -> None:
    # the difference of shares alone, exchanged: 0.12 to 0.23 of p < 0.05, up to 0.19 of p < 0.001
    rng = np.random.default_rng(11)
    units = np.concatenate([np.full(few, long), np.full(many, short)])
    units = np.round(units * rng.lognormal(0, 0.1, len(units))).astype(int)
    shape = (600, few + many)
    hits = rng.binomial(units, 0.05, shape)
    if kind == "of some essays":
        hits = np.where(rng.random(shape) < 0.2, rng.binomial(units, 0.5, shape), 0)
    p = kst.permutation_p(hits[:, :few], units[:few], hits[:, few:], units[few:], resamples=999)
    assert (p < 0.05).mean() < 0.055
    assert (p < 0.001).mean() < 0.002


@pytest.mark.parametrize(("test", "most"), [(kst.permutation_p, 1.1), (kst.exchange_p, 2.0)])
def test_where_essays_of_one_side_are_too_long_p_is_that_of_effective_counts_at_least(
    test: Any, most: float
) -> None:
    rng = np.random.default_rng(3)
    for times in (0.9 * most, 1.1 * most):
        units = np.concatenate([np.full(6, int(200 * times)), np.full(14, 200)])
        hits = rng.binomial(units, 0.01, (60, 20))
        hits[:, :6] += rng.integers(0, 4, (60, 6))
        sides = hits[:, :6], units[:6], hits[:, 6:], units[6:]
        least = np.ravel(effective_p(pair_of(*sides)))
        assert (test(*sides) >= least).all() == (times > most)


def test_few_long_essays_that_say_less_are_told_from_many_short_ones() -> None:
    # the difference of shares alone, exchanged: 0.09, since most sides are unlike these
    rng = np.random.default_rng(13)
    shares = rng.beta(np.repeat([[0.9, 2.7]], [5, 20], axis=1), [[8.1] * 5 + [6.3] * 20], (400, 25))
    hits = rng.binomial([80] * 5 + [10] * 20, shares)
    p = kst.permutation_p(hits[:, :5], [80] * 5, hits[:, 5:], [10] * 20, resamples=999)
    assert (p < 0.05).mean() > 0.5


def test_permutation_p_by_seed_is_near_the_exact_one_and_repeats() -> None:
    sides = ([5, 6, 4, 1, 3, 2, 7], [20] * 7, [1, 0, 2, 5, 3, 1, 0], [20] * 7)
    exact = kst.permutation_p(*sides)
    sampled = kst.permutation_p(*sides, resamples=3000, seed=4)
    assert sampled == kst.permutation_p(*sides, resamples=3000, seed=4)
    assert sampled == pytest.approx(exact, abs=0.02)
    assert sampled != exact


@pytest.mark.parametrize("equal", [True, False])
@pytest.mark.parametrize("sizes", [(12, 12), (9, 14)])
def test_a_drawn_p_is_the_same_whichever_side_is_named_first(
    sizes: tuple[int, int], equal: bool
) -> None:
    rng = np.random.default_rng(7)
    units = [np.full(n, 20) if equal else rng.integers(15, 25, n) for n in sizes]
    hits = [rng.binomial(n, 0.3, (6, len(n))) for n in units]
    a, b = (hits[0], units[0]), (hits[1], units[1])
    np.testing.assert_array_equal(kst.permutation_p(*a, *b), kst.permutation_p(*b, *a))
    cells = [sparse.csr_matrix(x) for x in hits]
    there = kst.exchange_p(cells[0], units[0], cells[1], units[1])
    back = kst.exchange_p(cells[1], units[1], cells[0], units[0])
    np.testing.assert_allclose(there, back, rtol=1e-9)


def test_permutation_p_of_many_themes_is_that_of_each() -> None:
    a, b = np.array([[5, 6, 4], [1, 0, 2]]), np.array([[1, 0, 2, 1], [2, 2, 1, 0]])
    together = kst.permutation_p(a, [15, 17, 16], b, [15, 20, 18, 22])
    alone = [
        kst.permutation_p(x, [15, 17, 16], y, [15, 20, 18, 22]) for x, y in zip(a, b, strict=True)
    ]
    assert together.tolist() == alone


def test_one_essay_on_each_side_says_nothing_of_their_words() -> None:
    k = kst.group_keyness([20], [200], [0], [200])
    assert (k.low, k.high, k.p) == (-np.inf, np.inf, 1)
    assert k.g2 > 20


def test_group_keyness_limits_of_even_essays_are_clopper_pearsons_at_the_level_of_t() -> None:
    k = kst.group_keyness([6] * 5, [300] * 5, [2] * 5, [300] * 5)
    level = 1 - 2 * stats.norm.sf(stats.t.ppf(0.975, 8))
    share = stats.binomtest(30, 40).proportion_ci(confidence_level=level, method="exact")
    odds = [np.log2(x / (1 - x)) for x in (share.low, share.high)]  # both sides have 1,500 words
    assert (k.log_ratio, k.low, k.high) == pytest.approx((np.log2(3), *odds))


def test_group_keyness_limits_of_one_essay_are_at_the_level_of_two_degrees_of_freedom() -> None:
    k = kst.group_keyness([12], [300], [2] * 20, [300] * 20)
    one, others = 1 / 300, 1 / 6000
    freedom = (one + others) ** 2 / (one**2 / 2 + others**2 / 19)
    level = 1 - 2 * stats.norm.sf(stats.t.ppf(0.975, freedom))
    share = stats.binomtest(12, 52).proportion_ci(confidence_level=level, method="exact")
    odds = [np.log2(x / (1 - x) * 20) for x in (share.low, share.high)]
    assert (k.log_ratio, k.low, k.high) == pytest.approx((np.log2(6), *odds))
    assert k.low > 0  # with one degree of freedom they are three times as wide


def test_group_keyness_trusts_a_word_of_one_essay_less_than_one_of_all() -> None:
    units = np.full(10, 300)
    hits = np.array([[30, *[0] * 9], [3] * 10])
    k = kst.group_keyness(sparse.csr_matrix(hits), units, np.full((2, 10), [[1] + [0] * 9]), units)
    assert k.g2[0] == k.g2[1] > 20
    assert k.p[1] < 0.01 < 0.1 < k.p[0]


@examples(10)
@given(written, written)
def test_group_keyness_limits_hold_the_ratio(
    a: list[tuple[int, int]], b: list[tuple[int, int]]
) -> None:
    k = kst.group_keyness(*columns(a), *columns(b))
    assert k.low <= k.log_ratio <= k.high
    assert 0 < k.p <= 1


@pytest.mark.parametrize(("first", "rest"), [(5, 5), (3, 20)])
def test_two_groups_of_one_source_are_called_different_no_more_than_stated(
    first: int, rest: int
) -> None:
    hits, units = draw(6, 400, first + rest, 0.2, 0.2, alike=True)
    sides = hits[:, :first], units[:first], hits[:, first:], units[first:]
    exact = kst.permutation_p(*sides, resamples=199)
    key = kst.group_keyness(*sides)
    # 400 runs at 5 %: 0.083 is three standard errors above
    assert (exact < 0.05).mean() < 0.083
    assert 0.02 < (key.p < 0.05).mean() < 0.083
    assert (stats.chi2.sf(key.g2, 1) < 0.05).mean() > 0.2


def test_comparing_with_an_empty_group_is_an_error() -> None:
    for function in (kst.group_difference, kst.group_keyness, kst.permutation_p):
        with pytest.raises(InvalidArgument, match="group b has no units"):
            function([1], [2], [0], [0])
    with pytest.raises(InvalidArgument, match="resamples=0"):
        kst.permutation_p([1], [2], [1], [2], resamples=0)
    with pytest.raises(InvalidArgument, match="one axis"):
        kst.permutation_p([[1]], [[2]], [[1]], [[2]])
    with pytest.raises(InvalidArgument, match="one axis"):
        kst.exchange_p([[1]], [[2]], [[1]], [[2]])


# words of two texts


counts = st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(60, 900))


@examples(12)
@given(counts)
def test_log_likelihood_is_scipys_g_test(cells: tuple[int, int, int]) -> None:
    a, b, n = cells
    g2 = kst.log_likelihood(a, b, n, 500)
    assert g2 >= 0
    if a + b:
        table = [[a, b], [n - a, 500 - b]]
        test = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        assert g2 == pytest.approx(test.statistic, abs=1e-8)


def test_p_smaller_than_any_number_is_not_told_as_0() -> None:
    always = kst.together([5_000], [5_000], [[5_000]], [10_000])  # z = 100
    assert always.p[0] == np.nextafter(0.0, 1.0)
    assert kst.benjamini_hochberg(always.p)[0] > 0


def test_two_things_that_hardly_meet_by_hand() -> None:
    made = kst.together([5], [40], [[40]], [100])
    expected, variance = 16, 40 * 60 * 40 * 60 / (100**2 * 99)
    assert made.z == pytest.approx((5 - expected + 0.5) / np.sqrt(variance))
    ratio = 2 ** made.low[0]  # 16 r is as far below 5 as the test allows
    spread = 16 * ratio * (1 - (1 - variance / 16) * ratio)
    assert 5 - 16 * ratio - 0.5 == pytest.approx(1.959964 * np.sqrt(spread))
    near = kst.together([16], [40], [[41]], [100])  # 16.4 by chance
    assert (near.z[0], near.p[0]) == (0, 1)


def test_half_a_sentence_above_chance_is_nothing_in_whatever_order_essays_are() -> None:
    # 1/3 + 1/6 + 2/3 + 1/3 by chance: added up so, a little less than 1.5
    assert kst.together([2], [1] * 4, [[1, 1, 2, 1]], [3, 6, 3, 3]).z[0] == 0


def test_log_ratio_doubles_by_one_and_matches_scipys_interval() -> None:
    ratio, low, high = kst.log_ratio(40, 20, 1000, 1000)
    expected = stats.contingency.relative_risk(40, 1000, 20, 1000).confidence_interval()
    assert ratio == 1
    assert (low, high) == pytest.approx((np.log2(expected.low), np.log2(expected.high)))


def test_log_ratio_counts_zero_as_half_and_absence_from_both_as_nothing() -> None:
    ratio, low, high = kst.log_ratio([8, 0], [0, 0], 1000, [1000, 500])
    assert ratio.tolist() == [4.0, 0.0]
    assert low[1] < 0 < high[1]


def test_log_odds_dirichlet_is_the_formula_of_monroe_and_others() -> None:
    a, b, prior = (np.array(x, float) for x in ([30, 2, 968], [10, 3, 987], [2, 0.5, 97.5]))
    totals = {"total_a": 1000, "total_b": 1000, "total_prior": 100}
    delta, z = kst.log_odds_dirichlet(a, b, prior, **totals)
    for i in range(3):
        one, two = a[i] + prior[i], b[i] + prior[i]
        expected = np.log(one / (1100 - one)) - np.log(two / (1100 - two))
        assert delta[i] == pytest.approx(expected)
        assert z[i] == pytest.approx(expected / np.sqrt(1 / one + 1 / two))
    with pytest.raises(InvalidArgument, match="prior"):
        kst.log_odds_dirichlet(1, 1, 0, **totals)


def test_log_odds_dirichlet_shrinks_with_a_stronger_prior() -> None:
    weak, strong = (
        kst.log_odds_dirichlet(5, 1, s, total_a=900, total_b=900, total_prior=900 * s)[0]
        for s in (0.1, 10)
    )
    assert 0 < strong < weak


@examples(12)
@given(st.integers(0, 20), st.integers(0, 30), st.integers(0, 30), st.integers(1, 500))
def test_pmi_and_g2_of_pairs_are_nltks(xy: int, x_only: int, y_only: int, rest: int) -> None:
    x, y, n = xy + x_only, xy + y_only, xy + x_only + y_only + rest
    if xy == 0 or xy == n:
        return
    assert kst.pmi(xy, x, y, n) == pytest.approx(BigramAssocMeasures.pmi(xy, (x, y), n))
    if min(x_only, y_only) > 0:  # NLTK puts 1e-20 in empty cells
        nltks = BigramAssocMeasures.likelihood_ratio(xy, (x, y), n)
        assert kst.g2_bigram(xy, x, y, n) == pytest.approx(nltks, rel=1e-6, abs=1e-6)


def test_a_pair_that_never_occurs_has_no_information_and_bad_marginals_are_refused() -> None:
    assert kst.pmi(0, 5, 5, 100) == -np.inf
    with pytest.raises(InvalidArgument, match="count_xy"):
        kst.pmi(6, 5, 5, 100)
    for counted in ((6, 1, 5, 5), (1, 6, 5, 5), (0, 1, 0, 5), (1, 0, 5, 0), (-1, 1, 5, 5)):
        with pytest.raises(InvalidArgument, match="total"):
            kst.log_likelihood(*counted)


def test_benjamini_hochberg_gives_the_papers_four_rejections() -> None:
    # Benjamini & Hochberg (1995), section 4.1: 15 hypotheses, 4 rejected at q = 0.05
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240]
    p += [0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (kst.benjamini_hochberg(p) <= 0.05).tolist() == [True] * 4 + [False] * 11
    assert kst.benjamini_hochberg([]).size == 0
    with pytest.raises(InvalidArgument, match="between 0 and 1"):
        kst.benjamini_hochberg([0.1, float("nan")])


@examples(12)
@given(st.lists(st.floats(0, 1) | st.sampled_from([0.0, 0.02, 1.0]), min_size=1, max_size=40))
def test_q_values_are_those_of_scipy(p: list[float]) -> None:
    assert kst.benjamini_hochberg(p).tolist() == stats.false_discovery_control(p).tolist()


def test_hypotheses_that_are_not_given_count_with_p_one() -> None:
    p = [0.001, 0.02, 0.3]
    padded = stats.false_discovery_control(p + [1.0] * 37)[:3]
    assert kst.benjamini_hochberg(p, family=40) == pytest.approx(padded)
    with pytest.raises(InvalidArgument, match="family=2"):
        kst.benjamini_hochberg(p, family=2)


# dispersion, variety, likeness


def test_dispersion_dp_of_a_word_in_one_of_equal_parts_normalises_to_one() -> None:
    # Gries (2008): even is 0; Lijffijt & Gries (2012): one part only is 1 after normalising
    assert kst.dispersion_dp([5, 5], [100, 100]) == (0, 0)
    dp, norm = kst.dispersion_dp([[0, 9, 0, 0], [1, 1, 1, 1]], [50] * 4)
    assert dp.tolist() == [0.75, 0]
    assert norm.tolist() == [1, 0]
    assert kst.dispersion_dp([4], [10]) == (0, 0)
    assert kst.dispersion_dp([1, 0, 0], [59, 194, 77])[1] == 1  # whose rounding is above it


def test_dispersion_dp_of_griess_example() -> None:
    # Gries (2008): "a" 1, 2, 3, 4, 5 times in parts of 9, 10, 10, 10 and 11 words: DP 0.18
    dp, norm = kst.dispersion_dp([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    assert dp == pytest.approx(0.18, abs=1e-12)
    assert norm == pytest.approx(0.18 / (1 - 9 / 50), abs=1e-12)


@examples(12)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 90)), min_size=1, max_size=9))
def test_dispersion_dp_stays_in_0_to_1_dense_or_sparse(parts: list[tuple[int, int]]) -> None:
    count, size = columns(parts)
    count[0] += 1
    dp, norm = kst.dispersion_dp(count, size)
    assert 0 <= dp <= norm <= 1
    again = kst.dispersion_dp(sparse.csr_array(count[np.newaxis]), size)
    assert (again[0][0], again[1][0]) == pytest.approx((dp, norm))


def test_dispersion_dp_refuses_absent_words_and_empty_parts_with_counts() -> None:
    with pytest.raises(InvalidArgument, match="occur"):
        kst.dispersion_dp([0, 0], [5, 5])
    with pytest.raises(InvalidArgument, match="size 0"):
        kst.dispersion_dp([1, 1], [5, 0])
    with pytest.raises(InvalidArgument, match="one count per part"):
        kst.dispersion_dp([1, 1], [5])
    assert kst.dispersion_dp([1, 0], [5, 0]) == (0, 0)
    assert kst.dispersion_dp([0, 9, 0], [50, 50, 0]) == (0.5, 1)  # as without it


@examples(12)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=40), st.integers(1, 50))
def test_mattr_is_the_mean_over_all_windows(ids: list[int], window: int) -> None:
    width = min(window, len(ids))
    slow = [len(set(ids[i : i + width])) / width for i in range(len(ids) - width + 1)]
    assert kst.mattr(ids, window) == pytest.approx(np.mean(slow))


def test_mattr_of_words_and_of_nothing() -> None:
    assert kst.mattr(["asn", "harus", "netral", "asn", "harus", "jujur"], window=3) == 1
    assert kst.mattr([]) == 0
    with pytest.raises(InvalidArgument, match="window=0"):
        kst.mattr([1], window=0)


vectors = st.lists(st.floats(0, 1, allow_subnormal=False), min_size=4, max_size=4).filter(
    lambda v: sum(v) > 0.01
)


@examples(12)
@given(vectors, vectors)
def test_jensen_shannon_is_symmetric_and_scipys_squared(p: list[float], q: list[float]) -> None:
    divergence = kst.jensen_shannon(p, q)
    assert 0 <= divergence <= 1
    assert divergence == pytest.approx(kst.jensen_shannon(q, p), abs=1e-12)
    if divergence > 1e-9:
        assert divergence == pytest.approx(jensenshannon(p, q, base=2) ** 2, abs=1e-9)


def test_jensen_shannon_of_nothing_shared_is_one_bit() -> None:
    assert kst.jensen_shannon([1, 0], [0, 1]) == 1
    for wrong in ([0, 0], [2, -1], [np.inf, 1]):
        for sides in ((wrong, [1, 1]), ([1, 1], wrong)):
            with pytest.raises(InvalidArgument, match="positive sum"):
                kst.jensen_shannon(*sides)
    with pytest.raises(InvalidArgument, match="same parts"):
        kst.jensen_shannon([1, 2, 3], [1, 2])


rankings = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


@examples(12)
@given(rankings, rankings)
def test_rbo_is_the_endless_sum_with_the_last_agreement_carried_on(
    a: list[str], b: list[str]
) -> None:
    # Webber et al. (2010): extrapolation takes the short list's rate of agreement as going on
    short, long = sorted((a, b), key=len)
    ours = kst.rank_biased_overlap(a, b)
    assert 0 <= ours <= 1
    assert ours == pytest.approx(kst.rank_biased_overlap(b, a))
    if not short:
        assert ours == (0.0 if long else 1.0)
        return
    s, n, p = len(short), len(long), 0.9
    rate = len(set(short) & set(long[:s])) / s
    total = 0.0
    for depth in range(1, 800):
        shared = len(set(short[:depth]) & set(long[: min(depth, n)]))
        unseen = rate * max(min(depth, n) - s, 0)
        agreement = (shared + unseen) / min(depth, n)
        total += (1 - p) * p ** (depth - 1) * agreement
    assert ours == pytest.approx(total, abs=1e-9)


def test_the_same_ranking_agrees_wholly_and_one_without_a_common_item_not_at_all() -> None:
    assert kst.rank_biased_overlap([1, 2, 3], [1, 2, 3]) == pytest.approx(1)
    assert kst.rank_biased_overlap([], []) == 1
    assert kst.rank_biased_overlap(["netral"], ["sinergi"]) == 0


def test_orders_of_the_same_ten_themes_agree_by_half_at_least() -> None:
    themes = list(range(10))
    rng = np.random.default_rng(0)
    random = [kst.rank_biased_overlap(themes, rng.permutation(10).tolist()) for _ in range(1000)]
    assert np.mean(random) == pytest.approx(0.65, abs=0.01)
    assert kst.rank_biased_overlap(themes, themes[::-1]) == pytest.approx(0.51, abs=0.005)


def test_rank_biased_overlap_refuses_repeated_items() -> None:
    with pytest.raises(InvalidArgument, match="twice"):
        kst.rank_biased_overlap(["a", "a"], ["b"])


# the machine against people


@examples(12)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_precision_recall_f1_lie_inside_their_limits(tp: int, fp: int, fn: int) -> None:
    a = kst.precision_recall_f1(tp, fp, fn)
    for (value, low, high), n in ((a[:3], tp + fp), (a[3:6], tp + fn), (a[6:], tp + fp + fn)):
        assert 0 <= low <= value <= high <= 1 if n else (np.isnan(value), low, high) == (True, 0, 1)
    if tp:
        harmonic = 2 / (1 / a.precision + 1 / a.recall)
        assert a.f1 == pytest.approx(harmonic)


def test_f1_limits_are_wilsons_of_the_jaccard_share() -> None:
    a = kst.precision_recall_f1(40, 10, 5)
    jaccard = stats.binomtest(40, 55).proportion_ci(method="wilson")
    assert a.f1_low == pytest.approx(2 * jaccard.low / (1 + jaccard.low))
    assert a.f1_high == pytest.approx(2 * jaccard.high / (1 + jaccard.high))
    with pytest.raises(InvalidArgument, match="fp=-1"):
        kst.precision_recall_f1(1, -1, 0)


def test_what_has_no_denominator_is_not_taken_for_zero() -> None:
    nothing = (np.nan, 0.0, 1.0)
    np.testing.assert_equal(kst.precision_recall_f1(0, 0, 0), (*nothing, *nothing, *nothing))
    np.testing.assert_equal(kst.precision_recall_f1(0, 0, 3)[:3], nothing)
    np.testing.assert_equal(kst.precision_recall_f1(0, 3, 0)[3:6], nothing)
    assert kst.precision_recall_f1(0, 0, 3).f1 == kst.precision_recall_f1(0, 3, 0).f1 == 0
    uneven = kst.weighted_accuracy([0, 0], [0, 0], [1.0, 2.0])
    np.testing.assert_equal(tuple(uneven), (*nothing, *nothing, *nothing))
    missed = kst.weighted_accuracy([0, 0], [1, 0], [1.0, 2.0])
    np.testing.assert_equal(missed[:3], nothing)
    assert missed.recall == missed.f1 == 0
    np.testing.assert_equal(kst.macro_f1([np.nan], [0.0], [1.0]), nothing)
    assert kst.macro_f1([np.nan, 0.8], [0.0, 0.6], [1.0, 0.9])[0] == 0.8


def test_the_longer_arm_of_each_f1_is_that_of_their_mean_but_within_their_limits() -> None:
    assert kst.macro_f1([0.5], [0.4], [0.8]) == pytest.approx((0.5, 0.4, 0.8))
    assert kst.macro_f1([0.5] * 4, [0.3] * 4, [0.6] * 4) == pytest.approx((0.5, 0.4, 0.6))


def test_the_prior_is_half_a_unit_however_many_strata_share_it() -> None:
    right = np.ones(20)
    strata = kst.weighted_accuracy(right, right, np.repeat(np.linspace(1, 1.1, 10), 2))
    jeffreys = stats.beta(20.5, 0.5).ppf(0.025)
    assert strata.precision_low == pytest.approx(jeffreys, abs=0.06)


@pytest.mark.parametrize("weight", [[1.0], [1.0, 0.0]])
def test_weights_are_positive_and_one_for_each_unit(weight: list[float]) -> None:
    with pytest.raises(InvalidArgument, match="positive weights of one length"):
        kst.weighted_accuracy([1, 0], [1, 1], weight)


def test_f1_limits_cover_the_true_f1() -> None:
    # 300 sentences; theme in 20 %, recall 0.8, false positives in 3 % of the rest: F1 = 0.833
    truth = 2 * 0.16 / (0.2 + 0.16 + 0.8 * 0.04)
    rng = np.random.default_rng(1)
    cells = rng.multinomial(300, [0.16, 0.032, 0.04, 0.768], size=300)[:, :3]
    kept = [kst.precision_recall_f1(*map(int, row)) for row in cells]
    assert np.mean([a.f1_low <= truth <= a.f1_high for a in kept]) > 0.93


def test_alpha_is_krippendorffs_published_example() -> None:
    # Krippendorff (2011), "Computing Krippendorff's alpha-reliability", C: four observers, 12
    # units, missing data, nominal: 0.743
    rows = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    codings = [
        (coder, unit, None if code == "." else code)
        for coder, row in enumerate(rows)
        for unit, code in enumerate(row)
    ]
    assert kst.alpha(codings) == pytest.approx(0.743, abs=0.0005)


def coded_by_two(rng: np.random.Generator, essays: int, units: int) -> tuple[Any, Any]:
    """How many of two coders see a theme in each unit; they miss it more often in some essays."""
    essay = np.repeat(np.arange(essays), units)
    has = rng.random(len(essay)) < rng.beta(1, 2, essays)[essay]
    right = rng.beta(6, 2, essays)[essay]
    seen = rng.random((2, len(essay))) < np.where(has, right, 1 - right)
    return seen.sum(axis=0), essay


def test_alpha_of_codes_0_and_1_is_krippendorffs_published_example() -> None:
    # Krippendorff (2011), A: two observers, ten units, binary: 0.095
    ones = [1, 2, 1, 0, 0, 1, 0, 0, 1, 0]
    assert kst.alpha_interval(ones, [2] * 10, range(10)).alpha == pytest.approx(0.095, abs=0.0005)


def test_limits_of_alpha_are_as_wide_as_leaving_out_each_essay_in_turn_shows() -> None:
    ones, essay = coded_by_two(np.random.default_rng(3), essays=60, units=30)
    codes = np.full(len(ones), 2)
    found = kst.alpha_interval(ones, codes, essay)
    left = [
        np.log(1 - kst.alpha_interval(ones[essay != e], codes[essay != e], essay[essay != e])[0])
        for e in range(60)
    ]
    error = np.sqrt(59 / 60 * ((left - np.mean(left)) ** 2).sum())  # the jackknife (Quenouille)
    half = np.log((1 - found.low) / (1 - found.high)) / 2
    assert half == pytest.approx(stats.t.ppf(0.975, 59) * error, rel=0.03)
    assert found.low < found.alpha < found.high


def test_limits_of_alpha_need_five_essays_and_full_agreement_is_no_certainty() -> None:
    ones, essay = np.tile([2, 0], 20), np.repeat(np.arange(10), 4)
    sure = kst.alpha_interval(ones, [2] * 40, essay)
    assert (sure.alpha, sure.high) == (1, 1)
    assert sure.low < 0.5
    few = kst.alpha_interval(ones, [2] * 40, essay % 4)
    assert few.alpha == 1
    assert np.isnan(few[1:]).all()
    # a fifth essay whose units have one code adds none
    assert np.isnan(kst.alpha_interval([*ones, 1], [2] * 40 + [1], [*essay % 4, 9]).low)
    assert np.isnan(kst.alpha_interval([0] * 40, [2] * 40, essay)).all()  # 0 of 0
    for wrong in (3, np.nan):
        with pytest.raises(InvalidArgument, match="codes"):
            kst.alpha_interval([wrong], [2], [0])


def test_alpha_of_several_themes_is_the_mean_of_those_that_have_one() -> None:
    rng = np.random.default_rng(4)
    (one, essay), (other, _) = (coded_by_two(rng, essays=12, units=40) for _ in range(2))
    codes = np.full(480, 2)
    alone = [kst.alpha_interval(ones, codes, essay) for ones in (one, other)]
    rows = [one, other, np.zeros(480)]
    both = kst.alpha_interval(rows, [codes] * 3, essay)
    assert both.alpha == pytest.approx(np.mean([found.alpha for found in alone]))
    wide = [found.high - found.low for found in alone]
    assert min(wide) / 2 < both.high - both.low < max(wide)
    same = kst.alpha_interval([one, one], [codes] * 2, essay)  # in the same essays: no surer
    assert tuple(same) == pytest.approx(tuple(alone[0]))


def test_alpha_of_full_agreement_and_of_nothing_to_compare() -> None:
    assert kst.alpha([("A", 1, 1), ("B", 1, 1), ("A", 2, 0), ("B", 2, 0)]) == 1
    assert np.isnan(kst.alpha([("A", 1, 1), ("B", 1, 1), ("A", 2, 1), ("B", 2, 1)]))
    with pytest.raises(InvalidArgument, match="two people"):
        kst.alpha([("A", 1, 1), ("B", 2, 1)])
    with pytest.raises(InvalidArgument, match="twice"):
        kst.alpha([("A", 1, 1), ("A", 1, 0)])
