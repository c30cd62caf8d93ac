"""The pieces of each essay of a page, and those of lines that belong to none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from kpu_corpus.corpus.sources import Source
from kpu_corpus.segment.bylines.byline import is_date, tells
from kpu_corpus.segment.bylines.covers import is_group, is_sort
from kpu_corpus.segment.bylines.front import FRONT_LINES
from kpu_corpus.segment.bylines.letters import office_head
from kpu_corpus.segment.bylines.name_lines import tells_author
from kpu_corpus.segment.doubts import has_words
from kpu_corpus.segment.lines import Line, Piece, is_running, is_text
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.parts import BODY, pieces_of
from kpu_corpus.segment.sections import heads_foreword, is_roll
from kpu_corpus.segment.starts.head import head_pieces
from kpu_corpus.segment.starts.starts import essay_starts
from kpu_corpus.segment.starts.titles import Title
from kpu_corpus.segment.starts.untitled import Start

BOOK = 2  # essays and what stands above them, from which on a file is a book of essays
Pieces = list[Piece]


class Part(NamedTuple):
    """The lines from where an essay may begin down to the next: whether a title stands there."""

    start: Start
    end: int
    lines: Sequence[Line]
    above_title: bool


def cuts_of(source: Source, page: Page, titles: dict[int, Title]) -> tuple[list[Pieces], Pieces]:
    """Return the pieces of each essay, and those of lines that belong to none.

    What stands above an essay and is of it, such as its cover, has its pieces before those of it.
    """
    starts = essay_starts(page, titles)
    heads = _heads_above(page, starts)
    if (starts and starts[0].place > 0) or not starts:
        starts.insert(0, Start(0, False, BODY[1], 0.9))
    bounds = [*pairwise([*starts, Start(len(page.text), False, "", 0.0)])]
    book = _book(page, titles, bounds)
    cuts: list[Pieces] = []
    chrome: Pieces = []
    lead: Pieces = []
    for start, following in bounds:
        end = following.place - heads.get(following.place, 0)
        part = Part(start, end, page.text[start.place : end], following.title)
        head = page.text[start.place - heads.get(start.place, 0) : start.place]
        found = head_pieces(head)
        lead += found or []
        chrome += _outside(head, "above_title") if found is None else []
        beside = _beside(page, part, len(starts))
        if start == book:
            chrome += _outside(part.lines, "above_title")
        elif beside is not None:
            lead += beside[0]
            chrome += beside[1]
        else:
            pieces = [*lead, *pieces_of(source, page, titles, start, end)]
            if _is_essay(page, part, pieces[len(lead) :]):
                cuts.append(pieces)
                lead = []
            else:
                lead, rest = _handed_on(pieces, titled=part.above_title)
                chrome += rest
    return cuts, chrome


def _outside(lines: Sequence[Line], rule: str) -> Pieces:
    return [line.piece("chrome", rule, 0.6) for line in lines]


def _book(
    page: Page, titles: dict[int, Title], bounds: Sequence[tuple[Start, Start]]
) -> Start | None:
    """Return where the foreword of a book of essays begins, which is none of them."""
    forewords = [heads_foreword(page.text[a.place : b.place]) for a, b in bounds]
    if len(bounds) <= BOOK or sum(forewords) != 1:
        return None
    book = bounds[forewords.index(True)][0]
    own = page.first_text < book.place or _has_foreword(page, titles, book)
    return None if own else book


def _beside(page: Page, part: Part, starts: int) -> tuple[Pieces, Pieces] | None:
    """Return what the next essay takes over of lines that are none, and the rest; else None."""
    start, end, lines, above_title = part
    if not start.title and starts > 1:
        found = head_pieces(lines)
        # what stands above a title, as on a cover, or names a group above who wrote
        if found is not None and (above_title or any(map(is_group, lines))):
            return found, []
        closed = above_title and page.closed_before(end)
        entry = closed and any(map(is_running, lines))  # a short essay, not a line of the site
        if start.rule == BODY[1] and not (entry or has_words(lines)):
            return [], _outside(lines, "above_title")
    if starts > 1 and is_roll(lines):
        return [], _outside(lines, "no_body")
    return None


def _is_essay(page: Page, part: Part, pieces: Pieces) -> bool:
    """Tell whether a part has text, which on a page that lists essays is more than a line."""
    listed = not page.lists or any(map(is_text, part.lines))
    return listed and tells([pieces], "body", "heading")


def _handed_on(pieces: Pieces, *, titled: bool) -> tuple[Pieces, Pieces]:
    """Return what the essay below takes over of a part without text, and the rest.

    A form tells who wrote it above the title.
    """
    kept = [piece for piece in pieces if titled and piece.kind != "title"]
    rest = [piece for piece in pieces if not titled or piece.kind == "title"]
    return kept, [piece._replace(kind="chrome", rule="no_body") for piece in rest]


def _has_foreword(page: Page, titles: dict[int, Title], start: Start) -> bool:
    """Tell whether a foreword is that of an essay: right below its title and who wrote it."""
    title = titles.get(start.place) if start.title else None
    if title is None or not tells(title.front, "author"):
        return False
    return heads_foreword([page.text[title.body]])


def _heads_above(page: Page, starts: list[Start]) -> dict[int, int]:
    """Return how many lines right above the titles of essays belong to them, by their places.

    That is a date that stands above every title, as blogs of some kinds have it (above the only one
    where no text stands above that: there it signs another essay), or below the end of an entry
    where one stands above the first title (else each is that of the entry above it), and below
    another essay what stands above all text and above several titles, such as "Opini | Juni 2025",
    the letterhead of an office and what stands between it and the title, the first words of a
    cover, the heading of a part of a book, or the name of a group of essays where one stands above
    the first (else it may sign the other).
    """
    above = [page.text[start.place - 1] for start in starts if start.title and start.place]
    dated = 0 < len(above) == len(starts) and all(is_date(line.text) for line in above)
    if dated and (len(starts) > 1 or page.first_text >= starts[0].place):
        return {start.place: 1 for start in starts}
    heads: dict[int, int] = {}
    if starts and starts[0].place and is_date(page.text[starts[0].place - 1].text):
        heads = {x.place: 1 for x in starts if x.title and page.dated_above(x.place)}
        heads |= {starts[0].place: 1} if heads and starts[0].title else {}
    grouped = any(map(is_group, page.text[: starts[0].place])) if starts else False
    counts = Counter(line.text for line in above)
    over = takewhile(lambda line: not is_text(line), page.text)
    again = {x.text for x in over if counts[x.text] > 1 and not tells_author(x)}
    first = [Start(0, False, "", 0.0)] if starts and page.first_text < starts[0].place else []
    for before, start in pairwise([*first, *starts]):
        for place in range(max(before.place + 1, start.place - FRONT_LINES), start.place):
            head = page.text[place : start.place]
            opens = office_head(head) > 0 or head[0].text == page.text[0].text
            opens = opens or all(is_sort(x) or (grouped and is_group(x)) for x in head)
            level = page.text[start.place].level if start.title else 0
            part = all(x.headed and x.level < level for x in head)
            part = part or (len(head) == 1 and head[0].text in again)
            if part or (opens and head_pieces(head) is not None):
                heads[start.place] = len(head)
                break
    return heads
