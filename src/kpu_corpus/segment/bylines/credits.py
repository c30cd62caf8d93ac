"""Whose a text or its picture is, alone on a line: "Humas KPU Tegal", "Dok. KPU Kota Tegal"."""

from __future__ import annotations

import re

from kpu_corpus.segment.bylines.byline import role_pieces
from kpu_corpus.segment.bylines.offices import is_elections_office
from kpu_corpus.segment.lines import Line, Piece, is_short
from kpu_corpus.segment.names import is_name, is_person

_PRESS = r"(?:tim )?(?:humas|hupmas)"
# An office and its place, no sentence of it: "Humas KPU Menyapa Warga Tegal" is a title.
_OF_OFFICE = re.compile(
    rf"(?:(?:sumber\s?:|dok(?:umentasi)?\b\s?[.:]?)\s*(?:{_PRESS}\s+)?|(?P<press>{_PRESS})\s+)"
    r"(?P<office>\S.*)",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"(?:penulis|juru|pengambil) foto\s?:\s*(?P<name>\S.*)|dok(?:umentasi)?\b\s?[.:]?\s*pribadi",
    re.IGNORECASE,
)


def credit(line: Line) -> list[Piece]:
    """Return the pieces of such a line, the office that has sent the text among them, or nothing.

    >>> texts = ("Humas KPU Kota Tegal", "Dok. KPU Kota Tegal", "Humas KPU Menyapa Kota Tegal")
    >>> [[p.kind for p in credit(Line(0, len(x), x, 4))] for x in texts]
    [['byline', 'unit'], ['chrome'], []]
    """
    if not is_short(line, 12) or line.headed:
        return []
    office = _OF_OFFICE.fullmatch(line.text)
    told = office is not None and is_elections_office(office["office"])
    if told and office and office["press"]:
        return role_pieces(line.text, line.start, line.end, 0.8)
    person = _OF_PERSON.fullmatch(line.text)
    name = person["name"] if person else ""
    named = person and (not name or is_person(name) or is_name(name))
    return [line.piece("chrome", "caption", 0.8)] if told or named else []
