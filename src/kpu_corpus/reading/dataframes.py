"""A DataFrame → columns and rows of plain values, the labels of its index among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpu_corpus.reading.ids import ID_COLUMNS, id_column
from kpu_corpus.reading.numbers import with_typed_numbers
from kpu_corpus.reading.rows import tidy
from kpu_corpus.reading.titles import names_of
from kpu_corpus.sources import Order

if TYPE_CHECKING:
    import pandas as pd


def rows_of_frame(table: pd.DataFrame) -> tuple[list[str], list[dict[str, Any]]]:
    """Return (columns, rows); a missing value is None.

    An index with a name is a column of that name, and one of words without a name holds the ids,
    where no column does. Numbers without a name are left out: see `labels_of`.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"id": ["a"], "teks": ["Kami hadir."]}).set_index("id")
    >>> rows_of_frame(table)
    (['id', 'teks'], [{'id': 'a', 'teks': 'Kami hadir.'}])
    """
    own = [str(name) for name in table.columns]
    levels = [table.index.get_level_values(place) for place in range(table.index.nlevels)]
    kept = [level for level in levels if level.name is not None and str(level.name) not in own]
    heads = [str(level.name) for level in kept]
    if table.index.name is None and len(levels) == 1 and _are_words(levels[0]):
        kept, heads = levels, ["index" if id_column(own) else ID_COLUMNS[0]]
    columns = names_of([*heads, *own])
    parts: list[Any] = [*kept, *(table.iloc[:, place] for place in range(table.shape[1]))]
    cells = [part.astype(object).where(part.notna(), None) for part in parts]
    rows = zip(*cells, strict=True)
    made = (dict(zip(columns, row, strict=True)) for row in rows)
    return columns, with_typed_numbers(columns, made)


def labels_of(table: pd.DataFrame) -> list[int]:
    """Return the numbers of an index without a name that label each row once, else nothing.

    They are the ids of essays that have no others: what is filtered or sampled of a table, and a
    Series of it, then fits the rows that it came from.

    >>> import pandas as pd
    >>> table = pd.DataFrame({"teks": ["Kami hadir.", "Kami jujur.", "Kami adil."]})
    >>> labels_of(table.iloc[[2, 0]]), labels_of(pd.concat([table, table]))
    ([2, 0], [])
    """
    index = table.index
    numbers = index.name is None and index.dtype.kind in "iu" and index.is_unique
    return list(map(int, index)) if numbers else []


def orders_of(table: pd.DataFrame) -> dict[str, Order]:
    """Return column → its categories in their order, and whether they are ordered.

    >>> import pandas as pd
    >>> level = pd.Categorical(["tinggi", "rendah"], ["rendah", "tinggi"], ordered=True)
    >>> orders_of(pd.DataFrame({"tingkat": level}))
    {'tingkat': (('rendah', 'tinggi'), True)}
    """
    return {
        str(name): (tuple(map(tidy, dtype.categories)), bool(dtype.ordered))
        for name, dtype in table.dtypes.items()
        if str(dtype) == "category"
    }


def _are_words(labels: pd.Index[Any]) -> bool:
    return len(labels) > 0 and all(isinstance(label, str) for label in labels)
