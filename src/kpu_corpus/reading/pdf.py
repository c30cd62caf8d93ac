"""PDFs with text → paragraphs; running headers and page numbers are marked as furniture."""

from __future__ import annotations

import io
import re
import time
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

from kpu_corpus.errors import MissingExtra, UnreadableSource
from kpu_corpus.indonesian.background import background
from kpu_corpus.reading.blocks import Blocks, Document
from kpu_corpus.reading.limits import Limits

EDGE = 2  # lines at the top and bottom of a page where running headers stand
NUMBER = 60  # characters of a line that is only a page number
_NUMBER = re.compile(
    r"\W*(?:halaman|hal\.?|page)?\W*\d{1,4}\W*(?:(?:dari|of|/)\W*\d{1,4}\W*)?", re.I
)
_ITEM = re.compile(r"(?:[*•▪●–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Return the text of a PDF, wrapped lines joined to paragraphs, hyphenated words joined.

    Raises UnreadableSource for a scanned, encrypted or broken file and past the limits, and
    MissingExtra without pypdf.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtra("extra", feature=".pdf", package="pypdf", extra="read") from error
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableSource("encrypted")
    if len(reader.pages) > limits.pages:
        raise UnreadableSource("many_pages", limit=limits.pages)
    pages = list(_pages(reader, limits))
    if not any(line for page in pages for line in page):
        raise UnreadableSource("scanned")
    blocks = Blocks()
    for kind, text in _blocks(pages):
        blocks.add(text, kind)
    return blocks.document("pdf")


def _pages(reader: Any, limits: Limits) -> Iterator[list[str]]:
    end = time.monotonic() + limits.seconds
    size = 0
    for page in reader.pages:
        if time.monotonic() > end:
            raise UnreadableSource("too_slow", limit=limits.seconds)
        text = page.extract_text()
        size += len(text)
        if size > limits.file_bytes:
            raise UnreadableSource("unpacked", limit=limits.file_bytes)
        yield [_clean(line) for line in text.split("\n")]


def _clean(line: str) -> str:
    """Drop the halves of surrogate pairs that a broken character map leaves."""
    return line.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").rstrip()


def _blocks(pages: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield paragraphs and furniture; a paragraph may run on over a page break."""
    running = _running(pages)
    width = _width(pages)
    paragraph: list[str] = []
    for page in pages:
        edges = _edges(page)
        blank = False
        for index, line in enumerate(page):
            if not line.strip():
                blank = True
            elif index in edges and (_key(line) in running or _is_number(line)):
                yield "chrome", line
            else:
                if paragraph and (blank or not _goes_on(paragraph[-1], line, width)):
                    yield "paragraph", _joined(paragraph)
                    paragraph = []
                paragraph.append(line.strip())
                blank = False
    yield "paragraph", _joined(paragraph)


def _edges(page: list[str]) -> set[int]:
    full = [index for index, line in enumerate(page) if line.strip()]
    return {*full[:EDGE], *full[-EDGE:]}


def _is_number(line: str) -> bool:
    return len(line) <= NUMBER and _NUMBER.fullmatch(line) is not None


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip().lower())


def _running(pages: list[list[str]]) -> set[str]:
    """Return the lines (digits aside) that stand at the edge of most pages."""
    if len(pages) < 2:
        return set()
    counts = Counter(key for page in pages for key in {_key(page[i]) for i in _edges(page)})
    return {key for key, count in counts.items() if count * 2 > len(pages) and count > 1}


def _width(pages: list[list[str]]) -> float:
    sizes = [len(line) for page in pages for line in page if len(line) > 30]
    return median(sizes) if sizes else 0.0


def _goes_on(last: str, line: str, width: float) -> bool:
    """Tell whether a line continues the paragraph of the line before it, which then was full."""
    if _ITEM.match(line.strip()):
        return False
    if line.strip()[0].islower() or last.endswith((",", "-")):
        return True
    ends = last.endswith((".", "!", "?", ":"))
    return len(last) >= (0.9 if ends else 0.8) * width


def _joined(lines: list[str]) -> str:
    """Join the lines of a paragraph; a hyphen at a line's end stays only where the word has one."""
    words = background().df
    parts: list[str] = []
    for line in lines:
        broken = _LAST_WORD.search(parts[-1]) if parts else None
        first = _FIRST_WORD.match(line)
        if not broken or not first or not first[0][0].islower():
            parts += [" ", line] if parts else [line]
            continue
        left, right = broken[1].lower(), first[0].lower()
        # "undang-|undang" and "sayur-|mayur" keep their hyphen, "demo-|krasi" does not
        whole = left + right in words and left != right
        if whole or (left != right and not (left in words and right in words)):
            parts[-1] = parts[-1][: broken.end(1)]
        parts.append(line)
    return "".join(parts)
