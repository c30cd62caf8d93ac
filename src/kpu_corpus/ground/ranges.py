"""Many ranges of rows as one column."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def ranges(low: Any, high: Any) -> npt.NDArray[np.int64]:
    """Return the numbers from each ``low`` up to its ``high`` (outside), one after the other.

    >>> ranges([2, 7, 9], [4, 7, 12]).tolist()
    [2, 3, 9, 10, 11]
    """
    start = np.asarray(low, dtype=np.int64)
    size = np.asarray(high, dtype=np.int64) - start
    before = np.cumsum(size) - size
    return np.repeat(start - before, size) + np.arange(size.sum())
