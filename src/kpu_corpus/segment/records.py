"""Parts of a page that may each be an essay: elements alike, or headings of one rank with texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from kpu_corpus.corpus.sources import Mark
from kpu_corpus.segment.bylines.byline import is_role, is_short
from kpu_corpus.segment.bylines.facts import facts_of
from kpu_corpus.segment.bylines.front import name_line
from kpu_corpus.segment.lines import Line, is_running, is_text
from kpu_corpus.segment.names import is_person

Parts = tuple[list[list[Line]], list[Line]]  # the lines of each part, and those beside them

_NUMBER = re.compile(r"#?\d{1,3}[.)]?\s+(?=[A-Z])")
_DASH = re.compile(r"\s+[|–—-]\s+")


def recorded(lines: Sequence[Line], marks: Sequence[Mark]) -> Parts:
    """Return the lines of each of several elements that are alike, as the file marks them."""
    begins = [mark for mark in marks if mark.kind == "record"]
    parts: dict[int, list[Line]] = {}
    beside: list[Line] = []
    for line in lines if begins else ():
        at = bisect_right(begins, line.start, key=lambda mark: mark.start) - 1
        if at >= 0 and begins[at].level:
            part = parts.setdefault(at, [])
            kept = line.mark != "outside" or (any(map(is_running, part)) and not is_running(line))
            part.append(line if kept else line._replace(mark=""))
        else:
            beside.append(line)
    return [[*_plain(part)] for part in parts.values()], beside


def ranked(lines: Sequence[Line]) -> Parts:
    """Return the lines below each heading of the highest rank that has several, with the heading.

    No text stands above the first but an introduction of one line.
    """
    ranks = Counter(line.level for line in lines if line.headed)
    top = min((level for level, count in ranks.items() if count > 1), default=None)
    heads = [at for at, line in enumerate(lines) if line.headed and line.level == top]
    if not heads or sum(map(is_text, lines[: heads[0]])) > 1:
        return [], []
    ends = [*heads[1:], len(lines)]
    parts = [[*_plain(lines[at:end])] for at, end in zip(heads, ends, strict=True)]
    return parts, [*lines[: heads[0]]]


def _plain(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a part as those of a page of its own.

    Below or above its title, who wrote it may be a heading too, or stand behind the title; below
    its text it may be marked as furniture, as the foot of a card is.
    """
    text = next((at for at, line in enumerate(lines) if is_running(line)), len(lines))
    heads = sum(line.headed for line in lines[:text])
    listed = all(line.mark == "item" for line in lines if not line.headed)
    for at, line in enumerate(lines):
        point = listed and line.mark == "item"
        footed = line.mark == "chrome" and at > text and name_line(line._replace(mark=""))
        plain = line._replace(mark="", level=0) if point or footed else line
        if at >= text or not is_short(line):
            yield plain
            continue
        number = _NUMBER.match(plain.text)
        plain = plain.part(number.end()) if number else plain
        bare = plain._replace(mark="", level=0)
        if plain.headed and heads > 1 and is_person(plain.text):
            yield bare._replace(mark="author")
        elif plain.headed and heads > 1 and _says_who(bare):
            yield bare
        elif plain.headed and heads == 1:
            yield from _parted(plain)
        else:
            yield plain


def _says_who(line: Line) -> bool:
    return bool(name_line(line) or facts_of(line) or is_role(line))


def _parted(line: Line) -> Iterator[Line]:
    """Yield a heading, the name before or behind its title as a line of its own."""
    sign = _DASH.search(line.text)
    first, last = (line.part(0, sign.start()), line.part(sign.end())) if sign else (line, line)
    if sign and is_person(first.text) != is_person(last.text):
        title, name = (last, first) if is_person(first.text) else (first, last)
        yield title if title.start < name.start else name._replace(mark="author", level=0)
        yield name._replace(mark="author", level=0) if title.start < name.start else title
    else:
        yield line
