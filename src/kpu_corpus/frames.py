"""Typed tables: one way to build every DataFrame, with the same columns and dtypes when empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from kpu_corpus.provenance import Manifest

Columns = Mapping[str, str]


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

    table = pd.DataFrame({name: _series(data[name], dtype) for name, dtype in columns.items()})
    if manifest is not None:
        table.attrs["kpu_corpus"] = manifest
    return table


def _series(values: Sequence[Any], dtype: str) -> pd.Series[Any]:
    import pandas as pd

    try:
        return pd.Series(values, dtype=dtype)
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8; the text itself keeps it
        shown = [
            v.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if v else v
            for v in values
        ]
        return pd.Series(shown, dtype=dtype)


def with_key(columns: Columns, by: str) -> dict[str, str]:
    """Return ``columns`` with the leading ``essay`` column named after the grouping ``by``.

    >>> list(with_key({"essay": "str", "term": "str"}, "unit"))
    ['unit', 'term']
    """
    return {(by if name == "essay" else name): dtype for name, dtype in columns.items()}
