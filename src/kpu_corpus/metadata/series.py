"""A Series of metadata by the numbers of the rows of ``corpus.essays`` → the same by ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpu_corpus.errors import InvalidArgument


def by_id(series: Any, ids: Sequence[str]) -> Any:
    """Return a Series with ids for labels where its own are the numbers of the essays' rows.

    A column of ``corpus.essays``, or what is made of one, has such labels. Where they could be ids
    as well, of other essays, those in the order of the essays are meant; raises InvalidArgument
    where neither are.

    >>> import pandas as pd
    >>> by_id(pd.Series(["sore", "pagi"], index=[1, 0]), ["a", "b"]).to_dict()
    {'b': 'sore', 'a': 'pagi'}
    """
    labels = list(series.index)
    counted = series.index.name is None and all(isinstance(label, int) for label in labels)
    if not counted or not all(0 <= label < len(ids) for label in labels):
        return series
    meant = [ids[label] for label in labels]
    named = [str(label) for label in labels]
    if meant == named or not set(ids).issuperset(named) or meant == list(ids):
        return series.set_axis(meant)
    if named == list(ids):
        return series
    raise InvalidArgument("metadata_labels")
