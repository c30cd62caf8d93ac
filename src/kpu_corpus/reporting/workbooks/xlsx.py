"""Tables as a workbook, one per sheet, with frozen headings, filters, notes and widths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.grid import SHADES, Cell
from kpu_corpus.reporting.workbooks.sheet import Heading, Row, Sheet
from kpu_corpus.reporting.workbooks.sheets import sheets
from kpu_corpus.reporting.workbooks.workbook import on_paper, workbook, write_cell

# Number formats with the language in front: separators and names of months follow it.
NUMBERS = {
    lang: {
        "whole": f"[$-{code}]#,##0",
        "number": "0",
        "share": f"[$-{code}]0.0{percent}",
        "decimal": f"[$-{code}]#,##0.00",
        "q": f"[$-{code}]0.0000",
        "date": f"[$-{code}]d mmmm yyyy",
    }
    for lang, code, percent in (("id", "421", r"\ %"), ("en", "409", "%"))
}
TEXTS = ("text", "code", "entry")
LINE = 15  # points
SCREEN = 160  # characters that a usual screen shows beside each other
HATCHED = 14  # thin diagonal stripes
LEFT = {"align": "left", "indent": 1}  # also of ids and groups that are numbers
RIGHT = {"align": "right", "indent": 1}  # the indent parts a number from the text after it
NOTE = {"x_scale": 2.2, "font_size": 9, "author": "kpu_corpus"}


def write_workbook(figures: Figures, report: Report, name: str) -> None:
    """Write a report as an .xlsx file; the same report gives the same bytes."""
    title = label("report.title", report.lang)
    write_sheets(sheets(figures, report), name, title, report.lang)


def write_sheets(tables: Iterable[Sheet], name: str, title: str, lang: str) -> None:
    """Write tables as an .xlsx file, one a sheet, numbers as the language writes them."""
    with workbook(name, title=title) as book:
        forms = _formats(book, lang)
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.mark = forms["mark"]
            _fill(sheet, table, forms)
            _prepare(sheet, table)


def _formats(book: Any, lang: str) -> dict[str, Any]:
    base = {"valign": "top"}
    forms = {
        kind: book.add_format({**base, **RIGHT, "num_format": number})
        for kind, number in NUMBERS[lang].items()
    }
    share = NUMBERS[lang]["share"]
    for shade, (ground, ink) in enumerate(SHADES):
        look = {"bg_color": f"#{ground}", "font_color": f"#{ink}", "num_format": share}
        forms[f"shade{shade}"] = book.add_format({**base, **RIGHT, **look})
    few = {"pattern": HATCHED, "fg_color": "#C9CED6", "bg_color": "#FFFFFF"}
    head = {"bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}
    return forms | {
        "few": book.add_format({**base, **RIGHT, **few}),
        "text": book.add_format({**base, **LEFT, "text_wrap": True}),
        "code": book.add_format({**base, **LEFT}),
        # so that "=" at the start of what a person types makes no formula
        "entry": book.add_format({**base, **LEFT, "text_wrap": True, "num_format": "@"}),
        "head": book.add_format({**head, **LEFT}),
        "head_number": book.add_format({**head, **RIGHT}),
        "mark": book.add_format({"bold": True, "underline": 1, "font_color": "#7A4A00"}),
    }


def _fill(sheet: Any, table: Sheet, forms: Mapping[str, Any]) -> None:
    for index, column in enumerate(table.columns):
        entry = forms["entry"] if column.kind == "entry" else None
        sheet.set_column(index, index, column.width, entry)
        number = column.kind not in TEXTS
        write_cell(sheet, 0, index, column.title, forms["head_number" if number else "head"])
        if column.note:
            sheet.write_comment(0, index, column.note, NOTE)
    for row, values in enumerate(table.rows, start=1):
        if _too_high(table, values):
            sheet.set_row(row, table.lines * LINE)
        for index, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            if isinstance(value, Cell):
                form = forms[f"shade{value.shade}" if value.enough else "few"]
                write_cell(sheet, row, index, value.share if value.enough else value.shown, form)
            else:
                text = isinstance(value, str | tuple) and column.kind not in TEXTS
                kind = "head" if isinstance(value, Heading) else "text" if text else column.kind
                form = forms[kind]
                write_cell(sheet, row, index, value, form)


def _too_high(table: Sheet, values: Row) -> bool:
    """Tell whether a row is to be cut at the lines of its sheet."""
    texts = zip(table.columns, values, strict=True)
    return table.lines > 0 and any(
        len(value) > table.lines * column.width for column, value in texts if isinstance(value, str)
    )


def _prepare(sheet: Any, table: Sheet) -> None:
    """Freeze the heading, add the filter, and make the sheet fit on A4 when it is printed.

    Of a table that is wider than a screen the first column, which says what a row is of, stays too.
    """
    if len(table.columns) > 1:
        sheet.freeze_panes(1, int(sum(column.width for column in table.columns) > SCREEN))
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    on_paper(sheet)
    if table.printed:
        sheet.print_area(0, 0, max(len(table.rows), 1), table.printed - 1)
    sheet.set_header(f"&L{table.caption.replace('&', '&&')}")
