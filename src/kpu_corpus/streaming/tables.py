"""The results of a streamed run from what its batches left: the same tables as in memory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kpu_corpus.fingerprints import Keys, fingerprints
from kpu_corpus.forms import shown_of
from kpu_corpus.streaming.forms import added
from kpu_corpus.streaming.spool import read_forms, read_tables, read_whole
from kpu_corpus.writing import MAKER, RESULT, whole

if TYPE_CHECKING:
    import pyarrow

RESULTS = ("keywords", "themes", "evidence", "skipped")


class Displays(NamedTuple):
    """The most frequent form of each keyword in the whole corpus, in the order of their keys."""

    key: Keys
    form: pyarrow.Array

    def in_table(self, table: pyarrow.Table) -> pyarrow.Table:
        """Return the keywords of a batch with these forms."""
        terms = table["term"].combine_chunks().dictionary_encode()
        place = np.searchsorted(self.key, _keys(terms))[terms.indices.to_numpy()]
        at = table.schema.get_field_index("display")
        return table.set_column(at, table.schema.field(at), self.form.take(place))


def write_results(out: Path, target: Path) -> dict[str, int]:
    """Write keywords, themes, evidence and what was skipped of a run into the folder ``target``.

    Returns the number of rows of each by name.
    """
    shown = displays(out)
    rows: dict[str, int] = {}
    for name in RESULTS:
        tables: Iterable[pyarrow.Table] = read_tables(out, name)
        if name == "keywords":
            tables = map(shown.in_table, tables)
        rows[name] = write_table(target / f"{name}.parquet", tables)
    return rows


def displays(out: Path) -> Displays:
    """Return what people read for each term that is a keyword of any essay."""
    import pyarrow

    counts = read_whole(out)
    chosen = np.zeros(len(counts.key), dtype=bool)
    for table in read_tables(out, "keywords"):
        terms = table["term"].combine_chunks().dictionary_encode()
        chosen[np.searchsorted(counts.key, _keys(terms))] = True
    shown = shown_of(*added(forms.only(chosen) for forms in read_forms(out)))
    rows = sorted(shown)
    return Displays(counts.key[rows], pyarrow.array([shown[row] for row in rows], "large_string"))


def write_table(path: Path, tables: Iterable[pyarrow.Table]) -> int:
    """Write tables of the same columns one after the other into one Parquet file.

    Returns the number of rows.
    """
    import pyarrow.parquet as parquet

    rows = 0

    def write(name: str) -> None:
        nonlocal rows
        writer = None
        for table in tables:
            about = {**(table.schema.metadata or {}), RESULT: MAKER.encode()}
            schema = table.schema.with_metadata(about)
            writer = writer or parquet.ParquetWriter(name, schema, compression="zstd")
            writer.write_table(table)
            rows += len(table)
        if writer:
            writer.close()

    whole(path, write)
    return rows


def _keys(terms: pyarrow.DictionaryArray) -> Keys:
    return fingerprints(terms.dictionary.to_pylist()).key
