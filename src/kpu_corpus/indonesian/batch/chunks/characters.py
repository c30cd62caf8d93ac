"""White space, line breaks and the marks that sentences depend on, by code point."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.sentences.sentences import LINE_BREAKS

Bytes = npt.NDArray[np.uint8]

SPACE, BREAK, FEED, BRACKET, QUOTE = 1, 2, 4, 8, 16
"""Classes; a line break is also white space, a line feed also a line break."""
BLANKS = (0x20, 0x09, 0xA0)
"""Blanks that may follow a list marker."""

_LAST_SPACE = 0x3000


@cache
def classes() -> Bytes:
    """Return the class of every code point; the last entry stands for all that follow."""
    table = np.zeros(_LAST_SPACE + 2, np.uint8)
    every = "".join(map(chr, range(_LAST_SPACE + 1)))
    table[[match.start() for match in re.finditer(r"\s", every)]] = SPACE
    for char in LINE_BREAKS:
        table[ord(char)] |= BREAK
    table[ord("\n")] |= FEED
    for char in "()":
        table[ord(char)] = BRACKET
    for char in '"“”„':
        table[ord(char)] = QUOTE
    return table
