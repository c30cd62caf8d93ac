"""The results of a streamed run from what its batches left: the same tables as in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.forms import most_frequent
from kpu_corpus.streaming.spool import BETWEEN, parts, read_tables, write_table

if TYPE_CHECKING:
    import pandas as pd

RESULTS = ("keywords", "themes", "evidence", "skipped")
_FORM = ["term", "form", "count"]
TOGETHER = 16  # batches whose forms are added at a time


def write_results(out: Path, target: Path) -> dict[str, int]:
    """Write keywords, themes, evidence and what was skipped of a run into the folder ``target``.

    Returns the number of rows of each by name.
    """
    shown = displays(out)
    rows: dict[str, int] = {}
    for name in RESULTS:
        rows[name] = 0

        def tables(name: str = name) -> Iterator[pd.DataFrame]:
            for table in read_tables(out, name):
                rows[name] += len(table)
                yield _displayed(table, shown) if name == "keywords" else table

        write_table(target / f"{name}.parquet", tables())
    return rows


def displays(out: Path) -> dict[str, str]:
    """Return for each keyword the most frequent of its forms in the whole corpus."""
    import pyarrow.compute as compute
    import pyarrow.parquet as parquet

    chosen = _chosen(out)
    held: list[Any] = []
    for path in parts(out, "forms", ".parquet"):
        rows = parquet.ParquetFile(path).read()
        held.append(rows.filter(compute.is_in(rows["term"], value_set=chosen)))
        if len(held) == TOGETHER:
            held = [_sums(held)]
    return _best(_sums(held)) if held else {}


def _sums(tables: list[Any]) -> Any:
    """Add the counts of each form of each term."""
    import pyarrow

    rows = pyarrow.concat_tables([table.select(_FORM) for table in tables])
    sums = rows.group_by(["term", "form"]).aggregate([("count", "sum")])
    return sums.rename_columns(_FORM).cast(rows.schema)


def _chosen(out: Path) -> Any:
    """Return the terms that are keywords of any essay, once each."""
    import pyarrow
    import pyarrow.compute as compute
    import pyarrow.parquet as parquet

    chosen = pyarrow.array([], pyarrow.large_string())
    for path in parts(out, "keywords", ".parquet"):
        terms = parquet.ParquetFile(path).read(columns=["term"])["term"].combine_chunks()
        chosen = compute.unique(pyarrow.concat_arrays([chosen, terms.cast(pyarrow.large_string())]))
    return chosen


def _best(sums: Any) -> dict[str, str]:
    """Return the most frequent form of each term; only where two are, the forms decide."""
    import pyarrow.compute as compute

    most = sums.group_by("term").aggregate([("count", "max")])
    joined = sums.join(most, "term")
    best = joined.filter(compute.equal(joined["count"], joined["count_max"]))
    tied: dict[str, list[str]] = {}
    for term, form in zip(best["term"].to_pylist(), best["form"].to_pylist(), strict=True):
        tied.setdefault(term, []).append(form)
    return {
        term: most_frequent({tuple(form.split(BETWEEN)): 1 for form in forms})
        for term, forms in tied.items()
    }


def _displayed(table: pd.DataFrame, shown: dict[str, str]) -> pd.DataFrame:
    return table.assign(display=[shown[term] for term in table["term"]]).astype(table.dtypes)
