"""A line with a date and what blogs put beside it: the author of a post, its views."""

from __future__ import annotations

import re

from kpu_corpus.segment.bylines.byline import (
    NOBODY,
    byline,
    date_pieces,
    is_date,
    is_role,
    is_short,
    role_pieces,
)
from kpu_corpus.segment.layouts import FOOTER, HEADER
from kpu_corpus.segment.lines import Line, Piece
from kpu_corpus.segment.names import is_name, is_person

_BETWEEN = re.compile(
    r"\s*[|•·–—]\s*|\s+(?:-|by|oleh)\s+|\s{2,}"
    r"|(?<!\blast)(?<!terakhir)\s(?=(?:terakhir )?(?:di)?perbarui\b|(?:last )?updated?\b)"
    r"|\s*<[^<>@\s]{1,64}@[^<>\s]{1,64}>\s*|\s(?=kepada:)"  # a mail as it is printed
    r"|(?<!pukul),?\s(?=(?:pukul )?\d{1,2}[.:]\d\d\b"
    r"|(?:tinggalkan|tidak ada|no|\d+) (?:komentar|comments?)\b)"
    r"|(?<=\s\d{4})\s?(?=[a-z])",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:(?:terakhir |last )?(?:(?:di)?perbarui|updated?)|diedit|edited)\b.{0,40}", re.IGNORECASE
)
_AGO = re.compile(
    r"\d{1,3} ?(?:mnt|menit|jam|hr|hari|mgg|minggu|bln|bulan|thn|tahun|[mhdwy]|mo|yr)"
    r"(?: (?:yang )?lalu| ago)?",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\d|pukul|terakhir|last|(?:di)?perbarui|update|diedit|edited|kepada", re.I)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:id|com|net)|detik[A-Z][a-z]+")
# A time, perhaps with how often the post was read.
_TIME = re.compile(
    r"(?:pukul )?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: WI(?:B|TA?)|\s?[AP]M)?(?: \d{1,6})?"
    r"|kepada: \S+@\S+",
    re.IGNORECASE,
)


def facts_of(line: Line) -> list[Piece]:
    """Return the pieces of a line that has a date and who wrote, or how often it was read."""
    if not is_short(line) or line.headed:
        return []
    pieces: list[Piece] = []
    at, by = 0, False
    for sign in [*_BETWEEN.finditer(line.text), None]:
        end = sign.start() if sign else len(line.text)
        part = line.part(at, end)
        found = _fact(part, by)
        if not found and part.text:
            return []
        pieces += found
        at = sign.end() if sign else end
        by = sign is not None and sign[0].strip().lower() in ("by", "oleh")
        if sign:
            pieces.append(Piece(part.end, line.start + at, "byline", "byline", 0.85))
    return pieces if any(piece.kind == "date" for piece in pieces) else []


def is_time(line: Line) -> bool:
    """Tell whether a line says when a post was made or changed, and neither day nor author.

    >>> [is_time(Line(0, 9, text, 2)) for text in ("3 mgg • Diedit", "1:25 pm", "3 hal")]
    [True, True, False]
    """
    opens = is_short(line, 8) and _OPENS.match(line.text)
    found = _BETWEEN.split(line.text) if opens else ()
    parts = [x for x in found if any(map(str.isalnum, x))]  # a sign tells who may read it
    told = [bool(_CHANGED.fullmatch(x) or _TIME.fullmatch(x) or _AGO.fullmatch(x)) for x in parts]
    return bool(told) and all(told)


def _fact(part: Line, by: bool) -> list[Piece]:
    """Return the pieces of a date, a name, an office or an address; a name that ``by`` precedes."""
    if is_date(part.text):
        return date_pieces(part)
    account = by and part.text.islower() and " " not in part.text
    site = FOOTER.of(part.text) or HEADER.of(part.text)
    named = _SITE.fullmatch(part.text)
    plain = site or named or _CHANGED.fullmatch(part.text) or _TIME.fullmatch(part.text)
    if plain or account or part.text.casefold() in NOBODY:
        return [part.piece("byline", "byline", 0.85)]
    if is_person(part.text) or (by and is_name(part.text)):
        return [part.piece("author", "byline", 0.85)]
    if is_role(part):
        return role_pieces(part.text, part.start, part.end, 0.85)
    return byline(part)
