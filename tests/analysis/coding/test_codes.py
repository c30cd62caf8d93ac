"""What people typed: order does not matter, and every mistake is named by its cell."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.coding.codes import read_codes
from kpu_corpus.analysis.coding.sheet import unit_id
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning

CORPUS = kc.load({"a": "Kami jujur. Hujan turun. Ia netral.", "b": "Kami bersinergi."})
TOKENS = kc.preprocess(CORPUS)
LEXICON = kc.load_lexicon()
GOOD = [
    ["id", "kalimat", "Integritas", "Netralitas", "komentar"],
    ["a#1", "Kami jujur.", "1", "0", ""],
    ["a#2", "Hujan turun.", "0", "0", "ragu"],
    ["a#3", "Ia netral.", "0", "1", ""],
]


def sheet(rows: list[list[str]]) -> pd.DataFrame:
    return pd.DataFrame(rows[1:], columns=rows[0])


def save(rows: list[list[str]], folder: Path) -> Path:
    path = folder / "Koding.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return path


def changed(row: int, column: int, value: str) -> list[list[str]]:
    rows = [list(cells) for cells in GOOD]
    rows[row][column] = value
    return rows


def codes_of(made: Any) -> list[list[list[int]]]:
    found: list[list[list[int]]] = read_codes(TOKENS, made, LEXICON).codes.tolist()
    return found


def test_rows_and_columns_may_be_in_any_order() -> None:
    good = sheet(GOOD)
    assert codes_of(good) == [[[1, 0], [0, 0], [0, 1]]]
    assert codes_of(good.iloc[::-1, ::-1]) == codes_of(good)


def test_headings_may_be_keys_or_names_in_either_language() -> None:
    for names in (["integritas", "netralitas"], ["INTEGRITY", "Neutrality"]):
        assert codes_of(sheet([[*GOOD[0][:2], *names, "comment"], *GOOD[1:]]))[0][0] == [1, 0]


def test_a_sheet_of_other_essays_is_told_as_such() -> None:
    others = [GOOD[0], *([f"lain#{at}", *row[1:]] for at, row in enumerate(GOOD[1:], 1))]
    with pytest.raises(InvalidArgument, match="none of its rows is of these essays"):
        codes_of(sheet(others))
    with pytest.raises(InvalidArgument, match="no unit of that id"):
        codes_of(sheet([*GOOD, others[1]]))


def test_essay_and_sentence_stand_for_the_id() -> None:
    made = pd.DataFrame({"essay": ["a", "b"], "sentence": [1, 1], "sinergi": [0, 1]})
    assert codes_of(made) == [[[0], [1]]]


def test_rows_that_nobody_has_coded_yet_are_left_out() -> None:
    note = ["", "Selesai, 3 Desember", "", "", ""]
    rows = [*GOOD[:3], ["a#3", "Ia netral.", "", "", ""], note]
    assert codes_of(sheet(rows)) == [[[1, 0], [0, 0]]]


def test_coders_may_have_coded_different_units_which_is_told() -> None:
    told = r"^Coded by one person only: 1 of 3 sentences \(sentences coded: Ani 2, Budi 3\)"
    with pytest.warns(KpuCorpusWarning, match=told):
        codes = read_codes(TOKENS, {"Ani": sheet(GOOD[:3]), "Budi": sheet(GOOD)}, LEXICON)
    assert codes.coders == ("Ani", "Budi")
    assert codes.codes[0, 2].tolist() == [-1, -1]
    assert codes.comment[1] == "ragu; ragu"


def test_the_majority_is_more_than_half_and_a_tie_is_0() -> None:
    first, second, third = (sheet(changed(1, 2, "0")), sheet(GOOD), sheet(changed(2, 2, "1")))
    assert read_codes(TOKENS, [first, second], LEXICON).majority[0].tolist() == [0, 0]
    assert read_codes(TOKENS, [first, second, third], LEXICON).majority[0].tolist() == [1, 0]


def test_coders_with_the_same_codes_throughout_are_told() -> None:
    with pytest.warns(KpuCorpusWarning, match="codes of 'Ani' and 'Budi' are identical throughout"):
        read_codes(TOKENS, {"Ani": sheet(GOOD), "Budi": sheet(GOOD)}, LEXICON)


def test_a_blank_sheet_beside_a_coded_one_is_told() -> None:
    blank = sheet([GOOD[0], *([*row[:2], "", "", ""] for row in GOOD[1:])])
    with pytest.warns(KpuCorpusWarning, match="^Budi holds no codes"):
        read_codes(TOKENS, {"Ani": sheet(GOOD), "Budi": blank}, LEXICON)


def test_themes_without_a_column_are_told_of_a_file(tmp_path: Path) -> None:
    with pytest.warns(KpuCorpusWarning, match=r"Koding\.csv has no column .*: sinergi, disiplin, "):
        read_codes(TOKENS, save(GOOD, tmp_path), LEXICON)
    read_codes(TOKENS, sheet(GOOD), LEXICON)  # a table made by hand has the themes that it has


def test_codes_that_were_sorted_apart_from_their_sentences_are_refused(tmp_path: Path) -> None:
    again = ["id baris", "a#1", "a#2", "a#3"]
    rows = [[*cells, own] for cells, own in zip(GOOD, again, strict=True)]
    with pytest.warns(KpuCorpusWarning):  # of the themes that this sheet leaves out
        read_codes(TOKENS, save(rows, tmp_path), LEXICON)
    apart = [
        rows[0],
        *([*left[:2], *right[2:]] for left, right in zip(GOOD[1:], rows[:0:-1], strict=True)),
    ]
    with pytest.raises(InvalidArgument, match=r"cell A2 holds the id 'a#1', but cell F2 .* 'a#3'"):
        read_codes(TOKENS, save(apart, tmp_path), LEXICON)


def test_a_sentence_with_other_signs_and_spaces_is_the_same() -> None:
    assert codes_of(sheet(changed(2, 1, "Hujan\u00a0 turun …"))) == codes_of(sheet(GOOD))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (changed(2, 3, "ya"), "Koding.csv: sel D3 berisi 'ya'; yang diharapkan 0 atau 1."),
        (changed(2, 3, "2"), "sel D3 berisi '2'"),
        (changed(3, 2, ""), "Koding.csv: sel C4 kosong"),
        (changed(2, 0, "a#9"), "sel A3 berisi 'a#9'; tidak ada kalimat"),
        (changed(2, 0, ""), "sel A3 kosong, padahal barisnya sudah dikode; yang diharapkan id"),
        (changed(2, 0, "a#1"), "sel A3 berisi 'a#1', id yang sudah ada di sel A2"),
        (changed(0, 2, "Integritaz"), "sel C1 berisi 'Integritaz'; yang diharapkan nama tema"),
        (changed(0, 2, "Netralitas"), "sel D1 berisi 'Netralitas', judul yang sudah ada"),
        (changed(0, 0, "nomor"), "Koding.csv: tidak ada kolom 'id'"),
        (changed(2, 1, "Hujan deras."), "sel B3 berisi 'Hujan deras.', bukan kalimat a#2"),
        ([row[:2] for row in GOOD], "tidak ada kolom tema"),
        (GOOD[:1], "tidak ada kalimat yang sudah dikode"),
    ],
)
def test_a_mistake_is_named_by_its_cell(
    rows: list[list[str]], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidArgument) as caught:
        read_codes(TOKENS, save(rows, tmp_path), LEXICON)
    assert sentence in caught.value.text("id")
    assert "\n" not in caught.value.text("en")


def test_wrong_and_empty_cells_are_told_apart(tmp_path: Path) -> None:
    rows = changed(2, 3, "ya")
    rows[3][2] = "x"
    rows[1][3] = ""
    with pytest.raises(InvalidArgument) as caught:
        read_codes(TOKENS, save(rows, tmp_path), LEXICON)
    assert caught.value.text("id") == (
        "Koding.csv: sel D2 kosong, padahal barisnya sudah dikode; yang diharapkan 0 atau 1. "
        "Isi 0 bila kalimatnya tidak memuat tema itu; baris yang belum dikerjakan kosongkan "
        "seluruhnya. "
        "Koding.csv: sel D3 berisi 'ya'; yang diharapkan 0 atau 1; begitu juga C4 ('x')."
    )
    rows[2][3], rows[3][2] = "1", ""
    with pytest.raises(InvalidArgument) as caught:
        read_codes(TOKENS, save(rows, tmp_path), LEXICON)
    assert "sel D2 kosong" in caught.value.text("id")
    assert "begitu juga C4" in caught.value.text("id")


def test_of_many_cells_twenty_are_named_and_the_rest_counted() -> None:
    corpus = kc.load({"a": "Kami hadir. " * 30})
    rows = pd.DataFrame({"id": [f"a#{n}" for n in range(1, 31)], "integritas": "x"})
    rows["netralitas"] = [None] * 3 + ["0"] * 27
    with pytest.raises(InvalidArgument) as caught:
        read_codes(kc.preprocess(corpus), rows, LEXICON)
    told, _, empty = caught.value.text("en").partition(" (and 10 more). ")
    assert told.count("'x'") == 20
    with pytest.raises(
        InvalidArgument, match=r"\(18, integritas\) \('x'\), \(19, integritas\) \('x'\)\."
    ):
        read_codes(kc.preprocess(corpus), rows.head(20).assign(netralitas="0"), LEXICON)
    assert "cell (0, netralitas) is empty" in empty
    assert "likewise (1, netralitas), (2, netralitas)." in empty


def test_every_kind_of_mistake_is_told_at_once_and_of_every_sheet(tmp_path: Path) -> None:
    rows = [
        GOOD[0],
        ["a#1", "Hujan deras.", "ya", "0"],  # another text, and no code
        ["a#2", GOOD[2][1], "", "1"],
        ["a#2", GOOD[2][1], "0", "1"],
        ["a#9", "", "0", "1"],
    ]
    other = changed(3, 2, "benar")
    with pytest.raises(InvalidArgument) as caught:
        read_codes(TOKENS, {"Ani": save(rows, tmp_path), "Budi": sheet(other)}, LEXICON)
    told = caught.value.text("id")
    for part in (
        "sel A4 berisi 'a#2', id yang sudah ada di sel A3",
        "sel A5 berisi 'a#9'; tidak ada kalimat dengan id itu",
        "sel B2 berisi 'Hujan deras.', bukan kalimat a#1",
        "sel C2 berisi 'ya'; yang diharapkan 0 atau 1. ",
        "sel C3 kosong",
        "DataFrame: sel (2, Integritas) berisi 'benar'",
    ):
        assert part in told
    assert ".." not in told
    assert "?." not in told


def test_a_near_heading_is_offered(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match="Did you mean 'Integritas'"):
        read_codes(TOKENS, save(changed(0, 2, "Integritaz"), tmp_path), LEXICON)


@pytest.mark.parametrize(
    ("made", "told"), [(3, "got int"), ([], "no unit has been coded"), ([None], "got NoneType")]
)
def test_something_else_than_sheets_is_refused(made: Any, told: str) -> None:
    with pytest.raises(InvalidArgument, match=told):
        read_codes(TOKENS, made, LEXICON)


@pytest.mark.parametrize("weight", ["0", "-1", "banyak", "", "nan", "inf"])
def test_a_weight_must_be_a_number_above_0(weight: str) -> None:
    made = pd.DataFrame({"id": ["a#1"], "sinergi": ["0"], "weight": [weight]})
    with pytest.raises(InvalidArgument, match="weight above 0"):
        read_codes(TOKENS, made, LEXICON)


@pytest.mark.parametrize("name", [" a  b ", "=1+1", "2025-01-02", "esai#1", "a\nb"])
def test_every_essay_id_finds_its_way_back(name: str) -> None:
    tokens = kc.preprocess(kc.load({name: "Kami jujur. Hujan turun."}))
    made = pd.DataFrame({"id": [unit_id(tokens, 0), unit_id(tokens, 1)], "integritas": [1, 0]})
    assert read_codes(tokens, made, LEXICON).codes.tolist() == [[[1], [0]]]
    by_columns = pd.DataFrame({"essay": [name], "sentence": [1], "integritas": [1]})
    assert read_codes(tokens, by_columns, LEXICON).units.tolist() == [0]


def test_an_index_with_a_name_is_a_column_like_any_other() -> None:
    good = sheet(GOOD)
    assert codes_of(good.set_index("id")) == codes_of(good)
    made = pd.DataFrame({"essay": ["a", "b"], "sentence": [1, 1], "sinergi": [0, 1]})
    assert codes_of(made.set_index(["essay", "sentence"])) == codes_of(made)


def test_codes_that_pandas_wrote_with_a_decimal_are_read(tmp_path: Path) -> None:
    half = sheet([*GOOD[:3], ["a#3", "Ia netral.", "", "", ""]])
    for name in ("Integritas", "Netralitas"):
        half[name] = pd.to_numeric(half[name])
    half.to_csv(tmp_path / "half.csv", index=False)
    with pytest.warns(KpuCorpusWarning):  # of the themes that this sheet leaves out
        assert codes_of(tmp_path / "half.csv") == codes_of(half)


@pytest.mark.parametrize("made", [{"Ani": 3}, {"Ani": None}, {}])
def test_coders_by_name_give_sheets_as_well(made: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"^coded"):
        read_codes(TOKENS, made, LEXICON)


def test_a_label_that_two_themes_have_names_neither(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("theme,match,label\na,jujur,Nilai\nb,netral,Nilai\n", encoding="utf-8")
    lexicon = kc.load_lexicon(own)
    rows = [[GOOD[0][0], GOOD[0][1], "Nilai", "b", ""], *GOOD[1:]]
    with pytest.raises(InvalidArgument, match=r"holds 'Nilai'; expected a theme"):
        read_codes(TOKENS, sheet(rows), lexicon)
    rows[0][2] = "Nilai (a)"
    assert read_codes(TOKENS, sheet(rows), lexicon).themes == (0, 1)


def test_sheets_of_different_samples_are_refused_in_any_order() -> None:
    one, second = sheet(GOOD).assign(weight=[1.5, 1.5, 3.0]), sheet(changed(1, 3, "1"))
    assert read_codes(TOKENS, [one, second], LEXICON).weight.tolist() == [1.5, 1.5, 3.0]
    other = second.assign(weight=2.0)
    for coded in ([one, other], [other, one]):
        with pytest.raises(InvalidArgument, match=r"a#1 stands for .* not of one sample"):
            read_codes(TOKENS, coded, LEXICON)


def test_sheets_of_one_name_from_two_folders_are_two_coders(tmp_path: Path) -> None:
    for name in ("ani", "budi"):
        (tmp_path / name).mkdir()
    made = [save(GOOD, tmp_path / "ani"), save(changed(1, 3, "1"), tmp_path / "budi")]
    with pytest.warns(KpuCorpusWarning):  # of the themes that these sheets leave out
        assert read_codes(TOKENS, made, LEXICON).coders == ("1_Koding", "2_Koding")
