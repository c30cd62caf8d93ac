"""Where essays begin that have no title: after the end of another, or at a byline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from kpu_corpus.segment.bylines.byline import byline, tells
from kpu_corpus.segment.bylines.glued import glued
from kpu_corpus.segment.bylines.identity import label_of, labelled
from kpu_corpus.segment.lines import Line, is_running, is_text
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.starts.titles import Title


class Start(NamedTuple):
    """The first line of an essay: its place among the lines that are not furniture."""

    place: int
    title: bool
    rule: str
    confidence: float


def untitled(page: Page, starts: list[Start], titles: dict[int, Title]) -> Iterator[Start]:
    """Yield the essays without a chosen title: after an entry's end, or at a byline.

    A plain line right above that byline is a title of theirs, such as one in bold letters.
    """
    signed = _signed(page)
    opened = {place for place in range(len(page.text)) if _opens(page.text[place])}
    chosen = {start.place for start in starts}
    for first, last in pairwise(sorted({0, *chosen, len(page.text)})):
        before = False
        for place in range(first, last):
            rule, sure = "", 0.0
            if place in signed and place - 1 in chosen:
                pass  # it says who wrote what has the title right above
            elif (
                before and is_running(page.text[place]) and page.closed_before(place, titled=False)
            ):
                rule, sure = "after_entry", 0.8
            elif before and len(signed) > 1 and place in signed:
                rule, sure = "byline_without_title", 0.8
            elif before and len(opened) > 1 and place in opened:
                rule, sure = "byline_without_title", 0.7
            if rule and place in signed and place - 1 in titles:
                yield Start(place - 1, True, "title_with_byline", sure)
            elif rule:
                yield Start(place, False, rule, sure)
            before = is_running(page.text[place]) or (before and not rule)


def _opens(line: Line) -> bool:
    """Tell whether a line of text opens with a byline or a dateline glued to it."""
    return is_running(line) and any(True for _ in glued(line.text, 0, len(line.text)))


def _signed(page: Page) -> set[int]:
    """Return where essays begin with a byline.

    Where the page does, the labels right above it belong to it: "Satker : …", then "Nama : …".
    """
    found = [place for place in range(len(page.text)) if _signs(page, place)]
    if not found or page.first_text < found[0]:
        return {*found}
    if _block(page, found[0]) == found[0]:  # those above the next name are of the essay above
        return {*found}
    return {_block(page, place) for place in found}


def _block(page: Page, place: int) -> int:
    """Return where a block of labels begins that has each of them once."""
    lines = page.text[place : place + len(page.front(place))]
    kinds = {"title", *(label[0] for line in lines if (label := label_of(line)))}
    while place and (label := label_of(page.text[place - 1])) and label[0] not in kinds:
        kinds.add(label[0])
        place -= 1
    return place


def _signs(page: Page, place: int) -> bool:
    """Tell whether a byline opens an essay: text below it, not a title."""
    line = page.text[place]
    if not (byline(line) or tells([labelled(line)], "author")):
        return False
    below = place + len(page.front(place))
    text = page.text[below : below + 2]
    return any(map(is_text, text[:1])) and any(map(is_running, text))
