"""Messages: a chat exported from WhatsApp, emails and posts that are answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from kpu_corpus.segment.lines import STAMP, Line

ESSAY_WORDS = 60  # a shorter message is talk
# What WhatsApp puts behind a message that was changed after it was sent.
_EDITED = re.compile(r"\u200e?<(?:Pesan ini diedit|This message was edited)>\s*$", re.IGNORECASE)
MARK = ">"
_ANSWER = re.compile(r"(?:re|bls|balasan) ?: ?(\S.{0,200})", re.IGNORECASE)  # a subject
_OPENS = re.compile(r"[> ]{0,8}(?:pada|on)\b.{4,120}\b(?:menulis|wrote) ?:", re.IGNORECASE)


def messages(lines: Sequence[Line]) -> tuple[list[Line], set[int], set[int]] | None:
    """Return the lines of a chat, the stamps above essays, and what is talk; None for others.

    The stamp of an essay, its author and its first line are lines of their own.

    >>> chat = ["4/8/25 9.15 - Rina: Netral", "Kami jujur. " * 30, "4/8/25 9.20 - Budi: Ya"]
    >>> lines, essays, talk = messages([Line(0, 9, text, len(text.split())) for text in chat])
    >>> [line.text[:13] for line in lines], essays, talk
    (['4/8/25 9.15 -', 'Rina', 'Netral', 'Kami jujur. K', '4/8/25 9.20 -'], {0}, {4})
    """
    found = ((index, STAMP.match(line.text)) for index, line in enumerate(lines))
    stamps = {index: match for index, match in found if match}
    if len(stamps) < 2 or 0 not in stamps:
        return None
    parted: list[Line] = []
    essays: set[int] = set()
    talk: set[int] = set()
    for first, end in pairwise([*stamps, len(lines)]):
        parts = _parts(lines[first], stamps[first])
        words = sum(line.words for line in [*parts[1:], *lines[first + 1 : end]])
        message = lines[first:end]
        if words >= ESSAY_WORDS:
            essays.add(len(parted))
            message = [half for line in [*parts, *lines[first + 1 : end]] for half in _halves(line)]
            marks = enumerate(message, len(parted))
            talk.update(at for at, line in marks if _EDITED.match(line.text))
        else:
            talk.update(range(len(parted), len(parted) + len(message)))
        parted += message
    return parted, essays, talk


def _parts(line: Line, match: re.Match[str]) -> list[Line]:
    """Return the stamp of a message, its author if it names one, and what stands behind."""
    start, end = match.span("author")
    if start < 0 or not any(map(str.isalpha, line.text[start:end])):  # the number of a telephone
        start = end = match.end()
    stamp, author = line.part(0, start), line.part(start, end)
    parts = [stamp._replace(mark=""), author._replace(mark="author"), line.part(match.end())]
    return [part for part in parts if part.text]


def _halves(line: Line) -> list[Line]:
    """Return a line and, apart from it, the mark of an edited message at its end."""
    match = _EDITED.search(line.text)
    if match is None or not match.start():
        return [line]
    return [line.part(0, match.start()), line.part(match.start())]


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
