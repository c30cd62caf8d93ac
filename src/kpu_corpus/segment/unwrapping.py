"""The lines of a source, those that a program wrapped joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.corpus.sources import Mark
from kpu_corpus.ground.printable import bare
from kpu_corpus.segment.layouts import INSIDE
from kpu_corpus.segment.lines import STAMP, Line, has_small, is_drawn, is_item, title_case
from kpu_corpus.segment.names import DEGREE_IN_SMALL, ROLE, is_person

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)(?!.*\s#\s+\S)")  # no tags: "# Opini # Guru"
# What sites draw before who wrote, when, what a picture shows and how often a text was read.
_ICON = re.compile(
    r"[\N{PENCIL}\N{WRITING HAND}\N{BUST IN SILHOUETTE}\N{MEMO}\N{CALENDAR}"
    r"\N{TEAR-OFF CALENDAR}\N{EYE}\N{EYES}\N{CAMERA}\N{LABEL}]\ufe0f?\s*(?=\S)"
)
# A line drawn around words; that of a mail sent on has more dashes.
_DRAWN_LINE = r"(?:={3,}|~{3,}|\*{3,}|(?<!-)-{3}(?!-))"
_DRAWN = re.compile(rf"{_DRAWN_LINE}\s*(?=[^\W\d_])(?P<text>.*?\w\W?)\s*{_DRAWN_LINE}")
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LABELLED = re.compile(r"[A-Za-z][\w ./-]{0,30}:\s+\S")
# A value below its label, as the columns of a form come out of a PDF: "Nama", ": Rina Marlina".
_VALUE = re.compile(r":\s{0,3}[^\W_]")
_BARE_LABEL = re.compile(r"[A-Za-z][A-Za-z./-]*(?: [A-Za-z./-]+){0,3}")
_BYLINE = re.compile(
    r"[(*_]*(?:(?:di)?(?:susun|tulis)(?:an)? )?(?:oleh|penulis|nama|by)\s*:", re.IGNORECASE
)
_BY = re.compile(r"(?:oleh|by)\s+[A-Z]")
_DOCTOR = re.compile(rf"{DEGREE_IN_SMALL}(?=[A-Z])")
_GLUED = re.compile(r"\b[Oo]leh\b")  # of a byline that may run on into the text
# Lines shorter than this are not wrapped by a program; longer ones neither.
_SHORTEST, _LONGEST = 40, 132
WRAPPED_LINES = 3  # that tell the width
ENDS = ".!?:…"  # of a line that does not go on


def lines_of(text: str, marks: Sequence[Mark] = ()) -> list[Line]:
    """Return the lines of a text that are not blank, in order."""
    found: list[Line] = []
    pages = {mark.start for mark in marks if mark.kind == "page"}
    pending = (mark for mark in marks if mark.start < mark.end)
    mark = next(pending, None)
    before = 0
    for match in _LINE.finditer(text):
        stripped = bare(match[0])
        if not stripped:
            continue
        start = match.start() + match[0].index(stripped)
        while mark is not None and mark.end <= start:
            mark = next(pending, None)
        inside = mark if mark is not None and mark.start <= start else None
        kind, level = (inside.kind, inside.level) if inside else ("", 0)
        if inside is None and (heading := _HEADING.match(stripped)):  # as Markdown marks it
            kind, level = "heading", len(heading[1])
            start, stripped = start + heading.end(), stripped[heading.end() :]
        elif icon := _ICON.match(stripped):
            start, stripped = start + icon.end(), stripped[icon.end() :]
        elif inside is None and (drawn := _DRAWN.fullmatch(stripped)):  # "=== Rina Marlina ==="
            kind, level = "heading", 1
            start, stripped = start + drawn.start("text"), drawn["text"]
        apart = not found or _newlines(text, before, start) > 1
        apart = apart or (kind == "item" and inside is not None and inside.start >= before)
        end = start + len(stripped)
        page = start in pages or "\f" in text[before:start]
        found.append(Line(start, end, stripped, len(stripped.split()), kind, level, apart, page))
        before = end
    return _unwrapped(text, found)


def _newlines(text: str, start: int, end: int) -> int:
    between = text[start:end]
    return between.count("\n") or len(between.splitlines()) - 1


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    """Join lines that a program wrapped at one width: all but the last of them are full."""
    joined: list[Line] = []
    first = 0
    width = _width(lines)
    for i, line in enumerate(lines):
        if i + 1 < len(lines) and _goes_on(lines, first, i, width):
            continue
        start = lines[first]
        if first < i:
            whole = text[start.start : line.end]
            words = sum(part.words for part in lines[first : i + 1])
            start = start._replace(end=line.end, text=whole, words=words)
        joined.append(start)
        first = i + 1
    return joined


def _width(lines: list[Line]) -> int:
    """Return the width at which a program wrapped several lines, 0 where it did not."""
    sizes = [
        line.end - line.start
        for line, after in pairwise(lines)
        if not after.apart and after.text[0].islower() and line.text[-1] not in ENDS
    ]
    wrapped = [size for size in sizes if _SHORTEST <= size <= _LONGEST]
    return max(wrapped) if len(wrapped) >= WRAPPED_LINES else 0


def _goes_on(lines: list[Line], first: int, i: int, width: int) -> bool:
    """Tell whether the paragraph that begins at the first line and came to another goes on."""
    line, after = lines[i], lines[i + 1]
    if _VALUE.match(after.text):
        labels = [x for x in lines[max(i - 1, 0) : i + 1] if _BARE_LABEL.fullmatch(x.text)]
        values = [x for x in lines[i + 1 : i + 3] if _VALUE.match(x.text)]
        in_columns = len(labels) > 1 and len(values) > 1  # labels, then their values
        return labels[-1:] == [line] and not in_columns
    size = line.end - line.start
    parted = after.apart or after.page or line.mark != after.mark or line.mark == "head"
    if parted or not _SHORTEST <= size <= _LONGEST:
        return False
    if line.text[-1] in ENDS or is_item(after.text) or STAMP.match(after.text):
        return False
    if is_drawn(line.text) or is_drawn(after.text):
        return False
    rule = INSIDE.of(line.text)  # of the site, amid the text; a notice may be wrapped itself
    if (rule and rule.name != "notice") or INSIDE.of(after.text):
        return False
    if _LABELLED.match(line.text) and _LABELLED.match(after.text):
        return False  # the head of a mail or of a page in Markdown
    if title_case(line.text) and _BY.match(after.text):
        return False
    if after.text[0].islower() and not _DOCTOR.match(after.text):
        return True
    below = lines[i + 2].text if i + 2 < len(lines) else ""
    name = is_person(after.text) and not below[:1].islower()  # no sentence goes on below an author
    if _BYLINE.match(after.text) or name:
        return False
    near = [after.end - after.start]
    if not line.apart:
        near.append(lines[i - 1].end - lines[i - 1].start)
    needed = size + 1 + len(after.text.split(maxsplit=1)[0])
    if max(near) > _LONGEST or needed <= max(near):
        return False
    # a full line may be of a sentence with many names in it
    named = near[0] >= _SHORTEST and has_small(line.text)
    sentence = named or any(has_small(part.text) for part in lines[first:i])
    title = size <= width < needed and not ROLE.match(after.text)  # as full as the lines of text
    if not _GLUED.search(line.text):  # a title ends above the text
        title = title and not has_small(after.text)
    return sentence or title or not title_case(line.text)
