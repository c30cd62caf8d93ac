"""Tokens are found whole, placed exactly, and told apart by kind."""

from __future__ import annotations

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples

from kpu_corpus.indonesian.words import _marks, words


def found(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in words(text)]


@pytest.mark.parametrize(
    "token",
    [
        "nilai-nilai",
        "sebaik-baiknya",
        "undang-undang",
        "Undang–Undang",
        "sebaik–baiknya",
        "perundang–undangan",
        "non-ASN",
        "ke-5",
        "1960-an",
        "COVID-19",
        "Jum'at",
        "Jum’at",
        "Prof.",
        "no.",
        "No.",
        "dll.",
        "Yth.",
        "a.n.",
        "d.a.",
        "S.H.",
        "M.Si.",
        "S.Pd.I.",
        "S.pd",
        "M.KES.",
        "Ph.D.",
        "A.",
        "Tb.",
        "s/d",
        "kira2",
        "m²",
        "tahu\u00adkan",
        "ka\u200bta",
        "e\u0301te\u0301",
        "नमस्ते",
        "高雄",
    ],
)
def test_a_word_is_one_token(token: str) -> None:
    text = f"yang {token} 5 itu"
    assert (5, 5 + len(token), "word") in words(text)


@pytest.mark.parametrize("token", ["725.663", "16,5", "2023", "5", "08.30", "1.000.000,50", "٥"])
def test_a_number_keeps_its_points_and_commas(token: str) -> None:
    assert words(f"({token}), ") == [(1, 1 + len(token), "number")]


@pytest.mark.parametrize(
    "token",
    [
        "https://kpu.go.id/a?b=1",
        "www.kpu.go.id",
        "kpu.go.id",
        "kpu-subang@kpu.go.id",
        "@kpu_subang",
        "#KPUMelayani",
    ],
)
def test_a_symbol_ends_before_the_punctuation_after_it(token: str) -> None:
    assert words(f"Lihat {token}.") == [(0, 5, "word"), (6, 6 + len(token), "symbol")]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kabupaten/Kota", ["Kabupaten", "Kota"]),
        ("Undang – Undang", ["Undang", "Undang"]),
        ("Senin–Jumat", ["Senin", "Jumat"]),
        ("Mereka–kami 5", ["Mereka", "kami", "5"]),
        ("Rp5.000 dan Rp.5.000", ["Rp", "5.000", "dan", "Rp.", "5.000"]),
        ("bangsa.Kami", ["bangsa", "Kami"]),
        ("2 - 5 Juni 2025", ["2", "5", "Juni", "2025"]),
        ("2024-2029", ["2024", "2029"]),
        ("50%", ["50", "%"]),
        ("suatu hal. Kami", ["suatu", "hal", "Kami"]),
        ("hal. 5", ["hal.", "5"]),
        ("“kata”,\xa0‘lain’…", ["kata", "lain"]),
        ("Dr.H.Ahmad, S.H., M.Si.", ["Dr.", "H.", "Ahmad", "S.H.", "M.Si."]),
        ("mengelola SDA. Kami", ["mengelola", "SDA", "Kami"]),
        ("😀 ... – \u200b\u00ad", []),
    ],
)
def test_text_is_cut_into_these_tokens(text: str, tokens: list[str]) -> None:
    assert found(text) == tokens


def test_percent_is_a_symbol_of_its_own() -> None:
    assert words("16,5%") == [(0, 4, "number"), (4, 5, "symbol")]


def test_offsets_belong_to_the_whole_text() -> None:
    text = "Kami siap melayani"
    assert words(text, 5, 9) == [(5, 9, "word")]
    assert words(text, 5, 7) == [(5, 7, "word")]
    assert words("") == []


@examples(50)
@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_tokens_lie_inside_in_order_without_white_space(text: str, start: int, size: int) -> None:
    end = min(len(text), start + size)
    position = start
    for first, last, kind in words(text, start, end):
        assert position <= first < last <= end
        assert kind in {"word", "number", "symbol"}
        assert not any(char.isspace() for char in text[first:last])
        assert kind == "symbol" or any(char.isalnum() for char in text[first:last])
        position = last


@examples(50)
@given(st.text())
def test_every_letter_and_digit_is_inside_a_token(text: str) -> None:
    covered = {i for first, last, _ in words(text) for i in range(first, last)}
    assert all(i in covered for i, char in enumerate(text) if char.isalpha() or char.isdecimal())


def test_every_combining_mark_of_two_bytes_belongs_to_a_word() -> None:
    marks = [chr(code) for code in range(0x300, 0x10000) if category(chr(code))[0] == "M"]
    known = re.compile(f"[{_marks()}]")
    assert [mark for mark in marks if not known.match(mark)] == []
