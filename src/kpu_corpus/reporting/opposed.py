"""The sentences of the sides of a comparison, and how long they are on either."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.running_words import running_words
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.tokens.scanning import Bools


def opposed(figures: Figures, name: str) -> tuple[Bools, Bools]:
    """Return the units of the bodies of a group, as a mask, and of what it is compared with.

    Of pairs they are those of the essays that have a partner.
    """
    made, units = figures.compared, figures.tokens.units
    inside = units.body if made.partners is None else units.body & made.partners[units.essay]
    row = group(figures.tokens.corpus, made.by).row[units.essay]
    rest = [made.groups.index(one) for one in made.against(name)]
    return inside & (row == made.groups.index(name)), inside & np.isin(row, rest)


def words_a_sentence(figures: Figures, name: str) -> tuple[float, float]:
    """Return the words in a unit of a group's bodies, and in one of what it is compared with.

    Long units have more room for a theme.
    """
    tokens = figures.tokens
    words = np.bincount(tokens.unit[running_words(tokens)], minlength=len(tokens.units.kind))
    here, there = opposed(figures, name)
    return float(words[here].mean()), float(words[there].mean())
