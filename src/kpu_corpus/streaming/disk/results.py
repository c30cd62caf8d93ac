"""The results of a streamed run from its batches: the same tables as in memory."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.ground.writing import MAKER, RESULT, write_whole
from kpu_corpus.streaming.disk.spool import (
    READ,
    TOLD,
    read_forms,
    read_tables,
    read_whole,
    skipped_tables,
)
from kpu_corpus.streaming.forms import Displays, displays

if TYPE_CHECKING:
    import pyarrow

RESULTS = ("keywords", "themes", "evidence", "skipped")


def write_results(out: Path, target: Path) -> dict[str, int]:
    """Write keywords, themes, evidence and skipped items of a run to the folder ``target``.

    Returns table name → number of rows.
    """
    terms = (table["term"].unique().to_pylist() for table in read_tables(out, "keywords"))
    shown = displays(terms, read_forms(out), read_whole(out))
    rows: dict[str, int] = {}
    for name in RESULTS:
        tables: Iterable[pyarrow.Table] = read_tables(out, name)
        if name == "keywords":
            tables = map(partial(_in_table, shown), tables)
        if name == "skipped":
            tables = (table.drop_columns([TOLD, READ]) for table in skipped_tables(out))
        rows[name] = write_table(target / f"{name}.parquet", tables)
    return rows


def _in_table(shown: Displays, table: pyarrow.Table) -> pyarrow.Table:
    """Return the keywords of a batch with the display forms of the whole corpus."""
    import pyarrow

    terms = table["term"].combine_chunks().dictionary_encode()
    field = table.schema.field("display")
    forms = pyarrow.array(shown.of(terms.dictionary.to_pylist()), field.type)
    at = table.schema.get_field_index("display")
    return table.set_column(at, field, forms.take(terms.indices))


def write_table(path: Path, tables: Iterable[pyarrow.Table]) -> int:
    """Write tables with the same columns to one Parquet file.

    Returns the number of rows.
    """
    import pyarrow.parquet as parquet

    rows = 0

    def write(name: str) -> None:
        nonlocal rows
        writer = None
        with ExitStack() as stack:  # closed on a full disk too: Windows keeps files that are open
            file = stack.enter_context(arrow_file(name, "wb"))
            for table in tables:
                about = {**(table.schema.metadata or {}), RESULT: MAKER.encode()}
                schema = table.schema.with_metadata(about)
                writer = writer or stack.enter_context(
                    parquet.ParquetWriter(file, schema, compression="zstd")
                )
                writer.write_table(table)
                rows += len(table)

    write_whole(path, write)
    return rows
