"""Paragraphs that are single lines, as in text copied from a PDF into Word → their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

LEAST = 5  # paragraphs that go on in the next with a small letter
SHARE = 1 / 4  # of the long ones that do so, in a file of single lines
SHORTEST, LONGEST = 40, 132  # characters of a line that a program broke off
FULL = 3 / 4  # of the longest such line: what is shorter ends a paragraph
_ITEM = re.compile(r"\(?(?:[a-zA-Z]|\d{1,2})[.)]\s")  # of a list: "a. ", "1) "
_ENDS = (".", "!", "?", ":", ";", "…", "”", '"')


class Part(NamedTuple):
    """A paragraph with its kind and level, as a file has it; a blank one parts others."""

    text: str
    kind: str
    level: int


def together(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the paragraphs; in a file of single lines those of a paragraph are one, lines in it.

    >>> line = "Kami membaca ulang setiap berkas yang masuk pada"
    >>> parts = [Part(text, "paragraph", 0) for text in [line, "hari itu."] * 5]
    >>> [part.text.count("\\n") for part in together(parts)]
    [1, 1, 1, 1, 1]
    """
    long = [part for part in parts if _is_broken(part)]
    small = sum(_goes_on(part, below) for part, below in pairwise(parts))
    if small < LEAST or small < SHARE * sum(len(part.text) >= SHORTEST for part in parts):
        yield from parts
        return
    width = max(len(part.text) for part in long)
    lines: list[str] = []
    for part, below in pairwise([*parts, Part("", "", 0)]):
        lines.append(part.text)
        full = _is_broken(part) and len(part.text) >= FULL * width
        text = _is_broken(below) or below.text.endswith(_ENDS)  # no name or date that signs
        text = text and below.kind == "paragraph" and not _ITEM.match(below.text)
        if not (_goes_on(part, below) or (full and text)):
            yield part._replace(text="\n".join(lines))
            lines = []


def _goes_on(part: Part, below: Part) -> bool:
    """Tell whether a paragraph goes on in the next with a small letter, which opens no item."""
    small = below.text[:1].islower() and not _ITEM.match(below.text)
    return _is_broken(part) and below.kind == "paragraph" and small


def _is_broken(part: Part) -> bool:
    """Tell whether a paragraph may be a line that a program broke off."""
    text = part.text
    return (
        part.kind == "paragraph"
        and SHORTEST <= len(text) <= LONGEST
        and not text.endswith(_ENDS)
        and "\t" not in text
    )
