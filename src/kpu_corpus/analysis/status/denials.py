"""How a negator before a hit is read: negated, regretted, refused, or not at all."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status import cues, marks
from kpu_corpus.analysis.status.idioms import idle, of_others
from kpu_corpus.analysis.status.negators import DENYING, negators
from kpu_corpus.analysis.status.regrets import regrets
from kpu_corpus.analysis.status.rules import NEGATOR, REFUSED, REGRETTED
from kpu_corpus.analysis.status.surroundings import (
    Found,
    Hits,
    Surroundings,
    earliest,
    either,
    latest,
)
from kpu_corpus.ground.arrays import Bools, Ints, Longs

NEAR, FAR = 3, 7  # words from a negator to the one that it denies at most


def denials(text: Surroundings, idioms: Surroundings, hits: Hits) -> Found:
    """Return which hits are denied; the cue is the negator, or the word of regret.

    ``idioms``: the same words by what they do beside negators.
    """
    found = Found.nothing(len(hits.first))
    # most units have no negator at all, or none before the hit
    rows = np.flatnonzero(latest(text.marked(DENYING), hits.first) >= hits.low)
    place, of_matter = negators(text, idioms, hits.where(rows))
    kept = np.flatnonzero(place >= 0)
    kept = kept[~_denied(text, idioms, place[kept])]
    kept = kept[~of_others(idioms, hits.where(rows[kept]), place[kept])]
    kept = kept[~_of_deed(text, idioms, hits.where(rows[kept]), place[kept])]
    rows, place, of_matter = rows[kept], place[kept], of_matter[kept]
    hits = hits.where(rows)
    found.put(rows, NEGATOR, place)
    refused = hits.against & ~of_matter
    found.put(rows[refused], REFUSED, place[refused])
    regret = regrets(text, idioms, hits, place)
    regretted = ~hits.against & ~of_matter & (regret >= 0)
    found.put(rows[regretted], REGRETTED, regret[regretted])
    return found


def _of_deed(text: Surroundings, idioms: Surroundings, hits: Hits, place: Ints) -> Bools:
    """Tell which negators deny what is done to the value: "tidak rela netralitas dipertaruhkan".

    In "yang tidak mau netral diganti" it is done to who lacks it.
    """
    willed = (idioms.onward(place) & cues.WILLS > 0) & (place + 1 < hits.first)
    willed &= text.back(place) & cues.IS_WHO == 0
    deed = earliest(np.flatnonzero(text.does & marks.IS_PASSIVE), hits.last + 1, len(text.does))
    near = deed <= np.minimum(hits.last + NEAR, hits.high)
    deed = np.minimum(deed, hits.high)
    clause = latest(text.marked(cues.OPENS_CLAUSE | cues.IS_WHO), deed)
    joined = np.maximum(text.stretch(deed), clause) <= place
    of_deed: Bools = willed & near & joined
    return of_deed


def _denied(text: Surroundings, idioms: Surroundings, place: Ints) -> Bools:
    """Tell which of the negators at some places are denied by another one before them.

    It stands right before ("tidak kurang"), or farther on in the same clause, together with a
    word that makes it reach as far.
    """
    back = text.back(place)
    beside = (back & cues.NEGATES > 0) & ~text.gap[place]
    since = np.maximum(text.stretch(place), latest(text.marked(cues.OPENS_CLAUSE), place) + 1)

    def within(words: Longs, reach: int) -> Bools:
        return latest(words, place) >= np.maximum(since, place - reach)

    # "bukan tidak mungkin petugas tidak netral" supposes that they are not
    supposing = text.pairs(cues.NEGATES, cues.SUPPOSES | cues.BELIEVES)
    supposing = supposing[text.back(supposing) & cues.NEGATES == 0]
    claims = idioms.pairs(cues.IS_WHOSE, cues.CLAIMS)
    # not "tidak malu untuk tidak netral", "tidak sedikit yang memilih untuk tidak netral"
    denials = text.marked(cues.NEGATES)
    denials = denials[
        (text.onward(denials) & cues.KEEPS == 0) & (text.back(denials) & cues.IS_WHO == 0)
    ]
    denials = denials[~idle(idioms, denials, denials)]
    denied = within(denials, FAR) | within(idioms.marked(cues.REJECTS), 2)
    return (
        beside
        | within(text.pairs(cues.NEGATES, cues.ALLOWS), NEAR)  # "tidak bisa tidak netral"
        | within(either(supposing, claims), FAR)  # "tidak mungkin petugas kami tidak netral"
        | denied & (back & cues.IS_PRETEXT > 0)  # "bukan alasan bagi kami untuk tidak netral"
        # "tidak ada yang tidak netral", "bukan untuk orang yang tidak netral"
        | within(text.pairs(cues.NEGATES, cues.EXISTS | cues.IS_PRETEXT), FAR)
        & (back & cues.IS_WHO > 0)
    )
