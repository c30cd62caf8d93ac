"""Letters: the letterhead of an office, the greeting, and what follows the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.segment.bylines.byline import is_date
from kpu_corpus.segment.bylines.covers import is_cover, is_sort
from kpu_corpus.segment.bylines.identity import IDENTITY, label_of
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.bylines.offices import (
    WORDS,
    is_address,
    is_area,
    is_at_place,
    is_office,
    is_place,
    is_training,
    opens_office,
)
from kpu_corpus.segment.lines import Line, Piece, is_short, is_text, unmarked

_ADDRESSEE = re.compile(r"(?:kepada\b(?:,?\s+yth\b.*|\s*:?)|yth\b.*)", re.IGNORECASE)
_PLACE = re.compile(
    r"[Dd][Ii](?:\s+|\s*[-–—]\s*)(?:[Tt]empat|[A-Z][\w .]{1,30})\W{0,3}"
    r"|(?i:di\s?[-–—:]?|tempat\W?)"
)
_HERE = re.compile(r"di\s+tempat\W{0,3}", re.IGNORECASE)
_SALUTATION = re.compile(r"(?:dengan hormat|salam sejahtera|hormat kami)\s*[,.;:]?", re.IGNORECASE)
_GREETING = re.compile(
    r"ass?a?lam\W?u\W?\s?\W?alaikum\b.*|bismill?ah\S{0,20}.*|salam demokrasi\W{0,3}"
    r"|selamat (?:pagi|siang|sore|malam)"
    r"(?:\W{0,3}|,? (?:i?bu|(?:ba)?pak|kak)\b.*"
    r"|,? (?:kawan|rekan|semua|panitia|admin)[\w-]*(?: \w+)?\W{0,3})"
    # with which an essay is handed in: "Bersama ini saya kirimkan tugas saya."
    r"|(?:[^.,:]{1,40}[.,] ?)?"
    r"(?:berikut|terlampir|(?:bersama|melalui) (?:e?mail |surat |surel )?ini)\b.*\b"
    r"(?:(?:saya|kami) (?:kirim|kumpul|lampir|serah|sampai)kan (?:tugas|tulisan|hasil|file)\b.*"
    r"|(?:esai|essay|naskah)\b.*|(?:tugas|tulisan) (?:saya|kami)\W*)"
    r"|(?:mohon |saya )?izin,? (?:i?bu|(?:ba)?pak|kak|mas|mba?k|kirim|meng(?:irim|umpul)\w*)\b.*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:perihal|hal)\s*:\s*\S.*", re.IGNORECASE)
_FIELD = re.compile(r"(?:nomor|lampiran|sifat)\s*:\s*\S.*", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:catatan|keterangan|lampiran|tembusan|salinan|nb|n\.b|c\.?c)\.?\s*:.*", re.IGNORECASE
)
ADDRESS_LINES = 5  # from "Kepada Yth." to "di tempat"
BELOW_LINES = 10  # of copies and notes below a signature
LINE_WORDS = 14
MOST = 10  # lines of a letterhead


def letterhead(
    lines: Sequence[Line], index: int, found: Sequence[Sequence[Piece]], *, titled: bool
) -> list[Piece]:
    """Return the piece of a line that heads a letter: addressee, subject, salutation; or nothing.

    The subject is the title of a letter that is not ``titled``, and then no such line.

    >>> letterhead([Line(0, 14, "Dengan hormat,", 2)], 0, [], titled=True)
    [Piece(start=0, end=14, kind='byline', rule='letterhead', confidence=0.9)]
    """
    line = lines[index]
    if not is_short(line, LINE_WORDS):
        return []
    inside = bool(found) and found[-1][0].rule == "letterhead"
    greets = is_greeting(line) and (titled or inside)
    patterns = (_SALUTATION, _FIELD, *([_SUBJECT] if titled else []))
    heads = greets or any(pattern.fullmatch(line.text) for pattern in patterns)
    if heads or _addressed(lines, index):
        return [line.piece("byline", "letterhead", 0.9)]
    return []


def heads_letter(line: Line) -> bool:
    """Tell whether a line is of the head of a letter, which no title is.

    >>> [heads_letter(Line(0, 9, text, 2)) for text in ("di tempat", "Di Daerah Terpencil")]
    [True, False]
    """
    told = _ADDRESSEE.fullmatch(line.text) or _HERE.fullmatch(line.text)
    return is_greeting(line) or told is not None


def heads_list(line: Line) -> bool:
    """Tell whether a line may stand above several essays: a cover, office, greeting, label, date.

    >>> texts = ("REKAP ESAI KELAS A", "_Batas akhir: 1 Agustus 2025_", "Tiga Sosok: Kisah Kami")
    >>> [heads_list(Line(0, 9, text, 4)) for text in texts]
    [True, True, False]
    """
    line = unmarked(line)
    told = label_of(line)
    dated = is_date(line.text.partition(":")[2].strip() or line.text)
    labelled = told is not None and told[0] not in ("title", *IDENTITY)
    return is_cover(line) or is_office(line.text) or is_greeting(line) or labelled or dated


def is_greeting(line: Line) -> bool:
    """Tell whether a line greets those it is written to, which no name does."""
    return is_short(line, LINE_WORDS) and _GREETING.fullmatch(line.text) is not None


def _addressed(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line stands from "Kepada Yth." to "di tempat"."""
    above = range(index, -1, -1)
    first = next((at for at in above if _ADDRESSEE.fullmatch(lines[at].text)), None)
    if first is None:
        return False
    block = lines[first : first + ADDRESS_LINES]
    last = max((n for n in range(1, len(block)) if _tells_place(block[n].text)), default=0)
    return index - first <= last


def _tells_place(text: str) -> bool:
    """Tell whether a line says where one is whom a letter addresses: "di –", "Semarang"."""
    return is_place(text) or is_area(text) or _PLACE.fullmatch(text) is not None


def below_signature(lines: Sequence[Line]) -> int:
    """Return how many of the last lines are copies or a note, which stand below a signature.

    >>> texts = ("Rina Marlina", "Tembusan:", "1. Arsip")
    >>> below_signature([Line(0, 12, text, 2) for text in texts])
    2
    """
    count = 0
    for size, line in enumerate(reversed(lines[1:][-BELOW_LINES:]), start=1):
        if not is_short(line):
            break
        if _NOTE.fullmatch(line.text):
            count = size
    return count


def office_head(lines: Sequence[Line]) -> int:
    """Return how many of the first lines are a letterhead: names of offices, then an address.

    >>> texts = ("DINAS PENDIDIKAN", "SMA NEGERI 3 YOGYAKARTA", "Yogyakarta 55224", "Sampah")
    >>> office_head([Line(0, 9, text, len(text.split())) for text in texts])
    3
    """
    named = False
    size = 0
    for place, line in enumerate(lines[:MOST]):
        if is_address(line.text):
            if not named:
                break
            size = place + 1
        elif named and _is_street(lines, place):
            size = place + 1
        elif size and is_place(line.text):
            return place + 1
        elif size or not is_short(line, WORDS) or line.headed:
            break
        elif opens_office(line.text):
            named = named or not is_area(line.text)
        elif not (named or is_cover(line)):  # down to the address all is its own
            break
    return size


def _is_street(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line right below an office is a street without a number, a title apart below.

    Above text or who wrote it is the title itself: "Jalan Panjang Menuju TPS".
    """
    line, after = lines[place], lines[place + 1 : place + 2]
    near = line.text.lower().startswith("jalan ") and not line.apart
    return near and all(x.apart and not (is_text(x) or tells_author(x)) for x in after)


def office_told(lines: Sequence[Line]) -> Piece | None:
    """Return the office that a letterhead names last; None where somebody else may work there.

    That is so for a cover, on which a training or a contest stands, and for an office of the whole
    country. It is the least of what is told: an office that the essay names goes before it.

    >>> texts = ("KOMISI PEMILIHAN UMUM", "KABUPATEN SUBANG", "SEKRETARIAT", "Subang 41211")
    >>> lines = [Line(at * 50, at * 50 + len(x), x, len(x.split())) for at, x in enumerate(texts)]
    >>> office_told(lines)
    Piece(start=0, end=66, kind='unit', rule='office_told_above', confidence=0.7)
    """
    found: list[list[Line]] = []
    for line in lines:
        x = line.text
        if is_area(x) and found:
            found[-1].append(line)
        elif opens_office(x):
            found.append([line])
        elif not (is_address(x) or x.lower().startswith("jalan ") or is_place(x) or is_sort(line)):
            return None
    names = [" ".join(line.text for line in office) for office in found]
    if not names or not is_at_place(names[-1]) or any(map(is_training, names)):
        return None
    return Piece(found[-1][0].start, found[-1][-1].end, "unit", "office_told_above", 0.7)


def with_areas(found: list[list[Piece]], lines: Sequence[Line]) -> list[list[Piece]]:
    """Join in the pieces of lines the name of an office and the district in the line below it."""
    for at, (pieces, below) in enumerate(pairwise(found)):
        if not pieces or pieces[-1].kind != "unit" or not is_area(lines[at + 1].text):
            continue
        office, line = pieces[-1], lines[at]
        if not is_at_place(line.text[office.start - line.start :]):
            pieces[-1], below[:] = office._replace(end=lines[at + 1].end), []
    return found
