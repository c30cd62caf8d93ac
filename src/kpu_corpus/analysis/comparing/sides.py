"""The two sides of a comparison: which essays are on each, and what is sampled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Union

import numpy as np

from kpu_corpus.analysis.foreign import foreign_essays
from kpu_corpus.analysis.people import written
from kpu_corpus.analysis.row_order import essay_ranks
from kpu_corpus.analysis.statistics import enough
from kpu_corpus.columns.grouping import Groups, essays_of, warn_unstated
from kpu_corpus.columns.names import column_told
from kpu_corpus.corpus.values import NO_VALUE, as_label
from kpu_corpus.errors import Hint, InvalidArgument, TooLittleText
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.checks import several
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.warned import warn
from kpu_corpus.tokens import Tokens

Name = Union[str, bool, int, float, date, "pd.api.typing.NAType", "pd.api.typing.NaTType"]
Names = Name | Iterable[Name]
FEWEST_ESSAYS = 2  # one does not tell how much the essays of a group differ
# What people call the side that is first in time: by the alphabet "pasca" comes before "pra".
BEFORE = re.compile(r"\b(?:sebelum|awal|before|pr[ae](?:-?tes(?:t)?)?)\b")
BLOCK = 3  # units sampled together within an essay: neighbours are alike


@dataclass(frozen=True, eq=False)
class Side:
    """The essays (a mask over ``corpus.items``) on one side, and its name; the rest has none."""

    name: str
    essays: Bools

    @property
    def shown(self) -> Hint | str:
        """The name as messages have it."""
        return repr(self.name) if self.name else Hint("the_rest")


def named(names: Names | None, missing: str = NO_VALUE) -> str | list[str] | None:
    """Return the names of a side as labels of groups: numbers, dates, True and False in letters.

    NaN and its like are the essays without a value, whose label is ``missing``. Keys of a mapping
    and headings of a table are no names.

    >>> named(2023), named([2023, "2024"]), named(True), named(float("nan"))
    ('2023', ['2023', '2024'], 'True', '(tanpa nilai)')
    """
    if names is None or isinstance(names, str):
        return names
    if isinstance(names, Mapping) or hasattr(names, "columns"):
        raise InvalidArgument("side_table", got=type(names).__name__)
    listed = several(names)
    if listed is not None:
        return [missing if is_missing(name) else as_label(name) for name in listed]
    return missing if is_missing(names) else as_label(names)


def sides_of(
    tokens: Tokens, groups: Groups, a: str | list[str] | None, b: str | list[str] | None
) -> list[tuple[Side, Side]]:
    """Return the pairs to compare; ``b=None`` is the rest, ``a=None`` each group in turn.

    Groups that are too small raise InvalidArgument where they were asked for by name, and are named
    in a warning where every group has its turn.
    """
    if a is None:
        return _each(tokens, groups)
    first = _side(tokens, groups, a)
    second = _rest(groups, first) if b is None else _side(tokens, groups, b)
    if b is None:
        warn_unstated(tokens.corpus, groups, first.essays | second.essays)
    if (first.essays & second.essays).any():
        raise InvalidArgument("sides_overlap", a=repr(a), b=repr(b))
    for side in (first, second):
        require(tokens, side, groups.by)
    return [(first, second)]


def in_turn(groups: Groups, names: Sequence[str]) -> tuple[str, str]:
    """Return two groups in the order of their comparison: what the last says more than the first.

    So it is "sesudah" against "sebelum", "2024" against "2023". The essays without a value, which
    are last of all, are what another group is compared with, and so is the one group whose name
    says that it was before the other ("pra", where the other is "pasca").
    """
    first, last = names
    early, late = (BEFORE.search(name.casefold().replace("_", " ")) for name in names)
    return (first, last) if last == groups.missing or (late and not early) else (last, first)


def side_of(tokens: Tokens, groups: Groups, names: str | list[str] | None) -> Side:
    """Return one side, large enough to compare; all essays when no names are given."""
    if names is None:
        side, by = Side("corpus", np.ones(len(groups.row), dtype=bool)), "essay"
    else:
        side, by = _side(tokens, groups, names), groups.by
    require(tokens, side, by)
    return side


def are_drawn(tokens: Tokens, pairs: Sequence[tuple[Side, Side]]) -> bool:
    """Tell whether the sides are samples of essays: several on each, however they are named.

    A single essay speaks of itself only.
    """
    return all(_size(tokens, side.essays)[0] >= FEWEST_ESSAYS for pair in pairs for side in pair)


def is_large(tokens: Tokens, side: Side, *, drawn: bool, whose: Ints | None = None) -> bool:
    """Tell whether a side is large enough to state a share, by the rule of the table of themes.

    Essays that are ``drawn`` stand for others like them, and have to be several, or by several
    people where ``whose`` tells whose each is. Those in another language do not count.
    """
    essays, units = _size(tokens, side.essays & ~foreign_essays(tokens), whose)
    return bool(enough(units, essays=essays if drawn else None))


def samples(tokens: Tokens, *, drawn: bool) -> Ints:
    """Return for each unit of the body the sample it belongs to; -1 outside the body.

    Where essays are not ``drawn``, both sides are samples of blocks of three neighbouring units.
    Samples are numbered in an order of their own, so that seeded draws of them do not depend on
    that of their files.
    """
    units = tokens.units
    essay = essay_ranks(tokens.corpus)[units.essay]
    if drawn:
        return np.where(units.body, essay, -1).astype(np.int32)
    key = essay.astype(np.int64) * (int(units.number.max(initial=0)) + 1)
    key += (units.number - 1) // BLOCK
    codes = np.full(len(key), -1, dtype=np.int32)
    codes[units.body] = np.unique(key[units.body], return_inverse=True)[1]
    return codes


def shortage(tokens: Tokens, side: Side, by: str) -> str | None:
    """Return the label of what a side lacks to be compared, or None."""
    essays, units = _size(tokens, side.essays)
    if by != "essay" and essays < FEWEST_ESSAYS:
        return "few_essays"
    if not enough(units):
        return "few_units"
    return None if (side.essays & written(tokens)).any() else "no_words"


def require(tokens: Tokens, side: Side, by: str) -> None:
    """Raise InvalidArgument where a side is too small to be compared."""
    lack = shortage(tokens, side, by)
    if lack:
        essays, units = _size(tokens, side.essays)
        raise InvalidArgument(lack, name=side.shown, essays=essays, units=units)


def _size(tokens: Tokens, essays: Bools, whose: Ints | None = None) -> tuple[int, int]:
    """Return how many of some essays, or of their writers, have units, and how many units."""
    units = np.bincount(tokens.units.essay[tokens.units.body], minlength=len(essays))
    filled = np.flatnonzero(essays & (units > 0))
    several = len(filled if whose is None else np.unique(whose[filled]))
    return several, int(units[filled].sum())


def _each(tokens: Tokens, made: Groups) -> list[tuple[Side, Side]]:
    pairs, small, by = [], [], made.by
    if len(made.compared) == 1:
        told = {"by": column_told(tokens.corpus, by), "group": made.named(made.compared)}
        raise InvalidArgument("one_group", **told)
    for index, name in enumerate(made.compared):
        side = Side(name, made.row == index)
        rest = _rest(made, side)
        if shortage(tokens, side, by):
            small.append(name)
        elif shortage(tokens, rest, by) is None:
            pairs.append((side, rest))
    warn_unstated(tokens.corpus, made)
    if not pairs:
        groups = made.named(made.compared[:20]) or "—"
        raise InvalidArgument("no_pairs", by=column_told(tokens.corpus, by), groups=groups)
    if small:
        names, column = made.named(small), column_told(tokens.corpus, by)
        few = names if by == "essay" else Hint("of_column", groups=names, column=column)
        warn(TooLittleText("small_groups", groups=few))
    return pairs


def _side(tokens: Tokens, groups: Groups, names: str | list[str]) -> Side:
    wanted, essays = essays_of(tokens.corpus, groups, names)
    if not wanted:
        raise InvalidArgument("empty_side", by=column_told(tokens.corpus, groups.by))
    return Side(", ".join(wanted), essays)


def _rest(groups: Groups, side: Side) -> Side:
    return Side("", groups.rest(side.essays))
