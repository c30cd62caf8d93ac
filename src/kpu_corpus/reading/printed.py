"""Lines as printed on pages → paragraphs, notes, and what repeats on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from kpu_corpus.indonesian.lists.background import background
from kpu_corpus.indonesian.sentences.unit_kinds import BULLETS

EDGE = 2  # lines at the top and bottom of a page where running headers stand
NUMBER = 60  # characters of a line that is only a page number
LARGER = 1.1  # times the size of other letters: they are of another size
CAPITAL = 1.3  # times the width of other letters
APART = 1.15  # times the usual distance of two lines: another paragraph begins
SHORT = 0.6  # of the width of a full line
_ENDS = '.!?:;,…"”’)'
EVEN = 0.5  # points by which two distances of lines may differ that are the same
_NUMBER = re.compile(
    r"\W*(?:halaman|hal\.?|page)?\W*\d{1,4}\W*(?:(?:dari|of|/)\W*\d{1,4}\W*)?", re.I
)
_ITEM = re.compile(rf"(?:[*{''.join(sorted(BULLETS))}–-]|\(?\d{{1,2}}[.)]|\(?[a-z][.)])\s")
_LABEL = re.compile(r"(?:oleh|penulis|nama)\s*:", re.IGNORECASE)
# What browsers print above and below a page: "27/11/25 09.47 Judul", "https://… 1/3".
PRINTED = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2}(?:\s[AP]M)?(?: (?P<title>.*))?"
    r"|(?:https?|file|ﬁle):/\S+ \d+/\d+"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NOTE = re.compile(r"(?:\d{1,2}\)?|\*{1,3}\)?)\s?[^\W\d_]")
_SUFFIX = re.compile(r"(?:kan|an|i|nya)$")


class Printed(NamedTuple):
    """A line, the size of most of its letters, where it begins, and the number of its page.

    ``value`` is where what stands behind a label begins, as the cell of a table; else as the line.
    """

    text: str
    size: float
    left: float
    up: float
    page: int
    value: float


class _Usual(NamedTuple):
    """What most lines of the text are: characters, size, where they begin, how far below others."""

    width: float
    size: float
    left: float
    below: float


def paragraphs(pages: list[list[Printed]]) -> Iterator[tuple[str, str]]:
    """Yield paragraphs and furniture; a paragraph may run on over a page break."""
    running = _running(pages)
    usual = _usual(pages)
    paragraph: list[Printed] = []
    opens = ""  # a form feed where a paragraph begins on a page of its own
    for page in pages:
        top = True
        edges = ((at, page[at]) for at in _edges(page))
        margin = {at for at, line in edges if _key(line) in running or _is_number(line.text)}
        notes = _notes([(at, line) for at, line in enumerate(page) if at not in margin], usual.size)
        blank = False
        for index, line in enumerate(page):
            if not line.text.strip():
                blank = True
            elif index in margin or index in notes:
                yield "margin" if index in margin else "note", line.text
            else:
                below = page[index + 1] if index + 1 < len(page) else None
                if paragraph and (blank or not _goes_on(paragraph, line, below, usual)):
                    yield "paragraph", opens + _joined([part.text.strip() for part in paragraph])
                    paragraph, opens = [], "\f" * top
                paragraph.append(line)
                top = blank = False
    yield "paragraph", opens + _joined([part.text.strip() for part in paragraph])


def _edges(page: list[Printed]) -> set[int]:
    full = [index for index, line in enumerate(page) if line.text.strip()]
    return {*full[:EDGE], *full[-EDGE:]}


def _notes(lines: list[tuple[int, Printed]], size: float) -> set[int]:
    """Return the lines at the bottom of a page in smaller letters, a number before the first."""
    full = [(at, line) for at, line in lines if line.text.strip()]
    found = [*takewhile(lambda row: row[1].size * LARGER < size, reversed(full))]
    while found and not _NOTE.match(found[-1][1].text):
        found.pop()
    return {at for at, _ in found}


def _is_number(line: str) -> bool:
    number = len(line) <= NUMBER and _NUMBER.fullmatch(line) is not None
    return number or PRINTED.fullmatch(line) is not None


def _key(line: Printed) -> tuple[str, int]:
    """Return what running lines share, and a title that comes again does not: words and height."""
    return re.sub(r"\d+", "#", line.text.strip().lower()), round(line.up)


def _running(pages: list[list[Printed]]) -> set[tuple[str, int]]:
    """Return the lines (digits aside) that stand at the edge of most pages."""
    if len(pages) < 2:
        return set()
    counts = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    return {key for key, count in counts.items() if count * 2 > len(pages)}


def _usual(pages: list[list[Printed]]) -> _Usual:
    lines = [line for page in pages for line in page]
    long = [line for line in lines if len(line.text) > 30]
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    lefts = Counter(float(round(line.left)) for line in long)
    steps = Counter(
        round(above.up - line.up, 1)
        for page in pages
        for above, line in pairwise(page)
        if above.up > line.up and len(line.text) > 30
    )
    width = median(len(line.text) for line in long) if long else 0.0
    return _Usual(width, *(max(x, key=x.__getitem__, default=0.0) for x in (sizes, lefts, steps)))


def _stands_apart(
    paragraph: list[Printed], line: Printed, below: Printed | None, usual: _Usual
) -> bool:
    """Tell whether a line stands farther below the one before it, or farther to the right.

    A line that is not below the other is in another column, or its place is not known.
    """
    last = paragraph[-1]
    # the first line of a title in the middle hardly ever begins where others do, and that of a
    # paragraph whose other lines are indented does
    indented = line.left > usual.left + line.size and last.left < usual.left + 1
    indented = indented and len(paragraph) > 1 and not _ITEM.match(last.text.strip())
    if last.page != line.page:
        return indented
    step, size = last.up - line.up, max(line.size, usual.size)
    least = APART * (usual.below * size / usual.size if usual.size else 0.0)
    far = step > least and not _is_even(paragraph, line, below, usual)
    return step > 0 < least and (far or indented)


def _is_even(paragraph: list[Printed], line: Printed, below: Printed | None, usual: _Usual) -> bool:
    """Tell whether a line stands as far below the last one as that, or a full next one, does.

    The lines of a paragraph may be farther apart than those of most.
    """
    step = paragraph[-1].up - line.up
    if len(paragraph) > 1 and abs(paragraph[-2].up - paragraph[-1].up - step) < EVEN:
        return True
    full = len(line.text) >= 0.8 * usual.width
    return full and below is not None and abs(line.up - below.up - step) < EVEN


def _goes_on(paragraph: list[Printed], line: Printed, below: Printed | None, usual: _Usual) -> bool:
    """Tell whether a line continues the paragraph above it, whose last line then was full.

    Letters of another size begin another paragraph, and fewer of the larger ones fill a line, as
    fewer capitals do.
    """
    last = paragraph[-1]
    text, above = line.text.strip(), last.text.strip()
    cell = paragraph[0].value
    if cell > paragraph[0].left and abs(line.left - cell) < EVEN and last.page == line.page:
        return True  # a value that is longer than its cell is wide
    opens = _ITEM.match(text) or _LABEL.match(text) or _stands_apart(paragraph, line, below, usual)
    if opens or max(last.size, line.size) > LARGER * min(last.size, line.size):
        return False
    if text[0].islower() or above.endswith("-"):
        return True
    ends = above.endswith((".", "!", "?", ":"))
    full = usual.width * usual.size / last.size if last.size else usual.width
    full /= CAPITAL if text.isupper() and above.isupper() else 1
    if ends and last.page != line.page and len(text) < SHORT * full and text[-1] not in _ENDS:
        return False  # at the head of a page: the last line of a paragraph ends a sentence
    if not ends and len(last.text) + 1 + len(text.split(maxsplit=1)[0]) > full:
        return True  # as full as it can be, with the next word a long one or the column narrow
    least = 0.9 if ends else 0.5 if above.endswith(",") else 0.8  # "Penulis," is no sentence's part
    return len(last.text) >= least * full


def _joined(lines: list[str]) -> str:
    """Join the lines of a paragraph; a hyphen at a line's end stays only where the word has one."""
    words = background().df
    parts: list[str] = []
    for line in lines:
        broken = _LAST_WORD.search(parts[-1]) if parts else None
        first = _FIRST_WORD.match(line)
        if not broken or not first or not first[0][0].islower():
            parts += [" ", line] if parts else [line]
            continue
        left, right = broken[1].lower(), first[0].lower()
        # "undang-|undang", "berjam-|jam", "sayur-|mayur" keep their hyphen, "demo-|krasi" and
        # "gi-|gi" do not
        stem = _SUFFIX.sub("", right)  # "" where the line begins with a suffix: "suara-|nya"
        doubled = len(right) > 2 and (left == right or (stem != "" and left.endswith(stem)))
        whole = left + right in words and not doubled
        if whole or (not doubled and not (left in words and right in words)):
            parts[-1] = parts[-1][: broken.end(1)]
        parts.append(line)
    return "".join(parts)
