"""Lines of a source → a page: which of them are furniture, by position and wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS
from kpu_corpus.segment.bylines.byline import byline, is_posted
from kpu_corpus.segment.bylines.covers import names_cohort
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.offices import is_elections_office
from kpu_corpus.segment.bylines.signature import is_about_author
from kpu_corpus.segment.bylines.work import is_number
from kpu_corpus.segment.layouts import CLOSES, FOOTER, HEADER, INSIDE, Rule
from kpu_corpus.segment.lines import (
    Line,
    is_drawn,
    is_item,
    is_running,
    is_said,
)
from kpu_corpus.segment.pages.blocks import (
    contents,
    menus_above,
    properties,
    running_heads,
    translated,
)
from kpu_corpus.segment.pages.book_parts import book_parts, rubrics
from kpu_corpus.segment.pages.columns import columned
from kpu_corpus.segment.pages.headed import credited, headed, parted, profiled
from kpu_corpus.segment.pages.last_text import last_text
from kpu_corpus.segment.pages.messages import answered, answers, messages
from kpu_corpus.segment.pages.numbering import announced, counted
from kpu_corpus.segment.pages.page import MARKED, Label, Page
from kpu_corpus.segment.sections import is_section

NAME_WORDS = 4  # of the name of an editor
PICTURE_WORDS = 2  # a title that the link of a picture has as well is longer
_WAY = re.compile(r"(?:Home|Beranda)(?: [A-Z&]\S*){1,4}|.{1,80}\s[/»›>|•]")


def read_page(lines: list[Line]) -> Page:
    """Part page furniture from the rest: above the first title, below the last body, by name."""
    lines = parted(credited(profiled(columned(lines))))
    chat = messages(lines)
    lines, numbers, talk = chat or (*counted(lines), set())
    lines, people = headed(lines)
    posts = chat is None and not numbers
    numbers, talk = answers(lines) if posts else (numbers, talk)
    lines = _with_heads(lines, numbers) if posts else lines
    page = Page(lines, numbers=numbers, people=people, posts=bool(chat or (posts and numbers)))
    footers = [_below(lines, index) for index in range(len(lines))]
    last_body = last_text(lines, footers, numbers)
    above = set() if chat else _above_numbers(lines, numbers) or menus_above(lines)
    told: dict[int, Label] = {}
    for found, name, sure in (
        (above | properties(lines), "above_title", 0.6),
        (talk if chat else talk | numbers, "message" if chat or posts else "essay_number", 0.95),
        (contents(lines), "contents", 0.9),
        (running_heads(lines), "running_head", 0.9),
        (translated(lines), "translated", 0.9),
        (book_parts(lines) | rubrics(lines), "above_title", 0.9),
        (answered(lines), "mail_answered", 0.9),
        (_pictured(lines), "repeated_title", 0.9),
        (_related(lines), "related", 0.9),
    ):
        told |= dict.fromkeys(found, Label("chrome", name, sure))
    _label(page, told, footers, last_body)
    return page


def _label(page: Page, told: dict[int, Label], footers: list[Rule | None], last: int) -> None:
    """Label the lines of a page that are furniture: told so, or by what stands above each.

    Below the ``last`` line of text all is furniture from the first line on that a rule tells.
    """
    top, below, closed = True, False, False
    outside = _Outside(page)
    for index, line in enumerate(page.lines):
        if label := _by_itself(line) or told.get(index):
            page.labels[index] = label
            continue
        header = _header(line) if top or page.lists or closed else None
        inside = INSIDE.of(line.text)
        footer = inside or footers[index]
        inner = last < 0 or index <= last
        if footer and footer.name == "pages" and (inner or is_number(line)):
            footer = None
        if rule := header or footer:
            page.labels[index] = Label("chrome", rule.name, rule.confidence)
            page.names.add(rule.name)
            closed = rule.name in CLOSES
            below = below or (index > last and rule is footer and rule is not inside)
        elif below:
            page.labels[index] = Label("chrome", "below_furniture", 0.8)
        elif not outside.labels(index):  # below the name of its office a site has its menu
            top, closed = top and line.headed and is_elections_office(line.text), False


def _header(line: Line) -> Rule | None:
    """Return the rule by which a line is furniture above a title; who wrote and when is none."""
    rule = HEADER.of(line.text)
    return None if rule and rule.name == "ticker" and facts_of(line) else rule


@dataclass
class _Outside:
    """The lines of a page outside of the part with its text, as they are read from top to bottom.

    Those that say who wrote the text are kept, and so are those right above its title.
    """

    page: Page
    titled: bool = False  # whether a line of the text, or its title, stands above
    begun: bool = False  # whether running text does
    front: list[Line] = field(default_factory=list)  # the last lines above that say who wrote
    beside: list[int] = field(default_factory=list)  # the lines kept so far, above the title

    def labels(self, index: int) -> bool:
        """Label a line that is furniture, and those kept above it; tell whether it is."""
        lines = self.page.lines
        line, outside = lines[index], lines[index].mark == "outside"
        below = lines[index : index + 2]
        if outside and not _tells(self.front, below, self.titled, self.begun):
            label = Label("chrome", "outside_text", 0.8)
            self.page.labels |= dict.fromkeys([*self.beside, index], label)
            self.beside = []
            return True
        self.beside = [*self.beside, index] if outside and not self.titled else []
        tells = line.mark in ("outside", "author", "date")
        self.front = [*self.front, line][:FRONT_LINES] if tells else []
        self.titled = self.titled or not tells
        self.begun = self.begun or is_running(line)
        return False


def _related(lines: list[Line]) -> set[int]:
    """Return the titles of other texts in the line below "Baca juga:".

    A sentence is none, nor a point of several or the heading of a section.
    """
    pairs = enumerate(pairwise(lines))
    return {
        at + 1
        for at, (line, below) in pairs
        if line.text.endswith(":") and not (is_running(below) or is_said(below.text))
        if not (is_item(below.text) or is_section(below))
        if (rule := INSIDE.of(line.text)) and rule.name == "related"
    }


def _pictured(lines: list[Line]) -> set[int]:
    """Return the lines that are the next line once more, a bullet or the way to it before it.

    Such is the link of a picture, and where the page stands on its site: "Opini / Esai / Judul".
    """
    return {
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if (before := line.text.removesuffix(after.text).strip()) != line.text
        and (before in BULLETS or _WAY.fullmatch(before))
        and after.words > PICTURE_WORDS
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

    A word that buttons have stands alone in a poem, or heads a part: "Suka", "Detail". Below
    "Editor:" stands a name, or it opens what an editor says.
    """
    line = lines[index]
    rule = FOOTER.of(line.text.lstrip("• "))  # a list of buttons
    if rule and rule.name == "credits" and line.text.endswith(":"):
        below = lines[index + 1 : index + 2]
        return None if any(x.words > NAME_WORDS or is_said(x.text) for x in below) else rule
    if rule and rule.name == "buttons" and line.text.isalpha():
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
    What leads to as many essays as the title of the page says is none of them, either.
    """
    above = lines[: min(numbers)] if len(numbers) > 1 else []
    if announced(above, len(numbers)):
        return {*range(len(above))}
    if any(map(is_running, above)):
        return set()
    told = (byline(line) or labelled(line) or names_cohort(line) for line in above)
    rows = zip(above, told, strict=True)
    return {at for at, (line, tells) in enumerate(rows) if line.mark != "author" and not tells}
