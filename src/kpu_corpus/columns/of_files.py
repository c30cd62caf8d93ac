"""Columns that no table has: folders of the files of essays, years and months of their dates."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from kpu_corpus.columns.names import FOLDER, MONTH, TOP, YEAR
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import folder_of

if TYPE_CHECKING:
    import pandas as pd

_YEAR = re.compile(r"\d{4}(?![^-/])")  # of a date in ISO form, which may be the year alone
_MONTH = re.compile(r"\d{4}-\d\d(?![^-/])")


def folders(corpus: Corpus) -> pd.Series[Any]:
    """Return the folder of each essay's file, missing if there is none."""
    import pandas as pd

    return pd.Series([folder_of(item) or None for item in corpus.items], dtype="str")


def top_folders(corpus: Corpus) -> pd.Series[Any]:
    """Return the first folder of each essay's file that not all share, missing if there is none."""
    import pandas as pd

    paths = [[name for name in folder_of(item).split("/") if name] for item in corpus.items]
    levels = zip(*paths, strict=False)
    shared = sum(1 for _ in takewhile(lambda level: len({*level}) == 1, levels))
    return pd.Series([next(iter(path[shared:]), None) for path in paths], dtype="str")


def years(corpus: Corpus) -> pd.Series[Any]:
    """Return the year of each essay's date as a whole number, missing if it has none."""
    import pandas as pd

    found = (_YEAR.match(item.date or "") for item in corpus.items)
    made = pd.Series([int(year[0]) if year else None for year in found], dtype="Int64")
    return made if made.hasnans else made.astype("int64")


def months(corpus: Corpus) -> pd.Series[Any]:
    """Return the month of each essay's date (``2024-05``), missing if it tells none."""
    import pandas as pd

    found = (_MONTH.match(item.date or "") for item in corpus.items)
    return pd.Series([month[0] if month else None for month in found], dtype="str")


OF_FILES = {FOLDER: folders, TOP: top_folders, YEAR: years, MONTH: months}
