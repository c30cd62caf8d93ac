"""Forms of terms: in C the same as in numpy and as naive counts."""

from __future__ import annotations

from collections import Counter
from unittest.mock import patch

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.plain_forms import form_counts, most_frequent
from tests.ways import compiled, numpy_alone

import kpu_corpus as kc
from kpu_corpus.ground.printable import seen
from kpu_corpus.terms import forms
from kpu_corpus.terms.forms import Form, Forms, display, shown_of
from kpu_corpus.terms.vocabulary import Vocabulary, occurrences
from kpu_corpus.tokens import Tokens

WORDS = st.sampled_from(
    [
        *"melayani Melayani dilayani politik praktis, praktis. berpolitik kerja keras".split(),
        *["me\xadla\xadyani", "dila\u200byani", "Mela\xadyani"],
        *["nilai-nilai", "nilai\u00a0-\u00a0nilai", "nilai - nilai", "nilai  -  nilai"],
        *["Komisi Pemilihan Umum", "Komisi  Pemilihan\nUmum", "KPU", "tanggung jawab"],
    ]
)
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=3)


def found_in(texts: list[str]) -> tuple[Tokens, Vocabulary]:
    corpus = kc.load({str(index): f"{text} ya" for index, text in enumerate(texts)})
    tokens = kc.preprocess(corpus)
    return tokens, occurrences(tokens, ngrams=(1, 3))


def naive(tokens: Tokens, words: Vocabulary) -> dict[str, dict[Form, int]]:
    found: dict[str, Counter[Form]] = {term: Counter() for term in words.terms}
    for column, first, size in zip(words.column, words.first, words.size, strict=True):
        if size == words.length[column]:
            types = tokens.type[first : first + size]
            form = tuple(" ".join(seen(tokens.types.surface[kind]).split()) for kind in types)
            found[words.terms[column]][form] += 1
    return {term: dict(forms) for term, forms in found.items()}


@example(["nilai\u00a0-\u00a0nilai nilai  -  nilai"], 1)
@examples(10)
@given(TEXTS, st.integers(1, 4))
def test_forms_are_those_of_a_naive_count(texts: list[str], step: int) -> None:
    tokens, words = found_in(texts)
    columns, expected = range(0, len(words.length), step), naive(tokens, words)
    asked = [words.terms[column] for column in columns]
    assert form_counts(tokens, words, columns) == {term: expected[term] for term in asked}
    shown = [most_frequent(expected[term]) if expected[term] else term for term in asked]
    assert display(tokens, words, columns) == shown


def test_a_capital_at_the_head_of_a_sentence_makes_no_other_form() -> None:
    text = "Kami menonton. Penonton diam. Ia menonton, dan penonton pulang."
    assert found_display([text], "tonton") == "menonton"  # of two forms the first by the alphabet
    assert found_display([text, "Semua penonton kembali."], "tonton") == "penonton"


def found_display(texts: list[str], term: str) -> str:
    tokens, words = found_in(texts)
    return display(tokens, words, [words.terms.index(term)])[0]


@compiled
@examples(10)
@given(TEXTS)
def test_both_ways_find_the_same_forms(texts: list[str]) -> None:
    tokens, words = found_in(texts)
    fast = form_counts(tokens, words, range(len(words.length)))
    with numpy_alone():
        slow = form_counts(tokens, words, range(len(words.length)))
    assert [*fast.items()] == [*slow.items()]
    assert [[*forms] for forms in fast.values()] == [[*forms] for forms in slow.values()]


@compiled
@examples(10)
@given(TEXTS)
def test_parts_of_a_corpus_together_have_the_forms_of_the_whole(texts: list[str]) -> None:
    tokens, words = found_in(texts)
    columns = range(len(words.length))
    whole = form_counts(tokens, words, columns)
    with patch.object(forms, "threads", lambda tokens: 3):
        assert form_counts(tokens, words, columns) == whole


def test_a_form_with_soft_hyphens_counts_with_the_same_one_without() -> None:
    text = "integritas dan integ\xadritas serta Integritas. Integritas Integritas integritas"
    tokens, words = found_in([text])
    column = words.terms.index("integritas")
    assert display(tokens, words, [column]) == ["integritas"]


def test_a_clitic_behind_a_hyphen_is_not_shown() -> None:
    tokens, words = found_in(["KPU-nya hadir. E-voting-nya rumit, e-voting-nya mahal."])
    columns = [words.terms.index(term) for term in ("kpu", "evoting")]
    assert display(tokens, words, columns) == ["KPU", "e-voting"]


def test_the_full_stop_of_a_sentence_is_not_shown_but_that_of_an_abbreviation() -> None:
    tokens, words = found_in(["Saya anggota kpps. Warga bertemu kepala subbag. umum."])
    columns = [words.terms.index(term) for term in ("kpps", "subbag")]
    assert display(tokens, words, columns) == ["kpps", "subbag."]


def test_a_term_without_a_further_word_is_not_taken_for_one_with_the_last_surface() -> None:
    column, times = np.array([0, 0, 1, 1], np.int32), np.array([2, 3, 1, 2], np.int32)
    parts = np.array([(0, 2, -1), (1, 2, -1), (0, -1, -1), (1, -1, -1)], np.int32)
    surfaces = ["suara", "hak", "pemilih"]
    assert shown_of(Forms(column, parts, times), surfaces) == {0: "hak pemilih", 1: "hak"}
