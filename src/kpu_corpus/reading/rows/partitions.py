"""Columns that a table has from the folders of its file (tahun=2024/), as Hive and Spark write."""

from __future__ import annotations

import re
from itertools import takewhile
from urllib.parse import unquote

from kpu_corpus.reading.rows.ids import id_column
from kpu_corpus.reading.rows.rows import Table, has_texts

# A folder of a table that is parted by a column, what stands for no value, and a whole number.
# Columns of Hive have no colon; folders of Linux on the network do: "smb-share:server=nas,share=a".
_PARTITION = re.compile("(?P<column>[^=:]+)=(?P<value>.+)")
NO_PARTITION = "__HIVE_DEFAULT_PARTITION__"
_WHOLE = re.compile("0|-?[1-9][0-9]{0,17}")


def with_partition(table: Table, name: str, origin: str) -> Table:
    """Return a table with what the folders of its file say.

    Of folders above the given path only those count that lie one in the other right above it. A
    column that the table has itself is its own; ids would be those of no row, and no folder holds a
    text.

    >>> table = Table(["teks"], [{"teks": "Kami hadir."}])
    >>> with_partition(table, "bulan=02/a", "x=1/data/tahun=2024/bulan=02/a.csv").rows
    [{'teks': 'Kami hadir.', 'tahun': 2024, 'bulan': '02'}]
    """
    below = name.split("/")[:-1]
    above = origin.split("/")[: -len(below) - 1]
    folders = [*takewhile(_PARTITION.fullmatch, reversed(above))][::-1] + below
    found = map(_PARTITION.fullmatch, folders)
    told = {part["column"]: unquote(part["value"]) for part in found if part}
    cells = {
        column: None if value == NO_PARTITION else int(value) if _WHOLE.fullmatch(value) else value
        for column, value in told.items()
        if not (column in table.columns or id_column([column]) or has_texts([column], [], None))
    }
    if not cells:
        return table
    rows = [{**row, **cells} for row in table.rows]
    return table._replace(columns=[*table.columns, *cells], rows=rows)
