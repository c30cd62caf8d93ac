"""Words that the names of compared groups have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kpu_corpus.analysis.comparing.groups import Compared
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.words import words

if TYPE_CHECKING:
    import pandas as pd


def in_names(table: pd.DataFrame, made: Compared) -> Bools:
    """Return which words of a comparison the names of its groups have, as a mask.

    That people of Muna write "Muna" is no finding about their texts.
    """
    if made.by == "essay":
        return np.zeros(len(table), dtype=bool)
    parts = {
        name[start:end]
        for name in map(normal, made.groups)
        for start, end, kind in words(name)
        if kind == "word"
    }
    own = [
        parts.issuperset(normal(shown).split()) or parts.issuperset(term.split())
        for shown, term in zip(table["display"], table["term"], strict=True)
    ]
    return np.array(own, dtype=bool)
