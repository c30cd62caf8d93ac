"""Plain titles of several essays below the only heading of a page, which is the page's name."""

from __future__ import annotations

from itertools import chain

from kpu_corpus.segment.bylines.work import is_role
from kpu_corpus.segment.lines import is_text
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.starts.titles import Title
from kpu_corpus.segment.starts.untitled import Start


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
