"""Where the training reads and writes, and the form of its tables."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared"))
DATA = Path(__file__).parents[1] / "src" / "kpu_corpus" / "data"
READY = DATA / "ready"


def read_table(path: Path) -> list[list[str]]:
    """Return the rows of a packed table, without comments and the names of its columns."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [x.rstrip("\n").split("\t") for x in file if not x.startswith("#")][1:]


def listed(path: Path) -> list[str]:
    """Return the words of a hand-written list, comments left out."""
    lines = path.read_text("utf-8").splitlines()
    return [word for line in lines for word in line.split("#")[0].split()]


def pack(path: Path, lines: list[str]) -> None:
    """Write lines as a gzip file whose bytes depend on them alone."""
    data = bytearray(gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0))
    data[9] = 3  # the system it was made on: Python 3.11 says Unix, 3.13 that it is not known
    path.write_bytes(data)
