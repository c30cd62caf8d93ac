"""Typed tables: one way to build every DataFrame, with the same columns and dtypes when empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.provenance import Manifest

Columns = Mapping[str, str]
Owner = TypeVar("Owner")


def frame(
    columns: Columns, data: Mapping[str, Sequence[Any]], manifest: Manifest | None = None
) -> pd.DataFrame:
    """Build a DataFrame with exactly ``columns`` (name → dtype), in that order.

    Parameters
    ----------
    columns
        Column names and pandas dtypes (``str``, ``int64``, ``float64``, ``bool``).
    data
        One sequence per column; a missing value in a ``str`` column is ``None``.
    manifest
        What made the table; kept in ``DataFrame.attrs`` for :func:`kpu_corpus.manifest`.

    >>> frame({"term": "str", "count": "int64"}, {"term": [], "count": []}).dtypes.tolist()
    [<StringDtype(na_value=nan)>, dtype('int64')]
    """
    import pandas as pd

    table = pd.DataFrame(
        {name: pd.Series(data[name], dtype=dtype) for name, dtype in columns.items()}
    )
    if manifest is not None:
        table.attrs["kpu_corpus"] = manifest
    return table


class fresh(Generic[Owner]):  # noqa: N801 (used as a decorator, like cached_property)
    """A table that is made once, and of which everybody who asks gets a copy of their own.

    Copies share their columns until one of them is written to.

    >>> class Made:
    ...     @fresh
    ...     def table(self):
    ...         return frame({"term": "str"}, {"term": ["kpu"]})
    >>> made = Made()
    >>> mine = made.table
    >>> mine["count"] = 1
    >>> list(made.table.columns)
    ['term']
    """

    def __init__(self, make: Callable[[Owner], pd.DataFrame]) -> None:
        self.make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = f"_{name}_made"

    @overload
    def __get__(self, made: None, owner: type) -> Self: ...
    @overload
    def __get__(self, made: Owner, owner: type) -> pd.DataFrame: ...
    def __get__(self, made: Owner | None, owner: type) -> pd.DataFrame | Self:
        if made is None:
            return self
        kept = vars(made)
        if self.name not in kept:
            kept[self.name] = self.make(made)
        table: pd.DataFrame = kept[self.name].copy(deep=False)
        return table


def taken(values: Sequence[str], rows: Any) -> Any:
    """Return a ``str`` column with the value of each row: few strings made, however long it is.

    >>> list(taken(["kpu", "bawaslu"], [1, 0, 1]))
    ['bawaslu', 'kpu', 'bawaslu']
    """
    import pandas as pd

    return pd.array(list(values), dtype="str").take(rows)


def with_key(columns: Columns, by: str) -> dict[str, str]:
    """Return ``columns`` with the leading ``essay`` column named after the grouping ``by``.

    >>> list(with_key({"essay": "str", "term": "str"}, "unit"))
    ['unit', 'term']
    """
    return {(by if name == "essay" else name): dtype for name, dtype in columns.items()}
