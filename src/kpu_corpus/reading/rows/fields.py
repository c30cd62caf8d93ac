"""What the columns of a table are called with the essays: their author, their office, their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kpu_corpus.corpus.tables import ESSAYS
from kpu_corpus.ground.printable import encodable
from kpu_corpus.labels import LANGUAGES, label
from kpu_corpus.reading.rows.ids import id_of
from kpu_corpus.reading.rows.titles import FIELD_NAMES, NAME_PARTS, bare

# Titles that tell the author where no column does that has none of these: of files, of numbers.
VAGUE = ("name", "peserta", "participant")
_FILE = re.compile(r"\.(?:docx?|odt|pdf|rtf|txt|md|html?)$", re.IGNORECASE)
# Columns of ``corpus.essays`` that no table gives.
MADE = frozenset(ESSAYS) - frozenset(FIELD_NAMES.values())
# Those that have a title of their own in a workbook.
TITLED = ("position", "words", "language", "confidence", "start", "end")


def fields_of(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]] = (),
    without: Sequence[str | None] = (),
) -> dict[str, str]:
    """Return column → what it is called with the essays: title, author, unit, date, or as it is.

    Where several columns could be a field, the one of its name is, or else the first, those that
    are ``VAGUE`` last; the others keep their own titles, and so does *name* where the ``rows`` have
    files there. A column that is called as one that the corpus makes itself gets an underscore
    behind its name; in a table of ``corpus.essays``, or one that the command ``segment`` wrote,
    these are left out instead, since the corpus makes them anew.

    >>> fields_of(["Satker", "Unit Kerja", "Angkatan", "words"])
    {'Satker': 'unit', 'Unit Kerja': 'Unit Kerja', 'Angkatan': 'Angkatan', 'words': 'words_'}
    """
    anew = _made_anew(columns)
    titles = {name: bare(name) for name in columns}
    people = [name for name, title in titles.items() if _field(title) == "author"]
    people = [name for name in people if titles[name] != "name" or not _has_files(rows, name)]
    least = min((_vague(titles[name]) for name in people), default=0)
    fields: dict[str, str] = {}
    for column in columns:
        field = _field(titles[column]) or column
        taken = field != column and (field in columns or field in fields.values())
        if field == "author":
            taken = taken or column not in people or _vague(titles[column]) > least
        if column in without or column in anew:
            continue
        name = _free(column, columns) if taken or column in MADE else field
        fields[column] = encodable(name)
    return fields


def _made_anew(columns: Sequence[str]) -> frozenset[str]:
    """Return the columns of a table of ``corpus.essays`` that its corpus makes, none of others.

    What the command ``segment`` writes has no texts, and titles in a workbook.
    """
    if ESSAYS.keys() - {"text"} <= set(columns):
        return MADE
    for lang in LANGUAGES:
        titled = frozenset(label(f"table.{name}", lang) for name in TITLED)
        if titled <= set(columns):
            return titled | {label("report.col_source", lang)}
    return frozenset()


def with_whole_names(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> tuple[Sequence[str], Sequence[Mapping[str, Any]]]:
    """Return a table with the names of people in one column, as Moodle has them in two.

    >>> with_whole_names(["Surname", "First name"], [{"Surname": "Dewi", "First name": "Ani"}])
    (['First name / Surname'], [{'First name / Surname': 'Ani Dewi'}])
    """
    titles = {bare(column): column for column in columns if bare(column) not in VAGUE}
    found = [[titles[one] for one in names if one in titles] for names in NAME_PARTS]
    parts = [several[0] for several in found if several]
    if len(parts) != len(NAME_PARTS) or any(_field(title) == "author" for title in titles):
        return columns, rows
    whole = [" ".join(str(row[part]) for part in parts if id_of(row.get(part))) for row in rows]
    kept, joined = [column for column in columns if column not in parts], " / ".join(parts)
    return [joined, *kept], [
        {joined: name or None, **{key: row[key] for key in kept if key in row}}
        for name, row in zip(whole, rows, strict=True)
    ]


def _field(title: str) -> str:
    """Return the field of a column, "" for none; titles joined by a stroke must mean the same.

    >>> _field("unit kerja / satker"), _field("nama / satker")
    ('unit', '')
    """
    if title in FIELD_NAMES:
        return FIELD_NAMES[title]
    fields = {FIELD_NAMES.get(part.strip(), "") for part in title.split("/")}
    return fields.pop() if len(fields) == 1 else ""


def _vague(title: str) -> int:
    return VAGUE.index(title) + 1 if title in VAGUE else 0


def _has_files(rows: Iterable[Mapping[str, Any]], column: str) -> bool:
    return any(_FILE.search(str(row.get(column))) for row in rows)


def _free(column: str, columns: Sequence[str]) -> str:
    name = column
    while name in MADE or (name != column and name in columns):
        name += "_"
    return name


def headings_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Return field → the title of its column, of those that are not called as they stand."""
    return {
        field: encodable(title)
        for title, field in fields.items()
        if field != encodable(title) and title not in MADE  # such a title would name two columns
    }
