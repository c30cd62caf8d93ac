"""Which words as written are checked, and which are left alone as names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.spelling import data as spelling_data
from kpu_corpus.indonesian.spelling.candidates import candidate
from kpu_corpus.indonesian.spelling.spelling import suggestions

NAMES = (
    "Subang Rahmawati KPU Galungan Kharisma Putera Kanaungan Sengkarang PKPU2 e-KTP covid19 "
    "McDonald UU"
)


@pytest.mark.parametrize(
    "surface",
    "Kabupatan Nopember Silahturahmi Bpk Hrs anak2 Undang-udang Propinsi Sumberdaya".split(),
)
def test_a_capital_inside_a_sentence_does_not_hide_what_is_no_name(surface: str) -> None:
    assert candidate(surface, True)


@pytest.mark.parametrize(
    "surface",
    "DPT BKN SPT Puteri Hutang Kusus Pemeritah Diantaranya Sebrang Pemograman Metoda".split(),
)
def test_what_may_be_a_name_or_an_acronym_is_left_alone_inside_a_sentence(surface: str) -> None:
    assert not candidate(surface, True)


@pytest.mark.parametrize(
    ("surface", "checked"),
    [
        ("Rekapitulsi", True),
        ("Pemeriksaanya", True),
        ("Biokrasi", True),
        ("Kanaungan", False),
        ("Sengkarang", False),
        ("Tangkerang", False),
        ("Sholeh", False),
        ("Kedepannya", True),
        ("Resikonya", True),
        ("Sholehlah", False),
        ("Pemeritah", True),
        ("Pemograman", True),
        ("Akte", False),
        ("Blabak", False),
        ("Mercuri", False),
        ("Dharma", False),
        ("Gravimetric", False),
        ("Kebupaten", False),
    ],
)
def test_a_long_slip_at_the_head_of_a_sentence_is_no_name(surface: str, checked: bool) -> None:
    assert candidate(surface, mid_sentence=False) == checked


@pytest.mark.parametrize(
    "surface", ["Intergritas", "intergritas", "Efektifitas", "Propesionalisme"]
)
def test_a_misspelt_abstract_noun_is_checked_with_a_capital_too(surface: str) -> None:
    assert candidate(surface, mid_sentence=True)


@pytest.mark.parametrize(
    "surface",
    NAMES.split(),
)
def test_names_acronyms_and_numbers_are_not_checked(surface: str) -> None:
    assert not candidate(surface, mid_sentence=True)


@pytest.mark.parametrize("mid_sentence", [False, True])
def test_a_capital_is_judged_by_the_suggestions_of_a_batch_as_alone(mid_sentence: bool) -> None:
    words = "Intergritas Karir Intansi Pelayannan Standart Rahmawati KPU Bali".split()
    hints = suggestions(map(str.lower, words))
    together = [candidate(word, mid_sentence, hints) for word in words]
    assert together == [candidate(word, mid_sentence) for word in words]
    assert set(together) == {True, False}


@given(st.text(max_size=30) | st.sampled_from(sorted(spelling_data.corrections())))
def test_what_is_checked_inside_a_sentence_is_checked_at_its_head(text: str) -> None:
    surface = text.capitalize()
    assert candidate(surface, mid_sentence=False) or not candidate(surface, mid_sentence=True)
