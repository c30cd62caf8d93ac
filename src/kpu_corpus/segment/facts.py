"""A line with a date and what blogs put beside it: who wrote a post, how often it was read."""

from __future__ import annotations

import re

from kpu_corpus.segment.bylines import (
    NOBODY,
    Piece,
    byline,
    date_pieces,
    is_date,
    is_role,
    is_short,
    role_pieces,
)
from kpu_corpus.segment.layouts import FOOTER, rule_of
from kpu_corpus.segment.lines import Line
from kpu_corpus.segment.names import is_name, is_person

_BETWEEN = re.compile(
    r"\s*[|•·–—]\s*|\s+(?:-|by|oleh)\s+|\s{2,}|\s(?=(?:di)?perbarui\b|updated?\b)"
    r"|\s(?=\d{1,2}[.:]\d\d\b|(?:tinggalkan|tidak ada|no|\d+) (?:komentar|comments?)\b)"
    r"|(?<=\s\d{4})\s(?=[a-z])",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:(?:di)?perbarui|updated?)\b.{0,40}", re.IGNORECASE)
# A time, perhaps with how often the post was read.
_TIME = re.compile(r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: WI(?:B|TA?))?(?: \d{1,6})?")


def facts_of(line: Line) -> list[Piece]:
    """Return the pieces of a line that has a date and who wrote, or how often it was read."""
    if not is_short(line) or line.mark in ("heading", "title"):
        return []
    pieces: list[Piece] = []
    at, by = 0, False
    for sign in [*_BETWEEN.finditer(line.text), None]:
        end = sign.start() if sign else len(line.text)
        part = Line(line.start + at, line.start + end, line.text[at:end], 0)
        found = _fact(part, by)
        if not found and part.text:
            return []
        pieces += found
        at = sign.end() if sign else end
        by = sign is not None and sign[0].strip().lower() in ("by", "oleh")
        if sign:
            pieces.append(Piece(part.end, line.start + at, "byline", "byline", 0.85))
    return pieces if any(piece.kind == "date" for piece in pieces) else []


def _fact(part: Line, by: bool) -> list[Piece]:
    """Return the pieces of a date, a name, an office or an address; a name that ``by`` precedes."""
    if is_date(part.text):
        return date_pieces(part)
    account = by and part.text.islower() and " " not in part.text
    plain = (
        _CHANGED.fullmatch(part.text) or _TIME.fullmatch(part.text) or rule_of(FOOTER, part.text)
    )
    if plain or account or part.text.casefold() in NOBODY:
        return [Piece(part.start, part.end, "byline", "byline", 0.85)]
    if is_person(part.text) or (by and is_name(part.text)):
        return [Piece(part.start, part.end, "author", "byline", 0.85)]
    if is_role(part):
        return role_pieces(part.text, part.start, part.end, 0.85)
    return byline(part)
