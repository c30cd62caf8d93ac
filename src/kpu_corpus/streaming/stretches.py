"""A large source → stretches that can be read on their own, and the essays in them by batches.

A Parquet file is cut at its row groups, JSON lines at ends of lines, a folder between files. A
stretch is known by plain values, so that another process, or another machine that sees the same
files, can read it; what it holds is in memory one batch at a time. Ids of essays and names of
sources are those that :func:`kpu_corpus.load` gives.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from kpu_corpus.corpus import Corpus, Source
from kpu_corpus.errors import InvalidArgument, KpuCorpusError, MissingExtra, UnreadableSource
from kpu_corpus.loading import assembled
from kpu_corpus.reading import Limits, read_named
from kpu_corpus.reading.files import files
from kpu_corpus.reading.rows import known, sources_of, text_column
from kpu_corpus.storing import FORMAT, rows_back

SAMPLE = 1000  # rows that show which column holds the texts
STRETCH = 16 * 1024**2  # bytes of JSON lines, or of files in a folder, in one stretch
BLOCK = 1024**2  # bytes read at a time

Refused = tuple[str, KpuCorpusError]


class Stretch(NamedTuple):
    """A part of the source: so many ``documents`` (rows or files) from ``first`` on.

    ``place`` is the row group, the byte at which the lines begin, or nothing for a folder.
    """

    first: int
    documents: int
    place: int


@dataclass(frozen=True)
class Plan:
    """A source cut into stretches; ``kind`` is parquet, jsonl or folder.

    ``text`` is the column of the texts, None where rows are whole sources of a saved corpus;
    ``named`` are the files of a folder with their names, ``sha256`` is of all the bytes.
    """

    path: str
    kind: str
    sha256: str
    text: str | None
    stretches: tuple[Stretch, ...]
    named: tuple[tuple[str, str], ...] = ()

    @property
    def documents(self) -> int:
        """Number of rows or files."""
        return sum(stretch.documents for stretch in self.stretches)


class Batch(NamedTuple):
    """Essays of some documents; ``first`` is the number of the first document."""

    first: int
    documents: int
    corpus: Corpus


def plan(path: str | Path, *, text: str | None = None) -> Plan:
    """Look through a source once: its sha256, its stretches and the column of its texts.

    Raises SourceNotFound, InvalidArgument for a file of another kind or without a text column,
    UnreadableSource for a broken one, MissingExtra without pyarrow.
    """
    given = Path(path)
    if given.is_dir():
        return _of_folder(given)
    for _name, found in files([given]):  # tells what does not exist
        if isinstance(found, Path) and found.suffix.lower() == ".parquet":
            return _of_parquet(found, text)
        if isinstance(found, Path) and found.suffix.lower() in (".jsonl", ".ndjson"):
            return _of_lines(found, text)
    raise InvalidArgument("stream_source", path=path)


def batches(
    source: Plan, stretch: Stretch, size: int, done: Callable[[int], bool]
) -> Iterator[Batch]:
    """Yield the essays of a stretch in their order, ``size`` documents at a time.

    Batches are named by their first document; those that are ``done`` are passed over.
    """
    firsts = range(stretch.first, stretch.first + stretch.documents, size)
    if all(map(done, firsts)):
        return
    rows = iter(_ROWS[source.kind](source, stretch))
    for first in firsts:
        listed = list(islice(rows, size))
        if not done(first):
            yield Batch(first, len(listed), _MADE[source.kind](source, first, listed))


def _of_rows(source: Plan, first: int, rows: list[dict[str, Any]]) -> Corpus:
    prefix = f"{PurePosixPath(Path(source.path).name).with_suffix('')}-"
    if source.text is None:
        return assembled(list(rows_back(rows)), [])
    columns = list(dict.fromkeys([source.text, *(key for row in rows for key in row)]))
    found = sources_of(columns, rows, text=source.text, prefix=prefix, first=first + 1)
    refused: list[Refused] = []
    full: list[Source] = []
    for item in found:
        if item.text.strip():
            encoding = "utf-8" if source.kind == "jsonl" else source.kind
            full.append(replace(item, encoding=encoding, origin=source.path))
        else:
            refused.append((f"{source.path}: {item.name}", UnreadableSource("empty_cell")))
    return assembled(full, refused)


def _of_files(source: Plan, first: int, named: list[tuple[str, str]]) -> Corpus:
    listed = [(name, Path(source.path) / place) for name, place in named]
    sources, refused = read_named(listed, limits=Limits(files=len(listed) + 1))
    shorts = _clashing(name for name, _ in source.named)
    short = [
        item
        if item.plain or item.ready or _short(item.name) in shorts
        else replace(item, name=_short(item.name))
        for item in sources
    ]
    return assembled(short, refused)


def _short(name: str) -> str:
    return str(PurePosixPath(name).with_suffix(""))


def _clashing(names: Iterable[str]) -> frozenset[str]:
    counts = Counter(map(_short, names))
    return frozenset(name for name, count in counts.items() if count > 1)


def _of_folder(folder: Path) -> Plan:
    named: list[tuple[str, str]] = []
    digest = hashlib.sha256()
    stretches: list[Stretch] = []
    first = size = 0
    for name, path in files([folder]):
        if not isinstance(path, Path):
            continue
        named.append((name, str(path.relative_to(folder))))
        digest.update(f"{name}\0{_sha256(path)}\n".encode("utf-8", "surrogateescape"))
        size += path.stat().st_size
        if size >= STRETCH:
            stretches.append(Stretch(first, len(named) - first, 0))
            first, size = len(named), 0
    if len(named) > first:
        stretches.append(Stretch(first, len(named) - first, 0))
    return Plan(str(folder), "folder", digest.hexdigest(), None, tuple(stretches), tuple(named))


def _of_parquet(path: Path, text: str | None) -> Plan:
    file = _opened(path)
    stretches, first = [], 0
    for group in range(file.metadata.num_row_groups):
        count = file.metadata.row_group(group).num_rows
        stretches.append(Stretch(first, count, group))
        first += count
    saved = FORMAT in (file.schema_arrow.metadata or {})
    column = None
    if not saved:
        names = [str(name) for name in file.schema_arrow.names]
        sample = next(file.iter_batches(batch_size=SAMPLE), None)
        column = text_column(names, sample.to_pylist() if sample is not None else [], text)
    return Plan(str(path), "parquet", _sha256(path), column, tuple(stretches))


def _files(source: Plan, stretch: Stretch) -> Iterable[tuple[str, str]]:
    return source.named[stretch.first : stretch.first + stretch.documents]


def _parquet_rows(source: Plan, stretch: Stretch) -> Iterator[dict[str, Any]]:
    file = _opened(Path(source.path))
    for part in file.iter_batches(batch_size=SAMPLE, row_groups=[stretch.place]):
        rows = part.to_pylist()
        yield from rows if source.text is None else map(known, rows)


def _opened(path: Path) -> Any:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtra("extra", feature=".parquet", package="pyarrow", extra="read") from error
    try:
        return parquet.ParquetFile(path, pre_buffer=False)
    except (OSError, ValueError) as error:
        raise UnreadableSource("broken", kind="Parquet") from error


def _of_lines(path: Path, text: str | None) -> Plan:
    """Find where the lines of each stretch begin, with one reading of the bytes."""
    digest = hashlib.sha256()
    stretches: list[Stretch] = []
    sample: list[dict[str, Any]] = []
    first = count = place = at = 0
    with path.open("rb") as stream:
        for line in stream:
            digest.update(line)
            at += len(line)
            if line.strip():
                count += 1
                if len(sample) < SAMPLE:
                    sample.append(_row(line, len(sample) + 1))
            if at - place >= STRETCH:
                stretches.append(Stretch(first, count, place))
                first, count, place = first + count, 0, at
    if count:
        stretches.append(Stretch(first, count, place))
    names = list(dict.fromkeys(key for row in sample for key in row))
    return Plan(
        str(path), "jsonl", digest.hexdigest(), text_column(names, sample, text), tuple(stretches)
    )


def _lines(source: Plan, stretch: Stretch) -> Iterator[dict[str, Any]]:
    with Path(source.path).open("rb") as stream:
        stream.seek(stretch.place)
        full = (line for line in stream if line.strip())
        for number, line in enumerate(islice(full, stretch.documents), start=stretch.first + 1):
            yield _row(line, number)


def _row(line: bytes, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("json_line", line=number) from error
    if not isinstance(row, dict):
        raise UnreadableSource("json_line", line=number)
    return row


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


_ROWS: dict[str, Callable[[Plan, Stretch], Iterable[Any]]] = {
    "parquet": _parquet_rows,
    "jsonl": _lines,
    "folder": _files,
}
_MADE: dict[str, Callable[[Plan, int, list[Any]], Corpus]] = {
    "parquet": _of_rows,
    "jsonl": _of_rows,
    "folder": _of_files,
}
