"""Lines above text that look like titles, and what each of them says about its essay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from kpu_corpus.segment.bylines.byline import byline, tells
from kpu_corpus.segment.bylines.glued import glued
from kpu_corpus.segment.bylines.identity import labelled, title_label
from kpu_corpus.segment.bylines.name_lines import name_line
from kpu_corpus.segment.lines import (
    Line,
    Piece,
    ends_sentence,
    is_running,
    title_case,
    title_words,
)
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.sections import (
    heads_references,
    is_section,
    is_source,
    reads_as_section,
    resumes,
)
from kpu_corpus.segment.starts.below import (
    front_below,
    is_near_text,
    repeated,
    subtitle_below,
)
from kpu_corpus.segment.starts.candidates import CAPTION_WORDS, may_head
from kpu_corpus.segment.starts.cover_titles import cover_above
from kpu_corpus.segment.starts.head import head_parts
from kpu_corpus.segment.starts.looks import (
    ROW,
    continues,
    is_numbered_title,
    is_subtitle,
    over_heading,
)


class Title(NamedTuple):
    """A line that may be a title: its lines, the byline below it and where its text begins."""

    place: int
    cover: int  # how many lines of a cover stand in it, above its own
    last: int  # the last place of the title's lines
    repeated: int  # how many of these lines are the title once more
    front: list[list[Piece]]
    body: int  # the place of the first line of text
    strong: bool  # something besides its looks says that an essay begins here
    marked: str
    level: int
    words: int
    cased: bool
    called: bool  # as sections are, by its name or number

    @property
    def section(self) -> bool:
        """Whether it heads a section of an essay, as any heading of a low rank does."""
        return self.level > 1 if self.marked else self.called

    @property
    def named(self) -> bool:
        """Whether an author, or the word for one, stands below."""
        return tells(self.front, "author", "byline")

    @property
    def dated(self) -> bool:
        """Whether a date stands below."""
        return tells(self.front, "date")


def titles_of(page: Page) -> dict[int, Title]:
    """Return the lines that stand above text like a title, by their place.

    Those inside a bibliography are none, but where text goes on or another essay begins.
    """
    found: dict[int, Title] = {}
    title_at = cache(partial(_title, page))
    head = _head_of(page, title_at)
    skip = head - 1
    listing: Line | None = None  # the heading of a bibliography
    for place in range(head, len(page.text)):
        line = page.text[place]
        if listing and resumes(page.text, place, listing):
            listing = None
        told = line.mark == "author" or byline(line) or labelled(line) or name_line(line)
        if place > skip and told:
            skip = place + len(page.front(place)) - 1
        if place <= skip:
            continue
        if heads_references(line) and place:
            listing = line
            continue
        title = title_at(place, head)
        if title and not title.marked and _is_byline(page, place):
            title = None
        if title and listing and _opens_anew(page, title):
            title, listing = title._replace(strong=True), None
        if title and not listing:
            found[place] = title
            skip = title.body - 1  # the lines of a byline are no titles
    return found


def _opens_anew(page: Page, title: Title) -> bool:
    """Tell whether an essay begins below the bibliography of another."""
    line, below = page.text[title.place], page.text[title.body]
    runs = any(map(is_running, page.text[title.body : title.body + 2]))  # no remark on a source
    authored = title.named and runs
    return not is_source(below) and (authored or (line.text.isupper() and title.words > 2))


def _head_of(page: Page, title_at: Callable[[int, int], Title | None]) -> int:
    """Return how many lines stand above the first title: author, office, date, the cover's rest.

    A line of a cover counts only where a title comes after it; the name of who wrote the essay and
    its first section are none where a line above may be the title.
    """
    known = [0]
    for size, _ in head_parts(page.text, covers=not page.lists):
        known.append(known[-1] + size)
    if known[-1] and any(is_person(x.text) for x in page.text[known[-1] : known[-1] + 1]):
        known.append(known[-1] + 1)  # a name alone between cover and title
    sure = len(page.front(0))
    beneath = []
    for place in reversed(known):
        title = title_at(place, place) if place < len(page.text) else None
        if title and not title.section and not _is_byline(page, place):
            if not _is_beneath(page, title):
                return place
            beneath.append(place)
    return beneath[0] if beneath else sure


def _is_beneath(page: Page, title: Title) -> bool:
    """Tell whether what may be a title rather stands below one: a section, or who wrote it."""
    return title.called or (not title.named and is_person(page.text[title.place].text))


def _is_byline(page: Page, place: int) -> bool:
    """Tell whether a line is a name that the date or the office below it makes an author's."""
    return is_person(page.text[place].text) and bool(page.front(place))


def _title(page: Page, place: int, head: int) -> Title | None:
    """Return what a line is as a title, None where it is none: by its looks or what is below it."""
    top = place == head and not page.lists
    numbered = is_numbered_title(page.text, place)
    if not may_head(page, place, head, top=top, numbered=numbered):
        return None
    told = page.text[place].text[: title_label(page.text[place])]
    own = _own_lines(page, place, len(told), top=top)
    front = _front(page, own, top=top)
    if own.after + len(front) >= len(page.text):
        return None
    line = page.text[place + own.cover]
    sure = line.headed or told or (top and own.again and own.words > CAPTION_WORDS)
    sure = sure or place - 1 in page.days
    of_site = page.of_site and place <= page.first_text
    if own.words > CAPTION_WORDS and (of_site or (top and place == 0)):
        sure = sure or is_near_text(page.text, own.after + len(front))
    if not (sure or _is_above_text(page, place, front, own, top=top)):
        return None
    marked = line.mark if line.headed else ""
    cased = bool(marked) or title_case(line.text)
    called = reads_as_section(line) and not numbered
    known = (place, own.cover, own.after - 1, own.again, front, own.after + len(front))
    title = Title(*known, False, marked, line.level, own.words, cased, called)
    return title._replace(strong=_is_strong(page, title, head, told))


class _Own(NamedTuple):
    """The lines of a title, those of a cover in it and those that are the title once more."""

    cover: int
    after: int  # the place below all of them
    again: int
    whole: str
    words: int


def _own_lines(page: Page, place: int, label: int, *, top: bool) -> _Own:
    """Return how far a title reaches that begins at a place, behind so many letters of a label."""
    lines = page.text
    whole = lines[place].text[label:]
    last = place
    while last < place + 2 and continues(lines, last, top=top):
        if repeated(lines, last + 1, whole):
            break
        last += 1
        whole = f"{whole} {lines[last].text}"
    again = repeated(lines, last + 1, whole)
    cover, last = cover_above(page, place, last) if top and not again else (0, last)
    own = [line.text for line in lines[place + cover : last + 1]]
    return _Own(
        cover,
        last + again + 1,
        again,
        " ".join(own) if cover else whole,
        sum(map(title_words, own)),
    )


def _front(page: Page, own: _Own, *, top: bool) -> list[list[Piece]]:
    """Return what stands below a title and tells who wrote: a byline, the rest of a cover …"""
    front = front_below(page, own.after, own.whole, top=top)
    long = title_words(own.whole) > CAPTION_WORDS and title_case(own.whole)
    enclosed = long and _is_enclosed(page.text, own.after)
    if (top or enclosed) and not (front or own.again or is_person(own.whole)):
        front = subtitle_below(page, own.after, own.whole, top=top)
    return front


def _is_enclosed(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a subtitle in quotation marks or parentheses stands here above a byline."""
    below = lines[at : at + 2]
    return len(below) == 2 and is_subtitle(below[0]) and bool(byline(below[1]))


def _is_strong(page: Page, title: Title, head: int, told: str) -> bool:
    """Tell whether something besides its looks says that an essay begins with a title."""
    # a few words twice are a picture's, where the first title is not there twice
    first = repeated(page.text, head + 1, page.text[head].text)
    twice = title.repeated > 0 and (title.words > CAPTION_WORDS or first > 0)
    # not the subject of a mail, nor a book that is spoken of
    labelled = "judul" in told.casefold() and page.labelled
    closed = page.closed_before(title.place - page.dated_above(title.place))
    opens = title.named or twice or title.marked == "title" or closed
    opens = opens or title.place - 1 in page.days
    below = page.text[title.body].text
    return opens or labelled or any(True for _ in glued(below, 0, len(below)))


def _is_above_text(
    page: Page, place: int, front: list[list[Piece]], own: _Own, *, top: bool
) -> bool:
    """Tell whether text begins below a title, and below what names its author."""
    body = own.after + len(front)
    line, below = page.text[place], page.text[body]
    if is_running(below) or (below.words > own.words and ends_sentence(below.text)):
        return True
    if _opens_section(page, place, body, own.words, top=top):
        return True
    first = top and title_case(line.text)
    if first and (_is_spoken(below) or ROW.match(below.text)):  # a table opens the text
        return True
    # a text may open with short lines, as a poem does, where no title looks like the first
    opens = first and (below.text.endswith(",") or not title_case(below.text))
    return tells(front, "author", "byline") and (below.words > 4 or opens)


def _is_spoken(first: Line) -> bool:
    """Tell whether a short sentence or lead-in begins the text: no title looks like it."""
    ends = ends_sentence(first.text) or (first.words > 2 and first.text.endswith(":"))
    return first.words > 1 and ends and not title_case(first.text)


def _opens_section(page: Page, place: int, body: int, words: int, *, top: bool) -> bool:
    """Tell whether a section or a list begins below a title, on a page that lists no essays."""
    if page.lists or body + 1 >= len(page.text):
        return False
    below = page.text[body]
    leads = below.words > max(words, 4) and below.text.endswith(":")
    heads = top and over_heading(page.text, place, body, of_site=page.of_site)
    return leads or is_section(below) or heads
