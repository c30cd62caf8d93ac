"""What one reading of the texts of a batch finds, kept so that they are read but once."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.indonesian.acronyms import Definition
from kpu_corpus.tokens.scanning import Units, Words
from kpu_corpus.tokens.survey import Scanned
from kpu_corpus.writing import whole

UNITS = ("essay", "number", "start", "end")
WORDS = ("type", "unit", "start", "end", "gap")


def write_scan(path: Path, found: Scanned) -> None:
    """Write units, words and definitions as columns; the texts stay in the source."""
    told = {
        "units": found.units.kind,
        "surfaces": found.words.surfaces,
        "kinds": found.words.kinds,
        "definitions": found.definitions,
    }
    columns = {f"unit_{name}": getattr(found.units, name) for name in UNITS}
    columns |= {f"word_{name}": getattr(found.words, name) for name in WORDS}
    columns["told"] = np.frombuffer(json.dumps(told).encode(), dtype=np.uint8)
    whole(path, lambda name: np.savez_compressed(name, allow_pickle=False, **columns))


def read_scan(path: Path, corpus: Corpus) -> Scanned:
    """Return what was found in the texts of a corpus."""
    with np.load(path, allow_pickle=False) as columns:
        told = json.loads(columns["told"].tobytes())
        units = {name: columns[f"unit_{name}"] for name in UNITS}
        words = {name: columns[f"word_{name}"] for name in WORDS}
    return Scanned(
        corpus,
        Units(**units, kind=tuple(told["units"])),
        Words(surfaces=tuple(told["surfaces"]), kinds=tuple(told["kinds"]), **words),
        [(name, Definition(*place)) for name, place in told["definitions"]],
    )
