"""The whole text of an article, which its page tells search engines and shows the beginning of."""

from __future__ import annotations

import html
from typing import Any, NamedTuple

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.html.head import items_of
from kpu_corpus.reading.html.main_part import LEAST, Block, runs
from kpu_corpus.reading.limits import Limits


class Whole(NamedTuple):
    """The title and the text of an article, as its page tells machines."""

    title: str
    text: str


def told_whole(tree: Any) -> Whole | None:
    """Return the only article in the JSON-LD of a page, None where it has none with its text."""
    told = [item for item in items_of(tree) if item.get("articleBody")]
    title, text = (told[0].get("headline"), told[0]["articleBody"]) if len(told) == 1 else ("", "")
    text = html.unescape(text) if isinstance(text, str) else ""
    if len(text) < LEAST or "</" in text:  # with tags it is markup
        return None
    return Whole(html.unescape(title) if isinstance(title, str) else "", text)


def completed(blocks: list[Block], whole: Whole, limits: Limits) -> list[Block]:
    """Return the blocks of a page, the whole text for its beginning where it shows less than half.

    A poem, a list or a table has no running text, so all that is neither links nor furniture counts
    as shown. Title and author above the beginning stay, what stands below it is left out: a page
    that is cut off goes on with offers and lists of others. Raises UnreadableSource for more lines
    than the limits allow.

    >>> text = "Kami menjaga suara setiap pemilih sampai ke kecamatan."
    >>> page = [Block("paragraph", 0, line, 0) for line in (text, "Langganan")]
    >>> whole = Whole("Menjaga Suara", "\\n\\n".join([text] * 20))
    >>> made = completed(page, whole, Limits())
    >>> len(made), made[0].text, made[-1].text == text
    (21, 'Menjaga Suara', True)
    """
    shown = (x.text for x in blocks if not x.linked and x.kind not in ("chrome", "margin", "note"))
    if len(whole.text) < 2 * sum(map(len, shown)):
        return blocks
    lines = [line.strip() for line in whole.text.splitlines()]
    if len(lines) > limits.lines:
        raise UnreadableSource("many_lines", limit=limits.lines)
    first = next((at for at, block in enumerate(blocks) if runs(block)), len(blocks))
    place = blocks[first].place if first < len(blocks) else 0
    made = blocks[:first]
    if whole.title and not any(block.kind in ("heading", "title") for block in made):
        made.append(Block("heading", 1, whole.title, place))
    return made + [Block("paragraph", 0, line, place) for line in lines if line]
