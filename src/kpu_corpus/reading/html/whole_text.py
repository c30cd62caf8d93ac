"""The whole text of an article, which its page tells search engines and shows the beginning of."""

from __future__ import annotations

import html
from typing import Any, NamedTuple

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.spellings import even_words
from kpu_corpus.reading.html.head import items_of, titles_of
from kpu_corpus.reading.html.main_part import LEAST_LETTERS, Block, runs
from kpu_corpus.reading.limits import Limits

_LISTED = "h1 a, h2 a, h3 a, h4 a, a h1, a h2, a h3, a h4"  # titles of posts on other pages


class Whole(NamedTuple):
    """The title and the text of an article, as its page tells machines."""

    title: str
    text: str


def told_whole(tree: Any) -> Whole | None:
    """Return the only article in the JSON-LD of a page, None where it has none with its text.

    One whose title is neither that of the page nor its heading is of a list, where titles link.
    """
    told = [item for item in items_of(tree) if item.get("articleBody")]
    texts = {_text(item["articleBody"]): _text(item.get("headline")) for item in told}
    (text, title), *others = [*texts.items()] or [("", "")]
    if others or len(text) < LEAST_LETTERS:
        return None
    headings = [*titles_of(tree), *(node.text() for node in tree.css("h1"))]
    titled = any(even_words(title) in even_words(heading) for heading in headings)
    return Whole(title, text) if titled or tree.css_first(_LISTED) is None else None


def _text(given: Any) -> str:
    return html.unescape(given) if isinstance(given, str) else ""


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
