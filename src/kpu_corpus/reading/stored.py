"""A corpus that was saved as Parquet → its sources, essays and spans as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kpu_corpus.corpus.sources import Source
from kpu_corpus.corpus.storing import FORMAT, VERSION, loads, orders_back, refused_back, rows_back
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.parquet import about_file, metadata_of, read_parquet


def is_corpus(data: bytes) -> bool:
    """Tell whether a Parquet file is a saved corpus."""
    return FORMAT in metadata_of(data)


def is_without_essays(path: Path) -> bool:
    """Tell whether a file is a corpus that was saved though no essay was in it."""
    try:
        about = about_file(path)
    except Exception:  # whatever stands in a file from elsewhere
        return False
    return not about.num_rows and (about.metadata or {}).get(FORMAT) == VERSION


def restore(data: bytes, limits: Limits) -> Iterator[Source | tuple[str, KpuCorpusError]]:
    """Yield the sources of a saved corpus, then (path, reason) for what had been skipped."""
    table = read_parquet(data, limits)
    about = table.schema.metadata
    if about[FORMAT] != VERSION:
        raise UnreadableSource("newer_corpus", version=about[FORMAT].decode("utf-8", "replace"))
    # a corpus saved by an older version has none of these
    headings = loads(about.get(b"headings", b"{}").decode("utf-8"))
    orders = orders_back(about.get(b"orders", b"{}").decode("utf-8"))
    kinds = loads(about.get(b"kinds", b"{}").decode("utf-8"))
    yield from rows_back(table.to_pylist(), headings, orders, kinds)
    yield from refused_back(about[b"refused"].decode("utf-8"))
