"""Who wrote an essay, for which office, where: glued to the first sentence of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kpu_corpus.indonesian.dates import iso
from kpu_corpus.segment.bylines.byline import (
    BARE_OPENING,
    OPENING,
    WEEKDAY,
    role_pieces,
    without_stop,
)
from kpu_corpus.segment.bylines.offices import AREAS, of_places
from kpu_corpus.segment.bylines.work import DUTIES, INSTITUTION, UNIT, WORKS
from kpu_corpus.segment.lines import Piece
from kpu_corpus.segment.names import DEGREES, ROLE, is_clause, is_common, is_name, is_person

_HEAD = re.compile(rf"\b(?:Sekretariat\s+)?(?:{INSTITUTION})\b")
# What follows an institution that is a sentence's subject rather than the writer's office.
_GOES_ON = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?!(?:tahun|periode|angkatan|formasi)\b)[a-z]")
_DEGREE = re.compile(r"(?:[SAM]|Dr|Drs|Dra|Ir|Prof|Hj?|KH)\.?(?:[A-Z][A-Za-z]*\.?)*,?")
_GAP = re.compile(r"\s*\xa0\s*|\s{3,}")
_WORKS = re.compile(
    rf",? (?:{WORKS}|{ROLE.pattern})(?: [A-Z][\w.&/-]{{1,30}},?| (?:dan|di|\d{{1,3}})\b){{0,12}}"
)
_TOKEN = re.compile(r"[^\s|(),]+,?")
_PARTED = re.compile(r"[A-Z][^|(*\n]{2,60}?(?=\s*[|(*])")  # a name, and the sign behind it
_BEFORE_ROLE = re.compile(rf"[A-Z][^|(*,\n]{{2,60}}?(?=,?\s+{ROLE.pattern}|\s*\({ROLE.pattern})")
_IN_PARENTHESES = re.compile(r"\s*\([^()\n]{3,120}\)(?=\s*[\"“]?[A-Z])")  # what one is
_INITIAL = re.compile(r"[A-Z]\.")
_LOWER = re.compile(r"\s*[a-z]")
ROLE_SIZE = 80  # characters of a position before its office; a sentence names one farther on
_PLACE_WORD = r"[A-Z](?:[A-Za-z.'’]|(?<!-)-)*"  # not "---", where each dash would be tried
_PLACE = rf"{_PLACE_WORD}(?:\s+{_PLACE_WORD}){{0,3}}"
_HOST = r"(?i:[\w-]+(?:\.[\w-]+)*\.(?:id|com?|net))"
_DATELINE = re.compile(
    rf"(?:(?P<site>{_HOST})(?:\s*,\s*{_PLACE})?|(?P<place>{_PLACE})"
    rf"(?:\s*,\s*(?P<host>{_HOST})|\s*,\s*(?P<more>(?!{WEEKDAY}){_PLACE}))?)"
    r"(?P<paper>\s\([A-Z]\w+\))?"
    rf"(?:\s*(?:,\s*)?(?:{WEEKDAY},?\s*)?"
    r"\(?(?P<date>\d{1,2}(?:\s+[A-Z][a-z]+\s+\d{4}|[/-]\d{1,2}(?:[/-]\d{4}|(?!\)?:))))\)?)?"
    r"\s*(?:[-–—]+|:)\s*(?=[\"“‘']?[A-Z])"
)
# "…, Divisi Hukum dan SDM Setiap pegawai …": the words that divisions of the KPU have, else up to
# the capital that opens a sentence.
_OF_DIVISION = rf"{DUTIES}|Kampanye|Masyarakat|Pemilih"
_DIVISION = re.compile(
    r"\s*(?:,\s*)?(?:Divisi|Bagian|Subbagian)"
    rf"(?:(?:\s+(?:(?:{_OF_DIVISION})\b|dan\b|&),?)+"
    r"|(?:\s+(?:[A-Z][\w/&]*+|dan\b|&),?+(?!\s+[a-ce-z]|\s+d[b-z]))+)"
)


def glued(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the byline and the dateline that stand on the same line as the body's beginning."""
    match = OPENING.match(text, start, end) or _bare_opening(text, start, end)
    if match and not is_clause(text[match.end() : end]):
        name = _name_end(text, match.end(), end)
        gap = _gap(text, name, end) if match.re is BARE_OPENING else None
        if name > match.end() and not is_common(text[match.end() : name]):
            yield Piece(start, match.end(), "byline", "glued_byline", 0.7)
            stripped = len(without_stop(text[match.end() : name].rstrip(" ,")))
            yield Piece(match.end(), match.end() + stripped, "author", "glued_byline", 0.7)
            at = match.end() + stripped
            body = gap.start() if gap and gap.start() > name else _role_end(text, at, end)
            yield from role_pieces(text[at:body], at, body, 0.6)
            start = body + len(text[body:end]) - len(text[body:end].lstrip())
    yield from dateline(text, start, end)


def _bare_opening(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return "Oleh" without a colon before a name that a gap ends."""
    match = BARE_OPENING.match(text, start, end)
    last = _name_end(text, match.end(), end) if match else start
    told = match and is_person(text[match.end() : last].rstrip(","))
    return match if told and _gap(text, last, end) else None


def _gap(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the gap behind a name and what one does: "Rina PPS Desa Sukamaju   "."""
    works = _WORKS.match(text, start, end)
    return _GAP.match(text, works.end() if works else start, end)


def _name_end(text: str, start: int, end: int) -> int:
    """Return where a name ends that runs straight on into a sentence.

    What parts a whole name from what follows tells more than its words.
    """
    whole = _PARTED.match(text, start, end)
    if whole and is_person(whole[0]):
        return whole.end()
    whole = _BEFORE_ROLE.match(text, start, end)
    if whole and is_name(whole[0]):
        parted = text.startswith((",", "(", " ("), whole.end())
        if parted or not is_common(whole[0].split()[-1]):  # a title: "Rina Tantangan Pegawai Muda"
            return whole.end()
    last = start
    for count, match in enumerate(_TOKEN.finditer(text, start, min(end, start + 200))):
        word = match[0]
        if count == 0 and not word[0].isupper():
            return start
        parted = not {"|", "("}.isdisjoint(text[last : match.start()])
        if parted or word.endswith(":"):  # the office, or the next label of a form in one line
            return last
        if count and not _is_degree(word, parted=text[last - 1] == ","):
            common = is_common(word) and not _INITIAL.fullmatch(word)
            ends = common or ROLE.match(word) or not word[0].isupper()
            if ends or _LOWER.match(text, match.end(), end):
                return last
        last = match.end()
    return last


def _is_degree(word: str, *, parted: bool) -> bool:
    """Tell whether a word is a degree: by its full stops, or behind a comma without them."""
    dotted = "." in word and _DEGREE.fullmatch(word) is not None
    return dotted or (parted and word.strip(",.").lower() in DEGREES)


def _role_end(text: str, start: int, end: int) -> int:
    """Return where the office ends that follows a name in running text."""
    if said := _IN_PARENTHESES.match(text, start, end):
        return end - len(text[said.end() : end].lstrip())
    opening = re.compile(r"[\s,.|(*–-]*").match(text, start, end)
    at = opening.end() if opening else start
    unit = UNIT.search(text, at, min(end, at + 160)) if ROLE.match(text, at, end) else None
    if not unit or unit.start() > at + ROLE_SIZE:
        return at if ROLE.match(text, at, end) is None else start
    last = unit.start()
    found = [*re.finditer(r"\S+", unit[0])]
    words = [match[0].strip(".,").lower() for match in found]
    before = ""
    told = zip(found, words, of_places(words), strict=True)
    for count, (match, word, known) in enumerate(told):
        if not (known or word in _UNIT_WORDS or before in AREAS):
            break
        if _BEHIND.get(word, before) != before or (word in AREAS and word in words[:count]):
            break  # it begins the sentence: "KPU Kota Tegal Pemilihan Umum adalah …"
        before = word
        last = unit.start() + match.end()
    division = _DIVISION.match(text, last, end)
    last = division.end() if division else last
    if _GOES_ON.match(text, last, end):  # "Oleh: Rina Marlina KPU adalah …": its subject
        return [head.start() for head in _HEAD.finditer(text, at, last)][-1]
    return end - len(text[last:end].lstrip(" \xa0\t\n)|,.*–-"))


_UNIT_WORDS = frozenset(
    """kpu ri republik indonesia provinsi prov kabupaten kab kota daerah komisi pemilihan umum
    bawaslu badan pengawas sekretariat""".split()
)
_BEHIND = {"indonesia": "republik", "pemilihan": "komisi"}  # words of an office behind others


def dateline(text: str, start: int, end: int) -> list[Piece]:
    """Return the place or site (and date) that agencies and sites put before the first sentence.

    >>> dateline("BANDUNG – Kami hadir", 0, 20)
    [Piece(start=0, end=10, kind='dateline', rule='dateline', confidence=0.9)]
    """
    match = _DATELINE.match(text, start, end)
    if not match:
        return []
    paper = match["more"] and match["more"].partition(" ")[0].isupper()  # "Jakarta, KOMPAS"
    named = " ".join(filter(None, (match["place"], None if paper else match["more"])))
    words = [word.strip(".,").lower() for word in named.split()]
    of_place = all(x or word in AREAS for word, x in zip(words, of_places(words), strict=True))
    if not of_place:
        return []
    bounds = [start, match.end()]
    if match["date"] and iso(match["date"]):
        bounds[1:1] = match.span("date")
    kinds = ("dateline", "date", "dateline")
    parts = zip(pairwise(bounds), kinds, strict=False)
    return [Piece(first, last, kind, "dateline", 0.9) for (first, last), kind in parts]
