"""A page: the lines of a source, those that are furniture labelled, and what each place tells."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.segment.bylines.byline import byline, is_date, is_posted
from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import title_label
from kpu_corpus.segment.layouts import CLOSES, LISTING, SITE, teaser_at
from kpu_corpus.segment.lines import (
    Line,
    Piece,
    ends_sentence,
    is_running,
    is_said,
    is_short,
    is_text,
    title_case,
)
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pictures import is_caption

AMID = ("more", "credits")  # furniture that may stand amid one text
DAY_SIZE = len("2025-06-02")
TEASER_WORDS = 8  # of a line that a list has cut off at least
TEASERS = 3  # such lines, at least
ALIKE = 1.25  # the length of the longest by that of the shortest, at most


class Label(NamedTuple):
    """What a line is: its kind, the rule that says so and how sure it is."""

    kind: str
    rule: str
    confidence: float


FURNITURE = Label("chrome", "marked_furniture", 0.9)
# What a file itself says of a line that is no text of an essay.
MARKED = {
    "chrome": FURNITURE,
    "margin": FURNITURE,
    "note": Label("reference", "marked_note", 0.95),
}


@dataclass
class Page:
    """The lines of a source, those that are furniture labelled."""

    lines: list[Line]
    labels: dict[int, Label] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    people: set[int] = field(default_factory=set)
    fronts: dict[tuple[int, bool], list[list[Piece]]] = field(default_factory=dict)
    posts: bool = False  # whether its essays are messages of a chat or answers in a forum

    @cached_property
    def rest(self) -> list[int]:
        """Indices of the lines that are not furniture."""
        return [index for index in range(len(self.lines)) if index not in self.labels]

    @cached_property
    def text(self) -> list[Line]:
        """The lines that are not furniture."""
        return [self.lines[index] for index in self.rest]

    @cached_property
    def entries(self) -> list[int]:
        """The places where essays begin that are counted: each below its number."""
        return [bisect_left(self.rest, index) for index in sorted(self.numbers)]

    @cached_property
    def authors(self) -> list[int]:
        """The places of headings that name the author of what stands below."""
        return [place for place, index in enumerate(self.rest) if index in self.people]

    @cached_property
    def first_text(self) -> int:
        """The place of the first line that is text of an essay; behind the last where none is."""
        places = (place for place, line in enumerate(self.text) if is_text(line))
        return next(places, len(self.text))

    @cached_property
    def cover(self) -> int:
        """How many lines stand above the first that no cover has."""
        return sum(1 for _ in takewhile(is_cover, self.text))

    @cached_property
    def occurrences(self) -> Counter[str]:
        """How many lines have the same text as one."""
        return Counter(line.text for line in self.text)

    @cached_property
    def labelled(self) -> bool:
        """Whether the first title has its label before it."""
        above = takewhile(lambda line: not is_running(line), self.text)
        return any(map(title_label, above))

    @cached_property
    def rules(self) -> Counter[str]:
        """How many lines are furniture by each rule."""
        return Counter(label.rule for label in self.labels.values())

    @property
    def lists(self) -> bool:
        """Whether the furniture is that of a page that lists essays."""
        return bool(self.names & LISTING)

    @cached_property
    def days(self) -> set[int]:
        """The places of the dates above posts of a blog: the first opens the page.

        Each stands right above a title; there are none where only one does, or a later day comes
        below an earlier one, as in a diary.
        """
        pairs = enumerate(pairwise(self.text))
        found = [at for at, (line, below) in pairs if _is_day(line) and _may_head(below)]
        posts = found[:1] == [0] and len(found) > 1
        return {*found} if posts and newest_first(self.text[at].text for at in found) else set()

    @cached_property
    def teasers(self) -> set[int]:
        """The places of the lines above titles that a list of posts has cut off with dots.

        All long lines above titles and the last are, each the only line of its post, and several,
        at nearly one length: who ends the parts of a text so does not measure them. Nobody signs
        above them all.
        """
        pairs = enumerate(pairwise(self.text))
        ends = [x for x, (line, below) in pairs if line.words >= TEASER_WORDS and _may_head(below)]
        if self.text and self.text[-1].text.endswith(("...", "…")):
            ends.append(len(self.text) - 1)
        cut = all(self.text[at].text.endswith(("...", "…")) for at in ends)
        cut = cut and not any(is_text(self.text[at - 1]) for at in ends if at)
        cut = cut and not any(map(byline, self.text[: max(ends[0] - 1, 0)] if ends else ()))
        sizes = sorted(len(self.text[at].text) for at in ends)
        return {*ends} if cut and len(ends) >= TEASERS and sizes[-1] <= ALIKE * sizes[0] else set()

    def front(self, place: int, *, titled: bool = False) -> list[list[Piece]]:
        """Return the pieces of the lines from a place on that tell author, office and date."""
        asked = place, titled
        if asked not in self.fronts:  # each place is asked for several times
            lines = self.text[place : place + FRONT_LINES]
            self.fronts[asked] = front_matter(lines, titled=titled)
        return self.fronts[asked]

    def closed_before(self, place: int, *, titled: bool = True) -> bool:
        """Tell whether something ends an entry between this line and the one before it.

        Buttons between a title, with who wrote it, and its text end none. Above a line that is no
        title, "Baca selengkapnya" or an editor may also stand amid a text, if nowhere else.
        """
        if place == 0 or self._heads(place):
            return False
        above = self.text[place - 1]
        cut = place - 1 in self.teasers or teaser_at(above.text) is not None
        if cut or self.posted_before(place):
            return True
        lines = range(self.rest[place - 1] + 1, self.rest[place])
        between = Counter(self.labels[index].rule for index in lines)
        ends = CLOSES & {*between}
        return any(titled or x not in AMID or self.rules[x] > between[x] for x in ends)

    @cached_property
    def of_site(self) -> bool:
        """Whether a footer shows that it is a page of a site: its first lines may be the site's."""
        return bool(self.names & SITE)

    def dated_above(self, place: int) -> bool:
        """Tell whether the date of a day, as blogs have it above its posts, stands above a place.

        What ends the entry before stands above it, or it is one of several.
        """
        above = place - 1
        if above in self.days:
            return True
        return above > 0 and is_date(self.text[above].text) and self.closed_before(above)

    def _heads(self, place: int) -> bool:
        """Tell whether only a title and what names its author, date or picture stand above."""
        above = place - 1
        while above > 0 and _tells_of_text(self.text[above]):
            above -= 1
        return above < place - 1 and not is_text(self.text[above])

    def posted_before(self, place: int) -> bool:
        """Tell whether the footer of a blog, below a text, stands right above a place."""
        above = self.text[max(place - 2, 0) : place]
        return len(above) == 2 and is_posted(above[1]) and ends_sentence(above[0].text)


def newest_first(dates: Iterable[str]) -> bool:
    """Tell whether posts have these dates: none is later than the one above it.

    >>> newest_first(["3 Juni 2025", "2 Juni 2025"]), newest_first(["2 Juni 2025", "3 Juni 2025"])
    (True, False)
    """
    return all(above >= below for above, below in pairwise(iso(date) or "" for date in dates))


def _is_day(line: Line) -> bool:
    return len(iso(line.text) or "") == DAY_SIZE


def _may_head(line: Line) -> bool:
    """Tell whether a line may be a title by its capitals."""
    short = is_short(line) and not is_said(line.text) and not is_date(line.text)
    return short and title_case(line.text) and not is_person(line.text)


def _tells_of_text(line: Line) -> bool:
    told = is_caption(line) or is_date(line.text) or facts_of(line) or byline(line)
    return bool(told)
