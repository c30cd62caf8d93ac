"""Two essays of each person: the test, its limits, who belongs together, and who does not."""

import warnings
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from scipy.sparse import csr_matrix

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import (
    paired_difference,
    paired_keyness,
    permutation_p,
    swap_p,
)
from kpu_corpus.analysis.statistics.pairs import MIN_PAIRS
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.values import NO_VALUE
from kpu_corpus.tokens import Tokens

NAMES = ["Ani Lestari", "Budi Santoso", "Citra Dewi", "Dedi Kurnia", "Eka Putri", "Fajar Hidayat"]
PLAIN = "Kantor kami berada di tengah kota. "
VALUE = "Integritas harus dijaga setiap hari. "


def written(before: list[str], after: list[str], names: list[Any], others: Any = ()) -> Corpus:
    """Essays of people before and after a training; ``others`` are further rows."""
    rows = [
        {"essay": f"{when}-{at}", "waktu": when, "author": name, "text": text}
        for when, texts in (("sebelum", before), ("sesudah", after))
        for at, (name, text) in enumerate(zip(names, texts, strict=True))
    ]
    return kc.load(pd.DataFrame([*rows, *others]))


def of(shares: list[int], units: int = 20) -> list[str]:
    return [VALUE * hits + PLAIN * (units - hits) for hits in shares]


@pytest.fixture(scope="module")
def training() -> Tokens:
    """Six people who differ, each of whom speaks of integrity twice more afterwards."""
    own = [0, 3, 6, 9, 12, 15]
    return kc.preprocess(written(of(own), of([hits + 2 for hits in own]), NAMES))


def test_essays_without_a_value_are_on_neither_side_of_pairs(training: Tokens) -> None:
    own = [0, 3, 6, 9, 12, 15]
    other = {"essay": "lain", "waktu": None, "author": NAMES[0], "text": PLAIN * 20}
    more = written(of(own), of([hits + 2 for hits in own]), NAMES, [other])
    asked: dict[str, Any] = {"by": "waktu", "what": "themes", "pairs": "author"}
    with pytest.warns(UserWarning, match="without a value"):
        found = kc.compare(more, **asked)
    assert found.equals(kc.compare(training, **asked))


def test_a_small_change_in_everybody_shows_that_the_unpaired_test_cannot_see(
    training: Tokens,
) -> None:
    sides: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": "themes"}
    apart = kc.compare(training, **sides).set_index("theme").loc["integritas"]
    pairs = kc.compare(training, **sides, pairs="author").set_index("theme").loc["integritas"]
    assert apart["difference"] == pairs["difference"] == pytest.approx(0.1)
    assert apart["p"] > 0.5
    assert pairs["p"] == 2 / 2**6
    assert apart["low"] < pairs["low"]
    assert pairs["high"] < apart["high"]
    assert (pairs["pairs"], pairs["enough"]) == (6, True)


def test_words_are_compared_within_people_too(training: Tokens) -> None:
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "pairs": "author"}
    table = kc.compare(training, **asked, ngrams=(1, 1)).set_index("term")
    row = table.loc["integritas"]
    assert (row["count_a"], row["count_b"]) == (57, 45)
    assert row["low"] < 0.3 < row["log_ratio"] < 0.4 < row["high"]
    assert row["p"] == 2 / 2**6
    assert table.loc["kantor", "p"] == 2 / 2**6
    assert table.loc["kantor", "log_ratio"] < 0
    back = kc.compare(training, **{**asked, "a": "sebelum", "b": "sesudah"}, ngrams=(1, 1))
    back = back.set_index("term").loc[table.index]
    np.testing.assert_allclose(back["log_ratio"], -table["log_ratio"])
    np.testing.assert_allclose(back["low"], -table["high"])
    assert back["p"].tolist() == table["p"].tolist()


@pytest.mark.parametrize("rows", ["themes", "words"])
def test_who_wrote_which_essay_decides_and_not_the_order_of_the_rows(rows: str) -> None:
    own = [1, 4, 6, 9, 12, 15]
    before, after = (
        of(own),
        of([hits + more for hits, more in zip(own, [2, 1, 4, 3, 2, 1], strict=True)]),
    )
    corpus = written(before, after, NAMES)
    turned = written(before, after[::-1], NAMES)
    table = corpus.essays[["essay", "waktu", "author", "text"]].iloc[::-1]
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": rows}
    one = kc.compare(corpus, **asked, pairs="author")
    same = kc.compare(kc.load(pd.DataFrame(table)), **asked, pairs="author")
    pd.testing.assert_frame_equal(one, same, check_exact=False, rtol=1e-12)
    others = kc.compare(turned, **asked, pairs="author")
    assert one["p"].min() < others["p"].min()


@pytest.mark.parametrize("rows", ["themes", "words"])
def test_people_with_the_same_text_on_both_sides_are_named_and_kept(rows: str) -> None:
    before = of([1, 4, 6, 9, 12, 15])
    after = of([3, 6, 8, 9, 14, 17])
    after[3] = f"\n{before[3]}\n"
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": rows}
    corpus = written(before, after, NAMES)
    with pytest.warns(kc.errors.KpuCorpusWarning, match=r"same text \(1\): 'Dedi Kurnia'"):
        table = kc.compare(corpus, **asked, pairs="author")
    assert (table["pairs"] == 6).all()


def test_fewer_than_six_people_are_not_enough_as_no_p_can_be_small() -> None:
    for count in (MIN_PAIRS - 1, MIN_PAIRS):
        corpus = written(of([2] * count), of([20] * count), NAMES[:count])
        table = kc.compare(
            corpus, a="sesudah", b="sebelum", by="waktu", what="themes", pairs="author"
        )
        assert table["enough"].tolist() == [count >= MIN_PAIRS] * len(table)
        assert (table["p"].min() < 0.05) == (count >= MIN_PAIRS)


def test_essays_without_a_name_on_both_sides_are_of_no_pair() -> None:
    corpus = written(of([2] * 7), of([20] * 7), [*NAMES, None])
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": "themes"}
    with pytest.warns(kc.errors.TooLittleText, match="left out: essays for which .*is empty.*: 2 "):
        table = kc.compare(corpus, **asked, pairs="author")
    assert table["pairs"].unique().tolist() == [len(NAMES)]


def test_who_has_one_essay_only_is_left_out_and_named(training: Tokens) -> None:
    own = [0, 3, 6, 9, 12, 15]
    lone = [
        {"essay": "x", "waktu": "sebelum", "author": "Gita Sari", "text": VALUE * 20},
        {"essay": "y", "waktu": "sesudah", "author": None, "text": VALUE * 20},
        {"essay": "z", "waktu": "sesudah", "author": "Hadi", "text": "1. 2. 3."},
    ]
    corpus = written(of(own), of([hits + 2 for hits in own]), NAMES, lone)
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "pairs": "author"}
    with pytest.warns(
        kc.errors.TooLittleText,
        match=r"author.*left out: 'Gita Sari', essays for which .*is empty.*: 1 ",
    ):
        table = kc.compare(corpus, **asked, what="themes")
    pd.testing.assert_frame_equal(table, kc.compare(training, **asked, what="themes"))


@pytest.mark.parametrize("column", ["author", "nama"])
def test_a_person_is_known_with_degrees_and_in_capitals_as_where_a_table_is_joined(
    column: str,
) -> None:
    own = [0, 3, 6, 9, 12, 15]
    after = [f"{NAMES[0]}, S.Ak.", f"Drs. {NAMES[1]}", NAMES[2].upper(), *NAMES[3:]]
    texts = {"waktu": ["sebelum"] * 6 + ["sesudah"] * 6, "text": of(own) + of(own[::-1])}
    corpus = kc.load(pd.DataFrame({**texts, column: [*NAMES, *after]}))
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": "themes"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = kc.compare(corpus, **asked, pairs=column)
    assert table["pairs"].unique().tolist() == [6]
    plain = kc.load(pd.DataFrame({**texts, column: NAMES * 2}))
    pd.testing.assert_frame_equal(table, kc.compare(plain, **asked, pairs=column))


def test_two_people_of_one_name_in_two_offices_are_two_where_their_names_are_written_alike() -> (
    None
):
    names = ["Rina (KPU Garut)", "Rina (KPU Subang)", *NAMES[:4]]
    corpus = written(of([0, 9, 6, 9, 12, 15]), of([2, 11, 8, 11, 14, 17]), names)
    asked: dict[str, Any] = {"by": "waktu", "what": "themes", "pairs": "author"}
    table = kc.compare(corpus, a="sesudah", b="sebelum", **asked).set_index("theme")
    assert table.loc["integritas", ["pairs", "p"]].tolist() == [6, 2 / 2**6]
    other = written(of([1] * 6), of([2] * 6), names).essays
    other = other.assign(author=[*names, "Rina", *names[1:]])[["essay", "waktu", "author", "text"]]
    table = kc.compare(kc.load(other), a="sesudah", b="sebelum", **asked)
    assert table["pairs"].unique().tolist() == [6]


def test_values_of_a_column_that_is_not_of_people_are_compared_as_they_are() -> None:
    texts = {"waktu": ["sebelum"] * 2 + ["sesudah"] * 2, "text": of([1, 2, 3, 4])}
    corpus = kc.load(pd.DataFrame({**texts, "kode": ["A, S.H.", "B", "A", "B"]}))
    with pytest.raises(ValueError, match="'kode': 1; at least 2"):
        kc.compare(corpus, by="waktu", pairs="kode")


def test_who_may_be_the_same_is_asked_before_the_others_are_named() -> None:
    before, after = ["Wati", *NAMES[:4], "Bagus Prasetyo"], [*NAMES[:4], "Bagus Prasetio", "Hendra"]
    corpus = written(of([1] * 6), of([2] * 6), NAMES)
    rows = corpus.essays[["essay", "waktu", "author", "text"]].assign(author=[*before, *after])
    for by in ({"a": "sebelum", "b": "sesudah"}, {"a": "sesudah", "b": "sebelum"}, {}):
        with pytest.warns(kc.errors.TooLittleText) as told:
            kc.compare(kc.load(rows), **by, by="waktu", pairs="Penulis")
        (said,) = [one.message.text("id") for one in told]
        assert said.startswith("Tanpa pasangan menurut 'Penulis' ")
        assert said.endswith(": 'Bagus Prasetyo' (mungkin 'Bagus Prasetio'?), 'Wati', 'Hendra'.")


def test_of_many_without_a_partner_the_rest_are_counted() -> None:
    names = ["Gita", "Hendra", "Intan", "Joko", "Kartika", "Lukman", "Mira"]
    more = [{"essay": x, "waktu": "sebelum", "author": x, "text": VALUE * 20} for x in names]
    for when, name in (("sebelum", "Bagus Prasetyo"), ("sesudah", "Bagus Prasetio")):
        more.append({"essay": name, "waktu": when, "author": name, "text": VALUE * 20})
    corpus = written(of([1] * 6), of([2] * 6), NAMES, more)
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "what": "themes"}
    said = r"'Bagus Prasetio'\?\), 'Gita', 'Hendra', 'Intan', 'Joko' \(and 3 more\)\."
    with pytest.warns(kc.errors.TooLittleText, match=said):
        kc.compare(corpus, **asked, pairs="author")


def test_several_essays_of_a_person_on_a_side_are_added_up_and_then_compared() -> None:
    again = {"waktu": "sebelum", "author": f"{NAMES[0].upper()}, S.H."}
    more = [{**again, "essay": f"lagi-{n}", "text": VALUE * n + PLAIN * 10} for n in (1, 2)]
    corpus = written(of([1, 4, 2, 5, 3, 6]), of([5, 6, 6, 7, 8, 9]), NAMES, more)
    asked: dict[str, Any] = {"a": "sesudah", "b": "sebelum", "by": "waktu", "pairs": "penulis"}
    told = r"several essays on one side \(1\): 'Ani Lestari'\. .*added up"
    with pytest.warns(match=told):
        table = kc.compare(corpus, **asked, what="themes")
    with pytest.warns(match=told):
        words = kc.compare(corpus, **asked, ngrams=(1, 1)).set_index("term")
    row = table.set_index("theme").loc["integritas"]
    units = [20 + 11 + 12, *[20] * 5]
    found = paired_difference([5, 6, 6, 7, 8, 9], [20] * 6, [1 + 1 + 2, 4, 2, 5, 3, 6], units)
    assert row[[*found._fields]].tolist() == pytest.approx([float(x) for x in found])
    assert (row["pairs"], row["enough"]) == (6, True)
    assert words.loc["integritas", ["count_b", "pairs", "p"]].tolist() == [24, 6, 2 / 2**6]


def test_nobody_on_both_sides_a_column_that_is_none_and_a_background_are_refused() -> None:
    corpus = written(of([1] * 3), of([2] * 3), NAMES[:3])
    other = corpus.essays.assign(author=[f"Orang {n}" for n in range(6)])
    strangers = kc.load(other[["essay", "waktu", "author", "text"]])
    with pytest.raises(ValueError, match=r"an essay in 'sebelum' .*: 0;") as none:
        kc.compare(strangers, by="waktu", pairs="author")
    assert "juga di sisanya: 0 orang" in none.value.text("id")
    with pytest.raises(ValueError, match=r"exactly two groups; by='essay' gives 6: sebelum-0, "):
        kc.compare(corpus, pairs="author")
    with pytest.raises(ValueError, match=r"pairs='autor' is not known.*Did you mean 'author'"):
        kc.compare(corpus, by="waktu", pairs="autor")
    with pytest.raises(ValueError, match="background cannot be combined with pairs='author'"):
        kc.compare(corpus, background="formal", pairs="author")


def test_p_of_exchanges_is_that_of_all_of_them_in_scipy_and_in_plain_loops() -> None:
    rng = np.random.default_rng(3)
    for size in (2, 5, 9):
        for given in (rng.integers(-3, 4, size).astype(float), rng.normal(0.4, 1, size)):
            observed = abs(given.sum())
            sums = [abs((given * signs).sum()) for signs in product((1, -1), repeat=size)]
            counted = np.mean([total >= observed - 1e-9 for total in sums])
            found = stats.permutation_test(
                (given,), np.sum, permutation_type="samples", n_resamples=np.inf, vectorized=False
            )
            assert swap_p(given) == pytest.approx(counted, abs=2 / 2**size)
            assert counted == pytest.approx(found.pvalue)
            if (given == np.round(given)).all():
                assert swap_p(given) == counted


def test_rounding_moves_p_by_no_more_than_the_page_on_statistics_says() -> None:
    rng, same = np.random.default_rng(0), 0
    for size in rng.integers(6, 15, 300).tolist():
        given = rng.normal(0.3, 1, size) * rng.integers(5, 40, size)
        sums = np.zeros(1)
        for one in given:
            sums = np.concatenate([sums + one, sums - one])
        counted = (np.abs(sums) >= abs(given.sum()) - 1e-9).mean()
        same += swap_p(given) == counted
        assert counted > 0.1 or swap_p(given) == pytest.approx(counted, abs=0.004)
    assert same > 0.75 * 300


def test_p_of_whole_numbers_is_exact_where_nobody_differs_by_one() -> None:
    rng = np.random.default_rng(7)
    signs = np.array(list(product((1, -1), repeat=8)))
    for _ in range(60):
        given = rng.choice([2, 3, 4, 5, 7], 8) * rng.choice([1, -1], 8)
        exact = (np.abs(signs @ given) >= abs(given.sum())).mean()
        assert swap_p(given) == swap_p(given + rng.normal(0, 1e-13, 8)) == exact


def test_p_of_signed_ranks_is_the_exact_one_of_wilcoxon() -> None:
    rng = np.random.default_rng(4)
    for size in (8, 20, 40):
        given = rng.normal(0.5, 1, size)
        ranks = stats.rankdata(np.abs(given)) * np.sign(given)
        assert swap_p(ranks) == pytest.approx(stats.wilcoxon(given, method="exact").pvalue)


def test_p_far_out_is_counted_and_never_nought() -> None:
    assert swap_p(np.ones(50)) == 2 / 2**50
    assert swap_p(np.full(30, 0.37)) == pytest.approx(2 / 2**30)
    with np.errstate(all="raise"):  # as callers may have set it
        assert 0 < swap_p(np.ones(2_000)) < 1e-300
    assert swap_p(np.zeros(5)) == swap_p([1.0, -1.0]) == 1
    assert swap_p(np.full(9, 0.3 - 0.1 * 3)) == 1  # equal but for the last digit
    assert swap_p(csr_matrix([[0.0, 2.0, 1.0], [0.0, 0.0, 0.0]])).tolist() == [0.5, 1.0]
    assert swap_p(np.zeros((0, 4))).shape == (0,)


@pytest.mark.parametrize("missing", [[1.0, np.nan], pd.Series([1, None], dtype="Int64"), [np.inf]])
def test_a_person_without_one_of_the_essays_has_no_difference(missing: Any) -> None:
    with pytest.raises(ValueError, match="dropna"):
        swap_p(missing)


def test_p_of_very_many_people_is_that_of_the_normal_distribution() -> None:
    for count in (400, 2_500):
        given = np.random.default_rng(9).normal(2 / np.sqrt(count), 1, count)
        z = given.sum() / np.sqrt((given**2).sum())
        assert swap_p(given) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=0.06)


def test_shares_and_their_difference_have_the_weights_of_mantel_and_haenszel() -> None:
    hits_a, units_a, hits_b, units_b = [3, 8, 0, 5], [10, 24, 12, 15], [6, 2, 1, 4], [30, 12, 8, 40]
    weights = [a * b / (a + b) for a, b in zip(units_a, units_b, strict=True)]
    gaps = [h / n - k / m for h, n, k, m in zip(hits_a, units_a, hits_b, units_b, strict=True)]
    by_hand = sum(w * gap for w, gap in zip(weights, gaps, strict=True)) / sum(weights)
    found = paired_difference(hits_a, units_a, hits_b, units_b)
    assert found.difference == pytest.approx(by_hand)
    assert found.share_a - found.share_b == pytest.approx(by_hand)
    ratio = paired_keyness(hits_a, units_a, hits_b, units_b).log_ratio
    top = sum(h * m / (n + m) for h, n, m in zip(hits_a, units_a, units_b, strict=True))
    bottom = sum(k * n / (n + m) for k, n, m in zip(hits_b, units_a, units_b, strict=True))
    assert ratio == pytest.approx(np.log2(top / bottom))


def test_limits_hold_the_spread_of_the_differences_as_t_does_where_there_is_much_text() -> None:
    """With thousands of sentences the logit limits are those of a paired t test of the shares."""
    rng = np.random.default_rng(5)
    person, change = rng.normal(0.4, 0.1, 12), rng.normal(0.05, 0.03, 12)
    units = np.full(12, 100_000)
    after, before = (np.round(units * share) for share in (person + change, person))
    found = paired_difference(after, units, before, units)
    mean = stats.ttest_rel(after / units, before / units).confidence_interval()
    assert (found.low, found.high) == pytest.approx((mean.low, mean.high), abs=0.002)


def test_sparse_and_dense_counts_and_single_rows_give_the_same() -> None:
    rng = np.random.default_rng(6)
    units_a, units_b = rng.integers(200, 500, 9), rng.integers(200, 500, 9)
    hits_a, hits_b = rng.poisson(1.5, (6, 9)), rng.poisson(1.0, (6, 9))
    hits_b[0], hits_a[1] = 0, 0
    dense = paired_keyness(hits_a, units_a, hits_b, units_b)
    sparse = paired_keyness(csr_matrix(hits_a), units_a, csr_matrix(hits_b), units_b)
    for name, one, other in zip(dense._fields, dense, sparse, strict=True):
        np.testing.assert_allclose(one, other, err_msg=name)
    single = paired_keyness(hits_a[3], units_a, hits_b[3], units_b)
    assert [float(x) for x in single] == pytest.approx([float(x[3]) for x in dense])
    assert np.isfinite(np.array(dense)).all()


def test_no_hits_or_all_hits_leave_a_difference_of_nought_with_limits_around_it() -> None:
    units = [12] * 7
    for hits in ([0] * 7, units):
        found = paired_difference(hits, units, hits, units)
        assert (found.difference, found.p) == (0, 1)
        assert -0.2 < found.low < 0 < found.high < 0.2


def test_where_one_side_is_much_longer_p_is_at_least_that_of_effective_counts() -> None:
    short, long = [10] * 12, [100] * 12
    few, many = [0] * 12, [3] * 12
    assert swap_p(np.array(many) / 100 - np.array(few) / 10) == 2 / 2**12
    assert paired_difference(many, long, few, short).p == pytest.approx(0.032, abs=0.01)
    even = paired_difference(many, long, few, long).p
    assert even == 2 / 2**12


def test_essays_of_the_wrong_number_or_without_units_are_refused() -> None:
    with pytest.raises(ValueError, match="side a has 2 essays and side b 3"):
        paired_difference([1, 2], [10, 10], [1, 2, 1], [10, 10, 10])
    for hits, units in (([1, 0], [10, 0]), ([1], [10])):
        with pytest.raises(ValueError, match="two or more persons"):
            paired_difference([1, 2][: len(hits)], [10, 10][: len(hits)], hits, units)


@pytest.mark.parametrize("lengths", [(20, 20), (12, 30)])
def test_false_alarms_stay_below_the_stated_rate_and_power_is_above_the_unpaired(
    lengths: tuple[int, int],
) -> None:
    """500 trainings of 16 people whose shares differ (rho 0.15), without and with effect."""
    rng = np.random.default_rng(7)
    units = [np.maximum(np.round(n * rng.lognormal(0, 0.25, 16)), 4).astype(int) for n in lengths]
    rho = 0.15
    odds = (1 - rho) / rho
    person = rng.beta(0.3 * odds, 0.7 * odds, (500, 16))
    before = rng.binomial(units[0], person)
    after = rng.binomial(units[1], person)
    alarms = paired_difference(after, units[1], before, units[0])
    assert (alarms.p < 0.05).mean() < 0.065
    assert (alarms.p < 0.01).mean() < 0.02
    assert ((alarms.low <= 0) & (alarms.high >= 0)).mean() > 0.94
    better = rng.binomial(units[1], np.minimum(person + 0.12, 1))[:200]
    told = paired_difference(better, units[1], before[:200], units[0]).p < 0.05
    untold = permutation_p(better, units[1], before[:200], units[0], resamples=499) < 0.05
    assert told.mean() > untold.mean() + 0.2


@pytest.mark.parametrize(
    ("asked", "people"),
    [
        ({"by": "kelas", "a": "B", "b": "A"}, "4 in all: 'Citra Dewi', 'Dedi Kurnia', 'Ani"),
        ({"by": "kelas"}, "5 in all: 'Ani Lestari', 'Budi Santoso', 'Citra"),
        ({"by": "kelas", "a": "C"}, "5 in all: 'Eka Putri', 'Ani"),  # also those of the rest
        ({"a": ["sebelum-1", "sebelum-2"], "b": ["sebelum-0", "sesudah-0"]}, "1 in all: 'Ani"),
        ({"by": "gelombang"}, "5 in all: 'Dedi Kurnia', 'Eka Putri', 'Ani"),  # in the rest
        ({"by": "waktu", "a": "sesudah", "b": "sebelum"}, None),
        ({"by": "waktu", "a": "sesudah", "b": "sebelum", "pairs": "author"}, None),
        ({"by": "author", "a": NAMES[:2], "b": NAMES[2:5]}, None),
        ({"a": "sebelum-0", "b": "sesudah-0"}, None),
    ],
)
def test_people_with_several_essays_on_one_side_are_named(
    asked: dict[str, Any], people: str | None
) -> None:
    corpus = written(of([1] * 6), of([2] * 6), [*NAMES[:5], None])
    kelas = dict(zip(NAMES, "AABBCC", strict=True))
    table = corpus.essays[["essay", "waktu", "author", "text"]]
    table["kelas"] = table["author"].map(kelas).fillna("C")
    early = table["waktu"].eq("sebelum"), table["author"].isin(NAMES[:3])
    table["gelombang"] = np.select(early, ["x", "y"], "z")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kc.compare(kc.load(table), what="themes", **asked)
    told = [text for one in caught if "several essays" in (text := str(one.message))]
    assert len(told) == (people is not None)
    assert all(f"together), {people}" in text and NO_VALUE not in text for text in told)
