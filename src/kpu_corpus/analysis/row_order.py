"""Canonical orders: of rows, so that draws do not depend on file order, and of keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.arrays import Longs


def row_order(matrix: Any) -> Longs:
    """Return the order of the rows of a sparse matrix (CSR) by content.

    >>> from scipy.sparse import csr_matrix
    >>> row_order(csr_matrix([[0, 2], [1, 0], [0, 1]])).tolist()
    [1, 2, 0]
    """
    sorted_ = matrix.sorted_indices()
    ends, columns, values = sorted_.indptr.tolist(), sorted_.indices.tolist(), sorted_.data.tolist()
    rows = [(columns[low:high], values[low:high]) for low, high in pairwise(ends)]
    return np.array(sorted(range(len(rows)), key=rows.__getitem__), dtype=np.int64)


def essay_ranks(corpus: Corpus) -> Longs:
    """Return the rank of each essay by text, regardless of names.

    Names only order essays with the same text.

    >>> import kpu_corpus as kc
    >>> texts = ["Kami jujur.", "Kami adil.", "Kami hadir."]
    >>> one, other = kc.load(dict(zip("abc", texts))), kc.load(dict(zip("xyz", texts[::-1])))
    >>> (essay_ranks(one) == essay_ranks(other)[::-1]).all()
    np.True_
    """
    keys = [(corpus.by_name[item.source].sha256, item.start, item.id) for item in corpus.items]
    return ranks(keys)


def id_ranks(corpus: Corpus) -> Longs:
    """Return the rank of each essay by id, which decides the one shown first.

    >>> import kpu_corpus as kc
    >>> id_ranks(kc.load({"b": "Kami jujur.", "a": "Kami adil."})).tolist()
    [1, 0]
    """
    return ranks(corpus.ids)


def ranks(keys: Sequence[Any] | npt.NDArray[Any]) -> Longs:
    """Return the rank of each key.

    >>> ranks(["jujur", "adil", "tertib"]).tolist()
    [1, 0, 2]
    """
    found = np.empty(len(keys), dtype=np.int64)
    found[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return found
