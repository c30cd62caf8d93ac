"""The mail that a mail answers: "Pada Sen, 24 Feb 2025, panitia menulis:" and the lines below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.lines import Line

MARK = ">"
_OPENS = re.compile(r"[> ]{0,8}(?:pada|on)\b.{4,120}\b(?:menulis|wrote) ?:", re.IGNORECASE)


def answered(lines: Sequence[Line]) -> set[int]:
    """Return the lines of mails that are quoted below what introduces them.

    >>> texts = ("Kami hadir.", "Pada Sen, 3 Mar 2025, panitia menulis:", "> Mohon kirim.", "Budi")
    >>> sorted(answered([Line(0, 9, text, len(text.split())) for text in texts]))
    [1, 2]
    """
    found: set[int] = set()
    for at, line in enumerate(lines):
        if _OPENS.fullmatch(line.text):
            below = takewhile(lambda other: other.text.startswith(MARK), lines[at + 1 :])
            size = sum(1 for _ in below)
            found |= {*range(at, at + size + 1)} if size else set()
    return found
