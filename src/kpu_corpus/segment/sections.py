"""What stands between and below the paragraphs of an essay: sections, bibliographies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.lines import Line, ends_sentence, title_case

_NOTE = re.compile(r"\[\d{1,3}\](?=\s*\S)")
_NUMBERED = re.compile(r"(?:bab\s+[ivx\d]{1,4}[.:)]?|(?:[ivx]{1,5}|[a-z]|\d{1,2})[.)])\s*", re.I)
_CHAPTER = re.compile(r"bab\s+[ivx\d]{1,4}[.:)]?", re.IGNORECASE)  # its name stands below
_SECTION = re.compile(
    r"(?:pendahuluan|pengantar|kata pengantar|latar belakang(?: masalah)?|rumusan masalah|tujuan"
    r"|abstrak|ringkasan|isi|isi esai|pembahasan|analisis|hasil(?: dan pembahasan)?|penutup"
    r"|kesimpulan(?: dan saran)?|simpulan(?: dan saran)?|saran|rekomendasi|prolog|epilog|refleksi"
    r"|landasan teori|introduction|background|discussion|conclusions?)\s*:?",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:daftar\s+(?:pustaka|rujukan|referensi|bacaan|kepustakaan)|referensi|kepustakaan|pustaka"
    r"|bibliografi|bibliography|references|rujukan"
    r"|sumber\s+(?:bacaan|rujukan|referensi|pustaka))\s*:?",
    re.IGNORECASE,
)
HEADING_WORDS = 12


def is_section(line: Line) -> bool:
    """Tell whether a line heads a section of an essay: by its name, its number or its style.

    >>> [is_section(Line(0, 1, text, len(text.split()))) for text in ("B. ISI", "Penutup", "Tekad")]
    [True, True, False]
    """
    if line.mark == "heading" and line.level:
        return True
    if line.words > HEADING_WORDS or ends_sentence(line.text):
        return False
    if is_named(line) or _CHAPTER.fullmatch(line.text):
        return True
    rest = _unnumbered(line)
    numbered = line.mark == "item" or _NUMBERED.match(line.text) is not None
    return numbered and title_case(rest) and rest[:1].isupper()


def heads_references(line: Line) -> bool:
    """Tell whether a bibliography stands below a line."""
    if line.words > 6:
        return False
    return _REFERENCES.fullmatch(_unnumbered(line)) is not None


def bibliography(lines: Sequence[Line]) -> int:
    """Return where the bibliography of an essay begins; the number of lines without one.

    A section with a name of its own below it shows that its heading meant something else. Notes at
    the end are one, too, whose numbers stand in the text: "[1] Wawancara, 20 Juli 2025." What is
    longer than the text above it is no note, but the text.

    >>> texts = ("Kami hadir lagi setiap pagi di sini.[1]", "[1] UU 7/2017", "[2] PKPU 3/2022")
    >>> bibliography([Line(0, 9, text, len(text.split())) for text in texts])
    1
    """
    found = len(lines)
    for index, line in enumerate(lines):
        if index and heads_references(line):
            found = min(found, index)
        elif found < index and is_named(line):
            found = len(lines)
    notes = [*takewhile(lambda line: _NOTE.match(line.text), reversed(lines[1:found]))]
    number = _NOTE.match(notes[-1].text) if notes else None
    above = found - len(notes)
    told = number is not None and any(number[0] in line.text for line in lines[:above])
    words = [line.words for line in lines[:found]]
    return above if told and sum(words[above:]) < sum(words[:above]) else found


def is_named(line: Line) -> bool:
    """Tell whether a line is the usual name of a section, such as Pendahuluan or Penutup."""
    return line.words <= HEADING_WORDS and _SECTION.fullmatch(_unnumbered(line)) is not None


def _unnumbered(line: Line) -> str:
    number = _NUMBERED.match(line.text)
    return (line.text[number.end() :] if number else line.text).strip("*_# ")
