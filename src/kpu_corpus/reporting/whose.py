"""Whose essay a row of a table is of: its title, author, office and groups beside its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_corpus.corpus import Corpus
from kpu_corpus.reporting.belonging import grouping_columns

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "author", "unit")
SIDES = ("", "_a", "_b")


def with_fields_of_essays(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return a table with title, author, unit and groups behind each column of essay ids.

    Groups are the columns of metadata that reports show, too. Fields that no essay has, or that the
    table has already, are left out.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = pd.DataFrame({"id": ["x"], "text": ["Kami jujur."], "author": ["Ani"]})
    >>> with_fields_of_essays(pd.DataFrame({"essay": ["x"], "n": [1]}), kc.load(rows))
      essay author  n
    0     x    Ani  1
    """
    import pandas as pd

    places = {item.id: place for place, item in enumerate(corpus.items)}
    told = [name for name in FIELDS if any(getattr(item, name) for item in corpus.items)]
    told += [name for name in grouping_columns(corpus) if name not in told]
    values = {name: corpus.column(name).tolist() for name in told}
    made = table.copy()
    for side in SIDES:
        if f"essay{side}" not in made.columns:
            continue
        rows = [places.get(str(name)) for name in made[f"essay{side}"]]
        at = list(made.columns).index(f"essay{side}") + 1
        for name in reversed([name for name in told if f"{name}{side}" not in made.columns]):
            cells = [None if row is None else values[name][row] for row in rows]
            made.insert(at, f"{name}{side}", pd.Series(cells, made.index, dtype=object))
    return made
