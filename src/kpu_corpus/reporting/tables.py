"""Tables out: aligned text for a terminal, or a file whose kind its suffix decides."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument, MissingExtra
from kpu_corpus.grouping import group_columns, labelled
from kpu_corpus.reporting.wording import Wording
from kpu_corpus.writing import MAKER, RESULT, whole

if TYPE_CHECKING:
    import pandas as pd

# What a spreadsheet would take for a formula at the start of a cell.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(table: pd.DataFrame, lang: str = "id") -> str:
    """Return a table as aligned text, long cells shortened, groups named in the language.

    >>> import pandas as pd
    >>> print(as_text(pd.DataFrame({"term": ["integritas"], "count": [10]})))
    term        count
    integritas     10
    """
    wording, table = Wording(lang), labelled(table, group_columns(table))
    columns = [
        (name, [_cell(value, str(name), wording) for value in table[name]])
        for name in table.columns
    ]
    cells = []
    for name, values in columns:
        width = max(map(len, [str(name), *values]))
        left = str(table[name].dtype) in ("str", "object", "bool")
        aligned = [f"{value:<{width}}" if left else f"{value:>{width}}" for value in values]
        cells.append([f"{name:<{width}}" if left else f"{name:>{width}}", *aligned])
    return "\n".join("  ".join(row).rstrip() for row in zip(*cells, strict=True))


def write_table(
    table: pd.DataFrame,
    path: str | Path,
    kind: str = "",
    lang: str = "id",
    names: Mapping[str, str] | None = None,
) -> Path:
    """Write a table as .csv, .xlsx, .jsonl or .parquet and return the path.

    A workbook is for people: titles, values and the names of the themes in their language, as
    :func:`kpu_corpus.reporting.readable.readable` has them of a table of this ``kind``. The
    others are for programs and keep the columns and values of the table. The file appears under
    its name only when it is complete. No text cell can act as a formula in a spreadsheet: a
    dangerous first character gets an apostrophe in CSV, and XLSX cells are written as text.
    Raises InvalidArgument for another suffix.
    """

    def workbook(made: pd.DataFrame, name: str) -> None:
        from kpu_corpus.reporting.readable import readable
        from kpu_corpus.reporting.xlsx import write_sheets

        sheet = readable(labelled(made, group_columns(made)), kind, lang, names)
        write_sheets([sheet], name, sheet.caption, lang)

    target = Path(path)
    writers: dict[str, Callable[[pd.DataFrame, str], None]] = {
        ".csv": _csv,
        ".jsonl": _jsonl,
        ".parquet": _parquet,
        ".xlsx": workbook,
    }
    writer = writers.get(target.suffix.lower())
    if writer is None:
        valid = ", ".join(writers)
        raise InvalidArgument("out_suffix", path=path, suffix=target.suffix or "—", valid=valid)
    return whole(target, lambda name: writer(table, name))


def _cell(value: Any, column: str, wording: Wording) -> str:
    if isinstance(value, float):
        return "" if value != value else f"{value:.4g}"
    return wording.group(str(value), column)


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
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtra("extra", feature=".parquet", package="pyarrow", extra="read") from error
    made = pyarrow.Table.from_pandas(table, preserve_index=False)
    about = {**made.schema.metadata, RESULT: MAKER.encode()}
    if table.attrs:
        about[b"PANDAS_ATTRS"] = json.dumps(table.attrs)  # as pandas keeps them
    parquet.write_table(made.replace_schema_metadata(about), name)
