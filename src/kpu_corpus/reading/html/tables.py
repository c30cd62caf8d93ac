"""A table in a web page with one essay per row, as lists of participants are saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.html.tags import BLOCKS, UNSEEN
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.in_documents import essay_rows


def table_of(body: Any, limits: Limits) -> tuple[list[str], list[dict[str, Any]]] | None:
    """Return the columns and rows of a page that is one table of essays, no text beside it.

    Raises UnreadableSource for more rows than the limits allow.
    """
    tables = body.css("table") if body is not None else []
    if len(tables) != 1:
        return None
    (table,) = tables
    lines: list[list[str]] = []
    for node in nodes_in(table):
        if node.tag == "tr":
            lines.append([])
        elif node.tag in ("td", "th") and lines:
            lines[-1].append(text_of(node))
        if len(lines) > limits.rows + 1:
            raise UnreadableSource("many_rows", limit=limits.rows)
    full = [line for line in lines if any(line)]
    texts = (node.text_content or "" for node in nodes_in(body, table) if node.tag == "-text")
    return essay_rows(full, beside=map(str.strip, texts))


def nodes_in(top: Any, without: Any = None) -> Iterator[Any]:
    """Yield an element, and the elements and texts below it that are shown, but for one element."""
    stack = [top]
    while stack:
        node = stack.pop()
        if node.tag in UNSEEN or (without is not None and node.mem_id == without.mem_id):
            continue
        yield node
        stack += reversed([*node.iter(include_text=True)])


def text_of(cell: Any) -> str:
    """Return the text of an element, its paragraphs with a blank line between."""
    parts: list[str] = []
    stack = [cell]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
        elif node.tag not in UNSEEN:
            if node.tag == "br" or node.tag in BLOCKS:
                parts.append("\n")
                stack.append("\n")  # what stands behind a block begins a line as well
            stack += reversed([*node.iter(include_text=True)])
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(filter(None, lines))
