"""Files written by the library: results are not essays, corpora are read back."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.corpus.sources import Source
from kpu_corpus.corpus.storing import (
    FORMAT,
    VERSION,
    Columns,
    check_columns,
    columns_back,
    loads,
    refused_back,
    rows_back,
)
from kpu_corpus.errors import KpuCorpusError, KpuCorpusWarning, UnreadableSource
from kpu_corpus.ground.printable import printable
from kpu_corpus.ground.warned import warn
from kpu_corpus.ground.writing import CORPUS, MAKER, RESULT
from kpu_corpus.reading.archive import opened, unpack
from kpu_corpus.reading.content import damaged
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.parquet import about_file, metadata_of, read_parquet

HEAD = 4096  # bytes of a page in which its generator stands
_GENERATOR = re.compile(
    rf"""<meta\s+name=["']?generator["']?\s+content=["']?{MAKER}["'\s/>]""".encode(), re.IGNORECASE
)
_AUTHOR = re.compile(rf"<(?:\w+:)?creator\b[^<>]*>{MAKER}</".encode())
_PROPERTIES = "docProps/core.xml"
_VERSIONS = re.compile(rb'"versions"\s*:\s*\{[^{}]*"kpu-corpus"\s*:')  # of a manifest
# Columns that stand together in no table but those of the library: neither CSV nor JSONL can hold
# a mark, and people save both again, from Excel with other marks between the cells.
_TABLES = (
    {"essay", "sentence", "start", "end"},
    {"essay", "essays", "start", "end"},
    {"essay_a", "essay_b"},
    {"cosine", "shared_terms"},
    {"theme", "share"},
    {"theme", "share_a", "share_b"},
    {"theme", "change_a", "change_b"},
    {"theme_a", "theme_b"},
    {"theme", "precision", "recall"},
    {"theme", "coders", "machine"},
    {"theme", "pattern", "problem"},
    {"term", "display"},
    {"cluster", "height"},
    {"sentences", "readability"},
    {"setting", "rank_agreement"},
)


def is_bundle(path: Path) -> bool:
    """Tell whether a file is a bundle with a corpus in it."""
    if not os.path.isfile(path):  # a pipe would wait for who writes to it
        return False
    try:
        with path.open("rb") as stream, opened(stream) as archive:
            return archive.comment == MAKER.encode() and CORPUS in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def unbundle(path: Path, limits: Limits) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
    """Return the sources of a bundle, their essays and spans ready, and what had been skipped.

    A bundle that was damaged or passes the limits is (path, reason), with no source. A warning
    names settings and a lexicon without which its figures do not come out again.
    """
    try:
        sources, refused, own = _unbundled(path, limits)
    except UnreadableSource as error:
        return [], [(path.as_posix(), error)]
    except Exception as error:  # whatever stands in a file from elsewhere
        return [], [(path.as_posix(), damaged(path.name, error))]
    if own:
        warn(KpuCorpusWarning("bundle_own", name=path.name, got=", ".join(own)))
    return sources, refused


def _unbundled(
    path: Path, limits: Limits
) -> tuple[list[Source], list[tuple[str, KpuCorpusError]], list[str]]:
    with path.open("rb") as stream, opened(stream) as archive:

        def content(name: str) -> str:
            return unpack(archive, archive.getinfo(name), limits).decode("utf-8")

        about = loads(content(CORPUS))
        if about["format"] != VERSION.decode():
            raise UnreadableSource("newer_corpus", version=about["format"])
        room, rows = limits.batch_characters, []
        for row in about["sources"]:
            rows.append({**row, "text": content(row["file"])})
            room -= len(rows[-1]["text"])
            if room < 0:
                raise UnreadableSource("batch_full", limit=limits.batch_characters)
    headings = about.pop("headings")
    sources = rows_back(rows, columns_back(about)._replace(headings=headings))
    own = [printable(str(name)) for name in about.get("own", [])]
    return [*sources], refused_back(about["refused"]), own


def is_own(data: bytes, kind: str, limits: Limits) -> bool:
    """Tell whether a file of kind html, docx, xlsx, parquet or jsonl is a result of the library.

    The name of the file counts for nothing. A saved corpus is no result: it is there to be read.

    >>> page = b'<!doctype html><meta name="generator" content="kpu_corpus"><p>Laporan tema'
    >>> is_own(page, "html", Limits()), is_own(b"<p>Integritas itu penting.", "html", Limits())
    (True, False)
    """
    if kind == "html":
        return _GENERATOR.search(data[:HEAD]) is not None
    if kind == "parquet":
        return RESULT in metadata_of(data)
    if kind == "jsonl":
        return _VERSIONS.search(data) is not None
    if kind not in ("docx", "xlsx"):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        known = {member.filename: member for member in package.infolist()}
        properties = known.get(_PROPERTIES)
        return bool(properties and _AUTHOR.search(unpack(package, properties, limits)))


def are_of_results(columns: Iterable[str]) -> bool:
    """Tell whether a table with these columns is a result of the library.

    >>> are_of_results(["essay", "theme", "share", "low"]), are_of_results(["essay", "text"])
    (True, False)
    """
    named = {*columns}
    return any(telling <= named for telling in _TABLES)


def is_corpus(data: bytes) -> bool:
    """Tell whether a Parquet file is a saved corpus."""
    return FORMAT in metadata_of(data)


def columns_without_essays(path: Path) -> dict[str, Any] | None:
    """Return what a corpus that was saved though no essay was in it says of its columns.

    These are the fields ``headings``, ``orders`` and ``kinds`` of a Corpus; None of other files.
    """
    try:
        about = about_file(path)
        if about.num_rows or (about.metadata or {}).get(FORMAT) != VERSION:
            return None
        columns = _columns(about.metadata)
        check_columns(columns)
    except Exception:  # whatever stands in a file from elsewhere
        return None
    return columns._asdict()


def restore(data: bytes, limits: Limits) -> Iterator[Source | tuple[str, KpuCorpusError]]:
    """Yield the sources of a saved corpus, then (path, reason) for what had been skipped."""
    table = read_parquet(data, limits)
    about = table.schema.metadata
    if about[FORMAT] != VERSION:
        raise UnreadableSource("newer_corpus", version=about[FORMAT].decode("utf-8", "replace"))
    yield from rows_back(table.to_pylist(), _columns(about))
    yield from refused_back(about[b"refused"].decode("utf-8"))


def _columns(about: Mapping[bytes, bytes]) -> Columns:
    """Return what the metadata of a Parquet file say of the columns."""
    names = (name for name in Columns._fields if name.encode() in about)
    return columns_back({name: about[name.encode()].decode("utf-8") for name in names})
