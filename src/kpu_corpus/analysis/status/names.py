"""Hits inside names: of institutions, of people, of laws, and the programme's own name."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status import cues, marks, name_words
from kpu_corpus.analysis.status.capitals import mixed
from kpu_corpus.analysis.status.marks import Marks
from kpu_corpus.analysis.status.rules import INSTITUTION, LAW_TITLE, MOTTO, STATED
from kpu_corpus.analysis.status.surroundings import (
    Found,
    Hits,
    Surroundings,
    counted,
    earliest,
    latest,
)
from kpu_corpus.ground.arrays import Bools, Ints, Longs, ranges

TITLE = 8  # words between "Undang-Undang" and "tentang" at most


def names(text: Surroundings, hits: Hits) -> Found:
    """Return which hits stand in a name; the cue is the word that makes it one."""
    found = Found.nothing(len(hits.first))
    does = text.does[ranges(hits.first, hits.last + 1)]
    every = _every(hits, does)
    headed = np.flatnonzero(text.does[hits.first] & marks.HAS_CAPITAL)
    found.put(headed, *_headed(text, hits.where(headed), every[headed] & marks.HAS_CAPITAL == 0))
    called = _called(text, hits)
    rows = np.flatnonzero((every & marks.HAS_CAPITAL > 0) & (called >= 0))
    if len(rows):
        rows = rows[mixed(text, hits.where(rows))]
        found.put(rows, INSTITUTION, called[rows])
    numbered = _numbered(text, hits)
    rows = np.flatnonzero(numbered >= 0)
    found.put(rows, LAW_TITLE, numbered[rows])
    whole = np.flatnonzero((every & marks.IS_NAME > 0) & ~hits.named)
    found.put(whole, INSTITUTION, hits.first[whole])
    named = np.flatnonzero(every & marks.IS_PROGRAMME)
    found.put(named, MOTTO, hits.first[named])
    return found


def _called(text: Surroundings, hits: Hits) -> Longs:
    """Return what makes each hit what somebody is called, or -1: "Pak" before it, a rank in it.

    A rank is one behind a capital ("Bidan Mahir"). In titles, where all words have capitals, these
    tell nothing.
    """
    address = (text.back(hits.first) & name_words.ADDRESSES > 0) & ~text.gap[hits.first]
    rank = (text.does[hits.last] & name_words.IS_RANK > 0) & ~text.gap[hits.last]
    rank &= text.back(hits.last) & marks.HAS_CAPITAL > 0
    return np.where(address, hits.first - 1, np.where(rank, hits.last, -1))


def _numbered(text: Surroundings, hits: Hits) -> Longs:
    """Return the "tentang" behind a law's number or year whose title each hit begins, or -1.

    Such a title is one without capitals, too: "PP no. 94 tahun 2021 tentang disiplin PNS"; one word
    may stand before the hit ("tentang tata tertib"). What comes later may be the sentence again.
    """
    about = text.marked(name_words.IS_ABOUT)
    place = latest(about[text.back(about) & marks.IS_NUMBER > 0], hits.first)
    fits = (place >= np.maximum(hits.low, hits.first - 2)) & (text.stretch(hits.last) <= place)
    fits &= latest(text.marked(name_words.IS_LAW), place) >= np.maximum(hits.low, place - TITLE)
    return np.where(fits, place, -1)


def _every(hits: Hits, does: Marks) -> Marks:
    """Return what all words of a hit do, given what each does, one hit after the other."""
    if not len(hits.first):
        return np.zeros(0, dtype=np.uint64)
    sizes = hits.last - hits.first + 1
    return np.bitwise_and.reduceat(does, np.cumsum(sizes) - sizes)


class _Steps(NamedTuple):
    """Where the way to the left of each hit is: a place, and the first of its unit.

    ``parted``: punctuation was passed; ``linked``: small words were, or the hit itself has some;
    ``listed``: the hit is one of three or more that a comma and "dan" close; ``end``: the last of
    the capitals that the hit is among.
    """

    place: Ints
    low: Ints
    parted: Bools
    linked: Bools
    listed: Bools
    end: Longs

    def where(self, rows: Bools) -> _Steps:
        return _Steps._make(column[rows] for column in self)


def _headed(text: Surroundings, hits: Hits, linked: Bools) -> Found:
    """Follow the capitals to the left: a head word makes the run of capitals a name.

    Beyond small words and commas there are titles of laws alone, and lists of what an office does
    (HEADS_OF_LISTS). Titles with commas have small words too ("yang Bersih dan Bebas dari Korupsi,
    Kolusi, dan Nepotisme") or are a list that a comma and "dan" close ("Disiplin, Netralitas, dan
    Kode Etik"); in "tentang ASN, Integritas dan Netralitas wajib dijaga" the sentence goes on. A
    list of what an office does may close without the comma if it has two others.
    """
    found = Found.nothing(len(hits.first))
    rows, laws = np.arange(len(hits.first)), text.marked(name_words.IS_LAW)
    plain = np.flatnonzero(text.does & (marks.HAS_CAPITAL | cues.JOINS) == 0)
    end = np.minimum(earliest(plain, hits.last + 1, len(text.does)) - 1, hits.high)
    counts = counted(text.gap), counted(text.does & cues.JOINS > 0)
    never = np.zeros_like(linked)
    steps = _Steps(hits.first - 1, hits.low, never, linked, _listed(text, hits), end)
    while len(rows):
        said, steps, goes_on = _step(text, steps, laws, counts)
        found.put(rows, *said)
        rows, steps = rows[goes_on], steps.where(goes_on)
    return found


def _listed(text: Surroundings, hits: Hits) -> Bools:
    """Tell which hits have capitals alone between them and a comma with "dan" behind them."""
    none = len(text.does)
    joining = text.marked(cues.JOINS)
    closing = earliest(joining[text.gap[joining]], hits.last + 1, none)
    plain = np.flatnonzero(text.does & (marks.HAS_CAPITAL | name_words.LINKS_TITLE) == 0)
    closed: Bools = (closing < hits.high) & (earliest(plain, hits.last + 1, none) >= closing)
    return closed


def _step(
    text: Surroundings, at: _Steps, laws: Longs, counts: tuple[Longs, Longs]
) -> tuple[Found, _Steps, Bools]:
    """Return what each place says of the capitals behind it, the next places, and which to ask."""
    place, low = at.place, at.low
    does = np.where(place >= low, text.does[place], 0)
    parted = at.parted | text.gap[place + 1]
    law = latest(laws, place)
    about = (does & name_words.IS_ABOUT > 0) & (law >= np.maximum(low, place - TITLE))
    listed = at.listed | ((does & cues.JOINS > 0) & text.gap[np.maximum(place, 0)])
    about &= at.linked | listed | ~parted
    capital = does & (cues.JOINS | marks.HAS_CAPITAL) > 0
    links = does & name_words.LINKS_TITLE > 0
    links &= parted | ~capital  # "Bebas Dari Korupsi, Kolusi"
    run = capital & ~(parted | at.linked)
    lists = capital & ~at.linked & (does & name_words.HEADS_LIST > 0)
    title = (does & name_words.HEADS_TITLE > 0) & ~(parted | at.linked)
    fits = {
        LAW_TITLE: about
        | (run & (does & (name_words.IS_LAW | name_words.HEADS_NAME) == name_words.IS_LAW)),
        INSTITUTION: (
            run & (does & name_words.HEADS_NAME > 0) & (text.does[place + 1] & cues.JOINS == 0)
        )
        | (lists & _enumerates(counts, place, at.end))
        | (title & _two(text, place, at.end)),
    }
    rule = np.select([*fits.values()], [*fits], STATED).astype(np.int8)
    cue = np.where(rule == STATED, -1, place).astype(np.int32)
    onward = at._replace(place=place - 1, parted=parted, linked=at.linked | links, listed=listed)
    goes_on = (rule == STATED) & (capital | links) & (does & name_words.IS_DAY == 0)
    return Found(rule, cue), onward, goes_on


def _enumerates(counts: tuple[Longs, Longs], head: Ints, end: Longs) -> Bools:
    """Tell which heads have two commas and "dan" among the capitals behind them."""
    commas, joins = counts
    first = np.minimum(head + 1, end)
    enumerates: Bools = (commas[end] - commas[first] > 1) & (joins[end] > joins[first])
    return enumerates


def _two(text: Surroundings, head: Ints, end: Longs) -> Bools:
    """Tell which heads have two capitals side by side right behind them."""
    second = np.minimum(head + 2, end)
    two: Bools = (second == head + 2) & ~text.gap[second]
    two &= text.does[second] & marks.HAS_CAPITAL > 0
    return two
