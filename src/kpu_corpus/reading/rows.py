"""Rows of a table → sources: one row an essay, the other columns follow it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kpu_corpus.corpus import Source
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.printable import storable

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
# A column's name in people's own tables → the field of the essay.
FIELD_NAMES = {
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
    long cells. Ids come from a column ``essay`` or ``id``; without one, or where its cell is
    empty, they count the rows after ``prefix``, from ``first`` on. Raises InvalidArgument without
    a text column and for an id that comes twice.
    """
    table = list(rows)
    name = text_column(columns, table, text)
    key = next((want for want in ID_COLUMNS if want in columns and want != name), None)
    given = [_plain(row.get(key)) if key else None for row in table]
    ids = [
        f"{prefix}{n}" if value in (None, "") else str(value)
        for n, value in enumerate(given, start=first)
    ]
    twice = [item for item, count in Counter(ids).items() if count > 1]
    if twice:
        raise InvalidArgument("ids_twice", column=repr(key), got=repr(twice[0]))
    return [
        Source.plain_text(item, _text(row.get(name)), known(row, without=(name, key)))
        for item, row in zip(ids, table, strict=True)
    ]


def known(row: Mapping[Any, Any], without: Sequence[str | None] = ()) -> dict[str, Any]:
    """Return what a row says as plain Python values, a missing value as None."""
    return {
        FIELD_NAMES.get(str(k).strip().lower(), storable(str(k))): _plain(v)
        for k, v in row.items()
        if k not in without
    }


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


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if value is None or value != value:
        return None
    if isinstance(value, datetime.datetime):
        day = value.replace(tzinfo=None)
        return day.date().isoformat() if day.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") and not hasattr(value, "__len__") else value


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _size(rows: Sequence[Mapping[str, Any]], name: str) -> float:
    cells = [len(row[name]) for row in rows[:1000] if isinstance(row.get(name), str) and row[name]]
    return sum(cells) / len(cells) if cells else 0.0
