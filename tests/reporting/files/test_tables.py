"""Tables out: aligned text, files by suffix, and no formula from anybody's essay."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.reporting.files.tables import as_text, write_table

HOSTILE = [
    "=1+1",
    "+cmd",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "a;=1",
    'a;"=1',
    "a\n=1",
    "biasa",
]


def table() -> pd.DataFrame:
    text = pd.Series(HOSTILE, dtype="str")
    return pd.DataFrame({"text": text, "=1": text.astype("category"), "share": [0.5] * len(text)})


def test_numbers_align_right_and_words_left() -> None:
    lines = as_text(pd.DataFrame({"tema": ["sinergi", "x"], "hits": [3, 12]})).splitlines()
    assert lines == ["tema     hits", "sinergi     3", "x          12"]


def test_long_cells_and_line_breaks_are_shortened() -> None:
    shown = as_text(pd.DataFrame({"text": ["kata\nlain " * 30]}))
    assert len(shown.splitlines()) == 2
    assert shown.endswith("…")


def test_long_ids_of_essays_are_told_apart_in_every_table() -> None:
    names = [
        f"Esai Latsar CPNS Angkatan XII - Kelas {n} - Provinsi Jawa Barat 2025-1" for n in "AB"
    ]
    shown = as_text(pd.DataFrame({"essay": names, "surface": ["sistim", "sistim"]})).splitlines()
    assert len({*shown}) == 3
    assert all(line.endswith("2025-1  sistim") for line in shown[1:])


def test_groups_that_the_program_names_are_in_the_language_and_files_keep_the_values(
    tmp_path: Path,
) -> None:
    given = pd.DataFrame({"third": ["awal", "akhir"], "unit": ["(tanpa nilai)", "awal"]})
    shown = [line.split("  ") for line in as_text(given, "en").splitlines()]
    assert [[cell.strip() for cell in row if cell] for row in shown[1:]] == [
        ["beginning", "(not stated)"],
        ["end", "awal"],
    ]
    path = write_table(given, tmp_path / "a.csv")
    pd.testing.assert_frame_equal(pd.read_csv(path), given)


def test_csv_cells_cannot_act_as_formulas(tmp_path: Path) -> None:
    path = write_table(table(), tmp_path / "a.csv")
    read = pd.read_csv(path, dtype=str)
    assert list(read.columns) == ["text", "'=1", "share"]
    assert list(read["share"]) == ["0.5"] * len(HOSTILE)
    for cells in (read["text"], read["'=1"]):
        assert cells.iloc[-1] == "biasa"
        assert not cells.str.startswith(tuple("=+-@\t\r＝")).any()


def test_csv_cells_cannot_act_as_formulas_where_semicolons_part_them(tmp_path: Path) -> None:
    """So opens it a spreadsheet with Indonesian settings: by semicolons, line by line."""
    path = write_table(table()[["share", "text"]], tmp_path / "a.csv")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    cells = [cell.lstrip('"') for line in lines for cell in line.split(";")]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r＝"))]


def test_ordinary_texts_stand_in_csv_as_they_are(tmp_path: Path) -> None:
    texts = ["jujur; adil – tegas", "undang-undang", "a = b, 1 + 1", "“-nya”", "satu\rdua\ntiga"]
    given = pd.DataFrame({"text": texts})
    path = write_table(given, tmp_path / "a.csv")
    pd.testing.assert_frame_equal(pd.read_csv(path), given)


def test_a_missing_value_is_an_empty_cell() -> None:
    given = pd.DataFrame({"x": pd.Series([None, True], dtype="object"), "y": [1.5, float("nan")]})
    assert as_text(given).splitlines() == ["x       y", "      1.5", "True"]


def test_xlsx_holds_text_only(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    path = write_table(table(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match=r"\.xls"):
        write_table(table(), tmp_path / "a.xls")


def test_nothing_is_left_when_writing_fails(tmp_path: Path) -> None:
    broken = pd.DataFrame({"a": [object()]})
    pyarrow = pytest.importorskip("pyarrow")
    with pytest.raises(pyarrow.ArrowInvalid):
        write_table(broken, tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []
