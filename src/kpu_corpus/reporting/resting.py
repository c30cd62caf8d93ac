"""What rests on one word: a theme, or a difference between groups, and what is left without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from kpu_corpus.analysis.carried import Carrier, carrier
from kpu_corpus.analysis.hits import asserting
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.opposed import opposed, worth
from kpu_corpus.reporting.wording import NAME, Wording, clipped
from kpu_corpus.tokens.scanning import Bools

LEAST = 10  # sentences of a theme, of which one word may carry most
MOST = 5  # differences told one by one; more are only counted


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
        yield wording.say("rests", themes=wording.listed(found))


def fading(
    figures: Figures, wording: Wording, themes: Iterable[Any], named: Mapping[str, tuple[str, str]]
) -> str:
    """Say of which differences of themes less than half is left without one word; "" of none.

    ``themes`` are rows of a comparison, whose first value is the group; ``named`` has the names of
    the sides of each group.
    """
    names, found = figures.names(wording.lang), []
    for row in themes:
        here, there = opposed(figures, str(row[0]))
        if _is_one_word(figures, row.theme):
            continue
        shares = worth(figures, str(row[0]))
        adds = np.sign(row.difference) * (shares[0] - shares[1])
        held = _carrier(figures, row.theme, adds)
        if held is None:
            continue
        all_of, left = _mask(figures, row.theme), _mask(figures, row.theme) & ~held.units
        if 2 * adds[left].sum() < adds[all_of].sum():
            a, b = named[str(row[0])]
            parts = (
                wording.part(int(left[side].sum()), "sentences", int(side.sum()))
                for side in (here, there)
            )
            told = dict(zip(("part_a", "part_b"), parts, strict=True))
            word = clipped(held.display, NAME)
            theme = names[row.theme]
            found.append(wording.say("fades_item", theme=theme, word=word, a=a, b=b, **told))
    found = [*found[:MOST], *wording.more(len(found) - MOST)]
    return wording.say("fades", themes="; ".join(found)) if found else ""


def _is_one_word(figures: Figures, theme: str) -> bool:
    """Tell whether a theme is defined by a single pattern: it rests on it, as everybody knows."""
    return sum(len(pattern.match) for pattern in figures.lexicon.patterns(theme)) == 1


def _carrier(figures: Figures, theme: str, weight: Any) -> Carrier | None:
    return carrier(figures.tokens, figures.lexicon, theme, weight)


def _mask(figures: Figures, theme: str) -> Bools:
    keys = [one.key for one in figures.lexicon.themes]
    return asserting(figures.tokens, figures.lexicon)[:, keys.index(theme)]
