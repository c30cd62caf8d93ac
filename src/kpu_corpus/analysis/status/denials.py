"""What a negator before a hit makes of it: negated, regretted or refused; or nothing."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status.doubled import denied
from kpu_corpus.analysis.status.negators import negators
from kpu_corpus.analysis.status.regrets import regrets
from kpu_corpus.analysis.status.rules import NEGATOR, REFUSED, REGRETTED
from kpu_corpus.analysis.status.surroundings import Found, Hits, Surroundings


def denials(text: Surroundings, hits: Hits) -> Found:
    """Return which hits are denied; the cue is the negator, or the word of regret."""
    found = Found.nothing(len(hits.first))
    place, of_matter = negators(text, hits)
    rows = np.flatnonzero(place >= 0)
    rows = rows[~denied(text, place[rows])]
    hits, place, of_matter = hits.where(rows), place[rows], of_matter[rows]
    found.put(rows, NEGATOR, place)
    refused = hits.against & ~of_matter
    found.put(rows[refused], REFUSED, place[refused])
    regret = regrets(text, hits, place)
    regretted = ~hits.against & ~of_matter & (regret >= 0)
    found.put(rows[regretted], REGRETTED, regret[regretted])
    return found
