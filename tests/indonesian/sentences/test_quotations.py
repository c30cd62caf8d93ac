"""Quotations and parentheses of moderate length are held together."""

from __future__ import annotations

import pytest

from kpu_corpus.indonesian.sentences.quotations import QUOTATION, Enclosures


def held(text: str) -> list[bool]:
    enclosures = Enclosures(text, 0, len(text))
    return [enclosures.hold(i, i + 1) for i, char in enumerate(text) if char == "."]


@pytest.mark.parametrize("text", ['Ia: "A. B," kata Budi.', "“A. B,” kata Budi.", "Ia (A. B) ada."])
def test_a_stop_inside_is_held_and_one_after_is_not(text: str) -> None:
    assert held(text) == [True, False]


def test_a_closing_mark_on_the_wrong_side_of_its_blank_closes() -> None:
    assert held('"A. B, "katanya. "C. D."') == [True, False, True, True]
    assert held('"A. B. ", katanya. "C. D."') == [True, True, False, True, True]
    assert held('Ia "A. B", katanya. C.') == [True, False, False]


def test_an_unclosed_or_very_long_quotation_holds_nothing() -> None:
    assert held('Ia: "A. B.') == [False, False]
    assert held(f'"A. {"b" * QUOTATION}"') == [False]


def test_an_unclosed_mark_gives_way_to_the_next_opening_one() -> None:
    assert held('Ia "A. B lalu "C. D" pergi.') == [False, True, False]


def test_closing_marks_belong_to_the_stop_and_opening_ones_do_not() -> None:
    assert Enclosures("“A.” B", 0, 6).closers(3) == 4
    assert Enclosures('A."B"', 0, 5).closers(2) == 2
    assert Enclosures('"A. " b', 0, 7).closers(3) == 5
