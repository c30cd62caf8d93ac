"""Which groups a report compares with the rest, and the tables of the comparison."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.compare import compare
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.statistics import benjamini_hochberg
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import group
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

MOST = 12  # groups; each of them is compared with all others together
MIN_ESSAYS = 2  # essays that make a value of a column a group worth comparing
NATURAL = ("unit", "author")  # columns to compare by when none is named, the best first


@dataclass(frozen=True, eq=False)
class Compared:
    """Themes and words of each group of ``by`` against the rest, as :func:`kpu_corpus.compare`.

    ``groups`` are all groups, ``small`` those of them that are too small to compare. The tables
    are None where nothing was compared. Where two groups are large enough, the first is compared
    with the second. q is the false discovery rate over all groups of a table, where
    :func:`kpu_corpus.compare` has one of its own for each group.
    """

    by: str
    groups: tuple[str, ...]
    small: tuple[str, ...]
    themes: pd.DataFrame | None
    words: pd.DataFrame | None


def compared(tokens: Tokens, lexicon: Lexicon, by: str | None) -> Compared:
    """Compare each group of a column with the rest, or two with each other: themes and words.

    A column of the essays that is named is taken; otherwise the office or the author where there
    are at most twelve of them and two or more have several essays each; otherwise every essay is
    a group. More than twelve groups are not compared.
    """
    column = _column(tokens.corpus, by)
    groups = group(tokens.corpus, column).labels
    if not 2 <= len(groups) <= MOST:
        return Compared(column, groups, (), None, None)
    sides: dict[str, Any] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # small groups are named in the report
            themes = compare(tokens, by=column, what="themes", lexicon=lexicon)
            large = [str(name) for name in themes[column].unique()]
            if len(large) == 2:
                sides = {"a": large[0], "b": large[1]}
                themes = compare(tokens, by=column, what="themes", lexicon=lexicon, **sides)
            words = compare(tokens, by=column, ngrams=(1, 1), **sides)
    except InvalidArgument:  # no group is large enough
        return Compared(column, groups, groups, None, None)
    small = tuple(name for name in groups if name not in large)
    tables = (_joint(_named(table, column, sides)) for table in (themes, words))
    return Compared(column, groups, small, *tables)


def _named(table: pd.DataFrame, column: str, sides: dict[str, Any]) -> pd.DataFrame:
    """Return a table whose first column names the group, as where every group has its turn."""
    if sides:
        table.insert(0, column, sides["a"])
    return table


def _joint(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with q over all groups: many comparisons make no more false findings."""
    return table.assign(q=benjamini_hochberg(table["p"].to_numpy()))


def _column(corpus: Corpus, by: str | None) -> str:
    if by not in (None, "essay"):
        return str(by)
    for name in NATURAL:
        counts = corpus.essays[name].value_counts()
        if len(counts) <= MOST and int((counts >= MIN_ESSAYS).sum()) >= 2:
            return name
    return "essay"
