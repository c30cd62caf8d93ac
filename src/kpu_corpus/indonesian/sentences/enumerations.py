"""Numbers and letters that enumerate: parts of one sentence, or items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.indonesian.lists.abbreviations import NUMBERED_NOUNS
from kpu_corpus.indonesian.sentences.unit_kinds import BEFORE_POINTS

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
FIRST = (1, ord("a"))  # the ranks that lists begin with
BEFORE = 40  # characters in which the word before a label is looked for


class Label(NamedTuple):
    """A number or letter with a full stop before a capital: where it begins, and what it is.

    ``goes_on``: after a comma or the last *dan*; ``opens``: at the head of a line, or after a stop
    or colon; ``named``: after a noun that takes a number (TPS 2).
    """

    start: int
    text: str
    goes_on: bool
    opens: bool
    named: bool = False


class Counted(NamedTuple):
    """Labels by their place: those that count parts of one sentence, and points of a list."""

    parts: set[int]
    points: set[int]


def labels(text: str, start: int, end: int) -> Iterator[Label]:
    """Yield the labels in a line, in order."""
    for match in _NUMBER.finditer(text, start, end):
        first = match.start("label")
        before = text[max(start, first - BEFORE) : first].rstrip()
        opens = not before or before[-1] in BEFORE_POINTS
        word = before.split()[-1].strip("(").lower() if before else ""
        yield Label(first, match["label"], bool(match["goes_on"]), opens, word in NUMBERED_NOUNS)


def counted(labels: Iterable[Label]) -> Counted:
    """Tell what the labels of one line count, in order: those that count on from 1 or a.

    After commas they count parts of a sentence (`1. Jujur, 2. Adil, dan 3. Mandiri`). With nothing
    between they are points where the first opens a line or follows a colon (`Nilai: 1. Jujur
    2. Adil`), and parts of the sentence that names them otherwise.

    >>> parts = [Label(6, "1", False, False), Label(18, "2", True, False)]
    >>> counted([*parts, Label(31, "5", True, False), Label(48, "3", False, False)])
    Counted(parts={18, 6}, points=set())
    >>> counted([Label(7, "1", False, True), Label(16, "2", False, False)]).points
    {16}
    """
    found = Counted(set(), set())
    run: list[Label] = []
    for label in labels:
        on = bool(run) and rank(label.text) == rank(run[-1].text) + 1
        if not on and not _is_first(label.text):
            continue
        run = [*run, label] if on else [label]
        if on and label.goes_on:
            found.parts.update((run[-2].start, label.start))
        elif run[0].opens and not (label.opens or label.named):
            found.points.add(label.start)
        elif len(run) > 2 and not any(one.opens or one.named or one.goes_on for one in run):
            found.parts.update(one.start for one in run)
    return found


def verses(text: str, start: int, labels: Iterable[Label]) -> set[int]:
    """Return the numbers that open no point behind a colon, in a line where no numbers count.

    They name a verse or a minute: `QS. Al-Anfal [8]: 27. Ayat ini …`. Numbers count from 1 or on
    from the one before; those from 97 on have the rank of a letter.

    >>> text = "Al-Anfal [8]: 27. Ayat ini"
    >>> verses(text, 0, labels(text, 0, len(text)))
    {14}
    """
    numbers = [one for one in labels if one.text.isdigit() and 0 < int(one.text) < FIRST[1]]
    on = (int(other.text) == int(one.text) + 1 for one, other in pairwise(numbers))
    if any(_is_first(label.text) for label in numbers) or any(on):
        return set()
    return {one.start for one in numbers if text[start : one.start].rstrip().endswith(":")}


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
            opens = _is_first(match["rank"]) and not match["pause"]
            before = text[match.start() - 1 : match.start()]
            run = [match] if opens and before and before not in _BEFORE_LIST else []


def _goes_on(before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether a semicolon stands before a label that counts on from another, written alike."""
    alike = before["open"] == after["open"] and before["close"] == after["close"]
    return bool(after["pause"]) and alike and rank(after["rank"]) == rank(before["rank"]) + 1


def _is_first(label: str) -> bool:
    return rank(label) in FIRST


def rank(label: str) -> int:
    """Return the number of a label, of a letter its code point: the next one counts on."""
    return int(label) if label.isdigit() else ord(label)
