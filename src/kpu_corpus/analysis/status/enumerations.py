"""Hits in lists: "integritas, netralitas, dan disiplin" is one phrase for what governs it."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status import cues, marks, members, modals
from kpu_corpus.analysis.status.affixes import is_noun
from kpu_corpus.analysis.status.aspirations import follows_phrase, opens_clause
from kpu_corpus.analysis.status.marks import Marks
from kpu_corpus.analysis.status.surroundings import Hits, Surroundings, earliest, latest
from kpu_corpus.ground.arrays import Bools, Ints, Longs, ranges
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.wordtypes import Types

LONGEST = 5  # words of a member
# How a part of a sentence is tied to the next: by p(unctuation), a conjunction (j) or b(oth); in
# capitals where only its end can be in a list, which it begins then; x or (by j and b) y: it
# may end with a member, but with none that is known: no list ("tidak cengeng, netral, dan …");
# c: p between two that begin with values, which may be a list without a conjunction.
_TIES = np.frombuffer(b"pPjJbBcC", np.uint8).reshape(4, 2)
_UNSURE = np.frombuffer(b"xyyx", np.uint8)
_OPENS, _JOINS, _UNTIED = [*b"PJBC"], [*b"jJcC"], ord(".")
# Without punctuation a list has conjunctions alone; with it there are three members or more, and a
# conjunction before the last of them, which may be two ("…, serta disiplin dan kerja sama"); three
# values or more need none.
_LISTS = rb"(?:[pPcCxy]|[jJ][pc])(?:j?[pc]){0,30}+(?:j?b|(?<!x)j)j{0,9}|[jJ]j{0,9}|[cC]c{%d,30}"
_LIST = re.compile(_LISTS % 1)
_LIKE_LIST = re.compile(_LISTS % 0)  # until "&" is known: "integritas & netralitas"
# What between two parts shows that these are no members: "ini tidak adil: integritas, …"; or that a
# sign joins them.
_HALTS = re.compile(r"(?<!\d)[.)]|\((?!\d)|[:!?\"“”«»‘’…–—]")
_AND = "&"
_JOINED = bytes.maketrans(b"pPcC", b"jJjJ")
# Lists matter only in units with one of these.
_GOVERNS = cues.NEGATES | cues.IS_FAR | modals.ASPIRES
_VERB = marks.IS_ACTIVE | marks.IS_PASSIVE


class _Parts(NamedTuple):
    """What stands between punctuation and conjunctions: places of its first and last words.

    ``head`` is where a list begins that it opens, ``tail`` where one ends that it closes; ``tie``
    tells how it is tied to the next part.
    """

    first: Longs
    last: Longs
    head: Longs
    tail: Longs
    tie: bytearray


def enumerated(
    text: Surroundings, beside: Surroundings, tokens: Tokens, first: Ints, hits: Hits
) -> Hits:
    """Return the hits; the first and last words of those that are members of a list are the list's.

    ``beside``: the same words by what they do beside modals; ``first``: the first words of the hits
    as tokens. An attribute is no member: "tempat umum dan fasilitas pelayanan".
    """
    parts = _parts(text, beside, tokens.types)
    part = np.searchsorted(parts.first, hits.first, "right") - 1
    rows = np.flatnonzero(part >= 0)
    rows = rows[hits.first[rows] <= parts.last[part[rows]]]
    part, place = part[rows], hits.first[rows]
    begin, end = _lists(parts, beside, tokens, part, first[rows] - place)
    which = np.searchsorted(parts.head[begin], place, "right") - 1  # a part may end one, begin one
    some = np.flatnonzero(which >= 0)
    rows, part, place, which = rows[some], part[some], place[some], which[some]
    begin, end = begin[which], end[which]
    low, high = parts.head[begin], parts.tail[end]
    starts = np.where(part == begin, low, parts.first[part])
    called = (beside.does[starts] & members.CALLS > 0) & (place == starts + 1)  # "sikap jujur"
    inside = ((place == starts) | called) & (part <= end) & (place <= high)
    adjective = beside.does[place] & members.IS_ADJECTIVE > 0
    inside &= ~adjective | (beside.does[low] & members.IS_VALUE > 0)  # "tanpa keributan, jujur"
    rows, low, high = rows[inside], low[inside], high[inside]
    listed = hits._replace(first=hits.first.copy(), last=hits.last.copy())
    listed.first[rows] = low
    listed.last[rows] = np.maximum(high, hits.last[rows])
    return listed


def _parts(text: Surroundings, beside: Surroundings, types: Types) -> _Parts:
    """Return the parts of the units that have several, and a word that governs.

    The numbers of members, "(2)", are left out.
    """
    unit: Longs = np.cumsum(~text.same) - ~text.same
    governed, joined = np.zeros((2, len(unit)), dtype=bool)
    governed[unit[text.marked(_GOVERNS)]] = joined[unit[beside.marked(members.JOINS)]] = True
    joined[unit[text.gap & np.append(False, text.same)[:-1]]] = True  # commas or "&" alone
    words = np.flatnonzero((governed & joined)[unit])
    after = np.append(text.gap, True)[words + 1]
    words = words[(text.does[words] & marks.IS_NUMBER == 0) | ~after]
    does, gap, unit = beside.does[words], text.gap[words], unit[words]
    joins = does & members.JOINS > 0
    opens = gap | np.append(True, joins)[:-1]
    first = np.flatnonzero(opens & ~joins)
    last = np.flatnonzero(~joins & np.append(opens[1:] | joins[1:], True)[: len(words)])
    stop = np.flatnonzero(_stops(text.does[words], does, opens) | joins)
    head = np.maximum(latest(stop, last + 1) + 1, first)
    tail = np.minimum(earliest(stop, first, len(words)) - 1, last)
    tail = np.minimum(tail, first + LONGEST - 1)
    tail -= does[tail] & members.TIES > 0  # "… dan disiplin yang harus"
    whole = (head == first) & (tail == last)
    tied = np.append(first[1:] - last[:-1], 0)[: len(first)]  # 2: with a conjunction between
    fits = (tied > 0) & (tied < 3) & (head <= last) & (last - head < LONGEST)
    goes_on = (first <= tail)[1:] & (unit[first[1:]] == unit[first[:-1]])
    somebody = np.flatnonzero(does & members.IS_SOMEBODY > 0)
    theirs = latest(somebody, last + 1) >= first  # "disiplin pegawai dan petugas"
    # with a comma they do, too, but not by what makes them good: "…, dan petugas ramah harus"
    theirs[:-1] |= gap[last[:-1] + 1] & (does[tail[1:]] & members.IS_ADJECTIVE > 0)
    goes_on &= theirs[:-1] | ~np.isin(first[1:], somebody)
    fits &= np.append(goes_on, False)[: len(first)]
    head, tail = np.minimum(head, last), np.maximum(tail, first)
    whole |= (head > first) & opens_clause(text, beside, words[head])  # "bahwa integritas dan …"
    some = np.flatnonzero((head > first) & ~whole)
    whole[some] = follows_phrase(text, beside, types, words[head[some]])
    known = _of_value(text, beside, types, words[head], fits)
    value = (first == last) | known
    late = (first < last) & ~value & fits  # "di era digital integritas, netralitas, dan …"
    some = np.flatnonzero(late)
    late[some] = follows_phrase(text, beside, types, words[last[some]])
    late = _of_value(text, beside, types, words[last], late)  # not "di era baru, integritas, …"
    known |= late
    whole |= late
    before = head - 1
    place = gap[before] & (does[before] & members.TIES > 0) & (first < head)  # "di era baru, …"
    begins = whole | value & ~place
    head = np.where(value, head, last)  # "petugas ramah, jujur, dan disiplin" begins with no value
    how = np.where(tied == 2, 1 + np.append(gap, True)[last + 1], 0)
    # nothing but a comma between two values, not "netralitas, kepesertaan bersifat wajib"
    bare = np.append(False, (known & (how == 0))[:-1])[: len(first)]
    bare &= (tail == last) | (text.does[words[np.minimum(tail + 1, last)]] & _VERB == 0)
    bare = _of_value(text, beside, types, words[first], bare)
    how[:-1][bare[1:]] = 3
    tie = np.where(begins, _TIES[how, np.where(whole, 0, 1)], _UNSURE[how])
    tie = np.where(fits & (begins | ~gap[before]), tie, _UNTIED).astype(np.uint8)
    return _Parts(words[first], words[last], words[head], words[tail], bytearray(tie))


def _stops(of_word: Marks, does: Marks, opens: Bools) -> Bools:
    """Tell which words are in no member: verbs but for attributes, and most function words."""
    leads = np.append(False, does & members.LEADS_TO_VERB > 0)[:-1] & ~opens
    stops = (does & members.PARTS > 0) | (of_word & marks.IS_PASSIVE > 0)
    stops |= (of_word & marks.IS_ACTIVE > 0) & ~leads
    ties = does & members.TIES > 0
    found: Bools = stops | ties & (opens | np.append(False, stops | ties)[:-1])
    return found


def _of_value(
    text: Surroundings, beside: Surroundings, types: Types, place: Longs, asked: Bools
) -> Bools:
    """Tell at which of the places that are asked about a value stands, or a noun by its affixes."""
    found: Bools = asked & (beside.does[place] & members.IS_VALUE > 0)
    kind = text.kind[place]
    some = np.flatnonzero(np.bincount(kind[asked & ~found])).tolist()
    nouns = [row for row in some if is_noun(types.norm[row], types.root[row])]
    return found | asked & np.isin(kind, nouns)


def _lists(
    parts: _Parts, beside: Surroundings, tokens: Tokens, part: Longs, shift: Ints
) -> tuple[Longs, Longs]:
    """Return the first and last parts of the lists that hits stand in.

    ``part`` is the one that each hit begins in, ``shift`` how far its words are from the tokens.
    """
    spans = np.array([found.span() for found in _LIKE_LIST.finditer(parts.tie)], dtype=np.int64)
    begin, end = spans.reshape(-1, 2).T
    some, rows = np.unique(part, return_index=True)
    near = np.searchsorted(some, begin)
    there = np.append(some, len(parts.first))[near] <= end
    # "ia tak punya prioritas dan pemerintah harus …": the sentence goes on with the last of them
    tie = np.frombuffer(parts.tie, np.uint8)
    goes_on = (parts.tail[end] < parts.last[end]) & np.isin(tie[end - 1], _JOINS)
    ties = beside.marked(members.TIES)  # "… dan integritas di kantor itu" ends with an attribute
    goes_on &= earliest(ties, parts.first[end], len(beside.does)) > parts.tail[end] + 1
    there &= ~(goes_on & np.isin(tie[begin], _OPENS)) & ~np.isin(tie[begin], _UNSURE)
    begin, end, shift = begin[there], end[there], shift[rows[near[there]]]
    ties, shift = ranges(begin, end), np.repeat(shift, end - begin)
    left, right = parts.last[ties] + shift, parts.first[ties + 1] + shift
    texts, essay = tokens.corpus.texts, tokens.units.essay[tokens.unit[left]]
    places = (
        column.tolist() for column in (essay, tokens.words.ends(left), tokens.words.start[right])
    )
    for one, row, start, stop in zip(ties.tolist(), *places, strict=True):
        if _HALTS.search(texts[row], start, stop):
            parts.tie[one] = _UNTIED
        elif _AND in texts[row][start:stop]:
            parts.tie[one] = _JOINED[parts.tie[one]]
    kept = [
        found.span()
        for span in zip(begin.tolist(), end.tolist(), strict=True)
        for found in _LIST.finditer(parts.tie, *span)
    ]
    begin, end = np.array(kept, dtype=np.int64).reshape(-1, 2).T
    return begin, end
