"""Modals: words of duty, wish or resolve, and where such a word does not count."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

import numpy as np

from kpu_corpus.analysis.status import cues, marks, members, modals
from kpu_corpus.analysis.status.affixes import is_noun
from kpu_corpus.analysis.status.marks import Beside
from kpu_corpus.analysis.status.rules import MODAL, STATED
from kpu_corpus.analysis.status.surroundings import (
    Found,
    Hits,
    Surroundings,
    earliest,
    either,
    latest,
)
from kpu_corpus.ground.arrays import Bools, Ints, Longs
from kpu_corpus.tokens.wordtypes import Types

NEAR, REACH = 3, 7  # words behind a hit to a word of duty, and where the hit opens the clause
BETWEEN = 2  # words between a person and what that person promises


def aspirations(text: Surroundings, beside: Surroundings, types: Types, hits: Hits) -> Found:
    """Return which hits have a modal before them in their unit, inside them, or a duty behind them.

    ``beside``: the same words by what they do beside modals.
    """
    words = text.marked(modals.ASPIRES)
    words = words[~_void(beside, words)]
    words = words[~_before_noun(text, beside, types, words)]
    places = either(either(_wishes(beside), _promises(text, beside)), words)
    before = latest(places, hits.first)
    facts = text.marked(modals.STATES_FACT)
    facts = facts[text.back(facts) & cues.NEGATES == 0]  # "bukan karena uang, melainkan demi"
    facts = facts[~np.isin(facts - 1, words)]  # "berharap kalau", "harus, bila ditekan, netral"
    facts = either(facts, _turns(text, beside, places))
    ends, closed = _relative_ends(text, beside, words)
    others = latest(places[~np.isin(places, closed)], hits.first)
    before = np.where(latest(ends, hits.first) > before, others, before)
    before = np.where(latest(facts, hits.first) > before, -1, before)
    concessions = beside.marked(modals.CONCEDES)
    concessions = concessions[~np.isin(concessions - 1, words)]  # "semoga meski lelah tetap jujur"
    spoken = beside.marked(modals.SPEAKS)
    told = text.gap[spoken]
    told &= beside.onward(spoken) & modals.SPEAKS == 0  # not "sikap, tutur kata"
    told &= text.onward(spoken) & cues.JOINS == 0  # nor "pikiran, kata dan laku"
    conceded = latest(either(concessions, spoken[told]), hits.first)
    near = conceded >= text.stretch(hits.first)
    before = np.where(near & (conceded > before), -1, before)
    inside = latest(places, hits.last + 1)
    cue = np.where(before >= hits.low, before, np.where(inside >= hits.first, inside, -1))
    cue = np.where(cue >= 0, cue, _demands(text, beside, types, words, hits))
    return Found(np.where(cue >= 0, MODAL, STATED), cue)


def _turns(text: Surroundings, beside: Surroundings, places: Longs) -> Longs:
    """Return the words that turn to what is so: "tetapi kami", "namun integritas sudah"."""
    turns = beside.marked(modals.TURNS)
    told = beside.marked(modals.LEADS_TO_FACT)
    told = told[text.back(told) & cues.IS_WHO == 0]  # "tetapi hal yang sudah baik harus dijaga"
    fact = earliest(told, turns, len(text.does))
    near = np.minimum(fact, len(text.does) - 1)
    fits = (fact < len(text.does)) & (text.stretch(near) <= turns)
    fits &= earliest(places, turns, len(text.does)) > fact
    found: Longs = turns[fits | (text.onward(turns) & modals.IS_PERSON > 0)]
    return found


def _relative_ends(text: Surroundings, beside: Surroundings, words: Longs) -> tuple[Longs, Longs]:
    """Return where relative clauses end, and their modals: "yang harus ... itu menguji"."""
    ends = beside.marked(modals.POINTS)
    acts = text.onward(ends) & (marks.IS_ACTIVE | marks.IS_PASSIVE) > 0
    ends = ends[acts | (beside.onward(ends) & modals.LEADS_TO_FACT > 0)]
    modal = latest(words, ends)
    inside = (modal >= text.stretch(ends)) & (text.back(modal) & cues.IS_WHO > 0)
    # "yang ingin pemilu itu berjalan jujur" wishes of what is pointed at
    inside &= (text.does[modal] & modals.DEMANDS > 0) | (beside.does[modal] & modals.IS_AKAN > 0)
    return ends[inside], modal[inside]


def _before_noun(text: Surroundings, beside: Surroundings, types: Types, words: Longs) -> Bools:
    """Tell where akan is a preposition, by the noun behind it: "kesadaran warga akan kejujuran".

    Behind a person that begins the clause it promises even so: "kami akan integritas penuh".
    """
    asked = (beside.does[words] & modals.IS_AKAN > 0) & beside.same[words]
    asked &= (text.back(words) & modals.IS_PERSON == 0) | ~text.gap[words - 1]
    kind = beside.kind[words[asked] + 1]
    some = np.flatnonzero(np.bincount(kind)).tolist()
    found = np.zeros(len(words), dtype=bool)
    found[asked] = np.isin(kind, [row for row in some if is_noun(types.norm[row], types.root[row])])
    return found


def _demands(
    text: Surroundings, beside: Surroundings, types: Types, places: Longs, hits: Hits
) -> Longs:
    """Return the word of duty close behind each hit that opens its clause, or -1.

    What is demanded often stands first: "integritas itu harus dijaga". In "dengan integritas kita
    harus menang" that is said of persons, in "petugas pelayanan harus datang" of something else,
    and "pelayanan perlu inovasi" says what it needs.
    """
    duties = _duties(text, beside, places)
    place = earliest(duties, hits.last + 1, len(text.does))
    rows = np.flatnonzero(place <= np.minimum(hits.last + REACH, hits.high))
    hits, place, found = hits.where(rows), place[rows], np.full(len(place), -1)
    acted = text.onward(place) & (marks.IS_PASSIVE | modals.LEADS_TO_VERB) > 0
    whole = _stands_first(text, beside, types, hits, place, acted)
    # "penanggung jawab gudang harus hadir", "dalam batas waktu itu ketua harus": others have to
    others = beside.does[hits.first] & (members.IS_SOMEBODY | modals.OPENS_PHRASE) > 0
    whole &= ~others | (text.onward(place) & marks.IS_PASSIVE > 0)
    whole &= ~_parted(text, beside, types, hits, place, acted)
    found[rows[whole]] = place[whole]
    return found


def _duties(text: Surroundings, beside: Surroundings, places: Longs) -> Longs:
    """Return which modals demand or plan what stands before them, and what forbids to lose it."""
    forbids = text.marked(cues.NEGATES)
    allowed = beside.onward(forbids) & modals.PERMITS > 0  # "integritas tidak boleh luntur"
    forbids = forbids[allowed]
    forbids = forbids[text.joined(forbids)]
    planned = _planned(text, beside, places)
    places = either(places[text.does[places] & modals.DEMANDS > 0], forbids)
    done = text.onward(places) & (marks.IS_PASSIVE | modals.LEADS_TO_VERB) > 0
    done |= np.append(text.gap, True)[places + 1]
    sure = places[done | (text.does[places] & modals.STANDS_BEFORE_NOUNS == 0)]
    return either(sure, planned)


def _stands_first(
    text: Surroundings,
    beside: Surroundings,
    types: Types,
    hits: Hits,
    place: Longs,
    acted: Bools,
) -> Bools:
    """Tell which hits open their clause; where more stands before, the duty has to be near."""
    near = _is_called(text, beside, hits.first) | _follows_clause(text, beside, hits)
    near |= _exemplifies(text, beside, hits)
    near |= (beside.back(hits.first) & members.IS_BOTH > 0) & text.gap[hits.first - 1]
    # "di negara demokrasi hak warga harus", "pada era demokrasi harus ada" demand something else
    between = text.does[hits.last + 1] & modals.IS_PERSON > 0
    between |= beside.does[hits.last + 1] & modals.ENDS_PHRASE > 0
    ends = np.append(text.gap, [True, True])
    beside_it = acted | (~ends[place + 1] & ends[place + 2])  # "harus ada."
    beside_it &= place == hits.last + 1 + between
    near |= beside_it & follows_phrase(text, beside, types, hits.first)
    near &= place <= hits.last + NEAR
    return near | opens_clause(text, beside, hits.first)


def _parted(
    text: Surroundings,
    beside: Surroundings,
    types: Types,
    hits: Hits,
    place: Longs,
    acted: Bools,
) -> Bools:
    """Tell which hits something parts from their word of duty: another clause, person or verb."""
    far = place > hits.last + NEAR
    own = text.gap[hits.first]  # "disiplin kami harus dijaga", "hari ini disiplin kami harus"
    own |= beside.back(hits.first) & modals.ENDS_PHRASE > 0
    own |= acted
    # "pelayanan yang cepat harus dijaga", but not "pelayanan yang harus dijaga"
    said = acted & (beside.does[place - 1] & members.PARTS == 0)
    said &= text.back(place) & cues.IS_WHO == 0
    theirs = [types.norm[row].endswith("nya") for row in text.kind[place - 1].tolist()]
    said &= ~np.array(theirs, dtype=bool)  # nor "layanan yang mutunya harus dijaga"
    found = np.zeros(len(place), dtype=bool)
    for step in range(1, REACH + 1):
        at = np.minimum(hits.last + step, place)
        does = text.does[at]
        parts = does & (cues.IS_BREAK | cues.OPENS_CLAUSE) > 0
        # nor "layanan yang kata orang harus dibayar"
        held = beside.onward(at) & (modals.SPEAKS | modals.OPENS_PHRASE) == 0
        parts &= ~(said & held & (does & cues.IS_WHO > 0))
        parts |= (does & modals.IS_PERSON > 0) & ~(own & (step == 1))
        acts = does & (marks.IS_ACTIVE | marks.IS_PASSIVE) > 0
        parts |= acts & far & (beside.back(at) & members.LEADS_TO_VERB == 0)
        found |= text.gap[at] | parts
    return found


def _is_called(text: Surroundings, beside: Surroundings, place: Ints) -> Bools:
    """Tell at which places a value stands behind what calls it: "nilai integritas harus"."""
    found = np.zeros(len(place), dtype=bool)
    term = place
    for _ in range(BETWEEN):  # "segala bentuk korupsi harus ditolak"
        joined = ~text.gap[term]
        term = np.where(joined, term - 1, term)
        rows = np.flatnonzero(joined & opens_clause(text, beside, term))
        found[rows] |= beside.does[term[rows]] & members.CALLS > 0
        term = np.where(beside.does[term] & members.CALLS > 0, term, place)
    return found


def opens_clause(text: Surroundings, beside: Surroundings, place: Ints | Longs) -> Bools:
    """Tell at which places what is demanded may begin: "oleh karena itu integritas harus"."""
    back, leads = beside.back(place), beside.back(np.maximum(place - 1, 0))
    leading = text.back(place) & modals.LEADS_TO_DEMANDED > 0
    told = text.back(np.maximum(place - 1, 0)) & cues.IS_WHO > 0  # "petugas yang tahu disiplin"
    led: Bools = text.gap[place] | (leading & ~told)
    led |= (back & modals.POINTS > 0) & (leads & modals.LEADS_TO_THAT > 0)
    person = text.back(np.maximum(place - 1, 0)) & modals.IS_PERSON > 0
    led |= (back & modals.KNOWS > 0) & person
    return led | (back & modals.IS_ONE > 0) & (leads & modals.LEADS_TO_ONE > 0)


def _planned(text: Surroundings, beside: Surroundings, words: Longs) -> Longs:
    """Return where akan plans what is done to the value before it: "netralitas akan saya jaga".

    In "integritas akan diuji", "integritas akan membawa kemajuan" it foresees. What persons will
    do is planned even behind a negator: "integritas tidak akan kami jual".
    """
    words = words[beside.does[words] & modals.IS_AKAN > 0]
    end = len(text.does) - 1
    verb = np.minimum(words + 1, end)
    for _ in range(BETWEEN):
        between = beside.does[verb] & modals.STANDS_BEFORE_VERB > 0
        verb = np.where(between, np.minimum(verb + 1, end), verb)
    inside = (text.stretch(verb) <= words) & (verb > words)
    done = (beside.does[verb] & modals.IS_PLANNED > 0) & (text.back(words) & cues.NEGATES == 0)
    done |= (beside.does[verb] & modals.IS_SELF > 0) & (beside.onward(verb) & modals.IS_TOLD == 0)
    found: Longs = words[inside & done]
    return found


def _of_deed(text: Surroundings, types: Types, place: Ints | Longs) -> Bools:
    """Tell at which places a noun in pe- -an stands, whose object comes behind it: "penguatan"."""
    kind = text.kind[place]
    some = np.flatnonzero(np.bincount(kind)).tolist()
    some = [row for row in some if types.norm[row].startswith("pe")]
    nouns = [row for row in some if is_noun(types.norm[row], types.root[row])]
    return np.isin(kind, nouns)


def follows_phrase(
    text: Surroundings, beside: Surroundings, types: Types, place: Ints | Longs
) -> Bools:
    """Tell at which places what is demanded may stand behind a phrase: "di era digital disiplin".

    What a noun in pe- -an has before it may be its own: "pada jalur pelayanan harus tersedia"; what
    a verb has, but for one in ber-, its object: "untuk menjaga netralitas harus dipikirkan".
    """
    found: Bools = ~text.gap[place] & (beside.does[place] & members.IS_ADJECTIVE == 0)
    leads_on = members.PARTS | members.TIES | members.JOINS | modals.LEADS_TO_ATTRIBUTE
    last = place - 1
    ends = (beside.does[last] & modals.ENDS_PHRASE > 0) | (text.does[last] & modals.IS_PERSON > 0)
    rows = np.flatnonzero(found & (ends | (beside.does[last] & leads_on == 0)))
    found[:] = False
    begin = latest(text.marked(modals.LEADS_TO_DEMANDED), place[rows]) + 1
    begin = np.maximum(begin, text.stretch(place[rows]))
    opens = (beside.does[begin] & modals.OPENS_PHRASE > 0) & (begin < last[rows])
    rows, begin = rows[opens], begin[opens]
    verbs = np.flatnonzero(text.does & (marks.IS_ACTIVE | marks.IS_PASSIVE))
    verb = latest(verbs, place[rows])
    named = [types.norm[row].startswith("ber") for row in text.kind[verb].tolist()]
    verb = np.where(named, latest(verbs, verb), verb)
    rows = rows[verb <= begin]
    own = _of_deed(text, types, place[rows]) | _of_deed(text, types, last[rows])
    found[rows] = ends[rows] | ~own
    return found


def _follows_clause(text: Surroundings, beside: Surroundings, hits: Hits) -> Bools:
    """Tell which hits stand behind a clause, a comma and "dan": "gaji naik, dan disiplin harus".

    Not those in a list: "secara wajar, lancar, dan disiplin", "yang kuat, melayani, dan disiplin".
    """
    joins = np.maximum(hits.first - 1, hits.low)
    found: Bools = (
        (text.back(hits.first) & cues.JOINS > 0) & text.gap[joins] & ~text.gap[hits.first]
    )
    verbs = text.does & (marks.IS_ACTIVE | marks.IS_PASSIVE) > 0
    verb = latest(np.flatnonzero(verbs | (beside.does & members.IS_SAID > 0)), joins)
    begin = np.maximum(text.stretch(joins - 1), hits.low)
    found &= (verb >= begin) & (begin < joins - 1)
    return found & (latest(text.marked(cues.IS_WHO), joins) < hits.low)


def _exemplifies(text: Surroundings, beside: Surroundings, hits: Hits) -> Bools:
    """Tell which hits stand behind "seperti" in the phrase that opens a clause: "nilai seperti"."""
    begin = beside.stretch(hits.first)
    found: Bools = beside.back(hits.first) & members.EXEMPLIFIES > 0
    found &= ~text.gap[hits.first] & (hits.first - begin <= 1 + BETWEEN)
    return found & (beside.does[begin] & members.CALLS > 0)


def _wishes(beside: Surroundings) -> Longs:
    """Return the words that wish beside the next one: "doa saya", "tidak boleh"."""
    words = beside.marked(reduce(or_, (word for word, _, _ in modals.WISHED)))
    return words[_meeting(beside, words, modals.WISHED)]


def _promises(text: Surroundings, beside: Surroundings) -> Longs:
    """Return the words that resolve of oneself: "kami mau", "mau saya jaga"."""
    words = beside.marked(modals.PROMISES)
    words = words[~_void(beside, words)]
    who: Longs = words - 1
    for _ in range(BETWEEN):
        who = np.where(beside.does[who] & modals.STANDS_BETWEEN > 0, who - 1, who)
    ours = (beside.does[who] & modals.IS_SELF > 0) & (text.stretch(words) <= who)
    ours |= beside.onward(words) & modals.IS_SELF > 0
    promises: Longs = words[ours]
    return promises


def _void(beside: Surroundings, words: Longs) -> Bools:
    """Tell which modals are none beside their neighbours: "mungkin akan", "akan tetapi"."""
    return _meeting(beside, words, modals.VOIDED)


def _meeting(beside: Surroundings, words: Longs, listed: Iterable[Beside]) -> Bools:
    """Tell which words stand after or before one that a list has for them."""
    does, back, onward = beside.does[words], beside.back(words), beside.onward(words)
    meeting = np.zeros(len(words), dtype=bool)
    for word, after, before in listed:
        meeting |= (does & word > 0) & ((back & after > 0) | (onward & before > 0))
    return meeting
