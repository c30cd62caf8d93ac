"""Typed tables: one way to build every DataFrame, with the same columns and dtypes when empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

from kpu_corpus.errors import InvalidArgument

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.ground.provenance import Manifest

Columns = Mapping[str, Any]
Row = Mapping[str, Any] | tuple[Any, ...]
LONG = 5_000  # characters: sentences are shorter, and ids that anybody can read
# Copies of longer ones may have so many characters, or so many times those of the values.
COPIED, TIMES = 50_000_000, 10


def frame(
    columns: Columns,
    data: Mapping[str, Sequence[Any]] | Sequence[Row],
    manifest: Manifest | None = None,
) -> pd.DataFrame:
    """Build a DataFrame with exactly ``columns`` (name → dtype), in that order.

    Parameters
    ----------
    columns
        Column names and pandas dtypes (``str``, ``int64``, ``float64``, ``bool``).
    data
        One sequence per column, or the rows: each a mapping, or a tuple in the order of the
        columns. A missing value in a ``str`` column is ``None``.
    manifest
        What made the table; kept in ``DataFrame.attrs`` for :func:`kpu_corpus.manifest`.

    >>> frame({"term": "str", "count": "int64"}, {"term": [], "count": []}).dtypes.tolist()
    [<StringDtype(na_value=nan)>, dtype('int64')]
    >>> frame({"term": "str", "count": "int64"}, [("kpu", 2)]).values.tolist()
    [['kpu', 2]]
    """
    import pandas as pd

    if not isinstance(data, Mapping):
        rows: Sequence[Any] = data
        keys = columns if rows and isinstance(rows[0], Mapping) else range(len(columns))
        pairs = zip(columns, keys, strict=True)
        data = {name: [row[key] for row in rows] for name, key in pairs}
    table = pd.DataFrame({name: _column(data[name], dtype) for name, dtype in columns.items()})
    if manifest is not None:
        table.attrs["kpu_corpus"] = manifest
    return table


def _column(values: Any, dtype: Any) -> Any:
    """Return values in a dtype: as they are, or without the index that pandas would compare.

    A Series would take three times as long for text, and a hundred times for numbers; but numbers
    that are not simply those of the dtype, and text in what is no list, are left to it.
    """
    import numpy as np
    import pandas as pd

    if getattr(values, "dtype", None) == dtype:
        return values
    kind = pd.api.types.pandas_dtype(dtype)
    if isinstance(kind, pd.StringDtype) and isinstance(values, list | tuple | np.ndarray):
        return pd.array(values, dtype=kind)
    if simple := _SIMPLE.get(kind.name):
        plain = np.asarray(values)
        if plain.ndim == 1 and (not len(plain) or plain.dtype.kind in simple):
            return plain.astype(kind.name)
    return pd.Series(values, dtype=kind).array


_SIMPLE = {"int64": "ib", "float64": "iuf", "bool": "b"}  # kinds of numpy that lose nothing


def fresh(make: Callable[[Any], pd.DataFrame]) -> Callable[[Any], pd.DataFrame]:
    """Make a table once per object, and give every caller their own copy.

    Copies share their columns until one of them is written to.

    >>> class Made:
    ...     @property
    ...     @fresh
    ...     def table(self):
    ...         return frame({"term": "str"}, {"term": ["kpu"]})
    >>> made = Made()
    >>> mine = made.table
    >>> mine["count"] = 1
    >>> list(made.table.columns)
    ['term']
    """
    name = f"_{make.__name__}_made"

    @wraps(make)
    def copied(owner: Any) -> pd.DataFrame:
        kept = vars(owner)
        if name not in kept:
            kept[name] = make(owner)
        table: pd.DataFrame = kept[name].copy(deep=False)
        return table

    return copied


def taken(values: Sequence[str], rows: Any) -> Any:
    """Return a ``str`` column with the value of each row, sharing few strings however long it is.

    Arrow copies a value for each of its rows. Where that would fill the memory, as an id of a
    megabyte does with a thousand rows, the column is made of the strings themselves.

    >>> list(taken(["kpu", "bawaslu"], [1, 0, 1]))
    ['bawaslu', 'kpu', 'bawaslu']
    """
    import numpy as np
    import pandas as pd

    dtype: Any = pd.StringDtype(na_value=np.nan)
    if max(map(len, values), default=0) > LONG:
        sizes = np.array([*map(len, values)], dtype=np.int64)
        if sizes[rows].sum() > max(COPIED, TIMES * sizes.sum()):
            dtype = pd.StringDtype("python", na_value=np.nan)
    if dtype.storage == "python":
        return pd.array(list(values), dtype=dtype).take(rows)
    return _written(values, np.asarray(rows, dtype=np.int64), dtype)


def _written(values: Sequence[str], rows: Any, dtype: Any) -> Any:
    """Return the column as Arrow writes it, in memory of the kind that all other columns have.

    Arrow's own comes in large pages: the system clears dozens of megabytes for half of one of text.
    """
    import pyarrow
    from pyarrow import compute

    pool = pyarrow.system_memory_pool()
    whole = pyarrow.array(values, pyarrow.large_string(), memory_pool=pool)
    return dtype.__from_arrow__(compute.take(whole, pyarrow.array(rows), memory_pool=pool))


def is_missing(value: Any) -> bool:
    """Tell whether a cell has no value: None, NaN, NaT and NA."""
    if value is None or hasattr(value, "__len__"):
        return value is None
    try:
        return bool(value != value)
    except TypeError:  # NA is neither true nor false
        return True


def with_key(columns: Columns, by: str) -> dict[str, Any]:
    """Return ``columns`` with the leading ``essay`` column named after the grouping ``by``.

    Raises InvalidArgument if another column of the table has that name.

    >>> list(with_key({"essay": "str", "term": "str"}, "unit"))
    ['unit', 'term']
    """
    if by != "essay" and by in columns:
        raise InvalidArgument("by_taken", by=by)
    return {(by if name == "essay" else name): dtype for name, dtype in columns.items()}
