"""Titles below what else a cover has, which stand once more above the text."""

from __future__ import annotations

from kpu_corpus.segment.bylines.byline import byline, tells
from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.offices import is_office
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import Line, is_text, title_words
from kpu_corpus.segment.names import is_person
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.sections import is_section
from kpu_corpus.segment.starts.below import front_below
from kpu_corpus.segment.starts.looks import looks_like_title

COVER_LINES = 8  # above the title, of a cover whose first line may look like one
TITLE_LINES = 3  # of a title on a cover


def cover_above(page: Page, place: int, last: int) -> tuple[int, int]:
    """Return how many lines from a place on are a cover's, and where the title below them ends.

    A title of several words stands on the cover, and again on the next page, above its text: what
    is above it and comes only once, such as the number of a form, is none. Where nothing comes
    again, the title ends at the ``last`` of its own lines.
    """
    lines = page.text
    for first in range(place, min(place + COVER_LINES, len(lines) - 1)):
        line = lines[first]
        if is_text(line) or (first > place and (line.headed or byline(line) or labelled(line))):
            break
        other = is_cover(line) or is_person(line.text) or is_section(line)
        if first > last and (other or not looks_like_title(line)):
            continue
        for end in range(first, first + TITLE_LINES) if first > last else (last,):
            title = " ".join(x.text for x in lines[first : end + 1])
            if _comes_again(page, end + 1, title, signed=first > last):
                return first - place, end
    return 0, last


def _comes_again(page: Page, at: int, title: str, *, signed: bool) -> bool:
    """Tell whether a title of several words stands once more below the rest of its cover.

    Where it has to be ``signed``, an author is told between the two. A subtitle or a motto may come
    again, too: a title is in capitals, or stands among lines that only covers and forms have.
    """
    front = front_below(page, at, title, top=True) if title_words(title) > 1 else []
    if not any(piece.rule == "repeated_title" for pieces in front for piece in pieces):
        return False
    if not signed:
        return True
    above = page.text[: at + len(front)]
    return tells(front, "author") and (title.isupper() or any(map(_is_of_cover, above)))


def _is_of_cover(line: Line) -> bool:
    """Tell whether a line is of a form or a cover, and not what stands below any title."""
    if labelled(line):
        return not byline(line)
    return is_cover(line) and not is_office(line.text) and not is_role(line)
