"""A bundle that the library wrote → the corpus in it as it was, so that others can count anew."""

from __future__ import annotations

import zipfile
from pathlib import Path

from kpu_corpus.corpus.sources import Source
from kpu_corpus.corpus.storing import VERSION, loads, orders_back, refused_back, rows_back
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.ground.checks import is_file
from kpu_corpus.ground.writing import CORPUS, MAKER
from kpu_corpus.reading.content import damaged
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import opened, unpack


def is_bundle(path: Path) -> bool:
    """Tell whether a file is a bundle with a corpus in it."""
    if not is_file(path):  # a pipe would wait for who writes to it
        return False
    try:
        with path.open("rb") as stream, opened(stream) as archive:
            return archive.comment == MAKER.encode() and CORPUS in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def unbundle(path: Path, limits: Limits) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
    """Return the sources of a bundle, their essays and spans ready, and what had been skipped.

    A bundle that was damaged or passes the limits is (path, reason), with no source.
    """
    try:
        return _unbundled(path, limits)
    except UnreadableSource as error:
        return [], [(str(path), error)]
    except Exception as error:  # whatever stands in a file from elsewhere
        return [], [(str(path), damaged(path.name, error))]


def _unbundled(path: Path, limits: Limits) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
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
    orders, kinds = orders_back(about["orders"]), loads(about.get("kinds", "{}"))
    sources = rows_back(rows, about["headings"], orders, kinds)
    return [*sources], refused_back(about["refused"])
