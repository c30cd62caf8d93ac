"""What rests on one word: a theme, or a difference between groups, and what is left without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from kpu_corpus.analysis.checking.carried import Carrier, carrier
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.opposed import opposed, worth
from kpu_corpus.reporting.wording import NAME, Wording, clipped
from kpu_corpus.tokens.scanning import Bools

LEAST = 10  # sentences of a theme, of which one word may carry most
MOST = 5  # themes, or differences, told one by one; more are only counted


def resting(figures: Figures, wording: Wording) -> Iterator[str]:
    """Yield the sentence that names the themes of which one word carries most sentences."""
    names = figures.names(wording.lang)
    found = []
    for row in figures.ranked:
        if row.sentences < LEAST or _is_one_word(figures, row.theme):
            continue
        held = _carrier(figures, row.theme, np.ones(len(figures.tokens.units.kind)))
        left = row.sentences - int(held.units.sum()) if held else row.sentences
        if held and 2 * left < row.sentences:
            part = wording.part(left, "sentences", row.sentences)
            word = clipped(held.display, NAME)
            found.append(wording.say("rests_item", theme=names[row.theme], word=word, part=part))
    if found:
        yield wording.say("rests", themes=_listed(found, wording))


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
            found.setdefault((row.theme, word), []).append([_told(*x, wording) for x in sides])
    items = [
        wording.say(
            "fades_item",
            theme=names[theme],
            word=clipped(word, NAME),
            parts=", ".join(sides[0] if len(sides) == 1 else [here for here, _ in sides]),
        )
        for (theme, word), sides in found.items()
    ]
    return wording.say("fades", themes=_listed(items, wording)) if items else ""


def _listed(items: list[str], wording: Wording) -> str:
    return "; ".join([*items[:MOST], *wording.more(len(items) - MOST)])


def _left(figures: Figures, row: Any) -> tuple[str, Bools, Bools] | None:
    """Return the word without which less than half of a difference is left, and what is left.

    That is of the units of each side whether they still have the theme.
    """
    if _is_one_word(figures, row.theme):
        return None
    shares = worth(figures, str(row[0]))
    adds = np.sign(row.difference) * (shares[0] - shares[1])
    held = _carrier(figures, row.theme, adds)
    if held is None:
        return None
    whole = _mask(figures, row.theme)
    left = whole & ~held.units
    if 2 * adds[left].sum() >= adds[whole].sum():
        return None
    here, there = opposed(figures, str(row[0]))
    return held.display, left[here], left[there]


def _told(units: Bools, name: str, wording: Wording) -> str:
    part = wording.part(int(units.sum()), "sentences", len(units))
    return wording.say("fades_part", part=part, side=name)


def _is_one_word(figures: Figures, theme: str) -> bool:
    """Tell whether a theme is defined by a single pattern: it rests on it, as everybody knows."""
    return sum(len(pattern.match) for pattern in figures.lexicon.patterns(theme)) == 1


def _carrier(figures: Figures, theme: str, weight: Any) -> Carrier | None:
    return carrier(figures.tokens, figures.lexicon, theme, weight)


def _mask(figures: Figures, theme: str) -> Bools:
    keys = [one.key for one in figures.lexicon.themes]
    return asserting(figures.tokens, figures.lexicon)[:, keys.index(theme)]
