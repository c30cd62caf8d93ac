"""The rows of a Parquet or JSON-lines file, from any row on, a few at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.reading.rows.json_rows import flat
from kpu_corpus.reading.rows.parquet import unfolded

SAMPLE = 1000  # rows read at a time, and those that show which column holds the texts
BLOCK = 1024**2  # bytes read at a time
PARQUET, LINES = ".parquet", (".jsonl", ".ndjson")


def rows_of(path: Path, place: int, rows: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table, starting at a row group or at a byte between two lines.

    Raises UnreadableSource for a broken table, with its path.
    """
    found = _of_groups if path.suffix.lower() == PARQUET else _of_lines
    yield from found(path, place, rows)


def opened(path: Path) -> Any:
    """Open a Parquet file; raises UnreadableSource for a broken one."""
    with needed(PARQUET, "pyarrow"):
        import pyarrow.parquet as parquet
    try:
        # in blocks: a row group can hold a million rows
        return parquet.ParquetFile(arrow_file(path), pre_buffer=False, buffer_size=BLOCK)
    except (OSError, ValueError) as error:
        raise UnreadableSource("broken_table", path=path) from error


def _of_groups(path: Path, place: int, rows: int | None) -> Iterator[dict[str, Any]]:
    import pyarrow

    table = opened(path)
    groups = None if rows is None else _groups_of(table.metadata, place, rows)
    try:
        for part in table.iter_batches(batch_size=SAMPLE, row_groups=groups):
            yield from unfolded(pyarrow.Table.from_batches([part])).to_pylist()
    except (OSError, ValueError) as error:  # what only shows when it is unpacked
        raise UnreadableSource("broken_table", path=path) from error


def _groups_of(about: Any, place: int, rows: int) -> list[int]:
    """Return the row groups of a run with a given number of rows."""
    groups: list[int] = []
    while rows > 0:
        groups.append(place + len(groups))
        rows -= about.row_group(groups[-1]).num_rows
    return groups


def _of_lines(path: Path, place: int, rows: int | None) -> Iterator[dict[str, Any]]:
    with path.open("rb") as stream:
        stream.seek(place)
        full = ((at, line) for at, line in enumerate(stream, start=1) if line.strip())
        for at, line in islice(full, rows):
            try:
                row = json.loads(line.decode("utf-8-sig"))
            except UnicodeDecodeError as error:
                raise _broken("json_encoding", path, place, at) from error
            except (ValueError, RecursionError) as error:
                raise _broken("json_file", path, place, at) from error
            if not isinstance(row, dict):
                raise _broken("json_file", path, place, at)
            yield flat(row)


def _broken(label: str, path: Path, place: int, line: int) -> UnreadableSource:
    return UnreadableSource(label, path=path, line=_lines_before(path, place) + line)


def _lines_before(path: Path, place: int) -> int:
    lines = 0
    with path.open("rb") as stream:
        while block := stream.read(min(BLOCK, place)):
            lines, place = lines + block.count(b"\n"), place - len(block)
    return lines
