"""How long the sentences of the sides of a comparison are: long ones have more room for a theme."""

from __future__ import annotations

from typing import Any

import numpy as np

from kpu_corpus.analysis.running_words import running_words
from kpu_corpus.columns.grouping import group
from kpu_corpus.reporting.figures import Figures


def words_a_sentence(figures: Figures) -> dict[str, tuple[float, float]]:
    """Return group → words in a unit of its bodies, and in one of what it is compared with."""
    made, tokens = figures.compared, figures.tokens
    rows, units = group(tokens.corpus, made.by).row, tokens.units
    count = len(made.groups)
    sentences: Any = np.bincount(rows[units.essay[units.body]], minlength=count)
    words: Any = np.bincount(rows[units.essay[tokens.unit[running_words(tokens)]]], minlength=count)
    large = [at for at, name in enumerate(made.groups) if name not in made.small]
    told = {}
    for at in large:
        rest = [one for one in (large if len(large) == 2 else range(count)) if one != at]
        other = words[rest].sum() / sentences[rest].sum()
        told[made.groups[at]] = (float(words[at] / sentences[at]), float(other))
    return told
