"""List markers inside the lines of many texts: numbers, letters, dashes after stop or colon."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import Structure, addressof, byref, c_int64, c_void_p
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import (
    ALNUM,
    BEFORE_BODY,
    BODY,
    CAPITAL,
    COMMA,
    COUNTING,
    NAMING,
    RANK,
    STAR,
    STARS,
    STOP,
)
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.sentences.enumerations import FIRST, Label, counted
from kpu_corpus.indonesian.sentences.sentences import closes_parenthesis
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, INLINE_MARKER


class Markers(NamedTuple):
    """Chunks that are list markers inside a line, and the lines that need a closer look.

    A unit begins at a ``sure`` marker; at any other one only if the stop before it ends one. The
    stops of ``counted`` numbers end none. ``exact`` is by line, the others by chunk.
    """

    listed: Bools
    sure: Bools
    counted: Bools
    exact: Bools


def marker_columns(block: Block, lines: Lines, kept: Bools) -> Markers:
    """Return the markers in the lines that are ``kept``."""
    listed, sure, counted = np.zeros((3, len(block.form) + 1), bool)
    found = Markers(listed, sure, counted, np.zeros(len(lines.first), bool))
    compiled = native.library()
    if compiled is None:
        _plainly(block, lines, kept, found)
    else:
        noted, given = block.noted, (GivenBlock.of(block), GivenLines.of(lines))
        room = [np.empty(len(noted.row), np.int64) for _ in range(2)]
        pointers = map(native.pointer, (kept, *noted, *room, *found))
        compiled.markers_find(byref(_Plan(*map(addressof, given), len(noted.row), *pointers)))
    found.exact[_with_stars(block, lines, kept)] = True
    return found


class _Plan(Structure):
    """What C is given; the fields are those of ``Plan`` in markers.c."""

    _fields_ = (
        *((name, c_void_p) for name in ("block", "lines")),
        ("noted", c_int64),
        *((name, c_void_p) for name in ("kept", "row", "held", "body", "run", *Markers._fields)),
    )


def _plainly(block: Block, lines: Lines, kept: Bools, found: Markers) -> None:
    """Fill the columns of markers in numpy."""
    body = block.noted.having(BODY)
    line = lines.at(body)
    within = kept[line] & (body < lines.last[line])
    body, line = body[within], line[within]
    before_capital = block.flags(body + 1) & CAPITAL != 0
    body, line = body[before_capital], line[before_capital]
    found.counted[:], points = _counted(block, lines, body, line)
    found.exact[line[_joined(block, lines, body, line)]] = True
    unnumbered = _unnumbered(block, lines, body, line)
    body = body[body > lines.first[line]]
    body = body[block.flags(body - 1) & BEFORE_BODY != 0]
    body = body[~_verses(block, lines, body, unnumbered)]
    body = np.union1d(body[~_closing(block, lines, body)], points)
    wide = ~(_one_blank(block, body) & _one_blank(block, body + 1))
    found.listed[body] = True
    opening = np.isin(block.codes[block.end[body - 1] - 1], (ord(":"), ord(";")))
    certain = np.union1d(body[opening], points)
    found.sure[certain] = True
    bare = certain[block.flags(certain - 1) & ALNUM == 0]
    bare = bare[~_behind_a_word(block, lines, bare)]
    found.exact[lines.at(np.concatenate([body[wide], bare]))] = True


def _behind_a_word(block: Block, lines: Lines, body: Longs) -> Bools:
    """Whether a colon or its like stands before the chunks, and a word of the same unit before."""
    there = body > lines.first[lines.at(body)] + 1
    mark, word = (block.flags(np.where(there, body - back, body)) for back in (1, 2))
    found: Bools = there & (mark & (STOP | BODY) == 0) & (word & (STOP | ALNUM) == ALNUM)
    return found


def _closing(block: Block, lines: Lines, body: Longs) -> Bools:
    """Whether the chunks close a parenthesis of their line: they are no markers."""
    closing: Bools = block.codes[block.end[body] - 1] == ord(")")
    row = np.flatnonzero(closing)
    first = block.start[lines.first[lines.at(body[row])]]
    places = zip(first.tolist(), block.start[body[row]].tolist(), strict=True)
    closing[row] = [closes_parenthesis(block.text, *place) for place in places]
    return closing


def _unnumbered(block: Block, lines: Lines, body: Longs, line: Longs) -> Bools:
    """Lines in which no number among the labels is 1, or one more than the number before it."""
    rank = block.flags(body) // RANK
    numbers = (rank > 0) & (rank < FIRST[1])
    rank, line = rank[numbers], line[numbers]
    on = np.append(False, (np.diff(rank) == 1) & (np.diff(line) == 0))[: len(rank)]
    found = np.ones(len(lines.first), bool)
    found[line[on | (rank == FIRST[0])]] = False
    return found


def _verses(block: Block, lines: Lines, body: Longs, unnumbered: Bools) -> Bools:
    """Whether the chunks are numbers behind a colon in a line where no numbers count: verses."""
    rank = block.flags(body) // RANK
    behind = block.codes[block.end[body - 1] - 1] == ord(":")
    found: Bools = behind & (rank > 0) & (rank < FIRST[1]) & unnumbered[lines.at(body)]
    return found


def _counted(block: Block, lines: Lines, body: Longs, line: Longs) -> tuple[Bools, Longs]:
    """Chunks that count parts of one sentence, and those that open points which no stop parts."""
    found, points = np.zeros(len(block.form) + 1, bool), set[int]()
    counting = _count_on(block, body, line)
    body, line = body[counting], line[counting]
    head = body == lines.first[line]
    goes_on = _goes_on(block, body) & ~head
    opens = head | (block.flags(body - 1) & BEFORE_BODY != 0)
    asked = np.isin(line, line[goes_on | ~opens])
    chunks = block.forms.splitter.forms
    named = block.flags(body - 1) & NAMING != 0
    columns = (body[asked], line[asked], goes_on[asked], opens[asked], named[asked])
    labels = [
        (of_line, Label(chunk, chunks[row][:-1], *of_label))
        for row, chunk, of_line, *of_label in zip(
            block.form[body[asked]].tolist(),
            *(column.tolist() for column in columns),
            strict=True,
        )
    ]
    for _, of_line in groupby(labels, key=itemgetter(0)):
        numbers = counted(label for _, label in of_line)
        found[list(numbers.parts)] = True
        points |= numbers.points
    return found, np.array(sorted(points), np.int64)


def _count_on(block: Block, body: Longs, line: Longs) -> Bools:
    """Whether the chunks are labels with a stop in a line that has a first and a second one."""
    ranks = block.flags(body) // RANK
    found: Bools = ranks > 0
    for ahead in (0, 1):
        found &= np.isin(line, line[np.isin(ranks, np.add(FIRST, ahead))])
    return found


def _goes_on(block: Block, body: Longs) -> Bools:
    """Whether a comma or a word before the last of several parts stands before the chunks."""
    found: Bools = block.flags(body - 1) & (COMMA | COUNTING) != 0
    return found


def _joined(block: Block, lines: Lines, body: Longs, line: Longs) -> Bools:
    """Whether a word before the last of several parts, behind a semicolon, is before the chunks."""
    found: Bools = body > lines.first[line] + 1
    found &= block.flags(body - 1) & COUNTING != 0
    row = np.flatnonzero(found)
    found[row] = block.codes[block.end[body[row] - 2] - 1] == ord(";")
    return found


def _one_blank(block: Block, chunk: Longs) -> Bools:
    """Whether one blank stands before the chunks."""
    end = block.end[chunk - 1]
    one: Bools = (block.start[chunk] - end == 1) & np.isin(block.codes[end], BLANKS)
    return one


def _with_stars(block: Block, lines: Lines, kept: Bools) -> Longs:
    """Lines with a marker inside them that is a star or bullet, or stands beside one."""
    star = block.noted.having(STAR)
    opening = lines.first[lines.at(star)] == star
    line = np.unique(lines.at(star[~(opening & (block.flags(star) & STARS != 0))]))
    line = line[kept[line]]
    start, end = block.start[lines.first[line]], block.end[lines.last[line]]
    pairs = zip(start.tolist(), end.tolist(), strict=True)
    found = [any(_starred(block.text, *pair)) for pair in pairs]
    starred: Longs = line[np.array(found, bool)]
    return starred


def _starred(text: str, start: int, end: int) -> Iterator[bool]:
    """Whether each marker inside a line, with the character after it, has a star or bullet."""
    for match in INLINE_MARKER.finditer(text, start, end):
        yield not _STARRED.isdisjoint(text[match.start() : match.end() + 1])


_STARRED = BULLETS | {"*"}
