"""Output of the steps of a run in its folder: one file per batch, complete or absent."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.storing import refused, refused_back
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.writing import write_whole
from kpu_corpus.indonesian.acronyms.definition import Definitions
from kpu_corpus.streaming.disk.job import PARTS, read_json, write_json
from kpu_corpus.streaming.forms import FormCounts
from kpu_corpus.streaming.heap import give_back
from kpu_corpus.streaming.steps import Counts, Scored
from kpu_corpus.terms.counts import LONGEST_TERM, TermCounts
from kpu_corpus.terms.forms import Forms
from kpu_corpus.tokens.scanning import WORD_COLUMNS, Units, Words
from kpu_corpus.tokens.survey import Scanned, Survey

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow

    from kpu_corpus.errors import KpuCorpusError

ROW = np.dtype([("key", "<u8"), ("shape", "<i4"), ("count", "<i8"), ("df", "<i8"), ("most", "<i4")])
FORM_PARTS = tuple(f"part{place}" for place in range(LONGEST_TERM))
SURFACES = b"surfaces"
TOLD, READ = "told", "read"  # columns of what was skipped
FOREIGN = {"essay": "str"}
SCANNED = b"told"  # beside the words that one reading of the texts finds: its units


def part(out: Path, step: str, number: int, suffix: str) -> Path:
    """Return the file of a batch (or range of keys) of a step."""
    return out / PARTS / step / f"{number:012d}{suffix}"


def parts(out: Path, step: str, suffix: str) -> list[Path]:
    """Return the files of a step in the order of their batches."""
    return sorted((out / PARTS / step).glob(f"[0-9]*{suffix}"))


def write_survey(path: Path, found: Survey, essays: Iterable[str]) -> Path:
    """Write a survey with the ids of the essays surveyed."""
    content = {
        "definitions": sorted([*pair, count] for pair, count in found.definitions.items()),
        "corrections": dict(found.corrections),
        "heads": dict(found.heads),
        "inside": sorted(found.inside),
        "small": sorted(found.small),
        "located": sorted(found.located),
        "essays": list(essays),
    }
    return write_json(path, content)


def read_survey(path: Path) -> tuple[Survey, list[str]]:
    """Return a survey and the ids of its essays."""
    kept = read_json(path)
    definitions = {(short, long): count for short, long, count in kept["definitions"]}
    found = Survey(
        definitions,
        kept["corrections"],
        kept["heads"],
        frozenset(kept["inside"]),
        frozenset(kept["small"]),
        frozenset(kept["located"]),
    )
    return found, kept["essays"]


def write_counts(path: Path, found: Counts) -> list[Path]:
    """Write counts in the order of their keys, with the sizes of the batch in a separate file."""
    terms = found.terms
    rows = np.empty(len(terms.key), dtype=ROW)
    for name in ("key", "shape", "count", "df"):
        rows[name] = getattr(terms, name)
    rows["most"] = found.most
    size = {"essays": terms.essays, "words": terms.words}
    return [
        write_json(path.with_suffix(".json"), size),
        write_whole(path, lambda name: _save(name, rows)),
    ]


def _save(name: str, rows: npt.NDArray[Any]) -> None:
    """Write like ``np.save``, which reports a full disk only as an incomplete write."""
    with open(name, "wb") as stream:
        header = np.lib.format.header_data_from_array_1_0(rows)
        np.lib.format.write_array_header_1_0(stream, header)
        stream.write(rows.view(np.uint8).data)


def read_counts(path: Path, low: int = 0, high: int | None = None) -> Counts:
    """Return the counts with keys from ``low`` to below ``high``; the others stay on disk."""
    size = read_json(path.with_suffix(".json"))
    stored = np.load(path, mmap_mode="r")
    first = np.searchsorted(stored["key"], np.uint64(low))
    end = None if high is None else np.searchsorted(stored["key"], np.uint64(high))
    rows: npt.NDArray[Any] = np.array(stored[first:end])
    columns = (rows["key"], rows["shape"], rows["count"], rows["df"])
    terms = TermCounts(size["essays"], size["words"], *columns)
    return Counts(terms, rows["most"].astype(np.int64))


def read_whole(out: Path) -> TermCounts:
    """Return the finished counts: the ranges concatenated, in the order of keys."""
    found = [read_counts(path).terms for path in parts(out, "terms", ".npy")]
    columns = (
        np.concatenate([getattr(terms, name) for terms in found])
        for name in ("key", "shape", "count", "df")
    )
    return TermCounts(found[0].essays, found[0].words, *columns)


def write_tables(out: Path, number: int, found: Scored, corpus: Corpus, unread: int) -> list[Path]:
    """Write the tables of a batch.

    Skipped items also have the reason in every language, and whether they were read, as all but the
    first ``unread`` were.
    """
    import pyarrow

    forms, surfaces = found.forms
    numbers = dict(zip(FORM_PARTS, forms.parts.T, strict=True))
    table = pyarrow.table({"column": forms.column, "times": forms.times, **numbers})
    told = table.replace_schema_metadata({SURFACES: json.dumps(surfaces)})
    reasons = [refused([one]) for one in corpus.refused]
    skipped = corpus.skipped
    skipped[TOLD], skipped[READ] = reasons, np.arange(len(reasons)) >= unread
    foreign = frame(FOREIGN, {"essay": found.foreign})
    named = {
        "keywords": found.keywords,
        "themes": found.themes,
        "evidence": found.evidence,
        "skipped": skipped,
        "foreign": foreign,
    }
    written = [_write_columns(part(out, "forms", number, ".feather"), told)]
    for name, rows in named.items():
        written.append(_write_columns(part(out, name, number, ".feather"), _columns(rows)))
    return written


def _columns(rows: pd.DataFrame) -> pyarrow.Table:
    """Return the columns of a table, text in one type: pandas keeps long copies in another."""
    import pyarrow

    bare = rows.copy(deep=False)
    bare.attrs = {}  # the manifest is that of the run
    columns = pyarrow.Table.from_pandas(bare, preserve_index=False)
    short, long = pyarrow.string(), pyarrow.large_string()
    fields = [one.with_type(long) if one.type == short else one for one in columns.schema]
    return columns.cast(pyarrow.schema(fields, columns.schema.metadata))


def read_tables(out: Path, name: str) -> Iterator[pyarrow.Table]:
    """Yield the tables of all batches in order, with a progress bar."""
    for path in progress(parts(out, name, ".feather"), f"kpu-corpus {name}"):
        yield _read_columns(path)
        give_back()


def skipped_tables(out: Path) -> Iterator[pyarrow.Table]:
    """Yield skipped items in the order of :func:`kpu_corpus.load`, independent of batches.

    Unreadable items come before those that were read but contain no essay.
    """
    import pyarrow.compute as compute

    for read in (False, True):
        for table in read_tables(out, "skipped"):
            yield table.filter(compute.equal(table[READ], read))


def read_skipped(out: Path) -> Iterator[tuple[str, KpuCorpusError]]:
    """Yield (path, reason) of skipped items."""
    for table in skipped_tables(out):
        for told in table[TOLD].to_pylist():
            yield from refused_back(told)


def read_foreign(out: Path) -> list[str]:
    """Return the ids of the essays that are mostly in another language."""
    return [name for table in read_tables(out, "foreign") for name in table["essay"].to_pylist()]


def read_forms(out: Path) -> Iterator[FormCounts]:
    """Yield the forms of all batches, in their order."""
    for table in read_tables(out, "forms"):
        column, times, *columns = (
            table[name].to_numpy() for name in ("column", "times", *FORM_PARTS)
        )
        forms = Forms(column, np.stack(columns, axis=1), times)
        yield FormCounts(forms, json.loads(table.schema.metadata[SURFACES]))


def _write_columns(path: Path, table: pyarrow.Table) -> Path:
    """Write a table of a batch."""
    from pyarrow.feather import write_feather

    def write(name: str) -> None:
        with arrow_file(name, "wb") as file:
            write_feather(table, file, compression="zstd")

    return write_whole(path, write)


def _read_columns(path: Path) -> pyarrow.Table:
    """Return a table of a batch as it was written."""
    from pyarrow.feather import read_table

    with arrow_file(path) as file:
        return read_table(file, memory_map=False)


def write_scan(path: Path, found: Scanned) -> Path:
    """Write words as columns, with units and definitions; the texts stay in the source."""
    import pyarrow

    told = {
        "units": [getattr(found.units, one.name).tolist() for one in fields(Units)],
        "surfaces": found.words.surfaces,
        "kinds": found.words.kinds,
        "definitions": [column.tolist() for column in found.definitions],
    }
    columns = {name: getattr(found.words, name) for name in WORD_COLUMNS}
    table = pyarrow.table(columns)
    return _write_columns(path, table.replace_schema_metadata({SCANNED: json.dumps(told)}))


def read_scan(path: Path, corpus: Corpus) -> Scanned:
    """Return the scan of the texts of a corpus."""
    table = _read_columns(path)
    told = json.loads(table.schema.metadata[SCANNED])
    return Scanned(
        corpus,
        Units(*(np.array(column, np.int32) for column in told["units"])),
        Words(
            surfaces=tuple(told["surfaces"]),
            kinds=tuple(told["kinds"]),
            **{name: table[name].to_numpy() for name in WORD_COLUMNS},
        ),
        Definitions(*(np.array(column, np.int64) for column in told["definitions"])),
    )
