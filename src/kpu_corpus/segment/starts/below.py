"""What stands between a title and its text: its author, the rest of a cover, the title again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from kpu_corpus.ground.spellings import even_words
from kpu_corpus.segment.bylines.byline import tells
from kpu_corpus.segment.bylines.covers import approved_by_others, approves, is_cover, says_approved
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import title_label
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.lines import MINOR, Line, Piece, is_running, is_said, is_text, title_case
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.sections import heads_chapter, reads_as_section
from kpu_corpus.segment.starts.looks import is_subtitle, looks_like_title

_WORD = re.compile(r"[^\W\d_]+")
NEAR_LINES = 5  # between title and text, the first of the text included
PAGE_LINES = 60  # of a printed page at most
_PART = re.compile(r"bagian\b", re.IGNORECASE)


def front_below(page: Page, at: int, title: str, *, top: bool) -> list[list[Piece]]:
    """Return what stands between a title and its text: the author, a cover, the title once more."""
    lines = page.text
    front = page.front(at, titled=True)
    if top:
        front = [*front, *_rest_of_cover(lines, at + len(front), title, front)]
    at += len(front)
    if not front or not repeated(lines, at, title):
        return front
    said: list[list[Piece]] = []
    while again := repeated(lines, at, title):  # also that of a picture, with its caption
        said += [[line.piece("chrome", "repeated_title", 0.9)] for line in lines[at : at + again]]
        at += again
    return [*front, *said, *page.front(at, titled=True)]


def subtitle_below(page: Page, at: int, title: str, *, top: bool) -> list[list[Piece]]:
    """Return a subtitle and what stands below it and names the author, or nothing.

    A subtitle that is a heading has a date below it, too, as on pages of blogs, and no other
    heading of its rank has an author: else it is a title.
    """
    lines = page.text
    if at >= len(lines):
        return []
    line, *below = lines[at : at + FRONT_LINES]
    part = _PART.match(line.text) and heads_chapter(line)  # of a serial
    part = part and any(map(tells_author, below[:1]))
    if (reads_as_section(line) and not part) or title_label(line):
        return []  # "Judul: …" is the title itself
    if not part and not looks_like_title(line) and not is_subtitle(line):
        return []
    if line.mark == "title":
        return []  # it opens an entry of its own
    alone = any(is_person(x.text) for x in below[:1])
    front = front_matter(below, titled=alone)
    if not alone and not tells(front, "byline"):
        return []
    if line.headed and (_has_authors(lines, line.level) > 1 or not tells(front, "date")):
        return []
    whole = front_below(page, at + 1, title, top=True) if top else front
    return [[line.piece("title", "subtitle", 0.8)], *whole]


def _has_authors(lines: Sequence[Line], level: int) -> int:
    """Return how many headings of a rank have the author right below them."""
    pairs = pairwise(lines)
    return sum(line.headed and line.level == level and tells_author(x) for line, x in pairs)


def is_near_text(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the first line looks like a title, and text begins a few short lines below it.

    Sites have such lines, and so has a text that opens with a few words. None where one of them may
    be the title.
    """
    below = [*takewhile(lambda line: not is_text(line), lines[at : at + NEAR_LINES])]
    other = any(title_case(x.text) and not is_person(x.text) for x in below[:-1])
    near = len(below) < min(NEAR_LINES, len(lines) - at)
    return near and title_case(lines[0].text) and not other


def repeated(lines: Sequence[Line], at: int, title: str) -> int:
    """Return how many lines from a place on are the title, but for case and punctuation."""
    for count in (1, 2, 3):
        text = " ".join(line.text for line in lines[at : at + count])
        if abs(len(text) - len(title)) <= 12 and even_words(text) == even_words(title):
            return count
    return 0


def _rest_of_cover(
    lines: Sequence[Line], at: int, title: str, front: list[list[Piece]]
) -> list[list[Piece]]:
    """Return the pieces of what a cover says besides, no text: all down to its title once more.

    Or down to where the next page or the first chapter begins, where an author is among it or in
    the ``front`` above.
    """
    again = next((end for end in _of_cover(lines, at) if repeated(lines, end, title)), at)
    cover = any(piece.rule == "cover" for pieces in front for piece in pieces)
    end = again if again > at else _cover_ends(lines, at, cover=cover)
    found: list[list[Piece]] = []
    while (here := at + len(found)) < end:
        whole = lines[here].piece("byline", "cover", 0.7)
        near = lines[max(here + 1 - PAGE_LINES, 0) : here + 1]
        others = any(map(approved_by_others, near))  # who sign it
        found += ([] if others else front_matter(lines[here:end], titled=True)) or [[whole]]
    return found if again > at or tells([*front, *found], "author") else []


def _of_cover(lines: Sequence[Line], at: int) -> Iterator[int]:
    """Yield the places from one on down to the first line that no cover has: text, a heading."""
    approved = _approved(lines, at)
    for place in range(at, min(at + FRONT_LINES, len(lines))):
        line = lines[place]
        yield place
        approved = approved or _opens_approval(lines, place)
        if line.headed or (is_running(line) and not (approved and says_approved(line))):
            return


def _cover_ends(lines: Sequence[Line], at: int, *, cover: bool) -> int:
    """Return where a cover ends that has all lines as such have them; ``at`` if it does not.

    That it is a ``cover`` is told above, or by one of its lines. A page on which others approve the
    text may stand behind it, or have begun above.
    """
    approved = _approved(lines, at)
    for place in _of_cover(lines, at):
        line = lines[place]
        if (line.page or heads_chapter(line)) and not approves(line):
            told = cover or any(is_cover(x) or is_office(x.text) for x in lines[at:place])
            return place if told or approved else at
        approved = approved or _opens_approval(lines, place)
        words = [word for word in _WORD.findall(line.text) if word not in MINOR]
        small = sum(word[0].islower() for word in words) * 2 > len(words)
        if (is_said(line.text) or small) and not approved:
            break
    return at


def _approved(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a page on which others approve the text begins above a place, near enough."""
    near = range(max(at - PAGE_LINES, 0), min(at, len(lines)))
    return any(_opens_approval(lines, place) for place in near)


def _opens_approval(lines: Sequence[Line], at: int) -> bool:
    """Tell whether such a page begins at a line: a statement says below of what it is one."""
    below = lines[at + 1 : at + 1 + FRONT_LINES]
    head = lines[at]
    return approved_by_others(head) or (approves(head) and any(map(says_approved, below)))
