"""Whose essay a row of a table is of: its title, author and office beside its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpu_corpus.corpus import Corpus

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("title", "author", "unit")
SIDES = ("", "_a", "_b")


def with_fields_of_essays(table: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Return a table with title, author and unit behind each column of essay ids.

    Fields that no essay has, or that the table has already, are left out.

    >>> import kpu_corpus as kc, pandas as pd
    >>> rows = pd.DataFrame({"id": ["x"], "text": ["Kami jujur."], "author": ["Ani"]})
    >>> with_fields_of_essays(pd.DataFrame({"essay": ["x"], "n": [1]}), kc.load(rows))
      essay author  n
    0     x    Ani  1
    """
    items = {item.id: item for item in corpus.items}
    told = [name for name in FIELDS if any(getattr(item, name) for item in items.values())]
    made = table.copy()
    for side in SIDES:
        if f"essay{side}" not in made.columns:
            continue
        essays = [items.get(str(name)) for name in made[f"essay{side}"]]
        at = list(made.columns).index(f"essay{side}") + 1
        for name in reversed([name for name in told if f"{name}{side}" not in made.columns]):
            values = [getattr(essay, name, None) for essay in essays]
            made.insert(at, f"{name}{side}", values)
    return made
