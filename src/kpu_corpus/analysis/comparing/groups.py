"""The groups of a column against the rest: which are large enough, and q over all of them."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from kpu_corpus.analysis.comparing.compare import THEMES, WORDS, compare
from kpu_corpus.analysis.comparing.pairing import (
    not_two,
    partners,
    warn_of,
)
from kpu_corpus.analysis.comparing.sides import Side, in_turn, is_large, shortage
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.people import alike, people_of, written
from kpu_corpus.analysis.statistics import benjamini_hochberg
from kpu_corpus.analysis.statistics.proportions import MIN_ESSAYS
from kpu_corpus.columns.grouping import Groups, group, group_columns, labelled
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.tokens import Tokens

MOST_GROUPS = 12  # groups that are large enough; each of them is compared with all others together
NATURAL = ("unit", "author")  # columns to compare by when none is named, the best first
SINGLE = (1, 1)  # words, no phrases


@dataclass(frozen=True, eq=False)
class Compared:
    """Themes and words of each group of ``by`` against the rest, as :func:`kpu_corpus.compare`.

    ``groups`` are all groups that can be, ``small`` those of them that are too small to state a
    share (essays in another language do not count): they are not compared, nor is a group of which
    the rest is. ``unstated`` is how many essays are in none of them, as they have no value. The
    tables are None where nothing was compared. Where two groups are large enough, the last is
    compared with the first. q is the false discovery rate
    over all groups of a table, as all are in one list, where :func:`kpu_corpus.compare` has one of
    its own for each group. ``asked`` are the arguments that it was called with for both tables.
    Where essays of each person were held against each other, ``pairs`` is how many people have
    some on both sides, ``whose`` for each essay the number of its writer among them, -1 for none,
    ``alone`` the essays that are left out, each with the one that may be its partner, or -1,
    ``twice`` the two essays of who handed in one text twice, and ``several`` who has several on a
    side.
    """

    by: str
    groups: tuple[str, ...]
    small: tuple[str, ...]
    themes: pd.DataFrame | None
    words: pd.DataFrame | None
    asked: dict[str, Any] = field(default_factory=dict)
    pairs: int = 0
    whose: Ints | None = None
    alone: dict[int, int] = field(default_factory=dict)
    twice: tuple[tuple[int, int], ...] = ()
    several: tuple[str, ...] = ()
    unstated: int = 0

    @property
    def large(self) -> list[str]:
        """The groups that are large enough to be compared by themselves."""
        small = {*self.small}
        return [name for name in self.groups if name not in small]

    def against(self, name: str) -> list[str]:
        """Return the groups that a group is compared with: the other of two, or all others."""
        two = [self.asked["a"], self.asked["b"]] if "a" in self.asked else self.groups
        return [one for one in two if one != name]

    def calls(self, lexicon: str | None) -> tuple[str, str]:
        """Return the calls of Python for the themes and for the words, to be made again.

        ``lexicon`` is the name of the lexicon, None for the one that is the default.
        """
        of_themes = {"what": "themes"} | ({"lexicon": lexicon} if lexicon else {})
        return _call({**self.asked, **of_themes}), _call({**self.asked, "ngrams": SINGLE})


def compared(
    tokens: Tokens, lexicon: Lexicon, by: str | None, pairs: str | None = None
) -> Compared:
    """Compare each group of a column with the rest, or two with each other: themes and words.

    A column of the essays that is named is taken; otherwise the office or the author where there
    are at most twelve of them and two or more have five essays each; otherwise every essay is
    a group. More than twelve that are large enough are not compared. With ``pairs``, as in
    :func:`kpu_corpus.compare`, the column must divide the essays in two.

    Raises InvalidArgument where it does not, and what that function raises.
    """
    column = _column(tokens.corpus, by)
    made = group(tokens.corpus, column, tell=by != column)  # of one that is named, tables tell
    for columns in (THEMES, WORDS):  # refuses a name that one of the tables has, before the work
        made.keyed({"essay": "str", **columns})
    groups, unstated = made.compared, int(made.unstated.sum())
    valued = [name for name in groups if name != made.missing]
    if pairs is not None and len(valued) != 2:
        raise not_two(pairs, column, valued)
    sizes = np.bincount(made.row, minlength=len(made.labels))[: len(groups)]
    fit = sizes >= (1 if column == "essay" else MIN_ESSAYS)  # the rest are small, however many
    few = tuple(name for name, large in zip(groups, fit, strict=True) if not large)
    if len(groups) < 2 or fit.sum() > MOST_GROUPS:
        return Compared(column, groups, few, None, None, unstated=unstated)
    small = tuple(
        name
        for row, name in enumerate(groups)
        if not fit[row] or not _enough(tokens, made.row == row, column)
    )
    large = [
        name
        for row, name in enumerate(groups)
        if fit[row] and name not in small and _enough(tokens, made.rest(made.row == row), column)
    ]
    if not large or (pairs is not None and len(large) < 2):
        return Compared(column, groups, small, None, None, unstated=unstated)
    sides: dict[str, Any] = {}
    if len(large) == 2:
        sides["a"], sides["b"] = in_turn(made, large)
    sides |= {} if pairs is None else {"pairs": pairs}
    asked = {"by": column, **sides}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # small groups are named in the report
        apart = len(groups) > MOST_GROUPS and not sides  # many small ones need no comparison
        themes = _table(tokens, large, asked, apart, what="themes", lexicon=lexicon)
        words = _table(tokens, large, asked, apart, ngrams=SINGLE)
    people = _people(tokens, made, pairs)
    return Compared(column, groups, small, themes, words, asked, unstated=unstated, **people)


def _people(tokens: Tokens, made: Groups, pairs: str | None) -> dict[str, Any]:
    """Return what is told of a comparison within people; names are those of the fields."""
    if pairs is None:
        return {}
    people = alike(people_of(tokens.corpus, pairs))
    one, other = (Side(made.labels[row], made.row == row) for row in (0, 1))
    found = partners(tokens, one, other, people)
    twice = warn_of(tokens, [found], people)
    whose = np.full(len(tokens.corpus), -1, dtype=np.int32)
    for person, (here, there) in enumerate(found.essays.values()):
        whose[here + there] = person
    near = {one.essay: found.alone[one.near].essay for one in found.alone.values() if one.near}
    essays = (one.essays | other.essays) & written(tokens)
    return {
        "pairs": len(found.essays),
        "whose": whose,
        "alone": {at: near.get(at, -1) for at in np.flatnonzero(essays & (whose < 0)).tolist()},
        "twice": tuple(twice.values()),
        "several": tuple(found.several),
    }


def _enough(tokens: Tokens, chosen: Bools, column: str) -> bool:
    """Tell whether some essays can be compared, and state a share by the rule of the tables."""
    side = Side("", chosen)
    return not shortage(tokens, side, column) and is_large(tokens, side, drawn=column != "essay")


def _call(asked: dict[str, Any]) -> str:
    return f"kc.compare(tokens, {', '.join(f'{name}={value!r}' for name, value in asked.items())})"


def _table(
    tokens: Tokens, groups: list[str], asked: dict[str, Any], apart: bool, **settings: Any
) -> pd.DataFrame:
    """Return the comparison of some groups, each row with its group, and q over all of them.

    So many comparisons make no more false findings than one. The groups are compared in turn, or
    those of the list alone, each ``apart``.
    """
    tables = []
    for call in [{**asked, "a": name} for name in groups] if apart else [asked]:
        table = compare(tokens, **call, **settings)
        table = labelled(table, group_columns(table))
        if "a" in call:  # named as where every group has its turn
            table.insert(0, call["by"], call["a"])
        tables.append(table)
    table = pd.concat(tables) if apart else tables[0]
    table = table[table.iloc[:, 0].isin(groups)].reset_index(drop=True)
    return table.assign(q=benjamini_hochberg(table["p"].to_numpy()))


def _column(corpus: Corpus, by: str | None) -> str:
    if by not in (None, "essay"):
        return str(by)
    for name in NATURAL:
        counts = corpus.column(name).value_counts()
        if len(counts) <= MOST_GROUPS and int((counts >= MIN_ESSAYS).sum()) >= 2:
            return name
    return "essay"
