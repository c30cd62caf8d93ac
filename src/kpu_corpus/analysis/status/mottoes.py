"""Hits in what a motto, a theme or an inscription says without quotation marks."""

from __future__ import annotations

import numpy as np

from kpu_corpus.analysis.status import cues, marks, name_words
from kpu_corpus.analysis.status.capitals import mixed
from kpu_corpus.analysis.status.name_words import SAYING
from kpu_corpus.analysis.status.rules import MOTTO
from kpu_corpus.analysis.status.surroundings import (
    Found,
    Hits,
    Surroundings,
    earliest,
    latest,
)
from kpu_corpus.ground.arrays import Bools, Ints, Longs


def mottoes(text: Surroundings, hits: Hits) -> Found:
    """Return which hits stand in what a motto says; the cue is the word for the motto.

    These are capitals with commas, *dan* and small words among them: "Semboyan kami: Jujur, Adil,
    dan Mandiri". They begin right behind the word, or up to three words on, or farther behind one
    that tells (*ialah*, *berbunyi*); a denial, a verb or a mark of punctuation between ends it
    ("Slogan tanpa Integritas", "Semboyan itu mengajarkan Disiplin"). The sentence goes on behind a
    mark of punctuation where a denial or *sekadar* leads to the word ("bukan sekadar slogan,
    Integritas kami jaga").
    """
    found = Found.nothing(len(hits.first))
    words = text.marked(name_words.IS_MOTTO | name_words.IS_THEME)
    word = latest(words, hits.first)
    rows = np.flatnonzero(word >= hits.low)
    if not len(rows):
        return found
    within = _within(text)
    begins = latest(np.flatnonzero(~within), hits.last + 1)
    rows = rows[begins[rows] < hits.first[rows]]  # all of the hit may stand there
    hits, word = hits.where(rows), word[rows]
    first = np.maximum(begins[rows], word) + 1
    said = _tells(text, word, first)
    said &= (text.does[word] & name_words.IS_MOTTO > 0) | _side_by_side(
        text, first, hits.high, within
    )
    found.put(rows[said], MOTTO, word[said])
    return found


def own_motto(text: Surroundings, hits: Hits) -> Found:
    """Return which hits are the motto "KPU Melayani"; the cue is *KPU*.

    A capital right behind KPU makes it one where other words have none, unless it goes on: "KPU
    Melayani Pemilih", "Di sini KPU Melayani warga".
    """
    found, first = Found.nothing(len(hits.first)), hits.first
    said = (text.does[first] & marks.HAS_CAPITAL > 0) & ~text.gap[first]
    said &= text.does[first] & name_words.SERVES > 0
    said &= text.back(first) & name_words.IS_COMMISSION > 0
    said &= (text.onward(first) & (marks.HAS_CAPITAL | name_words.IS_SERVED) == 0) | np.roll(
        text.gap, -1
    )[first]
    rows = np.flatnonzero(said)
    if len(rows):
        rows = rows[mixed(text, hits.where(rows))]
        found.put(rows, MOTTO, first[rows] - 1)
    return found


def _within(text: Surroundings) -> Bools:
    """Tell which words may stand in what a motto says: capitals, and what links two of them."""
    capital = text.does & marks.HAS_CAPITAL > 0
    links: Bools = text.does & name_words.LINKS_MOTTO > 0
    links &= np.roll(capital, 1) & np.roll(capital, -1)
    return capital | links | (text.does & cues.JOINS > 0)


def _tells(text: Surroundings, word: Ints | Longs, first: Longs) -> Bools:
    """Tell whether the words between lead from the word for a motto to what it says."""
    does = text.does
    told = does[first - 1] & name_words.TELLS > 0
    last = first - 1 - told  # the one that tells may be a verb and stand behind a comma
    halts = np.flatnonzero(does & (cues.NEGATES | cues.HALTS | marks.IS_ACTIVE) > 0)
    parts = np.flatnonzero(does & (cues.IS_BREAK | marks.IS_PASSIVE) > 0)
    leads = (latest(halts, last + 1) <= word) & (text.stretch(last) <= word)
    leads &= ~text.gap[first] | (text.back(word) & (cues.NEGATES | cues.IS_MERE) == 0)
    near = (first - word <= SAYING) & (latest(parts, last + 1) <= word)
    return leads & (told | near) & (does[first] & marks.HAS_CAPITAL > 0)


def _side_by_side(text: Surroundings, first: Longs, high: Ints, within: Bools) -> Bools:
    """Tell where two capitals stand side by side in what is said."""
    capital = text.does & marks.HAS_CAPITAL > 0
    pairs = np.flatnonzero(capital[:-1] & capital[1:] & ~text.gap[1:])
    end = np.minimum(earliest(np.flatnonzero(~within), first, len(within)) - 1, high)
    beside: Bools = earliest(pairs, first, len(within)) < end
    return beside
