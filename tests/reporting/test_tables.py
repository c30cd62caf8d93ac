"""Tables out: aligned text, files by suffix, and no formula from anybody's essay."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.reporting.tables import as_text, write_table

HOSTILE = ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", "biasa"]


def table() -> pd.DataFrame:
    return pd.DataFrame({"text": pd.Series(HOSTILE, dtype="str"), "share": [0.5] * 6})


def test_numbers_align_right_and_words_left() -> None:
    lines = as_text(pd.DataFrame({"tema": ["sinergi", "x"], "hits": [3, 12]})).splitlines()
    assert lines == ["tema     hits", "sinergi     3", "x          12"]


def test_long_cells_and_line_breaks_are_shortened() -> None:
    shown = as_text(pd.DataFrame({"text": ["kata\nlain " * 30]}))
    assert len(shown.splitlines()) == 2
    assert shown.endswith("…")


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
    cells = pd.read_csv(path, dtype=str)["text"]
    assert not cells.str.startswith(("=", "+", "-", "@", "\t")).any()


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
