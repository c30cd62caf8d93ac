"""Cut Indonesian running text into sentences, list headings, lead-ins and sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kpu_corpus.indonesian.abbreviations import LABELLED, LEADING, OPENERS, TRAILING
from kpu_corpus.indonesian.unit_kinds import INLINE_MARKER, MARKER, Piece, heading_end, kinds
from kpu_corpus.indonesian.words import TOKEN, ZERO_WIDTH


class Unit(NamedTuple):
    """One unit of a text: ``kind`` is sentence, heading, lead_in, sign_off or list_item."""

    start: int
    end: int
    kind: str


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Unit]:
    """Return the units of ``text[start:end]``, in order, never overlapping.

    Every character that is not white space lies in exactly one unit, and no token of
    ``words(text, start, end)`` crosses from one unit to the next. Units are trimmed of white
    space, no-break and zero-width spaces included. Offsets are code points in ``text``.

    >>> text = "Kami berpegang pada UU no. 20 Tahun 2023. Salam Demokrasi, KPU Melayani"
    >>> [(text[unit.start : unit.end], unit.kind) for unit in sentences(text)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Kami berpegang pada UU no. 20 Tahun 2023.', 'sentence'),
     ('Salam Demokrasi, KPU Melayani', 'sign_off')]
    """
    stop = len(text) if end is None else end
    pieces: list[Piece] = []
    for number, (a, b) in enumerate(_lines(text, start, stop)):
        cuts = sorted({a, b, *_cuts(text, a, b, stop)})
        for first, last in zip(cuts, cuts[1:], strict=False):
            pieces.extend(_pieces(text, first, last, number))
    pieces = _absorb_empty(text, pieces)
    found = kinds(text, pieces)
    return [Unit(piece.start, piece.end, kind) for piece, kind in zip(pieces, found, strict=True)]


_NEWLINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = rf"[\s{ZERO_WIDTH}]"
_LEFT = re.compile(rf"{_BLANK}*+")
_VISIBLE = re.compile(rf"[^\s{ZERO_WIDTH}]")
_STOP = re.compile(r"[.!?…‽؟。！？]+")
_ALNUM = re.compile(r"[^\W_]")
_OPENING = "\"'“‘„«([{*_-–—`¿¡#"
_CLOSING = "\"'”’»)]}"
_COMPANY = ("Tbk", "Ltd", "Inc", "Corp", "Bhd")
_QUOTATION = 500
"""Longest quotation, in characters, that is kept whole."""


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    match = _LEFT.match(text, start, end)
    first = match.end() if match else start
    while end > first and not _VISIBLE.match(text, end - 1):
        end -= 1
    return first, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines with something on them; a line wrapped in mid-sentence is joined to the next."""
    begin: int | None = None
    previous = (start, start)
    position = start
    for stop, after in [*(m.span() for m in _NEWLINE.finditer(text, start, end)), (end, end)]:
        a, b = _trim(text, position, stop)
        blank = text.count("\n", previous[1], a) > 1
        if a < b:
            if begin is not None and (blank or not _wrapped(text, previous, (a, b))):
                yield begin, previous[1]
                begin = None
            begin = a if begin is None else begin
            previous = (a, b)
        position = after
    if begin is not None:
        yield begin, previous[1]


def _wrapped(text: str, line: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a line break falls inside a sentence."""
    if MARKER.match(text, *after) or text[line[1] - 1] in ".!?:…":
        return False
    long = line[1] - line[0] >= 40 or text[line[1] - 1] == ","
    return long and text[after[0]].islower()


def _cuts(text: str, start: int, end: int, stop: int) -> Iterator[int]:
    """Places in one line where a new unit begins."""
    cursor = _Cursor(text, start, stop)
    quotations = _Quotations(text, start, end)
    unit = start
    markers = _inline_markers(text, start, end)
    marker = next(markers, end)
    for match in _STOP.finditer(text, start, end):
        i = match.start()
        while marker <= i:
            yield marker
            unit = max(unit, marker)
            marker = next(markers, end)
        if i < unit:
            continue
        close = quotations.closers(match.end(), end)
        spaced = _LEFT.match(text, close, end)
        following = spaced.end() if spaced else close
        token = cursor.at(i)
        if quotations.holds(i, close) or _bare(text, unit, match.end()):
            continue
        if _ends(text, (i, match.end(), close, following, end), token):
            yield following
            unit = following
    while marker < end:
        yield marker
        marker = next(markers, end)


def _inline_markers(text: str, start: int, end: int) -> Iterator[int]:
    for match in INLINE_MARKER.finditer(text, start, end):
        visible = _VISIBLE.search(text, match.start(), end)
        if visible and visible.start() > start:
            yield visible.start()


def _bare(text: str, unit: int, end: int) -> bool:
    """Whether the unit so far is only a list marker or has no letter or digit at all."""
    if end - unit > 8:
        return _ALNUM.search(text, unit, end) is None
    marker = MARKER.match(text + " " if end == len(text) else text, unit)
    return _ALNUM.search(text, unit, end) is None or bool(marker and marker.end() >= end)


class _Cursor:
    """The token at or before rising places of a text, read once from left to right."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        self.text, self.seen, self.stop = text, start, stop
        self.tokens = TOKEN.finditer(text, start, stop)
        self.last: tuple[int, int] | None = None
        self.ahead = next(self.tokens, None)

    def at(self, i: int) -> tuple[int, int] | None:
        # Tokens hold no white space, so reading may start anew after any blank.
        base = max(self.text.rfind(" ", self.seen, i), self.text.rfind("\n", self.seen, i)) + 1
        if base and (self.ahead is None or base > self.ahead.start()):
            self.tokens = TOKEN.finditer(self.text, base, self.stop)
            self.ahead, self.last = next(self.tokens, None), None
        while self.ahead is not None and self.ahead.start() <= i:
            self.last = self.ahead.span()
            self.ahead = next(self.tokens, None)
        self.seen = max(self.seen, i)
        return self.last


class _Quotations:
    """Quotations of a line; asked for rising places only."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.pairs = list(_pairs(text, start, end))
        self.opens = {pair[0] for pair in self.pairs}
        self.closes = {pair[1] for pair in self.pairs}
        self.current = 0

    def closers(self, position: int, end: int) -> int:
        """The end of the closing marks that follow a stop."""
        text = self.text
        while position < end and text[position] in _CLOSING and position not in self.opens:
            position += 1
        if position + 1 < end and text[position] == " " and position + 1 in self.closes:
            return position + 2
        return position

    def holds(self, i: int, close: int) -> bool:
        """Whether a stop lies inside a quotation that goes on after it."""
        pairs = self.pairs
        while self.current < len(pairs) and pairs[self.current][1] < i:
            self.current += 1
        return self.current < len(pairs) and (
            pairs[self.current][0] < i and pairs[self.current][1] >= close
        )


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for match in re.finditer(r'["“”„]', text[start:end]):
        i = start + match.start()
        mark = match.group()
        after_blank = i == start or text[i - 1] in " \t\xa0([-–—"
        before_text = i + 1 < end and not text[i + 1].isspace()
        opener = mark in "“„" or (mark == '"' and after_blank and before_text)
        attribution = i > 2 and text[i - 2] in ".,!?" and text[i + 1 : i + 2].islower()
        if opened is not None and mark == '"' and opener and attribution:
            opener = False
        if opened is None or i - opened > _QUOTATION or opener:
            opened = i if opener or (mark == '"' and before_text) else None
        else:
            yield opened, i
            opened = None


def _ends(text: str, place: tuple[int, int, int, int, int], token: tuple[int, int] | None) -> bool:
    """Whether the stop at ``place`` (start, end, after closers, next, line end) ends a unit."""
    i, after, close, following, end = place
    if following >= end:
        return False
    shortened = False
    if token is not None and token[0] <= i < token[1]:
        if token[1] != i + 1:
            return False
        shortened = after == token[1] and close == after
    head = following
    while head < min(end, following + 8) and (text[head] in _OPENING or text[head].isspace()):
        head += 1
    first = text[head] if head < end else ""
    if close == following:
        return not shortened and _glued(text, i, head, token)
    if first.islower() and not (_paragraph(text[close:following]) and not shortened):
        return False
    if shortened and token is not None:
        return _abbreviation_ends(text, token, following, head, end)
    if first.isdigit() and text[i] == "." and i and text[i - 1].isdigit():
        return re.match(r"\d{3}(?!\d)", text[head : head + 4]) is None
    return True


def _paragraph(gap: str) -> bool:
    return len(gap) >= 3 or gap.count("\xa0") >= 2 or "\t" in gap


def _glued(text: str, i: int, head: int, token: tuple[int, int] | None) -> bool:
    """`bangsa.Kami`: a stop without a space, between a word and a capitalised word."""
    if token is None or token[1] - token[0] < 2:
        return False
    before, first, second = text[i - 1], text[head : head + 1], text[head + 1 : head + 2]
    if not first.isupper():
        return False
    return before.islower() or (second.islower() and (before.isalnum() or before in ")%”\"'’"))


def _abbreviation_ends(
    text: str, token: tuple[int, int], following: int, head: int, end: int
) -> bool:
    name = text[token[0] : token[1] - 1]
    word = re.match(r"[^\W_]+", text[head : min(end, head + 40)])
    opener = word is not None and word.group()[0].isupper() and word.group().lower() in OPENERS
    lower = name.lower()
    if lower in TRAILING:
        company = (
            text[head:].startswith(_COMPANY)
            if end - head < 8
            else (text[head : head + 8].startswith(_COMPANY))
        )
        return text[head].isupper() and text[following] != "(" and not company
    if len(name) == 1:
        previous = text[max(0, token[0] - 30) : token[0]].split()
        labelled = bool(previous) and previous[-1].lower() in LABELLED
        return opener or labelled
    if lower in LEADING:
        return opener and name.isupper()
    if "." in name and not re.fullmatch(r"(?:[A-Z]\.)*[A-Z]|[a-z.]+", name):
        return text[head].isupper() and not re.match(r"\w{1,3}\.", text[head : head + 5])
    if "." in name and name[0].isupper():
        after_comma = text[max(0, token[0] - 3) : token[0]].rstrip().endswith(",")
        return opener or (after_comma and not re.match(r"\w{1,3}\.", text[head : head + 5]))
    return opener


def _pieces(text: str, start: int, end: int, line: int) -> Iterator[Piece]:
    a, b = _trim(text, start, end)
    if a == b:
        return
    marked = MARKER.match(text, a, b) is not None
    cut = heading_end(text, a, b) if marked else None
    if cut is None:
        yield Piece(a, b, line, marked)
        return
    yield Piece(*_trim(text, a, cut), line, True)
    yield Piece(*_trim(text, cut, b), line, False)


def _absorb_empty(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join pieces without letter or digit (rules, stray stops) to their neighbour."""
    kept: list[Piece] = []
    lead: int | None = None
    for piece in pieces:
        if _ALNUM.search(text, piece.start, piece.end):
            kept.append(piece._replace(start=piece.start if lead is None else lead))
            lead = None
        elif kept:
            kept[-1] = kept[-1]._replace(end=piece.end)
        elif lead is None:
            lead = piece.start
    if lead is not None:
        kept.append(pieces[0]._replace(end=pieces[-1].end))
    return kept
