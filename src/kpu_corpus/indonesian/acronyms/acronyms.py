"""Where texts define short forms.

A definition is a short form beside a long form, with letters that fit (Schwartz & Hearst 2003, "A
simple algorithm for identifying abbreviation definitions in biomedical text"). Here the letters
are fitted by `alignment.cost`, which also knows the syllable acronyms of Indonesian.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Longs
from kpu_corpus.ground.threads import TOKEN_LENGTH, one_ahead
from kpu_corpus.indonesian.acronyms import connectives, parentheses
from kpu_corpus.indonesian.acronyms.definition import RULES, Definition, Definitions
from kpu_corpus.indonesian.acronyms.joints import PARENTHESIS, joints
from kpu_corpus.indonesian.acronyms.latin import laid

_WIDTH = len(Definitions._fields)


class Part(NamedTuple):
    """``text[start:end]``, outside which nothing is read."""

    text: str
    start: int
    end: int


def definitions(text: str, start: int = 0, end: int | None = None) -> list[Definition]:
    """Return the definitions of short forms between two offsets, in the order of the text.

    >>> text = "Menjadi Aparatur Sipil Negara (ASN) di KPU (Komisi Pemilihan Umum)."
    >>> [(d.short, d.long, d.rule) for d in definitions(text)]
    [('ASN', 'Aparatur Sipil Negara', 'parenthesis'), ('KPU', 'Komisi Pemilihan Umum', 'reversed')]
    >>> definitions("Tahun ini (2025) ada lima (5) tahapan (lima).")
    []
    """
    found = definitions_of([Part(text, start, len(text) if end is None else end)])
    return [definition for _, definition in found.each([text])]


def definitions_of(parts: Sequence[Part]) -> Definitions:
    """Return the definitions of all parts as columns, by part and place; many cost less so."""
    blocks = [np.zeros((_WIDTH, 0), np.int64)]
    first = 0
    size = sum(part.end - part.start for part in parts)
    rows = laid(part.text[part.start : part.end] for part in parts)
    for texts, places in one_ahead(size // TOKEN_LENGTH, joints, rows):
        last = first + len(texts.base)
        found = _read(places, parts[first:last])
        found[0] += first
        blocks.append(found)
        first = last
    return Definitions(*np.hstack(blocks))


def _read(places: Longs, parts: Sequence[Part]) -> Longs:
    """Return the columns of the definitions at some places: what is not settled is read there."""
    number, at, row, *pair = places.T
    start = np.array([part.start for part in parts], np.int64)[number]
    short, _, long, _ = pair
    found = np.array([number, *(start + place for place in pair), short < long], np.int64)
    settled = pair[1] > 0
    for index in np.flatnonzero(~settled).tolist():
        text, begin, end = parts[number[index]]
        joint = begin + int(at[index])
        if row[index] == PARENTHESIS:
            definition = parentheses.at_parenthesis(text, joint, begin, end)
        else:
            definition = connectives.at_connective(text, joint, int(row[index]), begin, end)
        if definition:
            settled[index] = True
            found[1:, index] = (*definition[2:-1], RULES.index(definition.rule))
    return _apart(found[:, settled])


def _apart(found: Longs) -> Longs:
    """Drop every definition that overlaps one of a better rule; return the rest by position."""
    text, short, short_end, long, long_end, rule = found
    start, end = np.minimum(short, long), np.maximum(short_end, long_end)
    order = np.lexsort((start, text))
    before, after = order[:-1], order[1:]
    close = text[before[(text[before] == text[after]) & (end[before] > start[after])]]
    kept = ~np.isin(text, close)
    rows = np.flatnonzero(~kept)
    rows = rows[np.lexsort((-end[rows], start[rows], rule[rows], text[rows]))]
    bounds: list[tuple[int, int, int]] = []  # text, start and end of what is kept
    listed = (column.tolist() for column in (rows, text[rows], start[rows], end[rows]))
    for row, number, first, last in zip(*listed, strict=True):
        at = bisect_left(bounds, (number, first, 0))
        after_previous = at == 0 or bounds[at - 1] < (number, 0, 0) or bounds[at - 1][2] <= first
        before_next = at == len(bounds) or (number, last, 0) <= bounds[at]
        if after_previous and before_next:
            bounds.insert(at, (number, first, last))
            kept[row] = True
    return found[:, order[kept[order]]]
