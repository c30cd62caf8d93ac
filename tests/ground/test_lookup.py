"""Words looked up in the bytes of a file: the same as in a dictionary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import examples
from tests.ways import numpy_alone

from kpu_corpus.ground.lookup import MANY, Lookup, written

WORDS = {"pemilu": "12", "suara": "", "di kantor": "ke-1", "jum'at": "é"}


def table(words: dict[str, str]) -> Lookup[str]:
    return Lookup(written(words), bytes.decode, lambda: words)


@examples(10)
@given(
    st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))),
    st.lists(st.text()),
)
def test_what_is_told_of_any_word_is_what_a_dictionary_has(
    words: dict[str, str], others: list[str]
) -> None:
    found = table(words)
    asked = [*words, *others]
    for word in asked:
        assert (word in found, found.get(word)) == (word in words, words.get(word))
    for few in (asked, 16 * asked):  # one by one, and in C
        assert found.each(few) == [*map(words.get, few)]


def test_pieces_of_words_and_of_what_is_told_are_no_words() -> None:
    found = table(WORDS)
    pieces = ["", "pem", "milu", "12", "pemilu12", "kantor", "pemilu\udcff", "\xff", "di  kantor"]
    assert [piece for piece in pieces if piece in found] == []
    assert found.each(2 * pieces) == [None] * 2 * len(pieces)


def test_many_words_are_found_whatever_stands_among_them() -> None:
    asked = [*WORDS, "pemilu\0suara", "pemilu\n", "", "\ud800"]
    assert table(WORDS).each(4 * asked) == 4 * [*WORDS.values(), None, None, None, None]
    with numpy_alone():
        assert table(WORDS).each(4 * [*WORDS]) == 4 * [*WORDS.values()]


def test_after_many_questions_a_dictionary_answers() -> None:
    found = table(WORDS)
    assert all("suara" in found for _ in range(MANY))
    assert found.quick is found
    assert "suara" in found
    assert found.quick is WORDS
    assert (found["di kantor"], found.get("kantor", "none")) == ("ke-1", "none")


def test_a_word_that_is_not_there_has_no_item() -> None:
    with pytest.raises(KeyError):
        table(WORDS)["kantor"]
