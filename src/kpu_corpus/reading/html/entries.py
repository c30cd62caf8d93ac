"""The several texts of a web page: its articles, or elements alike, one for each writer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kpu_corpus.reading.html.main_part import LEAST_LETTERS, Block, letters_of, runs

_TAGS = frozenset("article dd details div li section td tr".split())
_SHARE = 0.7  # of the running text of a page that they hold together
# What classes say of one element among several: which is open, which the first, its number.
_STATE = re.compile(
    r"active|show|in|open|opened|current|selected|collapsed|expanded|first|last|odd|even|\S*\d"
)


def entries_marked(
    blocks: list[Block], parents: Sequence[int], kinds: Sequence[str]
) -> list[Block]:
    """Return the blocks, the headings that open several articles marked as titles.

    An ``<article>`` is a text that is complete in itself. Those that count hold the running text of
    an essay below their first heading, and these headings have one rank; teasers and comments are
    shorter.
    """
    articles = {place for place, kind in enumerate(kinds) if kind.startswith("article ")}
    inside = [0] * len(parents)  # the innermost article around each element
    for place in range(1, len(parents)):
        inside[place] = place if place in articles else inside[parents[place]]
    heads: dict[int, int] = {}
    letters = dict.fromkeys(articles, 0)
    for at, block in enumerate(blocks):
        article = inside[block.place]
        if block.kind == "heading" and article and not letters[article]:
            heads.setdefault(article, at)
        elif article in heads and runs(block):
            letters[article] += len(block.text)
    full = {article for article in heads if letters[article] >= LEAST_LETTERS}
    # an article within one that counts is a box beside its text
    found = {heads[article] for article in full if inside[parents[article]] not in full}
    if len(found) < 2 or len({blocks[at].level for at in found}) > 1:
        return blocks
    return [x._replace(kind="title") if at in found else x for at, x in enumerate(blocks)]


def records_of(blocks: Sequence[Block], parents: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """Return for each block the number of the element of such a kind around it, 0 for none.

    Elements are of one kind that have one parent, one tag and one class, whichever is open; at
    least two, and half of them, hold the running text of an essay, and all of them nearly all of
    the page's. ``kinds`` has tag and class of each element. Whether they are essays, who wrote them
    tells.
    """
    whole = letters_of(blocks, parents)[1]
    groups: dict[tuple[int, str], list[int]] = {}
    for place in range(1, len(parents)):
        if whole[place] and kinds[place].partition(" ")[0] in _TAGS:
            groups.setdefault((parents[place], _kind(kinds[place])), []).append(place)
    best: list[int] = []
    for places in groups.values():
        full = sum(whole[place] >= LEAST_LETTERS for place in places)
        held = sum(whole[place] for place in places)
        if full > 1 and 2 * full >= len(places) and held >= _SHARE * whole[0]:
            best = max(best, places, key=len)
    chosen = {*best}
    record = [0] * len(parents)  # the record around each element
    for place in range(1, len(parents)):
        record[place] = place if place in chosen else record[parents[place]]
    return [record[block.place] for block in blocks]


def _kind(told: str) -> str:
    """Return tag and class of an element without what tells it from others alike.

    >>> _kind("div tab-pane fade show active"), _kind("li post-12 hentry")
    ('div tab-pane fade', 'li hentry')
    """
    return " ".join(part for part in told.split() if not _STATE.fullmatch(part))
