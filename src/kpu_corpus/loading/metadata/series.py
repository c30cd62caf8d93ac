"""Whether the labels of a Series of metadata are ids of essays, or only count its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kpu_corpus.errors import InvalidArgument


def check_labels(series: Any, ids: Sequence[str]) -> None:
    """Raise InvalidArgument for numbers that may count rows, of the Series or of the essays.

    A column of ``corpus.essays``, and of any table of pandas, has such labels: taken for ids they
    would give an essay the value of another one. An index with a name has what its name says.

    >>> import pandas as pd
    >>> check_labels(pd.Series(["pagi", "sore"], index=[1, 2]), ["1", "2"])
    """
    labels = list(series.index)
    if series.index.name is not None or not all(isinstance(label, int) for label in labels):
        return
    of_essays = all(0 <= label < len(ids) for label in labels)
    if not of_essays and labels != list(range(len(labels))):
        return
    named = [str(label) for label in labels]
    same = of_essays and named == [ids[label] for label in labels]
    if not same and named != list(ids):
        raise InvalidArgument("metadata_labels")
