"""Hits inside names: of institutions, of laws, mottoes, and the programme's own name."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status.marks import (
    HAS_CAPITAL,
    HEADS_NAME,
    IS_ABOUT,
    IS_LAW,
    IS_MOTTO,
    IS_NAME,
    IS_PROGRAMME,
    JOINS,
    Marks,
)
from kpu_corpus.analysis.status.rules import INSTITUTION, LAW_TITLE, MOTTO, STATED
from kpu_corpus.analysis.status.surroundings import (
    Codes,
    Found,
    Hits,
    Surroundings,
    earliest,
    latest,
)
from kpu_corpus.indonesian.batch.ranges import ranges
from kpu_corpus.tokens.scanning import Bools, Ints

TITLE = 8  # words between "Undang-Undang" and "tentang" at most
SAYING = 4  # words from "semboyan" to what it says at most


def names(text: Surroundings, hits: Hits) -> Found:
    """Return which hits stand in a name; the cue is the word that makes it one."""
    found = Found.nothing(len(hits.first))
    every = _every(hits, text.does)
    headed = np.flatnonzero(every & HAS_CAPITAL)
    found.put(headed, *_headed(text, hits.where(headed)))
    titled = _every(hits, np.where(text.does & IS_ABOUT, HAS_CAPITAL, text.does))
    rows = np.flatnonzero((titled & HAS_CAPITAL > 0) & (found.rule == STATED))
    found.put(rows, *_before_about(text, hits.where(rows)))
    whole = np.flatnonzero(every & IS_NAME)
    found.put(whole, INSTITUTION, hits.first[whole])
    named = np.flatnonzero(every & IS_PROGRAMME)
    found.put(named, MOTTO, hits.first[named])
    return found


def _every(hits: Hits, does: Marks) -> Marks:
    """Return what all words of a hit do."""
    if not len(hits.first):
        return np.zeros(0, dtype=np.uint64)
    sizes = hits.last - hits.first + 1
    return np.bitwise_and.reduceat(
        does[ranges(hits.first, hits.last + 1)], np.cumsum(sizes) - sizes
    )


def _headed(text: Surroundings, hits: Hits) -> Found:
    """Follow the capitals to the left: a head word makes the run of capitals a name."""
    found = Found.nothing(len(hits.first))
    rows, place = np.arange(len(hits.first)), hits.first - 1
    while len(rows):
        rule, cue, goes_on = _step(text, place, hits.low[rows])
        found.put(rows, rule, cue)
        goes_on &= rule == STATED
        rows, place = rows[goes_on], place[goes_on] - 1
    return found


def _step(text: Surroundings, place: Ints, low: Ints) -> tuple[Codes, Ints, Bools]:
    """Return what each place says of the capitals behind it, and whether they go on there."""
    does = np.where(text.joined(place), text.does[place], 0)
    law = latest(text.marked(IS_LAW), place)
    about = (does & IS_ABOUT > 0) & (law >= np.maximum(low, place - TITLE))
    goes_on = (does & (JOINS | HAS_CAPITAL) > 0) & ~about
    motto = latest(text.marked(IS_MOTTO), place + 1)
    says = motto >= np.maximum(low, place - SAYING + 1)
    says &= ~goes_on | (motto == place)  # only where the run of capitals begins
    fits = {
        LAW_TITLE: about | (goes_on & (does & (IS_LAW | HEADS_NAME) == IS_LAW)),
        INSTITUTION: goes_on & (does & HEADS_NAME > 0),
        MOTTO: says,
    }
    rule = np.select([*fits.values()], [*fits], STATED).astype(np.int8)
    cue = np.select([rule == STATED, rule == MOTTO], [-1, motto], place).astype(np.int32)
    return rule, cue, goes_on


def _before_about(text: Surroundings, hits: Hits) -> Found:
    """Find what stands between the word for a law and its "tentang"."""
    law = latest(text.marked(IS_LAW), hits.first + 1)
    about = earliest(text.marked(IS_ABOUT), hits.first)
    inside = (hits.low <= law) & (hits.last <= about) & (about <= hits.high)
    inside &= about - law <= TITLE
    return Found(np.where(inside, LAW_TITLE, STATED), np.where(inside, law, -1))
