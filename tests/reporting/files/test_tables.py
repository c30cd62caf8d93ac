"""Tables out: files by suffix, and no formula from anybody's essay."""

import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.reporting.files.tables import write_table

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


def test_files_for_programs_keep_groups_that_people_read_in_their_language(tmp_path: Path) -> None:
    given = pd.DataFrame({"third": ["awal", "akhir"], "unit": ["(tanpa nilai)", "awal"]})
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


def test_xlsx_holds_text_only(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    path = write_table(table(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_json_lines_keep_every_digit_and_the_kind_of_every_value(tmp_path: Path) -> None:
    small = [3.573471e-12, 0.1696113074204947, 2.3637269529089274e-53, 5e-324]
    given = pd.DataFrame(
        {
            "p": small,
            "high": [0.25, float("inf"), float("-inf"), float("nan")],
            "count": pd.Series([33, None, 5, 2**60 + 1], dtype="Int64"),
            "enough": [True, False, True, False],
            "year": pd.Series(["2024", None, "“é”", ""], dtype="str").astype("category"),
        }
    )
    path = write_table(given, tmp_path / "a.jsonl")
    read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert {name: [row[name] for row in read] for name in read[0]} == {
        "p": small,
        "high": [0.25, None, None, None],
        "count": [33, None, 5, 2**60 + 1],
        "enough": [True, False, True, False],
        "year": ["2024", None, "“é”", ""],
    }
    assert write_table(given[:0], tmp_path / "b.jsonl").read_bytes() == b"\n"


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgument, match=r"\.xls"):
        write_table(table(), tmp_path / "a.xls")


def test_nothing_is_left_when_writing_fails(tmp_path: Path) -> None:
    broken = pd.DataFrame({"a": [object()]})
    pyarrow = pytest.importorskip("pyarrow")
    with pytest.raises(pyarrow.ArrowInvalid):
        write_table(broken, tmp_path / "a.parquet")
    assert list(tmp_path.iterdir()) == []
