"""Themes together: chance is that of each essay, and too little text is said to be too little."""

import numpy as np
import pytest
from scipy import optimize

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import together
from kpu_corpus.analysis.themes.network import NETWORK
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens import Tokens

BOTH, ONE, OTHER, NONE = (  # as many words beside the themes
    "Integritas dan sinergi dijaga. ",
    "Integritas tetap dijaga. ",
    "Sinergi tetap dijaga. ",
    "Hujan turun. ",
)


def row_of(texts: dict[str, str]) -> dict[str, float]:
    table = kc.theme_network(kc.load(texts))
    pair = table[(table["theme_a"] == "integritas") & (table["theme_b"] == "sinergi")]
    found: dict[str, float] = pair.iloc[0].to_dict()
    return found


def test_every_pair_has_one_row(tokens: Tokens) -> None:
    table = kc.theme_network(tokens)
    assert len(table) == 45
    assert dict(table.dtypes.astype(str)) == NETWORK
    assert not table[["log_ratio", "low", "high", "p", "q"]].isna().any().any()
    assert (table["low"] <= table["log_ratio"]).all()
    assert (table["log_ratio"] <= table["high"]).all()
    assert table["enough"].is_monotonic_decreasing
    assert all(part.is_monotonic_decreasing for _, part in table.groupby("enough")["low"])


def test_themes_that_count_the_same_hits_are_no_pair() -> None:
    table = kc.theme_network(kc.load({"a": BOTH}), lexicon="pemilu")
    parents = {"asas_pemilu", "prinsip_penyelenggara"}
    pairs = {frozenset(pair) for pair in zip(table["theme_a"], table["theme_b"], strict=True)}
    assert parents not in pairs  # jujur and adil count for both
    assert {"jujur", "adil"} in pairs
    assert {"asas_pemilu", "jujur"} not in pairs
    assert {"asas_pemilu", "tertib"} in pairs


def test_sentences_are_those_of_the_evidence(tokens: Tokens) -> None:
    rows = kc.evidence(tokens)
    rows = rows[rows["status"].isin(("asserted", "aspired"))]
    units = {
        key: set(zip(part["essay"], part["sentence"], strict=True))
        for key, part in rows.groupby("theme")
    }
    for row in kc.theme_network(tokens).itertuples(index=False):
        assert row.sentences == len(units[row.theme_a] & units[row.theme_b])


def test_what_stands_together_is_above_chance_and_what_avoids_it_below() -> None:
    assert row_of({"a": (BOTH * 3 + NONE * 3) * 8})["low"] > 0
    assert row_of({"a": (ONE + OTHER) * 30})["high"] < 0


def test_essays_about_both_are_no_association() -> None:
    """Within each essay the two are independent; over all sentences they would seem tied."""
    independent = (BOTH * 9 + ONE * 3 + OTHER * 3 + NONE) * 3
    made = row_of({"a": independent, "b": NONE * 48})
    assert made["sentences"] == pytest.approx(made["expected"])
    assert made["low"] < 0 < made["high"]


def test_long_sentences_about_both_are_no_association() -> None:
    """Headings name nothing; in the sentences, which are longer, the two are independent."""
    sentences = (BOTH * 9 + ONE * 3 + OTHER * 3 + NONE) * 2
    made = row_of({"a": "Lampiran.\n\n" * 32 + sentences})
    assert made["sentences"] == pytest.approx(made["expected"])
    assert made["low"] < 0 < made["high"]


def test_too_few_sentences_are_said_to_be_too_few() -> None:
    assert not row_of({"a": BOTH * 4})["enough"]
    assert row_of({"a": (BOTH + NONE) * 20})["enough"]


def test_a_theme_and_its_parent_make_no_pair() -> None:
    table = kc.theme_network(kc.load({"a": "Petugas bersikap adil dan jujur."}), lexicon="pemilu")
    pairs = set(zip(table["theme_a"], table["theme_b"], strict=True))
    assert ("jujur", "adil") in pairs
    assert not any({"asas_pemilu", "adil"} == {*pair} for pair in pairs)


@pytest.mark.parametrize("both", [3, 14, 22])
def test_z_is_that_of_mantel_and_haenszel_and_limits_are_what_it_does_not_reject(
    both: int,
) -> None:
    """Against the worked formula, essay by essay; limits by solving the test for the ratio."""
    a, b, n = np.array([10, 20, 5]), np.array([8, 15, 5]), np.array([40, 60, 10])
    expected = (a * b / n).sum()
    variance = (a * b * (n - a) * (n - b) / (n**2 * (n - 1.0))).sum()
    made = together([both], a, b[None], n)
    assert made.expected[0] == pytest.approx(expected)
    apart = both - expected
    assert made.z[0] == pytest.approx((apart - np.sign(apart) / 2) / np.sqrt(variance))
    assert made.log_ratio[0] == pytest.approx(np.log2((both + 0.5) / (expected + 0.5)))

    def beyond(log_ratio: float, side: int) -> float:
        ratio, fixed = 2**log_ratio, variance / expected
        spread = ratio * expected * max(fixed, 1 - (1 - fixed) * ratio)
        return float(side * (both - ratio * expected) - 0.5 - 1.959964 * np.sqrt(spread))

    limits = [optimize.brentq(beyond, -9, 9, args=(side,)) for side in (1, -1)]
    assert [made.low[0], made.high[0]] == pytest.approx(limits)


def test_p_and_limits_never_disagree() -> None:
    rng = np.random.default_rng(5)
    n = rng.integers(2, 30, 8)
    a, b = (rng.binomial(n, rng.random(8)) for _ in "ab")
    rows = np.arange(min(a.sum(), b.sum()) + 1)
    made = together(rows, a, np.tile(b, (len(rows), 1)), n)
    assert 3 < (made.p < 0.05).sum() < len(rows) - 3
    assert ((made.p < 0.05) == ((made.low > 0) | (made.high < 0))).all()
    assert made.low[0] == -np.inf  # not one sentence has both: nobody knows how rare that is
    assert (made.low <= made.log_ratio).all()
    assert (made.log_ratio <= made.high).all()
    assert (np.diff(made.high) > 0).all()
    assert (np.diff(made.low[1:]) > 0).all()


@pytest.mark.parametrize(("a", "b"), [(0, 7), (20, 7), (7, 20), (0, 0)])
def test_where_only_one_outcome_was_possible_nothing_is_claimed(a: int, b: int) -> None:
    made = together([a * b // 20], [a], [[b]], [20])
    assert (made.z[0], made.p[0], made.low[0], made.high[0]) == (0, 1, -np.inf, np.inf)
    row = row_of({"a": "Hujan turun. " * 12})
    assert (row["low"], row["high"], row["enough"]) == (-np.inf, np.inf, False)


def test_sparse_and_dense_give_the_same() -> None:
    from scipy.sparse import csr_matrix

    rng = np.random.default_rng(3)
    n = rng.integers(5, 30, size=12)
    a = rng.integers(0, 5, size=12)
    b = rng.integers(0, 5, size=(7, 12))
    both = rng.integers(0, 9, size=7)
    for dense, sparse in zip(
        together(both, a, b, n), together(both, a, csr_matrix(b), n), strict=True
    ):
        assert np.allclose(dense, sparse)


def test_independent_themes_rarely_seem_tied() -> None:
    """20 essays that differ: the stated 5 % is not passed, and limits hold as often as they say."""
    rng = np.random.default_rng(9)
    n = np.full(20, 20)
    runs = 400
    share_a, share_b = rng.beta(0.8, 3.2, (runs, 20)), rng.beta(0.8, 3.2, (runs, 20))
    alarms = inside = 0
    for p, q in zip(share_a, share_b, strict=True):
        has_a, has_b = rng.random((20, 20)) < p[:, None], rng.random((20, 20)) < q[:, None]
        made = together([(has_a & has_b).sum()], has_a.sum(1), has_b.sum(1)[None], n)
        alarms += made.p[0] < 0.05
        inside += made.low[0] <= 0 <= made.high[0]
    assert alarms / runs <= 0.06
    assert inside / runs >= 0.93


def test_independent_themes_of_sentences_long_and_short_rarely_seem_tied() -> None:
    """100 essays: within essays alone most pairs would seem tied, within lengths few do."""
    rng = np.random.default_rng(4)
    essay, alarms = np.repeat(np.arange(100), 20), []
    for _ in range(100):
        words = np.where(rng.random(2000) < 0.2, 3, rng.integers(8, 33, 2000))
        has = [rng.random(2000) < rng.beta(2, 6, 100)[essay] * words / 20 for _ in "ab"]
        third = np.searchsorted(np.quantile(words, [1 / 3, 2 / 3]), words)
        for stratum in (essay, essay * 3 + third):
            n, a, b = (np.bincount(stratum, x, 300) for x in (np.ones(2000), *has))
            alarms.append(together([(has[0] & has[1]).sum()], a, b[None], n).p[0] < 0.05)
    assert np.mean(alarms[::2]) > 0.5
    assert np.mean(alarms[1::2]) <= 0.1


def test_lengths_that_a_third_leaves_unlike_do_not_ring_in_many_essays() -> None:
    """Ten themes, each the likelier the longer a sentence is, and none for another's sake."""
    rng = np.random.default_rng(8)
    words = "meja kursi ember pohon payung sungai gunung kertas pintu jendela".split()
    themes = "integritas netralitas sinergi disiplin transparansi pelayanan demokrasi".split()
    essays = {}
    for essay in range(120):
        level = rng.gamma(4, 0.25, len(themes)) * 0.012
        sentences = []
        for length in np.maximum(np.round(14 * rng.lognormal(0, 0.7, 16)), 2).astype(int):
            there = [w for w, one in zip(themes, level, strict=True) if rng.random() < one * length]
            sentences.append(" ".join([*rng.choice(words, length), *there]).capitalize())
        essays[f"e{essay}"] = ". ".join(sentences) + "."
    table = kc.theme_network(kc.preprocess(kc.load(essays), spelling=False))  # meja meja is two
    told = table[table["enough"]]
    assert len(told) == 21
    assert (told["p"] < 0.05).sum() <= 3
    assert (told["q"] < 0.05).sum() <= 1


@pytest.mark.parametrize(("a", "b"), [(5, 2), (2, 5), (-1, 2), (2, -1)])
def test_impossible_counts_are_refused(a: int, b: int) -> None:
    with pytest.raises(InvalidArgument, match="expected 0 <= a, b <= n"):
        together([1], [a], [[b]], [4])
