"""The rows of a Parquet or JSON-lines file, from any row on, a few at a time."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.ground.arrow import arrow_file
from kpu_corpus.reading.rows.json_rows import SAMPLE, Line, flat, line_of
from kpu_corpus.reading.rows.parquet import unfolded
from kpu_corpus.reading.text import decode_line

BLOCK = 1024**2  # bytes read at a time
PARQUET, LINES = ".parquet", (".jsonl", ".ndjson")


def rows_of(path: Path, place: int, rows: int | None = None, lines: int = 0) -> Iterator[Line]:
    """Yield the rows of a table, starting at a row group or at a byte behind so many ``lines``.

    A broken line is the reason why it is no row. Raises UnreadableSource for a broken table, with
    its path.
    """
    if path.suffix.lower() == PARQUET:
        yield from _of_groups(path, place, rows)
    else:
        yield from _of_lines(path, place, rows, lines)


def is_full(line: bytes) -> bool:
    """Tell whether a line has more than blanks, or the mark of a file joined to the one before.

    >>> is_full(b'{"teks": "Kami hadir."}'), is_full(codecs.BOM_UTF8 + bytes([10]))
    (True, False)
    """
    return bool(line.removeprefix(codecs.BOM_UTF8).strip())


def opened(path: Path) -> Any:
    """Open a Parquet file; raises UnreadableSource for a broken one."""
    with needed(PARQUET, "pyarrow"):
        import pyarrow.parquet as parquet
    try:
        # in blocks: a row group can hold a million rows
        return parquet.ParquetFile(arrow_file(path), pre_buffer=False, buffer_size=BLOCK)
    except (OSError, ValueError) as error:
        raise UnreadableSource("broken_table", path=path) from error


def schema_of(path: Path) -> Any:
    """Return the schema of a Parquet file, all of which is unpacked once: damage shows only then.

    Raises UnreadableSource for a broken one.
    """
    table = opened(path)
    import pyarrow

    try:
        unfolded(table.schema_arrow.empty_table())
        for part in table.iter_batches(batch_size=SAMPLE):
            part.validate(full=True)  # whether texts are UTF-8
            unfolded(pyarrow.Table.from_batches([part]))
    except Exception as error:  # also whatever pandas makes of its own notes in a damaged file
        raise UnreadableSource("broken_table", path=path) from error
    return table.schema_arrow


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


def _of_lines(path: Path, place: int, rows: int | None, before: int) -> Iterator[Line]:
    with path.open("rb") as stream:
        stream.seek(place)
        full = ((at, line) for at, line in enumerate(stream, start=before + 1) if is_full(line))
        for at, line in islice(full, rows):
            row = line_of(decode_line(line), at)
            yield flat(row) if isinstance(row, dict) else row
