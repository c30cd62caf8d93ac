"""What a step left in the folder of a run is believed only as it was left."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path

from kpu_corpus.streaming.disk.job import PARTS, read_json, write_json
from kpu_corpus.streaming.disk.spool import part

SEAL = ".seal"
CHUNK = 1 << 20


def seal(out: Path, step: str, number: int, files: Iterable[Path]) -> None:
    """Say that a step is done on an item, and how its files look; called when all are written."""
    parts = out / PARTS
    told = {path.relative_to(parts).as_posix(): _sum(path) for path in files}
    write_json(part(out, step, number, SEAL), told)


def sealed(out: Path, step: str, number: int) -> bool:
    """Tell whether a step is done on an item."""
    return part(out, step, number, SEAL).exists()


def repair(out: Path) -> None:
    """Remove temporary files, and the seals of files that are not as they were left.

    A loss of power can leave a file under its name with its end missing or with zeros in it. What
    has no seal is done again.
    """
    for path in sorted((out / PARTS).rglob("*")):
        temporary = path.is_file() and path.name.startswith(".")
        if temporary or (path.suffix == SEAL and not _holds(out / PARTS, path)):
            path.unlink()


def _holds(parts: Path, path: Path) -> bool:
    """Tell whether the files of a seal are as it says."""
    try:
        told = read_json(path)
        return (
            isinstance(told, dict)
            and len(told) > 0
            and all(_sum(parts / name) == told[name] for name in told)
        )
    except (OSError, ValueError):
        return False


def _sum(path: Path) -> int:
    """Return the CRC-32 of a file: against accidents, at little cost."""
    found = 0
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            found = zlib.crc32(chunk, found)
    return found
