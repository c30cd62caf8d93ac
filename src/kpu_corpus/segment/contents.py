"""A table of contents: its heading and the lines below it that end in the number of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.lines import Line

LEAST = 2  # lines below the heading
_HEAD = re.compile(r"daftar isi|(?:table of )?contents", re.IGNORECASE)
_ENTRY = re.compile(r"[^\t.…]{1,200}(?:\t|[.…]{2,}|\s)\s*+(?:\d{1,3}|[ivx]{1,5})")


def contents(lines: Sequence[Line]) -> set[int]:
    """Return the lines of tables of contents.

    >>> texts = ("Daftar Isi", "Pendahuluan\\t1", "Penutup ........ 4", "Kami hadir.")
    >>> sorted(contents([Line(0, 9, text, len(text.split())) for text in texts]))
    [0, 1, 2]
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.words <= 3 and _HEAD.fullmatch(line.text.rstrip(": ")):
            below = (
                number for number in range(at + 1, len(lines)) if lines[number].mark != "margin"
            )
            entries = [*takewhile(lambda number: _ENTRY.fullmatch(lines[number].text), below)]
            found |= {at, *entries} if len(entries) >= LEAST else set()
    return found
