"""Values of a column of the essays as readers see them."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from kpu_corpus.ground.frames import is_missing

if TYPE_CHECKING:
    import pandas as pd

NO_VALUE = "(tanpa nilai)"
CATEGORY = "category"  # a column of what websites export, in which a post may have several values
PARTED = "; "  # between these
UNLIKE = "≠"  # in place of = in what the command line left essays out by
# Inferred types of object columns that are kept as they are; others become text.
_KEPT = frozenset({"boolean", "integer", "date", "datetime"})


def as_label(value: Any) -> str:
    """Return a value as shown to readers: whole numbers without decimals, dates without a time.

    >>> as_label(2023.0), as_label(82.5), as_label(True), as_label(None)
    ('2023', '82.5', 'True', '(tanpa nilai)')
    """
    if is_missing(value):
        return NO_VALUE
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):  # in ISO form, like dates in tables
        day = value.tzinfo is None and value.time() == time()
        return value.date().isoformat() if day else value.isoformat()
    return str(value)


def is_mixed(column: pd.Series[Any]) -> bool:
    """Tell whether a column has values of several kinds, which pandas neither sorts nor merges.

    >>> import pandas as pd
    >>> is_mixed(pd.Series([10, "x"])), is_mixed(pd.Series([10, 2.5])), is_mixed(pd.Series(["x"]))
    (True, False, False)
    """
    import pandas as pd

    return column.dtype == object and pd.api.types.infer_dtype(column, skipna=True) not in _KEPT


def as_text(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column with its values as text, missing ones as they are.

    >>> import pandas as pd
    >>> as_text(pd.Series([10, "x", 9.0, None])).tolist()
    ['10', 'x', '9', nan]
    """
    import pandas as pd

    read = [None if is_missing(value) else as_label(value) for value in column]
    return pd.Series(read, index=column.index, dtype="str")
