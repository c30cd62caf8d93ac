"""White space, line breaks and the marks that sentences depend on, by code point."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.sentences.sentences import LINE_BREAKS

Bytes = npt.NDArray[np.uint8]

SPACE, BREAK, FEED, BRACKET, QUOTE = 1, 2, 4, 8, 16
"""Classes; a line break is also white space, a line feed also a line break."""
BLANKS = (0x20, 0x09, 0xA0)
"""Blanks that may follow a list marker."""

SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""White space as regular expressions have it, listed: finding it takes a hundred times as long."""


@cache
def classes() -> Bytes:
    """Return the class of every code point; the last entry stands for all that follow."""
    table = np.zeros(ord(SPACES[-1]) + 2, np.uint8)
    for char in SPACES:
        table[ord(char)] = SPACE
    for char in LINE_BREAKS:
        table[ord(char)] |= BREAK
    table[ord("\n")] |= FEED
    for char in "()":
        table[ord(char)] = BRACKET
    for char in '"“”„':
        table[ord(char)] = QUOTE
    return table
