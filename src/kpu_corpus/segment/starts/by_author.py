"""Essays separated by their authors: signed at the end, or a name above each title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap

from kpu_corpus.indonesian.sentences.unit_kinds import is_formula
from kpu_corpus.segment.bylines.byline import authors, is_date, tells
from kpu_corpus.segment.bylines.identity import label_of
from kpu_corpus.segment.bylines.letters import heads_list
from kpu_corpus.segment.bylines.signature import signature, written_behind
from kpu_corpus.segment.bylines.work import is_number, is_role
from kpu_corpus.segment.lines import (
    Line,
    Piece,
    ends_text,
    is_running,
    is_saying,
    is_text,
    top_level,
)
from kpu_corpus.segment.names import bare_name, is_person
from kpu_corpus.segment.pages.messages import ESSAY_WORDS
from kpu_corpus.segment.pages.page import Page
from kpu_corpus.segment.starts.titles import Title

POSTS = 3  # by different people, each with its day: an answer has one below it
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
    top = top_level(title.level for title in marked)
    if top is None or any(title.named for title in marked if title.level <= top):
        return []
    rank = [title for title in marked if title.level == top]
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
    if page.first_text < candidates[0].place:
        return []
    chosen, people, behind = [candidates[0]], list[str](), False
    for title in [*candidates[1:], None]:
        end = title.place if title else len(page.text)
        lines = page.text[max(chosen[-1].body, end - LAST) : end]
        name = "" if _is_saying(lines) else _signs(lines)
        if name or title is None:
            people.append(name)
            chosen += [title] if title else []
            behind = behind or any(written_behind(line.text) for line in lines[-1:])
    told = all(people) and not any(title.named for title in chosen)
    if behind and len(chosen) < len(candidates):
        return []  # an essay whose sections end with the words of others
    if not told or any(a == b for a, b in pairwise(people)):
        return []
    below = next((title for title in candidates if title.place == chosen[0].body), None)
    if below and not any(title.body in titles for title in [below, *chosen[1:]]):
        return [below, *chosen[1:]]  # the first line is the name of the page
    return chosen


def _is_saying(lines: Sequence[Line]) -> bool:
    """Tell whether the last line stands right below one short sentence that is a paragraph."""
    if len(lines) < 2:
        return False
    above, name = lines[-2:]
    said = above.apart and is_saying(above.text)
    return said and not name.apart and not is_formula(above.text)


def _author(line: Line, pieces: Sequence[Piece]) -> str:
    """Return the author among the pieces of a line, as names are compared, "" without one."""
    return next(map(bare_name, authors(line, pieces)), "")


def _signs(lines: Sequence[Line]) -> str:
    """Return the name that signs a text, as it is compared, "" without one.

    The text ends above it; below a quotation stands who said it, below a name another of a list.
    """
    rows = signature(lines, author=False)
    behind = written_behind(lines[-1].text) if lines and not rows else None
    if behind:
        return bare_name(behind["name"])
    above = lines[: len(lines) - len(rows)]
    if not rows or not ends_text(above[-1]):
        return ""
    below = zip(reversed(lines), reversed(rows), strict=False)
    return next((name for name in starmap(_author, below) if name), "")


def identified(page: Page, titles: dict[int, Title]) -> list[int]:
    """Return where essays begin with who wrote them, a title below; empty where they do not.

    Each block names another person than the one before, and text stands below each. One without a
    label stands below the end of another text. Where no line but those of a cover stands above the
    first, each may have the number or the office of who wrote instead of a title, and anywhere the
    day of a post.
    """
    blocks: list[tuple[int, int, str]] = []
    for number, (place, below, name) in enumerate(_blocks(page, titles)):
        opens = place
        while opens and is_number(page.text[opens - 1]):  # "NDH 02", right below a text
            opens -= 1
        ended = opens > 0 and ends_text(page.text[opens - 1])
        if not number or ended or label_of(page.text[place]):
            blocks.append((opens if number and ended else place, below, name))
    if not blocks:
        return []
    below_titles = {at for title in titles.values() for at in range(title.place + 1, title.body)}
    if all(place in below_titles for place, _, _ in blocks[1:]):
        return []
    if page.first_text < blocks[0][0]:  # they sign what stands above them
        return []
    titled = all(below in titles for _, below, _ in blocks) or _placed(page, blocks)
    differ = all(one != after for (*_, one), (*_, after) in pairwise(blocks))
    return [place for place, _, _ in blocks] if titled and differ else []


def _placed(page: Page, blocks: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether each block says in several lines who wrote the text right below it."""
    end = len(page.text)  # below who signs it
    told = all(place + 1 < at < end and is_text(page.text[at]) for place, at, _ in blocks)
    return told and (_are_posts(page, blocks) or all(map(heads_list, page.text[: blocks[0][0]])))


def _are_posts(page: Page, blocks: Sequence[tuple[int, int, str]]) -> bool:
    """Tell whether each block has a day, as posts have: no short ones below one that is long.

    Those are what readers wrote below an essay.
    """
    ends = [*(place for place, *_ in blocks[1:]), len(page.text)]
    texts = [page.text[below:end] for (_, below, _), end in zip(blocks, ends, strict=True)]
    long = [sum(line.words for line in text) >= ESSAY_WORDS for text in texts]
    dated = all(tells(page.front(place), "date") for place, *_ in blocks)
    return len(blocks) >= POSTS and dated and (all(long) or not any(long))


def _blocks(page: Page, titles: dict[int, Title]) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each block of identity, that of the line below, and whom it names.

    A name alone is such a block right above a title, the first below a cover at most. Dates and
    numbers of employees open none: above the block of the next essay they sign the one before.
    """
    below, opened = 0, False
    for place, line in enumerate(page.text):
        if place < below or is_running(line) or is_date(line.text) or is_number(line):
            continue
        pieces = page.front(place)
        below = place + max(len(pieces), 1)
        rows = zip(page.text[place:below], pieces, strict=False)
        if name := next((name for row in rows if (name := _author(*row))), ""):
            yield place, below, name
        elif below in titles and is_person(line.text) and not line.headed:
            opened = opened or all(map(heads_list, page.text[:place]))
            if opened:
                yield place, below, bare_name(line.text)
