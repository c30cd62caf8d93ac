"""Who wrote an essay, for which office, where and when: lines above a body, or glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.indonesian.roots import places
from kpu_corpus.segment.lines import Line, ends_sentence
from kpu_corpus.segment.names import DEGREE_AFTER, ROLE, is_common


class Piece(NamedTuple):
    """A part of a byline: kind is byline, author, unit, date or dateline; offsets in the source."""

    start: int
    end: int
    kind: str
    rule: str
    confidence: float


# What a blog says of a post.
_POSTED = (
    r"(?:di)?(?:posting|poskan|terbitkan|publikasikan|unggah|muat|kirim)|posted|published|submitted"
)
OPENING = re.compile(
    rf"[*_(]{{0,3}}(?:(?:(?:di)?tulis(?:an)?|(?:di)?susun(?:an)?|written|{_POSTED})\s+)?(?:oleh|penulis|penyusun|by|nama)\s*[:;][*_]{{0,2}}\s*",
    re.IGNORECASE,
)
_BARE_OPENING = re.compile(
    rf"[*_(]{{0,3}}(?:(?:(?:Di)?[Tt]ulis|Written|(?i:{_POSTED}))\s+)?(?:Oleh|OLEH|oleh|By|BY|by)\s*[-–—]?\s+(?=[A-Z])"
)
_DATE_OPENING = re.compile(
    r"[*_(]{0,3}(?:tanggal|ditulis|diterbitkan|dipublikasikan|diunggah|dimuat|published|posted|diposting)"
    r"\s*(?:pada|on)?\s*:?\s*|(?:pada|on)\s+(?:tanggal\s+)?",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"\s*,\s*|\s+(?=(?:pada|on|tanggal)\s)")
_BEFORE_TIME = re.compile(
    r"\s+(?:di|at|pada|on|pukul|jam|-)\s+(?=\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?:Sen|Sel|Rab|Kam|Jum|Sab|Min))"
)
_POSTED_BY = re.compile(rf"(?:{_POSTED})\s+(?:oleh|by)\b", re.IGNORECASE)
_MARK_BEHIND = re.compile(r"\s*\*+\)?$")  # of a note on the author: "Rina Marlina*)"
NOBODY = frozenset("admin administrator redaksi humas editor unknown".split())
_PART = re.compile(r"[^|()–—\n]*")
_SEPARATOR = re.compile(r"\s*[|/(–—•;\n]\s*|\s+-\s+|\s{3,}|\xa0{2,}")
OFFICE = re.compile(r"\b(?:KPU|Komisi Pemilihan Umum)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?:KPU|Komisi Pemilihan Umum|Sekretariat KPU)\b"
    r"(?:\s+(?:RI|Republik Indonesia|Provinsi|Prov\.?|Kabupaten|Kab\.?|Kota|Daerah"
    r"|[A-Z][A-Za-z'’.-]+))*"
)
_DEGREE = re.compile(r"(?:[SAM]|Dr|Drs|Dra|Ir|Prof|Hj?|KH)\.?(?:[A-Z][A-Za-z]*\.?)*,?")
_TOKEN = re.compile(r"[^\s|(),]+,?")
_LOWER = re.compile(r"\s*[a-z]")
_PLACE = r"[A-Z][A-Za-z.'’-]*(?:\s+[A-Z][A-Za-z.'’-]*){0,3}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})"
    r"(?:\s*,\s*(?P<host>[\w.-]+\.(?:go\.id|id|com)))?"
    r"(?:\s*(?:,\s*)?\(?(?P<date>\d{1,2}(?:\s+[A-Z][a-z]+\s+\d{4}|[/-]\d{1,2}[/-]\d{4}))\)?)?"
    r"\s*(?:[-–—]+|:)\s*(?=[\"“‘']?[A-Z])"
)
# "…, Divisi Hukum dan SDM Setiap pegawai …": up to the capital that opens a sentence.
_DIVISION = re.compile(
    r"\s*(?:,\s*)?(?:Divisi|Bagian|Subbagian)(?:\s+(?:[A-Z][\w/&]*|dan|&),?(?!\s+[a-ce-z]|\s+d[b-z]))+"
)
NUMBER_LINE = re.compile(
    r"\(?(?:NI(?:P|K)\.?\s*:?\s*\d[\d .]*|\d(?:[ .]?\d){7,})\)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{8}")  # the number of an employee

LONGEST = 20  # words of a line that is only a byline
WIDEST = 300  # characters of such a line, the white space in it included
NAME_WORDS = 6


def byline(line: Line) -> list[Piece]:
    """Return the pieces of a line that is only a byline, or nothing."""
    if not is_short(line):
        return []
    match = OPENING.match(line.text)
    sure = 1.0
    if not match:
        match, sure = _BARE_OPENING.match(line.text), 0.8
        if not match or line.words > 12 or ends_sentence(line.text):
            return []
    if is_sentence(line.text[match.end() :], NAME_WORDS):
        return []
    at = line.start + match.end()
    if at >= line.end:
        return [Piece(line.start, line.end, "byline", "byline", sure)]
    content = line.text[match.end() :]
    return [
        Piece(line.start, at, "byline", "byline", sure),
        *content_pieces(content, at, line.end, sure),
    ]


def is_posted(line: Line) -> bool:
    """Tell whether a line is the footer of a blog that names the author of what stands above.

    >>> is_posted(Line(0, 36, "Diposting oleh Rina Marlina di 10.20", 6))
    True
    """
    return _POSTED_BY.match(line.text) is not None and bool(byline(line))


def is_short(line: Line, words: int = LONGEST) -> bool:
    return line.words <= words and len(line.text) <= WIDEST


def is_sentence(text: str, longest: int) -> bool:
    """Tell whether what may be a name of at most ``longest`` words is a sentence.

    A byline with a sentence behind it is glued to the body.
    """
    bare = DEGREE_AFTER.sub("", text)
    return ends_sentence(bare) and len(bare.split()) > longest and bool(re.search(r" [a-z]", bare))


def content_pieces(content: str, start: int, end: int, sure: float) -> list[Piece]:
    """Part the words after "Oleh:" into author, office and date."""
    name_end = len(content)
    for sign in (_SEPARATOR, ROLE, _DIGITS, _BEFORE_TIME):
        match = sign.search(content)
        if match and match.start() > 0:
            name_end = min(name_end, match.start())
    for match in _BEFORE_DATE.finditer(content, 1, name_end):
        part = _PART.match(content, match.end())
        degree = DEGREE_AFTER.match(content, match.start())
        if part and is_date(part[0]) and not degree:  # "Rina, Garut, 2 Juni 2025"
            name_end = match.start()
            break
    name = _MARK_BEHIND.sub("", content[:name_end]).rstrip(" ,-–—|(/*_\xa0\t")
    name = "" if name.casefold() in NOBODY else name
    pieces = [Piece(start, start + len(name), "author", "byline", sure)] if name else []
    rest = start + len(name)
    return pieces + role_pieces(content[len(name) :], rest, end, sure)


def role_pieces(text: str, start: int, end: int, sure: float) -> list[Piece]:
    """Part the words after a name into the office, a date and the rest."""
    pieces: list[Piece] = []
    unit = _UNIT.search(text)
    if unit:
        pieces.append(Piece(start + unit.start(), start + unit.end(), "unit", "office", sure))
    for part in _PART.finditer(text):
        stripped = part[0].strip(" ,-")
        date = _date_part(stripped)
        if date:
            at = start + part.start() + part[0].index(stripped)
            pieces.append(Piece(at + date[0], at + date[1], "date", "date_line", sure))
    return filled(sorted(pieces), Piece(start, end, "byline", "byline", sure))


def filled(pieces: list[Piece], rest: Piece) -> list[Piece]:
    """Return pieces in order and, of what the ``rest`` spans, the parts before, between, behind."""
    whole: list[Piece] = []
    start, end = rest.start, rest.end
    for piece in [*pieces, Piece(end, end, "", "", 0)]:
        if start < piece.start:
            whole.append(rest._replace(start=start, end=piece.start))
        if piece.kind:
            whole.append(piece)
        start = max(start, piece.end)
    return whole


def is_role(line: Line) -> bool:
    """Tell whether a line is an office, a position or the number of an employee."""
    text = line.text
    if not is_short(line, 14):
        return False
    if DEGREE_AFTER.sub("", text).rstrip().endswith((".", "!", "?", ":")):
        return False
    return bool(ROLE.match(text.lstrip("(")) or NUMBER_LINE.fullmatch(text)) and not re.search(
        r"\b(?:yang|adalah|akan|untuk|harus|kami|kita)\b", text
    )


def is_date(text: str) -> bool:
    """Tell whether a text is a date, with a place before it at most."""
    return _date_part(text) is not None


def _date_part(text: str) -> tuple[int, int] | None:
    """Return where the date stands in a line that holds a place and a date at most."""
    opening = _DATE_OPENING.match(text)
    at = opening.end() if opening else 0
    if iso(text[at:]):
        return at, len(text)
    place, comma, rest = text.partition(",")
    of_place = len(place.split()) <= 4 and place[:1].isupper() and ":" not in place
    of_place = of_place and not _BARE_OPENING.match(place)  # "Oleh Fitriani, 12 Juni 2025"
    if comma and of_place and iso(rest):
        first = len(place) + 1 + len(rest) - len(rest.lstrip())
        return first, len(text)
    return None


def date_pieces(line: Line, at: int = 0) -> list[Piece]:
    """Return the pieces of a date that a line holds from ``at`` on, a place before it included."""
    place = _date_part(line.text[at:])
    start = line.start + at
    if place is None:
        return [Piece(start, line.end, "byline", "date_line", 0.8)]
    first, last = start + place[0], start + place[1]
    pieces = [Piece(first, last, "date", "date_line", 0.95)]
    return filled(pieces, Piece(start, line.end, "byline", "byline", 0.95))


def glued(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the byline and the dateline that stand on the same line as the body's beginning."""
    match = OPENING.match(text, start, end)
    if match:
        name = _name_end(text, match.end(), end)
        if name > match.end():
            yield Piece(start, match.end(), "byline", "glued_byline", 0.7)
            stripped = len(text[match.end() : name].rstrip(" ,"))
            yield Piece(match.end(), match.end() + stripped, "author", "glued_byline", 0.7)
            at = match.end() + stripped
            body = _role_end(text, at, end)
            yield from role_pieces(text[at:body], at, body, 0.6)
            start = body + len(text[body:end]) - len(text[body:end].lstrip())
    yield from dateline(text, start, end)


def _name_end(text: str, start: int, end: int) -> int:
    """Return where a name ends that runs straight on into a sentence."""
    last = start
    for count, match in enumerate(_TOKEN.finditer(text, start, min(end, start + 200))):
        word = match[0]
        if count == 0 and not word[0].isupper():
            return start
        degree = _DEGREE.fullmatch(word) and "." in word
        if count and not degree:
            following = _LOWER.match(text, match.end(), end)
            if count >= NAME_WORDS or not word[0].isupper() or following:
                return last
            if word.isupper() and 1 < len(word) < 6 and not word.endswith("."):
                return last
            if is_common(word):
                return last
        last = match.end()
        if text[last : last + 1] in "|(":
            return last
    return last


def _role_end(text: str, start: int, end: int) -> int:
    """Return where the office ends that follows a name in running text."""
    opening = re.compile(r"[\s,|(–-]*").match(text, start, end)
    at = opening.end() if opening else start
    unit = _UNIT.search(text, at, min(end, at + 80)) if ROLE.match(text, at, end) else None
    if not unit:
        return at if ROLE.match(text, at, end) is None else start
    last = unit.start()
    for match in re.finditer(r"\S+", unit[0]):
        word = match[0].strip(".,").lower()
        known = word in places() or word in _UNIT_WORDS
        if not known and match.start():
            break
        last = unit.start() + match.end()
    division = _DIVISION.match(text, last, end)
    last = division.end() if division else last
    return end - len(text[last:end].lstrip(" \xa0\t\n)|,.–-"))


_UNIT_WORDS = frozenset(
    """kpu ri republik indonesia provinsi prov kabupaten kab kota daerah komisi pemilihan umum
    sekretariat utara selatan timur barat tengah""".split()
)


def dateline(text: str, start: int, end: int) -> list[Piece]:
    """Return the place (and date) that a news agency's style puts before the first sentence.

    >>> dateline("BANDUNG – Kami hadir", 0, 20)
    [Piece(start=0, end=10, kind='dateline', rule='dateline', confidence=0.9)]
    """
    match = _DATELINE.match(text, start, end)
    if not match:
        return []
    words = [word.strip(".,").lower() for word in match["place"].split()]
    of_place = all(word in places() or word in _UNIT_WORDS for word in words)
    if "kpu" in words or not (of_place or match["host"]):
        return []
    bounds = [start, match.end()]
    if match["date"] and iso(match["date"]):
        bounds[1:1] = match.span("date")
    kinds = ("dateline", "date", "dateline")
    parts = zip(pairwise(bounds), kinds, strict=False)
    return [Piece(first, last, kind, "dateline", 0.9) for (first, last), kind in parts]
