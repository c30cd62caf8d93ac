"""Cells of tables that are pieces of web pages, as platforms and blogs export their texts."""

from __future__ import annotations

import re

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.html import NEVER, blocks_of, tree_of
from kpu_corpus.reading.limits import Limits

_BLOCK = r"(?:p|div|h[1-6]|ul|ol|table|section|article|blockquote|figure)"
_OPENS = re.compile(rf"\s*+(?:<!--.*?-->\s*+)*+<{_BLOCK}(?:\s[^<>]*)?>", re.IGNORECASE | re.DOTALL)
_CLOSES = re.compile(rf"</{_BLOCK}>\s*(?:<!--[^<>]*-->\s*)*\Z", re.IGNORECASE)
_END = 500  # characters within which a piece closes


def shown(cell: str, limits: Limits) -> str:
    """Return what a browser shows of a cell that is a piece of a web page, any other as it is.

    A piece begins with a paragraph, a heading or the like and ends with one. Paragraphs have a
    blank line between them. Raises UnreadableSource for a piece past the limits and MissingExtra
    without selectolax.

    >>> shown("<p>Hutan &amp; laut.</p><p>Kota.</p>", Limits()), shown("a <b> c", Limits())
    ('Hutan & laut.\\n\\nKota.', 'a <b> c')
    """
    if "<" not in cell or not _OPENS.match(cell) or not _CLOSES.search(cell[-_END:]):
        return cell
    if len(cell) > limits.markup_bytes:
        raise UnreadableSource("too_large", size=len(cell), limit=limits.markup_bytes)
    tree = tree_of(cell, limits)
    tree.strip_tags(NEVER, recursive=True)
    parts = (part.text.strip() for part in blocks_of(tree.body, [0]) if part.kind != "chrome")
    return "\n\n".join(filter(None, parts))
