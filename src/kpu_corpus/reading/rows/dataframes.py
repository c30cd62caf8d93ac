"""A DataFrame → columns and rows of plain values, including the labels of its index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kpu_corpus.corpus.sources import Order
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.reading.rows.ids import ID_COLUMNS, id_column, id_of
from kpu_corpus.reading.rows.numbers import with_typed_numbers
from kpu_corpus.reading.rows.rows import Table, tidy
from kpu_corpus.reading.rows.titles import names_of

if TYPE_CHECKING:
    import pandas as pd

_UNNAMED = re.compile(r"Unnamed: \d+_level_\d+")  # a blank title, as pandas reads it


def table_of(table: pd.DataFrame) -> Table:
    """Return what a DataFrame holds; a missing value is None.

    An index with a name is a column of that name, and one without a name holds the ids, where no
    column does. Whole numbers without a name, and an index of any other name, are ``labels`` where
    they label each row once, the ids of essays that have no others: what is filtered or sampled of
    a table, and a Series of it, then fits the rows that it came from. Levels without a name are
    columns called as pandas calls them. A column with titles on several levels is called by all of
    them, as an object inside JSON is (``peserta.kota``).

    >>> import pandas as pd
    >>> table_of(pd.DataFrame({"id": ["a"], "teks": ["Kami hadir."]}).set_index("id"))[:2]
    (['id', 'teks'], [{'id': 'a', 'teks': 'Kami hadir.'}])
    >>> table = pd.DataFrame({"teks": ["Kami hadir.", "Kami jujur.", "Kami adil."]})
    >>> table_of(table.iloc[[2, 0]]).labels, table_of(pd.concat([table, table])).labels
    ([2, 0], [])
    >>> coded = table.set_axis(pd.Index(["c", "a", "b"], name="kode"))
    >>> table_of(coded).labels, table_of(coded).columns
    (['c', 'a', 'b'], ['kode', 'teks'])
    >>> table_of(table).in_index, table_of(table.set_axis(["a", 2, "b"])).in_index
    (False, True)
    """
    if table.columns.nlevels > 1:
        table = table.set_axis([*map(_whole, table.columns)], axis=1)
        named = [_whole(x) if isinstance(x, tuple) else x for x in table.index.names]
        table = table.set_axis(table.index.set_names(named))
    columns, rows = _rows(table)
    in_index = _are_named(table) and not id_column(map(str, table.columns))
    return Table(columns, rows, orders=_orders(table), labels=_labels(table), in_index=in_index)


def _whole(titles: Iterable[Any]) -> str:
    """Return the name of a column with titles on several levels, some of them blank.

    >>> _whole(("Peserta", "Nama")), _whole(("teks", "")), _whole(("Nilai", "Unnamed: 2_level_1"))
    ('Peserta.Nama', 'teks', 'Nilai')
    """
    told = (str(title) for title in titles if not is_missing(title))
    return ".".join(title for title in told if title.strip() and not _UNNAMED.fullmatch(title))


def _labels(table: pd.DataFrame) -> list[Any]:
    index = table.index
    if _are_numbers(table):
        return index.tolist() if index.is_unique else []
    if index.name is None or index.nlevels > 1:
        return []
    labels = index.tolist()
    ids = {id_of(label) for label in labels}
    return labels if len(ids) == len(labels) and None not in ids else []


def _rows(table: pd.DataFrame) -> tuple[list[str], list[dict[str, Any]]]:
    own = [str(name) for name in table.columns]
    levels = _levels(table)
    columns = names_of([*(name for name, _ in levels), *own])
    parts = [level for _, level in levels]
    parts += [table.iloc[:, place] for place in range(table.shape[1])]
    cells = [part.astype(object).where(part.notna(), None) for part in parts]
    rows = zip(*cells, strict=True)
    made = (dict(zip(columns, row, strict=True)) for row in rows)
    return columns, with_typed_numbers(columns, made)


def _levels(table: pd.DataFrame) -> list[tuple[str, Any]]:
    """Return the levels of the index that become columns, each with its name."""
    own = [str(name) for name in table.columns]
    levels = [table.index.get_level_values(place) for place in range(table.index.nlevels)]
    names = [f"level_{n}" if lv.name is None else str(lv.name) for n, lv in enumerate(levels)]
    if len(levels) == 1 and levels[0].name is None:
        names = ["index" if id_column(own) else ID_COLUMNS[0]] if _are_named(table) else own
    pairs = zip(names, levels, strict=False)
    return [(name, level) for name, level in pairs if name not in own]


def numbers_twice(table: pd.DataFrame) -> bool:
    """Tell whether an index of numbers without a name has one more than once, as behind a concat.

    >>> import pandas as pd
    >>> numbers_twice(pd.concat([pd.DataFrame({"teks": ["Kami hadir."]})] * 2))
    True
    """
    return _are_numbers(table) and not table.index.is_unique


def _are_numbers(table: pd.DataFrame) -> bool:
    return table.index.name is None and table.index.dtype.kind in "iu"


def _orders(table: pd.DataFrame) -> dict[str, Order]:
    """Return column → its categories in their order, and whether they are ordered.

    They are as :func:`tidy` has the cells: a blank one is none, two that look the same are one.

    >>> import pandas as pd
    >>> level = pd.Categorical(["tinggi", "rendah"], ["rendah", "tinggi"], ordered=True)
    >>> _orders(pd.DataFrame({"tingkat": level}))
    {'tingkat': (('rendah', 'tinggi'), True)}
    """
    dtypes = [*((name, level.dtype) for name, level in _levels(table)), *table.dtypes.items()]
    return {
        str(name): (_tidied(dtype.categories), bool(dtype.ordered))
        for name, dtype in dtypes
        if str(dtype) == "category"
    }


def _tidied(categories: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for value in map(tidy, categories) if value is not None))


def _are_named(table: pd.DataFrame) -> bool:
    """Tell whether the labels of one index without a name say more than how rows are counted."""
    index = table.index
    return (
        index.nlevels == 1
        and index.name is None
        and len(index) > 0
        and index.dtype.kind not in "iu"
    )
