"""List markers inside the lines of many texts: numbers, letters, dashes after stop or colon."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.indonesian.batch.characters import BLANKS
from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints
from kpu_corpus.indonesian.batch.flags import (
    ALNUM,
    BEFORE_BODY,
    BODY,
    CAPITAL,
    COMMA,
    STAR,
    STARS,
    STOP,
)
from kpu_corpus.indonesian.batch.forms import Forms
from kpu_corpus.indonesian.batch.lines import Lines
from kpu_corpus.indonesian.sentences import COUNTING, inline_markers


class Markers(NamedTuple):
    """Chunks that are list markers inside a line, and the lines that need a closer look.

    A unit begins at a ``sure`` marker; at any other one only if the stop before it ends one.
    """

    listed: Bools
    sure: Bools
    exact: Ints


def marker_columns(block: Block, forms: Forms, lines: Lines, kept: Bools) -> Markers:
    """Return the markers in the lines that are ``kept``."""
    size = len(block.form)
    listed, sure = np.zeros(size + 1, bool), np.zeros(size + 1, bool)
    body = block.noted.having(BODY)
    line = lines.at(body)
    within = kept[line] & (body > lines.first[line]) & (body < lines.last[line])
    body = body[within]
    body = body[forms.flags[block.form[body + 1]] & CAPITAL != 0]
    inside = forms.flags[block.form[body - 1]] & BEFORE_BODY == 0
    counting = _counting(block, forms, body[inside])
    body = body[~inside]
    wide = ~(_one_blank(block, body) & _one_blank(block, body + 1))
    listed[body] = True
    body = body[np.isin(block.codes[block.end[body - 1] - 1], (ord(":"), ord(";")))]
    sure[body] = True
    bare = body[forms.flags[block.form[body - 1]] & ALNUM == 0]
    doubtful = np.concatenate([np.flatnonzero(listed)[wide], bare, counting])
    starred = _with_stars(block, forms, lines, kept)
    return Markers(listed, sure, np.union1d(lines.at(doubtful), starred))


def _counting(block: Block, forms: Forms, chunk: Ints) -> Ints:
    """The chunks that count one more part of a sentence: `1. Jujur, 2. Adil, dan 3. Mandiri`."""
    chunk = chunk[forms.flags[block.form[chunk]] & STOP != 0]
    before, chunks = block.form[chunk - 1], forms.splitter.forms
    goes_on = forms.flags[before] & COMMA != 0
    for row in np.flatnonzero(~goes_on).tolist():
        goes_on[row] = chunks[before[row]] in COUNTING
    found: Ints = chunk[goes_on]
    return found


def _one_blank(block: Block, chunk: Ints) -> Bools:
    """Whether one blank stands before the chunks."""
    end = block.end[chunk - 1]
    one: Bools = (block.start[chunk] - end == 1) & np.isin(block.codes[end], BLANKS)
    return one


def _with_stars(block: Block, forms: Forms, lines: Lines, kept: Bools) -> Ints:
    """Lines with a marker inside them and a star or bullet that does not only open the line."""
    star = block.noted.having(STAR)
    opening = lines.first[lines.at(star)] == star
    line = np.unique(lines.at(star[~(opening & (forms.flags[block.form[star]] & STARS != 0))]))
    line = line[kept[line]]
    start, end = block.start[lines.first[line]], block.end[lines.last[line]]
    pairs = zip(start.tolist(), end.tolist(), strict=True)
    found = [next(inline_markers(block.text, a, b), None) is not None for a, b in pairs]
    starred: Ints = line[np.array(found, bool)]
    return starred
