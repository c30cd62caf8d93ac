"""Tables as files (CSV, TSV, JSON, Excel, Parquet) → sources, one row per essay."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import Any

from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.printable import file_name, first_of
from kpu_corpus.reading.content import quiet
from kpu_corpus.reading.html.fragments import shown
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.own import are_of_results
from kpu_corpus.reading.rows.csv_lines import lines_of
from kpu_corpus.reading.rows.json_rows import apart, json_rows
from kpu_corpus.reading.rows.layout import FIRST, line_of_titles
from kpu_corpus.reading.rows.lines import Header, titled_rows
from kpu_corpus.reading.rows.numbers import with_numbers, with_typed_numbers
from kpu_corpus.reading.rows.parquet import orders_in, read_parquet, unfolded
from kpu_corpus.reading.rows.partitions import with_partition
from kpu_corpus.reading.rows.rows import Row, Table, has_texts, plain_row, sources_of
from kpu_corpus.reading.rows.texts import Texts
from kpu_corpus.reading.rows.titles import names_of
from kpu_corpus.reading.rows.workbook import Fits, read_workbook
from kpu_corpus.reading.text import decode, decode_lines

TABLES = frozenset({"csv", "jsonl", "xlsx", "parquet"})
MARKS = ",;\t|"  # that part the cells of a CSV file
HEAD = 1_000_000  # characters among which the first lines are
SHOWN = 5  # numbers of lines in one sentence
_QUOTED = re.compile(rf'(?<![^{re.escape(MARKS)}\r\n])"(?:[^"]|"")*+"')  # a cell
_SEP = re.compile(r'\ufeff?sep=(?P<mark>[^\w"\r\n])\r?\n', re.IGNORECASE)


def read_table(
    data: bytes, kind: str, name: str, origin: str, limits: Limits, text: Texts | None = None
) -> list[Row]:
    """Return the essays of a table of kind csv, jsonl, xlsx or parquet, or why a row has none.

    ``name`` is the table's name below what was given, for rows without an id, ``origin`` its path;
    folders of both may part it by columns. ``text`` names the text columns. Raises UnreadableSource
    for a broken table, a result of the library, one without rows and past the limits,
    InvalidArgument without a text column, MissingExtra without openpyxl or pyarrow.
    """
    header, fits = partial(line_of_titles, text=text), partial(has_texts, text=text)
    table = rows_of(data, kind, limits, header, fits, text)
    if text is None and are_of_results(table.columns):
        raise UnreadableSource("own_result")
    if not table.rows:
        raise UnreadableSource("no_rows")
    table = with_partition(table, name, file_name(origin))
    found = sources_of(table, text=text, prefix=f"{name}-", shown=partial(shown, limits=limits))
    return [
        *(r._replace(encoding=table.encoding) if isinstance(r, Source) else r for r in found),
        *((sheet, UnreadableSource("other_sheet")) for sheet in table.left),
    ]


def whole_rows(data: bytes, kind: str) -> bytes:
    """Return the bytes of a table that is cut off up to the end of its last whole row.

    A line of CSV ends a row if its quotation marks are even with those before. Raises
    UnreadableSource for a kind without lines.

    >>> whole_rows(b'teks\\n"Kami\\njujur"\\n"Kami\\nad', "csv")
    b'teks\\n"Kami\\njujur"\\n'
    """
    if kind not in ("csv", "jsonl"):
        raise UnreadableSource("cut_off")
    end = data.rfind(b"\n") + 1
    quotes = data.count(b'"', 0, end) if kind == "csv" else 0
    while quotes % 2:
        above = data.rfind(b"\n", 0, end - 1) + 1
        quotes -= data.count(b'"', above, end)
        end = above
    return data[:end]


def rows_of(
    data: bytes,
    kind: str,
    limits: Limits,
    header: Header,
    fits: Fits,
    text: Texts | None = None,
) -> Table:
    """Return the columns and rows of a table.

    Of a workbook the first sheet with rows is read, of those that the table ``fits`` if there are
    any; the others that have rows are named. Of CSV and workbooks ``header`` chooses the line with
    the titles of the columns among the first `FIRST`; what stands above is left out. ``text`` names
    the text columns.
    """
    if kind == "csv":
        content, encoding = decode(data)
        columns, lines = _csv(content, limits, header)
        rows, broken = apart(lines)
        return Table(columns, rows, encoding, sheet=True, broken=broken)
    if kind == "jsonl":
        content, encoding = decode_lines(data)
        columns, lines = json_rows(content, limits, text)
        rows, broken = apart(lines)
        return Table(columns, rows, encoding, broken=broken)
    with quiet():
        if kind == "xlsx":
            return read_workbook(data, limits, header, fits)
        return _parquet(data, limits)


def _csv(
    content: str, limits: Limits, header: Header
) -> tuple[list[str], list[dict[str, Any] | UnreadableSource]]:
    """Return columns and rows of a CSV file; a broken row is the reason why it is none.

    Raises UnreadableSource where more than half of the rows are.
    """
    if len(_first(content, 2)) == 1:  # as Excel ends lines in "CSV (Macintosh)"
        content = re.sub(r"\r(?!\n)", "\n", content)
    mark, at = parted(content)
    before = content.count("\n", 0, at)
    csv.field_size_limit(max(csv.field_size_limit(), limits.file_bytes))
    broken: dict[int, UnreadableSource] = {}
    lines = lines_of(content[at:], mark, before, broken)
    columns, rows, numbers, wide = titled_rows(lines, limits, header, narrow=True)
    if 2 * (len(wide) + len(broken)) > len(rows) + len(wide) + len(broken):
        raise _wide(mark, wide) if wide else next(iter(broken.values()))
    broken |= {number: _wide(mark, [number]) for number in wide}
    found: dict[int, dict[str, Any] | UnreadableSource] = {**broken}
    found |= zip(numbers, with_numbers(columns, rows), strict=True)
    return columns, [found[number] for number in sorted(found)]


def _wide(mark: str, lines: Sequence[int]) -> UnreadableSource:
    told = first_of([*map(str, lines)], SHOWN)
    return UnreadableSource("csv_cells", mark=repr(mark), lines=told)


def parted(content: str) -> tuple[str, int]:
    """Return the mark between the cells of a CSV file, and where its first line begins.

    It is the one by which Excel is told, or else that of which most lines have as many, the more
    of them one below the other the better: texts, and a title above the table, have commas, too. If
    there is none, it is one that all lines have, or the first one. What stands in quotation marks
    does not count.

    >>> parted('esai;tema\\n1;"Kami jujur,\\nadil,\\nhadir,\\nrapi"'), parted("sep=^\\nid^teks")
    ((';', 0), ('^', 6))
    """
    if told := _SEP.match(content):
        return told["mark"], told.end()
    lines = [line for line in _first(content, FIRST) if line.strip(" \r")]

    def fits(mark: str) -> tuple[int, int, int, bool]:
        counts = [line.count(mark) for line in lines]
        alike = max(Counter(filter(None, counts)).values(), default=0)
        near = max((len([*same]) for count, same in groupby(counts) if count), default=0)
        most = 2 * alike > len(lines)
        return alike * most, near * most, sum(counts) * most, all(counts)

    return max(MARKS, key=fits), 0


def _first(content: str, lines: int) -> list[str]:
    """Return the first lines of a CSV file, without what stands in quotation marks."""
    return _QUOTED.sub("", content[:HEAD]).split("\n", lines)[:lines]


def _parquet(data: bytes, limits: Limits) -> Table:
    table = unfolded(read_parquet(data, limits))
    columns = names_of(table.column_names)
    table = table.rename_columns(columns)  # rows as dicts would lose one of two of one name
    rows = with_typed_numbers(columns, map(plain_row, table.to_pylist()))
    return Table(columns, rows, "parquet", orders=orders_in(data, table))
