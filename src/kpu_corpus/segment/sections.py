"""Lines between and below the paragraphs of an essay: sections, bibliographies."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile

from kpu_corpus.segment.lines import Line, ends_sentence, is_item, is_running, is_text, title_case

_NOTE = re.compile(
    r"(\[(?:\d{1,3}|[a-z]{1,2}|\^[\w-]{1,30})\]):?(?=\s*\S)"
)  # Markdown has "[^1]: …"
_NUMBERED = re.compile(
    r"(?:bab\s+[ivx\d]{1,4}[.:)]?|(?:[ivx]{1,5}|[a-z]|\d{1,2})(?:(?:\.\d{1,2}){1,3}[.)]?|[.)]))\s*",
    re.IGNORECASE,
)
_CHAPTER = re.compile(  # its name stands below
    r"(?:bab\s+[ivx\d]{1,4}|bagian\s+(?:[ivx]{1,4}|\d{1,2}|pertama|ke(?:satu|dua|tiga|empat|lima)))"
    r"[.:)]?",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:pendahuluan|pengantar|kata pengantar|latar belakang(?: masalah)?|rumusan masalah|tujuan"
    r"|abstrak|ringkasan|isi|isi esai|pembahasan|analisis|hasil(?: dan pembahasan)?|penutup"
    r"|kesimpulan(?: dan saran)?|simpulan(?: dan saran)?|saran|rekomendasi|prolog|epilog|refleksi"
    r"|landasan teori|introduction|background|discussion|conclusions?)\s*[:.]?",
    re.IGNORECASE,
)
# What stands in a book around its essays.
_WHOSE = (
    r" (?:dari |oleh )?(?:panitia|ketua|kepala|direktur|penerbit|penyunting|editor|redaksi|tim)"
    r"\b.{0,60}"
)
_FOREWORD = re.compile(
    rf"(?:kata (?:pengantar|sambutan)|prakata|sekapur sirih)(?:{_WHOSE})?"
    rf"|(?:sambutan|pengantar){_WHOSE}",
    re.IGNORECASE,
)
_ROLL = re.compile(
    r"daftar (?:nama )?(?:peserta|penulis|hadir|pemenang|kontributor|juri|anggota|isi)\b.{0,60}",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:daftar\s+(?:pustaka|rujukan|referensi|bacaan|kepustakaan)|kepustakaan|pustaka"
    r"|(?:referensi|rujukan)(?:\s+(?:pendukung|tambahan|utama|bacaan|artikel|tulisan|esai)){0,2}"
    r"|bibliografi|bibliography|references"
    r"|sumber\s+(?:bacaan|rujukan|referensi|pustaka))\s*:?",
    re.IGNORECASE,
)
# What heads a list of sources or notes only where nothing but one stands below.
_LIST = re.compile(r"sumber\s*:|catatan (?:kaki|akhir)\s*:?", re.IGNORECASE)
_ENTRY = re.compile(r"(\d{1,3})\s+\S")
# What is added below a text: pictures, lists of names.
_APPENDIX = re.compile(
    r"lampiran(?:-lampiran)?(?: \d{1,2}| [ivx]{1,4})?(?:[.:] .{1,80})?", re.IGNORECASE
)
# Nothing but notes stands below this name, however they are numbered: "1) Lihat …", "[2] Ibid."
_NOTES = re.compile(r"catatan kaki\s*:?", re.IGNORECASE)
_NOTED = re.compile(r"[(\[]?(\d{1,3})(?:[.)\]]?\s+\S|[.)\]]?[^\W\d])")
# A year behind the author or at the end, a law, an address.
_SOURCE = re.compile(
    r"[^!?]{2,90}?(?:\((?:19|20)\d\d[a-z]?\)\.|\. (?:19|20)\d\d[a-z]?\.)"
    r"|[^!?]{9,200}[:,] (?:19|20)\d\d\.?$"
    r"|(?i:undang-undang|uu|peraturan|pkpu|keputusan|putusan)\b[^.]*\d[^.]*\btentang\b[^.]*\.?$"
    r"|.{0,60}(?:https?://|www\.)"
)
SECTION_WORDS = 12


def is_section(line: Line) -> bool:
    """Tell whether a line heads a section of an essay: by its name, its number or its style.

    >>> texts = ("B. ISI", "Penutup", "Tekad", "2. Jujur.")
    >>> [is_section(Line(0, 1, text, len(text.split()))) for text in texts]
    [True, True, False, False]
    """
    return (line.mark == "heading" and line.level > 0) or reads_as_section(line)


def reads_as_section(line: Line) -> bool:
    """Tell the same by its name or its number alone."""
    if heads_chapter(line):
        return True
    if line.words > SECTION_WORDS or ends_sentence(line.text):
        return False
    rest = _unnumbered(line)
    numbered = line.mark == "item" or _NUMBERED.match(line.text) is not None
    return numbered and title_case(rest) and rest[:1].isupper()


def heads_references(line: Line) -> bool:
    """Tell whether a bibliography stands below a line."""
    if line.words > 6:
        return False
    return _REFERENCES.fullmatch(_unnumbered(line)) is not None


def heads_foreword(lines: Sequence[Line]) -> bool:
    """Tell whether the first text among lines is the foreword of a book: its heading is above it.

    No other section stands below: that one is of a paper with a foreword.

    >>> texts = ("KUMPULAN ESAI", "Kata Pengantar", "Kami bersyukur buku ini dapat terbit.")
    >>> heads_foreword([Line(0, 9, text, len(text.split())) for text in texts])
    True
    """
    above = takewhile(lambda line: not is_text(line), lines)
    if not any(_FOREWORD.fullmatch(line.text) for line in above):
        return False
    return all(_FOREWORD.fullmatch(line.text) for line in lines if is_named(line))


def is_roll(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a list of names below its heading: "Daftar Peserta".

    >>> texts = ("DAFTAR PENULIS", "1. Rina Marlina, KPU Kota Tegal", "2. Eka Putra")
    >>> is_roll([Line(0, 9, text, len(text.split())) for text in texts])
    True
    """
    return any(map(heads_roll, lines[:1])) and not any(map(is_text, lines))


def heads_roll(line: Line) -> bool:
    """Tell whether a line is the heading of such a list."""
    return _ROLL.fullmatch(line.text) is not None


def bibliographies(lines: Sequence[Line], titles: Container[int]) -> set[int]:
    """Return the lines of bibliographies: each reaches down to where text goes on, or a title.

    A section with a name of its own below it shows that its heading meant something else. An
    appendix that has no text is such, too.

    >>> texts = ("Kami hadir.", "Referensi", "UU 7/2017", "Belajar Jujur", "Kami jujur.")
    >>> sorted(bibliographies([Line(0, 9, text, len(text.split())) for text in texts], {3}))
    [1, 2]
    """
    found, listed, heading = set[int](), set[int](), 0
    texts = (place for place in reversed(range(len(lines))) if is_text(lines[place]))
    last = next(texts, len(lines))  # of the text
    for place, line in enumerate(lines):
        added = last < place < len(lines) - 1 and _APPENDIX.fullmatch(_unnumbered(line))
        if place and (added or heads_references(line) or _heads_list(lines, place)):
            listed.add(place)
            heading = place
        elif is_named(line):
            listed = set()
        elif place in titles or resumes(lines, place, lines[heading]):
            found, listed = found | listed, set()
        elif listed:
            listed.add(place)
    return found | listed


def _heads_list(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line heads nothing but sources or numbered notes: "Catatan Kaki"."""
    name = _unnumbered(lines[place])
    if not _LIST.fullmatch(name):
        return False
    below = lines[place + 1 :]
    notes = _NOTES.fullmatch(name) is not None
    entries = ((_NOTED if notes else _ENTRY).match(line.text) for line in below)
    counted = all(entry and int(entry[1]) == at for at, entry in enumerate(entries, start=1))
    if below and (counted or (notes and all(line.mark == "item" for line in below))):
        return True  # the numbers of a list that the file marks are no part of its text
    listed = all(is_item(x.text) or is_source(x) or _ENTRY.match(x.text) for x in below)
    return listed and (not below or any(map(is_source, below)))  # addresses are no lines of it


def resumes(lines: Sequence[Line], place: int, heading: Line) -> bool:
    """Tell whether a section of text begins at a line below the ``heading`` of a bibliography.

    A heading of the same rank or a higher one does, as the file tells it; one above a source parts
    the list.
    """
    line = lines[place]
    below = lines[place + 1 : place + 2]
    if is_named(line) or any(map(is_source, below)):
        return is_named(line)
    if line.mark == "heading" and line.level <= heading.level:
        return True
    return is_section(line) and any(map(is_running, below))


def is_source(line: Line) -> bool:
    """Tell whether a line reads like an entry of a bibliography."""
    return _SOURCE.match(line.text) is not None


def notes_below(lines: Sequence[Line]) -> int:
    """Return how many of the last lines are notes whose numbers stand in the text above them.

    What is longer than the text above it is no note, but the text.

    >>> texts = ("Kami hadir lagi setiap pagi di sini.[1]", "[1] UU 7/2017", "[2] PKPU 3/2022")
    >>> notes_below([Line(0, 9, text, len(text.split())) for text in texts])
    2
    """
    notes = [*takewhile(lambda line: _NOTE.match(line.text), reversed(lines[1:]))]
    number = _NOTE.match(notes[-1].text) if notes else None
    above = lines[: len(lines) - len(notes)]
    told = number is not None and any(_marks(number[1], line.text) for line in above)
    less = sum(line.words for line in notes) < sum(line.words for line in above)
    return len(notes) if told and less else 0


def _marks(number: str, text: str) -> bool:
    """Tell whether a note is called in a text: by a letter right behind a word ("[a] dan [b]")."""
    at = text.find(number)
    return at > 0 and (not number[1].isalpha() or not text[at - 1].isspace())


def is_named(line: Line) -> bool:
    """Tell whether a line is the usual name of a section, such as Pendahuluan or Penutup."""
    return line.words <= SECTION_WORDS and _SECTION.fullmatch(_unnumbered(line)) is not None


def heads_chapter(line: Line) -> bool:
    """Tell whether a line is such a name, or the number of a chapter whose name stands below."""
    return is_named(line) or _CHAPTER.fullmatch(line.text) is not None


def _unnumbered(line: Line) -> str:
    number = _NUMBERED.match(line.text)
    return (line.text[number.end() :] if number else line.text).strip("*_# ")
