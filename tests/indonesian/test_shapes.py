import pytest

from kpu_corpus.indonesian.shapes import is_short, shorts_after, shorts_before


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
    assert [short.text for short in shorts_before(text, 0, 11)] == ["KPU RI", "RI"]


def test_a_quote_may_close_a_short_form() -> None:
    text = "oleh “KPU” "
    assert [short.text for short in shorts_before(text, 0, len(text))] == ["KPU"]
