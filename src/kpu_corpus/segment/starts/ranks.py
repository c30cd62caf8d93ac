"""Headings of one rank: which of them essays have, and plain titles below the only heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from kpu_corpus.segment.bylines.byline import byline
from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import is_running, is_text
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.starts.titles import Title
from kpu_corpus.segment.starts.untitled import Start

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
    lower = (t for t in titles if t.marked == "heading" and t.level > level)
    below = [t for t in lower if t.named or _opens_post(page, t.place)]
    places = {title.place for title in below}
    if len(same) > 1 and all(title.body in places for title in same):
        return below  # in parts of a book: "Bagian I: Integritas"
    if len(same) > 1:
        return same
    if len(below) < 2 and same and same[0].marked:
        below = plain_below(page, same[0], titles)
    return below if len(below) > 1 else same


def _opens_post(page: Page, place: int) -> bool:
    """Tell whether the date of a day, or the footer of the post before, stands above a title."""
    return page.text[max(place - 1, 0)].mark == "date" or page.posted_before(place)


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
    return in_order([*strong, *bare])


def in_order(titles: Sequence[Title]) -> list[Title]:
    """Return titles by their places, each once."""
    chosen = {title.place: title for title in titles}
    return [chosen[place] for place in sorted(chosen)]


def plain_below(page: Page, head: Title, titles: list[Title]) -> list[Title]:
    """Return the plain titles with authors below a heading without one.

    No text stands between; the first may be taken for a subtitle of the heading. What somebody is
    stands above the name of one whom a text lets speak.
    """
    plain = (title for title in titles if title.named and not title.marked)
    found = [title for title in plain if not is_role(page.text[title.place])]
    if _has_subtitle(head):
        return [head, *found]
    if not found or head.named or any(map(is_text, page.text[head.place : found[0].place])):
        return []
    return found


def without_page_name(titles: dict[int, Title], starts: list[Start]) -> None:
    """Give the first of several essays its own title, where that looks like the page's subtitle.

    The name of the page is a heading, the titles of the others are plain lines with authors.
    """
    known = [titles[start.place] for start in starts if start.title]
    plain = all(title.named and not title.marked for title in known[1:])
    if len(known) > 1 and plain and _has_subtitle(known[0]):
        first = known[0]
        size = first.last + 1 - first.place
        own = first._replace(cover=size, last=first.last + 1, front=first.front[1:], marked="")
        titles[first.place] = own


def _has_subtitle(title: Title) -> bool:
    return title.marked != "" and [x.rule for x in chain(*title.front[:1])] == ["subtitle"]
