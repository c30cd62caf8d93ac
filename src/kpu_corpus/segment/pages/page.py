"""Lines of a source → a page: its furniture, by position and wording, and the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, takewhile
from typing import NamedTuple

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS
from kpu_corpus.segment.bylines.byline import byline, is_date, is_posted
from kpu_corpus.segment.bylines.covers import names_cohort
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import labelled, title_label
from kpu_corpus.segment.bylines.signature import is_about_author
from kpu_corpus.segment.bylines.work import is_number
from kpu_corpus.segment.layouts import CLOSES, FOOTER, HEADER, INSIDE, LISTING, Rule, teaser_at
from kpu_corpus.segment.lines import (
    SENTENCE_WORDS,
    Line,
    Piece,
    ends_sentence,
    is_drawn,
    is_running,
    is_said,
    is_short,
    is_text,
    title_case,
)
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pages.blocks import contents, menus_above, properties, running_heads
from kpu_corpus.segment.pages.headed import credited, headed, parted, profiled
from kpu_corpus.segment.pages.messages import answered, answers, messages
from kpu_corpus.segment.pages.numbering import counted
from kpu_corpus.segment.pictures import is_caption

LISTS = ("related_list", "popular")  # furniture above the titles of other texts
DAY_SIZE = len("2025-06-02")
TEASER_WORDS = 8  # of a line that a list has cut off at least
TEASERS = 3  # such lines, at least
ALIKE = 1.25  # the length of the longest by that of the shortest, at most
PICTURE_WORDS = 2  # a title that the link of a picture has as well is longer


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
    fronts: dict[int, list[list[Piece]]] = field(default_factory=dict)
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
    def labelled(self) -> bool:
        """Whether the first title has its label before it."""
        above = takewhile(lambda line: not is_running(line), self.text)
        return any(map(title_label, above))

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

        All long lines above titles are, and several, at nearly one length: who ends the parts of a
        text so does not measure them.
        """
        pairs = enumerate(pairwise(self.text))
        ends = [x for x, (line, below) in pairs if line.words >= TEASER_WORDS and _may_head(below)]
        cut = all(self.text[at].text.endswith(("...", "…")) for at in ends)
        sizes = sorted(len(self.text[at].text) for at in ends)
        return {*ends} if cut and len(ends) >= TEASERS and sizes[-1] <= ALIKE * sizes[0] else set()

    def front(self, place: int) -> list[list[Piece]]:
        """Return the pieces of the lines from a place on that tell author, office and date."""
        if place not in self.fronts:  # each place is asked for several times
            self.fronts[place] = front_matter(self.text[place : place + FRONT_LINES])
        return self.fronts[place]

    def closed_before(self, place: int) -> bool:
        """Tell whether something ends an entry between this line and the one before it.

        Buttons between a title, with who wrote it, and its text end none.
        """
        if place == 0 or self._heads(place):
            return False
        above = self.text[place - 1]
        cut = place - 1 in self.teasers or teaser_at(above.text) is not None
        if cut or self.posted_before(place):
            return True
        between = range(self.rest[place - 1] + 1, self.rest[place])
        return any(self.labels[index].rule in CLOSES for index in between)

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


def read_page(lines: list[Line]) -> Page:
    """Part page furniture from the rest: above the first title, below the last body, by name."""
    lines = parted(credited(profiled(lines)))
    chat = messages(lines)
    lines, numbers, talk = chat or (*counted(lines), set())
    lines, people = headed(lines)
    posts = chat is None and not numbers
    numbers, talk = answers(lines) if posts else (numbers, talk)
    lines = _with_heads(lines, numbers) if posts else lines
    page = Page(lines, numbers=numbers, people=people, posts=bool(chat or (posts and numbers)))
    footers = [_below(lines, index) for index in range(len(lines))]
    last_body = _last_text(lines, footers)
    above = set() if chat else _above_numbers(lines, numbers) or menus_above(lines)
    told: dict[int, Label] = {}
    for found, name, sure in (
        (above | properties(lines), "above_title", 0.6),
        (talk if chat else talk | numbers, "message" if chat or posts else "essay_number", 0.95),
        (contents(lines), "contents", 0.9),
        (running_heads(lines), "running_head", 0.9),
        (answered(lines), "mail_answered", 0.9),
        (_pictured(lines), "repeated_title", 0.9),
    ):
        told |= dict.fromkeys(found, Label("chrome", name, sure))
    top, below, titled, begun, closed = True, False, False, False, False
    front: list[Line] = []
    beside: list[int] = []  # lines outside of the part with the text, kept above its title
    for index, line in enumerate(lines):
        if label := _by_itself(line) or told.get(index):
            page.labels[index] = label
            continue
        begins = top or page.lists or closed
        header = HEADER.of(line.text) if begins else None
        if header and header.name == "ticker" and facts_of(line):
            header = None
        inside = INSIDE.of(line.text)
        footer = inside or footers[index]
        inner = last_body < 0 or index <= last_body
        if footer and footer.name == "pages" and (inner or is_number(line)):
            footer = None
        rule = header or footer
        if rule:
            page.labels[index] = Label("chrome", rule.name, rule.confidence)
            page.names.add(rule.name)
            closed = rule.name in CLOSES
            below = below or (index > last_body and rule is footer and rule is not inside)
        elif below:
            page.labels[index] = Label("chrome", "below_furniture", 0.8)
        elif line.mark == "outside" and not _tells(front, lines[index : index + 2], titled, begun):
            page.labels |= dict.fromkeys([*beside, index], Label("chrome", "outside_text", 0.8))
            beside = []
        else:
            top = closed = False
            beside = [*beside, index] if line.mark == "outside" and not titled else []
            tells = line.mark in ("outside", "author", "date")
            front = [*front, line][:FRONT_LINES] if tells else []
            titled = titled or line.mark not in ("outside", "author", "date")
            begun = begun or is_running(line)
    return page


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


def _pictured(lines: list[Line]) -> set[int]:
    """Return the lines with a bullet that are the next line once more, as the link of a picture."""
    pairs = enumerate(pairwise(lines))
    return {
        at
        for at, (line, after) in pairs
        if line.text[:1] in BULLETS
        and after.words > PICTURE_WORDS
        and line.text[1:].strip() == after.text
    }


def _with_heads(lines: list[Line], subjects: set[int]) -> list[Line]:
    """Return the lines, those between the subject of an answer and its text as part of it."""
    heads: set[int] = set()
    for subject in subjects:
        below = range(subject, min(subject + FRONT_LINES, len(lines)))
        heads.update(takewhile(lambda at: not is_running(lines[at]), below))
    return [
        line._replace(mark="") if at in heads and line.mark == "outside" else line
        for at, line in enumerate(lines)
    ]


def _below(lines: list[Line], index: int) -> Rule | None:
    """Return the rule by which a line is furniture below a text; buttons stand beside others.

    A word that buttons have stands alone in a poem, or heads a part: "Suka", "Detail".
    """
    rule = FOOTER.of(lines[index].text.lstrip("• "))  # a list of buttons
    if rule and rule.name == "buttons" and lines[index].text.isalpha():
        beside = (lines[at] for at in (index - 1, index + 1) if 0 <= at < len(lines))
        return rule if any(FOOTER.of(line.text) for line in beside) else None
    return rule


def _by_itself(line: Line) -> Label | None:
    """Return what a line is by its mark in the file, or as a line drawn between parts."""
    if line.mark in MARKED and not is_posted(line):
        return MARKED[line.mark]
    return Label("chrome", "decoration", 0.9) if is_drawn(line.text) else None


def _tells(front: list[Line], lines: list[Line], titled: bool, begun: bool) -> bool:
    """Tell whether the first line says who wrote a text that has ``begun`` above it or will below.

    Those of the ``front`` stand above it and say so too. A name alone above the title is rather
    that of the site.
    """
    if begun:
        return is_about_author(lines[0])
    return len(front) < len(front_matter([*front, *lines], titled=titled))


def _above_numbers(lines: list[Line], numbers: set[int]) -> set[int]:
    """Return the short lines above the first of several numbers: they name the collection.

    Left as they were they would take the title and the author of the first essay for their own.
    """
    above = lines[: min(numbers)] if len(numbers) > 1 else []
    if any(map(is_running, above)):
        return set()
    told = (byline(line) or labelled(line) or names_cohort(line) for line in above)
    return {at for at, tells in enumerate(told) if not tells}


def _last_text(lines: list[Line], footers: list[Rule | None]) -> int:
    """Return the index of the last line of text: a long one, or a sentence above all furniture.

    Below the heading of a blog's other posts there is none, and below that of other texts it ends
    like a sentence: their titles do not.
    """
    last, closed, listed = -1, False, False
    for index, (line, rule) in enumerate(zip(lines, footers, strict=True)):
        if line.mark in MARKED:
            continue
        if rule and rule.name == "other_posts":
            break
        listed = listed or bool(rule and last >= 0 and rule.name in LISTS)
        closed = closed or bool(rule and last >= 0 and rule.name not in ("share", "tags", "pages"))
        sentence = not closed and line.words >= SENTENCE_WORDS and is_said(line.text)
        runs = is_running(line) and (not listed or ends_sentence(line.text))
        if not rule and (runs or sentence):
            last = index
    return last
