"""Lines above the titles of essays that are of the whole: a rubric, the parts of a book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kpu_corpus.segment.bylines.covers import is_cover
from kpu_corpus.segment.bylines.identity import label_of
from kpu_corpus.segment.bylines.letters import heads_list
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.lines import Line, is_short, is_text, title_case
from kpu_corpus.segment.sections import reads_as_section

BELOW = 3  # lines from such a line down to the author at most
RUBRIC_WORDS = 4  # of a rubric at most
_PART = re.compile(
    r"bagian (?:ke-?)?(?:[ivx]{1,5}|\d{1,2}|pertama|(?:ke)?(?:satu|dua|tiga|empat|lima|enam))"
    r"(?P<named>\b\s*[:.–—-]?\s*\w.*)?\W*",
    re.IGNORECASE,
)


def rubrics(lines: Sequence[Line]) -> set[int]:
    """Return the lines above titles that are none: "Suara Warga" each time, "BAGIAN II" of a book.

    Below each of them, several, stand another title and its author. Only what heads a list of
    essays stands above the first rubric.

    >>> book = ["BAGIAN I", "Apel Pagi", "Oleh: Rina", "BAGIAN II", "Surat Suara", "Oleh: Eka"]
    >>> rows = [Line(0, 9, text, len(text.split())) for text in book]
    >>> sorted(rubrics(rows)), rubrics(rows[:3])
    ([0, 3], set())
    """
    return _same(lines) | _parts(lines)


def _same(lines: Sequence[Line]) -> set[int]:
    """Return the lines with the same words above several titles, the first below a cover."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.words <= RUBRIC_WORDS:
            found[line.text].append(at)
    for places in found.values():
        if len(places) < 2 or not _may_head(lines[places[0]]):
            continue
        titles = {lines[at + 1].text for at in places if _author_below(lines, at) > 1}
        if len(titles) == len(places) and all(map(heads_list, lines[: places[0]])):
            return {*places}
    return set()


def _parts(lines: Sequence[Line]) -> set[int]:
    """Return the headings of the parts of a book, with the name of each below its number."""
    found = {at: match for at, line in enumerate(lines) if (match := _PART.fullmatch(line.text))}
    sizes = {at: _author_below(lines, at) for at in found}
    if len(found) < 2 or any(size < 2 for size in sizes.values()):
        return set()
    names = (at + 1 for at, match in found.items() if sizes[at] > 2 and not match["named"])
    capitals = (at for at in names if not all(x.text.isupper() for x in lines[at : at + 2]))
    return {*found, *capitals}


def _author_below(lines: Sequence[Line], at: int) -> int:
    """Return how far below a line who wrote is told, titles at most between; 0 where it is not."""
    below = lines[at + 1 : at + 1 + BELOW]
    for size, line in enumerate(below, 1):
        label = label_of(line)
        if tells_author(line) or (label is not None and label[0] == "author"):
            return size
        if not _may_head(line):
            return 0
    return 0


def _may_head(line: Line) -> bool:
    other = is_text(line) or is_cover(line) or reads_as_section(line) or label_of(line)
    return is_short(line) and not other and title_case(line.text) and not tells_author(line)
