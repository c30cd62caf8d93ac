"""Ids of essays must differ over the whole source, though no batch sees it."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np

from kpu_corpus.errors import InvalidArgument, UnreadableSource
from kpu_corpus.reading.ids import id_column
from kpu_corpus.streaming import spool
from kpu_corpus.streaming.plan import SAMPLE, Plan, Stretch, rows_of


def check_ids(out: Path, source: Plan) -> None:
    """Raise InvalidArgument for an essay id that comes twice, UnreadableSource without essays.

    The ids are compared as 64-bit hashes, so that those of many millions fit into memory.
    """
    from pandas.util import hash_array

    listed = spool.parts(out, "survey", ".json")
    ids = (spool.read_survey(path)[1] for path in listed)
    hashed = [hash_array(np.array(names, dtype=object), categorize=False) for names in ids if names]
    if not hashed:
        raise UnreadableSource("nothing")
    known, counts = np.unique(np.concatenate(hashed), return_counts=True)
    twice = set(known[counts > 1].tolist())
    if not twice:
        return
    every = (name for path in listed for name in spool.read_survey(path)[1])
    got = next(n for n in every if int(hash_array(np.array([n], dtype=object))[0]) in twice)
    firsts = [int(path.stem) for path in listed if got in spool.read_survey(path)[1]]
    raise twice_in(source, [_stretch(source, first) for first in firsts], repr(got))


def twice_in(source: Plan, stretches: list[Stretch], got: str) -> InvalidArgument:
    """Build the error for an id that these stretches hold, in the words of who made the table."""
    files = list(dict.fromkeys(source.files[stretch.file][1] for stretch in stretches))
    columns = [_id_column(source, stretch) for stretch in stretches] if source.tables else [None]
    if None in columns:
        return InvalidArgument("stream_names_twice", got=got, path=source.path)
    told = {"column": repr(columns[0]), "files": ", ".join(files)}
    return InvalidArgument("stream_ids_twice", got=got, **told)


def _stretch(source: Plan, document: int) -> Stretch:
    return next(s for s in source.stretches if s.first <= document < s.first + s.documents)


def _id_column(source: Plan, stretch: Stretch) -> str | None:
    """Return the column that ids come from; None where they are made of names and numbers."""
    rows = rows_of(Path(source.files[stretch.file][1]), stretch.place, stretch.documents)
    columns = dict.fromkeys(key for row in islice(rows, SAMPLE) for key in row)
    return id_column(columns, source.text)
