"""What one reading of the texts of a batch finds, kept so that they are read but once."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.indonesian.definition import Definitions
from kpu_corpus.streaming.spool import read_columns, write_columns
from kpu_corpus.tokens.scanning import Units, Words
from kpu_corpus.tokens.survey import Scanned

UNITS = ("essay", "number", "start", "end")
TOLD = b"told"
WORDS = ("type", "unit", "start", "gap")


def write_scan(path: Path, found: Scanned) -> Path:
    """Write words as columns, units and definitions beside; the texts stay in the source."""
    import pyarrow

    told = {
        "units": [found.units.kind, *(getattr(found.units, name).tolist() for name in UNITS)],
        "surfaces": found.words.surfaces,
        "kinds": found.words.kinds,
        "definitions": [column.tolist() for column in found.definitions],
    }
    columns = {name: getattr(found.words, name) for name in WORDS}
    table = pyarrow.table(columns)
    return write_columns(path, table.replace_schema_metadata({TOLD: json.dumps(told)}))


def read_scan(path: Path, corpus: Corpus) -> Scanned:
    """Return what was found in the texts of a corpus."""
    table = read_columns(path)
    told = json.loads(table.schema.metadata[TOLD])
    kinds, *columns = told["units"]
    units = {
        name: np.array(column, dtype=np.int32) for name, column in zip(UNITS, columns, strict=True)
    }
    return Scanned(
        corpus,
        Units(**units, kind=tuple(kinds)),
        Words(
            surfaces=tuple(told["surfaces"]),
            kinds=tuple(told["kinds"]),
            **{name: table[name].to_numpy() for name in WORDS},
        ),
        Definitions(*(np.array(column, np.int64) for column in told["definitions"])),
    )
