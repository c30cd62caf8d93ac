"""Tables in the terminal: headings and values for people, lines that fit, nothing obeyed."""

import pandas as pd
import pytest
from tests.terminal import printed

from kpu_corpus.reporting.files.terminal import as_text


def test_numbers_align_right_and_words_left_below_headings_of_a_few_lines() -> None:
    given = pd.DataFrame({"theme": ["sinergi", "x"], "sentences": [3, 12345], "high": [0.5, 0.1]})
    assert as_text(given, "themes", names={"x": "Tanggung jawab"}).splitlines() == [
        "                Kalimat  Batas",
        "                 dengan   atas",
        "Tema               tema   95 %",
        "--------------  -------  -----",
        "sinergi               3   0,50",
        "Tanggung jawab   12.345   0,10",
    ]


@pytest.mark.parametrize(
    ("lang", "shares", "chances", "numbers"),
    [
        ("id", "33,3 %; -7,7 %; 0,0 %", "<0,0001; 0,0120", "1.513; ∞; 0,00; <0,01; 0,00; ya"),
        ("en", "33.3%; -7.7%; 0.0%", "<0.0001; 0.0120", "1,513; ∞; 0.00; <0.01; 0.00; yes"),
    ],
)
def test_numbers_are_written_as_people_write_them(
    lang: str, shares: str, chances: str, numbers: str
) -> None:
    given = pd.DataFrame(
        {
            **{"share_a": [1 / 3], "difference": [-0.0767], "share_b": [-0.0001]},
            **{"p": [2e-9], "q": [0.012], "tahun": [2025], "count_a": [1513], "g2": [float("inf")]},
            **{"rate_a": [0.0], "rate_b": [0.0031], "log_ratio": [-0.001], "enough": [True]},
        }
    )
    expected = f"{shares}; {chances}; 2025; {numbers}".split("; ")
    assert printed(as_text(given, "compare", lang))[1] == [expected]


def test_long_cells_and_line_breaks_are_shortened_and_the_end_stands_before_a_word() -> None:
    words = " ".join(map(str, range(100)))
    given = pd.DataFrame({"left": [words], "match": ["kata\nlain"], "right": [words]})
    for width in (120, 90):
        shown = as_text(given, "concordance", width=width)
        assert {len(line) for line in shown.splitlines()[2:]} <= {*range(width - 8, width + 1)}
        ((left, match, right),) = printed(shown)[1]
        assert left.startswith("…")
        assert left.endswith(" 99")
        assert match == "kata lain"
        assert right.startswith("0 1 ")
        assert right.endswith("…")


def test_a_row_too_long_for_a_terminal_goes_on_below_where_its_sentence_has_room() -> None:
    essays, said = ["opini-kpu-subang-1", "opini-kpu-subang-2"], "Kami menjaga integritas. " * 9
    given = pd.DataFrame(
        {
            **{"essay": essays, "theme": ["Tanggung jawab"] * 2, "sentence": [1, 2]},
            **{"start": [0, 9], "end": [4, 12], "surface": ["menjaga integritas"] * 2},
            **{"status": ["asserted"] * 2, "cue": ["", "harus"], "text": [said] * 2},
            **{"counted": [True] * 2},
        }
    )
    for width in (79, 99, 119):
        lines = as_text(given, "evidence", width=width, fold=True).splitlines()
        assert max(map(len, lines)) <= width
        first, below, second, _ = lines[-4:]
        assert [line.split()[0] for line in (first, second)] == essays
        sentence = below[below.index("Kami") :]
        assert sentence.endswith("…")
        assert len(sentence) > width - 35
    for width, fold in ((180, True), (99, False)):  # wide enough, or for other programs
        shown = as_text(given, "evidence", width=width, fold=fold)
        assert [row[0] for row in printed(shown)[1]] == essays


def test_a_word_that_goes_on_below_stands_between_its_sides_which_have_the_room_there() -> None:
    said, essay = "kami menjaga netralitas sebagai pegawai baru di kantor", "opini-kpu-subang-1"
    given = pd.DataFrame(
        {"essay": [essay], "sentence": [3], "left": [said], "match": ["jujur"], "right": [said]}
    )
    above, below = as_text(given, "concordance", width=79, fold=True).splitlines()[-2:]
    assert above.split() == [essay, "3"]
    left, right = "…sebagai pegawai baru di kantor", "kami menjaga netralitas sebagai…"
    assert below.split() == [*left.split(), "jujur", *right.split()]
    sides = printed(as_text(given.assign(essay=essay * 3), "concordance", width=99))[1][0][2::2]
    assert sides == ["…pegawai baru di kantor", "kami menjaga netralitas…"]


def test_what_other_programs_need_is_left_out() -> None:
    given = pd.DataFrame({"essay": ["a"], "start": [1], "end": [4], "surface": ["sistim"]})
    assert printed(as_text(given, "spelling", "en"))[0][0] == "Essay"
    assert "Start" not in as_text(given, "spelling", "en")


def test_long_ids_of_essays_are_told_apart_in_every_table() -> None:
    names = [
        f"Esai Latsar CPNS Angkatan XII - Kelas {n} - Provinsi Jawa Barat 2025-1" for n in "AB"
    ]
    given = pd.DataFrame({"essay": names, "surface": ["sistim", "sistim"]})
    rows = printed(as_text(given, width=40))[1]
    assert len({essay for essay, _ in rows}) == 2
    assert all(essay.endswith("2025-1") for essay, _ in rows)


def test_values_that_begin_alike_look_different_in_a_narrow_terminal() -> None:
    given = pd.DataFrame({"surface": ["siapapun", "di buat"], "reason": ["joined", "split_prefix"]})
    shown = [row[-1] for row in printed(as_text(given, "spelling", width=20))[1]]
    assert shown == ["seharusnya dipisah", "seharusnya…"]


def test_groups_that_the_program_names_are_in_the_language() -> None:
    given = pd.DataFrame({"third": ["awal", "akhir"], "unit": ["(tanpa nilai)", "awal"]})
    shown = printed(as_text(given, lang="en"))[1]
    assert shown == [["beginning", "(not stated)"], ["end", "awal"]]


def test_a_missing_value_is_an_empty_cell() -> None:
    given = pd.DataFrame({"x": pd.Series([None, True], dtype="object"), "y": [1.5, float("nan")]})
    assert printed(as_text(given))[1] == [["", "1,50"], ["ya", ""]]


def test_names_from_outside_are_shown_and_not_obeyed() -> None:
    given = pd.DataFrame({"a\x1b[31m": ["x\x1b[2J"]})
    assert "\x1b" not in as_text(given)
