"""Words of two groups, or of one and a large corpus: exact tests, their tails, false alarms."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy import sparse, stats

from kpu_corpus.analysis import statistics as kst
from kpu_corpus.analysis.statistics.assignments import even
from kpu_corpus.analysis.statistics.exchange import NORMAL, _Sides
from kpu_corpus.analysis.statistics.saddlepoint import tail


def test_exchange_p_of_equal_essays_is_scipys_exact_permutation_test() -> None:
    a, b = [5, 6, 4, 1], [1, 0, 2, 5, 3]
    exact = stats.permutation_test(
        (np.array(a), np.array(b)),
        lambda x, y, axis: abs(x.mean(axis) - y.mean(axis)),
        alternative="greater",
        vectorized=True,
    )
    assert kst.exchange_p(a, [300] * 4, b, [300] * 5) == pytest.approx(exact.pvalue)


def test_exchange_p_of_unequal_essays_is_that_of_all_assignments_with_half_of_the_ties() -> None:
    hits, units = np.array([5, 6, 4, 1, 0, 2, 5, 0]), np.array([90, 40, 60, 80, 70, 50, 99, 30])

    def gap(a: tuple[int, ...]) -> float:
        rest = [n for n in range(8) if n not in a]
        x, y, n, m = hits[[*a]].sum(), hits[rest].sum(), units[[*a]].sum(), units[rest].sum()
        return float(abs(x / n - y / m) * np.sqrt(n * m))

    gaps = np.array([gap(a) for a in combinations(range(8), 3)])
    far = gaps >= gap((0, 1, 2)) - 1e-9
    as_many = [hits[[*a]].sum() == hits[:3].sum() for a in combinations(range(8), 3)]
    assert (as_many & ~far).any()
    listed = (far.mean() + (far | as_many).mean()) / 2
    assert kst.exchange_p(hits[:3], units[:3], hits[3:], units[3:]) == pytest.approx(listed)


@pytest.mark.parametrize("sampled", [False, True])
def test_exchange_p_of_one_essay_counts_the_essays_that_differ_as_much(
    sampled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sampled:  # as of more than 4,999 essays; then each is drawn some times
        monkeypatch.setattr("kpu_corpus.analysis.statistics.exchange.LISTED", 10)
    rng = np.random.default_rng(5)
    units = np.append(205, rng.integers(150, 260, 39))
    hits = rng.poisson(rng.choice([0.1, 1.0, 4.0], 60)[:, None] * np.ones(40))
    hits[0], hits[1, 0], hits[2] = 0, 9, np.eye(40)[0]
    rate = hits.sum(axis=1, keepdims=True) / units.sum()
    gap = np.abs(hits - rate * units) / np.sqrt(units * (units.sum() - units))
    far, as_many = gap >= gap[:, :1] - 1e-12, hits == hits[:, :1]
    assert (as_many & ~far).any()
    expected = (far.mean(axis=1) + (far | as_many).mean(axis=1)) / 2
    assert even(units.astype(float), 1)
    words = sparse.csr_matrix(hits)
    found = kst.exchange_p(words[:, :1], units[:1], words[:, 1:], units[1:])
    assert found == pytest.approx(expected, abs=0.05 if sampled else 1e-12)


@pytest.mark.parametrize(("few", "many"), [(3, 40), (5, 20)])
def test_words_of_two_or_three_occurrences_are_beyond_chance_no_more_than_stated(
    few: int, many: int
) -> None:
    rng = np.random.default_rng(22)
    for _ in range(4):  # without ties of as many hits: up to 0.12 in one of them
        units = rng.integers(290, 311, few + many)
        for times in (2, 3, 4):
            hits = rng.multinomial(times, units / units.sum(), 400)
            p = kst.exchange_p(hits[:, :few], units[:few], hits[:, few:], units[few:])
            assert (p < 0.05).mean() < 0.06


def test_exchange_p_of_words_at_once_is_that_of_each_dense_or_sparse() -> None:
    rng = np.random.default_rng(1)
    hits, units = rng.poisson(1.0, (6, 24)), rng.integers(150, 600, 24)
    hits[:2, :12] += 4
    at_once = kst.exchange_p(hits[:, :12], units[:12], hits[:, 12:], units[12:])
    sides = (sparse.csr_matrix(side) for side in (hits[:, :12], hits[:, 12:]))
    a, b = sides
    assert kst.exchange_p(a, units[:12], b, units[12:]).tolist() == at_once.tolist()
    each = [kst.exchange_p(row[:12], units[:12], row[12:], units[12:]) for row in hits]
    assert each == pytest.approx(at_once.tolist())
    assert (at_once[:2] < 1e-3).all()


@pytest.mark.parametrize("essays", [8, 10, 15, 40])
def test_a_word_of_all_essays_of_one_group_and_none_of_the_other_is_beyond_chance(
    essays: int,
) -> None:
    units = [400] * essays
    p = [kst.exchange_p([n] * essays, units, [0] * essays, units) for n in (1, 2, 3)]
    exact = 2 / stats.binom.pmf(essays, 2 * essays, 0.5) / 4.0**essays
    assert p == pytest.approx([exact] * 3, rel=1e-6)  # the assignment, and its sides exchanged


@pytest.mark.parametrize("times", [1, 2, 5])
@pytest.mark.parametrize(("a", "b"), [(9, 9), (8, 12), (20, 30)])
def test_a_word_as_often_in_each_essay_that_has_it_is_hypergeometric(
    a: int, b: int, times: int
) -> None:
    there = a - 1
    p = kst.exchange_p([times] * there + [0], [400] * a, [0] * b, [400] * b)
    chance = stats.hypergeom(a + b, there, a)
    apart = np.abs(np.arange(there + 1) - chance.mean())
    exact = chance.pmf(np.arange(there + 1))[apart >= apart[there] - 1e-9].sum()
    assert p == pytest.approx(exact, rel=0.08)


@pytest.mark.parametrize(("a", "b", "ones"), [(3, 60, 4), (3, 200, 9), (7, 500, 12)])
def test_a_word_of_all_of_few_essays_and_of_some_of_many_is_hypergeometric(
    a: int, b: int, ones: int
) -> None:
    rest = [1] * (ones - a) + [0] * (a + b - ones)
    p = kst.exchange_p([1] * a, [300] * a, rest, [300] * b)
    assert p == pytest.approx(stats.hypergeom.pmf(a, a + b, ones, a), rel=0.11)


def test_a_word_of_long_essays_of_few_is_beyond_chance_among_many_short_ones() -> None:
    long, short = [80] * 7, [20, 50, 90] * 100
    assert kst.exchange_p([1, 1, 1, 1, 0, 0, 0], long, [0] * 300, short) < 1e-4


@pytest.mark.parametrize("hits", ["6767995 94664441", "7239655 37435363", "6474443 24453123"])
def test_a_plain_difference_of_uneven_groups_is_normal_given_the_words_of_the_sides(
    hits: str,
) -> None:
    units = np.array([320, 290, 350, 300, 310, 280, 330, 190, 210, 180, 200, 220, 170, 205, 195.0])
    found = np.array([int(digit) for digit in hits.replace(" ", "")])
    rate, share = found.sum() / units.sum(), units[:7].sum() / units.sum()
    values = found - rate * units
    rest = values - np.linalg.lstsq(units[:, np.newaxis], values)[0] * units
    gap = abs(found[:7].sum() - rate * units[:7].sum())
    error = np.sqrt(share * (1 - share) * (rest @ rest))
    expected = 2 * stats.norm.sf(max(gap - 0.5, 0) / error)
    assert not even(units, 7)
    assert NORMAL < expected < 1
    assert kst.exchange_p(found[:7], units[:7], found[7:], units[7:]) == pytest.approx(expected)


@pytest.mark.parametrize(("a", "b"), [(600, 600), (1000, 1100)])
@pytest.mark.parametrize("longer", [1, 3])
def test_p_of_a_word_that_parts_many_essays_is_not_0(a: int, b: int, longer: int) -> None:
    with np.errstate(all="raise"):  # as callers may have set it
        p = kst.exchange_p([3] * a, [400] * a, [0] * b, [400 * longer] * b)
    assert 0 < p < 1e-300


def test_unequal_groups_are_told_apart_as_well() -> None:
    exact = 1 / stats.binom.pmf(5, 25, 0.5) / 2.0**25
    for a, b in ((5, 20), (20, 5)):
        p = kst.exchange_p([3] * a, [400] * a, [0] * b, [400] * b)
        assert p == pytest.approx(exact, rel=0.01)
    few, many = [200] * 6, [700] * 20
    assert kst.exchange_p([3] * 6, few, [0] * 20, many) < 1e-5
    assert kst.exchange_p([0] * 6, few, [3] * 20, many) < 0.05


def test_more_in_the_other_group_never_makes_a_smaller_p() -> None:
    units = np.full(10, 400)
    b = np.array([[1] * n + [0] * (10 - n) for n in range(11)] + [[2] * 10, [3] * 10])
    p = kst.exchange_p(np.full((13, 10), 3), units, b, units)
    assert (p[1:] > 0.99 * p[:-1]).all()  # far out the saddlepoint is that exact
    assert p[0] < 2e-5
    assert p[-1] == 1


def test_short_essays_of_one_group_make_no_discovery_of_a_word_of_one_essay() -> None:
    units = [200] * 10 + [600] * 10
    for place, least in ((0, 0.1), (19, 0.5)):  # a quarter of the words are in the short ones
        hits = np.zeros((1, 20))
        hits[0, place] = 8
        assert kst.exchange_p(hits[:, :10], units[:10], hits[:, 10:], units[10:])[0] > least


def test_groups_that_write_longer_essays_ring_no_more_often() -> None:
    rng = np.random.default_rng(9)
    units = np.concatenate([rng.integers(140, 260, 10), rng.integers(420, 780, 10)])
    odds = 0.98 / 0.02
    own = rng.beta(0.002 * odds, 0.998 * odds, (2_000, 20))
    hits = rng.binomial(units, own)
    hits = hits[hits.sum(axis=1) > 1]
    p = kst.exchange_p(hits[:, :10], units[:10], hits[:, 10:], units[10:])
    assert (p < 0.05).mean() < 0.08
    assert (p < 0.001).mean() < 0.006


@pytest.mark.parametrize(("few", "long", "many", "short"), [(5, 1600, 20, 200), (3, 1200, 40, 300)])
def test_few_long_essays_against_many_short_ones_ring_no_more_often(
    few: int, long: int, many: int, short: int
) -> None:
    # exchanging alone, the words of the sides kept: 0.15 and 0.10 of p < 0.05, 0.014 and 0.005
    rng = np.random.default_rng(9)
    units = np.concatenate([np.full(few, long), np.full(many, short)])
    units = np.round(units * rng.lognormal(0, 0.2, len(units))).astype(int)
    odds = 0.98 / 0.02
    rate = np.exp(rng.uniform(np.log(0.0005), np.log(0.02), (1_000, 1)))
    hits = rng.binomial(units, rng.beta(rate * odds, (1 - rate) * odds, (1_000, few + many)))
    hits = hits[hits.sum(axis=1) > 1]
    sides = hits[:, :few], units[:few], hits[:, few:], units[few:]
    p = kst.exchange_p(*sides)
    assert 0.01 < (p < 0.05).mean() < 0.06
    assert (p < 0.001).mean() < 0.002
    assert kst.exchange_p(*sides[2:], *sides[:2]).tolist() == p.tolist()


@pytest.mark.parametrize(
    ("few", "long", "many", "short", "rho"), [(5, 1600, 20, 200, 0.02), (4, 1500, 30, 300, 0.005)]
)
def test_four_or_five_long_essays_make_no_more_discoveries_than_stated(
    few: int, long: int, many: int, short: int, rho: float
) -> None:
    # by effective counts whose spread was taken for known: 0.010 and 0.007
    rng = np.random.default_rng(9)
    units = np.concatenate([np.full(few, long), np.full(many, short)])
    units = np.round(units * rng.lognormal(0, 0.2, len(units))).astype(int)
    odds = (1 - rho) / rho
    hits = rng.binomial(units, rng.beta(0.02 * odds, 0.98 * odds, (1_000, few + many)))
    p = kst.exchange_p(hits[:, :few], units[:few], hits[:, few:], units[few:])
    assert (p < 0.001).mean() < 0.004
    assert (p < 0.01).mean() < 0.025


@pytest.mark.parametrize("times", [30, 100])
def test_one_essay_far_longer_than_all_others_makes_no_more_discoveries(times: int) -> None:
    # by the saddlepoint alone: 0.003 and 0.006 of p < 0.0001, up to 0.012 of p < 0.001
    rng = np.random.default_rng(9)
    units = rng.integers(150, 601, 40)
    units[0] = 375 * times
    odds = 0.98 / 0.02
    hits = rng.binomial(units, rng.beta(0.01 * odds, 0.99 * odds, (2_500, 40)))
    p = kst.exchange_p(hits[:, :20], units[:20], hits[:, 20:], units[20:])
    assert 0.02 < (p < 0.05).mean() < 0.06
    assert (p < 0.001).mean() < 0.0015
    assert (p < 0.0001).mean() < 0.0005


def test_beside_one_essay_far_longer_than_all_others_a_plain_difference_is_a_discovery() -> None:
    one, other = [300] * 20 + [30_000], [300] * 20
    p = kst.exchange_p([[0] * 21], one, [[3] * 20], other)
    assert p[0] < 0.05 / 8_000  # one word of a vocabulary
    assert p[0] >= 1 / 200_000  # no more than exchanging tells


def test_sides_that_chance_makes_unequal_in_length_ring_no_more_often() -> None:
    units = np.array([180, 220, 260, 310, 380, 250, 370, 430, 520, 580])  # 1.93 errors apart
    rng = np.random.default_rng(9)
    odds = 0.98 / 0.02
    hits = rng.binomial(units, rng.beta(0.002 * odds, 0.998 * odds, (2_000, 10)))
    hits = hits[hits.sum(axis=1) > 1]
    p = kst.exchange_p(hits[:, :5], units[:5], hits[:, 5:], units[5:])
    assert 0.005 < (p < 0.05).mean() < 0.06  # exchanging any essays: 0.16


def test_far_out_the_saddlepoint_is_near_all_assignments() -> None:
    # 9 against 9 essays: 48,620 assignments, more than are listed
    rng = np.random.default_rng(3)
    units = np.full(18, 400.0)
    rate = np.repeat([0.012, 0.002], 9) * rng.gamma(2.0, 0.5, (40, 18))
    hits = rng.poisson(rate * units)
    chosen = np.zeros((48_620, 18))
    np.put_along_axis(chosen, np.array(list(combinations(range(18), 9))), 1.0, axis=1)
    near, rest = chosen @ units, units.sum() - chosen @ units
    gaps = np.abs(hits @ chosen.T / near - hits @ (1 - chosen).T / rest) * np.sqrt(near * rest)
    exact = (gaps >= gaps[:, :1] - 1e-9).mean(axis=1)
    ours = kst.exchange_p(hits[:, :9], units[:9], hits[:, 9:], units[9:])
    far = (exact < 0.005) & (exact > 1e-4)
    assert far.sum() > 8
    assert (ours[far] / exact[far] > 0.5).all()
    assert (ours[far] / exact[far] < 1.5).all()


@pytest.mark.parametrize("span", [1.0, 4.0])
@pytest.mark.parametrize(("ones", "there"), [(10, 9), (12, 11), (20, 15)])
def test_the_saddlepoint_of_a_word_as_often_in_its_essays_is_hypergeometric(
    ones: int, there: int, span: float
) -> None:
    hits = np.repeat([span, 0.0], [ones, 40 - ones])[np.newaxis]
    least = np.array([(there - ones * 15 / 40) * span])
    values = hits - ones * span / 40
    found = tail(values, np.ones(40), 15 / 40, least, span)
    assert found == pytest.approx(stats.hypergeom.sf(there - 1, 40, ones, 15), rel=0.08)


def test_essays_of_one_length_without_a_word_are_as_one_cell_to_the_saddlepoint() -> None:
    rng = np.random.default_rng(5)
    units = rng.choice([250, 300, 420], 120).astype(np.float64)
    hits = sparse.csr_matrix(rng.poisson(np.repeat([0.05, 0.6], 20)[:, np.newaxis], (40, 120)))
    sides = _Sides(hits, units, 50)
    rows = np.flatnonzero(sides.gap > 2)
    (part, counts, lengths, times), *rest = sides._cells(rows)
    assert counts.shape[1] < 120  # fewer cells than essays
    assert (times.sum(axis=1) == 120).all()
    assert not rest
    singly = hits[rows[part]].toarray()
    one = tail(singly - sides.rate[rows[part], None] * units, units, 0.4, np.full(len(part), 4.0))
    values = counts - sides.rate[rows[part], None] * lengths
    other = tail(values, lengths, 0.4, np.full(len(part), 4.0), 1.0, times)
    assert other == pytest.approx(one, rel=1e-7, nan_ok=True)
    assert ((one > 0) & (one < 1)).sum() > 8


def test_fixed_keyness_of_even_essays_is_the_exact_binomial() -> None:
    k = kst.fixed_keyness([[6] * 5, [1] * 5], [300] * 5, [9_000, 9_000], 1_000_000)
    chance = 1_500 / 1_001_500
    for row, count in enumerate((30, 5)):
        test = stats.binom(count + 9_000, chance)
        tail_p = min(test.sf(count - 1), test.cdf(count))
        assert k.p[row] == pytest.approx(2 * tail_p)
        share = stats.binomtest(count, count + 9_000).proportion_ci(method="exact")
        odds = [np.log2(x / (1 - x) * 1_000_000 / 1_500) for x in (share.low, share.high)]
        assert (k.low[row], k.high[row]) == pytest.approx(odds)


def test_fixed_keyness_of_two_occurrences_is_no_more_than_they_are_worth() -> None:
    # 0.055 expected: Poisson gives 0.0015 for two or more
    k = kst.fixed_keyness([1, 1] + [0] * 18, [15] * 20, 2_880, 15_706_154)
    assert k.p == pytest.approx(2 * stats.poisson.sf(1, 0.055), rel=0.01)


def test_p_of_a_word_far_beyond_a_corpus_is_not_0() -> None:
    k = kst.fixed_keyness([[90] * 100, [5] * 100], [3_000] * 100, [5, 500], 1_000_000)
    assert 0 < k.p[0] < 1e-300 < k.p[1]


def test_fixed_keyness_knows_that_words_come_in_clusters() -> None:
    even, lumped = [2] * 10, [11, 9] + [0] * 8
    sizes = [300] * 10
    alone = kst.fixed_keyness([even] * 2, sizes, 1_000, 1_000_000)
    beside = kst.fixed_keyness([even] * 3 + [lumped], sizes, 1_000, 1_000_000)
    assert alone.p[0] < 1e-9
    assert alone.p[0] < beside.p[0] < 0.05 < beside.p[-1]


def test_one_cluster_is_not_held_against_a_corpus() -> None:
    k = kst.fixed_keyness([9], [20], 5, 1_000_000)
    assert (k.p, k.low, k.high) == (1, -np.inf, np.inf)


def test_where_the_count_is_an_upper_bound_nothing_is_claimed_to_be_rarer() -> None:
    rows = [[1] * 4, [9] * 4]
    k = kst.fixed_keyness(rows, [300] * 4, [20_000, 5_000], 1_000_000, most=[True, True])
    sure = kst.fixed_keyness(rows, [300] * 4, [20_000, 5_000], 1_000_000)
    assert sure.p[0] < 0.001
    assert k.p[0] == 1
    assert k.p[1] == sure.p[1]
    assert (k.g2[0], k.g2[1]) == (0, sure.g2[1])
    assert k.low.tolist() == sure.low.tolist()
    assert (k.high == np.inf).all()


def test_essays_of_the_corpus_itself_give_few_discoveries() -> None:
    rng = np.random.default_rng(5)
    rates = rng.pareto(1.0, 8_000) + 0.05
    counts = np.round(rates / rates.sum() * 15_000_000)
    rates = counts / counts.sum()
    alarms = 0
    for sentences, size in ((20, 15), (5, 300)) * 25:
        hits = rng.multinomial(size, rates, size=sentences).T
        here = hits.sum(axis=1) > 0
        k = kst.fixed_keyness(hits[here], [size] * sentences, counts[here], counts.sum())
        alarms += bool((kst.benjamini_hochberg(k.p, family=8_000) < 0.05).any())
    assert alarms <= 5  # of 50, at 5 %: three standard errors above are 7


@pytest.mark.parametrize("sizes", [[9_000] + [300] * 5, [30_000] + [300] * 19])
def test_the_words_of_one_essay_far_longer_than_all_others_are_no_discoveries(
    sizes: list[int],
) -> None:
    # by the rho that such groups seemed to have: 33 to 88 words in each draw
    rng = np.random.default_rng(6)
    rates = 0.1 / np.arange(2.0, 3_000.0)
    odds = 0.997 / 0.003  # essays of the corpus itself
    found = []
    for _ in range(5):
        own = rng.beta(rates[:, None] * odds, (1 - rates[:, None]) * odds, (len(rates), len(sizes)))
        hits = rng.binomial(sizes, own)
        p = kst.fixed_keyness(hits, sizes, rates * 15e6, 15e6).p
        found.append(int((kst.benjamini_hochberg(p) < 0.05).sum()))
    assert sum(found) < 3


def test_where_the_normal_distribution_speaks_of_long_essays_the_saddlepoint_sees_nothing() -> None:
    rng = np.random.default_rng(3)
    units = rng.integers(50, 600, 60).astype(float)
    units[:6] *= 3  # longer than exchanging makes them
    rate = 10 ** rng.uniform(-4, -2, (600, 1))
    hits = rng.poisson(rate * units * rng.gamma(0.5, 2.0, (600, 60)))
    pair = _Sides(sparse.csr_matrix(hits[hits.sum(axis=1) > 1], dtype=float), units, 6)
    assert not even(units, 6)
    plain = np.flatnonzero(pair.near() >= NORMAL)
    assert 200 < len(plain) < 600
    assert np.nanmin(pair.far(plain)) > 0.1
