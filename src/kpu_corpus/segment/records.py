"""Parts of a page that may each be an essay: elements alike, or headings of one rank with texts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kpu_corpus.corpus.sources import Mark
from kpu_corpus.segment.bylines.byline import byline, is_date
from kpu_corpus.segment.bylines.covers import highest
from kpu_corpus.segment.bylines.facts import facts_of, is_time
from kpu_corpus.segment.bylines.identity import labelled
from kpu_corpus.segment.bylines.name_lines import name_line, tells_author
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import Line, is_running, is_short, is_text
from kpu_corpus.segment.names import is_person, is_single_name

Parts = tuple[list[list[Line]], list[Line]]  # the lines of each part, and those beside them

KICKER_WORDS = 2  # of the name of a part of a magazine, above a title
_NUMBER = re.compile(
    r"(?:#?\d{1,3}[.)]?|[ivx]{1,4}[.)]|(?:(?:juara|pemenang)(?: harapan)?|harapan)"
    r" (?:\d{1,2}|[ivx]{1,4})\b\s?[.:)|–—-]?)\s*(?<=[\s:–—-])(?=(?-i:[A-Z“\"]))",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+\((?=[^()]+\)$)")  # before a name in parentheses
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
    heads = highest(lines)
    if not heads or sum(map(is_text, lines[: heads[0]])) > 1:
        return [], []
    ends = [*heads[1:], len(lines)]
    single = 2 * sum(any(map(is_person, _DASH.split(lines[at].text))) for at in heads) > len(heads)
    rows = zip(heads, ends, strict=True)
    parts = [[*_plain(lines[at:end], single=single)] for at, end in rows]
    return parts, [*lines[: heads[0]]]


def _plain(lines: Sequence[Line], *, single: bool = False) -> Iterator[Line]:
    """Yield the lines of a part as those of a page of its own.

    Below or above its title, who wrote it may be a heading too, or stand behind the title; below
    its text it may be marked as furniture, as the foot of a card is.
    """
    text = next((at for at, line in enumerate(lines) if is_running(line)), len(lines))
    heads = sum(line.headed for line in lines[:text])
    head = next((at for at, line in enumerate(lines[:text]) if line.headed), 0)
    named = is_person(lines[0].text)  # as beside a picture
    above = (line._replace(mark="", level=0) for line in lines[:text] if not line.headed)
    signed = any(map(tells_author, above))
    listed = all(line.mark == "item" for line in lines if is_running(line))
    for at, line in enumerate(lines):
        point = listed and line.mark == "item"
        footed = line.mark == "chrome" and name_line(line._replace(mark=""))
        plain = line._replace(mark="", level=0) if point or footed else line
        if at >= text or not is_short(line):
            yield plain
            continue
        dated = is_date(plain.text) or is_time(plain)  # "2 Juni 2025", "2 Mei pukul 20.11"
        number = None if dated else _NUMBER.match(plain.text)
        plain = plain.part(number.end()) if number else plain
        bare = plain._replace(mark="", level=0)
        only, several = (plain.headed and heads == 1), (plain.headed and heads > 1)
        if (several or (only and not signed)) and is_person(plain.text):
            yield bare._replace(mark="author")
        elif several and _says_who(bare):
            yield bare
        elif at < head and heads == 1:
            yield _above_title(plain, named=named)
        elif only:
            yield from _parted(plain, single=single)
        else:
            yield plain


def _above_title(line: Line, *, named: bool) -> Line:
    """Return a line above the only heading of an element: who wrote, else what is no text.

    That is a short one, such as the name of a part of a magazine, or any below the name.
    """
    bare = line._replace(mark="", level=0)
    if line.mark == "row" or labelled(bare) or _says_who(bare):
        return line
    if is_person(line.text):
        return bare._replace(mark="author")
    return bare._replace(mark="chrome") if named or line.words <= KICKER_WORDS else line


def _says_who(line: Line) -> bool:
    return bool(byline(line) or name_line(line) or facts_of(line) or is_role(line))


def _parted(line: Line, *, single: bool) -> Iterator[Line]:
    """Yield a heading, the name before or behind its title as a line of its own.

    Where most headings have a name, that of another may be a ``single`` word.
    """
    sign = _DASH.search(line.text) or _IN.search(line.text)
    end = len(line.text) - (sign is not None and sign[0].endswith("("))
    first, last = (line.part(0, sign.start()), line.part(sign.end(), end)) if sign else (line, line)
    before, behind = (
        is_person(part.text) or (single and is_single_name(part.text)) for part in (first, last)
    )
    if sign and before != behind:
        yield first._replace(mark="author", level=0) if before else first
        yield last._replace(mark="author", level=0) if behind else last
    else:
        yield line
