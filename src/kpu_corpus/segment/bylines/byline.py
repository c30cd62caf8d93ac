"""Who wrote an essay, for which office, where and when: lines above a body, or glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.reading.accounts import ACCOUNTS
from kpu_corpus.segment.bylines.nobody import is_nobody
from kpu_corpus.segment.bylines.offices import AGENCY, is_agency, is_office
from kpu_corpus.segment.bylines.work import MEMBER, OCCUPATION, OFFICE, PART_OF_OFFICE, UNIT, WORKS
from kpu_corpus.segment.lines import (
    SHORT_SIZE,
    Line,
    Piece,
    ends_sentence,
    is_said,
    is_short,
    unmarked,
)
from kpu_corpus.segment.names import (
    ASKED,
    DEGREE_AFTER,
    DEGREE_IN_SMALL,
    ROLE,
    is_clause,
    is_person,
)

# What a blog says of a post.
POSTED = (
    r"(?:di)?(?:posting|poskan|(?<=di)pos|terbitkan|publikasikan|unggah|kirim)"
    r"|posted|published|submitted"
)
_SIGNS = r"[*_(\[]{0,3}"  # of bold or slanted letters, of a note: "**Oleh", "(Oleh"
_WRITTEN = (
    r"(?:di)?tulis(?:an)?|(?:di)?susun(?:an)?|di(?:usulkan|ajukan|buat|kerjakan|sampaikan)|laporan|written|presented"
    rf"|{POSTED}"
)
OPENING = re.compile(
    rf"{_SIGNS}(?:(?<=\*)\)\s?)?"
    rf"(?:(?:{_WRITTEN})\s+)?"
    r"(?:oleh(?:\s+(?:kelompok|tim)\s+\w{1,4})?|(?:tim\s+)?(?:penulis|penyusun)|by|nama)\s*[:;][*_]{0,2}\s*",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}[.:]\d\d"
# Without a colon: not "ditulis", as in a sentence, but a time may follow: "Posted at 10.20 by".
_BARE_WRITTEN = (
    rf"(?:Di)?[Tt]ulis|Laporan|Written|(?i:{POSTED})(?:\s+(?:on|at|pada|pukul)\s+{_TIME})?"
)
# What is a name though it has no capital: "admin", "rina25 di 10.20", not "rapat di 10.20 pagi".
_ACCOUNT = (
    rf"(?:{'|'.join(sorted(ACCOUNTS))})\b"
    rf"|\S{{1,40}}(?: \S{{1,40}}){{0,4}}? (?:di|at|pada) {_TIME}"
    r"(?! (?!(?i:[ap]m|wi(?:b|ta?))\b)[a-z])"
)
BARE_OPENING = re.compile(
    rf"{_SIGNS}"
    rf"(?:(?:{_BARE_WRITTEN})\s+)?"
    r"(?:Oleh|OLEH|oleh|By|BY|by)\s*[-–—]?\s+"
    rf"(?=[A-Z]|{DEGREE_IN_SMALL}[A-Z]|{_ACCOUNT})"
)
_DATE_OPENING = re.compile(
    rf"{_SIGNS}(?:tanggal|ditulis|diterbitkan|dipublikasikan|diunggah|dimuat|dikumpulkan|dikirim"
    r"|published|posted"
    r"|dipos(?:ting|kan)?|(?:di)?perbarui)"
    r"\s*(?:pada|on)?\s*:?\s*|(?:pada|on|di|at)\s+(?:tanggal\s+)?",
    re.IGNORECASE,
)
WEEKDAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Sen|Sel|Rab|Kam|Jum|Sab|Min)\b"
_AMERICAN = r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}"
_BEFORE_DATE = re.compile(
    rf"\s*,\s*|\s+(?=(?:pada|on|tanggal)\s|\d{{1,2}}[\s/.-]|{WEEKDAY},|{_AMERICAN})"
)
_BEFORE_TIME = re.compile(
    r"\s+(?:di|at|pada|on|pukul|jam|-)\s+"
    rf"(?=\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|{WEEKDAY}|{_AMERICAN})"
)
_POSTED_BY = re.compile(rf"(?:{POSTED})\s+(?:oleh|by)\b", re.IGNORECASE)
_STOP_BEHIND = re.compile(r"(?:^|\s)[^\W\d_]{4,}\.$")
# Of a note on the author: "Rina Marlina*)", "Rina Marlina )*".
_MARK_BEHIND = re.compile(r"\s*(?:\)\s?)?[*¹²³]+\)?$")
LISTED = re.compile(r"\d{1,2}[.)]\s*(?=[A-Z])")  # the number of a name
_PART = re.compile(r"[^|()–—•·\n]*")
_BEHIND = re.compile(r"\s*[|/(),;–—•·\n].*", re.DOTALL)  # a name: an office, perhaps
_SEPARATOR = re.compile(r"\s*[|/(–—•·;<\n]\s*|\s+-\s*|\s{3,}|\xa0{2,}")
_WORKS = re.compile(
    rf",\s*(?=(?i:{WORKS}|{ROLE.pattern})|{AGENCY}|Kelas\b"
    rf"|(?!(?:be)?serta |bersama )[a-z]{{4,}}\s)|\s(?={OCCUPATION.pattern})"
)
_DIGITS = re.compile(r"\d{8}")  # the number of an employee
_IN_PARENTHESES = re.compile(r"\([^()]*\)\.?$")

NAME_WORDS = 6


def byline(line: Line) -> list[Piece]:
    """Return the pieces of a line that is only a byline, or nothing."""
    if not is_short(line):
        return []
    match = OPENING.match(line.text)
    sure = 1.0
    if not match:
        match, sure = BARE_OPENING.match(line.text), 0.8
        if not match or line.words > 12:
            return []
        told = line.text[match.end() :]
        if is_said(line.text) and not is_person(told):
            return []  # "Oleh Ketua KPU pintu itu dibuka."
        if "Laporan" in match[0] and not is_person(_BEHIND.sub("", told)):
            return []  # "Laporan oleh Warga" is a heading
    # "Oleh: Rina (Analis pada KPU)." is none
    told = _IN_PARENTHESES.sub("", line.text[match.end() :])
    if is_sentence(told, NAME_WORDS) or is_clause(line.text[match.end() :]):
        return []
    at = line.start + match.end()
    if at >= line.end:
        return [line.piece("byline", "byline", sure)]
    content = line.text[match.end() :]
    return [
        Piece(line.start, at, "byline", "byline", sure),
        *content_pieces(content, at, line.end, sure),
    ]


def marked_author(line: Line) -> list[Piece]:
    """Return the pieces of a line that the file marks as the author: the name, and what is not.

    Of two names with "|" between them one is the editor, on some sites the first.
    """
    name = unmarked(line)
    sign = _SEPARATOR.search(name.text)
    edited = sign and sign[0].strip() == "|" and is_person(name.text[sign.end() :])
    name = name.part(0, sign.start() if sign and sign.start() else None)
    rest = line.piece("byline", "marked_author", 1.0)
    nobody = edited or is_nobody(name.text)
    return [rest] if nobody else filled([name.piece("author", "marked_author", 1.0)], rest)


def is_posted(line: Line) -> bool:
    """Tell whether a line is the footer of a blog that names the author of what stands above.

    >>> is_posted(Line(0, 36, "Diposting oleh Rina Marlina di 10.20", 6))
    True
    """
    return _POSTED_BY.match(line.text) is not None and bool(byline(line))


def is_sentence(text: str, longest: int) -> bool:
    """Tell whether what may be a name of at most ``longest`` words is a sentence.

    A byline with a sentence behind it is glued to the body.
    """
    bare = DEGREE_AFTER.sub("", text)
    return ends_sentence(bare) and len(bare.split()) > longest and bool(re.search(r" [a-z]", bare))


def without_stop(name: str) -> str:
    """Return a name without the full stop behind it; that of a degree or an initial stays.

    >>> without_stop("Rina Marlina."), without_stop("Rina M."), without_stop("Rina, S.Sos.")
    ('Rina Marlina', 'Rina M.', 'Rina, S.Sos.')
    """
    return name[:-1] if _STOP_BEHIND.search(name) else name


def content_pieces(content: str, start: int, end: int, sure: float) -> list[Piece]:
    """Part the words after "Oleh:" into author, office and date."""
    listed = LISTED.match(content)
    if listed:  # the first of several names
        at = start + listed.end()
        first = content_pieces(content[listed.end() :], at, end, sure)
        return [Piece(start, at, "byline", "byline", sure), *first]
    name_end = len(content)
    for sign in (_SEPARATOR, ROLE, PART_OF_OFFICE, _WORKS, _DIGITS, _BEFORE_TIME):
        match = sign.search(content)
        if match and match.start() > 0:
            name_end = min(name_end, match.start())
    for match in _BEFORE_DATE.finditer(content, 1, name_end):
        part = _PART.match(content, match.end())
        degree = DEGREE_AFTER.match(content, match.start())
        if part and is_date(part[0]) and not degree:  # "Rina, Garut, 2 Juni 2025"
            name_end = match.start()
            break
    name = _MARK_BEHIND.sub("", content[:name_end])
    name = without_stop(name.rstrip(" ,-–—|()/*_]\xa0\t"))  # "(Penulis: Rina Marlina)"
    nobody = is_nobody(name)
    if OFFICE.match(name) or is_office(name) or (nobody and UNIT.search(name)):
        name = ""  # "Staf KPU Kabupaten Bantul"
    rest = start + len(name)
    kind = "byline" if nobody else "author"
    pieces = [Piece(start, rest, kind, "byline", sure)] if name else []
    return pieces + role_pieces(content[len(name) :], rest, end, sure)


def role_pieces(text: str, start: int, end: int, sure: float) -> list[Piece]:
    """Part the words after a name into the office, a date and the rest."""
    pieces: list[Piece] = []
    rest = Piece(start, end, "byline", "byline", sure)
    unit = UNIT.search(text)
    if unit:
        until = start + unit.start() + len(unit[0].rstrip("."))  # that of the sentence
        pieces.append(Piece(start + unit.start(), until, "unit", "office", sure))
    else:
        office = MEMBER.sub("", text)
        at = end - len(office)
        office = office.rstrip(" )")
        if is_office(office) or is_agency(office):
            return filled([Piece(at, at + len(office), "unit", "office", sure)], rest)
    behind = unit.end() if unit and text.startswith(",", unit.end()) else 0  # as a date may stand
    for part in (*_PART.finditer(text, 0, behind), *_PART.finditer(text, behind)):
        stripped = part[0].strip(" ,-/•·")
        if date := _date_part(stripped):
            at = start + part.start() + part[0].index(stripped)
            pieces.append(Piece(at + date[0], at + date[1], "date", "date_line", sure))
    return filled(sorted(pieces), rest)


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


def tells(rows: Iterable[Iterable[Piece]], *kinds: str) -> bool:
    """Tell whether a piece of one of the kinds is among those of some lines."""
    return any(piece.kind in kinds for pieces in rows for piece in pieces)


def authors(line: Line, pieces: Iterable[Piece]) -> list[str]:
    """Return the names of the authors among the pieces of a line."""
    return words_of(line, pieces, "author")


def words_of(line: Line, pieces: Iterable[Piece], kind: str) -> list[str]:
    """Return the words of the pieces of a line that are of one kind."""
    told = (piece for piece in pieces if piece.kind == kind)
    return [line.part(x.start - line.start, x.end - line.start).text for x in told]


def is_date(text: str) -> bool:
    """Tell whether a text is a date, with a place before it at most."""
    return len(text) <= SHORT_SIZE and _date_part(text) is not None  # long texts are not kept


@lru_cache(ASKED)
def _date_part(text: str) -> tuple[int, int] | None:
    """Return where the date stands in a line that holds a place and a date at most."""
    opening = _DATE_OPENING.match(text)
    at = opening.end() if opening else 0
    if iso(text[at:]):
        return at, len(text)
    place, comma, rest = text.partition(",")
    of_place = len(place.split()) <= 4 and place[:1].isupper() and ":" not in place
    of_place = of_place and not BARE_OPENING.match(place)  # "Oleh Fitriani, 12 Juni 2025"
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
