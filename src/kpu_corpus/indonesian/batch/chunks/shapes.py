"""What the characters of a chunk show: in C if they are ASCII and unambiguous."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ctypes import byref, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.indonesian.batch.chunks.flags import (
    ALNUM,
    APART,
    BEFORE_BODY,
    BODY,
    CAPITAL,
    COMMA,
    COUNTING,
    HYPHENED,
    LABEL,
    LOWER,
    NAMING,
    NEEDS_BLANK,
    NUMBERED,
    RANK,
    STAR,
    STARS,
    STOP,
    WORD,
)
from kpu_corpus.indonesian.batch.chunks.keys import Table
from kpu_corpus.indonesian.batch.chunks.splitting import in_a_row
from kpu_corpus.indonesian.lists.abbreviations import (
    LABELLED,
    LEADING,
    NUMBERED_NOUNS,
    NUMERIC,
    TRAILING,
)
from kpu_corpus.indonesian.sentences.enumerations import COUNTING as _COUNTING
from kpu_corpus.indonesian.sentences.enumerations import rank
from kpu_corpus.indonesian.sentences.sentences import ALNUM as _ALNUM
from kpu_corpus.indonesian.sentences.sentences import STOP as _STOP
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS, MARKER
from kpu_corpus.indonesian.words import ZERO_WIDTH, words

HYPHENS = "-\u2010"
_BULLETS = "".join(sorted(BULLETS))
_TESTS = (
    (ALNUM, _ALNUM.search),
    (STOP, _STOP.search),
    (APART, re.compile(f"[{ZERO_WIDTH}]").search),
    (STAR, re.compile(f"[*{_BULLETS}]").search),
    (STARS, re.compile(rf"\*+|[{_BULLETS}]+").fullmatch),
    (BODY, re.compile(r"[-–—]|\(?(?:\d{1,2}|[a-z])[.)]").fullmatch),
    (BEFORE_BODY, re.compile(r'.*[.:;!?”")…]', re.DOTALL).fullmatch),
    (CAPITAL, re.compile(r"\*{0,2}[A-Z]").match),
)
_HYPHENED = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
_NUMERIC = tuple(f"{name}." for name in sorted(NUMERIC))
_LONGEST_MARKER = 7
_LONG = 1000
_ABBREVIATIONS = {name for name in LEADING | TRAILING if len(name) >= _LONGEST_MARKER}


class Shapes(NamedTuple):
    """Columns over chunks: their flags, the length of the list marker at their head or 0."""

    flags: Longs
    marker: Longs


def shapes(chunks: Sequence[str]) -> Shapes:
    """Return what the characters of every chunk tell."""
    found = _told(chunks)
    for row in np.flatnonzero(found.flags < 0).tolist():
        flags, found.marker[row] = _facts(chunks[row])
        found.flags[row] = flags | _counting_flags(chunks[row], flags)
    return found


def _told(chunks: Sequence[str]) -> Shapes:
    """What C tells; flags are -1 where it leaves a chunk in doubt."""
    found = Shapes(np.full(len(chunks), -1), np.zeros(len(chunks), np.int64))
    compiled = native.library()
    if compiled is None or not chunks:
        return found
    row = in_a_row(chunks)
    compiled.shapes_read(
        *(native.pointer(row.codes), c_int64(len(chunks))),
        *(native.pointer(row.start), native.pointer(row.end)),
        *map(byref, _TABLES),
        *map(native.pointer, found),
    )
    return found


_TABLES = tuple(map(Table.of, (LABELLED, _ABBREVIATIONS, NUMERIC, _COUNTING, NUMBERED_NOUNS)))


class _Facts(NamedTuple):
    flags: int
    marker: int


def _facts(form: str) -> _Facts:
    last = form[-1]
    word = form[:-1] if last in ",.;:" else form
    letters = word.isascii() and (word.isalpha() or _HYPHENED.fullmatch(word) is not None)
    shortened = last == "." and (len(form) <= _LONGEST_MARKER or word.lower() in _ABBREVIATIONS)
    if letters and not shortened:
        return _Facts(_word_flags(word, last), 0)
    return _read(form)


def _counting_flags(form: str, flags: int) -> int:
    """What matters where the labels of list markers count: the words before them, their rank."""
    named = form.strip("(").lower() in NUMBERED_NOUNS
    label = form[:-1] if flags & BODY and form[-1] == "." else ""
    ranked = RANK * rank(label) if label.isalnum() else 0
    return COUNTING * (form in _COUNTING) | NAMING * named | ranked


def _word_flags(word: str, last: str) -> int:
    flags = ALNUM | WORD | (LOWER if word[0].islower() else CAPITAL)
    if last == ",":
        return flags | COMMA
    if last in ".;:":
        return flags | BEFORE_BODY | STOP * (last == ".")
    return flags | LABEL * (word.lower() in LABELLED)


def _read(form: str) -> _Facts:
    flags = LOWER * form[0].islower() | HYPHENED * form[1:].endswith((*HYPHENS,))
    if len(form) > _LONG:
        return _Facts(flags | APART, 0)
    for flag, test in _TESTS:
        if test(form):
            flags |= flag
    flags |= COMMA * (form[-1] == ",") | LABEL * (form.lower() in LABELLED)
    if form[-6:].lower().endswith(_NUMERIC) and words(form) != words(form + " 5")[:-1]:
        flags |= NUMBERED
    marker = MARKER.match(form) or MARKER.match(form + " ")
    if marker is None:
        return _Facts(flags, 0)
    if MARKER.match(form) is None:
        flags |= NEEDS_BLANK
    return _Facts(flags, min(marker.end(), len(form)))
