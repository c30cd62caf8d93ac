"""Workbooks: how every .xlsx file is opened and every cell is written, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import KpuCorpusError
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import encodable
from kpu_corpus.ground.writing import MADE, MAKER

if TYPE_CHECKING:
    from kpu_corpus.reporting.sections.quotes import Pieces

LONGEST_CELL = 32_767  # characters that a cell can hold
MOST_ROWS = 1_048_576  # rows that a sheet can hold
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,  # a temporary file for each part takes as long as a small workbook itself
}

A4 = 9
NARROW = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}  # margins in inches


@contextmanager
def workbook(name: str, **properties: str) -> Iterator[Any]:
    """Open a new workbook that is written when the block ends; ``properties`` describe it.

    Raises OSError if the file cannot be written.
    """
    import xlsxwriter

    made = BytesIO()  # on a full disk an archive in a file would fail once more when it is let go
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"created": MADE, "author": MAKER, **properties})
        yield book
    Path(name).write_bytes(made.getbuffer())


def write_cell(sheet: Any, row: int, column: int, value: Any, form: Any = None) -> None:
    """Write one value by its type; text is only ever text, never a formula, link or number.

    Text and :data:`Pieces` are cut at what a cell can hold; None and NaN leave the cell empty.
    """
    if row >= MOST_ROWS:
        raise KpuCorpusError("sheet_rows", limit=MOST_ROWS - 1)
    if isinstance(value, str):
        _write_text(sheet, row, column, _fitting(value), form)
    elif isinstance(value, tuple):
        _write_pieces(sheet, row, column, value, form)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, form)
    elif is_missing(value):
        sheet.write_blank(row, column, None, form)
    elif value in (inf, -inf):  # a spreadsheet has no such number
        sheet.write_string(row, column, "∞" if value > 0 else "-∞", form)
    else:
        sheet.write(row, column, value.item() if hasattr(value, "item") else value, form)


def on_paper(sheet: Any, head: int = 0) -> None:
    """Print a sheet one page of A4 wide, the row of its headings on every page."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**NARROW)
    sheet.repeat_rows(head)
    sheet.set_footer("&R&P / &N")


def _fitting(text: str) -> str:
    """Return text that a cell can hold: no lone surrogates, not longer than the limit."""
    clean = encodable(text)
    units = clean.encode("utf-16-le")  # so a spreadsheet counts: two for a sign beyond the plane
    if len(units) <= 2 * LONGEST_CELL:
        return clean
    return units[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def _write_text(sheet: Any, row: int, column: int, text: str, form: Any) -> None:
    if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes it for its own markup
        sheet.write_rich_string(row, column, *text[:2], text[2:], *([form] if form else []))
    else:
        sheet.write_string(row, column, text, form)


def _write_pieces(sheet: Any, row: int, column: int, pieces: Pieces, form: Any) -> None:
    """Write text with its marked pieces in ``sheet.mark``, the format of a hit."""
    whole = "".join(text for text, _ in pieces)
    fitting = _fitting(whole)
    if len(pieces) < 2 or len(fitting) < len(whole) or not any(mark for _, mark in pieces):
        _write_text(sheet, row, column, fitting, form)
        return
    parts: list[Any] = []
    for text, mark in pieces:
        parts += [sheet.mark, _fitting(text)] if mark else [_fitting(text)]
    sheet.write_rich_string(row, column, *parts, form)
