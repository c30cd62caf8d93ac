"""What a hit says: asserted, aspired, negated, quoted or part of a name; with rule and cue.

The rules, the first that fits decides:

- ``name``: the whole hit stands inside an institution's name, a law's title or a motto, or is the
  name of the programme (BerAKHLAK). A pattern that asks for the name itself (kpu) is none inside.
- ``quoted``: it stands in a label in quotation marks: a title (its words capitalised) or what
  follows *bertema*, *slogan*, *istilah* … . Speech that is quoted counts as any other sentence.
- ``refused``: a negator before what the value forbids (*tanpa korupsi*, *bukan alasan mencuri*):
  asserted, or ``aspired`` where a modal stands before it (*tidak akan menerima suap*).
- ``regretted``: a negator before the value, and in the unit a cue of regret, condition, demand or
  consequence (*akibat aparat tidak netral*): the lack is regretted, so the value is asserted; the
  cue is the word that says so.
- ``negated``: a negator before the value and no such cue (*pegawai itu tidak netral*), or one that
  denies that the value is the matter (*tidak membahas netralitas*, *bukan soal disiplin*). A
  negator that is itself denied (*tidak bisa tidak netral*, *tidak kurang disiplin*, *tidak ada
  pegawai yang tidak jujur*), or whose word takes from the value (*tidak meragukan kejujuran*,
  *tidak akan mengkhianati integritas*), denies nothing.
- ``aspired``: a word of duty, wish or resolve stands before it or in it.
- ``asserted``: everything else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis import cues
from kpu_corpus.analysis.quoted import labelled
from kpu_corpus.analysis.ranges import bounds
from kpu_corpus.indonesian.batch.ranges import ranges
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

COUNTED = ("asserted", "aspired")
STATUSES = ("asserted", "aspired", "negated", "name", "quoted")
# The rules and the status that each gives.
RULES = {
    "stated": "asserted",
    "modal": "aspired",
    "negator": "negated",
    "regretted": "asserted",
    "refused": "asserted",
    "motto": "name",
    "institution": "name",
    "law_title": "name",
    "label": "quoted",
}
STATED, MODAL, NEGATOR, REGRETTED, REFUSED, MOTTO, INSTITUTION, LAW_TITLE, LABEL = range(len(RULES))
REACH = 3  # words that a negator looks ahead
NEAR, FAR = 3, 7  # words from a negator to the one that it denies at most
TITLE = 8  # words between "Undang-Undang" and "tentang" at most
SAYING = 4  # words from "semboyan" to what it says at most

Codes = npt.NDArray[np.int8]
Longs = npt.NDArray[np.int64]
Words = npt.NDArray[np.object_]


class Verdicts(NamedTuple):
    """The rule that decided on each hit, as its row in RULES, and the word that it went by."""

    rule: Codes
    cue: Words

    @property
    def status(self) -> Words:
        """The status that each rule gives."""
        return np.array(list(RULES.values()), dtype=object)[self.rule]


class _Hits(NamedTuple):
    """Hits to judge: their first and last words and the first and last of their units."""

    first: Ints
    last: Ints
    low: Ints
    high: Ints
    against: Bools
    named: Bools

    def where(self, rows: Any) -> _Hits:
        return _Hits(*(column[rows] for column in self))


class _Found(NamedTuple):
    """What a rule says of hits: STATED where it does not fit; the word of the cue, or -1."""

    rule: Codes
    cue: Ints

    @classmethod
    def nothing(cls, count: int) -> _Found:
        return cls(np.zeros(count, dtype=np.int8), np.full(count, -1, dtype=np.int32))

    def where(self, rows: Any) -> _Found:
        return _Found(*(column[rows] for column in self))

    def put(self, rows: Any, rule: Any, cue: Any) -> None:
        self.rule[rows], self.cue[rows] = rule, cue


class Judge:
    """Gives hits their status from the words around them in the same unit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def verdicts(
        self, first: Ints, last: Ints, against: Bools, named: Bools | bool = False
    ) -> Verdicts:
        """Return the rule and cue of the hits from tokens ``first`` to ``last`` (inside).

        ``against``: the hit names what the value forbids (Pattern.against); ``named``: the pattern
        asks for that very name (Matcher.named), which then counts as its short form does.
        """
        tokens, kinds = self.tokens, self.tokens.units.kind
        units, row = np.unique(tokens.unit[first], return_inverse=True)
        ends = bounds(tokens.unit, len(kinds))
        low, high = ends[units], ends[units + 1]
        words = ranges(low, high)  # few units have hits: only their words are looked at
        kind = tokens.type[words]
        does = cues.marks_of(tokens.types, np.flatnonzero(np.bincount(kind)).tolist())[kind]
        text = _Text(does, tokens.words.gap[words], tokens.unit[words])
        shift = (low - (np.cumsum(high - low) - (high - low)))[row]
        low, high = low[row] - shift, high[row] - 1 - shift
        named = np.broadcast_to(named, first.shape)
        hits = _Hits(first - shift, last - shift, low, high, against, named)
        found = text.names(hits)
        signs = np.array([kinds[each] == "sign_off" for each in units.tolist()], dtype=bool)
        found.put(signs[row], MOTTO, -1)
        rows = np.flatnonzero(found.rule == STATED)
        marks = labelled(tokens, first[rows], last[rows])
        labels = rows[list(marks)]
        found.put(labels, LABEL, -1)
        rows = np.flatnonzero(found.rule == STATED)
        found.put(rows, *text.denials(hits.where(rows)))
        rows = np.flatnonzero((found.rule == STATED) | (found.rule == REFUSED))
        hoped = text.aspirations(hits.where(rows))
        rows, hoped = rows[hoped.rule == MODAL], hoped.where(hoped.rule == MODAL)
        found.put(rows, *hoped)
        cue = self._words(found, kind[found.cue])
        cue[labels] = list(marks.values())
        return Verdicts(found.rule, cue)

    def _words(self, found: _Found, kind: Ints) -> Words:
        words = np.full(len(found.cue), "", dtype=object)
        rows = np.flatnonzero(found.cue >= 0)
        surfaces = self.tokens.types.surface
        words[rows] = [surfaces[number] for number in kind[rows].tolist()]
        names = np.flatnonzero(found.rule == INSTITUTION)
        words[names] = [" ".join(word.split()) for word in words[names].tolist()]
        return words


class _Text(NamedTuple):
    """The words of units: what each does, whether punctuation stands before it, its unit."""

    does: cues.Marks
    gap: Bools
    unit: Ints

    def names(self, hits: _Hits) -> _Found:
        found = _Found.nothing(len(hits.first))
        every = self._every(hits, self.does)
        linking = self.does & (cues.LINKS_TITLE | cues.JOINS) > 0
        written = self._every(hits, np.where(linking, self.does | cues.HAS_CAPITAL, self.does))
        headed = np.flatnonzero(written & cues.HAS_CAPITAL & self.does[hits.first])
        found.put(headed, *self._headed(hits.where(headed), every[headed] & cues.HAS_CAPITAL == 0))
        titled = self._every(hits, np.where(self.does & cues.IS_ABOUT, cues.HAS_CAPITAL, self.does))
        rows = np.flatnonzero((titled & cues.HAS_CAPITAL > 0) & (found.rule == STATED))
        found.put(rows, *self._heading(hits.where(rows)))
        whole = np.flatnonzero((every & cues.IS_NAME > 0) & ~hits.named)
        found.put(whole, INSTITUTION, hits.first[whole])
        named = np.flatnonzero(every & cues.IS_PROGRAMME)
        found.put(named, MOTTO, hits.first[named])
        return found

    def _every(self, hits: _Hits, does: cues.Marks) -> cues.Marks:
        """Return what all words of a hit do."""
        if not len(hits.first):
            return np.zeros(0, dtype=np.uint64)
        starts = np.cumsum(hits.last - hits.first + 1) - (hits.last - hits.first + 1)
        return np.bitwise_and.reduceat(does[ranges(hits.first, hits.last + 1)], starts)

    def _headed(self, hits: _Hits, linked: Bools) -> _Found:
        """Follow the capitals to the left: a head word makes the run of capitals a name.

        Beyond small words and commas there are titles of laws alone, and those with commas have
        small words too ("yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme"); ``linked``:
        the hit itself has some.
        """
        found = _Found.nothing(len(hits.first))
        laws = self._where(cues.IS_LAW)
        mottoes = self._where(cues.IS_MOTTO)
        place = hits.first - 1
        parted = np.zeros(len(place), dtype=bool)
        rows = np.arange(len(place))
        while len(rows):
            at, low = place[rows], hits.low[rows]
            motto = _latest(mottoes, at + 1)
            says = (motto >= low) & (motto > at - SAYING)
            does = np.where(at >= low, self.does[at], 0)
            alone = ~(parted[rows] | linked[rows])
            parted[rows] |= self.gap[at + 1]
            law = _latest(laws, at)
            title = (does & cues.IS_ABOUT > 0) & (law >= low) & (law >= at - TITLE)
            title &= linked[rows] | ~parted[rows]
            goes_on = (does & (cues.JOINS | cues.HAS_CAPITAL) > 0) & ~title
            plain = goes_on & alone & ~parted[rows]
            title |= plain & (does & (cues.IS_LAW | cues.HEADS_NAME) == cues.IS_LAW)
            head = plain & (does & cues.HEADS_NAME > 0)
            says &= alone & (~plain | (motto == at))  # where the run of capitals begins
            found.put(rows[title], LAW_TITLE, at[title])
            found.put(rows[head], INSTITUTION, at[head])
            said = says & ~title & ~head
            found.put(rows[said], MOTTO, motto[said])
            linked[rows] |= (does & cues.LINKS_TITLE > 0) & ~goes_on
            goes_on |= does & cues.LINKS_TITLE > 0
            place[rows] -= 1
            rows = rows[goes_on & ~title & ~head & ~said]
        return found

    def _heading(self, hits: _Hits) -> _Found:
        """Find what stands between the word for a law and its "tentang"."""
        law = _latest(self._where(cues.IS_LAW), hits.first + 1)
        about = _next(self._where(cues.IS_ABOUT), hits.first, none=len(self.does))
        inside = (law >= hits.low) & (about <= hits.high) & (about >= hits.last)
        inside &= about - law <= TITLE
        return _Found(np.where(inside, LAW_TITLE, STATED), np.where(inside, law, -1))

    def _where(self, mark: int) -> Longs:
        return np.flatnonzero(self.does & mark)

    def _joined(self, place: Ints, low: Ints) -> Bools:
        """Tell whether a place is in the unit and no punctuation stands behind it."""
        inside: Bools = (place >= low) & ~self.gap[place + 1]
        return inside

    def denials(self, hits: _Hits) -> _Found:
        found = _Found.nothing(len(hits.first))
        place, off_matter = self._negators(hits)
        rows = np.flatnonzero(place >= 0)
        rows = rows[~self._denied(place[rows], hits.low[rows])]
        hits, place, matter = hits.where(rows), place[rows], off_matter[rows]
        regret = self._regrets(hits, place)
        found.put(rows, NEGATOR, place)
        refused, regretted = hits.against & ~matter, ~hits.against & ~matter & (regret >= 0)
        found.put(rows[refused], REFUSED, place[refused])
        found.put(rows[regretted], REGRETTED, regret[regretted])
        return found

    def _denied(self, place: Ints, low: Ints) -> Bools:
        """Tell whether a second negator denies one: "tidak bisa tidak", "tidak kurang"."""
        does, after = self.does, np.append(self.does[1:], np.uint64(0))
        negates = does & cues.NEGATES > 0
        start = np.maximum.accumulate(np.where(self.gap, np.arange(len(does)), 0))[place]
        start = np.maximum(start, low)
        before = np.maximum(place - 1, 0)
        denied = (place > start) & negates[before]
        rhetorical = (does & cues.IS_RHETORICAL > 0) & (after & (cues.ALLOWS | cues.SUPPOSES) > 0)
        supposing = np.flatnonzero(rhetorical | (negates & (after & cues.SUPPOSES > 0)))
        existing = np.flatnonzero(negates & (after & cues.EXISTS > 0))
        relates = does[before] & cues.RELATES > 0
        clause = _latest(self._where(cues.OPENS_CLAUSE), place)
        allowing = np.flatnonzero(negates & (after & cues.ALLOWS > 0))
        for places, reach, fits in (
            (allowing, NEAR, True),
            (supposing, FAR, True),
            (existing, FAR, relates),
        ):
            at = _latest(places, place)
            denied |= (at >= start) & (place - at <= reach) & (at > clause) & fits
        return denied

    def _regrets(self, hits: _Hits, place: Ints) -> Longs:
        """Return the word that regrets, demands or fears a lack of the value, or -1.

        Also "tanpa" where it states a condition: it opens the unit, or a denial goes before it
        ("tidak ada integritas tanpa kejujuran").
        """
        none = len(self.does)
        causes = self._where(cues.CAUSES_IT)
        # what comes after "sebab" only explains the lack
        explained = _next(causes, hits.last, none)
        regret = _next(self._where(cues.REGRETS_LACK), hits.low, none)
        regret = np.where(regret <= np.minimum(hits.high, explained), regret, none)
        cause = _next(causes, hits.low, none)
        regret = np.minimum(regret, np.where(cause < place, cause, none))
        without = self.does & cues.IS_WITHOUT > 0
        run = np.maximum.accumulate(np.where(self.gap, np.arange(none), 0))
        broken = self._where(cues.IS_BREAK)
        denier = _latest(np.flatnonzero((self.does & cues.NEGATES > 0) & ~without), place)
        twice = without[place] & (denier >= np.maximum(run[place], hits.low))
        twice &= _latest(broken, place) < denier
        regret = np.where(twice | (without[place] & (place == hits.low)), place, regret)
        after = _next(np.flatnonzero(without), hits.last, none)
        inside = np.minimum(after, none - 1)
        lacks = ~without[place] & (after <= hits.high) & (run[inside] <= place)
        lacks &= _latest(broken, inside) < place
        regret = np.where(lacks, after, regret)
        return np.where(regret < none, regret, -1)

    def _negators(self, hits: _Hits) -> tuple[Ints, Bools]:
        """Return the negator that reaches each hit, or -1, and whether it denies the matter.

        That is: that the matter is this one, not the value.
        """
        found = np.full(len(hits.first), -1, dtype=np.int32)
        off_matter = np.zeros(len(found), dtype=bool)
        # "tidak berhenti belajar": what keeps the value may be the first word of the hit
        own = (hits.first < hits.last) & ~hits.against  # "tidak melanggar aturan" is a refusal
        between = np.where(own, self.does[hits.first] & cues.KEEPS, 0)
        between = between.astype(np.uint64)
        place = hits.first - 1
        rows = np.flatnonzero(self._joined(place, hits.low))
        for _ in range(REACH):
            at = place[rows]
            does = self.does[at]
            negates = does & cues.NEGATES > 0
            reaches = negates & (between[rows] & cues.KEEPS == 0)
            found[rows[reaches]] = at[reaches]
            # "bukan" denies that a value is the matter; a vice it sets aside
            matter = (does & cues.IDENTIFIES > 0) & ~hits.against[rows]
            matter |= between[rows] & cues.NAMES_MATTER > 0
            off_matter[rows] = matter
            between[rows] |= does
            place[rows] -= 1
            rows = rows[~negates & self._joined(at - 1, hits.low[rows])]
        return found, off_matter

    def aspirations(self, hits: _Hits) -> _Found:
        aspires = self._where(cues.ASPIRES)
        aspires = np.union1d(aspires[~self._void(aspires)], self._wishes())
        before = _latest(aspires, hits.first)
        cue = np.where(before >= hits.low, before, _latest(aspires, hits.last + 1))
        near = cue >= hits.low
        return _Found(np.where(near, MODAL, STATED), np.where(near, cue, -1))

    def _wishes(self) -> Longs:
        """Return the words that wish beside the next one: "kalau saja", "doa saya"."""
        same = self.unit[:-1] == self.unit[1:]
        wishes = np.zeros(len(same), dtype=bool)
        for word, before in cues.WISHED:
            wishes |= same & (self.does[:-1] & word > 0) & (self.does[1:] & before > 0)
        return np.flatnonzero(wishes)

    def _void(self, places: Longs) -> Bools:
        """Tell which modals are none beside their neighbours: "mungkin akan", "akan tetapi"."""
        does = self.does[places]
        last = len(self.does) - 1
        before, after = np.maximum(places - 1, 0), np.minimum(places + 1, last)
        back = np.where(
            (places > before) & (self.unit[before] == self.unit[places]), self.does[before], 0
        )
        onward = np.where(
            (after > places) & (self.unit[after] == self.unit[places]), self.does[after], 0
        )
        void = np.zeros(len(places), dtype=bool)
        for word, follows, precedes in cues.VOIDED:
            void |= (does & word > 0) & ((back & follows > 0) | (onward & precedes > 0))
        return void


def _latest(places: Longs, before: Ints) -> Longs:
    """Return the last of the places (ascending) before each token, or -1."""
    return np.concatenate(([-1], places))[np.searchsorted(places, before)]


def _next(places: Longs, since: Ints, none: int) -> Longs:
    """Return the first of the places (ascending) from each token on, or ``none``."""
    return np.concatenate((places, [none]))[np.searchsorted(places, since)]
