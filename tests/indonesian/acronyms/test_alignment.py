from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus.indonesian.acronyms.alignment import (
    Anchor,
    Span,
    best_window,
    cost,
    letters,
    longest,
    words_after,
    words_before,
)


@pytest.mark.parametrize(
    ("short", "spelled"),
    [("KPU RI", "kpuri"), ("KTP-el", "ktpel"), ("P3K", "pppk"), ("K3", "kkk"), ("M.Si", "msi")],
)
def test_letters_of_a_short_form(short: str, spelled: str) -> None:
    assert letters(short) == spelled


@pytest.mark.parametrize(
    ("spelled", "long", "expected"),
    [
        ("asn", "aparatur sipil negara", 0),
        ("pppk", "pegawai pemerintah dengan perjanjian kerja", 0),
        ("kemendagri", "kementerian dalam negeri", 2),
        ("bawaslu", "badan pengawas pemilihan umum", 3),
        ("dkpp", "dewan kehormatan penyelenggara pemilihan umum", 2),
    ],
)
def test_cost_counts_what_is_not_an_initial(spelled: str, long: str, expected: int) -> None:
    assert cost(spelled, tuple(long.split())) == expected


def test_letters_out_of_order_do_not_fit() -> None:
    assert cost("sna", ("aparatur", "sipil", "negara")) > 10


def test_a_long_form_does_not_begin_with_a_function_word() -> None:
    assert cost("dp", ("dari", "pegawai")) > 10


def test_the_shortest_of_the_cheapest_windows_wins() -> None:
    words = words_before("pegawai Pegawai Negeri Sipil", 28)
    window = best_window("PNS", words, anchor="right")
    assert window is not None
    assert [word.start for word in window] == [8, 16, 23]


def test_a_word_is_no_short_form_of_itself() -> None:
    words = words_before("pelayanan umum pegawai", 22)
    assert best_window("pegawai", words, anchor="right") is None


@pytest.mark.parametrize("stop", [". ", "; ", ": ", " (2) ", "\n\n", " 20 "])
def test_words_before_end_at_a_break(stop: str) -> None:
    text = f"Komisi{stop}Pemilihan Umum"
    assert [word.text for word in before(text)] == ["Pemilihan", "Umum"]


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "-", " – ", "/", " “"])
def test_words_before_run_over_spaces_hyphens_and_quotes(gap: str) -> None:
    text = f"Undang{gap}Undang"
    assert len(before(text)) == 2


def test_commas_are_crossed_only_on_request_when_looking_back() -> None:
    text = "suku, agama, dan ras"
    assert len(before(text)) == 2
    assert len(before(text, commas=True)) == 4
    assert len([*words_after(text, 0, len(text))]) == 4


def test_words_come_backwards_one_by_one() -> None:
    text = "ini (bukan) komisi yang besar dari Pegawai Negeri Sipil"
    assert [word.text for word in before(text)] == text.split(") ")[1].split()
    words = words_before(text, len(text))
    assert [next(words).text, next(words).text] == ["Sipil", "Negeri"]


LONG = st.lists(
    st.sampled_from(
        "kantor komisi pemilihan umum dan Kabupaten di Subang sipil negara KPU".split()
    ),
    max_size=14,
)
SHORT = st.sampled_from(["KPU", "PU", "KKS", "Kapus", "KPU Subang", "PeKaSiNe", "pemilihan"])


@given(SHORT, LONG, st.sampled_from(["left", "right", "whole"]))
def test_the_window_is_the_cheapest_of_all(short: str, long: list[str], anchor: Anchor) -> None:
    spans = spans_of(long)
    words = spans[::-1] if anchor == "right" else spans
    assert best_window(short, words, anchor=anchor) == cheapest(short, spans, anchor)


def cheapest(short: str, words: list[Span], anchor: Anchor) -> list[Span] | None:
    """Try every window; no word of it is the short form itself."""
    spelled, size = letters(short), len(words)
    limit = 0 if len(spelled) == 2 else len(spelled) // 2
    windows = {
        "left": [words[:stop] for stop in range(2, size + 1)],
        "right": [words[start:] for start in range(size - 2, -1, -1)],
        "whole": [words] if size > 1 else [],
    }[anchor]
    best, price = None, limit + 1
    for window in windows:
        forms = tuple(word.text.casefold() for word in window)
        if len(window) <= longest(short) and (" " in short or short.casefold() not in forms):
            found = cost(spelled, forms)
            if found < price:
                best, price = window, found
    return best


def spans_of(words: list[str]) -> list[Span]:
    ends = [*accumulate(len(word) + 1 for word in words)]
    return [Span(word, end - 1 - len(word), end - 1) for word, end in zip(words, ends, strict=True)]


def before(text: str, *, commas: bool = False) -> list[Span]:
    """The words before the end of a text, in the order of the text."""
    return [*words_before(text, len(text), commas=commas)][::-1]
