"""The signature at the end of an essay: place and date, on whose behalf, name and number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kpu_corpus.indonesian.sentences.unit_kinds import is_formula
from kpu_corpus.segment.bylines.byline import (
    authors,
    byline,
    content_pieces,
    date_pieces,
    filled,
    is_date,
    role_pieces,
)
from kpu_corpus.segment.bylines.closing import HEADS_NOTE, IS
from kpu_corpus.segment.bylines.covers import names_cohort
from kpu_corpus.segment.bylines.identity import labelled, strange_label
from kpu_corpus.segment.bylines.letters import below_signature
from kpu_corpus.segment.bylines.name_lines import name_line
from kpu_corpus.segment.bylines.nobody import is_nobody
from kpu_corpus.segment.bylines.offices import is_contact
from kpu_corpus.segment.bylines.work import NUMBER_LINE, OFFICE, WORKS, is_role, names_work
from kpu_corpus.segment.lines import Line, Piece, ends_text, is_item, is_saying, is_short
from kpu_corpus.segment.names import is_lone_name, is_name, is_person, is_single_name

MOST = 16  # lines of a signature, of several people too
_AROUND = "()[]*_ "  # of a name
_DASH = re.compile(r"[-–—~]\s*")
# Before who signs, a dash or on whose behalf: "a.n. Ketua KPU Kota Tegal".
_BEFORE = re.compile(rf"{_DASH.pattern}|(?i:a\.\s?n\.?|an\.|atas nama)\s+(?=[A-Z])")
_COLUMNS = re.compile(r"\t[\t ]*|[ \xa0]{3,}")
_WRITER = re.compile(
    r"(?:penulis|peserta|hormat(?:ku| saya| kami)|salam hormat|yang (?:membuat|menyatakan|menulis"
    r"|bertanda tangan)|pembuat|penyusun|tertanda|ttd|cpns)\b\.?[^.!?]{0,40},?"
    r"|salam(?: hangat| takzim)?,",
    re.IGNORECASE,
)
_MARK = r"(?:\(?\*{1,3}\)|\)\s?\*{1,3})\s?"  # of a note: "*)", ")*"
_OPEN_MARK = r"(?:\(?\*{1,3}\s?|\()"  # "*", "(", with which much else begins
# "*) Penulis adalah …", ")* Penulis …", "(Penulis adalah …", not "*Penulis yang baik …".
_ABOUT = re.compile(
    rf"{_MARK}penulis\b.{{0,150}}"
    rf"|{_OPEN_MARK}penulis\s*(?:[^\w\s]|\b(?:{IS}|(?-i:[A-Z]))).{{0,150}}"
    # without a mark it says what one is, and where
    r"|penulis (?:adalah|merupakan) (?!.*\b(?:saya|aku|kami|kita|yang|bukan|itu)\b)"
    rf"(?:(?:(?:seorang|mantan|salah satu) )?(?:{IS}|pendiri|pengurus|pengajar)\b"
    r"|(?!.*\w{5}[.!?]\s)(?-i:[A-Z]\w+ [A-Z]))(?=.*(?-i:\b[A-Z])).{5,150}",
    re.IGNORECASE,
)
_STARRED = re.compile(rf"{_MARK}(?P<who>[A-Z][^.!?:]{{0,100}})")
_BEHIND = re.compile(  # the last sentence
    r"(?<=[.!?])\s*\((?P<name>(?!(?:Bapak|Bu|Bung|Ibu|Pak)\b)[A-Z][^()]{3,40})\)$"
)
# Above a signature, or alone: "Dengan ini saya menyatakan bahwa esai ini karya saya sendiri."
_STATES = re.compile(
    r"(?:(?:dengan|bersama) ini,? )?(?:saya|penulis) menyatakan\b"
    r"(?=.*\b(?:esai|essay|tulisan|karya(?: tulis)?|naskah|makalah)"
    r" (?:ini|tersebut|(?:yang )?saya (?:buat|tulis|susun|kirim\w*|kumpul\w*))\b)"
    r".{0,150}\b(?:(?:karya|tulisan|buatan|pikiran|pemikiran)(?: asli)? (?:saya |penulis )?sendiri"
    r"|asli|orisinal|plagi\w+|jiplakan)\b[^.!?]{0,40}\.?",
    re.IGNORECASE,
)
# A note on somebody whom the text speaks of.
_SPOKEN_OF = re.compile(r"\b(?:saya|aku|kami|kita|yang|tempat)\b")
# What somebody is, "Pemerhati Pemilu", "Guru SD Kelas 4".
_DOES = re.compile(rf"{WORKS}(?: (?:di|pada|\d{{1,2}}|[A-Z](?:[\w'’.-]*\w)?)){{1,6}}")
_OTHER = re.compile(
    r"(?:mengetahui|menyetujui|mentor|coach|pembimbing|penguji|atasan langsung|widyaiswara)\b"
    r"[^.!?]{0,40},?",
    re.IGNORECASE,
)
# A date whose month is misspelt: it signs all the same.
_ALMOST_DATE = re.compile(
    r"(?:[A-Z][A-Za-z.'’ -]{1,30},\s*)?\d{1,2}\s+[A-Za-z]{3,12}\.?\s+(?:19|20)\d\d\.?"
)
_FIRM = frozenset({"date", "writer", "other", "number", "byline"})


def is_about_author(line: Line) -> bool:
    """Tell whether a line is a note on the author: "*) Penulis adalah staf", "*) Dosen Hukum"."""
    starred = _STARRED.fullmatch(line.text)
    who = starred is not None and names_work(starred["who"])
    whole = " ".join(line.text.split())  # it may be wrapped
    return bool(who or _starred_name(line) or _ABOUT.fullmatch(whole))


def _starred_name(line: Line) -> str:
    """Return the name in a note on the author that begins with it: "*) RINA MARLINA, Dosen …"."""
    starred = _STARRED.fullmatch(line.text)
    name, _, rest = starred["who"].partition(", ") if starred else ("", "", "")
    told = names_work(rest) and not _SPOKEN_OF.search(rest)
    return name if told and is_person(name) else ""


def written_behind(text: str, *, known: bool = False) -> re.Match[str] | None:
    """Return where a text names who wrote it behind its last sentence: "… siap. (Rina Marlina)".

    Behind a quotation it is whose words they are, as behind one short sentence of its own where no
    author is ``known``.
    """
    match = _BEHIND.search(text)
    saying = match is not None and is_saying(text[: match.start()])
    if match is None or (saying and not known):
        return None
    named = is_person(match["name"]) or (not saying and is_lone_name(match["name"]))
    return match if named else None


class _Cell(NamedTuple):
    """One column of a line: where it stands in it, and its sort ("" when it signs nothing)."""

    start: int
    text: str
    sort: str


def signature(lines: Sequence[Line], *, author: bool) -> list[list[Piece]]:
    """Return the pieces of the last lines of an essay that sign it; ``author``: one is known.

    >>> lines = [Line(0, 9, "Kami ada.", 2), Line(10, 25, "Garut, 3/7/2025", 2)]
    >>> [piece.kind for piece in signature(lines, author=True)[0]]
    ['byline', 'date']
    """
    below = below_signature(lines)
    if below:
        signed = _signed(lines[:-below], author=author)
        if signed:
            rest = (x.piece("chrome", "after_signature", 0.8) for x in lines[-below:])
            return [*signed, *([piece] for piece in rest)]
    return _signed(lines, author=author)


def _signed(lines: Sequence[Line], *, author: bool) -> list[list[Piece]]:
    rows: list[list[_Cell]] = []
    tail = lines[1:][-MOST:]
    for at, line in reversed([*enumerate(tail)]):
        cells = _single(line, tail[at - 1] if at else None, rows) or _cells(line)
        if not all(cell.sort for cell in cells):
            break
        if _STATES.fullmatch(line.text) and not ends_text(lines[at - len(tail) - 1]):
            break  # it stands below its own heading
        rows.insert(0, cells)
    while rows and not _begins(rows):
        rows.pop(0)
    above = lines[-len(rows) - 1] if rows else None
    if above and _DASH.match(rows[0][0].text):
        ended = ends_text(above) and lines[-len(rows)].apart
        if not ended or is_item(above.text):
            return []  # below a quotation stands who said it, below a question the answer
    firm = len(rows) > 1 or any(cell.sort in _FIRM for row in rows for cell in row)
    if not rows or not (firm or (not author and _is_lone_name(rows[0]))):
        return []
    tail = lines[len(lines) - len(rows) :]
    name = _writer(rows)
    return [_pieces(line, cells, name) for line, cells in zip(tail, rows, strict=True)]


def _single(line: Line, above: Line | None, below: list[list[_Cell]]) -> list[_Cell]:
    """Return a name of one word: a number or an office below tells it, or a date above.

    So does the date, or the word for who signs, where the name has no capitals.
    Above the whole name it signs as a number does.
    """
    name = line.text.strip("()_. ")
    numbered = bool(below) and below[0][0].sort == "number" and is_name(name)
    dated = not below and above is not None and _sort(above) in ("date", "writer")
    placed = bool(below) and below[0][0].sort == "role"
    told = line.words == 1 and (numbered or ((dated or placed) and is_single_name(name)))
    small = name.islower() and is_person(name.title()) and not is_formula(name)
    told = told or (dated and small)
    saying = above is not None and not line.apart and is_saying(above.text)
    enclosed = line.text == f"({name})" and not saying
    told = told or (not below and enclosed and is_lone_name(name))
    if below and below[0][0].sort == "name" and below[0][0].text.startswith(f"{name} "):
        return [_Cell(0, line.text, "number")]
    return [_Cell(0, line.text, "name")] if told else []


def _cells(line: Line) -> list[_Cell]:
    """Return the columns of a line, where each of them signs; else the line as one."""
    cells, at = [], 0
    gaps = [] if labelled(line) else _COLUMNS.finditer(line.text)
    for start, end in [*(gap.span() for gap in gaps), (len(line.text), 0)]:
        part = line.part(at, start)
        cells.append(_Cell(part.start - line.start, part.text, _sort(part)))
        at = end
    if len(cells) > 1 and all(cell.sort for cell in cells):
        return cells
    return [_Cell(0, line.text, _sort(line))]


def _sort(line: Line) -> str:
    """Return what a line is in a signature: date, writer, other, number, byline, role, name."""
    text = line.text
    if HEADS_NOTE.fullmatch(text) or _STATES.fullmatch(text):
        return "writer"
    if not is_short(line) or line.headed or line.mark == "item":
        return ""
    if is_short(line, 8) and (is_date(text) or _ALMOST_DATE.fullmatch(text)):
        return "date"
    named = authors(line, byline(line))
    if is_about_author(line) and not any(map(is_person, named)):
        return "writer"
    if named:  # "Penulis: Rina Marlina"
        return "byline"
    if line.words <= 6:
        sort = "writer" if _WRITER.fullmatch(text) else "other" if _OTHER.fullmatch(text) else ""
        if sort:
            return sort
    if NUMBER_LINE.fullmatch(text) or (is_contact(text) and not ends_text(line)):
        return "number"
    if labelled(line) or byline(line) or name_line(_undashed(line)):
        return "byline"
    if is_role(_undashed(line)) or names_cohort(line) or _DOES.fullmatch(text):
        return "role"
    name = _bare(text)
    calls = line.words > 1 and is_name(name.strip(". "))
    if strange_label(line) or (calls and is_formula(name) and not is_person(name)):
        return "label"
    return "name" if calls else ""


def _begins(rows: list[list[_Cell]]) -> bool:
    """Tell whether a signature may begin with its first row: a role alone is an ordinary line."""
    sorts = {cell.sort for cell in rows[0]}
    if sorts == {"label"}:
        return False
    if sorts & _FIRM:
        return True
    below = {cell.sort for cell in rows[1]} if len(rows) > 1 else set()
    if sorts == {"role"}:  # above a name with its number it tells whose they are
        at = next((at for at, cells in enumerate(rows) if cells[0].sort != "role"), len(rows))
        return [cells[0].sort for cells in rows[at : at + 2]] == ["name", "number"]
    return bool(below & {"number", "role", "writer"}) or not below  # "CPNS KPU Kota Tegal" below it


def _is_lone_name(cells: list[_Cell]) -> bool:
    text = _bare(cells[0].text)
    enclosed = cells[0].text.startswith("(") and is_lone_name(text)
    return len(cells) == 1 and not is_formula(text) and (enclosed or is_person(text))


def _bare(text: str) -> str:
    """Return a name without what stands around it or before it: "– Rina Marlina", "a.n. Rina"."""
    text = text.lstrip(_AROUND)
    before = _BEFORE.match(text)
    return text[before.end() if before else 0 :].strip(_AROUND)


def _undashed(line: Line) -> Line:
    before = _BEFORE.match(line.text)
    return line.part(before.end()) if before else line


def _writer(rows: list[list[_Cell]]) -> _Cell | None:
    """Return the writer's name: the first below the word for it, in its column, or the last."""
    told = [
        (row, column)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell.sort == "writer"
    ]
    first, column = told[-1] if told else (-1, 0)
    beside = told and len(rows[first]) > 1
    below = [
        cells[column] if beside and column < len(cells) else cells[-1]
        for cells in rows[first + 1 :]
    ]
    names = [cell for cell in below if cell.sort == "name"]
    if not names:
        names = [cell for cells in rows for cell in cells if cell.sort == "name"][-1:]
    return (names[0] if told else names[-1]) if names else None


def _pieces(line: Line, cells: list[_Cell], name: _Cell | None) -> list[Piece]:
    whole = line.piece("byline", "signature", 0.9)
    if len(cells) == 1:
        sort = cells[0].sort
        if sort == "byline":
            return labelled(line) or byline(line) or name_line(_undashed(line))
        if known := _starred_name(line):
            at = line.text.index(known)
            named = content_pieces(line.text[at:], line.start + at, line.end, 0.8)
            return filled(named, whole)
        if sort == "role" or (sort == "writer" and OFFICE.search(line.text)):
            return role_pieces(line.text, line.start, line.end, 0.9)
    for cell in cells:
        if told := _told(line, cell, name):
            return filled(told, whole)
    return [whole]


def _told(line: Line, cell: _Cell, name: _Cell | None) -> list[Piece]:
    """Return the pieces of a column that tells the author or the date."""
    if cell is name and is_nobody(_bare(cell.text)):
        return []
    if cell is name:
        name_text = _bare(cell.text)
        start = line.start + cell.start + cell.text.index(name_text)
        return [Piece(start, start + len(name_text), "author", "signature", 0.8)]
    part = line.part(cell.start, cell.start + len(cell.text))
    return date_pieces(part) if cell.sort == "date" else []
