"""Numbers of a CSV file, which has nothing but text: a column is of numbers where all cells are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kpu_corpus.reading.ids import ID_COLUMNS
from kpu_corpus.reading.rows import FIELD_NAMES, TEXT_COLUMNS
from kpu_corpus.reading.titles import even

# No leading zero, as codes and telephone numbers have, nor more digits than a float keeps. Three
# digits behind the point may be thousands.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.(?:\d{1,2}|\d{4,9}))?", re.ASCII)
_TEXTS = frozenset((*ID_COLUMNS, *TEXT_COLUMNS, *FIELD_NAMES))


def with_numbers(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with whole columns of numbers as numbers, as a workbook has them.

    Ids, texts and the fields of essays stay as they are written, and so does a column in which
    one cell is no plain number.

    >>> with_numbers(["id", "tahun", "kode"], [{"id": "1", "tahun": "2025", "kode": "007"}])
    [{'id': '1', 'tahun': 2025, 'kode': '007'}]
    """
    table = list(rows)
    numeric = [name for name in columns if even(name) not in _TEXTS and _all_numbers(table, name)]
    return [
        row | {name: _number(row[name]) for name in numeric if row.get(name, "").strip()}
        for row in table
    ]


def _all_numbers(rows: Iterable[dict[str, Any]], name: str) -> bool:
    cells = [cell for row in rows if (cell := row.get(name, "").strip())]
    return bool(cells) and all(map(_NUMBER.fullmatch, cells))


def _number(cell: str) -> int | float:
    return float(cell) if "." in cell else int(cell)
