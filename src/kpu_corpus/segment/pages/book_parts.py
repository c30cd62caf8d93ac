"""Lines above the titles of essays that are of the whole: the parts of a book, a rubric."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.identity import label_of
from kpu_corpus.segment.bylines.letters import heads_list
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.lines import Line, is_short, is_text, title_case
from kpu_corpus.segment.sections import reads_as_section

SUBTITLE = 2  # words that may stand below a title: "Sebuah Catatan"
BELOW = 3  # lines from such a line down to the author at most
_PART = re.compile(
    r"bagian (?:ke-?)?(?:[ivx]{1,5}|\d{1,2}|pertama|(?:ke)?(?:satu|dua|tiga|empat|lima|enam))"
    r"(?P<named>\b\s*[:.–—-]?\s*\w.*)?\W*",
    re.IGNORECASE,
)

# What offices call the part of their site for essays: even above one it is no title.
_RUBRIC = re.compile(
    r"(?:rubrik|kolom|pojok|sudut|ruang) (?:opini|literasi|c?pns|asn|pppk|pegawai|staf|karyawan"
    r"|pembaca|peserta|latsar|kpu)|suara (?:pegawai|pembaca)",
    re.IGNORECASE,
)


def book_parts(lines: Sequence[Line]) -> set[int]:
    """Return the headings of the parts of a book, with the name of each below its number.

    Below each of them, several, stand a title and its author.

    >>> book = ["BAGIAN I", "Apel Pagi", "Oleh: Rina", "BAGIAN II", "Surat Suara", "Oleh: Eka"]
    >>> rows = [Line(0, 9, text, len(text.split())) for text in book]
    >>> sorted(book_parts(rows)), book_parts(rows[:3])
    ([0, 3], set())
    """
    found = {at: match for at, line in enumerate(lines) if (match := _PART.fullmatch(line.text))}
    sizes = {at: _author_below(lines, at) for at in found}
    if len(found) < 2 or any(size < 2 for size in sizes.values()):
        return set()
    names = (at + 1 for at, match in found.items() if sizes[at] > 2 and not match["named"])
    capitals = (at for at in names if not all(x.text.isupper() for x in lines[at : at + 2]))
    return {*found, *capitals}


def rubrics(lines: Sequence[Line]) -> set[int]:
    """Return the lines with the same words above several titles: "Suara Warga" each time.

    Below each of them stands another title with its author, above the first what heads a list.

    >>> page = ["Suara Warga", "Apel Pagi", "Oleh: Rina", "Suara Warga", "Gudang", "Oleh: Eka"]
    >>> rows = [Line(0, 9, text, len(text.split())) for text in page]
    >>> sorted(rubrics(rows)), rubrics(rows[:3])
    ([0, 3], set())

    A rubric that offices have is one above every text as soon as it is above one.

    >>> page = ["Suara Pegawai", "Apel Pagi Kami", "Oleh: Rina", "Suara Pegawai", "Malam hari"]
    >>> sorted(rubrics([Line(0, 9, text, len(text.split())) for text in page]))
    [0, 3]
    """
    first = next((at for at, line in enumerate(lines) if not heads_list(line)), len(lines))
    places = [at for at in range(first, len(lines)) if lines[at].text == lines[first].text]
    known = places and _RUBRIC.fullmatch(lines[first].text)
    if known and any(_heads_titled(lines, at) for at in places):
        return {*places}
    titles = {lines[at + 1].text for at in places if _author_below(lines, at) > 1}
    return {*places} if len(titles) == len(places) > 1 and _may_head(lines[first]) else set()


def _heads_titled(lines: Sequence[Line], at: int) -> bool:
    """Tell whether below a line stand a title, not less marked, no subtitle, and who wrote it."""
    title = lines[at + 1 : at + 2]
    same = any(x.words > SUBTITLE and x.headed >= lines[at].headed for x in title)
    return same and _author_below(lines, at) > 1


def _author_below(lines: Sequence[Line], at: int) -> int:
    """Return how far below a line who wrote is told, titles at most between; 0 where it is not."""
    below = lines[at + 1 : at + 1 + BELOW]
    for size, line in enumerate(below, 1):
        label = label_of(line)
        if tells_author(line) or (label is not None and label[0] == "author"):
            return size
        if not _may_head(line):
            return 0
    return 0


def _may_head(line: Line) -> bool:
    other = is_text(line) or is_cover(line) or reads_as_section(line) or label_of(line)
    return is_short(line) and not other and title_case(line.text) and not tells_author(line)
