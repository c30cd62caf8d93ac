"""Rows of a table → sources: one row an essay, the other columns follow it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kpu_corpus.corpus import Source
from kpu_corpus.errors import InvalidArgument, one_of

TEXT_COLUMNS = (
    "text",
    "teks",
    "esai",
    "essay_text",
    "isi",
    "isi esai",
    "jawaban",
    "tulisan",
    "body",
    "content",
)
ID_COLUMNS = ("essay", "id")
LONG = 200  # characters: an unnamed column with cells this long on average holds the texts
# A column's title in people's own tables, in small letters → the field of the essay.
FIELD_NAMES = {
    "title": "title",
    "author": "author",
    "unit": "unit",
    "date": "date",
    "judul": "title",
    "penulis": "author",
    "nama": "author",
    "satker": "unit",
    "unit kerja": "unit",
    "tanggal": "date",
}


def sources_of(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    *,
    text: str | None = None,
    prefix: str = "",
    first: int = 1,
) -> list[Source]:
    """Return one source a row, in order; rows without text are kept, with an empty text.

    ``text`` names the text column; otherwise it is found by its name, or is the one column of
    long cells. Ids come from a column ``essay`` or ``id``, else they count the rows after
    ``prefix``, from ``first`` on. Raises InvalidArgument without a text column and for an id that
    comes twice.
    """
    table = list(rows)
    name = text_column(columns, table, text)
    key = next((want for want in ID_COLUMNS if want in columns and want != name), None)
    ids = [str(row[key]) if key else f"{prefix}{n}" for n, row in enumerate(table, start=first)]
    twice = [item for item, count in Counter(ids).items() if count > 1]
    if twice:
        raise InvalidArgument("ids_twice", column=repr(key), got=repr(twice[0]))
    fields = fields_of(columns, without=(name, key))
    headings = headings_of(fields)
    return [
        replace(
            Source.plain_text(item, _text(row.get(name)), known(row, fields)), headings=headings
        )
        for item, row in zip(ids, table, strict=True)
    ]


def fields_of(columns: Sequence[str], without: Sequence[str | None] = ()) -> dict[str, str]:
    """Return column → what it is called with the essays: title, author, unit, date, or as it is.

    Where several columns could be a field, the one of its name is, or else the first; the others
    keep their own titles.

    >>> fields_of(["Satker", "Unit Kerja", "Angkatan"])
    {'Satker': 'unit', 'Unit Kerja': 'Unit Kerja', 'Angkatan': 'Angkatan'}
    """
    fields: dict[str, str] = {}
    for column in columns:
        field = FIELD_NAMES.get(even(column), column)
        taken = field != column and (field in columns or field in fields.values())
        if column not in without:
            fields[column] = column if taken else field
    return fields


def headings_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Return field → the title of its column, of those that are not called as they stand."""
    return {field: title for title, field in fields.items() if field != title}


def known(row: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what a row says under the names of ``fields``, as plain Python values.

    White space is single spaces, none at the ends: what looks the same is the same. A cell of
    nothing else is a missing value.
    """
    return {fields[key]: _tidy(plain(value)) for key, value in row.items() if key in fields}


def even(title: object) -> str:
    """Return a title as it is compared: small letters, single spaces.

    >>> even(" Unit\u00a0 Kerja")
    'unit kerja'
    """
    return " ".join(str(title).casefold().split())


def text_column(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], text: str | None) -> str:
    """Return the column of the texts: as told, by its name, or the one of long cells."""
    if text is not None:
        if text not in columns:
            raise one_of("text", text, columns)
        return text
    for want in TEXT_COLUMNS:
        for name in columns:
            if name.strip().lower() == want:
                return name
    sizes = {name: _size(rows, name) for name in columns}
    long = [name for name, size in sizes.items() if size >= LONG]
    if len(long) != 1:
        raise InvalidArgument("no_text_column", columns=", ".join(columns) or "—")
    return long[0]


def plain(value: Any) -> Any:
    """Return a cell as a plain Python value, a missing one as None."""
    if value is None or value != value:
        return None
    if isinstance(value, datetime.datetime):
        day = value.replace(tzinfo=None)
        return day.date().isoformat() if day.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") and not hasattr(value, "__len__") else value


def _tidy(value: Any) -> Any:
    return (" ".join(value.split()) or None) if isinstance(value, str) else value


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _size(rows: Sequence[Mapping[str, Any]], name: str) -> float:
    cells = [len(row[name]) for row in rows[:1000] if isinstance(row.get(name), str) and row[name]]
    return sum(cells) / len(cells) if cells else 0.0
