"""Headings of one rank: which of them essays have, and how long the texts below them are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.segment.bylines.byline import byline
from kpu_corpus.segment.lines import is_running
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.starts.page_names import plain_below
from kpu_corpus.segment.starts.titles import Title

MOST_NAMED = 4 / 5  # of the headings of a rank: the others are titles without an author


def parted_titles(titles: list[Title]) -> list[Title]:
    """Return the headings of the highest rank, where an entry's end or a byline parts them.

    Themes have their titles in <h3> or <h4>.
    """
    top = min((title.level for title in titles if title.marked), default=0)
    rank = [title for title in titles if title.marked and title.level == top and not title.called]
    return rank if len(rank) > 1 and all(title.strong for title in rank[1:]) else []


def linked_titles(page: Page, titles: list[Title]) -> list[Title]:
    """Return the titles that link to their pages, or of articles.

    There are none where they stand below an essay's text or author, or are its sections.
    """
    levels = [title.level for title in titles]
    level = next((level for level in levels if levels.count(level) > 1), 0)  # not the site's name
    same = [title for title in titles if title.level == level]
    if sum(title.called for title in same) > len(same) / 2:
        return []
    above = page.text[: same[0].place] if same else []
    return [] if any(is_running(line) or byline(line) for line in above) else same


def ranked_titles(page: Page, titles: list[Title]) -> list[Title]:
    """Return the titles of the rank that essays have: with bylines, below one title or none."""
    same = _same_level([title for title in titles if not title.section])
    level = same[0].level if same else 0
    below = [t for t in titles if t.marked == "heading" and t.level > level and t.named]
    places = {title.place for title in below}
    if len(same) > 1 and all(title.body in places for title in same):
        return below  # in parts of a book: "Bagian I: Integritas"
    if len(same) > 1:
        return same
    if len(below) < 2 and same and same[0].marked:
        below = plain_below(page, same[0], titles)
    return below if len(below) > 1 else same


def _same_level(titles: list[Title]) -> list[Title]:
    """Keep the headings of the first one's rank, where the file marks headings."""
    marked = [title for title in titles if title.marked]
    if not marked:
        return titles
    return [title for title in marked if title.level == marked[0].level]


def sizes_of(page: Page, titles: Sequence[Title]) -> list[tuple[int, int]]:
    """Return (lines, words) of the text under each title up to the next."""
    bounds = [*(title.place for title in titles), len(page.text)]
    bodies = [
        page.text[title.body : end]
        for title, (_, end) in zip(titles, pairwise(bounds), strict=True)
    ]
    return [(len(body), sum(line.words for line in body)) for body in bodies]


def with_rank(page: Page, strong: list[Title], titles: dict[int, Title]) -> list[Title]:
    """Add the headings of the same rank without an author where nearly all of it have one.

    Or where several and most have, and each of the rank begins a page. Their texts would be said to
    be of whom wrote the one before. The text below them, and what is left to the essay above, is as
    long as that of others: less is a section. So may the last be that begins no page, whatever its
    length.
    """
    level = strong[0].level
    rank = [
        title for title in titles.values() if title.marked == "heading" and title.level == level
    ]
    named = sum(title.named for title in rank)
    paged = named > max(1, len(rank) / 2) and all(page.text[title.place].page for title in rank[1:])
    if strong[0].marked != "heading" or not (paged or named >= MOST_NAMED * len(rank)):
        return strong
    sizes = [words for _, words in sizes_of(page, rank)]
    half = sorted(sizes)[len(sizes) // 2] / 2
    rows = zip(rank if paged else rank[:-1], pairwise([half, *sizes]), strict=False)
    bare = [title for title, both in rows if min(both) >= half and not title.called]
    chosen = {title.place: title for title in [*strong, *bare]}
    return [chosen[place] for place in sorted(chosen)]
