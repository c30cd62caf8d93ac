"""The kinds of pieces of many texts: sentence, heading, lead-in, sign-off, list item."""

from __future__ import annotations

from ctypes import CDLL, Structure, addressof, byref, c_int64, c_void_p

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.cutting import Pieces
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.headings import TABLES
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.unit_kinds import (
    LONGEST_TITLE,
    SIGN_OFF_WORDS,
    Piece,
    is_formula,
    is_sign_off,
    is_title,
)

KINDS = ("sentence", "heading", "lead_in", "sign_off", "list_item", "title")
_SENTENCE, _HEADING, _LEAD_IN, _SIGN_OFF, _LIST_ITEM = range(5)
_SHORT_POINT, _POINT_LENGTH = 5, 60
_CLOSING_PIECES = 5
_UNASKED, _DOUBT = -1, -2  # what C says of titles that nobody asked for, and of those not plain
_NO, _ASK, _FORMULA, _YES = range(4)  # whether a piece is a sign-off: if it begins as these do

Told = npt.NDArray[np.uint8]


def kind_columns(block: Block, lines: Lines, pieces: Pieces) -> Longs:
    """Return the kind of every piece, as its row in ``KINDS``."""
    if not len(pieces.start):
        return np.zeros(0, np.int64)
    stretch = lines.stretch[pieces.line]
    compiled = native.library()
    if compiled is None:
        kind, closing = _plainly(block, pieces, stretch), _closing(block, pieces)
    else:
        kind, closing = _compiled(compiled, block, lines, pieces)
    _sign_offs(block, pieces, stretch, closing, kind)
    return kind


def _compiled(compiled: CDLL, block: Block, lines: Lines, pieces: Pieces) -> tuple[Longs, Told]:
    """What C tells; titles that it leaves in doubt are looked at here."""
    size = len(pieces.start)
    title, kind = np.full(size, _UNASKED, np.int8), np.full(size, _UNASKED, np.int64)
    closing = np.zeros(size, np.uint8)
    titles = _Titles(block, pieces)
    given = GivenBlock.of(block), GivenLines.of(lines), TABLES
    columns = (*pieces, title, closing, kind)
    plan = byref(_Plan(*map(addressof, given), size, 0, 0, *map(native.pointer, columns)))
    while compiled.kinds_find(plan):
        doubtful = np.flatnonzero(title == _DOUBT)
        title[doubtful] = titles.one_by_one(doubtful)
    return kind, closing


class _Plan(Structure):
    """What C is given; the fields are those of ``Plan`` in kinds.c."""

    _fields_ = (
        *((name, c_void_p) for name in ("block", "lines", "tables")),
        *((name, c_int64) for name in ("pieces", "chunk", "doubts")),
        *((name, c_void_p) for name in (*Pieces._fields, "title", "closing", "kind")),
    )


def _plainly(block: Block, pieces: Pieces, stretch: Longs) -> Longs:
    """The kinds but for sign-offs, in numpy."""
    final = np.append(stretch[1:] != stretch[:-1], True)
    last = block.codes[pieces.end - 1]
    stops = np.isin(last, _STOPS) | (np.isin(last, _CLOSERS) & ~pieces.marked)
    short = pieces.marked.copy()
    short[short] = _words(block, pieces.take(short), _POINT_LENGTH) <= _SHORT_POINT
    listed = np.where(stops, short, pieces.marked)
    kind = np.where(listed, _LIST_ITEM, _SENTENCE)
    marked_next = np.append(pieces.marked[1:], False)
    new_line = np.append(pieces.line[1:] > pieces.line[:-1], False)
    leads = (last == ord(":")) & ~final & (marked_next | new_line)
    kind[leads] = _LEAD_IN
    kind[pieces.heading] = _HEADING
    asked = ~pieces.heading & ((leads & pieces.marked) | (~stops & ~leads & ~final & ~marked_next))
    titles = _Titles(block, pieces)
    title = asked & titles.at(asked)
    point = _points(titles, pieces, stretch, title & ~leads)
    kind[title & (leads | pieces.marked | new_line)] = _HEADING
    kind[point] = _LIST_ITEM
    return kind


def _points(titles: _Titles, pieces: Pieces, stretch: Longs, which: Bools) -> Bools:
    """Titles on a line of their own beside another of their sort: points of a list."""
    alike = (stretch[1:] == stretch[:-1]) & (pieces.line[1:] != pieces.line[:-1])
    alike &= pieces.marked[1:] == pieces.marked[:-1]
    beside = np.zeros(len(which), bool)
    beside[1:] |= which[:-1] & alike
    beside[:-1] |= which[1:] & alike
    title = titles.at(beside)
    points = np.zeros(len(which), bool)
    points[1:] |= which[1:] & alike & title[:-1]
    points[:-1] |= which[:-1] & alike & title[1:]
    return points


def _words(block: Block, pieces: Pieces, length: int | None = None) -> Longs:
    """Runs between white space in the pieces, or in their first ``length`` characters."""
    end = pieces.end if length is None else np.minimum(pieces.end, pieces.start + length)
    return block.chunk_from(end) - block.chunk_at(pieces.start)


def _closing(block: Block, pieces: Pieces) -> Told:
    """Which pieces may be sign-offs: short ones."""
    short = (pieces.end - pieces.start <= LONGEST_TITLE) & ~pieces.marked
    short[short] = _words(block, pieces.take(short)) <= SIGN_OFF_WORDS
    return np.where(short, _ASK, _NO).astype(np.uint8)


def _sign_offs(block: Block, pieces: Pieces, stretch: Longs, closing: Told, kind: Longs) -> None:
    """Name the sign-offs: up to five closing pieces of a text that closes, never its first."""
    final = np.append(stretch[1:] != stretch[:-1], True)
    tails = np.flatnonzero(final & (closing != _NO))
    heads = np.searchsorted(stretch, stretch[tails])
    told = closing.tobytes()
    for head, tail in zip(heads.tolist(), tails.tolist(), strict=True):
        if not block.stretches[stretch[tail]].closes:
            continue
        for index in range(tail, max(head, tail - _CLOSING_PIECES), -1):
            if not _signs_off(block, pieces, told[index], index):
                break
            kind[index] = _SIGN_OFF


def _signs_off(block: Block, pieces: Pieces, told: int, index: int) -> bool:
    if told in (_NO, _YES):
        return bool(told)
    piece = Piece(int(pieces.start[index]), int(pieces.end[index]), 0, False)
    if told == _FORMULA and not is_formula(block.text[piece.start : piece.end]):
        return False
    return is_sign_off(block.text, piece)


_STOPS = [ord(char) for char in ".!?…"]
_CLOSERS = [ord(char) for char in "”\"'’)"]


class _Titles:
    """Which pieces are titles; each distinct text is looked at once."""

    def __init__(self, block: Block, pieces: Pieces) -> None:
        self.block, self.pieces = block, pieces
        self.short = pieces.end - pieces.start <= LONGEST_TITLE
        self.known: dict[tuple[str, bool], bool] = {}

    def at(self, which: Bools) -> Bools:
        """Return whether the pieces asked for are titles; False for the others."""
        found = np.zeros(len(which), bool)
        asked = np.flatnonzero(which & self.short)
        found[asked] = self.one_by_one(asked)
        return found

    def one_by_one(self, asked: Longs) -> list[bool]:
        """Return whether the pieces at some rows are titles."""
        pieces, text, known = self.pieces, self.block.text, self.known
        columns = (pieces.start[asked], pieces.end[asked], pieces.marked[asked])
        answers = []
        for start, end, marked in zip(*(column.tolist() for column in columns), strict=True):
            body = text[start:end]
            if (body, marked) not in known:
                known[body, marked] = is_title(body, Piece(0, end - start, 0, marked))
            answers.append(known[body, marked])
        return answers
