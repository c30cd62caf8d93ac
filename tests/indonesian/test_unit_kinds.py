"""Headings end where their sentence begins; other pieces are told apart by form and place."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kpu_corpus.indonesian import unit_kinds
from kpu_corpus.indonesian.unit_kinds import Piece, heading_end, is_title, kinds


@pytest.mark.parametrize(
    "text",
    [
        "*Terus belajar dan meningkatkan kemampuan.",
        "Etika Kerja yang Baik Etika kerja yang baik.",
        "*Etika Kerja yang Baik",
        "1. Integritas",
        "1. Kami, yaitu ASN: siap.",
        "• 08:30 apel pagi",
        "1. Tugas Utama Kami adalah menjaga suara rakyat",
        "*Ketua Bawaslu Jawa Barat hadir",
    ],
)
def test_no_heading_without_marker_title_and_sentence(text: str) -> None:
    assert heading_end(text, 0, len(text)) is None


def test_a_title_has_capitals_but_for_function_words() -> None:
    for text in ("Tantangan dan Tekad Kami", "KPU MELAYANI", "2. Kerja Sama"):
        assert is_title(text, Piece(0, len(text), 0, marked=text[0] == "2"))
    for text in ("Kami siap", "kerja Sama", "2025", "Kata " * 15):
        assert not is_title(text.strip(), Piece(0, len(text.strip()), 0, marked=False))


def test_only_the_last_pieces_are_sign_offs() -> None:
    text = "Salam Demokrasi! Kami siap. Merdeka!"
    pieces = [Piece(0, 16, 0, False), Piece(17, 27, 0, False), Piece(28, 36, 0, False)]
    assert kinds(text, pieces) == ["sentence", "sentence", "sign_off"]


def by_the_rules_for_tokens(text: str) -> int | None:
    """The end of the heading, with no short way for plain runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unit_kinds, "_PLAIN_RUN", re.compile("(?!)"))
        return heading_end(text, 0, len(text))


WORDS = [
    *("Etika", "Kerja", "KPU", "Wakil-Ketua", "5", "yang", "dan", "di", "kerja", "masing-masing"),
    *("diangkat", "Undang-undang", "Dr.", "No. 5", "danau", "dan-lain", "(dan", "(kata", "(kata)"),
    *("a", "A", "Rp5", "kata.id", "é", "Ke-2", "4x", "(a)", "atau;", "Menteri;", "kata;", "Prof"),
    *(
        "(Baden)",
        '"Rumah"',
        "Kabupaten/Kota",
        "a/b",
        "A/n",
        "(Ibtidaiyah);",
        "Administrasi.",
        "5,6",
    ),
    *("jabatan/gaji", "Undang-Undang.", "25.", "(Lembaran", "Negara)", "dan;", "www", "Kota."),
]
POINTS = st.lists(st.sampled_from(WORDS), max_size=40)
BETWEEN = st.sampled_from(
    [" ", " ", " ", ", ", "  ", ",", "\xa0", "\n", "; ", ". ", ": ", "", "/", "("]
)


@settings(max_examples=500)
@example(["Kata"] * 28 + ["dan", "kata", "ini"], " ", " ")
@example(["Kata"] * 29 + ["dan", "kata", "ini"], " ", " ")
@example(["Etika", "Kerja", "Etika", "dan\nkata"], " ", " ")
@given(POINTS, BETWEEN, BETWEEN)
def test_plain_runs_end_where_the_rules_for_tokens_say(
    words: list[str], between: str, other: str
) -> None:
    text = "a. " + "".join(word + (between, other)[i % 3 == 2] for i, word in enumerate(words))
    assert heading_end(text, 0, len(text)) == by_the_rules_for_tokens(text)
