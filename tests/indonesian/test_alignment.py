import pytest

from kpu_corpus.indonesian.alignment import best_window, cost, letters, words_after, words_before


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
    words = words_before("pegawai Pegawai Negeri Sipil", 0, 28)
    window = best_window("PNS", words, anchor="right")
    assert window is not None
    assert [word.start for word in window] == [8, 16, 23]


def test_a_word_is_no_short_form_of_itself() -> None:
    words = words_before("pelayanan umum pegawai", 0, 22)
    assert best_window("pegawai", words, anchor="right") is None


@pytest.mark.parametrize("stop", [". ", "; ", ": ", " (2) ", "\n\n", " 20 "])
def test_words_before_end_at_a_break(stop: str) -> None:
    text = f"Komisi{stop}Pemilihan Umum"
    assert [word.text for word in words_before(text, 0, len(text))] == ["Pemilihan", "Umum"]


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "-", " – ", "/", " “"])
def test_words_before_run_over_spaces_hyphens_and_quotes(gap: str) -> None:
    text = f"Undang{gap}Undang"
    assert len(words_before(text, 0, len(text))) == 2


def test_commas_are_crossed_only_on_request_when_looking_back() -> None:
    text = "suku, agama, dan ras"
    assert len(words_before(text, 0, len(text))) == 2
    assert len(words_before(text, 0, len(text), commas=True)) == 4
    assert len(words_after(text, 0, len(text))) == 4


def test_words_are_looked_back_at_as_far_as_they_can_matter() -> None:
    text = "ini (bukan) komisi yang besar dari Pegawai Negeri Sipil"
    whole = words_before(text, 0, len(text))
    assert [word.text for word in whole] == text.split(") ")[1].split()
    assert words_before(text, 0, len(text), 3)[-3:] == whole[-3:]
