"""Lines in capitals and headings, in which a capital makes no word part of an office's name."""

from __future__ import annotations

from functools import cache

import numpy as np

from kpu_corpus.analysis.status import cues, marks, name_words
from kpu_corpus.analysis.status.affixes import is_verb
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings, counted
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.tokens import Tokens


def only_loud(tokens: Tokens, text: Surroundings, hits: Hits, heads: Ints, items: Bools) -> Bools:
    """Tell which hits that capitals make part of a name stand in capitals throughout.

    There they tell nothing: the word before the hit does (DIVISI INTEGRITAS), or "dan" or a comma
    there behind nouns alone (BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM), or these in a list.
    ``heads`` are the places of the words of offices, ``items``: the hit is in an item of a list.
    """
    types = tokens.types

    @cache  # the hits of a unit ask for the same words
    def loud(low: int, high: int) -> bool:
        words = text.kind[low : high + 1].tolist()
        return not any(letter.islower() for word in words for letter in types.surface[word])

    def nouns(head: int, first: int) -> bool:
        between = slice(head + 1, first)
        words = text.kind[between][text.does[between] & cues.JOINS == 0]
        verbs = [is_verb(types.norm[word], types.root[word]) for word in words.tolist()]
        return bool(types.content[words].all()) and not any(verbs)

    named = items | text.gap[hits.first] | (text.does[hits.first - 1] & cues.JOINS > 0)
    places = zip(hits.low, hits.high, heads, hits.first, named, strict=True)
    told = [
        loud(low, high) and not (asked and nouns(head, first))
        for low, high, head, first, asked in places
    ]
    return np.array(told, dtype=bool)


def only_titled(text: Surroundings, hits: Hits, heads: Ints) -> Bools:
    """Tell which hits of headings that capitals make part of a name stand in capitals throughout.

    There they tell nothing ("Membangun Rumah Integritas") but behind its first word ("Duta Literasi
    Demokrasi") or an office's unit ("Kepala Subbagian Partisipasi Masyarakat").
    """
    told: Bools = ~mixed(text, hits) & (heads > hits.low)
    told &= text.does[heads] & name_words.HEADS_LIST == 0
    return told


def mixed(text: Surroundings, hits: Hits) -> Bools:
    """Tell which hits stand in units with words in small letters, other than what titles have."""
    in_titles = cues.JOINS | name_words.LINKS_MOTTO | name_words.IS_ABOUT
    small = counted(text.does & (in_titles | marks.HAS_CAPITAL | marks.IS_NUMBER) == 0)
    before = np.where(hits.low > 0, small[hits.low - 1], 0)
    some: Bools = small[hits.high] > before
    return some
