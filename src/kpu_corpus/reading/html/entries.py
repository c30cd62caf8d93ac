"""Which headings of a web page open entries of their own: the texts of several articles."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.reading.html.main_part import LEAST, Block, runs


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
    full = {article for article in heads if letters[article] >= LEAST}
    # an article within one that counts is a box beside its text
    found = {heads[article] for article in full if inside[parents[article]] not in full}
    if len(found) < 2 or len({blocks[at].level for at in found}) > 1:
        return blocks
    return [x._replace(kind="title") if at in found else x for at, x in enumerate(blocks)]
