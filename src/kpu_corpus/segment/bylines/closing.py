"""Notes below the last sentence of a text: who wrote it, whose opinion it is, where to read on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.reading.accounts import is_account
from kpu_corpus.segment.bylines.byline import authors, byline, filled, role_pieces
from kpu_corpus.segment.bylines.credits import credit
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.work import UNIT, WORKS
from kpu_corpus.segment.lines import WRITER, Line, Piece, ends_sentence, ends_text, is_short
from kpu_corpus.segment.names import ROLE, bare_name, is_person, without_degrees

WORDS = 50  # of a note
MOST = 6  # notes below one text
BOX_WORDS = 120  # of a box on the author, below its heading
SEVERAL = 2  # notes, each on another writer
_SIGNS = "([*_–—- "  # before a name
# What a note says of an author: what one is, not what one did.
IS = (
    r"adalah|ialah|merupakan|kini|saat ini|sekarang|sedang|lahir|lulusan|alumn\w+"
    rf"|bekerja|bertugas|mengajar|menetap|tinggal di|berdomisili|{WORKS}|{ROLE.pattern}"
)
_WHO = re.compile(rf"\s*[,(–—-]\s*+(?!yang\b)|\s*(?:{IS})\b", re.IGNORECASE)
# A name, a mark or the word for who wrote before it at most, and what one is.
_WHAT = re.compile(
    r"(?:(?:adalah|ialah|merupakan) (?:seorang )?)?"
    r"(?:(?:bekerja|bertugas|mengajar|menetap) (?:di|pada|sebagai)|lulusan|alumn\w+"
    rf"|{WORKS}|{ROLE.pattern})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"[(\[*]{0,3}\)?\s?(?P<by>(?i:(?:tentang )?penulis)(?: adalah| ialah|\s?[,/:])\s*)?"
    r"(?!(?:Bapak|Bu|Bung|Ibu|Kak|Mas|Mbak|Pak)\b)(?P<name>[A-Z][^,:;!?()–—/|]{3,60}?)"
    r"(?:\s?[,(]\s?|\s[–—-]\s|(?P<is>\s)(?=(?:adalah|ialah|merupakan|be[kr]\w+|mengajar|menetap)\s))"
    r"(?P<rest>\S.*)"
)
# The first line of a box on the author.
_OPENS_BOX = re.compile(
    rf"(?P<name>[A-Z][^,:;!?()–—/|]{{3,60}}?)(?:\s?[,(–—]\s?|\s(?={IS}\b)).+", re.IGNORECASE
)
_NAMED_WORDS = 20  # of such a line
_SPEAKS_OF = re.compile(r"\b(?:yang|itu|ini|pernah|telah|akan)\b")  # somebody in the text
_AROUND = ")]*_ "  # behind a note
HEADS_NOTE = re.compile(  # on the author
    r"(?:(?:(?:sekilas )?tentang|profil|biodata|biografi|identitas)(?: singkat)?(?: sang| para)?"
    r" (?:penulis|kontributor)"
    r"|(?:daftar )?riwayat hidup(?: penulis)?|biodata(?: diri)?|about (?:the )?author)\s*:?",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"{HEADS_NOTE.pattern}|disclaimer|penafian|catatan redaksi\s*:?", re.IGNORECASE)
# What is said of this text, or of what its site answers for: "Isi di luar tanggung jawab redaksi."
_OF_TEXT = re.compile(
    r"\W*(?:catatan(?: redaksi)?\s*:\s*)?(?:(?:segala|seluruh|semua|isi|materi) )*"
    r"(?:konten|tulisan|artikel|opini|esai|naskah)\b(?: ini\b.*\b(?:(?:pendapat|pandangan|opini)"
    r" pribadi|(?:mewakili|mencerminkan) (?:pendapat|pandangan|sikap|kebijakan|posisi)|kiriman"
    r"|(?:di|ter)(?:tayang|muat|terbit|publikasi)(?:kan)? (?:di|pada|oleh) (?-i:[A-Z])\w*"
    r"|pertama kali (?:(?:di|ter)?(?:tayang|muat|terbit|publikasi|unggah)(?:kan)?)"
    r" (?:di|pada|oleh)\b)"
    r"|(?: ini)? diterima(?: redaksi)?(?: pada| tanggal|:){0,2} \d{1,2} \w{3,9} \d{4}\b"
    r"|.*\btanggung ?jawab (?:\w+ )?(?:penulis|redaksi)|.*\buser generated content)\b.*",
    re.IGNORECASE,
)
# What readers are asked to do on the site, or elsewhere on its behalf.
_ASKS = re.compile(
    r"\W*(?:(?:mari|ayo|yuk|silakan) )?(?:ikuti|dapatkan|cek|simak|baca|(?:ber)?gabung|berlangganan"
    r"|kunjungi|unduh|follow|subscribe)\b",
    re.IGNORECASE,
)
_SITES = re.compile(
    r"\b(?:google news|breaking news|(?:wa|whats ?app|telegram) channel|channel (?:wa|whats ?app"
    r"|telegram)|(?:kanal|channel|grup|newsletter|(?:berita|artikel|konten|tulisan) (?:pilihan"
    r"|lain(?:nya)?|terbaru|terkini|menarik))\b.*(?:\bkami|\w\.(?:com|id|net|org|co)))\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(
    r"\bsubscribe\b.*\b(?:posts?|newsletter|email)\b|\bberlangganan\b.*\bnewsletter\b",
    re.IGNORECASE,
)
# "Sumber: Radar Warta", "Terakhir diperbarui 3 Juni 2025 10:20".
_FACT = re.compile(
    r"(?:sumber|source|dikutip dari|disadur dari)\s*:\s*(?:(?-i:[A-Z])|\w+[./:]).*"
    r"|(?:terakhir )?(?:di)?perbarui\b.{0,30}\d.*|last (?:updated|modified)\b.*",
    re.IGNORECASE,
)
# What who marks an essay writes below it.
_MARKED = re.compile(
    r"(?:catatan|komentar|tanggapan|umpan balik|paraf) (?:dari )?(?:tim )?(?:penilai"
    r"|penguji|juri|dosen|guru|pengajar|mentor|coach|pembimbing|fasilitator|widyaiswara"
    r"|pemeriksa)\s*[:\t].*",
    re.IGNORECASE,
)


def closing_notes(lines: Sequence[Line], name: str) -> list[list[Piece]]:
    """Return the pieces of the last lines that are notes on the text or on its author.

    A note on the author opens with the ``name`` that is known. None says "I" or "we", and each
    stands below a line that ends the text, or below another.

    >>> texts = ("Kami hadir.", "Rina M, staf KPU Kota Tegal", "Ikuti kami di Google News")
    >>> rows = [Line(0, 9, text, len(text.split())) for text in texts]
    >>> [[piece.kind for piece in row] for row in closing_notes(rows, "Rina M")]
    [['byline', 'unit'], ['chrome']]
    """
    bare = _in_full(without_degrees(name), lines)
    found = _below_heading(lines, bare)
    while len(found) < min(MOST, len(lines) - 1):
        rest = lines[: len(lines) - len(found)]
        note = _note(rest, bare, below=bool(found))
        if not note:
            break
        found.insert(0, note)
    return found


def _below_heading(lines: Sequence[Line], name: str) -> list[list[Piece]]:
    """Return the pieces of notes on authors below their heading, and of that, or nothing."""
    heads = [at for at, x in enumerate(lines) if at and HEADS_NOTE.fullmatch(x.text)]
    if not heads:
        return []
    above, below = lines[: heads[-1]], lines[heads[-1] + 1 :]
    notes = _of_box(above, below, name) or _of_writers(below, name)
    return [[lines[heads[-1]].piece("byline", "signature", 0.9)], *notes] if notes else []


def _in_full(name: str, lines: Sequence[Line]) -> str:
    """Return a name as the last lines open with it, where they have a word for its last initial.

    >>> _in_full("Hasan B", [Line(0, 34, "Hasan Basri adalah staf KPU Tegal.", 6)])
    'Hasan Basri'
    """
    first, _, last = name.rstrip(".").rpartition(" ")
    if len(last) != 1 or not last.isalpha() or not first:
        return name
    whole = re.compile(rf"{re.escape(first)} {last}\w+", re.IGNORECASE)
    found = (whole.match(line.text.lstrip(_SIGNS)) for line in lines[-MOST:])
    return next((match[0] for match in found if match), name)


def _of_writers(lines: Sequence[Line], name: str) -> list[list[Piece]]:
    """Return the pieces of notes on several writers, as books have them last, or nothing.

    Each opens with a name. Of the one whose ``name`` is known the office is told.
    """
    opens = [_OPENS_BOX.fullmatch(line.text) for line in lines]
    names = {match["name"] for match in opens if match and is_person(match["name"])}
    if len(names) < SEVERAL or len(names) < len(lines):
        return []
    return [
        role_pieces(x.text, x.start, x.end, 0.9)
        if _told_of(x.text, name)
        else [x.piece("byline", "signature", 0.8)]
        for x in lines
    ]


def _of_box(above: Sequence[Line], below: Sequence[Line], name: str) -> list[list[Piece]]:
    """Return the pieces of the box on the author that sites have below a text, or nothing.

    It opens with a name alone, or one that says what one is: that which is known, or is of somebody
    of whom the text does not speak, where none is known, or the account of the site.
    """
    words = sum(x.words for x in below)
    if not 0 < len(below) <= MOST or words > BOX_WORDS or any(map(labelled, below)):
        return []
    if 2 * words > sum(x.words for x in above):
        return []
    first = below[0]
    opens = _OPENS_BOX.fullmatch(first.text)
    told = opens["name"] if opens else first.text
    known = _is_same(name, told) or _told_of(first.text, name) != ""
    of_author = is_person(told) and not any(told in x.text for x in above)
    if not (known or (of_author and not name) or is_account(told)):
        return []
    end = first.start + len(told)
    kind = "author" if of_author and not name else "byline"
    what = role_pieces(first.text[len(told) :], end, first.end, 0.8) if opens else []
    rest = (role_pieces(x.text, x.start, x.end, 0.8) for x in below[1:])
    return [[Piece(first.start, end, kind, "signature", 0.8), *what], *rest]


def _is_same(name: str, told: str) -> bool:
    """Tell whether one of two names has all words of the other, initials and degrees aside.

    >>> _is_same("Rina Marlina", "Rina M."), _is_same("Muhammad Rizki", "Muhammad Hatta")
    (True, False)
    """
    parts = (bare_name(x).replace(".", " ").split() for x in (name, told))
    one, other = ({word for word in words if len(word) > 1} for words in parts)
    return bool(one and other) and (one <= other or other <= one)


def _note(lines: Sequence[Line], name: str, *, below: bool) -> list[Piece]:
    """Return the pieces of the last line if it is a note; a heading is one above a note."""
    *above, last = lines
    if below and _HEAD.fullmatch(last.text):
        return [last.piece("byline", "signature", 0.9)]
    if not is_short(last, WORDS):
        return []
    sent = credit(last.part(1, -1) if last.text.startswith("(") else last)
    if sent and ends_text(above[-1]):  # "(Humas KPU Kota Tegal)"
        return sent
    if _is_of_site(last.text):
        return [last.piece("chrome", "notice", 0.8)]
    if WRITER.search(last.text):
        return []
    if not name and (told_by := _introduced(last, above)):
        return told_by
    if _is_only(name, last) and ends_text(above[-1]):
        return [last.piece("byline", "signature", 0.9)]
    if _WHO.match(_told_of(last.text, name)) and _may_tell_of(name, above):
        return role_pieces(last.text, last.start, last.end, 0.9)
    signed = above[1:] and authors(above[-1], byline(above[-1]))
    if signed and not ends_sentence(last.text):  # what one is who signs
        return role_pieces(last.text, last.start, last.end, 0.7)
    return []


def _is_only(name: str, line: Line) -> bool:
    return name != "" and bare_name(line.text.strip(_SIGNS + ")")) == bare_name(name)


def _introduced(line: Line, above: Sequence[Line]) -> list[Piece]:
    """Return the pieces of a last line that tells the author: "*) Rina M adalah staf KPU Bali".

    Behind the name stands what one is; a sentence names the office too and says nothing but that.
    The text above speaks of nobody with that name.
    """
    told = _NAMED.fullmatch(line.text) if is_short(line, _NAMED_WORDS) else None
    if not told or not is_person(told["name"]) or _SPEAKS_OF.search(told["rest"]) or byline(line):
        return []
    rest = told["rest"].rstrip(f"{_AROUND}.")
    signs = _WHAT.match(rest) is not None
    if ends_sentence(line.text.rstrip(_AROUND)):
        units = UNIT.finditer(rest)
        signs = signs and any(told["is"] or unit.end() == len(rest) for unit in units)
    if not (signs or told["by"]) or not _may_tell_of(told["name"], above):
        return []
    start, end = (line.start + at for at in told.span("name"))
    author = Piece(start, end, "author", "signature", 0.8)
    others = role_pieces(line.text[told.end("name") :], end, line.end, 0.8)
    return [*filled([author], Piece(line.start, end, "byline", "signature", 0.9)), *others]


def _is_of_site(text: str) -> bool:
    """Tell whether a line speaks of the text it stands below, or of the site.

    >>> [_is_of_site(text) for text in ("Ikuti kami di Google News.", "Ikuti aturan yang ada.")]
    [True, False]
    """
    asks = _ASKS.match(text) is not None and _SITES.search(text) is not None
    of_text = _OF_TEXT.fullmatch(text) is not None and not WRITER.search(text)
    other = _FACT.fullmatch(text) or _OFFERS.search(text)
    return asks or of_text or other is not None or is_remark(text)


def is_remark(text: str) -> bool:
    """Tell whether a line is what who marks an essay writes above or below it.

    >>> is_remark("Catatan Coach: tambahkan contoh."), is_remark("Catatan guru kami rapi.")
    (True, False)
    """
    return _MARKED.fullmatch(text) is not None


def _told_of(text: str, name: str) -> str:
    """Return what a line says behind the name that it opens with, "" where it does not."""
    bare = text.lstrip(_SIGNS)
    opens = name and bare.casefold().startswith(name.casefold())
    rest = bare[len(name) :] if opens else ""
    return rest if rest[:1] in tuple(" ,(–-") else ""


def _may_tell_of(name: str, above: Sequence[Line]) -> bool:
    """Tell whether a text has ended that does not speak of a namesake of its author.

    The name alone may stand between, as in a box.
    """
    above = above[:-1] if above[1:] and _is_only(name, above[-1]) else above
    return ends_text(above[-1]) and not any(name in line.text for line in above)
