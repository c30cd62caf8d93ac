"""Which negator reaches a hit: "tidak cukup netral", but not "tidak hanya netral"."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status import cues
from kpu_corpus.analysis.status.idioms import idle
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings, earliest, latest
from kpu_corpus.ground.arrays import Bools, Ints

DENYING = cues.NEGATES | cues.IS_FAR
"""Marks of the words that a negator begins with; one stands in the unit before what it reaches."""
REACH = 3  # words that a negator looks ahead


class Negators(NamedTuple):
    """The place of the negator that reaches each hit, or -1.

    ``of_matter``: it denies that the value is the matter (*bukan soal disiplin*), not the value.
    """

    place: Ints
    of_matter: Bools


def negators(text: Surroundings, idioms: Surroundings, hits: Hits) -> Negators:
    """Follow the words before each hit to the left, up to the nearest negator.

    ``idioms``: the same words by what they do beside negators.
    """
    found = Negators(np.full(len(hits.first), -1, np.int32), np.zeros(len(hits.first), dtype=bool))
    # "tidak berhenti belajar": what keeps the value may be the first word of the hit; but
    # "tidak melanggar aturan" is a refusal; "tidak ketus", "tidak lamban melayani" speak well
    own = np.where(hits.first < hits.last, cues.KEEPS | cues.IS_FAULTY, cues.IS_FAULTY)
    own = np.where(hits.against, 0, own).astype(np.uint64)
    passed = text.does[hits.first] & own
    keeps = passed > 0
    # "bukan belas kasih, melainkan hak": a hit that reaches to both says what is the case
    both = earliest(text.marked(cues.IS_INSTEAD), hits.first, len(text.does)) <= hits.last
    rows, place = np.flatnonzero(~both), _before_existing(text, hits.first - 1)[~both]
    # "tidak lagi bekerja secara profesional"
    manner = (idioms.does[place] & cues.IS_MANNER > 0) & text.joined(place)
    place = np.where(manner, place - 1, place)
    passed = passed[rows]
    beyond = np.zeros_like(passed)  # what was passed but for the last word
    for _ in range(REACH):
        near = text.joined(place) & (beyond & cues.HALTS == 0)
        rows, place, passed = rows[near], place[near], passed[near]
        does, onward = text.does[place], text.onward(place)
        beside = (hits.first[rows] - place == 2) | (passed & cues.IS_TERM > 0)
        far = (does & cues.IS_FAR > 0) & (onward & cues.IS_FROM > 0)
        warns = (does & cues.WARNS > 0) & (onward & cues.SUPPOSES > 0)
        negates = (does & cues.NEGATES > 0) | (far & beside)
        against = hits.against[rows]
        kept = (passed & (cues.KEEPS | cues.MEASURES) > 0) | (~against & warns)
        kept |= passed & cues.IS_FAULTY > 0  # "tidak ribet dan ramah"
        reaches = negates & ~kept
        reaches[reaches] = ~idle(idioms, place[reaches], hits.first[rows[reaches]])
        found.place[rows[reaches]] = place[reaches]
        # "bukan" denies that a value is the matter; a vice it sets aside
        matter = (passed & cues.NAMES_MATTER > 0) | ((does & cues.IDENTIFIES > 0) & ~against)
        found.of_matter[rows[reaches]] = matter[reaches]
        rows, place, beyond = rows[~negates], place[~negates] - 1, passed[~negates]
        passed = beyond | does[~negates]
    rows = np.flatnonzero((found.place < 0) & ~keeps)
    found.place[rows] = _of_none(text, hits.where(rows))
    rows = np.flatnonzero((found.place < 0) & ~keeps)
    found.place[rows] = _of_list(text, idioms, hits.where(rows))
    found.of_matter[rows] = ~hits.against[rows]
    return found


def _before_existing(text: Surroundings, place: Ints) -> Ints:
    """Step over the words of "ada satu pun" before a hit: "tidak ada satu pun petugas netral"."""
    for _ in range(3):
        place = np.where(
            (text.does[place] & cues.EXISTS > 0) & text.joined(place), place - 1, place
        )
    return place


def _of_none(text: Surroundings, hits: Hits) -> Ints:
    """Return the negator of what is said of none, or -1: "tidak ada pegawai yang (mau) netral"."""
    who = hits.first - 1
    for _ in range(2):
        who = np.where(text.does[who] & cues.LEADS_TO_HAD > 0, who - 1, who)
    # what there is none of is one word, if any: "tidak ada hukuman bagi pegawai yang" is of others
    above = np.maximum(who - 1, -1)  # nothing joins what stands before the first word
    there = np.where(text.does[above] & cues.EXISTS > 0, above, np.maximum(who - 2, -1))
    none = _before_existing(text, there)
    fits = (text.does[who] & cues.IS_WHO > 0) & (none < there)
    fits &= text.does[none] & cues.NEGATES > 0
    fits &= none >= text.stretch(hits.first)
    return np.where(fits, none, -1).astype(np.int32)


def _of_list(text: Surroundings, idioms: Surroundings, hits: Hits) -> Ints:
    """Return the "bukan" before the list that each hit stands in, or -1.

    It denies the whole of a list: "bukan gaji, integritas, atau disiplin, melainkan kerja sama",
    but not "bukan hal mudah menjaga integritas, melainkan perjuangan" or "KPU bukan peserta,
    integritas itu syarat, melainkan wasit". It is the one that "melainkan" answers: "jabatan bukan
    hak, integritas, atau pangkat itu syarat, tugas bukan beban, melainkan …".
    """
    instead = earliest(text.marked(cues.IS_INSTEAD), hits.last, len(text.does))
    place = latest(text.marked(cues.IDENTIFIES), instead)
    clauses = text.marked(cues.OPENS_CLAUSE)
    joins = text.does[clauses] & cues.JOINS > 0
    fits = place >= np.maximum(hits.low, latest(clauses[~joins], hits.first) + 1)
    fits &= latest(clauses[joins], instead) >= hits.first - 1  # "atau" closes the list
    fits &= (place < hits.first) & (instead <= hits.high)
    at = np.maximum(place, 0)  # without one, any word: nothing fits there
    fits &= text.onward(at) & cues.KEEPS == 0
    fits[fits] = ~idle(idioms, at[fits], hits.first[fits])
    fits &= text.gap[hits.first] | (text.back(hits.first) & cues.JOINS > 0)
    return np.where(fits, place, -1).astype(np.int32)
