"""Colloquial negators and modals and what they stand for."""

import kpu_corpus as kc
from kpu_corpus.analysis.status import cues, marks, modals
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal


def test_other_words_stay_as_they_are() -> None:
    assert [formal(word) for word in ("nggak", "kudu", "jujur", "tak")] == [
        "tidak",
        "harus",
        "jujur",
        "tak",
    ]


def test_they_are_no_keywords_but_an_office_in_capitals_is() -> None:
    text = (
        "Kita kudu jujur, kagak bohong dan takkan curang. Aku pengen dinilai BKN. BKN menilai kami."
    )
    terms = set(kc.keywords(kc.load({"a": text}), ngrams=(1, 1), top=50)["term"])
    assert not {"kudu", "kagak", "takkan", "pengen"} & terms
    assert {"jujur", "bkn"} <= terms


def test_every_form_stands_for_a_negator_or_a_modal() -> None:
    beside_hits, beside_modals = marks.BESIDE_HITS.by_word, marks.BESIDE_MODALS.by_word
    for word in COLLOQUIAL.values():
        denies_or_hopes = beside_hits.get(word, 0) & (cues.NEGATES | modals.ASPIRES)
        assert denies_or_hopes or beside_modals[word] & modals.PROMISES
