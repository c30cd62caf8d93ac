"""A negator that another one denies: "tidak bisa tidak netral" says netral."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status.marks import (
    ALLOWS,
    EXISTS,
    NEGATES,
    OPENS_CLAUSE,
    RELATES,
    SUPPOSES,
)
from kpu_corpus.analysis.status.surroundings import Longs, Surroundings, latest
from kpu_corpus.tokens.scanning import Bools, Ints

NEAR, FAR = 3, 7  # words from a negator to the one that it denies at most


def denied(text: Surroundings, place: Ints) -> Bools:
    """Tell which of the negators at some places are denied by another one before them.

    It stands right before ("tidak kurang"), or farther on in the same clause, together with a
    word that makes it reach as far.
    """
    back = text.back(place)
    beside = (back & NEGATES > 0) & ~text.gap[place]
    related = back & RELATES > 0
    since = np.maximum(text.stretch(place), latest(text.marked(OPENS_CLAUSE), place) + 1)

    def within(words: Longs, reach: int) -> Bools:
        return latest(words, place) >= np.maximum(since, place - reach)

    # "bukan tidak mungkin petugas tidak netral" supposes that they are not
    supposing = text.pairs(NEGATES, SUPPOSES)
    supposing = supposing[text.back(supposing) & NEGATES == 0]
    return (
        beside
        | within(text.pairs(NEGATES, ALLOWS), NEAR)  # "tidak bisa tidak netral"
        | within(supposing, FAR)  # "tidak mungkin petugas kami tidak netral"
        | within(text.pairs(NEGATES, EXISTS), FAR) & related  # "tidak ada yang tidak netral"
    )
