"""A table in a document with one essay per row, as in lists of participants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kpu_corpus.reading.rows.layout import counts_columns
from kpu_corpus.reading.rows.numbers import with_numbers
from kpu_corpus.reading.rows.rows import has_texts
from kpu_corpus.reading.rows.texts import LONG_CELL, SHORT_ANSWER, TEXT_COLUMNS, Texts
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare, names_of


def essay_rows(
    lines: Sequence[Sequence[str]], beside: Iterable[str] = ()
) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Return the columns and rows of a table of several people, None of others.

    None, too, of one that has a text ``beside`` it in its document. Whether there are texts in it,
    :func:`are_essays` tells.

    >>> text = "Kami menjaga suara rakyat setiap hari. " * 6
    >>> head = ["Nama", "Esai"]
    >>> columns, rows = essay_rows([head, ["Rina", text], head, ["Budi", text]])
    >>> columns, [row["Nama"] for row in rows]
    (['Nama', 'Esai'], ['Rina', 'Budi'])
    >>> head, rows = [["No", "Nama", "Esai"], ["1", "2", "3"]], [["1", "Rina", text]] * 2
    >>> [row["Nama"] for row in essay_rows([*head, *rows])[1]]
    ['Rina', 'Rina']
    >>> essay_rows([["No", "Jawaban"], ["1", text], ["2", text]])
    """
    if not lines or any(len(text) >= LONG_CELL for text in beside):
        return None
    body = [line for line in lines[1:] if [*line] != [*lines[0]]]  # no titles that come again
    labels = {line[0] for line in body} - {lines[0][0]}
    titles = [bare(cell) for cell in lines[0]]
    headed = any(title in TEXT_COLUMNS for title in titles[1:])  # "Bagian", "Nama", "Esai"
    if not headed and any(bare(label) in (*FIELD_NAMES, *TEXT_COLUMNS) for label in labels):
        return None  # a form: they stand one below the other
    people = any(FIELD_NAMES.get(title) == "author" for title in titles)
    below = body[1:] if counts_columns(body[:2]) else body
    if not people or len(below) < 2 or any(len(line) != len(titles) for line in below):
        return None
    columns = names_of(lines[0])
    rows = [dict(zip(columns, line, strict=True)) for line in below]
    return columns, with_numbers(columns, rows)


def are_essays(
    columns: Sequence[str], rows: Sequence[Mapping[str, Any]], text: Texts | None
) -> bool:
    """Tell whether a table in a document is one of essays: it has the columns of ``text``.

    Without these, one that is called as a text has the cells of an answer, or any those of a text.

    >>> rows = [{"Nama": "Rina", "Isi": "Kami menjaga suara rakyat di setiap TPS, sampai malam."}]
    >>> are_essays(["Nama", "Isi"], rows, None)
    True
    >>> are_essays(["Nama", "Hal"], [{"Nama": "Rina", "Hal": "Izin"}], None)
    False
    """
    if text is not None and has_texts(columns, rows, text):
        return True
    sizes = {name: sum(len(str(row[name])) for row in rows) / len(rows) for name in columns}
    named = next((name for name in columns if bare(name) in TEXT_COLUMNS), None)
    return sizes[named] >= SHORT_ANSWER if named else max(sizes.values()) >= LONG_CELL
