"""Tables with the same titles side by side in a sheet: one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from kpu_corpus.reading.rows.titles import titled

Rows = list[dict[str, Any]]


def stacked(columns: Sequence[str], rows: Rows) -> tuple[list[str], Rows] | None:
    """Return the columns of the first of such tables and the rows of all; None for one table.

    They have two columns at least, and an empty one without a title between them.

    >>> row = {"Nama": "Ani", "Nilai": 1, "column 3": None, "Nama (4)": "Budi", "Nilai (5)": 2}
    >>> stacked([*row], [row])
    (['Nama', 'Nilai'], [{'Nama': 'Ani', 'Nilai': 1}, {'Nama': 'Budi', 'Nilai': 2}])
    >>> stacked(["Nama", "Nilai"], [{"Nama": "Ani", "Nilai": 1}])
    """
    own = {*titled(columns)}
    if len(own) == len(columns):
        return None
    full = {name for row in rows for name, cell in row.items() if cell not in (None, "")}
    placed = groupby(enumerate(columns, start=1), key=lambda at: at[1] in own or at[1] in full)
    tables = [[*found] for is_table, found in placed if is_table]
    titles = {tuple(_title(*at) for at in table) for table in tables}
    if len(tables) < 2 or len(titles) > 1 or len(tables[0]) < 2:
        return None
    names = [name for _, name in tables[0]]
    parts = (
        dict(zip(names, (row.get(name) for _, name in table), strict=True))
        for table in tables
        for row in rows
    )
    return names, [part for part in parts if any(cell not in (None, "") for cell in part.values())]


def _title(place: int, name: str) -> str:
    """Return the title of a column as it is typed, without the number of its place."""
    return name.removesuffix(f" ({place})").strip().casefold()
