"""Modals: words of duty, wish or resolve, and where such a word is none."""

from __future__ import annotations

from functools import reduce
from operator import or_

import numpy as np

from kpu_corpus.analysis.status.marks import ASPIRES, VOIDED, WISHED
from kpu_corpus.analysis.status.rules import MODAL, STATED
from kpu_corpus.analysis.status.surroundings import Found, Hits, Longs, Surroundings, latest
from kpu_corpus.tokens.scanning import Bools


def aspirations(text: Surroundings, beside: Surroundings, hits: Hits) -> Found:
    """Return which hits have a modal before them in their unit, or else inside them.

    ``beside``: the same words by what they do beside modals.
    """
    words = text.marked(ASPIRES)
    modals = np.union1d(_wishes(beside), words[~_void(beside, words)])
    before = latest(modals, hits.first)
    cue = np.where(before >= hits.low, before, latest(modals, hits.last + 1))
    near = cue >= hits.low
    return Found(np.where(near, MODAL, STATED), np.where(near, cue, -1))


def _wishes(beside: Surroundings) -> Longs:
    """Return the words that wish beside the next one: "doa saya", "tidak boleh"."""
    words = beside.marked(reduce(or_, (word for word, _ in WISHED)))
    does, onward = beside.does[words], beside.onward(words)
    wishes = np.zeros(len(words), dtype=bool)
    for word, after in WISHED:
        wishes |= (does & word > 0) & (onward & after > 0)
    return words[wishes]


def _void(beside: Surroundings, words: Longs) -> Bools:
    """Tell which modals are none beside their neighbours: "mungkin akan", "akan tetapi"."""
    does, back, onward = beside.does[words], beside.back(words), beside.onward(words)
    void = np.zeros(len(words), dtype=bool)
    for word, after, before in VOIDED:
        void |= (does & word > 0) & ((back & after > 0) | (onward & before > 0))
    return void
