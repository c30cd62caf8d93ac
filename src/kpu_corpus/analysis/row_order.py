"""Rows in an order that is their own, so that seeded draws do not depend on the order of files."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt


def row_order(matrix: Any) -> npt.NDArray[np.int64]:
    """Return the rows of a sparse matrix (CSR) in the order of what they hold.

    >>> from scipy.sparse import csr_matrix
    >>> row_order(csr_matrix([[0, 2], [1, 0], [0, 1]])).tolist()
    [1, 2, 0]
    """
    sorted_ = matrix.sorted_indices()
    ends, columns, values = sorted_.indptr.tolist(), sorted_.indices.tolist(), sorted_.data.tolist()
    rows = [(columns[low:high], values[low:high]) for low, high in pairwise(ends)]
    return np.array(sorted(range(len(rows)), key=rows.__getitem__), dtype=np.int64)
