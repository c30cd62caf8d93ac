"""The essays of a stretch, batch by batch, with the ids given by :func:`kpu_corpus.load`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Source
from kpu_corpus.corpus.storing import rows_back
from kpu_corpus.errors import InvalidArgument, RenamedEssays
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.printable import encodable, file_name
from kpu_corpus.loading.building import assembled
from kpu_corpus.reading import Limits, read_named
from kpu_corpus.reading.files import unsuffixed
from kpu_corpus.reading.html.fragments import shown
from kpu_corpus.reading.rows.json_rows import Line, apart
from kpu_corpus.reading.rows.rows import Table, place_of, plain_row, sources_of
from kpu_corpus.streaming.files import CORPUS, REFUSED, File, reason_of
from kpu_corpus.streaming.ids import twice_in
from kpu_corpus.streaming.plan import Plan, Stretch, is_table
from kpu_corpus.streaming.rows import PARQUET, rows_of


class Batch(NamedTuple):
    """The essays of a number of documents; ``first`` is the number of the first one.

    The first ``unread`` skipped items could not be read, the rest were dropped when cut. ``blank``
    are warnings of rows without an id.
    """

    first: int
    documents: int
    corpus: Corpus
    unread: int = 0
    blank: Sequence[RenamedEssays] = ()


def batches(
    source: Plan,
    stretch: Stretch,
    size: int,
    done: Callable[[int], bool],
    names: Callable[[int], Mapping[str, str]] | None = None,
) -> Iterator[Batch]:
    """Yield the essays of a stretch in order, ``size`` documents at a time.

    Batches are named by their first document; those in ``done`` are skipped. ``names`` gives the
    new ids of a batch of rows if other tables have the same ids.
    """
    firsts = range(stretch.first, stretch.first + stretch.documents, size)
    if all(map(done, firsts)):
        return
    if not is_table(source.file_of(stretch)):
        documents = source.files[stretch.file : stretch.file + stretch.documents]
        for first in firsts:
            if not done(first):
                begin = first - stretch.first
                yield _of_files(source, first, documents[begin : begin + size])
        return
    path = Path(source.file_of(stretch).path)
    rows = rows_of(path, stretch.place, stretch.documents, stretch.lines)
    for first in firsts:
        part = list(islice(rows, size))
        if not done(first):
            new = names(first) if names else {}
            yield _of_rows(source, stretch, first, part, new)


@uncollected
def _of_rows(
    source: Plan,
    stretch: Stretch,
    first: int,
    found: Sequence[Line],
    names: Mapping[str, str],
) -> Batch:
    """Make a batch of the rows of a table from document ``first`` on; ``names`` are new ids."""
    rows, broken = apart(found)
    file, row = source.file_of(stretch), stretch.row + first - stretch.first
    if file.kind == CORPUS:
        return Batch(first, len(rows), assembled(rows_back(rows), ()))
    lines = not file.path.lower().endswith(PARQUET)
    table = rows if lines else [*map(plain_row, rows)]
    prefix = f"{unsuffixed(file_name(file.name))}-"
    try:
        made = sources_of(
            Table(file.columns, table, broken=broken),
            text=tuple(file.text),
            prefix=prefix,
            first=row + 1,
            shown=partial(shown, limits=Limits()),
        )
    except InvalidArgument as error:
        if error.message != "ids_twice":
            raise
        raise twice_in(source, [stretch], error.fields["got"]) from None
    encoding = "utf-8" if lines else "parquet"
    origin = encodable(file.path)
    full = (
        r._replace(name=names.get(r.name, r.name), encoding=encoding, origin=origin)
        for r in made
        if isinstance(r, Source)
    )
    refused = [
        (place_of(r[0], origin), r[1]) for r in made if not isinstance(r, Source | RenamedEssays)
    ]
    blank = [r for r in made if isinstance(r, RenamedEssays)]
    return Batch(first, len(rows), assembled(full, refused), len(refused), blank)


@uncollected
def _of_files(source: Plan, first: int, documents: Sequence[File]) -> Batch:
    listed = [
        (file.path, reason_of(file)) if file.kind == REFUSED else (file.name, Path(file.path))
        for file in documents
    ]
    # how much a batch holds is the caller's to say
    limits = Limits(files=len(listed) + 1, batch_characters=sys.maxsize)
    blank: list[RenamedEssays] = []
    sources, refused = read_named(listed, limits=limits, text=source.text, tell=blank.append)
    # several files of one archive or one mail may differ in their suffix only
    counts = Counter(unsuffixed(item.name) for item in sources)
    shared = {*source.shared, *(name for name, count in counts.items() if count > 1)}
    corpus = assembled((_named(source, shared, item) for item in sources), refused)
    return Batch(first, len(documents), corpus, len(refused), blank)


def _named(source: Plan, shared: Set[str], item: Source) -> Source:
    """Name a document without its suffix if that is unique; rows already have names."""
    if item.plain or item.ready:
        return item
    name = unsuffixed(item.name)
    own = item.name if name in shared else name
    return item._replace(name=source.again.get(item.origin, own))
