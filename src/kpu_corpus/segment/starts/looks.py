"""What a title looks like, and where it continues on the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.segment.bylines.byline import byline, is_date
from kpu_corpus.segment.bylines.covers import is_cohort, is_sort
from kpu_corpus.segment.bylines.front import FRONT_LINES, front_matter
from kpu_corpus.segment.bylines.identity import bare_label, label_of, labelled
from kpu_corpus.segment.bylines.letters import heads_letter
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.bylines.work import is_number
from kpu_corpus.segment.lines import (
    CLOSING,
    MINOR,
    TITLE_WORDS,
    Line,
    is_item,
    is_running,
    is_short,
    is_text,
    title_case,
    title_words,
)
from kpu_corpus.segment.names import is_lone_name, is_name, is_person
from kpu_corpus.segment.sections import is_section

OF_SITE_WORDS = 4  # the name of a part of a site, above a title, has fewer
# "1\tRina\tKPU Kota Tegal", its columns apart by tabs or by wide gaps.
ROW = re.compile(
    r"(?:no\.?|\d{1,3}\.?)(?:\t[^\t]*\t| {3,}+(?:[^\s ]| {1,2}(?! ))++ {3,}+\S)", re.IGNORECASE
)
NUMBER = re.compile(r"\(?\d{1,2}[.)]\s*")
_ENCLOSED = re.compile(r"[\"“‘'*_].{1,300}[\"”’'*_]|\([^()]{1,300}\)")
_OPEN_END = (";", ",", ":")
_OPENS = (":", ",")
_PARTED = (*_OPENS, " –", " -", " —")  # what the second line of a title stands behind
_CONNECTS = MINOR - {"itu", "ini"}
_BY = re.compile(r"\boleh\W*$", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:identitas|biodata|data|profil|perkenalkan|penulis|peserta|catatan|lampiran|kepada|yth)\b",
    re.IGNORECASE,
)


def is_numbered_title(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line is a title that counts the essays: "1. Judul" with a byline below.

    The file may have it as a point of a list, without the number in its text, which then follows.
    """
    below = lines[place + 1 : place + 3]
    below = below[1:] if below and is_subtitle(below[0]) else below
    if not below or not byline(below[0]):
        return False
    item = lines[place].mark == "item" and any(map(is_text, lines[place + 2 : place + 3]))
    return (item or NUMBER.match(lines[place].text) is not None) and title_case(lines[place].text)


def looks_like_title(
    line: Line, *, stop: bool = False, numbered: bool = False, goes_on: bool = False
) -> bool:
    """Tell whether a line may be a title by its looks.

    A full ``stop`` may end it, a number open it, or a colon lead to its other line, where that is
    told.
    """
    listed = line.mark == "item" and not numbered
    cells = (line.mark == "row" or ROW.match(line.text) is not None) and not label_of(line)
    if listed or cells or line.words > 2 * TITLE_WORDS or line.mark in ("author", "date"):
        return False
    if heads_letter(line) or is_number(line) or not any(map(str.isalpha, line.text)):
        return False
    if line.headed:
        return True
    if not stop and is_date(line.text):
        return False
    if title_words(line.text) > TITLE_WORDS or byline(line) or labelled(line):
        return False
    if is_item(line.text) and not numbered:
        return False
    end = line.text.rstrip(CLOSING)
    stopped = end.endswith(".") and not end.endswith("...") and not stop
    return goes_on or (not stopped and not end.endswith(_OPEN_END))


def is_subtitle(line: Line) -> bool:
    """Tell whether a line is all in quotation marks or parentheses, as one below a title may be.

    >>> [is_subtitle(Line(0, 9, text, 2)) for text in ("(Sebuah Catatan)", "“Netral”", "Netral")]
    [True, True, False]
    """
    return is_short(line) and _ENCLOSED.fullmatch(line.text) is not None


def continues(lines: Sequence[Line], place: int, *, top: bool) -> bool:
    """Tell whether a title goes on in the next line: capitals throughout, or cut in mid-phrase.

    At the top of an essay a blank line may stand between, since Word writes lines as paragraphs.
    """
    if place + 1 >= len(lines):
        return False
    line, after = lines[place], lines[place + 1]
    if line.mark != after.mark or line.level != after.level or line.mark == "title":
        return False
    if (after.apart and not top) or not looks_like_title(after) or is_running(after):
        return False
    if line.mark == "heading":
        return not after.apart or (top and line.level == 0)
    if is_section(after) or is_sort(after) or is_person(after.text) or name_line(after):
        return False
    if bare_label(after) == "author" and _BY.search(after.text):  # the name stands below it
        return False
    if is_name(after.text) and any(map(is_number, lines[place + 2 : place + 3])):
        return False
    if is_lone_name(after.text) and any(map(is_cohort, lines[place + 2 : place + 3])):
        return False
    if line.text.endswith(_PARTED) or line.text.split()[-1].lower() in _CONNECTS:
        return title_case(after.text)
    capitals = line.text.isupper() and after.text.isupper()
    return capitals and (not after.apart or _joined(lines, place))


def _joined(lines: Sequence[Line], place: int) -> bool:
    """Tell whether two lines in capitals, a gap between, are one title, not title and heading."""
    if lines[place + 1].text.split()[0].lower() in _CONNECTS:
        return True
    below = lines[place + 2 : place + 2 + FRONT_LINES]
    return any(map(is_section, below[:1])) or bool(front_matter(below, titled=True))


def opens_in_two(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line that ends in a colon is a title: its other line or its author follows.

    One that ends in a comma is a title where the other line follows.

    >>> texts = ("Netralitas ASN:", "Antara Aturan dan Hati", "Oleh: Rina")
    >>> lines = [Line(0, 9, text, len(text.split())) for text in texts]
    >>> opens_in_two(lines, 0), opens_in_two(lines[:1] + lines[2:], 0)
    (True, True)
    """
    line, below = lines[place], lines[place + 1 : place + 3]
    if not line.text.endswith(_OPENS) or line.words < 2 or not title_case(line.text):
        return False
    if not below or bare_label(line) or _LEADS.match(line.text):
        return False
    if line.text.endswith(":") and tells_author(below[0]):
        return True
    if line.text.endswith(",") and is_section(below[0]):
        return False  # "Dengan hormat," above the first part of the text
    return looks_like_title(below[0]) and title_case(below[0].text)


def over_heading(lines: Sequence[Line], place: int, body: int, *, of_site: bool) -> bool:
    """Tell whether a line of several words stands above the first heading of its text.

    On the page of a site one of few words above the only heading, a longer one, names a part of the
    site, and that is the title.
    """
    line, heading, text = lines[place], lines[body], lines[body + 1]
    if title_words(line.text) < 2 or not title_case(line.text) or is_person(line.text):
        return False
    heads = looks_like_title(heading) or heading.text.startswith("- ")  # as blogs keep points
    heads = heads and not is_person(heading.text)
    heads = heads and title_case(heading.text) and is_running(text, 8)
    named = of_site and not line.headed and line.words < OF_SITE_WORDS <= heading.words
    if not heads or not named:
        return heads
    rest = pairwise(lines[body + 1 :])
    return any(looks_like_title(x) and title_case(x.text) and is_running(y) for x, y in rest)
