"""A line that names an author: with an office or a number, in a list of several, or alone."""

from __future__ import annotations

import re
from functools import lru_cache

from kpu_corpus.indonesian.sentences.unit_kinds import is_formula
from kpu_corpus.segment.bylines.byline import LISTED, byline, content_pieces, filled
from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.identity import COHORT
from kpu_corpus.segment.bylines.work import NUMBER_LINE, OCCUPATION, PART_OF_OFFICE, names_work
from kpu_corpus.segment.lines import Line, Piece, is_said, is_short
from kpu_corpus.segment.names import ASKED, ROLE, is_name, is_person

# The number behind a name.
_OF_STUDENT = re.compile(r"\s{0,3}[(/–-]?\s?(?:(?:NDH|NI[MPS]|NPM|NRP)\W{0,3}\d+|\d{5,})\s?\)?$")
_WORKS = re.compile(rf"\s{OCCUPATION.pattern}")  # behind a name
_COHORT = re.compile(COHORT, re.IGNORECASE)  # of a trainee, there as well
_CLASS = re.compile(r"\bkelas (?:[IVX]{1,4}|\d{1,2})\b", re.IGNORECASE)  # of a pupil, there as well


def name_line(line: Line) -> list[Piece]:
    """Return the pieces of a line with a name and then an office or number, or nothing."""
    return [*_named(line)] if is_short(line, 16) else []  # long ones are not kept


@lru_cache(ASKED)
def _named(line: Line) -> list[Piece]:
    if line.words < 3 or line.headed or line.mark == "item":
        return []
    text = line.text.lstrip("(*_")  # "(Rina Marlina, KPU Kota Tegal)"
    told = ROLE.search(text) or any(map(str.isdigit, text)) or _WORKS.search(text)
    told = told or PART_OF_OFFICE.search(text) or _CLASS.search(text) or _COHORT.search(text)
    if not told or is_cover(line):  # "KUMPULAN ESAI CPNS"
        return []
    start = line.end - len(text)
    pieces = content_pieces(text, start, line.end, 0.85)
    name = text[: pieces[0].end - start]
    rest = text[len(name) :].strip(" *_,-–—|(/\xa0\t•")
    group = _CLASS.match(rest) or (_COHORT.match(rest) if is_person(name) else None)
    told = names_work(rest) or NUMBER_LINE.match(rest) or group
    if not told or is_said(rest) or not is_name(name):
        return []
    joined = rest == text[len(name) :].strip()  # "BANGGA MENJADI PPPK": nothing parts the two
    if (joined or is_formula(text)) and not is_person(name):
        return []  # nor is "Salam Demokrasi, KPU Melayani" a name and an office
    return filled(pieces, line.piece("byline", "byline", 0.85))


def tells_author(line: Line) -> bool:
    """Tell whether a line says who wrote: a byline, a name with an office, a name alone.

    >>> texts = ("Oleh: Rina", "Rina Marlina, KPU Kota Tegal", "Rina Marlina", "Hari Ini")
    >>> [tells_author(Line(0, 9, text, len(text.split()))) for text in texts]
    [True, True, True, False]
    """
    return bool(byline(line) or name_line(line)) or is_person(line.text)


def is_another(line: Line) -> bool:
    """Tell whether a line is the name of one more author in a list: with a number before or behind.

    >>> [is_another(Line(0, 9, text, 2)) for text in ("2. Eka Putra", "Eka Putra (1234567)")]
    [True, True]
    """
    if not is_short(line):
        return False
    number = LISTED.match(line.text)
    name = line.text[number.end() if number else 0 :]
    bare = _OF_STUDENT.sub("", name)
    return (number is not None or bare != name) and is_person(bare)


def named_pieces(line: Line, sure: float) -> list[Piece]:
    """Return the pieces of a line that is taken for an author's name, perhaps with an office."""
    text = line.text.lstrip("*_(")
    start = line.end - len(text)
    pieces = content_pieces(text, start, line.end, sure)
    pieces = filled(pieces, line.piece("byline", "byline", sure))
    return [piece._replace(rule="byline_block") for piece in pieces]
