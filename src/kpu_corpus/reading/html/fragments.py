"""Table cells that are HTML fragments, as exported by platforms and blogs."""

from __future__ import annotations

import re

from kpu_corpus.reading.html.page import NEVER, without_tags
from kpu_corpus.reading.html.tags import BLOCKS, FORMATTING
from kpu_corpus.reading.limits import Limits, check_size

_TAG = rf"(?:{'|'.join(sorted({*BLOCKS, *FORMATTING, *NEVER, 'br', 'span'}))})"
_OPENS = re.compile(rf"\s*+(?:<!--.*?-->\s*+)*+<{_TAG}(?:\s[^<>]*)?/?>", re.IGNORECASE | re.DOTALL)
_CLOSES = re.compile(rf"(?:</{_TAG}\s*|<br\s*/?)>\Z", re.IGNORECASE)
_END = 50  # characters within which a piece closes


def shown(cell: str, limits: Limits) -> str:
    """Return what a browser shows of a cell that is a piece of a web page, any other as it is.

    A piece begins with an element of such a page and ends with one. Paragraphs have a blank line
    between them. Raises UnreadableSource for a piece past the limits and MissingExtra
    without selectolax.

    >>> shown("<p>Hutan &amp; laut.</p><p>Kota.</p>", Limits()), shown("a <b> c", Limits())
    ('Hutan & laut.\\n\\nKota.', 'a <b> c')
    """
    if "<" not in cell or not _OPENS.match(cell):
        return cell
    end = _end(cell)
    if not _CLOSES.search(cell[max(end - _END, 0) : end]):
        return cell
    check_size(len(cell), limits, "markup_bytes")
    return without_tags(cell, limits)


def _end(cell: str) -> int:
    """Return where a cell ends, without comments behind all else, such as those of Word."""
    end = len(cell)
    while True:
        while end and cell[end - 1].isspace():
            end -= 1
        start = cell.rfind("<!--", 0, end) if cell.endswith("-->", 0, end) else -1
        if start < 0:
            return end
        end = start
