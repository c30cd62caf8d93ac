"""Tables as files (CSV, TSV, JSON lines, Excel, Parquet) → sources, one row an essay."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any

from kpu_corpus.corpus import Source
from kpu_corpus.errors import MissingExtra, UnreadableSource
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import check_package
from kpu_corpus.reading.rows import plain, sources_of
from kpu_corpus.reading.text import decode

Table = tuple[list[str], list[dict[str, Any]]]
Header = Callable[[list[list[Any]]], int]
TABLES = frozenset({"csv", "jsonl", "xlsx", "parquet"})
FIRST = 20  # lines among which the titles of the columns are looked for where they may be lower


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


def rows_of(
    data: bytes, kind: str, limits: Limits, header: Header | None = None
) -> tuple[Table, str]:
    """Return ((columns, rows), encoding) of a table; rows are dictionaries of plain values.

    The first full line has the titles of the columns, or the one of the first `FIRST` that
    ``header`` chooses; the lines above it are left out.
    """
    if kind == "csv":
        content, encoding = decode(data)
        return _csv(content, limits, header), encoding
    if kind == "jsonl":
        content, encoding = decode(data)
        return _jsonl(content, limits), encoding
    return (_xlsx(data, limits, header) if kind == "xlsx" else _parquet(data, limits)), kind


def _csv(content: str, limits: Limits, header: Header | None) -> Table:
    first = content.split("\n", FIRST)[: FIRST if header else 1]
    # a title above the table may have commas: what stands in the most lines parts the cells
    mark = max(
        ",;\t",
        key=lambda char: (
            sum(char in line for line in first),
            sum(line.count(char) for line in first),
            char == ",",
        ),
    )
    csv.field_size_limit(max(csv.field_size_limit(), limits.file_bytes))
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=mark)
    try:
        return _table(reader, limits, header)
    except csv.Error as error:
        raise UnreadableSource("broken", kind="CSV") from error


def _table(lines: Iterable[Iterable[Any]], limits: Limits, header: Header | None) -> Table:
    """Make a table of lines, the first full one being the names of the columns."""
    cells = (list(line) for line in lines)
    full = (line for line in cells if not all(cell is None or cell == "" for cell in line))
    first = list(islice(full, FIRST if header else 1))
    if not first:
        return [], []
    at = header(first) if header else 0
    columns = _names(first[at])
    rows: list[dict[str, Any]] = []
    for line in chain(first[at + 1 :], full):
        if len(rows) == limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        rows.append(dict(zip(columns, line, strict=False)))
    return columns, rows


def _names(cells: list[Any]) -> list[str]:
    """Name the columns: one without a name by its place, one that comes twice with its number."""
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = str(cell).strip() if cell not in (None, "") else f"column {place}"
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
    return list(dict.fromkeys(key for row in rows for key in row)), rows


def _xlsx(data: bytes, limits: Limits, header: Header | None) -> Table:
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
            columns, rows = _table(_cells(sheet, limits), limits, header)
            if rows:
                return columns, [_plain(row) for row in rows]
    finally:
        book.close()
    raise UnreadableSource("empty")


def _cells(sheet: Any, limits: Limits) -> Iterator[list[Any]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number > limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        yield list(row)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in row.items()}


def _parquet(data: bytes, limits: Limits) -> Table:
    table = open_parquet(data, limits).read()
    rows = [_plain(row) for row in table.to_pylist()]
    return [str(name) for name in table.column_names], rows


def open_parquet(data: bytes, limits: Limits) -> Any:
    """Open a Parquet file, refusing one that would unpack past the limits."""
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtra("extra", feature=".parquet", package="pyarrow", extra="read") from error
    file = parquet.ParquetFile(pyarrow.BufferReader(data), pre_buffer=False)
    about = file.metadata
    if about.num_rows > limits.rows:
        raise UnreadableSource("many_rows", limit=limits.rows)
    size = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    if size > 4 * limits.file_bytes:
        raise UnreadableSource("unpacked", limit=4 * limits.file_bytes)
    return file
