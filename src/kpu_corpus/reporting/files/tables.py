"""Tables as files in the format of their suffix."""

from __future__ import annotations

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.columns.grouping import group_columns, labelled
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.ground.writing import MAKER, RESULT, ending, write_whole
from kpu_corpus.reading.cells import guarded
from kpu_corpus.reading.own import are_of_results
from kpu_corpus.reporting.belonging import with_fields_of_essays

if TYPE_CHECKING:
    import pandas as pd

# Rows end as in RFC 4180: with "\n" alone a carriage return inside a text would stay unquoted.
ROW_END = "\r\n"
SUFFIXES = (".csv", ".jsonl", ".parquet", ".xlsx")
LONGEST_ROW = 1 << 20  # bytes; a first row that is longer is not from here
_OF_CUTS = {"essay", "source", "position", "confidence"}  # of the table of essays, which is read


def write_table(
    table: pd.DataFrame,
    path: str | Path,
    kind: str = "",
    lang: str = "id",
    names: Mapping[str, str] | None = None,
    corpus: Corpus | None = None,
) -> Path:
    """Write a table as .csv, .xlsx, .jsonl or .parquet and return the path.

    A workbook is for people: titles, values and the names of the themes in their language, as
    ``workbooks.readable`` has them of a table of this ``kind``, and title, author and office beside
    the id of each essay of the ``corpus``. The others are for programs and keep the columns and
    values of the table. The file appears under its name only when it is complete. No text and no
    heading can act as a formula in a spreadsheet: what might be taken for the start of one gets an
    apostrophe in CSV, and XLSX cells are written as text. Raises InvalidArgument for another
    suffix.
    """

    def workbook(made: pd.DataFrame, name: str) -> None:
        from kpu_corpus.reporting.workbooks.readable import readable, yes_and_no
        from kpu_corpus.reporting.workbooks.xlsx import write_sheets

        made = yes_and_no(labelled(made, group_columns(made)), lang)
        made = with_fields_of_essays(made, corpus) if corpus else made
        sheet = readable(made, kind, lang, names)
        write_sheets([sheet], name, sheet.caption, lang)

    target = ending(path, *SUFFIXES)
    writers: tuple[Callable[[pd.DataFrame, str], None], ...] = (_csv, _jsonl, _parquet, workbook)
    write = dict(zip(SUFFIXES, writers, strict=True))[target.suffix.lower()]
    return write_whole(target, lambda name: write(table, name))


def is_table(path: Path) -> bool:
    """Tell whether a .csv or .jsonl file begins as :func:`write_table` writes it.

    Neither format can hold a mark, so its columns tell; in CSV also the byte order mark, which
    most programs leave out. A JSONL without rows is an empty line.
    """
    with path.open("rb") as file:
        head, more = file.readline(LONGEST_ROW), file.read(1)
    if not head.strip() and not more:
        return True
    try:
        if path.suffix.lower() == ".csv":
            names = next(csv.reader([head.decode("utf-8-sig")]))
            return head.startswith(BOM_UTF8) and _are_known(names)
        row = json.loads(head)
    except (ValueError, csv.Error):
        return False
    return isinstance(row, dict) and _are_known(list(row))


def _are_known(names: list[str]) -> bool:
    return are_of_results(names) or {*names} >= _OF_CUTS


def plain_csv(table: pd.DataFrame) -> bytes:
    """Return a CSV for programs, in which what a spreadsheet takes for a formula is not guarded."""
    return table.to_csv(index=False, lineterminator=ROW_END).encode("utf-8")


def _csv(table: pd.DataFrame, name: str) -> None:
    import pandas as pd

    safe = table.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column].dtype):
            safe[column] = [_guarded(value) for value in safe[column]]
    heads = [guarded(str(column)) for column in safe.columns]
    safe.to_csv(name, header=heads, index=False, encoding="utf-8-sig", lineterminator=ROW_END)


def _guarded(value: Any) -> Any:
    return guarded(value) if isinstance(value, str) else value


def _jsonl(table: pd.DataFrame, name: str) -> None:
    # not to_json, which keeps fifteen decimal places: of a p of 3.6e-12 one digit
    plain = table.mask(table.isin([inf, -inf])).astype(object)  # JSON has no infinity
    rows = plain.where(plain.notna(), None).to_dict("records")
    lines = [json.dumps(row, ensure_ascii=False, default=str) for row in rows]
    Path(name).write_bytes("".join(f"{line}\n" for line in lines or [""]).encode("utf-8"))


def _parquet(table: pd.DataFrame, name: str) -> None:
    import pyarrow
    import pyarrow.parquet as parquet

    made = pyarrow.Table.from_pandas(table, preserve_index=False)
    about = {**made.schema.metadata, RESULT: MAKER.encode()}
    if table.attrs:
        about[b"PANDAS_ATTRS"] = json.dumps(table.attrs)  # as pandas keeps them
    with arrow_file(name, "wb") as file:
        parquet.write_table(made.replace_schema_metadata(about), file)
