"""Pairing: the essays of each person on both sides of a comparison; several are added up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.comparing.sides import FEWEST_ESSAYS, Side, require
from kpu_corpus.analysis.people import People, alike, people_of, written
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

    @property
    def several(self) -> list[str]:
        """Who has several essays on one side, which are added up."""
        return [name for name, both in self.essays.items() if max(map(len, both)) > 1]


def not_two(pairs: str, by: str, names: Sequence[str]) -> InvalidArgument:
    """Return the error for groups that are not the two sides that pairs need."""
    told = {"pairs": repr(pairs), "by": repr(by), "count": len(names)}
    return InvalidArgument("pairs_two", **told, groups=among(names))


def paired(
    tokens: Tokens, sides: Sequence[tuple[Side, Side]], pairs: str
) -> tuple[list[tuple[Side, Side]], Ints, str]:
    """Return the sides with the essays of those alone who have one on each, and whose each is.

    People are numbered by their texts, so that seeded draws of them do not depend on their names.
    The name of the column that told follows. Several of one person on a side are to be added up.
    Warnings are those of :func:`warn_of`.

    Raises InvalidArgument where fewer than two people have an essay on each side, or their essays
    are too short to compare.
    """
    of = alike(people_of(tokens.corpus, pairs))
    found, met, whose = [], [], of.row.copy()
    rows = np.arange(len(of.row))
    for a, b in sides:
        made = partners(tokens, a, b, of)
        if len(made.essays) < FEWEST_ESSAYS:
            lack = {"pairs": repr(of.asked), "a": a.shown, "b": b.shown}
            raise InvalidArgument("few_pairs", **lack, count=len(made.essays))
        for one, other in made.essays.values():
            whose[one + other] = of.row[one + other].min()  # of several spellings
        essays = [np.concatenate(own) for own in zip(*made.essays.values(), strict=True)]
        pair = [Side(s.name, np.isin(rows, own)) for s, own in zip((a, b), essays, strict=True)]
        for side in pair:
            require(tokens, side, of.by)
        found.append((pair[0], pair[1]))
        met.append(made)
    warn_of(tokens, met, of)
    first = np.full(len(of.labels), len(whose))
    np.minimum.at(first, whose, essay_ranks(tokens.corpus))
    return found, first[whose].astype(np.int32), of.by


def partners(tokens: Tokens, a: Side, b: Side, people: People) -> Partners:
    """Return who has an essay with words on both sides, and who on one of them alone.

    Who has no partner by the name as it is written may have one by the name without the office.
    """
    one, other = (_essays_of(tokens, side, people) for side in (a, b))
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
    """Return those of some names of people that no other has without office, by what is left."""
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


def warn_of(
    tokens: Tokens, found: Sequence[Partners], people: People
) -> dict[str, tuple[int, int]]:
    """Name who has no partner, who one text on both sides, and who several essays on one.

    Return two essays of each who has one text on both sides.
    """
    _warn_alone({name: lone for made in found for name, lone in made.alone.items()}, people)
    twice = {name: both for made in found for name, both in _same_text(tokens, made).items()}
    several = dict.fromkeys(name for made in found for name in made.several)
    for label, names in (("same_twice", twice), ("added_up", several)):
        if names:
            warn(KpuCorpusWarning(label, count=len(names), got=named([*names])))
    return twice


def _same_text(tokens: Tokens, made: Partners) -> dict[str, tuple[int, int]]:
    """Return whose essays on both sides have the same words, and which: handed in twice?"""
    items, text = tokens.corpus.items, tokens.corpus.text
    found = dict[str, tuple[int, int]]()
    for name, (one, other) in made.essays.items():
        words = {" ".join(text(items[essay]).split()): essay for essay in other}
        for essay in one:
            if (same := words.get(" ".join(text(items[essay]).split()))) is not None:
                found.setdefault(name, (essay, same))
    return found


def _warn_alone(alone: Mapping[str, Lone], people: People) -> None:
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


def _essays_of(tokens: Tokens, side: Side, people: People) -> dict[str, list[int]]:
    """Return the essays with words that each person has on a side."""
    essays = defaultdict(list)
    for essay in np.flatnonzero(side.essays & written(tokens)).tolist():
        essays[people.labels[people.row[essay]]].append(essay)
    return essays
