"""A chat exported from WhatsApp: each long message is an essay of the one who sent it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kpu_corpus.segment.lines import STAMP, Line

ESSAY_WORDS = 60  # a shorter message is talk
# What WhatsApp puts behind a message that was changed after it was sent.
_EDITED = re.compile(r"\u200e?<(?:Pesan ini diedit|This message was edited)>\s*$", re.IGNORECASE)


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
    parts = [replace(stamp, mark=""), replace(author, mark="author"), line.part(match.end())]
    return [part for part in parts if part.text]


def _halves(line: Line) -> list[Line]:
    """Return a line and, apart from it, the mark of an edited message at its end."""
    match = _EDITED.search(line.text)
    if match is None or not match.start():
        return [line]
    return [line.part(0, match.start()), line.part(match.start())]
