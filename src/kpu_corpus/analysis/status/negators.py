"""Which negator reaches a hit: "tidak cukup netral", but not "tidak hanya netral"."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status.marks import (
    HALTS,
    IDENTIFIES,
    IS_CONDITION,
    IS_FAR,
    IS_FROM,
    IS_RARE,
    IS_TERM,
    JOINS,
    KEEPS,
    NAMES_MATTER,
    NEGATES,
    SUPPOSES,
    WARNS,
    WILLS,
)
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings
from kpu_corpus.ground.arrays import Bools, Ints

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
    beyond = np.zeros_like(passed)  # what was passed but for the last word
    for _ in range(REACH):
        near = text.joined(place) & (beyond & HALTS == 0)
        rows, place, passed = rows[near], place[near], passed[near]
        does, onward = text.does[place], text.onward(place)
        beside = (hits.first[rows] - place == 2) | (passed & IS_TERM > 0)
        far = (does & IS_FAR > 0) & (onward & IS_FROM > 0)
        warns = (does & WARNS > 0) & (onward & SUPPOSES > 0)
        negates = (does & NEGATES > 0) | (far & beside)
        against = hits.against[rows]
        kept = (passed & KEEPS > 0) | (~against & warns)
        reaches = negates & ~_idle(text, place) & ~kept
        found.place[rows[reaches]] = place[reaches]
        # "bukan" denies that a value is the matter; a vice it sets aside
        matter = (passed & NAMES_MATTER > 0) | ((does & IDENTIFIES > 0) & ~against)
        found.of_matter[rows[reaches]] = matter[reaches]
        rows, place, beyond = rows[~negates], place[~negates] - 1, passed[~negates]
        passed = beyond | does[~negates]
    return found


def _idle(text: Surroundings, place: Ints) -> Bools:
    """Tell which negators deny nothing: "tidak jarang", "suka (atau) tidak suka"."""
    does, back, onward = text.does[place], text.back(place), text.onward(place)
    before = text.back(np.maximum(place - 1, 0))
    after_will = (back & WILLS > 0) | ((back & JOINS > 0) & (before & WILLS > 0))
    said = (onward & IS_RARE > 0) | (after_will & (onward & WILLS > 0))
    others = (back & IS_CONDITION > 0) & (does & IDENTIFIES > 0)  # "kalau bukan kita"
    return ((does & NEGATES > 0) & said) | others
