"""Blocks of a document → one text with marks: the same for web pages, Word files and PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from kpu_corpus.corpus.sources import Mark

CELL = 500  # characters; a longer cell is text of its own, not part of a row
BESIDE = 80  # characters of a line beside others; longer ones are paragraphs of a column


def as_row(cells: Sequence[str], *, below: bool = False) -> str:
    """Return the cells of one row as lines, a tab between; "" where they are no such row.

    A row has several cells with something in them, each a short line. ``below`` a row of its table,
    a cell may also hold several lines where another is a plain one: they are parted by tabs too.
    Cells that all hold several short lines, as signatures beside each other do, are a row of each
    of their lines, from the last one up.

    >>> as_row(["1", "", "Apel pagi"]), as_row(["Kiri", "Satu\\nDua"])
    ('1\\tApel pagi', '')
    >>> as_row(["1", "Apel pagi.\\nPiket."], below=True)
    '1\\tApel pagi.\\tPiket.'
    >>> as_row(["Mentor\\nDr. Asep", "Garut, 3/7/2025\\nPenulis\\nRina"]).split("\\n")
    ['Garut, 3/7/2025', 'Mentor\\tPenulis', 'Dr. Asep\\tRina']
    """
    lines = [[" ".join(line.split()) for line in cell.split("\n")] for cell in cells]
    full = [kept for cell in lines if (kept := [line for line in cell if line])]
    sizes = {len(cell) for cell in full}
    if len(full) < 2 or any(sum(map(len, cell)) > CELL for cell in full):
        return ""
    if sizes == {1} or (below and 1 in sizes):
        return "\t".join(line for cell in full for line in cell)
    long = any(len(line) > BESIDE for cell in full for line in cell)
    if 1 in sizes or long or (below and len(sizes) > 1):
        return ""
    beside = reversed([*zip_longest(*(reversed(cell) for cell in full))])
    return "\n".join("\t".join(line for line in row if line) for row in beside)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file with its marks and what the file says of itself.

    ``table`` has the columns and rows of a file that is one table of several people.
    """

    text: str
    encoding: str
    marks: tuple[Mark, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    table: tuple[list[str], list[dict[str, Any]]] | None = None


def below(head: str, document: Document) -> Document:
    """Return a document with lines above its text; of its marks only those of furniture.

    What is a title in a mail, its lines tell better than how they are set.

    >>> below("Subject: Opini\\n\\n", Document("Salam", "", (Mark(0, 5, "chrome"),))).marks
    (Mark(start=16, end=21, kind='chrome', level=0),)
    """
    size = len(head)
    apart = (mark for mark in document.marks if mark.kind == "chrome")
    marks = (mark._replace(start=mark.start + size, end=mark.end + size) for mark in apart)
    return Document(head + document.text, document.encoding, tuple(marks))


class Blocks:
    """Collects blocks; each stands on lines of its own, paragraphs with a blank line between.

    A form feed before or behind a block is a mark "page": a page begins there.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._last = ""
        self._page = False
        self._record = 0

    def add(self, text: str, kind: str = "paragraph", level: int = 0, record: int = 0) -> None:
        """Append one block; a block of white space only is left out.

        ``record`` is the number of the element that it stands in, one of several alike, or 0.
        """
        opened, text = text.lstrip(" \t\n\r"), text.strip(" \t\n\r\f")
        self._page = self._page or opened.startswith("\f")
        if not text.strip():
            return
        if self._parts:
            gap = "\n" if kind == self._last == "item" else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        self._marks += [Mark(start, start, "page")] if self._page and self._parts else []
        if record != self._record:
            self._marks.append(Mark(start, start, "record", int(record > 0)))
            self._record = record
        self._parts.append(text)
        self._length += len(text)
        self._marks.append(Mark(start, self._length, kind, level))
        self._last = kind
        self._page = opened.rstrip(" \t\n\r").endswith("\f")

    def document(self, encoding: str, metadata: Mapping[str, Any] | None = None) -> Document:
        """Return what was collected."""
        return Document("".join(self._parts), encoding, tuple(self._marks), dict(metadata or {}))
