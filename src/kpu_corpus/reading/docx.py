"""Word files → paragraphs, headings, lists and tables in the order of the document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from kpu_corpus.errors import MissingExtra
from kpu_corpus.reading.blocks import Blocks, Document
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.package import check_package

_HEADING = re.compile(r"(?:heading|judul)\s*(\d)", re.IGNORECASE)


def read_docx(data: bytes, limits: Limits) -> Document:
    """Return the text of a Word file; cells of a table are paragraphs, row by row.

    Headers, footers, footnotes and text boxes are left out. Raises UnreadableSource for a package
    past the limits and MissingExtra without python-docx.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtra("extra", feature=".docx", package="python-docx", extra="read") from error
    check_package(data, limits, ".docx")
    blocks = Blocks()
    for paragraph in _paragraphs(docx.Document(io.BytesIO(data))):
        blocks.add(paragraph.text, *_kind(paragraph))
    return blocks.document("docx")


def _paragraphs(part: Any) -> Iterator[Any]:
    stack = [part.iter_inner_content()]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif hasattr(item, "rows"):
            stack.append(_cells(item))
        elif hasattr(item, "iter_inner_content") and not hasattr(item, "runs"):
            stack.append(item.iter_inner_content())
        else:
            yield item


def _cells(table: Any) -> Iterator[Any]:
    """Yield each cell once: merged cells come up in every row and column they span."""
    seen: set[Any] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield cell


def _kind(paragraph: Any) -> tuple[str, int]:
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if name.lower() == "title":
        return "heading", 0
    heading = _HEADING.match(name)
    if heading:
        return "heading", int(heading[1])
    properties = paragraph._p.pPr
    listed = properties is not None and properties.numPr is not None
    return ("item", 0) if listed or name.lower().startswith("list") else ("paragraph", 0)
