"""Colloquial negators and modals and what they stand for."""

from kpu_corpus.analysis import cues
from kpu_corpus.indonesian.colloquial import COLLOQUIAL, formal


def test_other_words_stay_as_they_are() -> None:
    assert [formal(word) for word in ("nggak", "kudu", "jujur", "tak")] == [
        "tidak",
        "harus",
        "jujur",
        "tak",
    ]


def test_every_form_stands_for_a_negator_or_a_modal() -> None:
    assert set(COLLOQUIAL.values()) <= cues.NEGATORS | cues.ASPIRATIONS
