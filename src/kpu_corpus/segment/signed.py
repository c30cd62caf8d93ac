"""Essays of which each is signed at its end: a file of several people, names below the texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kpu_corpus.segment.lines import Line, ends_text
from kpu_corpus.segment.names import bare_name
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page
from kpu_corpus.segment.signature import signature
from kpu_corpus.segment.titles import Title

LAST = 40  # lines of a text among which its signature stands


def signed(page: Page, titles: dict[int, Title]) -> list[Title]:
    """Return the titles of essays of which each is signed by another person than the one before.

    The first stands above all text, and none has a byline of its own; empty where that is not so.
    """
    candidates = [title for title in titles.values() if not title.section]
    if not candidates or any(map(is_text, page.text[: candidates[0].place])):
        return []
    chosen, people = candidates[:1], []
    for title in candidates[1:]:
        name = _signs(page.text[max(chosen[-1].body, title.place - LAST) : title.place])
        if name:
            chosen.append(title)
            people.append(name)
    people.append(_signs(page.text[max(chosen[-1].body, len(page.text) - LAST) :]))
    told = all(people) and not any(title.named for title in chosen)
    return chosen if told and all(a != b for a, b in pairwise(people)) else []


def _signs(lines: Sequence[Line]) -> str:
    """Return the name that signs a text, as it is compared, "" without one.

    The text ends above it; below a quotation stands who said it, below a name another of a list.
    """
    parts = signature(lines, author=False)
    if not parts or not ends_text(lines[-len(parts) - 1]):
        return ""
    for line, pieces in zip(reversed(lines), reversed(parts), strict=False):
        for piece in pieces:
            if piece.kind == "author":
                return bare_name(line.text[piece.start - line.start : piece.end - line.start])
    return ""
