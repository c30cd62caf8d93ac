"""Essays of which each is signed at its end: a file of several people, names below the texts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, starmap

from kpu_corpus.indonesian.unit_kinds import is_formula
from kpu_corpus.segment.bylines import Piece, is_role
from kpu_corpus.segment.lines import Line, ends_sentence, ends_text, is_running
from kpu_corpus.segment.names import bare_name
from kpu_corpus.segment.numbering import is_text
from kpu_corpus.segment.page import Page
from kpu_corpus.segment.signature import signature
from kpu_corpus.segment.titles import Title

LAST = 40  # lines of a text among which its signature stands


def signed(page: Page, titles: dict[int, Title]) -> list[Title]:
    """Return the titles of essays of which each is signed by another person than the one before.

    They are the headings of one rank, or else lines of which the first stands above all text and
    none has a byline of its own; empty where that is not so.
    """
    return _headings(page, titles) or _lines(page, titles)


def _headings(page: Page, titles: dict[int, Title]) -> list[Title]:
    """Return the headings of the highest rank that has several, where each has its own author.

    That is who signs below the text. Below a heading with an author they are sections of one essay,
    of people whom it lets speak.
    """
    marked = [title for title in titles.values() if title.marked]
    levels = [title.level for title in marked]
    top = min((level for level in levels if levels.count(level) > 1), default=-1)
    rank = [title for title in marked if title.level == top]
    if any(title.named for title in marked if title.level <= top):
        return []
    bounds = pairwise([*(title.place for title in rank), len(page.text)])
    people = [
        _signs(page.text[max(title.body, end - LAST) : end])
        for title, (_, end) in zip(rank, bounds, strict=True)
    ]
    return rank if all(people) and all(a != b for a, b in pairwise(people)) else []


def _lines(page: Page, titles: dict[int, Title]) -> list[Title]:
    """Return the lines that stand above texts of which each is signed by another person."""
    found = (title for title in titles.values() if not is_role(page.text[title.place]))
    candidates = [title for title in found if not title.section]
    if not candidates or candidates[0].named:
        return []
    if any(map(is_text, page.text[: candidates[0].place])):
        return []
    chosen, people = [candidates[0]], list[str]()
    for title in [*candidates[1:], None]:
        end = title.place if title else len(page.text)
        lines = page.text[max(chosen[-1].body, end - LAST) : end]
        name = "" if _is_saying(lines) else _signs(lines)
        if name or title is None:
            people.append(name)
            chosen += [title] if title else []
    told = all(people) and not any(title.named for title in chosen)
    return chosen if told and all(a != b for a, b in pairwise(people)) else []


def _is_saying(lines: Sequence[Line]) -> bool:
    """Tell whether the last line stands right below a short sentence that has its own paragraph."""
    if len(lines) < 2:
        return False
    above, name = lines[-2:]
    said = above.apart and not is_running(above) and ends_sentence(above.text)
    return said and not name.apart and not is_formula(above.text)


def _author(line: Line, pieces: Sequence[Piece]) -> str:
    """Return the author among the pieces of a line, as names are compared, "" without one."""
    for piece in pieces:
        if piece.kind == "author":
            return bare_name(line.text[piece.start - line.start : piece.end - line.start])
    return ""


def _signs(lines: Sequence[Line]) -> str:
    """Return the name that signs a text, as it is compared, "" without one.

    The text ends above it; below a quotation stands who said it, below a name another of a list.
    """
    rows = signature(lines, author=False)
    above = lines[: len(lines) - len(rows)]
    if not rows or not above or not ends_text(above[-1]):
        return ""
    below = zip(reversed(lines), reversed(rows), strict=False)
    return next((name for name in starmap(_author, below) if name), "")
