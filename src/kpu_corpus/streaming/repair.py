"""What a run that was cut off left half written is taken away, so that it is done again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kpu_corpus.streaming.ids import NAMES
from kpu_corpus.streaming.job import PARTS, SETTLED, read_json
from kpu_corpus.streaming.remarks import REMARKS
from kpu_corpus.streaming.spool import TABLES, part, parts

# The file that tells that a batch is done (step, suffix) and the others that stand for it.
TOGETHER = {
    ("survey", ".json"): [("scan", ".feather"), (REMARKS, ".json")],
    ("count", ".npy"): [("count", ".json")],
    ("terms", ".npy"): [("terms", ".json")],
    ("keywords", ".feather"): [(name, ".feather") for name in TABLES if name != "keywords"],
}


def repair(out: Path) -> None:
    """Remove temporary and truncated files of a run, and the signs of batches they belong to.

    A loss of power can leave a file under its name with its end missing.
    """
    for path in sorted((out / PARTS).rglob("*")):
        if path.is_file() and (path.name.startswith(".") or not _is_whole(path)):
            path.unlink()
            if path.parent.name == NAMES:  # which come with what is settled
                (out / PARTS / SETTLED).unlink(missing_ok=True)
    for (step, suffix), others in TOGETHER.items():
        for sign in parts(out, step, suffix):
            number = int(sign.stem)
            if not all(part(out, other, number, end).exists() for other, end in others):
                sign.unlink()


def _is_whole(path: Path) -> bool:
    """Tell whether a file can be opened as what it is; what a system puts beside them stays."""
    import pyarrow
    from pyarrow import parquet

    try:
        if path.suffix == ".npy":
            np.load(path, mmap_mode="r")
        elif path.suffix == ".feather":
            with pyarrow.memory_map(str(path)) as stream:
                pyarrow.ipc.open_file(stream)
        elif path.suffix == ".parquet":
            parquet.read_metadata(path)
        elif path.suffix == ".json":
            return isinstance(read_json(path), dict)
    except Exception:  # whatever stands in it
        return False
    return True
