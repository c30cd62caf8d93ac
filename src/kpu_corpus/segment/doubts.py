"""Lines inside the text of one essay that may as well open another: they are told as doubts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import accumulate

from kpu_corpus.segment.bylines.byline import authors, byline, tells
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.bylines.offices import is_at_place, is_office
from kpu_corpus.segment.lines import Line, Piece, ends_text, is_short
from kpu_corpus.segment.names import bare_name, is_person
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.pictures import is_caption
from kpu_corpus.segment.starts.titles import Title

DOUBT_WORDS = 60  # text above and below a line that looks like the title of another essay
_ROLE = re.compile(r"\s*\([^()]+\)$")
LEAST_WORDS = 40  # the same where it tells another author


def may_open(
    page: Page, titles: dict[int, Title], place: int, text: range, own: Collection[str]
) -> bool:
    """Tell whether a line inside a ``text`` may open another essay, by its looks or an author.

    There is text enough above it and below; ``own`` are the authors of this essay, as names are
    compared.
    """
    title = titles.get(place)
    least = DOUBT_WORDS if _looks(page, title, text) else LEAST_WORDS
    if least == LEAST_WORDS and not _tells_another(page, title, place, text, own):
        return False
    above = (page.text[at] for at in range(text.start, place))
    below = (page.text[at] for at in range(title.body if title else place + 1, text.stop))
    return has_words(above, least) and has_words(below, least)


def has_words(lines: Iterable[Line], least: int = DOUBT_WORDS) -> bool:
    """Tell whether lines have so many words, as an essay has."""
    return any(count >= least for count in accumulate(line.words for line in lines))


def _looks(page: Page, title: Title | None, text: range) -> bool:
    """Tell whether a heading looks like the title: in capitals, or on a page that lists essays."""
    if title is None or title.section or not title.cased:
        return False
    lines = page.text[title.place], page.text[text.start]
    capitals = all(line.text.isupper() for line in lines) and title.words > 2
    return capitals or (page.lists and not title.marked)


def _tells_another(
    page: Page, title: Title | None, place: int, text: range, own: Collection[str]
) -> bool:
    """Tell whether a line, or what stands below it, tells another author or an office."""
    line, before = page.text[place], page.text[place - 1]
    if is_caption(line) or not is_short(line) or not (ends_text(before) or title):
        return False  # below a quotation stands who said it
    below = page.text[place + 1 : place + 2]
    if not title and (line.mark == "row" or any(map(tells_author, below))):
        return False  # of a table or a list of people
    if title and not own and is_at_place(line.text) and is_office(line.text):
        return True
    # as the text has above it, or right below its title where that tells no author
    above = page.text[text.start : text.start + (1 if own else 2)]
    named = title is not None and any(map(_is_named, above))
    rows = [(line, _told(line, alone=named))]
    rows += zip(page.text[title.last + 1 :], title.front, strict=False) if title else []
    names = {bare_name(name) for line, pieces in rows for name in authors(line, pieces)}
    return any(not any(name in known for known in own) for name in names)


def _told(line: Line, *, alone: bool) -> list[Piece]:
    """Return what a line tells of an author: by a word, an office, or by a name ``alone``."""
    known = name_line(line)
    named = [line.piece("author", "second_title", 0.4)] if alone and _is_named(line) else []
    placed = known if tells([known], "unit") else []  # others are those whom a text lets speak
    return labelled(line) or byline(line) or placed or named


def _is_named(line: Line) -> bool:
    """Tell whether a line is the name of somebody, alone or with what they are in brackets."""
    return is_person(_ROLE.sub("", line.text))
