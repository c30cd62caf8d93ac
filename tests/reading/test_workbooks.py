"""Workbooks of several sheets, with a title above the table, and tables without rows."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.rows.layout import said_above

HEAD = ["nama", "esai"]
ROWS = [["Rina", "Kami menjaga netralitas."], ["Budi", "Kami bekerja jujur."]]


def workbook(path: Path, sheets: dict[str, list[list[Any]]], hidden: str = "") -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
    book.save(path)
    return path


def test_sheets_that_are_not_read_are_named(tmp_path: Path) -> None:
    sheets = {"Kosong": [], "Kelas A": [HEAD, *ROWS], "Kelas B": [HEAD, *ROWS], "Daftar": [["x"]]}
    path = workbook(tmp_path / "a.xlsx", {**sheets, "Pilihan": [["a"], ["b"]]}, hidden="Pilihan")
    corpus = kc.load(path)
    assert corpus.essays["author"].tolist() == ["Rina", "Budi"]
    assert [Path(place).name for place in corpus.skipped["path"]] == ["a.xlsx: Kelas B"]
    assert "only the first sheet that holds texts is read" in corpus.skipped["reason"][0]


def test_tables_side_by_side_in_a_sheet_are_read_one_below_the_other(tmp_path: Path) -> None:
    (rina, first), (budi, second) = ROWS
    lines = [["Nama", "Esai", None, "NAMA", "Esai"], [rina, first, None, budi, second], ["Ani"]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"A": lines}))
    assert corpus.essays[["author", "text"]].values.tolist() == ROWS
    assert "Ani" in corpus.skipped["reason"].str.cat() + corpus.skipped["path"].str.cat()
    lines[0][4] = "Nilai"
    assert kc.load(workbook(tmp_path / "b.xlsx", {"A": lines})).essays["author"].tolist() == [rina]


@pytest.mark.parametrize("text", [None, "Esai"])
@pytest.mark.parametrize("between", [[[]], []])
def test_a_title_may_stand_above_the_table_of_a_workbook(
    tmp_path: Path, text: str | None, between: list[list[Any]]
) -> None:
    lines = [["DAFTAR ESAI PESERTA"], *between, [None, *HEAD], *(["x", *row] for row in ROWS)]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}), text=text)
    assert corpus.essays[["author", "column 1"]].values.tolist() == [["Rina", "x"], ["Budi", "x"]]


def test_titles_may_take_two_lines_the_upper_of_groups(tmp_path: Path) -> None:
    lines = [
        ["DAFTAR ESAI PESERTA"],
        ["No", "Identitas", None, "Esai", None],
        [None, "Nama", "Unit Kerja", "Judul", "Isi"],
        [1, "Rina", "Garut", "Netral", "Kami menjaga netralitas."],
    ]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    columns = ["author", "unit", "title", "text", "No"]
    assert corpus.essays[columns].values.tolist() == [
        ["Rina", "Garut", "Netral", "Kami menjaga netralitas.", 1]
    ]


def test_titles_of_groups_may_stand_beside_columns_of_one_title(tmp_path: Path) -> None:
    lines = [
        ["No", "Nama", "Unit Kerja", "Esai", None],
        [None, None, None, "Judul", "Isi"],
        [1, "Rina", "Garut", "Netral", "Kami menjaga netralitas."],
    ]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays[["author", "title", "text"]].values.tolist() == [
        ["Rina", "Netral", "Kami menjaga netralitas."]
    ]


@pytest.mark.parametrize(
    "head",
    [
        [["No", "Nama", "Satker", "Esai", None], [None, None, None, "Esai 1", "Esai 2"]],
        [["No", "Peserta", None, "Jawaban", None], [None, "Nama", "Satker", "Esai 1", "Esai 2"]],
    ],
)
def test_two_questions_below_one_title_are_no_essay_and_no_remark(
    tmp_path: Path, head: list[list[Any]]
) -> None:
    answer = "Kami menjaga netralitas setiap hari. " * 8
    lines = [["REKAP"], *head, *([n, "Rina", "Garut", answer, answer] for n in (1, 2, 3))]
    path = workbook(tmp_path / "a.xlsx", {"Esai": lines})
    with pytest.raises(kc.errors.UnreadableSource, match="'Esai 1', 'Esai 2'"):
        kc.load(path)
    essays = kc.load(path, text="Esai 2").essays
    assert essays[["author", "unit"]].values.tolist() == [["Rina", "Garut"]] * 3


def test_a_group_of_the_texts_may_hold_one_column(tmp_path: Path) -> None:
    lines = [
        [None, "Identitas", None, "Isi"],
        ["No", "Nama", "Satker", "Teks"],
        ["1", "2", "3", "4"],
        [1, "Rina", "Garut", "Kami jujur."],
    ]
    essays = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines * 2})).essays
    assert essays[["author", "text"]].values.tolist() == [["Rina", "Kami jujur."]] * 2


@pytest.mark.parametrize(
    "lines",
    [
        [["Nama", None, "Esai"], ["Rina", "S.IP", "Kami jujur."], ["Budi", "", "Kami adil."]],
        [["Esai", None], ["Kami jujur.", "Rina"], ["Kami adil.", "Budi"]],
    ],
)
def test_a_title_without_one_beside_it_makes_no_title_of_a_row(
    tmp_path: Path, lines: list[list[Any]]
) -> None:
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.texts == ["Kami jujur.", "Kami adil."]


@pytest.mark.parametrize("numbers", [[1, 2, 3], ["(1)", "(2)", "(3)"]])
def test_a_line_that_numbers_the_columns_is_no_row(tmp_path: Path, numbers: list[Any]) -> None:
    lines = [
        ["No", "Nama", "Esai"],
        numbers,
        *([n, name, text] for n, (name, text) in enumerate(ROWS, 1)),
    ]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays["author"].tolist() == ["Rina", "Budi"]


@pytest.mark.parametrize("number", [1, "A-1"])
def test_a_row_that_says_esai_is_no_line_of_titles(tmp_path: Path, number: int | str) -> None:
    text = "Kami menjaga netralitas."
    lines = [["No", "Teks", "Jenis"], [number, text, "Esai"], [2, "Kami jujur.", "Esai"]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays["text"].tolist() == [text, "Kami jujur."]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_error_of_a_formula_is_a_missing_value_and_no_text(tmp_path: Path, kind: str) -> None:
    lines = [
        [*HEAD, "nilai", "kelas"],
        [*ROWS[0], 82.5, "#N/A"],
        [*ROWS[1], "#DIV/0!", "A"],
        ["Siti", "#REF!", 90, "B"],
        *[["#N/A", "", "#N/A", "#N/A"]] * 3,
    ]
    path = tmp_path / f"a.{kind}"
    if kind == "xlsx":
        workbook(path, {"a": lines})
    else:
        pd.DataFrame(lines[1:], columns=lines[0]).to_csv(path, index=False)
    corpus = kc.load(path)
    assert corpus.essays["nilai"].dtype == "float64"
    assert corpus.essays["kelas"].isna().tolist() == [True, False]
    assert corpus.skipped["reason"].tolist() == ["this row (Siti) has no text"]


def test_a_date_may_be_the_number_of_days_that_excel_keeps(tmp_path: Path) -> None:
    lines = [["Tanggal", "Teks"], [45801, "Kami jujur."], [45801.0, "Kami adil."]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays["date"].tolist() == ["2025-05-24", "2025-05-24"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_a_table_of_titles_only_is_named(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.txt").write_text("Kami menjaga netralitas.")
    table = pd.DataFrame({"esai": pd.Series([], dtype="str")})
    path = tmp_path / f"b{suffix}"
    write = {".csv": table.to_csv, ".xlsx": table.to_excel, ".parquet": table.to_parquet}[suffix]
    write(path, index=False)
    corpus = kc.load(tmp_path)
    assert [Path(place).name for place in corpus.skipped["path"]] == [path.name]
    with pytest.raises(UnreadableSource, match=r"no rows|it is empty"):
        kc.load(path)


def merged(path: Path, lines: list[list[Any]], *ranges: str) -> Path:
    import openpyxl

    book = openpyxl.load_workbook(workbook(path, {"Esai": lines}))
    for cells in ranges:
        book["Esai"].merge_cells(cells)
    book.save(path)
    return path


def test_merged_cells_hold_for_every_row_that_they_span(tmp_path: Path) -> None:
    lines = [
        ["DAFTAR ESAI"],
        ["Satker", "Angkatan", "Nama", "Esai"],
        ["KPU Kota Tegal", 12, "Rina", "Kami menjaga netralitas."],
        [],
        [None, None, "Budi", "Kami bekerja jujur."],
        ["KPU Kota Blitar", None, "Dewi", "Kami adil."],
        [None, None, "Asep", "Kami hadir."],
    ]
    path = merged(tmp_path / "a.xlsx", lines, "A1:D1", "A3:A5", "B3:B6")
    essays = (
        kc.load(path).essays[["author", "unit", "Angkatan"]].fillna({"unit": "", "Angkatan": 0})
    )
    assert essays.values.tolist() == [
        ["Rina", "KPU Kota Tegal", 12],
        ["Budi", "KPU Kota Tegal", 12],
        ["Dewi", "KPU Kota Blitar", 12],
        ["Asep", "", 0],
    ]


def test_a_merged_text_or_id_is_that_of_its_first_row_only(tmp_path: Path) -> None:
    lines = [["id", "Esai", "Mentor"], ["a", "Kami jujur.", "Rina"], [None, None, "Budi"]]
    with pytest.warns(kc.errors.RenamedEssays):
        corpus = kc.load(merged(tmp_path / "a.xlsx", lines, "A2:A3", "B2:B3"))
    assert corpus.essays[["essay", "text"]].values.tolist() == [["a", "Kami jujur."]]


def test_merged_cells_of_metadata_hold_too_but_for_what_names_the_essays(tmp_path: Path) -> None:
    lines = [["Essay", "Satker"], ["a", "KPU Kota Tegal"], ["b", None], [None, "KPU Kota Blitar"]]
    path = merged(tmp_path / "a.xlsx", lines, "B2:B3", "A3:A4")
    with pytest.warns(kc.errors.UnmatchedMetadata):
        corpus = kc.load({"a": "Kami jujur.", "b": "Kami adil."}, metadata=path)
    assert corpus.essays["unit"].tolist() == ["KPU Kota Tegal", "KPU Kota Tegal"]


def test_merged_cells_count_among_the_cells_of_a_table() -> None:
    class Sheet:
        def _get_source(self) -> io.BytesIO:
            return io.BytesIO(b'<mergeCell ref="A2:A9"/>')

    rows: list[dict[str, Any]] = [{"Satker": "KPU Kota Tegal"}, {}, {}]
    assert said_above(Sheet(), [2, 4, 9], ["Satker"], rows, kc.Limits(cells=2))[1:] == rows[:1] * 2
    with pytest.raises(UnreadableSource, match="more than 1 cells"):
        said_above(Sheet(), [2, 4, 9], ["Satker"], rows, kc.Limits(cells=1))


@pytest.mark.parametrize(
    "titles",
    [
        ["Tuliskan nama Anda", "2. Tuliskan judul esai Anda", "Tuliskan esai Anda (min. 9 kata)"],
        ["nama_peserta", "judul_esai", "isi_esai"],
        ["Nama lengkap (beserta gelar) *", "Judul:", "Isi Esai (minimal 300 kata)"],
    ],
)
def test_titles_of_a_form_may_be_requests_or_names_of_a_program(
    titles: list[str], tmp_path: Path
) -> None:
    lines = [titles, ["Rina", "Menjaga Suara", ROWS[0][1]]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Form": lines}))
    assert corpus.essays[["author", "title", "text"]].values.tolist() == [lines[1]]


def test_a_title_as_it_stands_comes_before_one_with_a_remark(tmp_path: Path) -> None:
    lines = [["Esai (judul)", "Isi"], ["Netralitas", ROWS[0][1]]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Form": lines}))
    assert corpus.essays["text"].tolist() == [ROWS[0][1]]


def test_a_title_above_a_table_is_known_also_where_that_of_the_texts_is_not(
    tmp_path: Path,
) -> None:
    text = "Kami menjaga netralitas setiap hari. " * 9
    lines = [["REKAP ESAI"], ["KPU Provinsi", 2025], ["No", "Nama", "Uraian"], [1, "Rina", text]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays[["author", "text"]].values.tolist() == [["Rina", text.strip()]]


def test_a_sort_of_text_called_esai_is_no_title_of_the_texts(tmp_path: Path) -> None:
    text = "Kami menjaga netralitas setiap hari. " * 9
    lines = [["Penyusun", "Jenis", "Uraian"], ["Rina", "Esai", text]]
    corpus = kc.load(workbook(tmp_path / "a.xlsx", {"Esai": lines}))
    assert corpus.essays["text"].tolist() == [text.strip()]


def test_a_sheet_without_texts_above_one_with_texts_is_left(tmp_path: Path) -> None:
    long = [[name, f"{text} " * 20] for name, text in ROWS]
    sheets = {"Info": [["Batas", "1 Agustus"], ["Kontak", "a@b.id"]], "Data": [HEAD, *long]}
    corpus = kc.load(workbook(tmp_path / "a.xlsx", sheets))
    assert corpus.essays["author"].tolist() == ["Rina", "Budi"]
    assert corpus.skipped["path"].str.endswith("Info").tolist() == [True]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_who_signs_below_a_sheet_wrote_no_essay(tmp_path: Path, kind: str) -> None:
    long = [[name, f"{text} " * 20] for name, text in ROWS]
    signed = [[None, "Bandung, 1 Agustus 2025"], [None, "Ketua Panitia"]]
    table = pd.DataFrame([*long, *signed], columns=HEAD)
    if kind == "xlsx":
        corpus = kc.load(workbook(tmp_path / "a.xlsx", {"A": [HEAD, *long, *signed]}))
    else:
        table.to_csv(tmp_path / "a.csv", index=False)
        corpus = kc.load(tmp_path / "a.csv")
    assert len(kc.load(table)) == 4  # a row of a DataFrame is an essay, however short
    assert len(corpus) == 2
    assert corpus.skipped["reason"].str.contains("below the table").tolist() == [True, True]
    if kind == "csv":
        table.insert(1, "Visi", [*HEAD, None, None])
        table.to_csv(tmp_path / "a.csv", index=False)
        both = kc.load(tmp_path / "a.csv", text=["Visi", HEAD[1]])
        assert [*both.texts] == [f"nama\n\n{long[0][1]}", f"esai\n\n{long[1][1]}"]
