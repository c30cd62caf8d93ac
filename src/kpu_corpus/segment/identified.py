"""Blocks of identity that essays begin with, each above its title: a file of several people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kpu_corpus.segment.bylines import byline, is_date
from kpu_corpus.segment.covers import is_cover
from kpu_corpus.segment.front import FRONT_LINES, front_matter, name_line
from kpu_corpus.segment.identity import IDENTITY, label_of
from kpu_corpus.segment.letters import opens_letter
from kpu_corpus.segment.lines import Line, ends_text
from kpu_corpus.segment.names import bare_name, is_person, is_single_name
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page
from kpu_corpus.segment.titles import Title


def identified(page: Page, titles: dict[int, Title]) -> list[int]:
    """Return where essays begin with who wrote them, a title below; empty where they do not.

    Each block names another person than the one before, and text stands below each. Where no line
    has a label, bylines and names with an office are the blocks, below the end of another text.
    """
    blocks = [*_blocks(page, titles, _labels)]
    if not blocks:
        named = [*_blocks(page, titles, _names)]
        blocks = named[:1] + [one for one in named[1:] if ends_text(page.text[one[0] - 1])]
    below_titles = {at for title in titles.values() for at in range(title.place + 1, title.body)}
    if all(place in below_titles for place, _, _ in blocks[1:]):
        return []
    if any(map(is_text, page.text[: blocks[0][0]])):  # they sign what stands above them
        return []
    ends = [*(place for place, _, _ in blocks[1:]), len(page.text)]
    for (_, below, _), end in zip(blocks, ends, strict=True):
        if below not in titles or not any(map(is_text, page.text[below:end])):
            return []
    names = [name for _, _, name in blocks]
    return [place for place, _, _ in blocks] if all(a != b for a, b in pairwise(names)) else []


def letters(page: Page, titles: dict[int, Title]) -> list[int]:
    """Return where letters begin, each with its text: at the title or date above the addressee.

    Empty where text without an addressee stands above the first.
    """
    places = [place for place in range(len(page.text)) if opens_letter(page.text, place)]
    ends = [*places[1:], len(page.text)]
    full = all(any(map(is_text, page.text[at:end])) for at, end in zip(places, ends, strict=False))
    if len(places) < 2 or not full or any(map(is_text, page.text[: places[0]])):
        return []
    above = {
        at: title.place
        for title in titles.values()
        for at in range(title.place, title.body)
        if not is_person(page.text[title.place].text)  # who signed the letter before
    }
    return [_top(page.text, above.get(place, place)) for place in places]


def _top(lines: Sequence[Line], place: int) -> int:
    """Return the first of the lines with a date or a label that stand right above a place."""
    while place and (is_date(lines[place - 1].text) or label_of(lines[place - 1])):
        place -= 1
    return place


def _blocks(
    page: Page, titles: dict[int, Title], opens: Callable[[Line], bool]
) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each block of identity, that of the line below, and whom it names.

    A name alone is such a block right above a title, the first below a cover at most.
    """
    below, opened = 0, False
    for place, line in enumerate(page.text):
        if place < below or not opens(line):
            continue
        pieces = front_matter(page.text[place : place + FRONT_LINES])
        below = place + max(len(pieces), 1)
        names = [piece for part in pieces for piece in part if piece.kind == "author"]
        if names:
            yield place, below, _said(page, names[0].start, names[0].end)
        elif below in titles and is_person(line.text) and line.mark not in ("heading", "title"):
            opened = opened or all(map(is_cover, page.text[:place]))
            if opened:
                yield place, below, bare_name(line.text)


def _labels(line: Line) -> bool:
    label = label_of(line)
    return label is not None and label[0] in IDENTITY


def _names(line: Line) -> bool:
    return (
        bool(byline(line) or name_line(line)) or is_person(line.text) or is_single_name(line.text)
    )


def _said(page: Page, start: int, end: int) -> str:
    line = next(line for line in page.text if line.start <= start < line.end)
    return bare_name(line.text[start - line.start : end - line.start])
