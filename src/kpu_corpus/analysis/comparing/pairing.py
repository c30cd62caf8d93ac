"""Pairing: the essays of each person, one on each side of a comparison, or several added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.comparing.sides import FEWEST_ESSAYS, Side, require
from kpu_corpus.analysis.people import People, merged, people_of, written
from kpu_corpus.analysis.row_order import essay_ranks
from kpu_corpus.errors import (
    Hint,
    InvalidArgument,
    KpuCorpusWarning,
    TooLittleText,
    among,
    listed,
)
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.printable import cut
from kpu_corpus.ground.warned import LONGEST_NAME, MOST_NAMES, named, warn
from kpu_corpus.loading.metadata.people import near_person
from kpu_corpus.tokens import Tokens


class Lone(NamedTuple):
    """The essay of who has none on the other side, and who of that side may be meant, or ""."""

    essay: int
    near: str


class Partners(NamedTuple):
    """Which essays of each person are on either side, and who has none on one of them."""

    essays: dict[str, tuple[list[int], list[int]]]
    alone: dict[str, Lone]


def not_two(pairs: str, by: str, names: Sequence[str]) -> InvalidArgument:
    """Return the error for groups that are not the two sides that pairs need."""
    told = {"pairs": repr(pairs), "by": repr(by), "count": len(names)}
    return InvalidArgument("pairs_two", **told, groups=among(names))


def paired(
    tokens: Tokens, sides: Sequence[tuple[Side, Side]], pairs: str, people: str | None
) -> tuple[list[tuple[Side, Side]], Ints, dict[str, str]]:
    """Return the sides with the essays of those alone who have one on each, and whose each is.

    People are numbered by their texts, so that seeded draws of them do not depend on their names.
    The columns that told follow, by the names of the arguments. With ``people`` several of one
    person on a side are to be added up, so they need not be one.

    Who is on one side only, or has no value in the column, is named in a warning, and in another
    one whose two essays are the same text.

    Raises InvalidArgument where else somebody has several essays on one side, fewer than two people
    have one on each, their essays are too short to compare, or ``people`` is another column.
    """
    of = people_of(tokens.corpus, pairs)
    told = {"pairs": of.by}
    if people is not None:
        if people_of(tokens.corpus, people, "people").by != of.by:
            raise InvalidArgument("people_pairs", people=repr(people), pairs=repr(pairs))
        of, told["people"] = merged(of), of.by
    found, alone, whose = [], dict[str, Lone](), of.row.copy()
    twice = list[str]()
    for a, b in sides:
        made = partners(tokens, a, b, of, several=people is not None)
        if len(made.essays) < FEWEST_ESSAYS:
            lack = {"pairs": repr(of.asked), "a": a.shown, "b": b.shown}
            raise InvalidArgument("few_pairs", **lack, count=len(made.essays))
        alone |= made.alone
        twice += [name for name in same_text(tokens, made) if name not in twice]
        for one, other in made.essays.values():
            whose[one + other] = of.row[one + other].min()  # of two spellings
        rows = np.arange(len(of.row))
        essays = [np.concatenate(own) for own in zip(*made.essays.values(), strict=True)]
        pair = [Side(s.name, np.isin(rows, own)) for s, own in zip((a, b), essays, strict=True)]
        for side in pair:
            require(tokens, side, of.by)
        found.append((pair[0], pair[1]))
    warn_alone(alone, of)
    warn_twice(twice)
    first = np.full(len(of.labels), len(whose))
    np.minimum.at(first, whose, essay_ranks(tokens.corpus))
    return found, first[whose].astype(np.int32), told


def same_text(tokens: Tokens, made: Partners) -> list[str]:
    """Return who has the same words on both sides: the wrong file was handed in, or nothing new."""
    items, text = tokens.corpus.items, tokens.corpus.text

    def words(essays: list[int]) -> set[str]:
        return {" ".join(text(items[essay]).split()) for essay in essays}

    return [name for name, (one, other) in made.essays.items() if words(one) & words(other)]


def partners(
    tokens: Tokens, a: Side, b: Side, people: People, *, several: bool = False
) -> Partners:
    """Return who has an essay with words on both sides, and who on one of them alone.

    Who has no partner by the name as it is written may have one by the name without degrees.

    Raises InvalidArgument where somebody has several essays on a side, unless that is allowed.
    """
    sides = (a, b)
    one, other = (_essays_of(tokens, side, people) for side in sides)
    if not several:
        _refuse_several(tokens, sides, (one, other), people)
    same = {name: name for name in one if name in other and name != people.missing}
    here, there = (
        _once(people, {name for name in side if name not in same}) for side in (one, other)
    )
    same |= {name: there[known] for known, name in here.items() if known in there}
    essays = {name: (one[name], other[same[name]]) for name in same}
    left = {name: at for name, at in one.items() if name not in same}
    rest = {name: at for name, at in other.items() if name not in same.values()}
    return Partners(essays, _alone(rest, left, people) | _alone(left, rest, people))


def _once(people: People, names: Set[str]) -> dict[str, str]:
    """Return those of some names of people that no other has without degrees, by what is left."""
    pairs = zip(people.known, people.labels, strict=False)
    known = [(known, name) for known, name in pairs if name in names and name != people.missing]
    counts = Counter(known for known, _ in known)
    return {known: name for known, name in known if counts[known] == 1}


def _alone(
    here: Mapping[str, list[int]], there: Mapping[str, list[int]], people: People
) -> dict[str, Lone]:
    """Return who is on one side only, with the person on the other who may be the same."""
    known = dict(zip(people.labels, people.known, strict=False))
    others = {known[name]: name for name in there if name in known and name != people.missing}
    return {
        name: Lone(
            at[0], near_person(known.get(name, ""), others) if name != people.missing else ""
        )
        for name, at in here.items()
    }


def warn_alone(alone: Mapping[str, Lone], people: People) -> None:
    """Name those who have no partner, if there are any: first who may be the same as another."""
    told: list[Hint | str] = []
    meant = set[str]()
    unnamed = alone.keys() - {people.missing}
    for name in sorted(unnamed, key=lambda one: (not alone[one].near, alone[one].essay)):
        if name in meant:
            continue
        if len(told) == MOST_NAMES:
            break
        near, shown = alone[name].near, cut(repr(name), LONGEST_NAME)
        told.append(
            Hint("maybe", name=shown, near=cut(repr(near), LONGEST_NAME)) if near else shown
        )
        meant |= {name, near}
    if rest := len(unnamed - meant):
        more = Hint("more", count=rest)
        told[-1] = Hint("listed", comma="", name=told[-1], rest=more)
    if people.missing in alone:
        unknown = people.labels.index(people.missing)
        told.append(Hint("nameless", count=int((people.row == unknown).sum())))
    if told:
        warn(TooLittleText("one_sided", pairs=repr(people.asked), got=listed(told)))


def warn_twice(people: Sequence[str]) -> None:
    """Name those whose two essays are the same text, if there are any."""
    if people:
        warn(KpuCorpusWarning("same_twice", count=len(people), got=named(people)))


def _refuse_several(
    tokens: Tokens,
    sides: Sequence[Side],
    found: Sequence[Mapping[str, list[int]]],
    people: People,
) -> None:
    """Raise InvalidArgument where somebody has several essays on a side, naming all on both."""
    several = [
        (side, own, names)
        for side, own in zip(sides, found, strict=True)
        if (names := [name for name in own if len(own[name]) > 1 and name != people.missing])
    ]
    if several:
        (side, own, (first, *others)), *there = several
        told = {"pairs": repr(people.asked), "name": repr(first), "side": side.shown}
        more = Hint("several_too", names=named(others)) if others else ""
        ids = named([tokens.corpus.ids[essay] for essay in own[first]])
        also: Hint | str = ""
        for other, _, names in there:
            also = Hint("several_there", side=other.shown, names=named(names))
        raise InvalidArgument("several_on_side", **told, essays=ids, more=more, there=also)


def _essays_of(tokens: Tokens, side: Side, people: People) -> dict[str, list[int]]:
    """Return the essays with words that each person has on a side."""
    essays = defaultdict(list)
    for essay in np.flatnonzero(side.essays & written(tokens)).tolist():
        essays[people.labels[people.row[essay]]].append(essay)
    return essays
