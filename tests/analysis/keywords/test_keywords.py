"""Keywords: what a list holds, in which order, and what stands out of it."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.keywords import stability
from kpu_corpus.corpus import Corpus
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens

COLUMNS = "essay rank term display score count df dispersion stability".split()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    said = "Politik praktis dilarang. Kami menolak politik praktis. Hindari politik praktis."
    other = "Kami melayani pemilih dengan ramah. Pelayanan yang ramah itu penting."
    return kc.load({"a": said, "b": other})


def test_every_essay_has_its_list_ranked_from_one(tokens: Tokens) -> None:
    table = kc.keywords(tokens, top=3)
    assert table.columns.tolist() == COLUMNS
    assert table["rank"].tolist() == [1, 2, 3] * 5
    assert all(part["score"].is_monotonic_decreasing for _, part in table.groupby("essay"))


def test_a_tfidf_score_is_the_count_times_the_idf_of_its_term(tokens: Tokens) -> None:
    table = kc.keywords(tokens, weighting="tfidf", by=None, background=None)
    matrix = term_matrix(tokens, by=None, background=None)
    idf = dict(zip(matrix.terms, matrix.idf, strict=True))
    expected = table["count"] * table["term"].map(idf)
    pd.testing.assert_series_equal(table["score"], expected, check_names=False)


def test_the_manifest_tells_the_weighting_and_the_background(corpus: Corpus) -> None:
    one, other = kc.keywords(corpus), kc.keywords(corpus, weighting="tfidf", background=None)
    assert kc.same(one, other) == {
        "arguments.weighting": ("salience", "tfidf"),
        "arguments.background": ("formal", None),
    }
    one, other = (kc.keywords(corpus, resamples=n, seed=n) for n in (2, 3))
    assert kc.same(one, other) == {"arguments.resamples": (2, 3), "arguments.seed": (2, 3)}


def test_a_phrase_stands_for_the_words_it_explains(corpus: Corpus) -> None:
    table = kc.keywords(corpus, top=20)
    said = table.loc[table["essay"] == "a", "term"].tolist()
    assert "politik praktis" in said
    assert "politik" not in said
    assert "praktis" not in said


def test_phrases_alone_are_a_list_of_their_own() -> None:
    said = "Kami menjaga kualitas laporan. Panitia menjaga kualitas laporan."
    table = kc.keywords(kc.load({"a": said}), ngrams=(2, 3))
    assert set(table["term"]) == {"jaga kualitas", "kualitas lapor", "jaga kualitas lapor"}


def test_single_words_alone_take_the_phrase_apart(corpus: Corpus) -> None:
    table = kc.keywords(corpus, top=20, ngrams=(1, 1))
    assert {"politik", "praktis"} <= set(table.loc[table["essay"] == "a", "term"])


def test_people_read_the_most_frequent_form_of_a_root(corpus: Corpus) -> None:
    table = kc.keywords(corpus, top=20, ngrams=(1, 1)).set_index("term")
    assert table.loc["ramah", "display"] == "ramah"
    assert table.loc["layan", "display"] in {"melayani", "Pelayanan"}
    assert table.loc["layan", "count"] == 2


def test_stability_is_a_share_of_resamples_and_the_same_each_time(corpus: Corpus) -> None:
    first = kc.keywords(corpus, resamples=20, seed=3)
    assert first["stability"].between(0, 1).all()
    pd.testing.assert_frame_equal(first, kc.keywords(corpus, resamples=20, seed=3))
    assert kc.keywords(corpus)["stability"].isna().all()
    assert kc.keywords(corpus, top=1, resamples=20)["stability"].tolist() == [1, 1]
    wordless = kc.load({"a": "Kami jujur.", "b": "Yang ini dan itu."})
    assert kc.keywords(wordless, top=1, resamples=2)["essay"].tolist() == ["a"]


@pytest.mark.parametrize("weighting", ["salience", "tfidf", "g2"])
@pytest.mark.parametrize("background", ["formal", None])
def test_a_word_is_as_stable_as_its_sentences_are_likely_to_be_drawn(
    weighting: str, background: str | None
) -> None:
    texts = {
        "a": "Rina menanam padi. Rina memancing ikan. Rina menyapu halaman. Budi menyapu dapur.",
        "b": "Ibu memasak sayur. Ibu menjahit baju. Ayah menjahit tikar.",
    }
    asked: dict[str, Any] = {"weighting": weighting, "background": background, "ngrams": (1, 1)}
    table = kc.keywords(kc.load(texts), top=50, resamples=400, seed=1, **asked)
    sentences = table["essay"].map({"a": 4, "b": 3})
    likely = 1 - (1 - table["count"] / sentences) ** sentences
    assert len(table) == 16
    np.testing.assert_allclose(table["stability"], likely, atol=0.05)


def test_drawing_in_parts_or_beside_units_of_numbers_alone_changes_no_stability(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Rina menanam padi. Budi menyapu dapur. Ibu memasak sayur."
    asked: dict[str, Any] = {"weighting": "count", "ngrams": (1, 1), "resamples": 30}
    once = kc.keywords(kc.load({"a": text}), **asked)["stability"]
    beside = kc.keywords(kc.load({"a": f"{text} 12 13. 14."}), **asked)["stability"]
    monkeypatch.setattr(stability, "CELLS", 63)  # seven draws at a time
    parts = kc.keywords(kc.load({"a": text}), **asked)["stability"]
    assert once.nunique() > 1
    assert once.tolist() == beside.tolist() == parts.tolist()


def test_a_word_of_many_essays_stays_above_one_that_one_essay_repeats() -> None:
    texts = {
        "a": "Padi tumbuh. Padi mekar. Padi kuning. Padi rebah. Rina datang. Rina pulang.",
        "b": "Rina tidur. Rina makan. Hujan reda. Angin kencang. Ombak tinggi. Kabut tebal.",
    }
    table = kc.keywords(kc.load(texts), by=None, ngrams=(1, 1), top=1, resamples=100)
    assert table["term"].tolist() == ["rina"]
    assert table["stability"].item() > 0.7


def test_other_essays_do_not_shake_words_that_stand_out_of_the_background() -> None:
    texts = {"a": "Rina menanam padi. Rina menyapu halaman. Budi menyapu dapur. Budi menanam ubi."}
    asked: dict[str, Any] = {"weighting": "g2", "ngrams": (1, 1), "top": 4, "resamples": 50}
    alone = kc.keywords(kc.load(texts), **asked)
    other = kc.keywords(kc.load({**texts, "b": "Rina menanam padi. " * 9}), **asked)
    pd.testing.assert_frame_equal(
        other.query("essay == 'a'").drop(columns="df"), alone.drop(columns="df")
    )
    assert alone["stability"].between(0.01, 0.99).any()


def test_a_corpus_without_essays_has_no_keywords_and_no_stability(corpus: Corpus) -> None:
    assert kc.keywords(corpus.select([]), resamples=3).empty


def test_the_usual_names_of_parts_are_no_keywords() -> None:
    text = "A. Pendahuluan\n\nGudang kami berdebu.\n\nB. Penutup\n\nGudang itu kini bersih."
    shown = set(kc.keywords(kc.load({"a": text}))["display"])
    assert "Gudang" in shown
    assert shown.isdisjoint({"Pendahuluan", "Penutup"})
