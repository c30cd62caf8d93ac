"""The essays of a stretch, batch by batch, with the ids that :func:`kpu_corpus.load` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from kpu_corpus.collecting import uncollected
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.loading import assembled
from kpu_corpus.reading import Limits, read_named
from kpu_corpus.reading.rows import plain, sources_of
from kpu_corpus.sources import Source, encodable
from kpu_corpus.storing import rows_back
from kpu_corpus.streaming.ids import twice_in
from kpu_corpus.streaming.plan import PARQUET, Plan, Stretch, rows_of, without_suffix


class Batch(NamedTuple):
    """Essays of so many documents; ``first`` is the number of the first one."""

    first: int
    documents: int
    corpus: Corpus


def batches(
    source: Plan,
    stretch: Stretch,
    size: int,
    done: Callable[[int], bool],
    names: Callable[[int], Mapping[str, str]] | None = None,
) -> Iterator[Batch]:
    """Yield the essays of a stretch in their order, ``size`` documents at a time.

    Batches are named by their first document; those that are ``done`` are passed over. ``names``
    gives the new ids of a batch of rows, where other tables have the same.
    """
    firsts = range(stretch.first, stretch.first + stretch.documents, size)
    if all(map(done, firsts)):
        return
    if not source.tables:
        end = stretch.first + stretch.documents
        for first in firsts:
            if not done(first):
                listed = source.files[first : min(first + size, end)]
                yield Batch(first, len(listed), _of_files(source, listed))
        return
    path = Path(source.files[stretch.file][1])
    rows = rows_of(path, stretch.place, stretch.documents)
    for first in firsts:
        part = list(islice(rows, size))
        if not done(first):
            row = stretch.row + first - stretch.first
            new = names(first) if names else {}
            yield Batch(first, len(part), _of_rows(source, stretch, row, part, new))


@uncollected
def _of_rows(
    source: Plan,
    stretch: Stretch,
    row: int,
    rows: Sequence[dict[str, Any]],
    names: Mapping[str, str],
) -> Corpus:
    """Make the corpus of the rows of a table, ``row`` of them before; ``names`` are new ids."""
    if source.text is None:
        return assembled(rows_back(rows), ())
    name, path = source.files[stretch.file]
    lines = not path.lower().endswith(PARQUET)
    table = rows if lines else [{k: plain(v) for k, v in line.items()} for line in rows]
    columns = list(dict.fromkeys([source.text, *(key for line in table for key in line)]))
    prefix = f"{without_suffix(encodable(name))}-"
    try:
        found = sources_of(columns, table, text=source.text, prefix=prefix, first=row + 1)
    except InvalidArgument as error:
        if error.message != "ids_twice":
            raise
        raise twice_in(source, [stretch], error.fields["got"]) from None
    encoding = "utf-8" if lines else "parquet"
    origin = encodable(path)
    full = (
        replace(r, name=names.get(r.name, r.name), encoding=encoding, origin=origin)
        for r in found
        if isinstance(r, Source)
    )
    return assembled(full, [(f"{origin}: {r[0]}", r[1]) for r in found if isinstance(r, tuple)])


@uncollected
def _of_files(source: Plan, named: Iterable[tuple[str, str]]) -> Corpus:
    listed = [(name, Path(path)) for name, path in named]
    sources, refused = read_named(listed, limits=Limits(files=len(listed) + 1))
    short = [without_suffix(item.name) for item in sources]
    return assembled(
        [
            item if item.plain or item.ready or source.times[name] > 1 else replace(item, name=name)
            for item, name in zip(sources, short, strict=True)
        ],
        refused,
    )
