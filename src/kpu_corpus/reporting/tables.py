"""Tables out: aligned text for a terminal, or a file whose kind its suffix decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument, MissingExtra
from kpu_corpus.writing import whole

if TYPE_CHECKING:
    import pandas as pd

WIDEST = 60  # characters of a cell in the terminal
# What a spreadsheet would take for a formula at the start of a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(table: pd.DataFrame) -> str:
    """Return a table as aligned text, long cells shortened.

    >>> import pandas as pd
    >>> print(as_text(pd.DataFrame({"term": ["integritas"], "count": [10]})))
    term        count
    integritas     10
    """
    columns = [(name, [_cell(value) for value in table[name]]) for name in table.columns]
    cells = []
    for name, values in columns:
        width = max(map(len, [str(name), *values]))
        left = str(table[name].dtype) in ("str", "object", "bool")
        aligned = [f"{value:<{width}}" if left else f"{value:>{width}}" for value in values]
        cells.append([f"{name:<{width}}" if left else f"{name:>{width}}", *aligned])
    return "\n".join("  ".join(row).rstrip() for row in zip(*cells, strict=True))


def write_table(table: pd.DataFrame, path: str | Path) -> Path:
    """Write a table as .csv, .xlsx, .jsonl or .parquet and return the path.

    The file appears under its name only when it is complete. No text cell can act as a formula
    in a spreadsheet: a dangerous first character gets an apostrophe in CSV, and XLSX cells are
    written as text. Raises InvalidArgument for another suffix.
    """
    target = Path(path)
    writers: dict[str, Callable[[pd.DataFrame, str], None]] = {
        ".csv": _csv,
        ".jsonl": _jsonl,
        ".parquet": _parquet,
        ".xlsx": _xlsx,
    }
    writer = writers.get(target.suffix.lower())
    if writer is None:
        valid = ", ".join(writers)
        raise InvalidArgument("out_suffix", path=path, suffix=target.suffix or "—", valid=valid)
    return whole(target, lambda name: writer(table, name))


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.4g}"
    text = " ".join(str(value).split())
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _csv(table: pd.DataFrame, name: str) -> None:
    guarded = table.copy()
    for column in guarded.columns:
        if str(guarded[column].dtype) in ("str", "object"):
            guarded[column] = [_guarded(value) for value in guarded[column]]
    guarded.to_csv(name, index=False, encoding="utf-8-sig", lineterminator="\n")


def _guarded(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _jsonl(table: pd.DataFrame, name: str) -> None:
    table.to_json(name, orient="records", lines=True, force_ascii=False)


def _parquet(table: pd.DataFrame, name: str) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise MissingExtra("extra", feature=".parquet", package="pyarrow", extra="read") from error
    table.to_parquet(name, index=False)


def _xlsx(table: pd.DataFrame, name: str) -> None:
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra(
            "extra", feature=".xlsx", package="XlsxWriter", extra="report"
        ) from error
    options = {"strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(name, options) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for column, title in enumerate(table.columns):
            sheet.write_string(0, column, str(title), bold)
            for row, value in enumerate(table[title], start=1):
                if isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None and value == value:
                    sheet.write(row, column, value.item() if hasattr(value, "item") else value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table), 1), max(len(table.columns) - 1, 0))
