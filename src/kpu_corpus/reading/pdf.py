"""PDFs with text → paragraphs; running headers and page numbers are marked as furniture."""

from __future__ import annotations

import io
import math
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from kpu_corpus.errors import UnreadableSource, needed
from kpu_corpus.reading.blocks import Blocks, Document
from kpu_corpus.reading.html.main_part import Block, outside_marked
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.printed import PRINTED, Printed, paragraphs
from kpu_corpus.reading.raised import is_note_mark

_BROWSER = re.compile(r"Mozilla|Firefox|Chrom|Skia|WebKit|wkhtml|Safari", re.IGNORECASE)
_SPACES = re.compile(" {2,}")
SMALLER = 0.8  # of the size of other letters, which the number of a note is at most


class _Part(NamedTuple):
    """A piece of a line, the size of its letters and where on the page it begins."""

    text: str
    size: float
    left: float
    up: float


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Return the text of a PDF, wrapped lines joined to paragraphs, hyphenated words joined.

    Raises UnreadableSource for a scanned, encrypted or broken file and past the limits, and
    MissingExtra without pypdf.
    """
    with needed(".pdf", "pypdf"):
        from pypdf import PdfReader
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableSource("encrypted")
    if _names_more(reader, 2 * limits.pages) or len(reader.pages) > limits.pages:
        raise UnreadableSource("many_pages", limit=limits.pages)
    pages = list(_pages(reader, limits))
    if not any(line.text for page in pages for line in page):
        raise UnreadableSource("scanned")
    found = [Block(kind, 0, text, 0) for kind, text in paragraphs(pages) if text.strip()]
    titles = [*_titles(found), *_said_by(reader)]
    blocks = Blocks()
    for block in outside_marked(found, [0], titles) if titles else found:
        blocks.add(block.text, block.kind, block.level)
    return blocks.document("pdf")


def _names_more(reader: Any, most: int) -> bool:
    """Tell whether the tree of pages names more parts than ``most``: pages, and groups of them.

    One page may be named any number of times, and pypdf makes a page of each to count them.
    """
    nodes, named = [reader.root_object.get("/Pages")], 0
    while nodes and named <= most:
        node = nodes.pop()
        node = node and node.get_object()
        kids = node.get("/Kids") if isinstance(node, dict) else None
        listed = kids and kids.get_object()
        if isinstance(listed, list):
            named += len(listed)
            nodes.extend(listed[: most + 1])
    return named > most


def _titles(blocks: list[Block]) -> list[str]:
    """Return the title of a web page as a browser printed it above each of its pages."""
    printed = (PRINTED.fullmatch(block.text) for block in blocks if block.kind == "margin")
    return [*{match["title"] for match in printed if match and match["title"]}]


def _said_by(reader: Any) -> list[str]:
    """Return the title of a web page that a browser saved, as the file tells it."""
    try:
        said = reader.metadata
        made = f"{said.creator} {said.producer}" if said else ""
        return [str(said.title)] if said and said.title and _BROWSER.search(made) else []
    except Exception:  # whatever a broken file makes pypdf raise: the text is there all the same
        return []


def _pages(reader: Any, limits: Limits) -> Iterator[list[Printed]]:
    end = time.monotonic() + limits.seconds
    size = 0
    for number, page in enumerate(reader.pages):
        parts = _parts(page, end)
        if time.monotonic() > end:
            raise UnreadableSource("too_slow", limit=limits.seconds)
        size += sum(len(part.text) for part in parts)
        if size > limits.file_bytes:
            raise UnreadableSource("unpacked", limit=limits.file_bytes)
        yield list(_lines(parts, number))


def _parts(page: Any, end: float) -> list[_Part]:
    """Return the pieces of a page, as far as they are found before ``end``.

    Forms in forms may draw one another any number of times.
    """
    parts: list[_Part] = []

    def before(*_: Any) -> None:
        if time.monotonic() > end:
            raise TimeoutError  # pypdf leaves out a form in which anything is raised, and goes on

    def add(text: str, of_page: Any, of_text: Any, _font: Any, size: float) -> None:
        x, y = of_text[4:6]
        left = x * of_page[0] + y * of_page[2] + of_page[4]
        up = x * of_page[1] + y * of_page[3] + of_page[5]
        place = (left, up) if math.isfinite(left + up) else (0.0, 0.0)
        parts.append(_Part(text, size * math.hypot(of_text[2], of_text[3]), *place))

    with suppress(TimeoutError):
        page.extract_text(visitor_operand_before=before, visitor_text=add)
    return parts


def _lines(parts: list[_Part], page: int) -> Iterator[Printed]:
    line: list[_Part] = []
    for part in [*parts, _Part("\n", 0.0, 0.0, 0.0)]:
        first, *others = part.text.split("\n")
        line.append(part._replace(text=first))
        for other in others:
            largest = max(line, key=lambda part: len(part.text.strip()))
            opens = next((part for part in line if part.text.strip()), largest)
            # a broken character map leaves halves of surrogate pairs
            whole = _unmarked(line, largest).encode("utf-16", "surrogatepass")
            text = _SPACES.sub(" ", whole.decode("utf-16", "ignore").rstrip())
            value = _value(line, opens.left)
            yield Printed(text, largest.size, opens.left, opens.up, page, value)
            line = [part._replace(text=other)]


def _value(line: list[_Part], left: float) -> float:
    """Return where the last piece of a line begins if it stands behind a label, else ``left``."""
    full = [part for part in line if part.text.strip()]
    labelled = len(full) > 1 and full[-2].text.rstrip().endswith(":")
    return full[-1].left if labelled else left


def _unmarked(line: list[_Part], largest: _Part) -> str:
    """Return the text of a line without raised numbers of notes."""
    text = ""
    for part in line:
        number = part.text.rstrip()  # a blank before it: the next cell of a table
        raised = part.up > largest.up and part.size < SMALLER * largest.size
        noted = raised and is_note_mark(number, text)
        text += part.text.replace(number, "") if noted else part.text
    return text
