"""Cells of filled tables: the same text from every kind of table, addresses as people see them."""

import csv
import errno
from pathlib import Path

import pandas as pd
import pytest
from tests.essays import as_xlsx, repacked

from kpu_corpus.errors import SourceNotFound, UnreadableSource
from kpu_corpus.reading.cells import Cells, read_cells

ROWS = (("id", "integritas"), ("a#1", "1"), ("a#2", "0"))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_is_read_whatever_separates_its_cells(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "koding.csv"
    path.write_text("\n".join(mark.join(row) for row in ROWS), encoding="utf-8-sig")
    assert read_cells(path)[0].rows == ROWS
    path.write_text("\n".join([f"sep={mark}", *map(mark.join, ROWS)]), encoding="utf-8-sig")
    assert read_cells(path)[0].rows == ROWS
    text = '"Kami jujur,\nadil,\nhadir;\nrapi;\n|\t"'
    path.write_text(f"esai{mark}kutipan\n1{mark}{text}", encoding="utf-8")
    assert read_cells(path)[0].rows == (("esai", "kutipan"), ("1", text.strip('"').strip()))
    title = f"Koding esai, Subang{mark}"  # as Excel has it above a table of two columns
    path.write_text("\n".join([title, *map(mark.join, ROWS)]), encoding="utf-8")
    assert read_cells(path)[0].rows[1:] == ROWS


@pytest.mark.parametrize("one", [1, 1.0, "1", " 1 ", True])
def test_a_one_is_a_one_however_it_was_typed(tmp_path: Path, one: object) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["id", "integritas"])
    book.active.append(["a#1", one])
    book.save(tmp_path / "koding.xlsx")
    assert read_cells(tmp_path / "koding.xlsx")[0].value(1, 1) == "1"
    assert read_cells(pd.DataFrame({"x": pd.Series([one], dtype=object)}))[0].value(1, 0) == "1"


def test_empty_cells_are_empty_text() -> None:
    table = pd.DataFrame({"x": [1.0, None], "y": ["a", None]})
    assert read_cells(table)[0].rows == (("x", "y"), ("1", "a"), ("", ""))


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A3"), (25, "Z3"), (26, "AA3"), (701, "ZZ3"), (702, "AAA3")]
)
def test_addresses_are_those_of_a_spreadsheet(column: int, name: str) -> None:
    assert Cells("a.csv", ((), (), ())).address(2, column) == name


def test_a_cell_of_a_dataframe_is_named_by_its_labels() -> None:
    cells = read_cells(pd.DataFrame({"id": ["a#1"], "integritas": ["ya"]}, index=[7]))[0]
    assert cells.address(1, 1) == "(7, integritas)"
    twice = pd.DataFrame({"id": ["a#1", "a#1"]}, index=[0, 0])  # labels that tell no row
    assert [read_cells(twice)[0].address(row, 0) for row in (1, 2)] == ["(0, id)", "(1, id)"]


def test_a_dataframe_may_keep_as_a_column_what_its_rows_are_named_by() -> None:
    made = pd.DataFrame({"id": ["a#1"], "integritas": ["ya"]}).set_index("id", drop=False)
    assert read_cells(made)[0].rows == (("id", "integritas"), ("a#1", "ya"))


@pytest.mark.parametrize(
    ("part", "content", "why"),
    [
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>", "damaged"),
        ("xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities"),
        ("xl/worksheets/sheet1.xml", b" " * 70_000_000, "unpacked"),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_unpacked(
    tmp_path: Path, part: str, content: bytes, why: str
) -> None:
    path = tmp_path / "leksikon.xlsx"
    path.write_bytes(repacked(as_xlsx(), {part: content}))
    with pytest.raises(UnreadableSource, match=rf"leksikon.xlsx cannot be read: .*{why}"):
        read_cells(path)


def test_csv_as_an_older_spreadsheet_saves_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "koding.csv"
    path.write_bytes("id;text\na#1;“Tekad”\n".encode("cp1252"))
    assert read_cells(path)[0].rows == (("id", "text"), ("a#1", "“Tekad”"))


def test_a_cell_of_csv_may_be_as_long_as_the_file(tmp_path: Path) -> None:
    csv.field_size_limit(131_072)  # of the module, for all of the process
    path = tmp_path / "a.csv"
    path.write_text("id,isi\n1," + "x" * 200_000, encoding="utf-8")
    assert len(read_cells(path)[0].rows[1][1]) == 200_000


def test_what_excel_escapes_is_read_as_it_was_typed(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["id", "text", None])
    book.active.append(["a#1", "satu_x000D_\ndua _x005F_x000D_", None])
    book.save(tmp_path / "koding.xlsx")
    assert read_cells(tmp_path / "koding.xlsx")[0].rows == (
        ("id", "text"),
        ("a#1", "satu\r\ndua _x000D_"),
    )


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_file_that_is_no_table_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"bukan lembar kerja")
    if name.endswith("xlsx"):
        pytest.importorskip("openpyxl")
    said = "is not a readable sheet; expected .xlsx" if name == "a.ods" else "cannot be read"
    with pytest.raises(UnreadableSource, match=f"{name} {said}"):
        read_cells(tmp_path / name)
    with pytest.raises(SourceNotFound, match="tidak-ada"):
        read_cells(tmp_path / "tidak-ada.xlsx")


@pytest.mark.parametrize("name", ["koding.csv", "koding.xlsx"])
def test_a_file_that_is_not_to_be_opened_is_named_with_the_reason(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / name).write_text("id,text\n")
    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(UnreadableSource, match=f"{name} cannot be read: it cannot be opened"):
        read_cells(tmp_path / name)
