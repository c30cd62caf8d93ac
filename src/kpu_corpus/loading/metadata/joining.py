"""A table of participants → columns of the essays, joined by id, file name or author."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay
from kpu_corpus.corpus.tables import further_of, value_of
from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusWarning, UnreadableSource, listed
from kpu_corpus.ground.checks import is_series
from kpu_corpus.ground.spellings import even
from kpu_corpus.ground.warned import warn
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.loading.metadata.apart import apart
from kpu_corpus.loading.metadata.key import column_meant, is_refused_by_index, key_of, tells_people
from kpu_corpus.loading.metadata.match import (
    names_of,
    people_of,
    rows_by_author,
    rows_by_name,
    several,
    shown_names,
    with_listed,
    writers_of,
)
from kpu_corpus.loading.metadata.people import is_within, person
from kpu_corpus.loading.metadata.replaced import under_known, warn_read, warn_replaced
from kpu_corpus.loading.metadata.shared import (
    check_numbers,
    preferred,
    rows_shared,
    shared_column,
    values_of,
)
from kpu_corpus.loading.metadata.table import read_metadata
from kpu_corpus.loading.remarks import warn_unmatched
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.fields import fields_of, headings_of, with_whole_names
from kpu_corpus.reading.rows.ids import id_of
from kpu_corpus.reading.rows.rows import Table, known
from kpu_corpus.reading.rows.texts import essays_in
from kpu_corpus.segment.names import is_person

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "author", "unit", "date")
FIRST_DAY = date(1899, 12, 30)  # the day 0 of Excel, but for its first sixty days
DAYS = range(20_000, 80_000)  # from 1954 to 2119: what a number in a column of dates may mean


def join(
    corpus: Corpus,
    metadata: str | Path | pd.DataFrame | pd.Series[Any],
    limits: Limits,
    on: str | None = None,
    before: Corpus | None = None,
    *,
    held: bool = False,
) -> Corpus:
    """Add the columns of a table, or a Series, to the essays.

    The key names essays by id or by file name (with or without folder and suffix, in any case):
    the column ``on``, or the one that :func:`key_of` finds; the corpus tells it in ``joined``. What
    such a column of people does not name so is joined by author, where the row is the only one of
    that name, the essay the only one in its folder but for its copies (or the column is ``on``:
    then all essays of a person get the row), and others tell no other office; the corpus tells in
    ``by_author`` how many are. Rows that match no essay, or
    several of one author, rows of files that could not be read or of essays that only the corpus
    ``before`` has (copies that were left out), and essays without a row are named
    in ``refused``, with an UnmatchedMetadata warning. If the folder of the essays ``held`` the
    table, a warning tells of essays in it, which are not read. Raises InvalidArgument when no
    column is a key, when it is not clear which one is, or when two rows are for the same essay.
    """
    if is_series(metadata):
        check_labels(metadata, corpus.ids)
    names = [names_of(corpus, item) for item in corpus.items]
    people = people_of(corpus)
    known_as = {name for own in (*names, people) for name in own if name}
    table = read_metadata(metadata, limits, known_as, on)
    columns, rows = with_whole_names(table.columns, table.rows)
    if on in columns or on not in table.columns:  # "Nama depan" may be asked for
        table = table._replace(columns=columns, rows=rows)
    shown = shown_names(corpus)
    in_table = _listed(table)
    people = with_listed(corpus, people, in_table)
    match = _matched(corpus, table, names, people, in_table, shown, on, _left_out(before, corpus))
    fields = fields_of(table.columns, table.rows, without=(match.key,))
    titles = headings_of(fields)
    fields = under_known(fields, further_of(corpus))
    above = table.above or [{}] * len(table.rows)
    whole = [{**row, **more} for row, more in zip(table.rows, above, strict=True)]
    orders = {fields[name]: order for name, order in table.orders.items() if name in fields}
    path = str(metadata) if isinstance(metadata, str | Path) else "metadata"
    warn_unmatched(match.reasons, match.key)
    if held and (essays := essays_in(table.rows)):
        name, count = repr(Path(path).name), len(table.rows)
        warn(KpuCorpusWarning("metadata_held", name=name, column=repr(essays), count=count))
    given = _rows_of(corpus.items, match.found, whole, fields)
    given = _with_authors(corpus.items, match, whole, given)
    made = [with_fields(*pair, over=True) for pair in zip(corpus.items, given, strict=True)]
    warn_replaced(corpus, made, titles)
    warn_read(corpus, given, shown, titles.get("unit", "unit"))
    return replace(
        corpus,
        items=tuple(made),
        refused=(*corpus.refused, *((path, reason) for reason in match.reasons)),
        headings=_headings(corpus, made, given, titles),
        joined=match.key,
        matched=frozenset(corpus.ids[place] for place in match.by_author),
        orders={**corpus.orders, **orders},
        kinds={name: kind for name, kind in corpus.kinds.items() if name not in fields.values()},
    )


def _listed(table: Table) -> set[str]:
    """Return the people whom a table lists in columns of names."""
    columns = [name for name in table.columns if tells_people(name, None)]
    return {person(row.get(name)) for row in table.rows for name in columns} - {""}


def _left_out(before: Corpus | None, corpus: Corpus) -> set[str]:
    """Return the names and the writers of the essays that ``before`` has and the corpus has not."""
    if before is None or before is corpus:
        return set()
    kept = {*corpus.ids}
    gone = [
        pair for pair in zip(before.items, people_of(before), strict=True) if pair[0].id not in kept
    ]
    return {name for item, author in gone for name in (*names_of(before, item), author) if name}


class _Match(NamedTuple):
    """The key, whether it is of people, the row ``found`` for each essay, and the rest.

    That is which essays were found by author, and what matches nothing.
    """

    key: str
    of_people: bool
    found: list[int | None]
    by_author: Set[int]
    reasons: list[UnreadableSource]


def _matched(
    corpus: Corpus,
    table: Table,
    names: Sequence[Sequence[str]],
    people: Sequence[str],
    in_table: Set[str],
    shown: Sequence[str],
    on: str | None,
    left_out: Set[str],
) -> _Match:
    """Find the key of a table and the row of each essay; raises InvalidArgument without a key."""
    writers = writers_of(corpus, people, in_table, twice=on is not None)
    in_index = on is None and _labels_name_essays(corpus, table)
    key = key_of(table.columns, table.rows, names, people, writers, on, in_index=in_index)
    column = key if on is None else column_meant(on, table.columns)
    shared = [] if column is None else rows_shared(corpus, table, column)
    if column is None or (key is None and set(shared) <= {None}):
        raise _keyless(corpus, table, shown, on)
    if on is None and is_refused_by_index(column, table, names, corpus.ids):
        raise InvalidArgument("metadata_index", column=repr(column), more=_or_shared(corpus, table))
    if on is None:
        check_numbers(corpus, table, column, names)
    cells = [row.get(column) for row in table.rows]
    named = rows_by_name(column, cells, names, shown)
    found = preferred(corpus, column, named, shared, asked=on is not None)
    of_people = found is named and tells_people(column, on)
    by_author = rows_by_author(cells, writers, found) if of_people else {}
    found = [by_author.get(place, row) for place, row in enumerate(found)]
    fitting = several(cells, people, found) if of_people else {}
    reasons = [*apart(corpus, shown, people, cells, found, fitting, left_out)]
    if table.left and None in found:
        reasons.append(UnreadableSource("metadata_sheets", got=listed([*map(repr, table.left)])))
    return _Match(column, of_people, found, by_author.keys(), reasons)


def _keyless(corpus: Corpus, table: Table, shown: Sequence[str], on: str | None) -> InvalidArgument:
    """Say that no column is a key, and what may help."""
    told = repr(on) if on is not None else ", ".join(table.columns) or "—"
    if on is None and _labels_name_essays(corpus, table):
        more = _or_shared(corpus, table)
        return InvalidArgument("metadata_in_index", columns=told, more=more)
    if on is None and (column := shared_column(corpus, table)):
        return InvalidArgument("metadata_shared", columns=told, column=repr(column))
    if on is not None:
        cells = [row.get(column_meant(on, table.columns)) for row in table.rows]
        first, known = (
            next((repr(text) for text in map(id_of, values) if text), "")
            for values in (cells, values_of(corpus, on))
        )
        if first and known:
            return InvalidArgument("metadata_values", column=told, got=first, known=known)
    return InvalidArgument("metadata_key", columns=told, known=repr(shown[0]) if shown else "—")


def _labels_name_essays(corpus: Corpus, table: Table) -> bool:
    return not {*map(id_of, table.labels)}.isdisjoint(corpus.ids)


def _or_shared(corpus: Corpus, table: Table) -> Hint | str:
    column = shared_column(corpus, table)
    return Hint("or_shared", column=repr(column)) if column else ""


def _rows_of(
    items: Sequence[Essay],
    found: Sequence[int | None],
    rows: Sequence[Mapping[str, Any]],
    fields: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Return the values of each essay's row, under the names of ``fields``."""
    times = Counter(found)
    given: list[dict[str, Any]] = []
    for item, place in zip(items, found, strict=True):
        row = {} if place is None else known(rows[place], fields)
        if times[place] > 1:  # of a file with several essays, each with a writer of its own
            row = {name: cell for name, cell in row.items() if not _has(item, name)}
        given.append(row)
    return given


def _with_authors(
    items: Sequence[Essay],
    match: _Match,
    rows: Sequence[Mapping[str, Any]],
    given: Sequence[dict[str, Any]],
) -> list[dict[str, Any]]:
    """Return the values with the author, as the table writes it, of essays that do not.

    They name nobody, or the same person with a shorter name, and were found by the name of their
    file. Cells that say more, a number or a place, are left out.
    """
    named: list[dict[str, Any]] = []
    for item, found, row in zip(items, match.found, given, strict=True):
        cell = id_of(rows[found].get(match.key)) if match.of_people and found is not None else None
        longer = cell and _is_longer(cell, item.author) and is_person(cell)
        named.append({"author": cell, **row} if longer else row)
    return named


def _is_longer(cell: str, author: str | None) -> bool:
    read, whole = person(author), person(cell)
    return not read or (read != whole and is_within(read.split(), whole.split()))


def _headings(
    corpus: Corpus,
    made: Sequence[Essay],
    given: Sequence[Mapping[str, Any]],
    titles: Mapping[str, str],
) -> dict[str, str]:
    """Return field → title, for fields whose values all come from columns with that title."""
    headings = dict(corpus.headings)
    said = (name for row in given for name, cell in row.items() if cell is not None)
    for field in dict.fromkeys(said):
        title = headings.pop(field, None)
        others = (item for item, row in zip(made, given, strict=True) if row.get(field) is None)
        whole = all(value_of(item, field) is None for item in others)
        if field in titles and (whole or title == titles[field]):
            headings[field] = titles[field]
    return headings


def _has(essay: Essay, name: str) -> bool:
    """Tell whether a title or an author is read in an essay."""
    return name in ("title", "author") and getattr(essay, name) is not None


def with_fields(essay: Essay, row: Mapping[str, Any], *, over: bool = False) -> Essay:
    """Set the fields of an essay from a row, and its metadata from the rest.

    With ``over``, the row takes precedence over what was found in the text. Dates are converted to
    ISO form, also from Excel's day numbers.
    """
    if not row:
        return essay
    fields = {
        name: id_of(row[name]) or ""
        for name in FIELDS
        if row.get(name) is not None and (over or getattr(essay, name) is None)
    }
    if "date" in fields:
        fields["date"] = iso(fields["date"]) or _of_days(fields["date"])
    rest = {key: value for key, value in row.items() if key not in FIELDS}
    said = set(map(even, rest))  # "Angkatan" of a table takes the place of what the text says
    own = {
        key: value for key, value in essay.metadata.items() if key in rest or even(key) not in said
    }
    # a blank cell says nothing, also of what is known
    rest = {key: value for key, value in rest.items() if value is not None or key not in own}
    return essay._replace(metadata={**own, **rest}, **fields)  # type: ignore[arg-type]


def _of_days(told: str) -> str:
    """Return the date of an Excel day number; other values are returned unchanged.

    >>> _of_days("45801"), _of_days("musim hujan")
    ('2025-05-24', 'musim hujan')
    """
    days = int(told) if re.fullmatch(r"\d{5}", told, re.ASCII) else 0
    return (FIRST_DAY + timedelta(days)).isoformat() if days in DAYS else told


def check_labels(series: Any, ids: Sequence[str]) -> None:
    """Raise InvalidArgument for numbers that may be row numbers of the Series or of the essays.

    A column of ``corpus.essays``, or of any pandas table, has such labels: taken for ids, they
    would give an essay the value of another one. An index with a name is taken by its name.

    >>> import pandas as pd
    >>> check_labels(pd.Series(["pagi", "sore"], index=[1, 2]), ["1", "2"])
    """
    labels = list(series.index)
    if series.index.name is not None or not all(isinstance(label, int) for label in labels):
        return
    of_essays = all(0 <= label < len(ids) for label in labels)
    if not of_essays and labels != list(range(len(labels))):
        return
    named = [str(label) for label in labels]
    same = of_essays and named == [ids[label] for label in labels]
    if not same and named != list(ids):
        raise InvalidArgument("metadata_labels")
