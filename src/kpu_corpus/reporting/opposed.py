"""The sentences of the sides of a comparison, and how long they are on either."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.running_words import running_words
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.tokens.scanning import Bools


def opposed(figures: Figures) -> dict[str, tuple[Bools, Bools]]:
    """Return group → the units of its bodies, as a mask, and those of what it is compared with."""
    made, units = figures.compared, figures.tokens.units
    row = group(figures.tokens.corpus, made.by).row[units.essay]
    large = [at for at, name in enumerate(made.groups) if name not in made.small]
    told = {}
    for at in large:
        others = large if len(large) == 2 else range(len(made.groups))
        rest = [one for one in others if one != at]
        told[made.groups[at]] = (units.body & (row == at), units.body & np.isin(row, rest))
    return told


def words_a_sentence(figures: Figures) -> dict[str, tuple[float, float]]:
    """Return group → words in a unit of its bodies, and in one of what it is compared with.

    Long units have more room for a theme.
    """
    tokens = figures.tokens
    words = np.bincount(tokens.unit[running_words(tokens)], minlength=len(tokens.units.kind))
    return {
        name: (float(words[here].mean()), float(words[there].mean()))
        for name, (here, there) in opposed(figures).items()
    }
