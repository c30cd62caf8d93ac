"""Workbooks (Excel) → the columns and rows of the sheet with the texts, or of forms."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.reading.archive import check_package
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.beside import stacked
from kpu_corpus.reading.rows.csv_lines import Line
from kpu_corpus.reading.rows.layout import LINES, answers, said_above
from kpu_corpus.reading.rows.lines import Header, full_lines, titled_rows
from kpu_corpus.reading.rows.numbers import with_typed_numbers
from kpu_corpus.reading.rows.rows import Table, plain_row

Fits = Callable[[list[str], list[dict[str, Any]]], bool]
LAST = 1_048_576  # row of a sheet


def read_workbook(data: bytes, limits: Limits, header: Header, fits: Fits) -> Table:
    """Return the first sheet with rows that ``fits``, else the first with rows; forms as rows.

    ``header`` chooses the line of the titles. Raises UnreadableSource where no sheet has rows, and
    past the limits, MissingExtra without openpyxl.
    """
    with needed(".xlsx", "openpyxl"):
        import openpyxl
    check_package(data, limits)
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    try:
        sheets = book.worksheets
        chosen = None
        for at, sheet in enumerate(sheets):
            if chosen is None and (form := answers(_first(sheet, limits))):
                return _forms(form, iter(sheets[at + 1 :]), limits)
            columns, lines, numbers, _ = titled_rows(_cells(sheet, limits), limits, header)
            fit = bool(lines) and fits(columns, lines)
            if fit or (lines and chosen is None):
                chosen = sheet, columns, lines, numbers
            if fit:
                break
        if chosen:
            sheet, columns, lines, numbers = chosen
            left = [x.title for x in sheets if x is not sheet and _has_rows(x, limits)]
            beside = stacked(columns, lines)
            columns, lines = beside or (columns, lines)
            rows = with_typed_numbers(columns, map(plain_row, lines))
            above = [] if beside else said_above(sheet, numbers, columns, rows, limits)
            return Table(columns, rows, "xlsx", left, above, sheet=True)
    finally:
        book.close()
    raise UnreadableSource("empty")


def _forms(first: dict[str, Any], sheets: Iterator[Any], limits: Limits) -> Table:
    """Return a form and those on the sheets behind it, a row each; the other sheets are left."""
    read = [(sheet, answers(_first(sheet, limits))) for sheet in sheets]
    rows = [first, *(form for _, form in read if form)]
    left = [sheet.title for sheet, form in read if not form and _has_rows(sheet, limits)]
    columns = [*dict.fromkeys(chain.from_iterable(rows))]
    return Table(columns, with_typed_numbers(columns, map(plain_row, rows)), "xlsx", left)


def _first(sheet: Any, limits: Limits) -> Iterator[list[Any]]:
    """Yield the first lines of a sheet that people see: enough to know a form."""
    seen = sheet.sheet_state == "visible"
    return (
        cells for _, cells in islice(full_lines(_cells(sheet, limits), limits), LINES + 1) if seen
    )


def _has_rows(sheet: Any, limits: Limits) -> bool:
    """Tell whether a sheet that people see has a line below its first."""
    seen = sheet.sheet_state == "visible"
    return seen and len([*islice(full_lines(_cells(sheet, limits), limits), 2)]) == 2


def _cells(sheet: Any, limits: Limits) -> Iterator[Line]:
    """Yield the lines of a sheet; a text that a file has once may stand in any number of cells."""
    size, most = 0, 4 * limits.file_bytes
    sheet.reset_dimensions()  # a wrong size in the file must not make millions of cells
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > max(limits.rows + 1, LAST):  # below a gap may stand one more cell
            raise UnreadableSource("many_rows", limit=limits.rows)
        size += sum(len(cell) for cell in row if isinstance(cell, str))
        if size > most:
            raise UnreadableSource("unpacked", limit=most)
        if row:
            yield number, list(map(unescaped, row))


def unescaped(cell: Any) -> Any:
    """Return the value of an Excel cell with the characters that the file has as ``_x000D_``.

    >>> unescaped("satu_x000D_\\ndua"), unescaped(7)
    ('satu\\r\\ndua', 7)
    """
    if not isinstance(cell, str) or "_x" not in cell:
        return cell
    from openpyxl.utils.escape import unescape

    return unescape(cell)
