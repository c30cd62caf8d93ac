"""A table in a document with one essay per row, as in lists of participants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kpu_corpus.reading.rows.layout import counts_columns
from kpu_corpus.reading.rows.numbers import with_numbers
from kpu_corpus.reading.rows.texts import LONG, TEXT_COLUMNS
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare, names_of


def essay_rows(
    lines: Sequence[Sequence[str]], beside: Iterable[str] = ()
) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Return the columns and rows of a table of essays: texts of several people; None of others.

    Nor are those an answer that have a text ``beside`` them in their document.

    >>> text = "Kami menjaga suara rakyat setiap hari. " * 6
    >>> columns, rows = essay_rows([["Nama", "Esai"], ["Rina", text], ["Budi", text]])
    >>> columns, [row["Nama"] for row in rows]
    (['Nama', 'Esai'], ['Rina', 'Budi'])
    >>> head, rows = [["No", "Nama", "Esai"], ["1", "2", "3"]], [["1", "Rina", text]] * 2
    >>> [row["Nama"] for row in essay_rows([*head, *rows])[1]]
    ['Rina', 'Rina']
    >>> essay_rows([["No", "Jawaban"], ["1", text], ["2", text]])
    """
    if not lines or any(len(text) >= LONG for text in beside):
        return None
    labels = {line[0] for line in lines[1:]} - {lines[0][0]}  # no titles that come again
    titles = [bare(cell) for cell in lines[0]]
    headed = any(title in TEXT_COLUMNS for title in titles[1:])  # "Bagian", "Nama", "Esai"
    if not headed and any(bare(label) in (*FIELD_NAMES, *TEXT_COLUMNS) for label in labels):
        return None  # a form: they stand one below the other
    named = [place for place, title in enumerate(titles) if title in TEXT_COLUMNS]
    people = any(FIELD_NAMES.get(title) == "author" for title in titles)
    below = lines[2:] if counts_columns(lines[1:3]) else lines[1:]
    if not people or len(below) < 2 or any(len(line) != len(titles) for line in below):
        return None
    sizes = [sum(map(len, cells)) / len(below) for cells in zip(*below, strict=True)]
    if (sizes[named[0]] if named else max(sizes)) < LONG:
        return None
    columns = names_of(lines[0])
    rows = [dict(zip(columns, line, strict=True)) for line in below]
    return columns, with_numbers(columns, rows)
