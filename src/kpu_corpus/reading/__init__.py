"""Files and folders → sources; what cannot be read is named with the reason, the rest is kept."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from kpu_corpus.corpus import Source
from kpu_corpus.errors import SourceNotFound, UnreadableSource
from kpu_corpus.reading.text import decode

MAX_BYTES = 64 * 1024 * 1024
TEXT_SUFFIXES = frozenset({".txt", ".text"})
# Files that describe a folder are not essays in it.
NOT_ESSAYS = ("readme", "license", "licence")


def read(paths: Iterable[str | Path]) -> tuple[list[Source], list[tuple[str, str]]]:
    """Read files, folders and glob patterns, in the order given, folders by name.

    Returns the sources, each named by its path below what was given, and (path, reason) for
    every file that could not be read. Raises SourceNotFound for a path that does not exist.
    """
    sources: list[Source] = []
    refused: list[tuple[str, str]] = []
    for name, path in _files(paths):
        try:
            sources.append(_source(name, path))
        except UnreadableSource as error:
            refused.append((str(path), str(error)))
    return sources, refused


def _source(name: str, path: Path) -> Source:
    if path.suffix.lower() not in TEXT_SUFFIXES:
        raise UnreadableSource(
            f"its kind ({path.suffix or 'no suffix'}) is not read; expected .txt"
        )
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableSource(f"it has {size:,} bytes; at most {MAX_BYTES:,} are read")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"it cannot be opened ({error.strerror})") from error
    text, encoding = decode(data)
    if not text.strip():
        raise UnreadableSource("it is empty")
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
        raise SourceNotFound(f"{str(path)!r} does not exist.{_nearest(path)}")
    for item in found:
        yield from _files([item])


def _nearest(path: Path) -> str:
    try:
        names = [item.name for item in path.parent.iterdir()]
    except OSError:
        return f" Its folder {str(path.parent)!r} does not exist either."
    near = get_close_matches(path.name, names, n=1, cutoff=0.5)
    return f" Did you mean {str(path.parent / near[0])!r}?" if near else ""
