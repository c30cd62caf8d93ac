"""The letterhead of an office above an essay, and the office that it names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.segment.bylines import Piece, is_short
from kpu_corpus.segment.covers import is_cover, is_sort
from kpu_corpus.segment.lines import Line
from kpu_corpus.segment.offices import (
    WORDS,
    is_address,
    is_area,
    is_at_place,
    is_office,
    is_place,
    is_training,
    opens_office,
)

MOST = 10  # lines of a letterhead


def office_head(lines: Sequence[Line]) -> int:
    """Return how many of the first lines are a letterhead: names of offices, then an address.

    >>> texts = ("DINAS PENDIDIKAN", "SMA NEGERI 3 YOGYAKARTA", "Yogyakarta 55224", "Sampah")
    >>> office_head([Line(0, 9, text, len(text.split())) for text in texts])
    3
    """
    named = False
    size = 0
    for place, line in enumerate(lines[:MOST]):
        if is_address(line.text) and is_short(line, WORDS + 6):
            if not named:
                break
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
        if is_area(line.text) and found and line.start > found[-1][-1].start:
            found[-1].append(line)
        elif opens_office(line.text):
            found.append([line])
        elif not _is_of_letterhead(line):
            return None
    names = [" ".join(line.text for line in office) for office in found]
    if not names or not is_office(names[-1]) or any(map(is_training, names)):
        return None
    if not is_at_place(names[-1]):
        return None
    return Piece(found[-1][0].start, found[-1][-1].end, "unit", "office_told_above", 0.7)


def _is_of_letterhead(line: Line) -> bool:
    told = opens_office(line.text) or is_address(line.text) or is_place(line.text)
    return told or is_sort(line) or line.text.lower().startswith("jalan ")


def with_areas(found: list[list[Piece]], lines: Sequence[Line]) -> list[list[Piece]]:
    """Join in the pieces of lines the name of an office and the district in the line below it."""
    for at, (pieces, below) in enumerate(pairwise(found)):
        if not pieces or pieces[-1].kind != "unit" or not is_area(lines[at + 1].text):
            continue
        office, line = pieces[-1], lines[at]
        if not is_at_place(line.text[office.start - line.start :]):
            pieces[-1], below[:] = office._replace(end=lines[at + 1].end), []
    return found
