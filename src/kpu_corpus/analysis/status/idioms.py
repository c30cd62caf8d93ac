"""Negators that deny nothing ("tidak jarang"), or something else than the hit."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status import cues
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings, earliest
from kpu_corpus.ground.arrays import Bools, Ints

REACH = 3  # words from a hit to the one that leaves others out


def idle(text: Surroundings, place: Ints, hit: Ints) -> Bools:
    """Tell which negators deny nothing: "tidak jarang", "paling tidak", "suka (atau) tidak suka".

    ``text`` has what the words do beside negators; ``hit`` is where each hit begins.
    """
    if not len(place):
        return np.zeros(0, dtype=bool)
    does, back, onward = text.does[place], text.back(place), text.onward(place)
    before = text.back(np.maximum(place - 1, 0))
    after_will = (back & cues.WILLS > 0) | ((back & cues.LINKS > 0) & (before & cues.WILLS > 0))
    found = after_will & (onward & cues.WILLS > 0)  # "mau menang, tidak mau jujur" denies
    others = onward * np.not_equal(hit, place + 1)  # "tanpa kendala" denies a hit of "kendala"
    for word, after, ahead in cues.IDLE:
        fits = (does & word > 0) & ((after == 0) | (back & after > 0))
        found |= fits & ((ahead == 0) | (others & ahead > 0))
    # "pegawai paling tidak netral" is a superlative, "atau paling tidak netral" is none
    opens = text.gap[place - 1] | (before & cues.LINKS > 0)
    most = (back & cues.IS_MOST > 0) & ~opens & np.equal(hit, place + 1)
    even = text.onward(np.minimum(place + 1, len(text.does) - 1)) & cues.IS_EVEN > 0
    return found & ~most & ~even  # "tidak sedikit pun netral"


def of_others(text: Surroundings, hits: Hits, place: Ints) -> Bools:
    """Tell which negators deny something behind the hit instead of it.

    "Bukan integritas saja" adds to the value, and "tidak jujur karena takut, tetapi karena iman"
    denies a reason.
    """
    end = len(text.does) - 1
    only = earliest(text.marked(cues.IS_ONLY), hits.last + 1, end + 1)
    adds = only <= np.minimum(hits.last + REACH, hits.high)
    adds &= text.does[place] & cues.IS_PLAIN > 0
    adds &= text.stretch(np.minimum(only, end)) <= hits.last
    adds &= text.back(place) & cues.SINGLES_OUT == 0  # "yang tidak jujur saja naik pangkat"
    contrast = earliest(text.pairs(cues.CONTRASTS, cues.GIVES_REASON), hits.last + 1, end + 1)
    reason = earliest(text.marked(cues.GIVES_REASON), hits.last + 1, end + 1)
    other = (contrast <= hits.high) & (reason < contrast)
    reason = np.minimum(reason, end)
    other &= text.back(reason) & cues.DENIES == 0  # "bukan karena takut, tetapi karena"
    other &= text.kind[reason] == text.kind[np.minimum(contrast + 1, end)]
    return adds | other
