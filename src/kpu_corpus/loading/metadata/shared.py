"""A column that the essays have, too: rows found by its values instead of by names of essays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.tables import further_of, value_of
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.spellings import even
from kpu_corpus.indonesian.dates import iso
from kpu_corpus.loading.metadata.key import KEYS, rows_by_number
from kpu_corpus.loading.metadata.replaced import under_known
from kpu_corpus.reading.rows.fields import fields_of
from kpu_corpus.reading.rows.ids import id_of
from kpu_corpus.reading.rows.numbers import EXACT
from kpu_corpus.reading.rows.rows import Table


def rows_shared(corpus: Corpus, table: Table, column: str) -> list[int | None]:
    """Return the row of each essay that has the value of the row in ``column``, None without one.

    An essay may share its row with others: the table then tells of offices or of people. Authors
    are people, whom :mod:`kpu_corpus.loading.metadata.people` compares. Raises InvalidArgument if
    two rows have the value of an essay, and for numbers of which a workbook dropped the last
    digits: those of employees, typed as numbers, have the same ones for several people.
    """
    values = values_of(corpus, column)
    found: list[int | None] = [None] * len(values)
    if all(value is None for value in values):
        return found
    cells = [row.get(column) for row in table.rows]
    if any(isinstance(value, float) and abs(value) > EXACT for value in (*values, *cells)):
        raise InvalidArgument("metadata_inexact", column=repr(column))
    rows: dict[str, list[int]] = {}
    for place, cell in enumerate(cells):
        rows.setdefault(_form(cell), []).append(place)
    for place, value in enumerate(values):
        form = _form(value)
        if form and form in rows:
            if len(rows[form]) > 1:
                numbers = ", ".join(str(row + 1) for row in rows[form])
                raise InvalidArgument(
                    "metadata_twice", key=repr(column), got=repr(id_of(value)), rows=numbers
                )
            found[place] = rows[form][0]
    return found


def values_of(corpus: Corpus, column: str) -> list[Any]:
    """Return the value of each essay in a column of a table that tells no authors, or None."""
    further = further_of(corpus)
    field = under_known(fields_of([column]), further).get(column, column)
    known = field in further or field in ("title", "unit", "date")
    shared = known and even(column) not in KEYS
    return [value_of(item, field) if shared else None for item in corpus.items]


def preferred(
    corpus: Corpus,
    column: str,
    named: Sequence[int | None],
    shared: Sequence[int | None],
    *,
    asked: bool,
) -> Sequence[int | None]:
    """Return the rows ``shared`` by value where the essays were rows of a table, else ``named``.

    The ids of such essays may be no more than the numbers of their rows, which the values of a
    column *no* or *kelas* often resemble. Unless the column is ``asked`` for, they are meant if
    they give more essays a row, or as many essays more rows. Raises InvalidArgument for other
    essays that a column gives two different rows.
    """
    by_value, by_name = (_reach(found) for found in (shared, named))
    if not any(by_value) or not any(by_name):
        return shared if any(by_value) else named
    if all(corpus.by_name[item.source].plain for item in corpus.items):
        return shared if asked or by_value >= by_name else named
    for item, row, other in zip(corpus.items, named, shared, strict=True):
        if None not in (row, other) and row != other:
            raise InvalidArgument("metadata_two_ways", column=repr(column), essay=repr(item.id))
    return named


def shared_column(corpus: Corpus, table: Table) -> str | None:
    """Return the column of a table whose values tell most essays apart and are theirs, too."""
    best, most = None, 1
    for column in table.columns:
        try:
            found = {row for row in rows_shared(corpus, table, column) if row is not None}
        except InvalidArgument:
            continue
        if len(found) > most:
            best, most = column, len(found)
    return best


def check_numbers(
    corpus: Corpus, table: Table, column: str, names: Sequence[Sequence[str]]
) -> None:
    """Raise InvalidArgument for bare numbers that find fewer rows than a column of the essays does.

    Hours and scores beside the offices of a table have the numbers of some essays by chance.
    """
    numbers = rows_by_number(column, table, names)
    if set(numbers) <= {None} or None not in numbers:
        return
    other = shared_column(corpus, table)
    if other is None or other == column:
        return
    few, most = (_reach(found)[0] for found in (numbers, rows_shared(corpus, table, other)))
    if most > few:
        told = {"column": repr(column), "other": repr(other), "few": few, "most": most}
        raise InvalidArgument("metadata_chance", **told)


def _reach(found: Sequence[int | None]) -> tuple[int, int]:
    """Return how many essays have a row, and how many rows have an essay."""
    rows = [row for row in found if row is not None]
    return len(rows), len({*rows})


def _form(value: object) -> str:
    """Return a value as it is compared: dates in ISO form; Excel drops the zeros before a code."""
    text = id_of(value) or ""
    form = even(iso(text) or text)
    return (form.isdecimal() and form.lstrip("0")) or form
