"""Blocks of a document → one text with marks: the same for web pages, Word files and PDFs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kpu_corpus.sources import Mark

CELL = 500  # characters; a longer cell is text of its own, not part of a row


def as_row(cells: Sequence[str], *, below: bool = False) -> str:
    """Return the cells of one row as one line, a tab between; "" where they are no such row.

    A row has several cells with something in them, each a short line. ``below`` a row of its table,
    a cell may also hold several short lines, parted by tabs too, where another is a plain one:
    tables for layout, or for two signatures, have no such rows.

    >>> as_row(["1", "", "Apel pagi"]), as_row(["Penulis", "Mentor\\nDr. Asep"])
    ('1\\tApel pagi', '')
    >>> as_row(["1", "Apel pagi.\\nPiket."], below=True)
    '1\\tApel pagi.\\tPiket.'
    """
    full = [cell.strip() for cell in cells if cell.strip()]
    plain = sum("\n" not in cell for cell in full)
    fits = plain > 0 if below else plain == len(full)
    if len(full) < 2 or not fits or any(len(cell) > CELL for cell in full):
        return ""
    lines = (" ".join(line.split()) for cell in full for line in cell.split("\n"))
    return "\t".join(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file with its marks and what the file says of itself."""

    text: str
    encoding: str
    marks: tuple[Mark, ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)


class Blocks:
    """Collects blocks; each stands on lines of its own, paragraphs with a blank line between."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._last = ""

    def add(self, text: str, kind: str = "paragraph", level: int = 0) -> None:
        """Append one block; a block of white space only is left out."""
        text = text.strip(" \t\n\r")
        if not text.strip():
            return
        if self._parts:
            gap = "\n" if kind == self._last == "item" else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._marks.append(Mark(start, self._length, kind, level))
        self._last = kind

    def document(self, encoding: str, metadata: Mapping[str, Any] | None = None) -> Document:
        """Return what was collected."""
        return Document("".join(self._parts), encoding, tuple(self._marks), dict(metadata or {}))
