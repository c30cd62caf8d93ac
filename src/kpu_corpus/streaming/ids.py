"""Ids of essays are unique over the whole source, though no batch sees all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import ranges
from kpu_corpus.ground.printable import first_of
from kpu_corpus.ground.warned import warn
from kpu_corpus.reading.rows.ids import LISTED, id_column, renamed
from kpu_corpus.streaming.disk import spool
from kpu_corpus.streaming.disk.job import read_json, write_json
from kpu_corpus.streaming.files import ROWS
from kpu_corpus.streaming.plan import Plan, Stretch
from kpu_corpus.terms.fingerprints import Keys, hashed

NAMES = "names"  # the folder of the new names, a file a batch

Places = npt.NDArray[np.int64]


def settle_ids(out: Path, source: Plan) -> bool:
    """Number the ids that several tables share, like :func:`kpu_corpus.load`.

    Returns False where there is no essay. The new names are kept for :func:`new_names` and told
    in a RenamedEssays warning. Raises InvalidArgument for an id that comes twice in a table, in
    documents or saved corpora, and where a new name is another essay's id. The ids are compared as
    64-bit hashes, so that those of many millions fit into memory.
    """
    batches = spool.parts(out, "survey", ".json")
    hashes = [hashed(ids) for ids in _each(batches)]
    if not any(map(len, hashes)):
        return False
    every = np.concatenate(hashes)
    ordered = np.sort(every)
    if (ordered[1:] != ordered[:-1]).all():  # mostly, and in far less memory
        if source.again:
            warn(renamed(len(source.again), _documents(source)))
        return True
    known, which, counts = np.unique(every, return_inverse=True, return_counts=True)
    order = np.argsort(which, kind="stable")
    time = np.empty_like(which)  # how many essays before have the id
    time[order] = ranges(0, counts)
    stretches = [source.stretch_of(int(path.stem)) for path in batches]
    tables = [one.file if source.file_of(one).kind == ROWS else -1 for one in stretches]
    table = np.repeat(tables, list(map(len, hashes)))[order]
    shared = (table[1:] == table[:-1]) | (table[1:] < 0) | (table[:-1] < 0)
    again = order[1:][(np.diff(which[order]) == 0) & shared]
    if len(again):
        again.sort()
        firsts = np.sort(np.unique(every[again], return_index=True)[1])  # of each id
        places = again[firsts][: LISTED + 1].tolist()
        raise _twice(source, batches, [_at(batches, place) for place in places])
    _rename(out, source, batches, time, known)
    return True


def new_names(out: Path, first: int) -> Mapping[str, str]:
    """Return the new names of the essays of a batch whose ids earlier tables have, too."""
    path = spool.part(out, NAMES, first, ".json")
    names: dict[str, str] = read_json(path) if path.exists() else {}
    return names


def _rename(out: Path, source: Plan, batches: list[Path], time: Places, known: Keys) -> None:
    start = 0
    told = [*islice(_documents(source), LISTED)]
    for path, ids in zip(batches, _each(batches), strict=True):
        times = time[start : start + len(ids)].tolist()
        names = {name: f"{name}~{n + 1}" for name, n in zip(ids, times, strict=True) if n}
        made = hashed(names.values())
        taken = known[np.searchsorted(known, made).clip(max=len(known) - 1)] == made
        if taken.any():
            got = list(names.values())[int(np.argmax(taken))]
            raise InvalidArgument("stream_names_twice", got=repr(got), path=source.path)
        if names:
            write_json(spool.part(out, NAMES, int(path.stem), ".json"), names)
        told += [f"{old!r} → {new!r}" for old, new in islice(names.items(), LISTED - len(told))]
        start += len(ids)
    warn(renamed(int(np.count_nonzero(time)) + len(source.again), told))


def _documents(source: Plan) -> Iterator[str]:
    return (f"{own.rpartition('~')[0]!r} → {own!r}" for own in source.again.values())


def _each(batches: list[Path]) -> Iterator[list[str]]:
    return (spool.read_survey(path)[1] for path in batches)


def _at(batches: list[Path], place: int) -> str:
    every = (name for ids in _each(batches) for name in ids)
    return next(islice(every, place, None))


def _twice(source: Plan, batches: list[Path], got: list[str]) -> InvalidArgument:
    pairs, names = zip(batches, _each(batches), strict=True), frozenset(got)
    firsts = [int(path.stem) for path, ids in pairs if not names.isdisjoint(ids)]
    told = first_of([*map(repr, got)], LISTED)
    return twice_in(source, [source.stretch_of(first) for first in firsts], told)


def twice_in(source: Plan, stretches: list[Stretch], got: str) -> InvalidArgument:
    """Build the error for ids that these stretches hold, in the words of who made the table."""
    files = [source.file_of(stretch) for stretch in stretches]
    columns = [id_column(file.columns, file.text) for file in files]  # None of what is no table
    if None in columns:
        return InvalidArgument("stream_names_twice", got=got, path=source.path)
    paths = ", ".join(dict.fromkeys(file.path for file in files))
    return InvalidArgument("stream_ids_twice", got=got, column=repr(columns[0]), files=paths)
