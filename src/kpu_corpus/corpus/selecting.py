"""Which essays are meant by a mask, one id or several ids: their rows, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpu_corpus.errors import InvalidArgument, KpuCorpusError, one_of
from kpu_corpus.ground.checks import is_flag, is_series, several

MARK = "kpu_corpus_essays"  # in ``attrs``: a fingerprint of the ids in the order of the rows


def selected(
    ids: Mapping[str, int], rows: Any, mark: str, unread: Mapping[str, KpuCorpusError]
) -> list[int]:
    """Return the rows of the selected essays; ``ids`` has the row of each id.

    ``unread`` is what was skipped, with the reason: a mask made from the user's own table has
    values for its rows without a text, too, which are left out.

    ``mark`` identifies tables whose rows are these essays, in ``attrs`` under `MARK`: pandas
    passes it on to derived tables. The rows of any other table may be in any order.

    ``rows`` is as in :meth:`kpu_corpus.corpus.Corpus.select`, which tells the errors too.

    >>> ids = {"a": 0, "b": 1}
    >>> selected(ids, ["b", "a"], "", {}), selected(ids, [False, True], "", {})
    ([0, 1], [1])
    """
    if isinstance(rows, str):
        rows = [rows]
    other = isinstance(rows, bytes | Mapping) or hasattr(rows, "columns")
    chosen = None if other else several(rows)
    if chosen is None:
        raise InvalidArgument("select_type", got=type(rows).__name__)
    if all(isinstance(row, str) for row in chosen):
        return _named(ids, chosen, unread)
    if is_series(rows) and len(chosen) > len(ids):
        rows = rows[[(one := str(label)) in ids or one not in unread for label in rows.index]]
        chosen = list(rows)
    values = [_truth(value) for value in chosen]
    if len(values) != len(ids):
        raise InvalidArgument("select_length", got=len(values), count=len(ids))
    places = _places(ids, rows, mark) if is_series(rows) else ids.values()
    return sorted(place for place, keep in zip(places, values, strict=True) if keep)


def _named(
    ids: Mapping[str, int], names: list[str], unread: Mapping[str, KpuCorpusError]
) -> list[int]:
    unknown = next((name for name in names if name not in ids), None)
    if unknown is not None and unknown in unread:
        raise InvalidArgument("select_unread", got=repr(unknown), reason=unread[unknown])
    if unknown is not None:
        raise one_of("essay", unknown, ids)
    return sorted({ids[name] for name in names})


def _truth(value: Any) -> bool:
    """Return a value of a mask; a missing one is False, as in pandas."""
    import pandas as pd

    if value is pd.NA:
        return False
    if is_flag(value):
        return bool(value)
    raise InvalidArgument("select_type", got=type(value).__name__)


def _places(ids: Mapping[str, int], mask: Any, mark: str) -> list[int]:
    """Return the row of each label of a mask: ids, or row numbers of these essays.

    If both are possible, the labels in the order of the essays are meant.
    """
    labels = list(mask.index)
    named = [ids.get(str(label), -1) for label in labels]
    own = mask.attrs.get(MARK) == mark
    numbers = own and all(isinstance(label, int) for label in labels)
    rows = labels if numbers else named
    in_order = list(range(len(ids)))
    fits = [places for places in (rows, named) if sorted(places) == in_order]
    if in_order in fits:
        return in_order
    if not fits or fits[0] != fits[-1]:
        raise InvalidArgument("select_index")
    return fits[0]
