"""The fast path gives what plain loops give, on any text and in every setting."""

from contextlib import nullcontext
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.reference import slow
from tests.ways import numpy_alone

import kpu_corpus as kc
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.terms.grams import countable
from kpu_corpus.terms.matrix import type_idf
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.single_words import single_words

WORDS = st.sampled_from(
    """integritas netral menjaga penjagaan yang tidak harus pemilu Pemilihan Umum KPU, bekerja
    pekerjaan. Kami nilai-nilai tanggung jawab bertanggung di dan 2024 P.N. a Intergritas ASN
    selenggarakan dilingkungan politik praktis, berpolitik Undang – (KPU) “netral” Subang: Persia
    Aparatur Sipil Negara (ASN) integri\u00adtas 😀 é naïve \u0301 100% no. 20 \n\n""".split(" ")
)
REAL = st.lists(WORDS, min_size=3, max_size=40).map(" ".join)
ANY = REAL | st.text(min_size=1, max_size=40)
CORPORA = st.lists(ANY.filter(str.strip), min_size=1, max_size=4)
SETTINGS = st.fixed_dictionaries(
    {
        "roots": st.sampled_from(["ranked", "sastrawi", "none", str.upper]),
        "spelling": st.booleans(),
        "phrases": st.sampled_from([None, ["menjaga integritas", "politik praktis"]]),
        "stops": st.sampled_from(
            [["function"], ["function", "domain", "kami"], ["jujur", "pn"], []]
        ),
    }
)
COUNTING = st.fixed_dictionaries(
    {
        "ngrams": st.sampled_from([(1, 3), (1, 1), (1, 2), (2, 3)]),
        "by": st.sampled_from(["essay", "unit", None]),
        "weighting": st.sampled_from(["salience", "tfidf", "count"]),
        "background": st.sampled_from(["formal", None]),
        "titles": st.booleans(),
        "top": st.sampled_from([1, 10, 1000]),
    }
)


def corpus_of(texts: list[str]) -> Corpus:
    units = {
        "essay": [str(n) for n in range(len(texts))],
        "unit": [f"U{n % 2}" for n in range(len(texts))],
    }
    return kc.load({str(n): text for n, text in enumerate(texts)}, metadata=pd.DataFrame(units))


def rows_of(table: Any) -> list[tuple[Any, ...]]:
    return list(table.itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "text",
    [
        "Menurut huruf B. (2020) sudah jelas.",
        "Lihat Lampiran A. (2020) dan kelas B. (1) serta butir C. (+5) itu.",
        "Naskah itu disusun Budi Hartono, S.H. (2020) dan timnya pada butir C. (Tegal) lagi.",
        "Menurut huruf B. (ayat satu) jelas. Lampiran A. (",
        "Saat ditanya siapa saya? saya diam. Program Ayo Coblos! kami jalankan.",
        "Itu QS. Hud: 97. Kami amanah. Itu QS. Hud: 96. Kami adil. Skor: 0. Kami kalah.",
    ],
)
def test_c_numpy_and_plain_loops_end_sentences_alike(text: str) -> None:
    expected = [(unit.start, unit.end) for unit in sentences(text)]
    for way in (nullcontext, numpy_alone):
        with way():
            table = kc.preprocess(corpus_of([text])).sentences
        assert rows_of(table[["start", "end"]]) == expected


@examples(10)
@given(CORPORA)
def test_units_and_words_stand_where_plain_loops_find_them(texts: list[str]) -> None:
    corpus = corpus_of(texts)
    units, words = slow.scan(corpus)
    tokens = kc.preprocess(corpus)
    table = tokens.sentences.drop(columns="text")
    assert rows_of(table) == [tuple(unit) for unit in units]
    by_place = {(units[word.unit].essay, word.start): word for word in words}
    for row, gap in zip(tokens.frame.itertuples(index=False), tokens.words.gap, strict=True):
        word = by_place[row.essay, row.start]
        assert bool(gap) == word.gap
        assert row.end >= word.end
        if row.end == word.end:
            assert row.surface == word.surface


@examples(10)
@given(CORPORA, st.booleans())
def test_single_words_have_the_norm_of_their_surface(texts: list[str], correct: bool) -> None:
    corpus = corpus_of(texts)
    expected = slow.norms(corpus, correct=correct)
    frame = kc.preprocess(corpus, spelling=correct).frame
    for row in frame.itertuples(index=False):
        if row.surface in expected:
            assert row.norm == expected[row.surface]


@examples(20)
@given(CORPORA, SETTINGS, COUNTING)
def test_keywords_are_those_of_plain_loops(
    texts: list[str], how: dict[str, Any], counting: dict[str, Any]
) -> None:
    tokens = kc.preprocess(corpus_of(texts), **how)
    table = kc.keywords(tokens, **counting).drop(columns="stability")
    counted = single_words(tokens) if counting["ngrams"] == (1, 1) else tokens
    expected = slow.keywords(counted, **counting)
    assert len(table) == len(expected)
    for found, wanted in zip(rows_of(table), expected, strict=True):
        assert found[:4] == wanted[:4]
        assert found[5:7] == wanted[5:7]
        assert (found[4], found[7]) == pytest.approx((wanted[4], wanted[7]), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("roots", ["ranked", "none", "sastrawi", str.upper])
def test_short_forms_with_full_stops_count_as_plain_loops_have_them(roots: Any) -> None:
    texts = ["P.N.S. dan PNS bekerja, S.H. bekerja.", "pns bekerja di P.N. atau PN, S.H., M.H."]
    tokens = kc.preprocess(corpus_of(texts), roots=roots)
    found = rows_of(kc.keywords(tokens)[["essay", "rank", "term", "display"]])
    assert found == [row[:4] for row in slow.keywords(tokens)]


@pytest.mark.parametrize("ngrams", [(1, 1), (1, 3)])
def test_keywords_of_the_page_with_its_titles_are_those_of_plain_loops(
    tokens: Tokens, ngrams: tuple[int, int]
) -> None:
    table = kc.keywords(tokens, ngrams=ngrams, titles=True)
    counted = single_words(tokens) if ngrams == (1, 1) else tokens
    expected = slow.keywords(counted, ngrams=ngrams, titles=True)
    columns = ["essay", "rank", "term", "display"]
    assert rows_of(table[columns]) == [row[:4] for row in expected]


@examples(5)
@given(CORPORA, SETTINGS)
def test_a_theme_is_its_evidence(texts: list[str], how: dict[str, Any]) -> None:
    tokens = kc.preprocess(corpus_of(texts), **how)
    evidence = kc.evidence(tokens, lexicon=TWO)
    counted = evidence[evidence["status"].isin(["asserted", "aspired"])]
    weights = _weights(tokens)
    for row in kc.themes(tokens, lexicon=TWO).itertuples(index=False):
        mine = counted[(counted["essay"] == row.essay) & (counted["theme"] == row.theme)]
        body = tokens.sentences
        units = int(((body["essay"] == row.essay) & (body["sentence"] > 0)).sum())
        assert (row.hits, row.units) == (len(mine), units)
        assert row.sentences == mine["sentence"].nunique()
        assert row.share == pytest.approx(row.sentences / max(units, 1))
        inside = sum(
            weight
            for essay, start, end, weight in weights
            for hit in mine.itertuples(index=False)
            if essay == row.essay and hit.start <= start and end <= hit.end
        )
        total = sum(weight for essay, _, _, weight in weights if essay == row.essay)
        assert row.weight == pytest.approx(inside / total if total else 0.0)


TWO = Lexicon(
    "own",
    tuple(theme for theme in load_lexicon().themes if theme.key in ("integritas", "netralitas")),
    load_lexicon().sets,
)


def _weights(tokens: Tokens) -> list[tuple[str, int, int, float]]:
    table = tokens.frame.assign(weight=type_idf(tokens)[tokens.type])[countable(tokens)]
    return rows_of(table[["essay", "start", "end", "weight"]])
