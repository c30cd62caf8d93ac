"""Essays in thirds: the beginning, the middle and the end of each, counted in units."""

from __future__ import annotations

import numpy as np

from kpu_corpus.columns.grouping import Groups, Ints, group
from kpu_corpus.corpus import Corpus
from kpu_corpus.tokens.scanning import Units

THIRD = "third"
THIRDS = ("awal", "tengah", "akhir")


def parts(corpus: Corpus, units: Units, by: str | None) -> tuple[Groups, Ints]:
    """Group whole essays as :func:`group`, or with ``by="third"`` the thirds of essays.

    Returns the groups and, for each unit, its part: the row of its essay, or of the third of its
    essay (awal, tengah, akhir) that it stands in, counted in units of the body. ``groups.row`` has
    one value a part. A column of the essays named ``third`` goes before.
    """
    if not isinstance(by, str) or by != THIRD or THIRD in corpus.columns:
        return group(corpus, by, THIRD), units.essay
    body = units.body.astype(np.int64)
    sizes = np.bincount(units.essay, weights=body, minlength=len(corpus)).astype(np.int64)
    before = np.concatenate(([0], np.cumsum(body)[:-1])) if len(body) else body
    order = before - np.concatenate(([0], np.cumsum(sizes)))[units.essay]
    third = np.minimum(3 * order // np.maximum(sizes[units.essay], 1), 2)
    rows = np.tile(np.arange(3, dtype=np.int32), len(corpus))
    return Groups(THIRD, THIRDS, rows), (3 * units.essay + third).astype(np.int32)
