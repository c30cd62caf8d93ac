"""Which essay a person in a table wrote: names compared ignoring case and degrees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import nearest_name
from kpu_corpus.ground.spellings import even
from kpu_corpus.reading.rows.ids import id_of
from kpu_corpus.segment.bylines.identity import kind_of
from kpu_corpus.segment.names import DEGREES, bare_name

NEAR = 0.75  # share of letters alike from which one name may be a slip of another
HALF = 0.5  # and more than this of each of its words
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_MARKS = re.compile(r"[.'’‘`]")  # that one writes and another leaves out
_BEHIND = re.compile(r"[,(|/]|\s[-–—]\s")  # degrees, a place, an office
# Forms of address and degrees as lists have them, with full stops or without.
_BEFORE = frozenset("dr drs dra drh ir prof h hj kh apt sdr sdri bpk bapak ibu".split())


def person(cell: Any) -> str:
    """Return the name in a cell, normalised for comparison.

    >>> person("MAYA PUSPITASARI, S.AP"), person("Drs. Asep Saepudin, M.Si.")
    ('maya puspitasari', 'asep saepudin')
    >>> person("3. BUDI SANTOSO SH MH"), person("Rina Marlina - KPU Bantul")
    ('budi santoso', 'rina marlina')
    >>> person("Yuliana Br. Sitompul"), person("Nur'aini")
    ('yuliana br sitompul', 'nuraini')
    """
    name = _NUMBER.sub("", _BEHIND.split(id_of(cell) or "", maxsplit=1)[0].strip(), count=1)
    words = _MARKS.sub("", bare_name(name)).split()
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in DEGREES:
        del words[-1]
    return " ".join(words)


def office(cell: Any) -> str:
    """Return what is behind the name in a cell, without degrees, normalised for comparison.

    >>> office("Rina Marlina, S.H., M.Si. (KPU Bantul)"), office("Rina Marlina, SH")
    ('kpu bantul', '')
    """
    behind = _BEHIND.split(bare_name(id_of(cell) or ""), maxsplit=1)[1:]
    words = re.findall(r"[^\W_]+", _MARKS.sub("", " ".join(behind)))
    return " ".join(word for word in words if word not in DEGREES)


def near_person(name: str, others: Mapping[str, str]) -> str:
    """Return the value of the one of the ``others`` that a name may be a misspelling of, or "".

    Who shares the family name alone is somebody else.

    >>> near_person("bagus prasetyo", {"bagus prasetio": "Bagus Prasetio, S.H."})
    'Bagus Prasetio, S.H.'
    >>> near_person("budi siregar", {"made siregar": "Made Siregar"})
    ''
    """
    near = nearest_name(name, others, NEAR) if name else ""
    return others[near] if near and _is_slip(name.split(), near.split()) else ""


def _is_slip(name: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether none of the words of two names, of as many words, is another word."""
    from rapidfuzz.distance import OSA

    return len(name) != len(other) or all(
        one.startswith(two) or two.startswith(one) or OSA.normalized_similarity(one, two) > HALF
        for one, two in zip(name, other, strict=True)
    )


def is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether each word of a name is in another; a single letter may begin a word.

    >>> is_within(["m", "iqbal"], ["muhammad", "iqbal"]), is_within(["m", "al"], ["muh", "al"])
    (True, False)
    """
    told = any(len(word) > 2 for word in short)
    return told and all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in long)
        for word in short
    )


def of_people(title: str) -> bool:
    """Tell whether a column with this lower-case title holds names of people.

    >>> of_people("nama lengkap"), of_people("nama dan gelar"), of_people("nama jabatan")
    (True, True, False)
    """
    kind = kind_of(title)
    return kind == "author" or (not kind and title.startswith("nama "))


def is_of_people(corpus: Corpus, column: str) -> bool:
    """Tell whether a column of the essays holds names of people."""
    return column == "author" or of_people(even(corpus.headings.get(column, column)))


def rows_by_person(cells: Sequence[Any]) -> dict[str, int]:
    """Return person → row, for people who occur in one row only."""
    names = alone([*map(person, cells)], [""] * len(cells))
    return {name: row for row, name in enumerate(names) if name}


def alone(people: Sequence[str], folders: Sequence[str]) -> list[str]:
    """Return people as they are, "" for those who occur more than once in a folder.

    Two essays in one folder may be by two people; in two folders (before and after a course) they
    are by one person who wrote twice.

    >>> alone(["rina", "asep", "rina"], ["", "", ""])
    ['', 'asep', '']
    >>> alone(["rina", "asep", "rina"], ["sebelum", "sebelum", "sesudah"])
    ['rina', 'asep', 'rina']
    """
    counts = Counter(zip(people, folders, strict=True))
    twice = {name for (name, _), count in counts.items() if count > 1}
    return ["" if name in twice else name for name in people]
