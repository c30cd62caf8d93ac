"""JSON, one object a line, an array of them, or an object around it → columns and rows."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.json_shape import rows_inside
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.numbers import with_typed_numbers
from kpu_corpus.reading.rows import TEXT_COLUMNS

# Objects and lists that the rows may hold beside themselves: an empty one of two characters takes
# 64 bytes.
INSIDE = 1_000_000
# A text, or what opens an object or a list.
_PART = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]', re.DOTALL)


def json_rows(
    content: str, limits: Limits, text: str | None = None
) -> tuple[list[str], list[dict[str, Any]]]:
    """Return (columns, rows) of JSON lines, an array, or the list of rows inside an object.

    ``text`` names the column of the texts. Raises UnreadableSource for others.

    >>> json_rows('[{"teks": "Kami hadir."}, {"tahun": 2025}]', Limits())
    (['teks', 'tahun'], [{'teks': 'Kami hadir.'}, {'tahun': 2025}])
    """
    told = content.lstrip("\ufeff").strip()
    _check_size(told, limits)
    rows = rows_inside(_array(told) if told.startswith("[") else _objects(told, limits), text)
    if len(rows) > limits.rows:
        raise UnreadableSource("many_rows", limit=limits.rows)
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if len(columns) > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    return columns, with_typed_numbers(columns, rows)


def _check_size(text: str, limits: Limits) -> None:
    """Refuse more objects and lists than rows may hold, before any of them is built."""
    most = limits.rows + INSIDE
    if text.count("{") + text.count("[") <= most:  # as it is, also with those inside texts
        return
    opened = (part for part in _PART.finditer(text) if part[0] in "[{")
    if next(islice(opened, most, None), None):
        raise UnreadableSource("many_objects", limit=most)


def _objects(text: str, limits: Limits) -> list[dict[str, Any]]:
    """Return the objects of JSON lines, one more than the limit at most, or one over all lines."""
    if (first := _first(text)) is not None:
        return [first]
    full = ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())
    rows: list[dict[str, Any]] = []
    for number, line in islice(full, limits.rows + 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableSource("json_line", line=number) from error
        if not isinstance(row, dict):
            raise UnreadableSource("json_line", line=number)
        rows.append(row)
    return rows


def _array(text: str) -> list[dict[str, Any]]:
    """Return the objects of one JSON array, one of texts as a column."""
    try:
        rows: list[Any] = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("json_line", line=getattr(error, "lineno", 1)) from error
    if rows and all(isinstance(row, str) for row in rows):
        return [{TEXT_COLUMNS[0]: row} for row in rows]
    other = next((place for place, row in enumerate(rows, 1) if not isinstance(row, dict)), None)
    if other is not None:
        raise UnreadableSource("json_item", number=other)
    return rows


def _first(text: str) -> dict[str, Any] | None:
    """Return the object that a whole text is; None where more follows."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource("json_line", line=getattr(error, "lineno", 1)) from error
    return value if end == len(text) and isinstance(value, dict) else None
