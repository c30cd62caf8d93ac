"""Collocations: NLTK's measures of pairs of roots, ready to be phrases."""

import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.statistics import g2_bigram, pmi
from kpu_corpus.tokens import Tokens

TEXT = (
    "Budaya kerja tumbuh. Kami membangun budaya kerja itu. Budaya kerja yang baik bukan slogan. "
    "Kerja keras perlu. Budaya, kerja, dan doa. Warga datang ke kantor."
)


def test_measures_equal_the_statistics_of_the_same_counts() -> None:
    tokens = kc.preprocess(kc.load({"a": TEXT}))
    row = kc.collocations(tokens, min_count=2, threshold=0).iloc[0]
    frame = tokens.frame
    words = frame[frame["kind"].isin(["word", "name", "phrase"])]["root"].tolist()
    pair, left, right = 3, words.count("budaya"), words.count("kerja")
    assert row["term"] == "budaya kerja"
    assert row["count"] == pair
    assert row["expected"] == pytest.approx(left * right / len(words))
    assert row["g2"] == pytest.approx(float(g2_bigram(pair, left, right, len(words))))
    assert row["pmi"] == pytest.approx(float(pmi(pair, left, right, len(words))))


def test_a_stop_word_is_not_counted_with_the_content_word_of_its_root() -> None:
    text = "Cara menyusun laporan berubah. " * 3 + "Kami bekerja secara jujur. " * 5
    tokens = kc.preprocess(kc.load({"a": text}))
    assert (tokens.frame["root"] == "cara").sum() == 8
    row = kc.collocations(tokens, threshold=0).set_index("term").loc["cara susun"]
    counts = kc.dispersion(tokens).set_index("term")["count"]
    assert counts["cara"] == row["count"] == 3
    assert row["expected"] == pytest.approx(counts["cara"] * counts["susun"] / 32)
    assert row["g2"] == pytest.approx(float(g2_bigram(3, counts["cara"], counts["susun"], 32)))


def test_pairs_of_the_same_counts_stand_in_the_order_of_the_alphabet() -> None:
    said = "Hujan deras. Hujan deras. Hujan reda. Angin kencang. Angin kencang. Badai kencang. "
    table = kc.collocations(kc.load({"a": said * 2 + "Warga menunggu di kantor. " * 3}))
    rows = table.set_index("term")
    assert rows.loc["angin kencang", "g2"] == pytest.approx(rows.loc["hujan deras", "g2"])
    assert rows.index.get_loc("angin kencang") + 1 == rows.index.get_loc("hujan deras")


def test_pairs_do_not_cross_punctuation_or_sentences() -> None:
    table = kc.collocations(kc.load({"a": "Jujur, adil. Jujur. Adil! " * 5}), threshold=0)
    assert len(table) == 0


def test_words_that_shun_each_other_are_no_collocation() -> None:
    text = "Jujur adil. " * 3 + "Jujur. Adil. " * 20
    table = kc.collocations(kc.load({"a": text + "Warga datang. " * 3}), threshold=0)
    assert table["term"].tolist() == ["warga datang"]


def test_forms_of_one_root_are_one_pair(tokens: Tokens) -> None:
    table = kc.collocations(tokens)
    assert table["term"].is_unique
    assert table.set_index("term").loc["selenggara pemilu", "display"] == "penyelenggaraan pemilu"


def test_rows_are_sorted_and_above_the_stated_limits(tokens: Tokens) -> None:
    table = kc.collocations(tokens, min_count=3, threshold=10.83)
    assert table["g2"].is_monotonic_decreasing
    assert (table["g2"] >= 10.83).all()
    assert (table["count"] >= 3).all()
    assert (table["count"] > table["expected"]).all()
    assert table.equals(kc.collocations(tokens))


def test_the_table_gives_phrases_to_preprocess(tokens: Tokens) -> None:
    table = kc.collocations(tokens)
    joined = kc.preprocess(tokens.corpus, phrases=table)
    phrases = joined.frame[joined.frame["kind"] == "phrase"]["norm"]
    assert {"budaya kerja", "penyelenggaraan pemilu"} <= set(phrases)
    assert len(joined) < len(tokens)
