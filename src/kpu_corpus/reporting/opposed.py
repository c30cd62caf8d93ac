"""The sentences of the sides of a comparison, what each is worth, and how long they are."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.running_words import running_words
from kpu_corpus.analysis.statistics.pairs import one_length
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.tokens.scanning import Bools, Floats


def opposed(figures: Figures, name: str) -> tuple[Bools, Bools]:
    """Return the units of the bodies of a group, as a mask, and of what it is compared with.

    Of pairs they are those of the essays that have a partner.
    """
    made, units = figures.compared, figures.tokens.units
    inside = units.body if made.partner is None else units.body & (made.partner[units.essay] >= 0)
    row = group(figures.tokens.corpus, made.by).row[units.essay]
    rest = [made.groups.index(one) for one in made.against(name)]
    return inside & (row == made.groups.index(name)), inside & np.isin(row, rest)


def worth(figures: Figures, name: str) -> tuple[Floats, Floats]:
    """Return what a theme in each unit adds to the share of a group, and of the other side.

    Of pairs the essays of a person weigh alike on both sides, as in the table.
    """
    made, units = figures.compared, figures.tokens.units
    each = np.ones(len(units.kind))
    if made.partner is not None:
        sizes = np.bincount(units.essay[units.body], minlength=len(made.partner))
        near = np.maximum(sizes, 1)
        each = (one_length(near, near[made.partner]) / near)[units.essay]
    here, there = opposed(figures, name)
    return here * each / each[here].sum(), there * each / each[there].sum()


def words_a_sentence(figures: Figures, name: str) -> tuple[float, float]:
    """Return the words in a unit of a group's bodies, and in one of what it is compared with.

    Long units have more room for a theme.
    """
    tokens = figures.tokens
    words = np.bincount(tokens.unit[running_words(tokens)], minlength=len(tokens.units.kind))
    here, there = opposed(figures, name)
    return float(words[here].mean()), float(words[there].mean())
