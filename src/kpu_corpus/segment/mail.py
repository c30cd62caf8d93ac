"""What is answered: a mail that is quoted in the one that answers it, the first post of a forum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from kpu_corpus.segment.chat import ESSAY_WORDS
from kpu_corpus.segment.lines import Line

MARK = ">"
_ANSWER = re.compile(r"(?:re|bls|balasan) ?: ?(\S.{0,200})", re.IGNORECASE)  # a subject
_OPENS = re.compile(r"[> ]{0,8}(?:pada|on)\b.{4,120}\b(?:menulis|wrote) ?:", re.IGNORECASE)


def answered(lines: Sequence[Line]) -> set[int]:
    """Return the lines of mails quoted below what introduces them, and of a short first post.

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
    return found | _first_post(lines)


def _first_post(lines: Sequence[Line]) -> set[int]:
    """Return the lines of a post that sets a task: its subject, down to the first answer to it."""
    subjects = {at: match[1] for at, x in enumerate(lines) if (match := _ANSWER.fullmatch(x.text))}
    first = min(subjects, default=0)
    above = [at for at in range(first) if lines[at].text == subjects[first]]
    if not above or sum(line.words for line in lines[above[-1] : first]) >= ESSAY_WORDS:
        return set()
    return {*range(above[-1], first)}
