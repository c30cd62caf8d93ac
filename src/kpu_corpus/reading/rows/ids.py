"""Ids of table rows: from their column, by position if a cell is blank, always unique."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from typing import Any

from kpu_corpus.errors import Hint, InvalidArgument, RenamedEssays
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import cut, encodable, first_of
from kpu_corpus.ground.spellings import even
from kpu_corpus.ground.warned import MOST_NAMES, named

ID_COLUMNS = ("essay", "id")
NUMBERING = ("no", "no.", "nomor")  # titles of columns that count the essays
LONGEST = 1_000  # characters of an id: every table repeats it
SHOWN = 40  # of one that is longer
LISTED = 5  # ids that are named of those that got a number, or come twice


def id_column(columns: Iterable[str], texts: Collection[str] = ()) -> str | None:
    """Return the column that ids come from, whatever its capitals; None where there is none.

    None of the ``texts`` is one.

    >>> id_column(["ID", "teks"])
    'ID'
    """
    titles = {even(name): name for name in reversed(list(columns)) if name not in texts}
    return next((titles[want] for want in ID_COLUMNS if want in titles), None)


def id_of(value: Any) -> str | None:
    """Return a cell as an id, None where nothing stands: a whole number is one however it is kept.

    >>> id_of(1.0), id_of("Esai 1"), id_of(float("nan")), id_of(" "), id_of(b"a")
    ('1', 'Esai 1', None, None, 'a')
    """
    if isinstance(value, bytes):  # text that a Parquet file does not call text
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        if is_missing(value):
            return None
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, datetime.datetime) and value.time() == datetime.time():
            return value.date().isoformat()
    return encodable(str(value)) if str(value).strip() else None


def ids_of(
    values: Sequence[Any], *, column: Hint | str, prefix: str = "", first: int = 1
) -> list[str]:
    """Return an id for every row; those without count the rows after ``prefix``, from ``first``.

    Raises InvalidArgument for ids that come twice in their ``column``, and for one as long as a
    text.
    """
    given = [id_of(value) for value in values]
    long = next((name for name in given if name and len(name) > LONGEST), None)
    if long is not None:
        told = {"got": repr(cut(long, SHOWN)), "size": len(long), "limit": LONGEST}
        raise InvalidArgument("id_long", column=column, **told)
    counts = Counter(name for name in given if name is not None)
    twice = [repr(name) for name, count in counts.items() if count > 1]
    if twice:
        raise InvalidArgument("ids_twice", column=column, got=first_of(twice, LISTED))
    taken = dict.fromkeys(counts, 1)
    return [
        free(f"{prefix}{place}", taken) if name is None else name
        for place, name in enumerate(given, start=first)
    ]


def renamed(count: int, pairs: Iterable[str]) -> RenamedEssays:
    """Build the warning for so many ids that got a number, the first ``pairs`` of them named."""
    got = ", ".join(islice(pairs, LISTED)) + (", …" if count > LISTED else "")
    return RenamedEssays("renamed", count=count, got=got)


def unnamed(column: Hint | str, count: int, ids: Sequence[str]) -> RenamedEssays:
    """Build the warning for so many rows without an id, the first of which ``ids`` are made for.

    Those that a sentence names stay with it, so that what parts of a table tell can be added.
    """
    told = {"column": column, "count": count, "ids": list(ids[: MOST_NAMES + 1])}
    return RenamedEssays("unnamed", got=named(ids), **told)


def free(name: str, taken: dict[str, int]) -> str:
    """Return a name that is not taken, and take it: with a number behind it where it is.

    ``taken`` has with each name the last number behind it, from which the next is counted.

    >>> taken = {"a": 1, "a~2": 1}
    >>> free("a", taken), free("a", taken), free("b", taken)
    ('a~3', 'a~4', 'b')
    """
    unique, number = name, taken.get(name, 1)
    while unique in taken:
        number += 1
        unique = f"{name}~{number}"
    taken[unique] = 1
    taken[name] = number
    return unique
