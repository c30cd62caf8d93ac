"""What the steps of a run leave in its folder: one file a batch, there as a whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.streaming.job import PARTS, write_json
from kpu_corpus.streaming.steps import Counts, Scored
from kpu_corpus.term_counts import TermCounts
from kpu_corpus.tokens.survey import Survey
from kpu_corpus.writing import whole

if TYPE_CHECKING:
    import pandas as pd

ROW = np.dtype([("key", "<u8"), ("shape", "<i4"), ("count", "<i8"), ("df", "<i8"), ("most", "<i4")])
TABLES = ("keywords", "themes", "evidence", "skipped", "forms")
BETWEEN = "\x1f"  # the surfaces of a form of several tokens


def part(out: Path, step: str, number: int, suffix: str) -> Path:
    """Return the file of a batch (or range of keys) of a step."""
    return out / PARTS / step / f"{number:012d}{suffix}"


def parts(out: Path, step: str, suffix: str) -> list[Path]:
    """Return the files of a step in the order of their batches."""
    return sorted((out / PARTS / step).glob(f"[0-9]*{suffix}"))


def write_survey(path: Path, found: Survey, essays: Iterable[str]) -> None:
    """Write a survey with the ids of the essays surveyed."""
    content = {
        "definitions": sorted([*pair, count] for pair, count in found.definitions.items()),
        "corrections": dict(found.corrections),
        "heads": dict(found.heads),
        "inside": sorted(found.inside),
        "small": sorted(found.small),
        "essays": list(essays),
    }
    write_json(path, content)


def read_survey(path: Path) -> tuple[Survey, list[str]]:
    """Return a survey and the ids of its essays."""
    kept = json.loads(path.read_text("utf-8", "surrogatepass"))
    definitions = {(short, long): count for short, long, count in kept["definitions"]}
    found = Survey(
        definitions,
        kept["corrections"],
        kept["heads"],
        frozenset(kept["inside"]),
        frozenset(kept["small"]),
    )
    return found, kept["essays"]


def write_counts(path: Path, found: Counts) -> None:
    """Write counts in the order of their keys; the sizes of the batch stand beside them."""
    terms = found.terms
    rows = np.empty(len(terms.key), dtype=ROW)
    for name in ("key", "shape", "count", "df"):
        rows[name] = getattr(terms, name)
    rows["most"] = found.most
    write_json(path.with_suffix(".json"), {"essays": terms.essays, "words": terms.words})
    whole(path, lambda name: np.save(name, rows))


def read_counts(path: Path, low: int = 0, high: int | None = None) -> Counts:
    """Return the counts with keys from ``low`` to below ``high``, the others stay on disk."""
    size = json.loads(path.with_suffix(".json").read_text("utf-8"))
    stored = np.load(path, mmap_mode="r")
    ends = [0 if not low else int(np.searchsorted(stored["key"], np.uint64(low)))]
    ends.append(
        len(stored) if high is None else int(np.searchsorted(stored["key"], np.uint64(high)))
    )
    rows: npt.NDArray[Any] = np.array(stored[ends[0] : ends[1]])
    columns = (rows["key"], rows["shape"], rows["count"], rows["df"])
    terms = TermCounts(size["essays"], size["words"], *columns)
    return Counts(terms, rows["most"].astype(np.int64))


def write_tables(out: Path, number: int, found: Scored, skipped: pd.DataFrame) -> None:
    """Write the tables of a batch; the keywords come last and tell that all are there."""
    named = {"themes": found.themes, "evidence": found.evidence, "skipped": skipped}
    named |= {"forms": _form_table(found.forms), "keywords": found.keywords}
    for name, table in named.items():
        write_table(part(out, name, number, ".parquet"), [table])


def write_table(path: Path, tables: Iterable[pd.DataFrame]) -> None:
    """Write the rows of tables of the same columns one after the other into one Parquet file."""
    import pyarrow
    import pyarrow.parquet as parquet

    def write(name: str) -> None:
        writer = None
        for table in tables:
            bare = table.copy(deep=False)
            bare.attrs = {}
            rows = pyarrow.Table.from_pandas(bare, preserve_index=False)
            writer = writer or parquet.ParquetWriter(name, rows.schema, compression="zstd")
            writer.write_table(rows)
        if writer:
            writer.close()

    whole(path, write)


def read_table(path: Path) -> pd.DataFrame:
    """Return the rows of a Parquet file as they were written."""
    import pyarrow.parquet as parquet

    table: pd.DataFrame = parquet.ParquetFile(path, pre_buffer=False).read().to_pandas()
    return table


def read_tables(out: Path, name: str) -> Iterator[pd.DataFrame]:
    """Yield the tables of all batches, in their order."""
    return map(read_table, parts(out, name, ".parquet"))


def _form_table(forms: Mapping[str, Mapping[tuple[str, ...], int]]) -> pd.DataFrame:
    from kpu_corpus.frames import frame

    rows = [
        (term, BETWEEN.join(form), count)
        for term, counts in forms.items()
        for form, count in counts.items()
    ]
    terms, shown, counts = zip(*rows, strict=True) if rows else ((), (), ())
    columns = {"term": "str", "form": "str", "count": "int64"}
    return frame(columns, {"term": terms, "form": shown, "count": counts})
