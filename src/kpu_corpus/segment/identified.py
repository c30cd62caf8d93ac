"""Blocks of identity that essays begin with, each above its title: a file of several people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kpu_corpus.segment.bylines import is_date, is_number
from kpu_corpus.segment.covers import is_cover
from kpu_corpus.segment.front import FRONT_LINES, front_matter
from kpu_corpus.segment.identity import label_of
from kpu_corpus.segment.lines import ends_text, is_running
from kpu_corpus.segment.names import bare_name, is_person
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page
from kpu_corpus.segment.titles import Title


def identified(page: Page, titles: dict[int, Title]) -> list[int]:
    """Return where essays begin with who wrote them, a title below; empty where they do not.

    Each block names another person than the one before, and text stands below each. One without a
    label stands below the end of another text.
    """
    found = [*_blocks(page, titles)]
    blocks = [
        block
        for number, block in enumerate(found)
        if not number or label_of(page.text[block[0]]) or ends_text(page.text[block[0] - 1])
    ]
    below_titles = {at for title in titles.values() for at in range(title.place + 1, title.body)}
    if all(place in below_titles for place, _, _ in blocks[1:]):
        return []
    if any(map(is_text, page.text[: blocks[0][0]])):  # they sign what stands above them
        return []
    titled = all(below in titles for _, below, _ in blocks)
    differ = all(one != after for (*_, one), (*_, after) in pairwise(blocks))
    return [place for place, _, _ in blocks] if titled and differ else []


def _blocks(page: Page, titles: dict[int, Title]) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each block of identity, that of the line below, and whom it names.

    A name alone is such a block right above a title, the first below a cover at most. Dates and
    numbers of employees open none: above the block of the next essay they sign the one before.
    """
    below, opened = 0, False
    for place, line in enumerate(page.text):
        if place < below or is_running(line) or is_date(line.text) or is_number(line):
            continue
        pieces = front_matter(page.text[place : place + FRONT_LINES])
        below = place + max(len(pieces), 1)
        names = [piece for part in pieces for piece in part if piece.kind == "author"]
        if names:
            yield place, below, _said(page, names[0].start, names[0].end)
        elif below in titles and is_person(line.text) and not line.headed:
            opened = opened or all(map(is_cover, page.text[:place]))
            if opened:
                yield place, below, bare_name(line.text)


def _said(page: Page, start: int, end: int) -> str:
    line = next(line for line in page.text if line.start <= start < line.end)
    return bare_name(line.text[start - line.start : end - line.start])
