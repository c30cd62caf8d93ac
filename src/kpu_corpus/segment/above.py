"""Lines right above the titles of essays that belong to them, not to the essay before."""

from __future__ import annotations

from itertools import pairwise

from kpu_corpus.segment.bylines import is_date
from kpu_corpus.segment.covers import is_sort
from kpu_corpus.segment.front import FRONT_LINES
from kpu_corpus.segment.head import head_pieces
from kpu_corpus.segment.letterheads import office_head
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page
from kpu_corpus.segment.structure import Start


def heads_above(page: Page, starts: list[Start]) -> dict[int, int]:
    """Return how many lines right above the titles of essays belong to them, by their places.

    That is a date that stands above every title, as blogs of some kinds have it (above the only one
    where no text stands above that: there it signs another essay), and below another essay the
    letterhead of an office and what stands between it and the title, or the first words of a cover.
    """
    above = [page.text[start.place - 1] for start in starts if start.title and start.place]
    dated = 0 < len(above) == len(starts) and all(is_date(line.text) for line in above)
    if dated and (len(starts) > 1 or not any(map(is_text, page.text[: starts[0].place]))):
        return {start.place: 1 for start in starts}
    heads: dict[int, int] = {}
    for before, start in pairwise(starts):
        for place in range(max(before.place + 1, start.place - FRONT_LINES), start.place):
            head = page.text[place : start.place]
            opens = office_head(head) > 0 or all(map(is_sort, head))
            if opens and head_pieces(head) is not None:
                heads[start.place] = len(head)
                break
    return heads
