"""A large source cut into stretches that can be read independently.

Parquet files are cut at row groups, JSON lines at line ends, a folder of documents between files. A
stretch is described by plain values, so that another process or machine with access to the same
files can read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.printable import encodable, file_name
from kpu_corpus.loading.building import nothing
from kpu_corpus.reading.files import unsuffixed
from kpu_corpus.reading.own import is_bundle
from kpu_corpus.reading.rows.ids import free
from kpu_corpus.reading.rows.texts import Texts
from kpu_corpus.streaming.files import DOCUMENT, REFUSED, File, listed, reason_of
from kpu_corpus.streaming.rows import PARQUET, is_full, opened

# A stretch holds at least as much; with larger batches in proportion, so that it fills one.
ROWS = 4_000  # rows of small row groups
STRETCH = 16 * 1024**2  # bytes of JSON lines, or of documents in a folder


class Stretch(NamedTuple):
    """A part of the source: so many ``documents`` (rows or files) from ``first`` on.

    ``file`` is the place of its table, or of its first document, among the files. Of a table
    ``row`` is the first row there, from 0, and ``place`` the first row group, or the byte at which
    the lines begin, behind so many ``lines``.
    """

    first: int
    documents: int
    file: int
    row: int = 0
    place: int = 0
    lines: int = 0


@dataclass(frozen=True)
class Plan:
    """A source cut into stretches; a file that is not read is a document with a reason.

    ``text`` are the columns of the texts as they were asked for. ``sha256`` is of all the bytes.
    """

    path: str
    text: Texts | None
    sha256: str
    files: tuple[File, ...]
    stretches: tuple[Stretch, ...]

    @property
    def documents(self) -> int:
        """Number of rows or files."""
        return sum(stretch.documents for stretch in self.stretches)

    @cached_property
    def shared(self) -> frozenset[str]:
        """Names without a suffix that several documents have."""
        counts = Counter(unsuffixed(file_name(file.called)) for file in self.files if file.called)
        return frozenset(name for name, count in counts.items() if count > 1)

    @cached_property
    def again(self) -> dict[str, str]:
        """Path → name with a number, of documents called as one before: accents in two forms."""
        taken: dict[str, int] = {}
        called = [(encodable(f.path), file_name(f.called)) for f in self.files if f.called]
        named = [(path, name, free(name, taken)) for path, name in called]
        return {path: own for path, name, own in named if own != name}

    def stretch_of(self, document: int) -> Stretch:
        """Return the stretch that a document is in."""
        place = bisect_right(self.stretches, document, key=lambda stretch: stretch.first) - 1
        return self.stretches[place]

    def file_of(self, stretch: Stretch) -> File:
        """Return the table of a stretch, or its first document."""
        return self.files[stretch.file]


def plan(path: str | Path, out: Path, *, text: Texts | None = None, batch: int = ROWS) -> Plan:
    """Plan a source: its files, sha256, stretches and text columns.

    ``out`` is the folder of the results, which may lie inside the source; ``batch`` is how many
    documents are read at a time. Raises SourceNotFound, InvalidArgument for a bundle and for a
    table without a text column, UnreadableSource where nothing can be read, MissingExtra without
    pyarrow.
    """
    source = Path(path)
    if out.resolve() == source.resolve():
        raise InvalidArgument("stream_out", out=out)
    if is_bundle(source):
        raise InvalidArgument("stream_bundle", path=path)
    found, sha256 = listed(path, text, _inside(source, out))
    if all(file.kind == REFUSED for file in found):
        raise nothing([(file.path, reason_of(file)) for file in found])
    return Plan(str(path), text, sha256, found, tuple(_cut(found, max(batch, ROWS))))


def is_table(file: File) -> bool:
    """Tell whether the documents of a file are its rows."""
    return file.kind not in (DOCUMENT, REFUSED)


def _inside(source: Path, out: Path) -> Path | None:
    """Return the path of the result folder inside the source, None if it is outside."""
    here, there = source.resolve(), out.resolve()
    return source / there.relative_to(here) if here in there.parents else None


def _cut(found: Sequence[File], rows: int) -> Iterator[Stretch]:
    first = 0
    alone = [place if is_table(file) else -1 for place, file in enumerate(found)]
    for table, run in groupby(range(len(found)), alone.__getitem__):
        cut = _of_documents(found, [*run], rows) if table < 0 else _of_table(found, table, rows)
        for stretch in cut:
            yield stretch._replace(first=first)
            first += stretch.documents


def _of_table(found: Sequence[File], place: int, least: int) -> Iterator[Stretch]:
    path, row = Path(found[place].path), 0
    cut = _groups if path.suffix.lower() == PARQUET else _runs
    for rows, at, lines in cut(path, least):
        if rows:
            yield Stretch(0, rows, place, row, at, lines)
        row += rows


def _groups(path: Path, least: int) -> Iterator[tuple[int, int, int]]:
    """Yield (rows, place, 0) of row groups: one, or as many small ones as fill a batch."""
    about = opened(path).metadata
    rows = place = 0
    for group in range(about.num_row_groups):
        rows += about.row_group(group).num_rows
        if rows >= least:
            yield rows, place, 0
            rows, place = 0, group + 1
    yield rows, place, 0


def _runs(path: Path, least: int) -> Iterator[tuple[int, int, int]]:
    """Yield (rows, place, lines before) of runs of lines."""
    rows = place = at = before = 0
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            rows += is_full(line)
            at += len(line)
            if at - place >= _bytes(least):
                yield rows, place, before
                rows, place, before = 0, at, number
    yield rows, place, before


def _of_documents(found: Sequence[File], places: Sequence[int], least: int) -> Iterator[Stretch]:
    begun, size = places[0], 0
    for place in places:
        file = found[place]
        size += Path(file.path).stat().st_size if file.kind == DOCUMENT else 0
        if size >= _bytes(least) or place == places[-1]:
            yield Stretch(0, place + 1 - begun, begun)
            begun, size = place + 1, 0


def _bytes(rows: int) -> int:
    return STRETCH * rows // ROWS
