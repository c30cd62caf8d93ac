"""What stands at the ends of a unit and is not seen: white space and zero-width characters."""

from __future__ import annotations

import re

from kpu_corpus.indonesian.words import ZERO_WIDTH

_BLANKS = re.compile(rf"[\s{ZERO_WIDTH}]*+")
_VISIBLE = re.compile(rf"[^\s{ZERO_WIDTH}]")


def skip_blanks(text: str, start: int, end: int) -> int:
    """Return the place of the first character from ``start`` on that is seen, or ``end``."""
    match = _BLANKS.match(text, start, end)
    return match.end() if match else start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where what is seen of ``text[start:end]`` begins and ends.

    >>> trimmed("  Kami siap.\\u200b ", 0, 15)
    (2, 12)
    """
    first = skip_blanks(text, start, end)
    while end > first and not _VISIBLE.match(text, end - 1):
        end -= 1
    return first, end
