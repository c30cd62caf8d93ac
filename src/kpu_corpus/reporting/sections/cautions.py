"""Cautions about a theme or difference: one dominant word, long sentences, few people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.checking.carried import carrier
from kpu_corpus.analysis.comparing.sides import FEWEST_ESSAYS
from kpu_corpus.analysis.people import Writers, writers
from kpu_corpus.analysis.running_words import running_words
from kpu_corpus.analysis.statistics.pairs import MIN_PAIRS, one_length
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.ground.arrays import Bools, Floats
from kpu_corpus.ground.printable import first_of
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import NAME, Wording, clipped
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

SURE = 0.05  # q up to which a difference is called one
LEAST_SENTENCES = 10  # sentences of a theme, of which one word may carry most
MOST = 5  # themes, or differences, told one by one; more are only counted


def resting(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield the sentence that names the themes of which one word carries most sentences."""
    names, every = figures.names(wording.lang), np.ones(len(figures.tokens.units.kind))
    found = []
    for row in figures.ranked:
        if row.sentences < LEAST_SENTENCES or _is_one_word(figures, row.theme):
            continue
        held = carrier(figures.tokens, figures.lexicon, row.theme, every)
        if held is None:
            continue
        left = row.sentences - int(held.units.sum())
        if 2 * left < row.sentences:
            part = wording.part(left, "sentences", row.sentences)
            word = clipped(held.display, NAME)
            found.append(wording.say("rests_item", theme=names[row.theme], word=word, part=part))
    if found:
        rest = wording.count("themes", len(found) - MOST)
        yield wording.say("rests", themes=_listed(found, rest, wording))


def fading(
    figures: Figures, wording: Wording, themes: Iterable[Any], named: Mapping[str, tuple[str, str]]
) -> str:
    """Say of which differences of themes less than half is left without one word; "" of none.

    ``themes`` are rows of a comparison, whose first value is the group; ``named`` has the names of
    the sides of each group. Of a theme in which several groups differ so, each is told once.
    """
    names = figures.names(wording.lang)
    found: dict[tuple[str, str], list[list[str]]] = {}
    for row in themes:
        left = _left(figures, row)
        if left is not None:
            word, *units = left
            sides = zip(units, named[str(row[0])], strict=True)
            found.setdefault((row.theme, word), []).append([_part(*x, wording) for x in sides])
    items = [
        wording.say(
            "fades_item",
            theme=names[theme],
            word=clipped(word, NAME),
            parts=wording.listed(sides[0] if len(sides) == 1 else [here for here, _ in sides]),
        )
        for (theme, word), sides in found.items()
    ]
    rest = wording.count("differences", sum(map(len, list(found.values())[MOST:])))
    return wording.say("fades", themes=_listed(items, rest, wording)) if items else ""


def words_a_sentence(figures: Figures, name: str) -> tuple[float, float]:
    """Return the words in a unit of a group's bodies, and in one of what it is compared with.

    Long units have more room for a theme.
    """
    tokens = figures.tokens
    words = np.bincount(tokens.unit[running_words(tokens)], minlength=len(tokens.units.kind))
    here, there = _opposed(figures, name)
    return float(words[here].mean()), float(words[there].mean())


def same_writers(tokens: Tokens, by: str, wording: Wording) -> list[str]:
    """Say that essays of one person count as independent, or that people can be paired."""
    groups = group(tokens.corpus, by, tell=False)
    found = writers(tokens, groups)
    told = (
        [wording.say("contrast_repeated", people=_named(found, wording))] if found.repeated else []
    )
    return [*told, *_pairable(groups, found, wording)]


def repeated_people(tokens: Tokens, wording: Wording) -> str:
    """Return who wrote several of all essays; "" if nobody did."""
    found = writers(tokens, group(tokens.corpus, None, tell=False))
    return _named(found, wording) if found.repeated else ""


def _named(found: Writers, wording: Wording) -> str:
    names = first_of([clipped(name, NAME) for name in found.repeated], MOST)
    return f"{wording.count('people', len(found.repeated))}: {names}"


def may_pair(tokens: Tokens, by: str, wording: Wording) -> list[str]:
    """Say that people can be paired, if there are two groups."""
    groups = group(tokens.corpus, by, tell=False)
    return _pairable(groups, writers(tokens, groups), wording)


def _pairable(groups: Groups, found: Writers, wording: Wording) -> list[str]:
    two = len([name for name in groups.labels if name != groups.missing]) == 2
    if two and found.across >= FEWEST_ESSAYS:
        return [wording.say("contrast_across", people=wording.count("people", found.across))]
    return []


def few_pairs(table: pd.DataFrame, wording: Wording, lone: str = "contrast_lone") -> list[str]:
    """Say of a comparison within people whether they are too few for any row, or for one theme.

    p of k people is at least 2 / 2^k, and q of the one theme that has it that times their number.
    """
    if table.empty:
        return []
    pairs = int(table["pairs"].max())
    if pairs < MIN_PAIRS:
        return [wording.say("contrast_few_pairs", least=wording.count("pairs", MIN_PAIRS))]
    if "theme" not in table.columns or (table["q"] <= SURE).any():
        return []
    floor, themes = 2.0 ** (1 - pairs), table["theme"].nunique()
    least = ceil(floor * themes / SURE)
    if least == 1:
        return []
    told = {"floor": wording.decimal(floor, 3), "themes": themes, "least": least}
    return [wording.say(lone, people=wording.count("people", pairs), **told)]


def _listed(items: list[str], rest: str, wording: Wording) -> str:
    more = [wording.say("and_others", rest=rest)] if len(items) > MOST else []
    return "; ".join([*items[:MOST], *more])


def _left(figures: Figures, row: Any) -> tuple[str, Bools, Bools] | None:
    """Return the word without which less than half of a difference is left, and what is left.

    That is of the units of each side whether they still have the theme.
    """
    if _is_one_word(figures, row.theme):
        return None
    shares = _worth(figures, str(row[0]))
    adds = np.sign(row.difference) * (shares[0] - shares[1])
    held = carrier(figures.tokens, figures.lexicon, row.theme, adds)
    if held is None:
        return None
    whole = _mask(figures, row.theme)
    left = whole & ~held.units
    if 2 * adds[left].sum() >= adds[whole].sum():
        return None
    here, there = _opposed(figures, str(row[0]))
    return held.display, left[here], left[there]


def _part(units: Bools, name: str, wording: Wording) -> str:
    part = wording.part(int(units.sum()), "sentences", len(units))
    return wording.say("fades_part", part=part, side=name)


def _is_one_word(figures: Figures, theme: str) -> bool:
    """Tell whether a theme is defined by a single pattern: it rests on it, as everybody knows."""
    return sum(len(pattern.match) for pattern in figures.lexicon.patterns(theme)) == 1


def _mask(figures: Figures, theme: str) -> Bools:
    keys = [one.key for one in figures.lexicon.themes]
    return asserting(figures.tokens, figures.lexicon)[:, keys.index(theme)]


def _opposed(figures: Figures, name: str) -> tuple[Bools, Bools]:
    """Return the units of the bodies of a group, as a mask, and of what it is compared with.

    Of pairs they are those of people who have essays on both sides.
    """
    made, units = figures.compared, figures.tokens.units
    inside = units.body if made.whose is None else units.body & (made.whose[units.essay] >= 0)
    row = group(figures.tokens.corpus, made.by, tell=False).row[units.essay]
    rest = [made.groups.index(one) for one in made.against(name)]
    return inside & (row == made.groups.index(name)), inside & np.isin(row, rest)


def _worth(figures: Figures, name: str) -> tuple[Floats, Floats]:
    """Return what a theme in each unit adds to the share of a group, and of the other side.

    Of pairs the essays of a person weigh alike on both sides, as in the table.
    """
    made, units = figures.compared, figures.tokens.units
    each = np.ones(len(units.kind))
    here, there = _opposed(figures, name)
    if made.whose is not None:
        person = made.whose[units.essay]
        sizes = [np.bincount(person[side], minlength=made.pairs) for side in (here, there)]
        for side, own in zip((here, there), sizes, strict=True):
            each[side] = (one_length(*sizes) / own)[person[side]]
    return here * each / each[here].sum(), there * each / each[there].sum()
