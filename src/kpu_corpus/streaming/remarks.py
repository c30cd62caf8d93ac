"""Warnings about the essays as they are read: issued once, for all batches together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from kpu_corpus.ground.warned import MOST_NAMES, warn
from kpu_corpus.loading.remarks import about, noted
from kpu_corpus.reading.rows.ids import unnamed
from kpu_corpus.streaming.batches import Batch
from kpu_corpus.streaming.disk import spool
from kpu_corpus.streaming.disk.job import read_json
from kpu_corpus.streaming.ids import new_names
from kpu_corpus.streaming.plan import Plan, is_table
from kpu_corpus.tokens.overlong import about as about_overlong
from kpu_corpus.tokens.overlong import overlong
from kpu_corpus.tokens.scanning import Units

REMARKS = "remarks"  # the folder of what is to be told, a file a batch
SHOWN = MOST_NAMES + 1  # ids that are kept: one more tells that there are more


def remarks_of(batch: Batch, units: Units) -> dict[str, Any]:
    """Return the warnings of a batch as plain values: counts, and the first ids."""
    found = noted(batch.corpus)
    found["overlong"] = [(name, "") for name in overlong(batch.corpus, units)]
    return {
        "blank": [[one.fields[key] for key in ("column", "count", "ids")] for one in batch.blank],
        "texts": {name: [len(of), of[:SHOWN]] for name, of in found.items()},
    }


def tell_remarks(out: Path, source: Plan) -> None:
    """Warn, as in memory, of rows without an id, by table, and about the texts.

    Called after the ids are settled.
    """
    tables: dict[tuple[int, int], tuple[str, int, list[str]]] = {}
    counts: Counter[str] = Counter()
    essays: dict[str, list[tuple[str, str]]] = {}
    for path in spool.parts(out, REMARKS, ".json"):
        number, kept = int(path.stem), read_json(path)
        stretch = source.stretch_of(number)
        for place, (column, blank, ids) in enumerate(kept["blank"]):
            # a table that is a document has its rows in one batch
            key = (stretch.file, -1) if is_table(source.file_of(stretch)) else (number, place)
            _, before, named = tables.get(key, (column, 0, []))
            tables[key] = column, before + blank, [*named, *ids][:SHOWN]
        new = new_names(out, number)
        for remark, (count, first) in kept["texts"].items():
            counts[remark] += count
            renamed = ((new.get(name, name), found) for name, found in first)
            essays[remark] = [*essays.get(remark, []), *renamed][:SHOWN]
    for one in tables.values():
        warn(unnamed(*one))
    for remark, found in essays.items():
        if found and remark == "overlong":
            warn(about_overlong(counts[remark], [name for name, _ in found]))
        elif found:
            warn(about(remark, counts[remark], found))
