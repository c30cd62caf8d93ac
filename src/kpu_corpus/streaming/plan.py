"""A large source cut into stretches that can be read on their own.

Parquet files are cut at row groups, JSON lines at ends of lines, a folder of documents
between files. A stretch is known by plain values, so that another process, or another machine that
sees the same files, can read it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from kpu_corpus.errors import InvalidArgument, MissingExtra, UnreadableSource
from kpu_corpus.reading.files import files
from kpu_corpus.reading.rows import text_column
from kpu_corpus.storing import FORMAT

SAMPLE = 1000  # rows that show which column holds the texts
ROWS = 4_000  # rows of small row groups in one stretch, at least: those of a batch
STRETCH = 16 * 1024**2  # bytes of JSON lines, or of documents in a folder, in one stretch
BLOCK = 1024**2  # bytes read at a time
PARQUET, LINES = ".parquet", (".jsonl", ".ndjson")


class Stretch(NamedTuple):
    """A part of the source: so many ``documents`` (rows or files) from ``first`` on.

    Of a table ``file`` is its place among the files, ``row`` the first row there, from 0, and
    ``place`` the first row group, or the byte at which the lines begin.
    """

    first: int
    documents: int
    file: int = 0
    row: int = 0
    place: int = 0


@dataclass(frozen=True)
class Plan:
    """A source cut into stretches.

    ``files`` are (name, path); ``tables`` tells whether their rows are the documents, or they
    themselves. ``text`` is the column of the texts, None where the rows are whole sources of a
    saved corpus. ``sha256`` is of all the bytes.
    """

    path: str
    tables: bool
    text: str | None
    sha256: str
    files: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]

    @cached_property
    def times(self) -> Counter[str]:
        """How many files have each name without its suffix."""
        return Counter(without_suffix(name) for name, _ in self.files)

    @property
    def documents(self) -> int:
        """Number of rows or files."""
        return sum(stretch.documents for stretch in self.stretches)


def without_suffix(name: str) -> str:
    """Return the name of a file without its suffix.

    >>> without_suffix("angkatan-1/esai.docx")
    'angkatan-1/esai'
    """
    return str(PurePosixPath(name).with_suffix(""))


def plan(path: str | Path, *, text: str | None = None) -> Plan:
    """Look through a source once: its files, sha256, stretches and the column of its texts.

    Raises SourceNotFound, InvalidArgument for a file of another kind or without a text column,
    UnreadableSource for a broken one, MissingExtra without pyarrow.
    """
    found = [(name, file) for name, file in files([path]) if isinstance(file, Path)]
    if not found:
        raise UnreadableSource("nothing")
    tables = all(file.suffix.lower() in (PARQUET, *LINES) for _, file in found)
    if not tables and not Path(path).is_dir():
        raise InvalidArgument("stream_source", path=path)
    digests = [_sha256(file) for _, file in found]
    whole = digests[0]
    if len(found) > 1 or Path(path).is_dir():
        listed = [f"{name}\0{digest}\n" for (name, _), digest in zip(found, digests, strict=True)]
        whole = hashlib.sha256("".join(listed).encode("utf-8", "surrogateescape")).hexdigest()
    paths = [file for _, file in found]
    cut = _of_tables(paths) if tables else _of_documents(paths)
    column = _column(paths[0], text) if tables else None
    named = tuple((name, str(file)) for name, file in found)
    return Plan(str(path), tables, column, whole, named, tuple(cut))


def rows_of(path: Path, place: int, rows: int | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table from a row group, or from a byte between two lines, on."""
    if path.suffix.lower() == PARQUET:
        table = opened(path)
        groups = None if rows is None else _groups_of(table.metadata, place, rows)
        for part in table.iter_batches(batch_size=SAMPLE, row_groups=groups):
            yield from part.to_pylist()
        return
    with path.open("rb") as stream:
        stream.seek(place)
        full = ((at, line) for at, line in enumerate(stream, start=1) if line.strip())
        for at, line in islice(full, rows):
            row = _row(line)
            if row is None:
                raise UnreadableSource("json_file", path=path, line=_lines_before(path, place) + at)
            yield row


def opened(path: Path) -> Any:
    """Open a Parquet file; raises UnreadableSource for a broken one."""
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtra("extra", feature=PARQUET, package="pyarrow", extra="read") from error
    try:
        # in blocks: a row group can hold a million rows
        return parquet.ParquetFile(path, pre_buffer=False, buffer_size=BLOCK)
    except (OSError, ValueError) as error:
        raise UnreadableSource("broken", kind="Parquet") from error


def _column(path: Path, text: str | None) -> str | None:
    columns: list[str] = []
    if path.suffix.lower() == PARQUET:
        schema = opened(path).schema_arrow
        if FORMAT in (schema.metadata or {}):
            return None
        columns = [str(name) for name in schema.names]
    sample = list(islice(rows_of(path, 0), SAMPLE))
    names = list(dict.fromkeys([*columns, *(key for row in sample for key in row)]))
    return text_column(names, sample, text)


def _of_tables(paths: list[Path]) -> Iterator[Stretch]:
    first = 0
    for file, path in enumerate(paths):
        row = 0
        for documents, place in _groups(path) if path.suffix.lower() == PARQUET else _runs(path):
            if documents:
                yield Stretch(first, documents, file, row, place)
            first, row = first + documents, row + documents


def _groups(path: Path) -> Iterator[tuple[int, int]]:
    """Yield (rows, place) of runs of row groups: one, or as many small ones as fill a batch."""
    about = opened(path).metadata
    rows = place = 0
    for group in range(about.num_row_groups):
        rows += about.row_group(group).num_rows
        if rows >= ROWS:
            yield rows, place
            rows, place = 0, group + 1
    yield rows, place


def _groups_of(about: Any, place: int, rows: int) -> list[int]:
    """Return the row groups of a run of so many rows."""
    groups: list[int] = []
    while rows > 0:
        groups.append(place + len(groups))
        rows -= about.row_group(groups[-1]).num_rows
    return groups


def _runs(path: Path) -> Iterator[tuple[int, int]]:
    """Yield (rows, place) of runs of lines."""
    rows = place = at = 0
    with path.open("rb") as stream:
        for line in stream:
            rows += bool(line.strip())
            at += len(line)
            if at - place >= STRETCH:
                yield rows, place
                rows, place = 0, at
    yield rows, place


def _of_documents(paths: list[Path]) -> Iterator[Stretch]:
    first = size = 0
    for number, path in enumerate(paths, start=1):
        size += path.stat().st_size
        if size >= STRETCH or number == len(paths):
            yield Stretch(first, number - first)
            first, size = number, 0


def _row(line: bytes) -> dict[str, Any] | None:
    """Return the object of a line; None where there is none."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _lines_before(path: Path, place: int) -> int:
    lines = 0
    with path.open("rb") as stream:
        while block := stream.read(min(BLOCK, place)):
            lines, place = lines + block.count(b"\n"), place - len(block)
    return lines


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
