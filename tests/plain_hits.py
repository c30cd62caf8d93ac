"""The hits of a lexicon in plain loops over the tokens: slow, but what the search must equal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from kpu_corpus.analysis.lexicon import Lexicon, Pattern
from kpu_corpus.analysis.matching.slots import Slot, sequences, units_of
from kpu_corpus.analysis.status import RULES, cues, labels, name_words
from kpu_corpus.analysis.status.marks import is_active, is_passive
from kpu_corpus.indonesian.batch.sentences.naming import KINDS
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.indonesian.spelling.data import corrections
from kpu_corpus.tokens import Tokens

BREAKS = "dan atau serta tetapi tapi sehingga karena sebab yang".split()

Place = tuple[int, int]


class Row(NamedTuple):
    theme: str
    pattern: str
    first: int
    last: int
    rule: str
    cue: str


class Verdict(NamedTuple):
    rule: str
    cue: str


def hits(tokens: Tokens, lexicon: Lexicon) -> list[Row]:
    """Return every hit, in the order of themes and text."""
    return [
        Row(theme.key, match, first, last, *judged(tokens, first, last, against))
        for theme in lexicon.themes
        for first, last, match, against in chosen(tokens, lexicon, theme.key)
    ]


def chosen(tokens: Tokens, lexicon: Lexicon, key: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield the places of a theme, none overlapping: the earliest and longest wins."""
    found = [
        (first, -last, match, pattern.against)
        for pattern in lexicon.patterns(key)
        for match in pattern.match
        for first, last in places(tokens, lexicon, match)
        if tokens.units.body[tokens.unit[first]]
        and in_context(tokens, lexicon, pattern, first, last)
    ]
    after = 0
    for first, minus_last, match, against in sorted(found):
        if first >= after:
            yield first, -minus_last, match, against
            after = 1 - minus_last


def places(tokens: Tokens, lexicon: Lexicon, match: str) -> set[Place]:
    phrases = tuple(tokens.manifest["settings"]["phrases"])
    return {
        (first, last)
        for slots in sequences(match, lexicon.sets, phrases, lexicon.name)
        for last, first in followed(tokens, slots).items()
    }


def followed(tokens: Tokens, slots: tuple[Slot, ...]) -> dict[int, int]:
    """Return last → first token of what fits the slots, each from the nearest start."""
    reached = {place: place for place in range(len(tokens)) if fits(tokens, place, slots[0])}
    for slot in slots[1:]:
        further = {}
        for place in range(len(tokens)):
            before = [other for other in reached if other < place]
            if not before or not fits(tokens, place, slot):
                continue
            nearest = max(before)
            if place - nearest <= slot.gap + 1 and tokens.unit[nearest] == tokens.unit[place]:
                further[place] = reached[nearest]
        reached = further
    return reached


def in_context(tokens: Tokens, lexicon: Lexicon, pattern: Pattern, first: int, last: int) -> bool:
    def near(match: str) -> bool:
        for other, _ in places(tokens, lexicon, match):
            same = tokens.unit[other] == tokens.unit[first]
            if same and not pattern.near:
                return True
            if same and first - pattern.near <= other <= last + pattern.near:
                return True
        return False

    wanted = any(map(near, pattern.context)) if pattern.context else True
    return wanted and not any(map(near, pattern.without))


def fits(tokens: Tokens, place: int, slot: Slot) -> bool:
    kind = tokens.type[place]
    norm, root = tokens.types.norm[kind], tokens.types.root[kind]
    readings = [(norm, root)]
    if norm in COLLOQUIAL:
        readings.append((formal(norm), root_of(tokens, formal(norm))))
    if " " in norm and (slot.alone or tokens.types.kind[kind] != "name"):
        readings += inner(tokens, norm)
    return any(fits_word(tokens, word, *reading) for word in slot.words for reading in readings)


def inner(tokens: Tokens, norm: str) -> list[tuple[str, str]]:
    """Return the words inside a joined form, and the units inside it, with their roots."""
    words, units = norm.split(), units_of(()).roots
    spans = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    parts = [span for span in spans if span != norm and (" " not in span or span in units)]
    return [(part, units.get(part) or root_of(tokens, part)) for part in parts]


def fits_word(tokens: Tokens, word: str, norm: str, root: str) -> bool:
    if word.startswith("="):
        return norm in exact(word[1:].replace("_", " "))
    if "*" in word:
        return bool(re.fullmatch(word.replace("*", ".*"), norm))
    form = word.replace("_", " ")
    sought = units_of(()).roots.get(form) or root_of(tokens, form)
    if norm == form or root != sought:
        return norm == form
    doubled = "-" in form and sought in [root_of(tokens, part) for part in form.split("-")]
    return "-" in norm or not doubled


@cache
def exact(form: str) -> frozenset[str]:
    stems = (form, f"{form}-{form}", corrections().get(form, (form,))[0])
    return frozenset(stem + clitic for stem in stems for clitic in ("", *CLITICS))


def root_of(tokens: Tokens, norm: str) -> str:
    return _root_of(norm, tokens.roots)


@cache
def _root_of(norm: str, roots: Roots) -> str:
    return roots_of([norm], roots=roots)[0]


def judged(tokens: Tokens, first: int, last: int, against: bool) -> Verdict:
    return Words(tokens, first, last).judged(against)


class Words:
    """The words around one hit."""

    def __init__(self, tokens: Tokens, first: int, last: int) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.unit = int(tokens.unit[first])
        own = [place for place in range(len(tokens)) if tokens.unit[place] == self.unit]
        self.low, self.high = own[0], own[-1]

    def judged(self, against: bool) -> Verdict:
        rules: list[Callable[[], Verdict | None]] = [
            self.name,
            self.quoted,
            self.motto,
            self.own_motto,
        ]
        for rule in rules:
            if found := rule():
                return found
        denied, hoped = self.denied(against), self.aspired()
        if hoped and (denied is None or denied.rule == "refused"):
            return hoped
        return denied or Verdict("stated", "")

    def norm(self, place: int) -> str:
        """Return the word that a place is read as."""
        kind = self.tokens.type[place]
        norm, surface = self.tokens.types.norm[kind], self.tokens.types.surface[kind]
        return (
            norm if surface.isupper() and self.tokens.types.kind[kind] == "name" else formal(norm)
        )

    def surface(self, place: int) -> str:
        return self.tokens.types.surface[self.tokens.type[place]]

    def left(self, place: int | None = None) -> Iterator[int]:
        """Yield the places before one (the hit), the nearest first, up to a mark of punctuation."""
        for before in range((self.first if place is None else place) - 1, self.low - 1, -1):
            if self.tokens.words.gap[before + 1]:
                return
            yield before

    def name(self) -> Verdict | None:
        if KINDS[self.tokens.units.kind[self.unit]] == "sign_off":
            return Verdict("motto", "")
        hit = range(self.first, self.last + 1)
        kinds = self.tokens.types.kind
        if all(self.programme(place) for place in hit):
            return Verdict("motto", self.surface(self.first))
        if all(kinds[self.tokens.type[p]] == "name" and " " in self.norm(p) for p in hit):
            return Verdict("institution", " ".join(self.surface(self.first).split()))
        capital = [self.surface(place)[0].isupper() for place in hit]
        links = [self.norm(place) in (*name_words.TITLE_LINKS, *cues.JOINING) for place in hit]
        written = capital[0] and all(a or b for a, b in zip(capital, links, strict=True))
        if written and (found := self.headed(linked=not all(capital))):
            return found
        if all(capital) and self.called():
            return Verdict("institution", self.surface(self.first - 1))
        return self.numbered()

    def called(self) -> bool:
        """Tell whether the hit is what somebody is called: a capital behind "Pak"."""
        addressed = self.near(self.first - 1) in name_words.ADDRESSES and not self.gap(self.first)
        verb = self.verb(self.first, active=True) or self.verb(self.first, active=False)
        return addressed and not verb and self.mixed()

    def mixed(self) -> bool:
        """Tell whether words of the unit, other than what titles have, are in small letters."""
        links = {*cues.JOINING, *name_words.MOTTO_LINKS, "tentang", "mengenai"}
        return any(
            not self.capital(place)
            and self.norm(place) not in links
            and self.tokens.types.kind[self.tokens.type[place]] != "number"
            for place in range(self.low, self.high + 1)
        )

    def numbered(self) -> Verdict | None:
        """Look for "tentang" behind a law's number right before the hit, or one word before it."""
        gap, types = self.tokens.words.gap, self.tokens.types
        for place in range(self.first - 1, max(self.low, self.first - 3), -1):
            number = types.kind[self.tokens.type[place - 1]] == "number"
            if self.norm(place) != "tentang" or not number:
                continue
            apart = any(gap[place + 1 : self.last + 1])
            if not apart and any(map(self.is_law, range(max(self.low, place - 8), place))):
                return Verdict("law_title", self.surface(place))
        return None

    def programme(self, place: int) -> bool:
        capitals = any(letter.isupper() for letter in self.surface(place)[1:])
        return self.norm(place) in name_words.PROGRAMMES and capitals

    def is_law(self, place: int) -> bool:
        kind = self.tokens.type[place]
        types = self.tokens.types
        named = types.kind[kind] == "name" and " " in types.norm[kind]
        return self.norm(place) in name_words.LAWS or (
            named and types.root[kind] in name_words.LAWS
        )

    def headed(self, *, linked: bool) -> Verdict | None:
        """Follow the capitals to the left, beyond small words and commas in titles and lists."""
        parted, listed = False, self.listed()
        for place in range(self.first - 1, self.low - 2, -1):
            parted = parted or self.gap(place + 1)
            norm = self.near(place)
            before = range(max(self.low, place - 8), place)
            listed = listed or (norm in cues.JOINING and self.gap(place))
            law = norm in ("tentang", "mengenai") and any(map(self.is_law, before))
            if law and (linked or listed or not parted):
                return Verdict("law_title", self.surface(place))
            goes_on = norm in cues.JOINING or self.capital(place)
            day = norm in name_words.DAYS
            if goes_on and not parted and not linked and not day:
                if norm in name_words.HEADS and self.near(place + 1) not in cues.JOINING:
                    return Verdict("institution", self.surface(place))
                if norm not in name_words.HEADS and self.is_law(place):
                    return Verdict("law_title", self.surface(place))
            lists = goes_on and not linked and norm in name_words.HEADS_OF_LISTS
            if lists and (listed or self.enumerates(place)):
                return Verdict("institution", self.surface(place))
            if norm in name_words.SMALL_HEADS and not (goes_on or parted or linked):
                beside = not self.gap(place + 2) and self.capital(place + 2)
                if beside and place + 2 <= self.end():
                    return Verdict("institution", self.surface(place))
            if day or not (goes_on or norm in name_words.TITLE_LINKS):
                return None
            linked = linked or not goes_on or (parted and norm in name_words.TITLE_LINKS)
        return None

    def gap(self, place: int) -> bool:
        """Tell whether punctuation or the unit's beginning stands before a place of the unit."""
        return self.low <= place <= self.high and bool(self.tokens.words.gap[place])

    def capital(self, place: int) -> bool:
        return self.low <= place <= self.high and self.surface(place)[0].isupper()

    def end(self) -> int:
        """Return the last of the capitals, "dan" among them, that the hit is among."""
        end = self.last
        while self.capital(end + 1) or self.near(end + 1) in cues.JOINING:
            end += 1
        return end

    def enumerates(self, head: int) -> bool:
        """Tell whether two commas and "dan" stand among the capitals behind a head."""
        commas = sum(map(self.gap, range(head + 2, self.end() + 1)))
        joined = any(self.near(p) in cues.JOINING for p in range(head + 2, self.end() + 1))
        return commas > 1 and joined

    def listed(self) -> bool:
        """Tell whether a comma and "dan" close the capitals behind the hit."""
        for place in range(self.last + 1, self.high):
            if self.near(place) in cues.JOINING and self.gap(place):
                return True
            if not self.capital(place) and self.near(place) not in name_words.TITLE_LINKS:
                return False
        return False

    def motto(self) -> Verdict | None:
        """Look for the word for a motto that leads to the capitals which the hit is among."""
        words = [p for p in range(self.low, self.first) if self.says(p)]
        said = all(map(self.in_motto, range(self.first, self.last + 1)))
        if not words or not self.capital(self.first) or not said:
            return None
        word = words[-1]
        first = self.first
        while first - 1 > word and self.in_motto(first - 1):
            first -= 1
        told = self.near(first - 1) in name_words.TELLS and first - word <= name_words.TELLING
        between = range(word + 1, first - told)
        halts = cues.NEGATORS | cues.HALTS
        if any(self.near(p) in halts or self.verb(p, active=True) for p in between):
            return None
        parts = any(self.near(p) in BREAKS or self.verb(p, active=False) for p in between)
        leads = told or (first - word <= name_words.SAYING and not parts)
        if not leads or any(map(self.gap, between)) or not self.capital(first):
            return None
        if self.gap(first) and self.near(word - 1) in cues.NEGATORS | cues.ADDITIVE:
            return None
        end = first
        while self.in_motto(end + 1):
            end += 1
        beside = any(self.two(p) for p in range(first, end))
        if not self.goes_on(first) or (self.near(word) in name_words.THEMES and not beside):
            return None
        return Verdict("motto", self.surface(word))

    def own_motto(self) -> Verdict | None:
        """Look for the motto "KPU Melayani" that does not go on."""
        said = self.near(self.first) in name_words.SERVES and self.capital(self.first)
        if not said or self.near(self.first - 1) not in name_words.COMMISSION:
            return None
        behind = self.first + 1
        on = self.capital(behind) or self.near(behind) in name_words.SERVED
        if self.gap(self.first) or not self.mixed() or (on and not self.gap(behind)):
            return None
        return Verdict("motto", self.surface(self.first - 1))

    def says(self, place: int) -> bool:
        norm = self.norm(place)
        return (
            norm.removesuffix("nya") in name_words.MOTTOES
            or norm in name_words.ENTITLING | name_words.THEMES
        )

    def two(self, place: int) -> bool:
        """Tell whether two capitals stand side by side from a place on."""
        return self.capital(place) and self.capital(place + 1) and not self.gap(place + 1)

    def in_motto(self, place: int) -> bool:
        """Tell whether a word may stand in what a motto says."""
        around = self.capital(place - 1) and self.capital(place + 1)
        link = self.near(place) in name_words.MOTTO_LINKS and around
        link = link and not self.gap(place) and not self.gap(place + 1)
        return link or self.capital(place) or self.near(place) in cues.JOINING

    def goes_on(self, first: int) -> bool:
        """Tell whether what is said goes on from its first word to the hit."""
        if sum(map(self.gap, range(first + 1, self.first + 1))) != 1:
            return True
        behind = self.last + 1
        closed = self.last == self.high or self.gap(behind) or self.capital(behind)
        beside = not self.gap(self.first) and self.capital(self.first - 1)
        beside = beside or self.last > self.first
        return closed or beside or self.near(behind) in cues.JOINING

    def verb(self, place: int, *, active: bool) -> bool:
        kind = self.tokens.type[place]
        told = is_active if active else is_passive
        return told(self.tokens.types.norm[kind], self.tokens.types.root[kind])

    def quoted(self) -> Verdict | None:
        offset = self.tokens.units.start[self.unit]
        start = self.tokens.words.start[self.first] - offset
        end = self.tokens.words.ends(self.last) - offset
        for label in labels.labels_in(self.tokens.text_of(self.unit)):
            if label.start < start and end < label.end:
                return Verdict([*RULES][label.rule], label.cue)
        return None

    def far(self, place: int) -> bool:
        """Tell whether "jauh dari" stands here, right before the hit or a word like "kata"."""
        if self.norm(place) not in cues.FAR or self.near(place + 1) not in cues.FROM:
            return False
        return place + 2 == self.first or self.near(place + 2) in cues.TERMS

    def negator(self, *, identity: bool) -> tuple[int, bool] | None:
        """Return the negator that reaches the hit and whether it denies the matter.

        ``identity``: "bukan" alone denies it.
        """
        between: set[str] = set()
        own = identity and self.first < self.last
        keeps = own and self.norm(self.first) in cues.ADDITIVE | cues.KEEPING
        for place in [*self.left()][:3]:
            norm = self.norm(place)
            if norm in cues.NEGATORS or self.far(place):
                kept = keeps or between & SPARING or self.idle(place)
                kept = kept or (identity and self.spares(place))
                kept = kept or (between & cues.FAULTS and between & cues.JOINING)
                kept = kept or self.adds(place)
                denies = (identity and norm in cues.IDENTITY) or bool(between & cues.MATTERS)
                return None if kept else (place, denies)
            between.add(norm)
        return None

    def idle(self, place: int) -> bool:
        """Tell whether a negator denies nothing: "tidak jarang", "suka (atau) tidak suka"."""
        onward, back = self.near(place + 1), self.near(place - 1)
        opens = place - 1 >= self.low and self.tokens.words.gap[place - 1]
        linked = opens or self.near(place - 2) in cues.JOINING
        if back == "paling" and not linked and place + 1 == self.first:
            return False
        if self.near(place + 2) == "pun":
            return False
        for words, after, before in cues.IDLE:
            ahead = onward in before and place + 1 != self.first
            beside = (not after or back in after) and (not before or ahead)
            if self.norm(place) in words and beside:
                return True
        if back in cues.JOINING:
            back = self.near(place - 2)
        return onward in cues.WILLS and back in cues.WILLS

    def adds(self, place: int) -> bool:
        """Tell whether a word behind the hit makes a negator add to it: "bukan integritas saja"."""
        if self.norm(place) not in cues.PLAIN or self.near(place - 1) == "yang":
            return False
        for other in range(self.last + 1, min(self.last + 3, self.high) + 1):
            if self.tokens.words.gap[other]:
                return False
            if self.norm(other) in cues.ONLY:
                return True
        return False

    def spares(self, place: int) -> bool:
        """Tell whether a negator guards the value: "jangan sampai"."""
        return self.norm(place) in cues.WARNINGS and self.near(place + 1) in cues.SUPPOSING

    def near(self, place: int) -> str:
        """Return the word at a place, or "" outside the unit."""
        return self.norm(place) if self.low <= place <= self.high else ""

    def denied(self, against: bool) -> Verdict | None:
        found = self.negator(identity=not against)
        if found is None:
            return None
        place, off_matter = found
        if self.doubly(place):
            return None
        if off_matter:
            return Verdict("negator", self.surface(place))
        if against:
            return Verdict("refused", self.surface(place))
        if (cue := self.regret(place)) is not None:
            return Verdict("regretted", self.surface(cue))
        return Verdict("negator", self.surface(place))

    def doubly(self, place: int) -> bool:
        """Tell whether a second negator denies the one here."""
        before = [*self.left(place)]
        if before and self.norm(before[0]) in cues.NEGATORS:
            return True
        back = self.norm(before[0]) if before else ""
        if back in cues.PRETEXTS and {self.norm(at) for at in before[1:2]} & cues.REJECTING:
            return True
        for distance, other in enumerate(before[:7], start=1):
            norm, later = self.norm(other), self.norm(other + 1)
            if norm in cues.CLAUSES:
                return False
            negates = norm in cues.NEGATORS
            if negates and later in cues.ALLOWING and distance <= 3:
                return True
            if negates and later in cues.EXISTING | cues.PRETEXTS and back == "yang":
                return True
            kept = later in cues.ADDITIVE | cues.KEEPING or self.idle(other)
            if negates and back in cues.PRETEXTS and self.near(other - 1) != "yang" and not kept:
                return True
            if norm in cues.WHOSE and later in cues.CLAIMS:
                return True
            doubtful = self.near(other - 1) not in cues.NEGATORS
            if negates and later in cues.SUPPOSING and doubtful:
                return True
        return False

    def regret(self, place: int) -> int | None:
        """Return the word that makes a lack regretted."""
        if self.norm(place) != "tanpa":
            for other in range(self.last + 1, self.high + 1):
                if self.norm(other) == "tanpa":
                    between = range(place + 1, other + 1)
                    gaps = any(self.tokens.words.gap[p] for p in between)
                    if not gaps and not any(self.norm(p) in BREAKS for p in between):
                        return other
                    break
            without = [p for p in range(self.low, place) if self.norm(p) == "tanpa"][-1:]
            far = self.near(place + 1) in cues.ALLOWING | cues.SUPPOSING | cues.EXISTING
            if far and without and (without[0] == self.low or self.in_clause(without[0])):
                return without[0]
        elif (
            (place == self.low and self.last < self.high)
            or (
                self.near(self.last + 1) in cues.PREDICATES | cues.NEGATORS - {"tanpa"}
                and not self.parted()
            )
            or (self.in_clause(place) and self.last < self.high and self.parted())
        ):
            return place
        else:
            for other in self.left(place):
                if self.norm(other) in BREAKS:
                    break
                asks = self.norm(other) in cues.ASKING and self.norm(other + 1) in cues.WORTH
                if asks or (self.norm(other) in cues.NEGATORS and self.norm(other) != "tanpa"):
                    return place
        for other in range(self.low, self.high + 1):
            norm = self.norm(other)
            if norm in cues.CAUSES and other > self.last:
                break
            if self.near(other - 1) in cues.NEGATORS and norm not in cues.DEMANDS | cues.UNDENIED:
                norm = ""
            if norm in cues.REGRETS or (norm in cues.CAUSES | cues.OCCASIONS and other < place):
                return other
        return self.last + 1 if self.near(self.last + 1) in cues.DEFINING else None

    def parted(self) -> bool:
        """Tell whether punctuation stands behind the hit."""
        return bool(self.tokens.words.gap[self.last + 1])

    def in_clause(self, place: int) -> bool:
        """Tell whether a word opens a clause behind a conjunction."""
        return self.near(place - 1) in cues.CAUSES | cues.HALTS

    def aspired(self) -> Verdict | None:
        facts = [p for p in range(self.low, self.first) if self.norm(p) in cues.FACTS]
        facts = [
            p for p in facts if self.near(p - 1) not in cues.NEGATORS and not self.hopes(p - 1)
        ]
        before = range(self.first - 1, max([self.low - 1, *facts]), -1)
        inside = range(self.last, self.first - 1, -1)
        for place in (*before, *inside):
            if self.hopes(place) or self.wishes(place) or self.promises(place):
                return Verdict("modal", self.surface(place))
        return self.demanded() if self.opens() else None

    def hopes(self, place: int) -> bool:
        """Tell whether a word of the unit is a modal wherever it stands."""
        told = place >= self.low and self.norm(place) in cues.ASPIRATIONS
        return told and not self.void(place)

    def opens(self) -> bool:
        """Tell whether the hit opens its clause."""
        back = self.norm(self.first - 1) if self.first > self.low else ""
        return bool(self.tokens.words.gap[self.first]) or back in cues.DEMANDED_AFTER

    def demanded(self) -> Verdict | None:
        """Look for a word of duty close behind the hit in its clause."""
        for place in range(self.last + 1, min(self.last + 3, self.high) + 1):
            norm = self.norm(place)
            if self.tokens.words.gap[place] or norm in (*BREAKS, *cues.CLAUSES, *cues.PERSONS):
                return None
            if norm in cues.DEMANDS and not self.void(place) and self.of_verb(place):
                return Verdict("modal", self.surface(place))
        return None

    def of_verb(self, place: int) -> bool:
        """Tell whether a word of duty that also stands before nouns stands before a verb."""
        if self.norm(place) not in cues.BEFORE_NOUNS:
            return True
        if place == self.high or self.tokens.words.gap[place + 1]:
            return True
        types, kind = self.tokens.types, self.tokens.type[place + 1]
        passive = types.norm[kind].startswith("di") and types.root[kind] in types.norm[kind][2:]
        return passive or self.norm(place + 1) in cues.BEFORE_VERBS

    def wishes(self, place: int) -> bool:
        """Tell whether a word wishes beside the next one."""
        onward = self.norm(place + 1) if place < self.high else ""
        return any(self.norm(place) in wish.words and onward in wish.before for wish in cues.WISHES)

    def promises(self, place: int) -> bool:
        """Tell whether a word resolves of oneself, who stands beside it or a few words before."""
        if self.norm(place) not in cues.PROMISES or self.void(place):
            return False
        if place < self.high and self.norm(place + 1) in cues.SELVES:
            return True
        who = place - 1
        for _ in range(2):
            who -= who >= self.low and self.norm(who) in cues.BETWEEN
        together = who >= self.low and not any(self.tokens.words.gap[who + 1 : place + 1])
        return together and self.norm(who) in cues.SELVES

    def void(self, place: int) -> bool:
        """Tell whether a modal is none beside its neighbours."""
        back = self.norm(place - 1) if place > self.low else ""
        onward = self.norm(place + 1) if place < self.high else ""
        return any(
            self.norm(place) in void.words and (back in void.after or onward in void.before)
            for void in cues.VOIDS
        )


SPARING = cues.ADDITIVE | cues.KEEPING | cues.MEASURING
BREAKS = frozenset("dan atau serta tetapi tapi sehingga karena sebab yang".split())
