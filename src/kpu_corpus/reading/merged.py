"""Merged cells of a workbook: the value of the first row holds for the rows below it, too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.limits import Limits

_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']"""
)
Said = dict[str, Any]


# A workbook of openpyxl tells of them only where it keeps all its cells in memory.
def said_above(
    sheet: Any, numbers: Sequence[int], columns: Sequence[str], rows: Sequence[Said], limits: Limits
) -> list[Said]:
    """Return what merged cells say of each row from above it; nothing where no cell is merged.

    ``numbers`` are those of the rows in their sheet. Raises UnreadableSource for more cells than
    the limits allow.
    """
    with sheet._get_source() as stream:
        spans = _spans(stream.read())
    if not spans:
        return []
    count = 0
    above: list[Said] = []
    held: dict[str, tuple[int, Any]] = {}  # column → last row, value
    for number, row in zip(numbers, rows, strict=True):
        held = {name: span for name, span in held.items() if span[0] >= number}
        above.append({name: value for name, (_, value) in held.items()})
        count += len(held)
        if count > limits.cells:
            raise UnreadableSource("many_cells", limit=limits.cells)
        for place, last in spans.get(number, ()):
            value = row.get(columns[place]) if place < len(columns) else None
            if value not in (None, ""):
                held[columns[place]] = (last, value)
    return above


def _spans(sheet: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return first row → (place of the column, last row) of cells merged over several rows."""
    from openpyxl.utils import column_index_from_string

    spans: dict[int, list[tuple[int, int]]] = {}
    for letters, first, last in _MERGED.findall(sheet):
        if int(first) < int(last):
            column = column_index_from_string(letters.decode())
            spans.setdefault(int(first), []).append((column - 1, int(last)))
    return spans
