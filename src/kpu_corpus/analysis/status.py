"""What a hit says: asserted, aspired, negated, quoted or part of a name; with rule and cue.

The rules, the first that fits decides:

- ``name``: the whole hit stands inside an institution's name, a law's title or a motto.
- ``quoted``: it stands in a label in quotation marks: a title (its words capitalised) or what
  follows *bertema*, *slogan*, *istilah* … . Speech that is quoted counts as any other sentence.
- ``refused``: a negator before what the value forbids (*tanpa korupsi*, *bukan alasan mencuri*):
  asserted.
- ``regretted``: a negator before the value, and in the unit a cue of regret, condition, demand or
  consequence (*akibat aparat tidak netral*): the lack is regretted, so the value is asserted; the
  cue is the word that says so.
- ``negated``: a negator before the value and no such cue (*pegawai itu tidak netral*), or one that
  denies that the value is the matter (*tidak membahas netralitas*, *bukan soal disiplin*).
- ``aspired``: a word of duty, wish or resolve stands before it.
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
TITLE = 8  # words between "Undang-Undang" and "tentang" at most

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

    def where(self, rows: Any) -> _Hits:
        return _Hits(*(column[rows] for column in self))


class _Found(NamedTuple):
    """What a rule says of hits: STATED where it does not fit; the word of the cue, or -1."""

    rule: Codes
    cue: Ints

    @classmethod
    def nothing(cls, count: int) -> _Found:
        return cls(np.zeros(count, dtype=np.int8), np.full(count, -1, dtype=np.int32))

    def put(self, rows: Any, rule: Any, cue: Any) -> None:
        self.rule[rows], self.cue[rows] = rule, cue


class Judge:
    """Gives hits their status from the words around them in the same unit."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    def verdicts(self, first: Ints, last: Ints, against: Bools) -> Verdicts:
        """Return the rule and cue of the hits from tokens ``first`` to ``last`` (inside).

        ``against``: the hit names what the value forbids (Pattern.against).
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
        hits = _Hits(first - shift, last - shift, low, high, against)
        found = text.names(hits)
        signs = np.array([kinds[each] == "sign_off" for each in units.tolist()], dtype=bool)
        found.put(signs[row], MOTTO, -1)
        rows = np.flatnonzero(found.rule == STATED)
        marks = labelled(tokens, first[rows], last[rows])
        labels = rows[list(marks)]
        found.put(labels, LABEL, -1)
        for rule in (text.denials, text.aspirations):
            rows = np.flatnonzero(found.rule == STATED)
            found.put(rows, *rule(hits.where(rows)))
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

    does: npt.NDArray[np.uint16]
    gap: Bools
    unit: Ints

    def names(self, hits: _Hits) -> _Found:
        found = _Found.nothing(len(hits.first))
        every = np.zeros(len(hits.first), dtype=np.uint16)
        if len(every):
            starts = np.cumsum(hits.last - hits.first + 1) - (hits.last - hits.first + 1)
            tokens = ranges(hits.first, hits.last + 1)
            every = np.bitwise_and.reduceat(self.does[tokens], starts)
        headed = np.flatnonzero(every & cues.HAS_CAPITAL)
        found.put(headed, *self._headed(hits.where(headed)))
        whole = np.flatnonzero(every & cues.IS_NAME)
        found.put(whole, INSTITUTION, hits.first[whole])
        return found

    def _headed(self, hits: _Hits) -> _Found:
        """Follow the capitals to the left: a head word makes the run of capitals a name."""
        found = _Found.nothing(len(hits.first))
        laws = np.flatnonzero(self.does & cues.IS_LAW)
        place = hits.first - 1
        rows = np.flatnonzero(self._joined(place, hits.low))
        while len(rows):
            at, low = place[rows], hits.low[rows]
            does = self.does[at]
            law = _latest(laws, at)
            title = (does & cues.IS_ABOUT > 0) & (law >= low) & (law >= at - TITLE)
            goes_on = (does & (cues.JOINS | cues.HAS_CAPITAL) > 0) & ~title
            title |= goes_on & (does & (cues.IS_LAW | cues.HEADS_NAME) == cues.IS_LAW)
            head = goes_on & (does & cues.HEADS_NAME > 0)
            found.put(rows[title], LAW_TITLE, at[title])
            found.put(rows[head], INSTITUTION, at[head])
            place[rows] -= 1
            rows = rows[goes_on & ~title & ~head & self._joined(at - 1, low)]
        return found

    def _joined(self, place: Ints, low: Ints) -> Bools:
        """Tell whether a place is in the unit and no punctuation stands behind it."""
        inside: Bools = (place >= low) & ~self.gap[place + 1]
        return inside

    def denials(self, hits: _Hits) -> _Found:
        found = _Found.nothing(len(hits.first))
        place, off_matter = self._negators(hits)
        rows = np.flatnonzero(place >= 0)
        low, high, place = hits.low[rows], hits.high[rows], place[rows]
        regrets = np.flatnonzero(self.does & cues.REGRETS_LACK)
        regret = _next(regrets, low, none=len(self.does))
        # a unit that opens with "tanpa" states the condition itself
        opens = (place == low) & (self.does[place] & cues.IS_WITHOUT > 0)
        regret = np.where(opens, place, np.where(regret <= high, regret, -1))
        found.put(rows, NEGATOR, place)
        matter, against = off_matter[rows], hits.against[rows]
        refused, regretted = against & ~matter, ~against & ~matter & (regret >= 0)
        found.put(rows[refused], REFUSED, place[refused])
        found.put(rows[regretted], REGRETTED, regret[regretted])
        return found

    def _negators(self, hits: _Hits) -> tuple[Ints, Bools]:
        """Return the negator that reaches each hit, or -1, and whether it denies the matter.

        That is: that the matter is this one, not the value.
        """
        found = np.full(len(hits.first), -1, dtype=np.int32)
        off_matter = np.zeros(len(found), dtype=bool)
        between = np.zeros(len(found), dtype=np.uint16)
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
        aspires = np.flatnonzero(self.does & cues.ASPIRES)
        before = aspires - 1
        # "mungkin akan": foreseen; before the first word stands none
        same = self.unit[before] == self.unit[aspires]
        foreseen = (self.does[before] & cues.FORESEES > 0) & same
        cue = _latest(aspires[~foreseen | (before < 0)], hits.first)
        near = cue >= hits.low
        return _Found(np.where(near, MODAL, STATED), np.where(near, cue, -1))


def _latest(places: Longs, before: Ints) -> Longs:
    """Return the last of the places (ascending) before each token, or -1."""
    return np.concatenate(([-1], places))[np.searchsorted(places, before)]


def _next(places: Longs, since: Ints, none: int) -> Longs:
    """Return the first of the places (ascending) from each token on, or ``none``."""
    return np.concatenate((places, [none]))[np.searchsorted(places, since)]
