"""Who belongs together: the two essays of each person, one on either side of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.sides import MIN_ESSAYS, Side, require
from kpu_corpus.columns.grouping import Groups
from kpu_corpus.errors import Hint, InvalidArgument, TooLittleText
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools


class Partners(NamedTuple):
    """Whose essays, one on each side, belong together, and who has none on one of the sides."""

    essays: dict[str, tuple[int, int]]
    alone: tuple[str, ...]


def paired(
    tokens: Tokens, pairs: Sequence[tuple[Side, Side]], people: Groups
) -> list[tuple[Side, Side]]:
    """Return the sides with the essays of those alone who have one on each.

    Who is on one side only, or has no value in the column of ``people``, is named in a warning.

    Raises InvalidArgument where somebody has several essays on one side, fewer than two people have
    one on each, or their essays are too short to compare.
    """
    found, alone = [], dict[str, None]()
    for a, b in pairs:
        made = partners(tokens, a, b, people)
        if len(made.essays) < MIN_ESSAYS:
            told = {"pairs": repr(people.by), "a": repr(a.name), "b": repr(b.name)}
            raise InvalidArgument("few_pairs", **told, count=len(made.essays))
        alone |= dict.fromkeys(made.alone)
        places = np.array([*made.essays.values()])
        sides = [_only(side, places[:, at]) for at, side in enumerate((a, b))]
        for side in sides:
            require(tokens, side, people.by)
        found.append((sides[0], sides[1]))
    warn_alone([*alone], people)
    return found


def partners(tokens: Tokens, a: Side, b: Side, people: Groups) -> Partners:
    """Return who has an essay with words on both sides, and who on one of them alone."""
    one, other = (_essays_of(tokens, side, people) for side in (a, b))
    both = {
        name: (essay, other[name])
        for name, essay in one.items()
        if name in other and name != people.missing
    }
    return Partners(both, tuple(name for name in {**one, **other} if name not in both))


def warn_alone(names: Sequence[str], people: Groups) -> None:
    """Name those who have no partner, if there are any."""
    if names:
        got: Hint | str = named([name for name in names if name != people.missing])
        if people.missing in names:
            got = Hint("without_value", groups=f"{got}, " if got else "")
        warn(TooLittleText("one_sided", pairs=repr(people.by), got=got))


def _only(side: Side, essays: Any) -> Side:
    return Side(side.name, np.isin(np.arange(len(side.essays)), essays))


def _essays_of(tokens: Tokens, side: Side, people: Groups) -> dict[str, int]:
    """Return who has an essay with words on a side, and which one."""
    essays = defaultdict(list)
    for essay in np.flatnonzero(side.essays & _written(tokens)).tolist():
        essays[people.labels[people.row[essay]]].append(essay)
    for name, own in essays.items():
        if len(own) > 1 and name != people.missing:
            ids = [tokens.corpus.items[essay].id for essay in own]
            told = {"pairs": repr(people.by), "name": repr(name), "side": repr(side.name)}
            raise InvalidArgument("several_on_side", **told, essays=named(ids))
    return {name: own[0] for name, own in essays.items()}


def _written(tokens: Tokens) -> Bools:
    """Tell which essays have words in their body."""
    wordy = tokens.types.term[tokens.type] & tokens.units.body[tokens.unit]
    found = np.zeros(len(tokens.corpus), dtype=bool)
    found[tokens.essay[wordy]] = True
    return found
