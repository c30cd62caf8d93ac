"""A line with a date and what blogs put beside it: the author of a post, its views."""

from __future__ import annotations

import re
from functools import lru_cache

from kpu_corpus.reading.accounts import is_account
from kpu_corpus.segment.bylines.byline import (
    POSTED,
    byline,
    content_pieces,
    date_pieces,
    is_date,
    role_pieces,
)
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.layouts import FOOTER, HEADER
from kpu_corpus.segment.lines import Line, Piece, is_short
from kpu_corpus.segment.names import ASKED, is_name, is_person

_BETWEEN = re.compile(
    r"\s*[|•·–—]\s*|\s+(?:[/@-]|by|oleh|in)\s+|\s{2,}|/(?=(?:in|by|oleh)\s)"
    r"|\s(?=(?:pada|on)\s(?:[a-z]+,?\s)?\d|on\s[a-z]+\s\d)|\s(?:di|at)\s(?=\d{1,2}[.:]\d\d\b)"
    r"|(?<!dibaca)(?<!dilihat)(?<!:)\s(?=\d[\d.]*\s(?:x|kali|times|views?|hits|dilihat|dibaca)\b)"
    r"|(?<!\blast)(?<!terakhir)\s(?=(?:terakhir )?(?:di)?perbarui\b|(?:last )?updated?\b)"
    r"|\s*<[^<>@\s]{1,64}@[^<>\s]{1,64}>\s*|\s(?=kepada:)"  # a mail as it is printed
    r"|(?<!pukul),?\s(?=\(?(?:pukul )?\d{1,2}[.:]\d\d\b"
    r"|(?:tinggalkan|tidak ada|no|\d+) (?:komentar|comments?)\b)"
    r"|(?<=\s\d{4})\s?(?!WI(?:B|TA?)\b)(?=[a-z])|(?<=\d\))\s(?=[a-z])",
    re.IGNORECASE,
)
# A name right above the date in one line, as icons part them: "Rina Marlina 3 Juni 2025 10:20".
_THEN_DATE = re.compile(r"\s(?=\d{1,2}(?:\s[A-Z][a-z]{2,8}\s|[/-]\d{1,2}[/-])\d{4}\b)")
_FILED = re.compile(r"in\s+\S+(?:\s\S+){0,3}", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?:(?:terakhir |last )?(?:(?:di)?perbarui|updated?)|diedit|edited)\b.{0,40}", re.IGNORECASE
)
_AGO = re.compile(
    r"\d{1,3} ?(?:mnt|menit|jam|hr|hari|mgg|minggu|bln|bulan|thn|tahun|[mhdwy]|mo|yr)"
    r"(?: (?:yang )?lalu| ago)?",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\d|[a-z]{3,9} \d{1,2},? |pukul|terakhir|last|(?:di)?perbarui|update|diedit|edited|kepada",
    re.I,
)
_WRITTEN = re.compile(rf"{POSTED}|ditulis|written", re.IGNORECASE)  # above the date
_BY = re.compile(r"\b(?:by|oleh|penulis)\b", re.IGNORECASE)
_TELLS = re.compile(rf"\d|{_BY.pattern}", re.IGNORECASE)  # a date has digits
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:id|com|net)|detik[A-Z][a-z]+")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}")  # of this year, and a time
# A time, perhaps with how often the post was read.
_TIME = re.compile(
    r"\(?(?:pukul )?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: WI(?:B|TA?)|\s?[AP]M)?\)?(?: \d{1,6})?"
    r"|kepada: \S+@\S+",
    re.IGNORECASE,
)


def facts_of(line: Line) -> list[Piece]:
    """Return the pieces of a line that has a date and who wrote, or how often it was read.

    The word for who wrote does as well as a date, beside where the text is filed or other facts. A
    heading is such a line where it tells who wrote.

    >>> text = "Leave a Comment / Opini / By Rina Marlina"
    >>> [text[p.start : p.end] for p in facts_of(Line(0, 41, text, 8)) if p.kind == "author"]
    ['Rina Marlina']
    """
    return [*_found(line)] if is_short(line) else []  # long ones are not kept


@lru_cache(ASKED)
def _found(line: Line) -> list[Piece]:
    if not _TELLS.search(line.text):
        return []
    pieces: list[Piece] = []
    at, before, told = 0, "", 0
    for sign in [*_BETWEEN.finditer(line.text), None]:
        end = sign.start() if sign else len(line.text)
        part = line.part(at, end)
        found = _fact(part, before)
        if not found and part.text:
            return []
        pieces += found
        told += bool(found)
        at = sign.end() if sign else end
        before = sign[0].strip().lower() if sign else ""
        if sign:
            pieces.append(Piece(part.end, line.start + at, "byline", "byline", 0.85))
    dated = any(piece.kind == "date" for piece in pieces)
    named = any(piece.kind == "author" for piece in pieces)
    by = named and told > 1 and _BY.search(line.text) is not None
    return pieces if (dated and (named or not line.headed)) or by else []


def is_time(line: Line) -> bool:
    """Tell whether a line says when a post was made or changed, and neither day nor author.

    >>> [is_time(Line(0, 9, text, 2)) for text in ("3 mgg • Diedit", "2 Mei pukul 20.11", "3 hal")]
    [True, True, False]
    """
    opens = is_short(line, 8) and _OPENS.match(line.text)
    found = _BETWEEN.split(line.text) if opens else ()
    parts = [x for x in found if any(map(str.isalnum, x))]  # a sign tells who may read it
    told = [bool(_CHANGED.fullmatch(x) or _TIME.fullmatch(x) or _AGO.fullmatch(x)) for x in parts]
    return any(told) and all(told[1:]) and (told[0] or _DAY.fullmatch(parts[0]) is not None)


def _fact(part: Line, before: str) -> list[Piece]:
    """Return the pieces of a date, a name, an office or an address; of what "by" or "in" precedes.

    One part may be a name and then a date.
    """
    if is_date(part.text) and not _CHANGED.fullmatch(part.text):
        return date_pieces(part)
    if told := byline(part):
        return told
    by = before in ("by", "oleh")
    account = by and part.text.islower()
    filed = before == "in" or _FILED.fullmatch(part.text)
    site = FOOTER.of(part.text) or HEADER.of(part.text)
    named = _SITE.fullmatch(part.text)
    plain = (
        site
        or named
        or _WRITTEN.fullmatch(part.text)
        or _CHANGED.fullmatch(part.text)
        or _TIME.fullmatch(part.text)
    )
    if plain or account or filed or is_account(part.text):
        return [part.piece("byline", "byline", 0.85)]
    if is_person(part.text):
        return [part.piece("author", "byline", 0.85)]
    if by and is_name(part.text):
        return content_pieces(part.text, part.start, part.end, 0.85)
    if is_role(part):
        return role_pieces(part.text, part.start, part.end, 0.85)
    date = _THEN_DATE.search(part.text)
    name = part.part(0, date.start() if date else 0)
    if date and is_person(name.text):
        return [name.piece("author", "byline", 0.85), *date_pieces(part, date.end())]
    return []
