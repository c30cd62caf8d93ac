"""What is known of a distinct chunk whatever stands around it: one number of bits for each."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.abbreviations import LABELLED, NUMERIC
from kpu_corpus.indonesian.batch.growing import Growing
from kpu_corpus.indonesian.batch.searching import flagged
from kpu_corpus.indonesian.batch.splitting import Splitter
from kpu_corpus.indonesian.sentences import ALNUM as _ALNUM
from kpu_corpus.indonesian.sentences import STOP as _STOP
from kpu_corpus.indonesian.unit_kinds import BULLETS, FUNCTION_WORDS, MARKER
from kpu_corpus.indonesian.words import ZERO_WIDTH, words

ALNUM = 1
"""Has a letter or digit."""
LOWER = 2
"""Begins in lower case."""
SMALL = 4
"""A lower-case word that no title holds."""
STOP = 8
"""Has a stop."""
APART = 16
"""Has a character that is not seen, or is too long to be looked at once for each stop in it."""
STAR = 32
"""Has a star or bullet."""
STARS = 64
"""Is one bullet or star, or several of one sort."""
BODY = 128
"""Is what a list marker inside a line looks like."""
BEFORE_BODY = 256
"""Such a marker may stand after it."""
CAPITAL = 512
"""Such a marker may stand before it."""
NEEDS_BLANK = 1024
"""Is a list marker only before a blank."""
LABEL = 2048
"""A noun that takes a letter as its label."""
COMMA = 4096
"""Ends in a comma."""
NUMBERED = 8192
"""Reads otherwise before a number: `No.`"""
WORD = 16384
"""One token of ASCII letters and hyphens, with or without a mark after it."""
NUMBER = 32768
"""One token of digits, with or without marks around it."""

NOTED = STOP | APART | STAR | BODY | NUMBERED
"""Rare and of consequence: chunks with one of these are found once for a block."""

Ints = npt.NDArray[np.int64]

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
_AROUND = "(),.;:"
# Words with a hyphen or stroke, numbers and words with a mark that is no stop: six letters or more
# before a parenthesis are no list marker.
_PLAIN = re.compile(
    r"\(?(?:[A-Za-z]+[-/][A-Za-z/-]*[A-Za-z]|[A-Za-z]{2,}(?=[;:])"
    r"|[A-Za-z]{6,}(?=\))|(?<=\()[A-Za-z]{2,}+(?!\))|\d++(?!\)))"
    r"[,;:)]*",
    re.ASCII,
)
_NUMERIC = tuple(f"{name}." for name in sorted(NUMERIC))
_LONGEST_MARKER = 7
_LONG = 1000


class Noted(NamedTuple):
    """Rows of a column of forms, and the flags of their forms."""

    row: Ints
    flags: Ints

    def having(self, bits: int) -> Ints:
        """Return the rows whose form has one of the bits."""
        rows: Ints = self.row[self.flags & bits != 0]
        return rows


class Forms:
    """Columns over the distinct chunks, filled as they come."""

    def __init__(self, splitter: Splitter) -> None:
        self.splitter = splitter
        self._flags, self._marker = Growing(np.int64), Growing(np.int64)

    def look(self) -> None:
        """Look at the forms that came since the last time."""
        rows = [_facts(form) for form in self.splitter.forms[len(self._flags) :]]
        table = np.array(rows, np.int64).reshape(-1, 2)
        self._flags.extend(table[:, 0])
        self._marker.extend(table[:, 1])

    def noted(self, form: Ints) -> Noted:
        """Return the rows of a column of forms that have one of the flags ``NOTED``."""
        return Noted(*flagged(form, self.flags, NOTED))

    @property
    def flags(self) -> Ints:
        """The bits of every chunk."""
        return self._flags.rows

    @property
    def marker(self) -> Ints:
        """The length of the list marker at the head of every chunk, 0 without one."""
        return self._marker.rows


class _Facts(NamedTuple):
    flags: int
    marker: int


def _facts(form: str) -> _Facts:
    last = form[-1]
    word = form[:-1] if last in ",.;:" else form
    letters = word.isascii() and (word.isalpha() or _HYPHENED.fullmatch(word) is not None)
    if letters and (last != "." or len(form) > _LONGEST_MARKER):
        return _Facts(_word_flags(word, last), 0)
    flags = LOWER * form[0].islower()
    if _PLAIN.fullmatch(form):
        flags |= ALNUM | CAPITAL * form[0].isupper() | NUMBER * form.strip(_AROUND).isdecimal()
        return _Facts(flags | COMMA * (last == ",") | BEFORE_BODY * (last in ":;)"), 0)
    return _slow_facts(form, flags)


def _word_flags(word: str, last: str) -> int:
    lower = word[0].islower()
    flags = ALNUM | WORD | (LOWER if lower else CAPITAL)
    if lower and word not in FUNCTION_WORDS:
        flags |= SMALL
    if last == ",":
        return flags | COMMA
    if last in ".;:":
        return flags | BEFORE_BODY | STOP * (last == ".")
    return flags | LABEL * (word.lower() in LABELLED)


def _slow_facts(form: str, flags: int) -> _Facts:
    if len(form) > _LONG:
        return _Facts(flags | APART, 0)
    for flag, test in _TESTS:
        if test(form):
            flags |= flag
    flags |= NUMBER * form.strip(_AROUND).isdecimal()
    flags |= COMMA * (form[-1] == ",") | LABEL * (form.lower() in LABELLED)
    if form[-6:].lower().endswith(_NUMERIC) and words(form) != words(form + " 5")[:-1]:
        flags |= NUMBERED
    marker = MARKER.match(form) or MARKER.match(form + " ")
    if marker is None:
        return _Facts(flags, 0)
    if MARKER.match(form) is None:
        flags |= NEEDS_BLANK
    return _Facts(flags, min(marker.end(), len(form)))
