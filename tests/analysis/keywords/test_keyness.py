"""Keyness: the statistics of the counts, with limits that know clusters."""

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import benjamini_hochberg, log_likelihood
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.terms.reference import reference
from kpu_corpus.tokens import Tokens


def test_g2_and_expected_come_from_the_counts_and_the_background(tokens: Tokens) -> None:
    formal = reference("formal", "ranked")
    matrix = term_matrix(tokens, ngrams=(1, 1))
    words = dict(zip(matrix.groups.labels, matrix.words, strict=True))
    for row in kc.keyness(tokens).itertuples(index=False):
        there, size = formal.counts([row.term])[0], words[row.essay]
        g2 = float(log_likelihood(row.count, there, size, formal.tokens))
        assert abs(row.g2) == pytest.approx(g2)
        rate = (row.count + there) / (size + formal.tokens)
        assert row.expected == pytest.approx(size * rate)
        assert (row.g2 > 0) == (row.count > row.expected)


def test_log_odds_have_a_prior_of_a_thousand_words_at_the_rate_of_both_sides(
    tokens: Tokens,
) -> None:
    formal = reference("formal", "ranked")
    matrix = term_matrix(tokens, ngrams=(1, 1))
    words = dict(zip(matrix.groups.labels, matrix.words, strict=True))
    whole = 1_000 + len(matrix.terms) / 2 + 1
    for row in kc.keyness(tokens).itertuples(index=False):
        there, size = formal.counts([row.term])[0], words[row.essay]
        prior = 1_000 * (row.count + there) / (size + formal.tokens) + 0.5
        a, b = row.count + prior, there + prior
        odds = a / (size + whole - a) / (b / (formal.tokens + whole - b))
        assert row.log_odds == pytest.approx(np.log(odds))
        assert row.z == pytest.approx(np.log(odds) / np.sqrt(1 / a + 1 / b))


def test_against_the_rest_counts_of_both_sides_are_the_whole(tokens: Tokens) -> None:
    matrix = term_matrix(tokens, ngrams=(1, 1))
    total = dict(zip(matrix.terms, np.asarray(matrix.counts.sum(axis=0)).ravel(), strict=True))
    words = dict(zip(matrix.groups.labels, matrix.words, strict=True))
    size = matrix.words.sum()
    with pytest.warns(KpuCorpusWarning, match="p cannot be below 1/5"):
        table = kc.keyness(tokens, background=None)
    for row in table.itertuples(index=False):
        assert row.expected == pytest.approx(words[row.essay] * total[row.term] / size)


def test_limits_hold_the_ratio_and_p_agrees_with_them(tokens: Tokens) -> None:
    for by in ("essay", None):
        table = kc.keyness(tokens, by=by)
        assert (table["low"] <= table["log_ratio"]).all()
        assert (table["log_ratio"] <= table["high"]).all()
        outside = (table["low"] > 0) | (table["high"] < 0)
        assert (outside == (table["p"] < 0.05)).all()
        assert 0 < outside.sum() < len(table)


def test_one_essay_against_four_others_never_claims_a_difference_of_source(
    tokens: Tokens,
) -> None:
    with pytest.warns(KpuCorpusWarning, match="Only 5 essays"):
        assert (kc.keyness(tokens, background=None)["p"] >= 0.2).all()


def test_a_p_that_can_be_small_brings_no_warning() -> None:
    essays = {str(n): f"Kantor kami ramai. Warga {n} datang." for n in range(20)}
    assert (kc.keyness(kc.load(essays), background=None, min_count=1)["p"] >= 0.05).all()
    del essays["0"]
    with pytest.warns(KpuCorpusWarning, match="below 1/19"):
        kc.keyness(kc.load(essays), background=None, min_count=1)


def test_a_word_of_one_essay_is_less_sure_for_the_corpus_than_one_of_all() -> None:
    texts = {str(n): "Sinergi itu baik. Kantor ramai sekali. Warga datang pagi." for n in range(5)}
    texts["0"] += " Integritas dijaga." * 5
    table = kc.keyness(kc.load(texts), by=None).set_index("term")
    wide = table["high"] - table["low"]
    assert wide["integritas"] > 1.5 * wide["sinergi"]


def test_limits_of_a_single_essay_are_those_of_its_sentences() -> None:
    several = "Integritas! Integritas! Integritas! Kami menjaga kantor."
    (low,), (high,) = (kc.keyness(kc.load({"a": several}))[name] for name in ("low", "high"))
    assert 0 < low < high < np.inf
    (low,), (high,) = (
        kc.keyness(kc.load({"a": "Integritas itu integritas."}))[name] for name in ("low", "high")
    )
    assert (low, high) == (-np.inf, np.inf)


@pytest.fixture(scope="module")
def every(tokens: Tokens) -> pd.DataFrame:
    return kc.keyness(tokens, min_count=1)


def test_q_is_the_false_discovery_rate_over_all_roots_of_the_background(
    every: pd.DataFrame,
) -> None:
    roots = reference("formal", "ranked").cf
    for _, rows in every.groupby("essay"):
        family = len(roots) + (~rows["term"].isin(roots)).sum()
        adjusted = benjamini_hochberg(rows["p"], family=family)
        assert rows["q"].tolist() == pytest.approx(adjusted.tolist())


@pytest.mark.filterwarnings("ignore:Only 5 essays")
def test_min_count_leaves_rows_out_and_changes_none(tokens: Tokens, every: pd.DataFrame) -> None:
    least = int(every.groupby("essay")["count"].max().min()) + 1  # more than one essay has of any
    for background, table in (
        ("formal", every),
        (None, kc.keyness(tokens, background=None, min_count=1)),
    ):
        kept = kc.keyness(tokens, background=background, min_count=least)
        assert 0 < kept["essay"].nunique() < table["essay"].nunique()
        pd.testing.assert_frame_equal(
            kept, table[table["count"] >= least].reset_index(drop=True), check_flags=False
        )


def test_against_the_background_other_essays_change_nothing(tokens: Tokens) -> None:
    first = tokens.corpus.items[0].id
    alone = kc.keyness(kc.load({first: tokens.corpus.source_of(first).text}))
    apart = kc.keyness(
        kc.load({first: tokens.corpus.source_of(first).text, "b": "Kantor kami besar. " * 9})
    )
    columns = ["term", "log_ratio", "low", "high", "p", "q"]
    there = apart[apart["essay"] == first].sort_values("term")[columns].reset_index(drop=True)
    assert there.equals(alone.sort_values("term")[columns].reset_index(drop=True))


def test_a_phrase_that_the_background_lacks_is_never_called_rarer(tokens: Tokens) -> None:
    table = kc.keyness(tokens, by=None, ngrams=(1, 3), min_count=1)
    lacks = ~table["term"].isin(reference("formal", "ranked").cf)
    phrases = table[lacks & table["term"].str.contains(" ")]
    assert len(phrases) > 10
    rarer = phrases[phrases["log_ratio"] < 0]
    assert len(rarer)
    assert (rarer[["p", "q"]] == 1).all().all()
    assert (rarer[["g2", "z"]] == 0).all().all()
    assert rarer.index.min() > table.index[table["p"] < 0.05].max()  # below all that is shown
    compared = kc.compare(tokens, background="formal").set_index("term")["g2"]
    assert (compared[compared.index.intersection(rarer["term"])] == 0).all()
    assert (phrases["high"] == np.inf).all()
    assert (phrases["q"] < 0.05).any()


@pytest.mark.parametrize(("weighting", "column"), [("g2", "g2"), ("log_odds", "z")])
def test_keywords_have_the_scores_of_keyness(tokens: Tokens, weighting: str, column: str) -> None:
    table = kc.keyness(tokens, by=None, ngrams=(2, 3), min_count=1)
    ranked = kc.keywords(tokens, by=None, ngrams=(2, 3), weighting=weighting, top=999)
    both = ranked.merge(table, on="term")
    assert (both["log_ratio"] < 0).any()
    assert both["score"].tolist() == both[column].tolist()


@pytest.mark.parametrize("unstated", [0, 3])
@pytest.mark.filterwarnings("ignore:Essays without a value")
def test_against_the_others_q_is_that_of_compare(unstated: int) -> None:
    text = "Kami menjaga integritas kantor. Warga datang. "
    said = {"A": "Komputer baru menyala. ", "B": "Jalan itu licin. "}
    rows = [
        {"essay": f"{unit}{n}", "unit": unit, "text": text * (4 + n) + extra * (1 + n % 2)}
        for unit, extra in said.items()
        for n in range(6)
    ]
    rows += [{"essay": f"x{n}", "unit": None, "text": "Jalan itu. " * 9} for n in range(unstated)]
    tokens = kc.preprocess(kc.load(pd.DataFrame(rows)))
    ours = kc.keyness(tokens, by="unit", background=None).set_index(["unit", "term"])
    theirs = kc.compare(tokens, by="unit", ngrams=(1, 1)).set_index(["unit", "term"])
    assert set(ours.reset_index()["unit"]) == {"A", "B"}
    assert kc.keyness(tokens, by="unit")["unit"].nunique() == 2 + (unstated > 0)
    np.testing.assert_allclose(ours["g2"].abs(), theirs.loc[ours.index, "g2"])
    columns = ["log_ratio", "low", "high", "p", "q"]
    np.testing.assert_allclose(ours[columns], theirs.loc[ours.index, columns])
    assert ours.loc[("A", "komputer"), "q"] < 0.05
    two = kc.load({"a": "Kantor itu.", "b": "Warga."})
    with pytest.warns(KpuCorpusWarning, match="below 1/2"):
        once = kc.keyness(two, background=None, min_count=1)
    assert (once["q"] == 1).all()


def test_rows_are_sorted_by_the_evidence_and_repeatable(tokens: Tokens) -> None:
    table = kc.keyness(tokens)
    assert table.equals(kc.keyness(tokens))
    assert table["essay"].drop_duplicates().tolist() == [item.id for item in tokens.corpus.items]
    for _, rows in table.groupby("essay"):
        assert rows["z"].abs().is_monotonic_decreasing


def test_phrases_are_expected_as_often_as_their_rarest_word(tokens: Tokens) -> None:
    table = kc.keyness(tokens, by=None, ngrams=(1, 2)).set_index("term")
    assert table.loc["selenggara pemilu", "count"] >= 2
    rarest = reference("formal", "ranked").counts(["selenggara", "pemilu"]).min()
    own = table.loc["selenggara pemilu"]
    words = term_matrix(tokens, by=None).words[0]
    formal = reference("formal", "ranked").tokens
    rate = (own["count"] + rarest) / (words + formal)
    assert own["expected"] == pytest.approx(words * rate)


@pytest.mark.parametrize("texts", [{"a": "Kami, kami.", "b": "12 13."}, {}])
def test_essays_without_a_term_give_the_empty_table(tokens: Tokens, texts: dict[str, str]) -> None:
    corpus = kc.load(texts) if texts else tokens.corpus.select([])
    for by in ("essay", "source", None):
        table = kc.keyness(corpus, by=by)
        assert len(table) == 0
        assert list(table.columns) == list(kc.keyness(tokens, by=by).columns)


def test_essays_of_numbers_alone_held_against_one_another_give_the_empty_table() -> None:
    assert len(kc.keyness(kc.load({"a": "12 345.", "b": "2024 ..."}), background=None)) == 0


@pytest.mark.parametrize("weighting", ["g2", "log_odds"])
def test_an_essay_beside_none_but_empty_ones_has_nothing_to_compare_with(weighting: str) -> None:
    corpus = kc.load({"a": "Kami menjaga integritas.", "b": "..."})
    with pytest.raises(InvalidArgument, match="more than one group"):
        kc.keyness(corpus, background=None)
    with pytest.raises(InvalidArgument, match="more than one group"):
        kc.keywords(corpus, weighting=weighting, background=None)
