"""Tables as files (CSV, TSV, JSON lines, Excel, Parquet) → sources, one row an essay."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kpu_corpus.corpus import Source
from kpu_corpus.errors import MissingExtra, UnreadableSource
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import check_package
from kpu_corpus.reading.parquet import read_parquet
from kpu_corpus.reading.rows import known, sources_of
from kpu_corpus.reading.text import decode

Table = tuple[list[str], list[dict[str, Any]]]


def read_table(
    data: bytes, kind: str, name: str, limits: Limits, text: str | None = None
) -> list[Source]:
    """Return the essays of a table of kind csv, jsonl, xlsx or parquet.

    ``name`` is the table's name, for rows without an id; ``text`` names the text column. Raises
    UnreadableSource for a broken table and past the limits, InvalidArgument without a text
    column, MissingExtra without openpyxl or pyarrow.
    """
    (columns, rows), encoding = rows_of(data, kind, limits)
    sources = sources_of(columns, rows, text=text, prefix=f"{name}-")
    return [replace(source, encoding=encoding) for source in sources]


def rows_of(data: bytes, kind: str, limits: Limits) -> tuple[Table, str]:
    """Return ((columns, rows), encoding) of a table; rows are dictionaries of plain values."""
    if kind == "csv":
        content, encoding = decode(data)
        return _csv(content, limits), encoding
    if kind == "jsonl":
        content, encoding = decode(data)
        return _jsonl(content, limits), encoding
    return (_xlsx if kind == "xlsx" else _parquet)(data, limits), kind


def _csv(content: str, limits: Limits) -> Table:
    first = content.partition("\n")[0]
    mark = max(",;\t", key=lambda char: (first.count(char), char == ","))
    csv.field_size_limit(max(csv.field_size_limit(), limits.file_bytes))
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=mark)
    try:
        return _table(reader, limits)
    except csv.Error as error:
        raise UnreadableSource("broken", kind="CSV") from error


def _table(lines: Iterable[Iterable[Any]], limits: Limits) -> Table:
    """Make a table of lines, the first full one being the names of the columns.

    Columns at the end that have neither a name nor a value are left out: spreadsheets keep cells
    to their last column once they are formatted.
    """
    full: list[list[Any]] = []
    cells = named = 0
    for line in lines:
        row = [None if cell == "" else cell for cell in line]
        size = len(row)
        cells += size
        if cells > limits.cells:
            raise UnreadableSource("many_cells", limit=limits.cells)
        while row and row[-1] is None:
            row.pop()
        if not row:
            continue
        if len(full) > limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        named = named or size
        full.append(row)
    width = min(named, max(map(len, full), default=0))
    if width > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    columns = _names(_padded(full[0], width)) if full else []
    return columns, [dict(zip(columns, _padded(row, width), strict=True)) for row in full[1:]]


def _padded(row: list[Any], width: int) -> list[Any]:
    return (row + [None] * (width - len(row)))[:width]


def _names(cells: list[Any]) -> list[str]:
    """Name the columns: one without a name by its place, one that comes twice with its number."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = str(cell).strip() if cell is not None else f"column {place}"
        names.append(name if name not in names else f"{name} ({place})")
    return names


def _jsonl(content: str, limits: Limits) -> Table:
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(content.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        if len(rows) == limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableSource("json_line", line=number) from error
        if not isinstance(row, dict):
            raise UnreadableSource("json_line", line=number)
        rows.append(row)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if len(columns) > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    return columns, rows


def _xlsx(data: bytes, limits: Limits) -> Table:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra("extra", feature=".xlsx", package="openpyxl", extra="read") from error
    check_package(data, limits, ".xlsx")
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a wrong size in the file must not make millions of cells
            columns, rows = _table(_cells(sheet, limits), limits)
            if rows:
                return columns, [known(row) for row in rows]
    finally:
        book.close()
    raise UnreadableSource("empty")


def _cells(sheet: Any, limits: Limits) -> Iterator[list[Any]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        yield list(map(unescaped, row))


def unescaped(cell: Any) -> Any:
    """Return the value of an Excel cell with the characters that the file has as ``_x000D_``.

    >>> unescaped("satu_x000D_\\ndua"), unescaped(7)
    ('satu\\r\\ndua', 7)
    """
    if not isinstance(cell, str) or "_x" not in cell:
        return cell
    from openpyxl.utils.escape import unescape

    return unescape(cell)


def _parquet(data: bytes, limits: Limits) -> Table:
    table = read_parquet(data, limits)
    rows = [known(row) for row in table.to_pylist()]
    return [str(name) for name in table.column_names], rows
