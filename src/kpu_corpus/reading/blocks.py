"""Blocks of a document → one text with marks: the same for web pages, Word files and PDFs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kpu_corpus.sources import Mark


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
