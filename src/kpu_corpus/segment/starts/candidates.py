"""Lines that may be titles: by their looks, and by what stands right below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.bylines.byline import is_date
from kpu_corpus.segment.bylines.covers import is_cover, is_group, is_sort
from kpu_corpus.segment.bylines.facts import facts_of, is_time
from kpu_corpus.segment.bylines.identity import IDENTITY, label_of, title_label
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.offices import is_elections_office, is_office, is_training
from kpu_corpus.segment.captions import is_task
from kpu_corpus.segment.lines import Line, is_text, title_case, title_words
from kpu_corpus.segment.names import is_lone_name, is_person
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.pictures import is_caption
from kpu_corpus.segment.sections import heads_roll, reads_as_section
from kpu_corpus.segment.starts.looks import looks_like_title, opens_in_two

_MENU = 40  # lines that a site may have between the name of its office and the heading of a page
CAPTION_WORDS = 3  # of what stands below a picture and once more as what it shows
PLAIN_WORDS = 20  # of a title that is written like a sentence: more is the text without its stop
_ENDS_QUOTATION = re.compile(r"[^“”„\"]*[”\"]")  # that lines above opened, as of a poem


def may_head(page: Page, place: int, head: int, *, top: bool, numbered: bool) -> bool:
    """Tell whether a line may be a title by its looks and by the lines beside it."""
    line = page.text[place]
    hour = line.text.casefold().startswith("pukul")  # heads a diary as well
    other = is_caption(line) or (is_time(line) and not hour)
    only = place == head and line.words <= CAPTION_WORDS  # "Istimewa"
    if (other and not only and not line.headed) or _heads_group(page.text, place):
        return False
    if is_task(line) or (heads_roll(line) and any(map(_lists, page.text[place + 1 : place + 3]))):
        return False
    if _of_office_above_heading(page.text, place):
        return False
    if _ENDS_QUOTATION.fullmatch(line.text):
        return False
    if place > head and all(is_lone_name(x.text) for x in page.text[place : place + 2]):
        return False  # a list of names
    if facts_of(line) and not is_date(line.text):  # "Posted on 12 Oktober 2018 by admin"
        return False
    stop = top and (_above_identity(page.text, place) or _above_date(page.text, place))
    goes_on = top and opens_in_two(page.text, place)
    if not looks_like_title(line, stop=stop, numbered=numbered, goes_on=goes_on):
        return False
    plain = title_words(line.text) > PLAIN_WORDS and not (line.headed or title_case(line.text))
    if plain and not (title_label(line) or _above_author(page.text, place)):
        return False
    return not _on_cover(page, place)


def _of_office_above_heading(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the office whose site a page is: its heading is the title.

    So is that of the next rank where the office is a heading itself, no other is of that rank, and
    nobody is told between as the author.
    """
    line = lines[place]
    if not is_office(line.text):
        return False
    menu = [*takewhile(lambda line: not is_text(line), lines[place + 1 : place + 1 + _MENU])]
    if line.headed and is_elections_office(line.text):
        near = [x for x in menu if x.mark == "heading" and x.level > line.level]
        if not near:
            return False
        first = min(near, key=lambda x: x.level)
        between = takewhile(lambda x: x is not first, menu)
        rest = (x for x in lines[place + 1 :] if x.mark == "heading" and x is not first)
        other = any(line.level < x.level <= first.level for x in rest)
        return not other and not any(map(tells_author, between))
    own = (x.mark == "heading" and x.level == 1 and not reads_as_section(x) for x in menu)
    return not line.headed and any(own)


def _heads_group(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is the name of a group above the title of an essay of it."""
    below = lines[place + 1 : place + 2] if is_group(lines[place]) else ()
    return any(looks_like_title(line) and not is_person(line.text) for line in below)


def _lists(line: Line) -> bool:
    """Tell whether a line is the row of a table."""
    return line.mark == "row" or "\t" in line.text


def _on_cover(page: Page, place: int) -> bool:
    """Tell whether a line says what sort a text is, or who trains, below a cover at most.

    The same above each of several texts is of the form that all have.
    """
    line = page.text[place]
    training = is_cover(line) and is_training(line.text) and not line.headed
    known = is_sort(line) or training
    return known and (place <= page.cover or page.occurrences[line.text] > 1)


def _above_date(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line has the capitals of a title, and a date stands right below."""
    below = lines[place + 1 : place + 2]
    dated = any(is_date(line.text) or facts_of(line) for line in below)
    return dated and title_case(lines[place].text)


def _above_author(lines: Sequence[Line], place: int) -> bool:
    return _above_identity(lines, place) or any(map(tells_author, lines[place + 1 : place + 2]))


def _above_identity(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the next line says who the author is, by its label."""
    label = label_of(lines[place + 1]) if place + 1 < len(lines) else None
    return label is not None and label[0] in IDENTITY
