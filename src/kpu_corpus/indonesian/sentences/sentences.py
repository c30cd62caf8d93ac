"""Cut Indonesian running text into sentences, list headings, lead-ins and sign-offs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.indonesian.sentences.enumerations import counted, joined_labels, labels, verses
from kpu_corpus.indonesian.sentences.headings import heading_end
from kpu_corpus.indonesian.sentences.overlong import portions
from kpu_corpus.indonesian.sentences.quotations import Enclosures
from kpu_corpus.indonesian.sentences.stops import (
    LETTERS,
    Cursor,
    Stop,
    ends_unit,
    flat_note_end,
    note_end,
)
from kpu_corpus.indonesian.sentences.trimming import skip_blanks, trimmed
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, INLINE_MARKER, MARKER, Piece, kinds

Places = Sequence[tuple[int, int]]
REFERENCE = 80  # characters of a reference in parentheses at most
_REFERENCE = re.compile(
    r"\((?:(?:QS|Q\.S|HR|H\.R|Bukhari|Pasal|UUD?|PKPU)\b"
    r"|[^\W\d_a-z][^()]*(?:, ?(?:1\d|20)\d\d|[:;] ?\d))"
    r"[^()]*\)\.?"
)
_CLOSING = re.compile(r"(?:\d{1,2}|[a-z])\)")


class Unit(NamedTuple):
    """One unit of a text: ``kind`` is sentence, heading, lead_in, sign_off or list_item."""

    start: int
    end: int
    kind: str


def sentences(
    text: str, start: int = 0, end: int | None = None, *, items: Places = (), closes: bool = True
) -> list[Unit]:
    """Return the units of ``text[start:end]``, in order, never overlapping.

    Every character that is not white space lies in exactly one unit, and no token of
    ``words(text, start, end)`` crosses from one unit to the next. Units are trimmed of white
    space, no-break and zero-width spaces included. Offsets are code points in ``text``.

    A ``heading`` titles the sentences after it, a ``lead_in`` ends in a colon before a list, a
    ``sign_off`` closes the text (``Salam Demokrasi!``), a ``list_item`` is a short or unfinished
    point of a list; a point that is a full sentence is a ``sentence``.

    ``items`` are the points of lists that the file itself marks (start and end of each), without
    a list marker in the text. Where more of the text comes after this part, it does not ``close``:
    then nothing in it is a sign-off.

    What goes on for more than ``LONGEST_UNIT`` characters is cut into :func:`portions`, each a
    unit of the same kind.

    >>> text = "Kami berpegang pada UU no. 20 Tahun 2023. Salam Demokrasi, KPU Melayani"
    >>> [(text[unit.start : unit.end], unit.kind) for unit in sentences(text)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Kami berpegang pada UU no. 20 Tahun 2023.', 'sentence'),
     ('Salam Demokrasi, KPU Melayani', 'sign_off')]
    """
    stop = len(text) if end is None else end
    return [
        Unit(*portion, unit.kind)
        for unit in uncut(text, start, stop, items=items, closes=closes)
        for portion in portions(text, unit.start, unit.end)
    ]


def uncut(
    text: str, start: int, stop: int, *, items: Places = (), closes: bool = True
) -> list[Unit]:
    """Return the units as :func:`sentences` does, but each of them whole, however long it is."""
    pieces: list[Piece] = []
    heads = frozenset(first for first, _ in items)
    for number, (first, last) in enumerate(_lines(text, start, stop, items)):
        pieces.extend(line_pieces(text, first, last, number, listed=first in heads))
    pieces = _absorb_bare(text, pieces)
    found = kinds(text, pieces, closes=closes)
    return [Unit(piece.start, piece.end, kind) for piece, kind in zip(pieces, found, strict=True)]


LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NEWLINE = re.compile(f"[{LINE_BREAKS}]+")
STOP = re.compile(r"[.!?…‽؟。！？]+")
_WORD = re.compile(r"\S+")
ALNUM = re.compile(r"[^\W_]")
# Lines shorter than this are not wrapped; wrapped lines differ by less than a long word.
SHORTEST_LINE, FULL_LINE, LONGEST_LINE, RAGGED = 40, 60, 132, 14


def _lines(text: str, start: int, end: int, items: Places) -> Iterator[tuple[int, int]]:
    """Lines with something on them; lines wrapped in mid-sentence are joined to the next.

    No line is joined to another across the beginning or the end of one of the ``items``.
    """
    edges = sorted(place for item in items for place in item)
    breaks = [*(match.span() for match in _NEWLINE.finditer(text, start, end)), (end, end)]
    starts = [start, *(after for _, after in breaks)]
    found = (trimmed(text, first, last) for first, (last, _) in zip(starts, breaks, strict=False))
    lines = [line for line in found if line[0] < line[1]]
    begin = 0
    for i, line in enumerate(lines):
        if i + 1 == len(lines) or _parted(edges, lines, i) or not _wrapped(text, lines, i):
            yield lines[begin][0], line[1]
            begin = i + 1


def _parted(edges: Sequence[int], lines: list[tuple[int, int]], i: int) -> bool:
    """Whether an edge lies between line ``i`` and the next."""
    place = bisect_left(edges, lines[i][1])
    return place < len(edges) and edges[place] <= lines[i + 1][0]


def _wrapped(text: str, lines: list[tuple[int, int]], i: int) -> bool:
    """Whether the break after line ``i`` falls inside a sentence."""
    line, after = lines[i], lines[i + 1]
    last = text[line[1] - 1]
    if last in ".!?:…" or not _adjacent(text, line, after) or MARKER.match(text, *after):
        return False
    size = line[1] - line[0]
    if text[after[0]].islower():
        return last != ";" and (size >= SHORTEST_LINE or last in ",-")  # a point may end so
    # Full lines of one width: the first word of the next would not have fitted.
    near = [after[1] - after[0]]
    if i and _adjacent(text, lines[i - 1], line):
        near.append(lines[i - 1][1] - lines[i - 1][0])
    word = _WORD.match(text, *after)
    needed = size + 1 + (word.end() - word.start() if word else 0)
    alike = any(abs(other - size) <= RAGGED for other in near)
    return alike and FULL_LINE <= size <= LONGEST_LINE and needed > max(near)


def _adjacent(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    return text.count("\n", line[1], after[0]) < 2


def line_pieces(
    text: str, start: int, end: int, number: int, *, listed: bool = False
) -> Iterator[Piece]:
    cuts = list(_cuts(text, start, end))
    cuts[0] = (start, listed or cuts[0][1])
    for (first, marked), (last, _) in pairwise([*cuts, (end, False)]):
        a, b = trimmed(text, first, last)
        cut = heading_end(text, a, b) if marked else None
        if cut is None:
            yield Piece(a, b, number, marked)
        else:
            yield Piece(*trimmed(text, a, cut), number, marked, heading=True)
            yield Piece(*trimmed(text, cut, b), number, False)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Places in one line where a unit begins, and whether it opens with a list marker."""
    unit = start
    yield start, MARKER.match(text, start, end) is not None
    cursor = Cursor(text, start, end)
    content = _Content(text, end)
    enclosures = Enclosures(text, start, end)
    numbered = [*labels(text, start, end)]
    numbers = counted(numbered)
    joined = dict(joined_labels(text, start, end))
    markers = dict(inline_markers(text, start, end)) | dict.fromkeys(numbers.points, True)
    none = joined.keys() | verses(text, start, numbered)
    markers = {place: is_sure for place, is_sure in markers.items() if place not in none}
    parts = numbers.parts | joined.keys()
    sure = iter(sorted(place for place, is_sure in markers.items() if is_sure))
    marker = next(sure, end)
    for match in STOP.finditer(text, start, end):
        while marker <= match.start():
            if not content.bare(unit, marker):
                unit = marker
                yield unit, True
            marker = next(sure, end)
        closed = enclosures.closers(match.end())
        token = cursor.at(match.start())
        close = _noted(text, match.span(), closed, end, token)
        following = skip_blanks(text, close, end)
        stop = Stop(*match.span(), close, following, following in markers)
        if enclosures.hold(stop.start, close) or content.bare(unit, stop.end):
            continue
        if text[closed - 1] == ")" and text[unit] != "(":
            continue  # a stop inside a parenthesis of the sentence
        if token is not None and token[0] in parts:
            continue
        if ends_unit(text, stop, end, token):
            unit = following
            yield unit, stop.listed
    for place in (marker, *sure):
        if place < end and not content.bare(unit, place):
            unit = place
            yield unit, True


def _noted(
    text: str, stop: tuple[int, int], close: int, end: int, token: tuple[int, int] | None
) -> int:
    """Where the mark of a footnote behind a stop ends; ``close`` without one."""
    flat = flat_note_end(text, stop[0], end, token) if close == stop[0] + 1 else None
    if flat is None:
        return note_end(text, close, end)
    word = LETTERS.match(text, skip_blanks(text, flat, end), end)
    return flat if word and word.group()[0].isupper() else close


def inline_markers(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """List markers inside a line; a number or dash after a full stop needs that stop to end."""
    for match in INLINE_MARKER.finditer(text, start, end):
        first = text[match.start()]
        place = match.start() if first in BULLETS else skip_blanks(text, match.start() + 1, end)
        if place > start and not closes_parenthesis(text, start, place):
            yield place, match.lastgroup == "bullet" or first in ":;"


def closes_parenthesis(text: str, start: int, place: int) -> bool:
    """Whether a number only looks like a list marker: `(QS. An-Nisa: 58) Allah`."""
    if _CLOSING.match(text, place) is None:
        return False
    start = max(start, place - REFERENCE)
    return text.rfind("(", start, place) > text.rfind(")", start, place)


class _Content:
    """The first letter or digit at or after rising places: each character is looked at once."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end, self.place = text, end, -1

    def bare(self, unit: int, end: int) -> bool:
        """Whether the unit so far is only a list marker or has no letter or digit at all."""
        if self.place < unit:
            match = ALNUM.search(self.text, unit, self.end)
            self.place = match.start() if match else self.end
        if self.place >= end:
            return True
        marker = MARKER.match(self.text, unit) if end - unit <= 6 else None
        return marker is not None and marker.end() >= end


def is_reference(text: str, start: int, end: int) -> bool:
    """Whether a piece only names the source of the one before: `(Gries, 2008).`

    >>> [is_reference(text, 0, len(text)) for text in ("(Gries, 2008).", "(Kami siap.)")]
    [True, False]
    """
    return end - start <= REFERENCE and _REFERENCE.fullmatch(text, start, end) is not None


def _absorb_bare(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join pieces without letter or digit (rules, stray stops) to their neighbour.

    References in parentheses belong to the piece of their line before them.
    """
    kept: list[Piece] = []
    lead: int | None = None
    line = -1  # of the last piece that has a letter or digit, where it was the last of all
    for piece in pieces:
        visible = ALNUM.search(text, piece.start, piece.end) is not None
        referring = piece.line == line and is_reference(text, piece.start, piece.end)
        line = piece.line if visible else -1
        if visible and not referring:
            kept.append(piece._replace(start=piece.start if lead is None else lead))
            lead = None
        elif kept:
            kept[-1] = kept[-1]._replace(end=piece.end)
        elif lead is None:
            lead = piece.start
    if lead is not None:
        kept.append(pieces[0]._replace(end=pieces[-1].end))
    return kept
