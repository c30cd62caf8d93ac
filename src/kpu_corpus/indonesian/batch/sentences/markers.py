"""List markers inside the lines of many texts: numbers, letters, dashes after stop or colon."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import (
    ALNUM,
    BEFORE_BODY,
    BODY,
    CAPITAL,
    COMMA,
    STAR,
    STARS,
    STOP,
)
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.lists.abbreviations import NUMBERED_NOUNS
from kpu_corpus.indonesian.sentences.enumerations import COUNTING, FIRST, Label, counted, rank
from kpu_corpus.indonesian.sentences.sentences import closes_parenthesis
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, INLINE_MARKER


class Markers(NamedTuple):
    """Chunks that are list markers inside a line, and the lines that need a closer look.

    A unit begins at a ``sure`` marker; at any other one only if the stop before it ends one. The
    stops of ``counted`` numbers end none.
    """

    listed: Bools
    sure: Bools
    counted: Bools
    exact: Longs


def marker_columns(block: Block, forms: Forms, lines: Lines, kept: Bools) -> Markers:
    """Return the markers in the lines that are ``kept``."""
    size = len(block.form)
    listed, sure = np.zeros(size + 1, bool), np.zeros(size + 1, bool)
    body = block.noted.having(BODY)
    line = lines.at(body)
    within = kept[line] & (body < lines.last[line])
    body, line = body[within], line[within]
    before_capital = forms.flags[block.form[body + 1]] & CAPITAL != 0
    body, line = body[before_capital], line[before_capital]
    counting, points = _counted(block, forms, lines, body, line)
    joined = line[_joined(block, forms, lines, body, line)]
    body = body[body > lines.first[line]]
    body = body[forms.flags[block.form[body - 1]] & BEFORE_BODY != 0]
    body = np.union1d(body[~_closing(block, lines, body)], points)
    wide = ~(_one_blank(block, body) & _one_blank(block, body + 1))
    listed[body] = True
    opening = np.isin(block.codes[block.end[body - 1] - 1], (ord(":"), ord(";")))
    certain = np.union1d(body[opening], points)
    sure[certain] = True
    bare = certain[forms.flags[block.form[certain - 1]] & ALNUM == 0]
    bare = bare[~_behind_a_word(block, forms, lines, bare)]
    doubtful = np.concatenate([body[wide], bare])
    starred = _with_stars(block, forms, lines, kept)
    exact = np.concatenate([lines.at(doubtful), starred, joined])
    return Markers(listed, sure, counting, np.unique(exact))


def _behind_a_word(block: Block, forms: Forms, lines: Lines, body: Longs) -> Bools:
    """Whether a colon or its like stands before the chunks, and a word of the same unit before."""
    there = body > lines.first[lines.at(body)] + 1
    mark, word = (forms.flags[block.form[np.where(there, body - back, body)]] for back in (1, 2))
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


def _counted(
    block: Block, forms: Forms, lines: Lines, body: Longs, line: Longs
) -> tuple[Bools, Longs]:
    """Chunks that count parts of one sentence, and those that open points which no stop parts."""
    found, points = np.zeros(len(block.form) + 1, bool), set[int]()
    counting = _count_on(block, forms, body, line)
    body, line = body[counting], line[counting]
    head = body == lines.first[line]
    goes_on = _goes_on(block, forms, body) & ~head
    opens = head | (forms.flags[block.form[body - 1]] & BEFORE_BODY != 0)
    asked = np.isin(line, line[goes_on | ~opens])
    chunks = forms.splitter.forms
    columns = (body[asked], line[asked], goes_on[asked], opens[asked])
    labels = [
        (of_line, Label(chunk, chunks[row][:-1], more, first, named))
        for chunk, of_line, more, first, row, named in zip(
            *(column.tolist() for column in columns),
            block.form[body[asked]].tolist(),
            _named(block, forms, body[asked]),
            strict=True,
        )
    ]
    for _, of_line in groupby(labels, key=itemgetter(0)):
        numbers = counted(label for _, label in of_line)
        found[list(numbers.parts)] = True
        points |= numbers.points
    return found, np.array(sorted(points), np.int64)


def _count_on(block: Block, forms: Forms, body: Longs, line: Longs) -> Bools:
    """Whether the chunks are labels with a stop in a line that has a first and a second one."""
    stop = forms.flags[block.form[body]] & STOP != 0
    distinct, place = np.unique(block.form[body], return_inverse=True)
    labels = [forms.splitter.forms[row].rstrip(".") for row in distinct.tolist()]
    ranks = [rank(label) if label.isalnum() else 0 for label in labels]
    found: Bools = stop & (np.array(ranks, np.int64)[place] > 0)
    for ahead in (0, 1):
        one = np.isin(ranks, np.add(FIRST, ahead))[place]
        found &= np.isin(line, line[stop & one])
    return found


def _named(block: Block, forms: Forms, body: Longs) -> list[bool]:
    """Whether a noun that takes a number stands before the chunks."""
    before = (forms.splitter.forms[row] for row in block.form[body - 1].tolist())
    return [form.strip("(").lower() in NUMBERED_NOUNS for form in before]


def _goes_on(block: Block, forms: Forms, body: Longs) -> Bools:
    """Whether a comma or a word before the last of several parts stands before the chunks."""
    commas: Bools = forms.flags[block.form[body - 1]] & COMMA != 0
    return commas | _behind_word(block, forms, body)


def _joined(block: Block, forms: Forms, lines: Lines, body: Longs, line: Longs) -> Bools:
    """Whether a word before the last of several parts, behind a semicolon, is before the chunks."""
    found: Bools = body > lines.first[line] + 1
    row = np.flatnonzero(found)
    found[row] = _behind_word(block, forms, body[row])
    row = np.flatnonzero(found)
    found[row] = block.codes[block.end[body[row] - 2] - 1] == ord(";")
    return found


def _behind_word(block: Block, forms: Forms, body: Longs) -> Bools:
    """Whether a word before the last of several parts stands before the chunks."""
    before = block.form[body - 1]
    distinct = np.unique(before)
    words = [forms.splitter.forms[row] in COUNTING for row in distinct.tolist()]
    found: Bools = np.isin(before, distinct[words])
    return found


def _one_blank(block: Block, chunk: Longs) -> Bools:
    """Whether one blank stands before the chunks."""
    end = block.end[chunk - 1]
    one: Bools = (block.start[chunk] - end == 1) & np.isin(block.codes[end], BLANKS)
    return one


def _with_stars(block: Block, forms: Forms, lines: Lines, kept: Bools) -> Longs:
    """Lines with a marker inside them that is a star or bullet, or stands beside one."""
    star = block.noted.having(STAR)
    opening = lines.first[lines.at(star)] == star
    line = np.unique(lines.at(star[~(opening & (forms.flags[block.form[star]] & STARS != 0))]))
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
