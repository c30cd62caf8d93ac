"""Which negator reaches a hit: "tidak cukup netral", but not "tidak hanya netral"."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status.marks import IDENTIFIES, KEEPS, NAMES_MATTER, NEGATES
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings
from kpu_corpus.tokens.scanning import Bools, Ints

REACH = 3  # words that a negator looks ahead


class Negators(NamedTuple):
    """The place of the negator that reaches each hit, or -1.

    ``of_matter``: it denies that the value is the matter (*bukan soal disiplin*), not the value.
    """

    place: Ints
    of_matter: Bools


def negators(text: Surroundings, hits: Hits) -> Negators:
    """Follow the words before each hit to the left, up to the nearest negator."""
    found = Negators(np.full(len(hits.first), -1, np.int32), np.zeros(len(hits.first), dtype=bool))
    # "tidak berhenti belajar": what keeps the value may be the first word of the hit; but
    # "tidak melanggar aturan" is a refusal
    own = (hits.first < hits.last) & ~hits.against
    passed = np.where(own, text.does[hits.first] & KEEPS, 0).astype(np.uint64)
    rows, place = np.arange(len(passed)), hits.first - 1
    for _ in range(REACH):
        near = text.joined(place)
        rows, place, passed = rows[near], place[near], passed[near]
        does = text.does[place]
        negates = does & NEGATES > 0
        reaches = negates & (passed & KEEPS == 0)
        found.place[rows[reaches]] = place[reaches]
        # "bukan" denies that a value is the matter; a vice it sets aside
        matter = (passed & NAMES_MATTER > 0) | ((does & IDENTIFIES > 0) & ~hits.against[rows])
        found.of_matter[rows[reaches]] = matter[reaches]
        passed = passed | does
        rows, place, passed = rows[~negates], place[~negates] - 1, passed[~negates]
    return found
