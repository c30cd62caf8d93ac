"""Files and folders → sources; what cannot be read is named with the reason, the rest is kept."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kpu_corpus.corpus import Source
from kpu_corpus.errors import Hint, KpuCorpusError, SourceNotFound, UnreadableSource, nearest
from kpu_corpus.reading.text import decode

MAX_BYTES = 64 * 1024 * 1024
TEXT_SUFFIXES = frozenset({".txt", ".text"})
# Files that describe a folder are not essays in it.
NOT_ESSAYS = ("readme", "license", "licence")


def read(paths: Iterable[str | Path]) -> tuple[list[Source], list[tuple[str, KpuCorpusError]]]:
    """Read files, folders and glob patterns, in the order given, folders by name.

    Returns the sources, each named by its path below what was given, and (path, reason) for
    every file that could not be read. Raises SourceNotFound for a path that does not exist.
    """
    sources: list[Source] = []
    refused: list[tuple[str, KpuCorpusError]] = []
    for name, path in _files(paths):
        try:
            sources.append(_source(name, path))
        except UnreadableSource as error:
            refused.append((str(path), error))
    return sources, refused


def _source(name: str, path: Path) -> Source:
    if path.suffix.lower() not in TEXT_SUFFIXES:
        valid = ", ".join(sorted(TEXT_SUFFIXES))
        raise UnreadableSource("suffix", suffix=path.suffix or "—", valid=valid)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableSource("too_large", size=size, limit=MAX_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource("not_opened", why=error.strerror) from error
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableSource("empty")
    return Source(name, text, hashlib.sha256(data).hexdigest(), encoding, str(path))


def _files(paths: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    for given in paths:
        path = Path(given)
        if path.is_dir():
            for item in sorted(path.rglob("*")):
                inside = item.relative_to(path)
                if item.is_file() and not _ignored(inside):
                    yield inside.as_posix(), item
        elif path.exists():
            yield path.name, path
        else:
            yield from _matching(path)


def _ignored(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    return hidden or path.name.lower().startswith(NOT_ESSAYS)


def _matching(path: Path) -> Iterator[tuple[str, Path]]:
    found = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(str(path)) else []
    if not found:
        raise SourceNotFound("not_found", path=repr(str(path)), hint=_hint(path))
    for item in found:
        yield from _files([item])


def _hint(path: Path) -> Hint | str:
    try:
        beside = [str(item) for item in path.parent.iterdir()]
    except OSError:
        return Hint("no_folder", folder=repr(str(path.parent)))
    return nearest(str(path), beside)
