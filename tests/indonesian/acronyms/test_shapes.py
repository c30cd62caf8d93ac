import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.acronyms.shapes import is_short, shorts_after, shorts_before


@pytest.mark.parametrize("short", ["KPU", "RI", "Bawaslu", "pemilu", "P3K", "KTP-el", "Satpol PP"])
def test_shapes_of_short_forms(short: str) -> None:
    assert is_short(short)


@pytest.mark.parametrize(
    "word", ["yang", "lima", "tidak", "Selain", "uu", "K", "VII", "Etika Kerja", "KPU yang"]
)
def test_shapes_that_are_no_short_form(word: str) -> None:
    assert not is_short(word)


def test_capitals_without_vowels_that_look_like_a_function_word_are_short_forms() -> None:
    # "dr" abbreviates "dari" in notes, DR is what a text may define.
    assert is_short("DR")
    assert not is_short("dr")


def test_the_longest_short_form_comes_first() -> None:
    text = "oleh KPU RI mungkin"
    assert [short.text for short in shorts_after(text, 5, len(text))] == ["KPU RI", "KPU"]
    assert [short.text for short in shorts_before(text, 11)] == ["KPU RI", "RI"]


def test_a_quote_may_close_a_short_form() -> None:
    text = "oleh “KPU” "
    assert [short.text for short in shorts_before(text, len(text))] == ["KPU"]


PIECES = st.sampled_from(
    ["KPU", "RI", " ", "  ", "-", ".", ",", "\"", "”", "\n", "5", "12", "el", "pemilu", "Subang",
     "_", "É", "\u00a0", "yang", "(", "Kantor "]
)  # fmt: skip
WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-.][^\W_]+)*")


@given(st.lists(PIECES, max_size=12).map("".join))
def test_short_forms_beside_a_place_are_those_of_all_words_read_from_left_to_right(
    text: str,
) -> None:
    found = [(short.start, short.end) for short in shorts_before(text, len(text))]
    assert found == before_the_end(text)
    found = [(short.start, short.end) for short in shorts_after(text, 0, len(text))]
    assert found == at_the_start(text)


def before_the_end(text: str) -> list[tuple[int, int]]:
    begins: list[int] = []
    last = edge = len(text)
    first = max(0, len(text) - 40)
    for word in [*WORD.finditer(text, first)][:-4:-1]:
        gap = r"\s?" if begins else r"[\"'“”‘’]?\s?,?\s?"
        if not re.fullmatch(gap, text[word.end() : edge]):
            break
        last = last if begins else word.end()
        edge = word.start()
        begins.append(edge)
    return [(begin, last) for begin in begins[::-1] if is_short(text[begin:last])]


def at_the_start(text: str) -> list[tuple[int, int]]:
    ends: list[int] = []
    edge = 0
    while len(ends) < 3 and (word := WORD.match(text, edge)):
        ends.append(word.end())
        edge = word.end() + text[word.end() : word.end() + 1].isspace()
    return [(0, end) for end in ends[::-1] if is_short(text[:end])]
