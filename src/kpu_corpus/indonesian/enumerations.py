"""Numbers and letters that count parts of one sentence, and so open no point of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

COUNTING = frozenset(("dan", "atau", "serta", "maupun", "dan/atau"))
"""Words before the last of several parts that are counted."""
_WORDS = "|".join(sorted(COUNTING))
_NUMBER = re.compile(
    rf"(?:(?P<goes_on>,|(?<!\S)(?:{_WORDS}))\s+|(?<!\S))"
    r"(?P<label>\d{1,2}|[a-z])\.\s+(?=\*{0,2}[A-Z])"
)
_PART = re.compile(
    rf"(?<!\s)(?P<pause>;)?(?:\s++(?P<word>{_WORDS}))?\s++"
    r"(?P<label>(?P<open>\(?)(?P<rank>\d{1,2}|[a-z])(?P<close>[.)]))\s++(?=\*{0,2}[A-Z])"
)
_BEFORE_LIST = ":;.!?…"


def counted_stops(text: str, start: int, end: int) -> set[int]:
    """Stops of numbers that count parts of one sentence: `1. Jujur, 2. Adil, dan 3. Mandiri`."""
    found = _NUMBER.finditer(text, start, end)
    return {
        *counted((match.end("label"), match["label"], bool(match["goes_on"])) for match in found)
    }


def counted(labels: Iterable[tuple[int, str, bool]]) -> list[int]:
    """Return the places of labels that count on, and of those before them.

    Labels are numbers and letters of one line, in order: their place, what they are, and whether
    the sentence goes on before them.

    >>> counted([(7, "1", False), (19, "2", True), (33, "5", True), (50, "3", False)])
    [7, 19]
    """
    found: list[int] = []
    last, number = 0, -2
    for place, label, goes_on in labels:
        rank = _rank(label)
        if rank == number + 1 and goes_on:
            found += [last, place]
        if rank in (1, ord("a"), number + 1):
            last, number = place, rank
    return found


def joined_labels(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last character of labels that semicolons and a last word join.

    As in `nilai kami (1) Jujur; (2) Adil; dan (3) Mandiri`. Behind a colon they open the points of
    a list, and so they do without the word.

    >>> text = "Nilai kami a. Jujur; b. Adil; dan c. Mandiri."
    >>> [text[first : last + 1] for first, last in joined_labels(text, 0, len(text))]
    ['a.', 'b.', 'c.']
    """
    if text.find(";", start, end) < 0:
        return
    run: list[re.Match[str]] = []
    for match in _PART.finditer(text, start, end):
        if run and _goes_on(run[-1], match):
            run.append(match)
            if match["word"]:
                yield from ((part.start("label"), part.end("label") - 1) for part in run)
                run = []
        else:
            opens = _rank(match["rank"]) in (1, ord("a")) and not match["pause"]
            before = text[match.start() - 1 : match.start()]
            run = [match] if opens and before and before not in _BEFORE_LIST else []


def _goes_on(before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a semicolon stands before a label that counts on from another, written alike."""
    alike = before["open"] == after["open"] and before["close"] == after["close"]
    return bool(after["pause"]) and alike and _rank(after["rank"]) == _rank(before["rank"]) + 1


def _rank(label: str) -> int:
    return int(label) if label.isdigit() else ord(label)
