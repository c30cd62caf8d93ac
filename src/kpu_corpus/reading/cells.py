"""Cells of a table filled in by a person, with the address that errors name."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kpu_corpus.errors import (
    KpuCorpusError,
    SourceNotFound,
    UnreadableSource,
    needed,
    system_reason,
)
from kpu_corpus.ground.checks import from_home
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.reading.archive import check_package
from kpu_corpus.reading.content import damaged
from kpu_corpus.reading.files import meant
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.workbook import unescaped
from kpu_corpus.reading.tables import parted
from kpu_corpus.reading.text import decode

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")

SUFFIXES = (".xlsx", ".csv")
TABLE = "DataFrame"  # the name of cells that come from no file
# What a spreadsheet would take for a formula at the start of a cell. Where it parts lists by
# semicolons, as in Indonesian, a cell may start after one, after a quotation mark, on a new line.
_START = r"(?:^|(?<=[;\t\r\n]))"
_SIGN = r'(?="*[=+\-@＝＋－＠\t\r])'
_FORMULA, _GUARDED = re.compile(f"{_START}{_SIGN}"), re.compile(f"{_START}'{_SIGN}")
MAX_BYTES = 32 * 1024 * 1024
MAX_ROWS, MAX_COLUMNS = 100_000, 500


@dataclass(frozen=True, slots=True)
class Cells:
    """Rows of a sheet, the header first; cells are stripped text, "" where nothing stands.

    Of the sheet ``above`` rows stand above the header.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    numbered: tuple[str, ...] = ()
    above: int = 0

    @property
    def header(self) -> tuple[str, ...]:
        """The first row."""
        return self.rows[0] if self.rows else ()

    def value(self, row: int, column: int) -> str:
        """Return a cell, "" outside the sheet."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def number(self, row: int) -> int:
        """Return which row of the sheet a row is, counted from 1."""
        return self.above + row + 1

    def address(self, row: int, column: int) -> str:
        """Return the name of a cell: ``F12`` in a file, row label and column in a DataFrame.

        Where labels of rows come twice, the place of the row, counted from 0, is told instead.

        >>> Cells("a.csv", (("id", "x"), ("1", "ya"))).address(1, 1)
        'B2'
        """
        if not self.numbered:
            return f"{_letters(column)}{self.number(row)}"
        return f"({self.numbered[row - 1] if row else 'header'}, {self.header[column]})"

    def told(self, row: int, column: int) -> dict[str, str]:
        """Return what an error says of a cell: the sheet, the cell's address and its content."""
        got = repr(self.value(row, column))
        return {"name": self.name, "cell": self.address(row, column), "got": got}


def head_of(path: Path) -> Cells:
    """Return the first row of the first sheet of a file, no row if it is no such table."""
    try:
        return read_cells(path, most=1)[0]
    except KpuCorpusError:
        return Cells(path.name, ())


def read_cells(
    made: str | Path | pd.DataFrame, *, formulas: bool = False, most: int = MAX_ROWS + 1
) -> list[Cells]:
    """Read the sheets of an .xlsx file, the one of a .csv file, or a DataFrame.

    A formula gives its last result, or with ``formulas`` its own text. Of each sheet of a file no
    more than ``most`` rows are read.

    Raises SourceNotFound, UnreadableSource for a file that is no such table, and MissingExtra
    when .xlsx cannot be read.
    """
    if not isinstance(made, str | Path):
        # a label that several rows have tells none of them
        numbered = tuple(map(str, made.index if made.index.is_unique else range(len(made))))
        if None not in (names := {*made.index.names}) and names.isdisjoint(made.columns):
            made = made.reset_index()  # pd.read_excel(…, index_col="id")
        header = tuple(str(name).strip() for name in made.columns)
        rows = (tuple(map(_text, row)) for row in made.itertuples(index=False, name=None))
        return [Cells(TABLE, (header, *rows), numbered)]
    path = from_home(made)
    if not os.path.exists(path):
        raise SourceNotFound("not_found", path=repr(str(path)), hint=meant(path))
    if path.suffix.lower() not in SUFFIXES:
        raise UnreadableSource("sheet_suffix", name=path.name, valid=", ".join(SUFFIXES))
    if path.stat().st_size > MAX_BYTES:
        raise UnreadableSource("file_large", name=path.name, limit=MAX_BYTES)
    try:
        data = path.read_bytes()
    except OSError as error:  # as where a spreadsheet has it open
        raise _unread(path, UnreadableSource("not_opened", why=system_reason(error))) from error
    if path.suffix.lower() == ".csv":
        return _csv(path, data, most)
    return _xlsx(path, data, formulas, most)


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: with an apostrophe where it might.

    >>> guarded("=jujur"), unguarded("'=jujur")
    ("'=jujur", '=jujur')
    """
    return _FORMULA.sub("'", text)


def unguarded(text: str) -> str:
    """Return text without the apostrophes of :func:`guarded`."""
    return _GUARDED.sub("", text)


def _csv(path: Path, data: bytes, most: int) -> list[Cells]:
    try:
        text, _ = decode(data)
        mark, start = parted(text)
        csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
        rows = csv.reader(io.StringIO(text[start:], newline=""), delimiter=mark, strict=True)
        read = tuple(tuple(cell.strip() for cell in row) for row in islice(rows, most))
    except (UnreadableSource, csv.Error) as error:
        raise _unread(path, error) from error
    return [_checked(Cells(path.name, read))]


def _xlsx(path: Path, data: bytes, formulas: bool, most: int) -> list[Cells]:
    with needed(".xlsx", "openpyxl"):
        from openpyxl import load_workbook
    try:
        check_package(data, Limits())
        book = load_workbook(
            io.BytesIO(data), read_only=True, data_only=not formulas, keep_links=False
        )
        read = [Cells(path.name, _rows(sheet, most)) for sheet in book.worksheets]
        if not read:
            raise UnreadableSource("empty")
    except Exception as error:  # openpyxl lets the errors of zipfile, XML and its own through
        raise _unread(path, error) from error
    return list(map(_checked, read))


def _unread(path: Path, error: Exception) -> UnreadableSource:
    why = error if isinstance(error, UnreadableSource) else damaged(path.name, error)
    return UnreadableSource("sheet_broken", name=path.name, why=why)


def _rows(sheet: Any, most: int) -> tuple[tuple[str, ...], ...]:
    sheet.reset_dimensions()  # what other programs state there is not reliable
    rows = sheet.iter_rows(max_row=most, values_only=True)
    read = ([_text(unescaped(cell)) for cell in row[:MAX_COLUMNS]] for row in rows)
    return _filled(map(_filled, read))


def _filled(parts: Iterable[T]) -> tuple[T, ...]:
    """Return rows, or the cells of one, without the empty ones at the end, left by formats."""
    kept = [*parts]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _checked(cells: Cells) -> Cells:
    if len(cells.rows) > MAX_ROWS:
        raise UnreadableSource("sheet_long", name=cells.name, limit=MAX_ROWS)
    return cells


def _text(value: Any) -> str:
    """Return a cell as text: 1.0 and True are "1", since spreadsheets write 1 in many ways."""
    if is_missing(value):
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _letters(column: int) -> str:
    """Return the letters of a column: 0 → A, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
