"""Checksums on what a step left in the folder of a run, verified before it is used."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path

from kpu_corpus.streaming.disk.job import PARTS, read_json, write_json
from kpu_corpus.streaming.disk.spool import part

SEAL = ".seal"
CHUNK = 1 << 20


def seal(out: Path, step: str, number: int, files: Iterable[Path]) -> None:
    """Record that a step is done on an item, with checksums; called when all files are written."""
    parts = out / PARTS
    told = {path.relative_to(parts).as_posix(): _sum(path) for path in files}
    write_json(part(out, step, number, SEAL), told)


def sealed(out: Path, step: str, number: int) -> bool:
    """Tell whether a step is done on an item."""
    return part(out, step, number, SEAL).exists()


def repair(out: Path) -> None:
    """Remove temporary files, and the seals of altered files.

    A power loss can leave a file truncated or filled with zeros. Items without a seal are repeated.
    """
    for path in sorted((out / PARTS).rglob("*")):
        temporary = path.is_file() and path.name.startswith(".")
        if temporary or (path.suffix == SEAL and not _holds(out / PARTS, path)):
            path.unlink()


def _holds(parts: Path, path: Path) -> bool:
    """Tell whether the files of a seal match it."""
    try:
        told = read_json(path)
        return (
            isinstance(told, dict)
            and len(told) > 0
            and all((parts / name).is_file() for name in told)  # a device has no end
            and all(_sum(parts / name) == told[name] for name in told)
        )
    except (OSError, ValueError):
        return False


def _sum(path: Path) -> int:
    """Return the CRC-32 of a file, a cheap protection against accidents."""
    found = 0
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            found = zlib.crc32(chunk, found)
    return found
