"""Sources, the essays in them and the spans that tile them: plain records, never altered.

Essays and spans are tuples: large corpora have many, and these are made in a quarter of the time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kpu_corpus.ground.printable import encodable

Order = tuple[tuple[Any, ...], bool]  # categories of a column, and whether they are ordered


class Mark(NamedTuple):
    """What the file says of a stretch of its text.

    ``kind`` is title, heading, paragraph, item, row (of a table, its cells parted by tabs), author,
    date, note (at the foot or the end), margin (a text box, a running header or footer) or chrome;
    ``level`` is the rank of a heading (1 is the highest). A page, of no length, begins where it is.
    """

    start: int
    end: int
    kind: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The decoded text of one file or page, never altered after decoding.

    Of a web page, a Word file or a PDF it is the text taken out of the file; ``marks`` then say
    what the file knows of its parts. ``sidecar`` holds a person's corrections of the cuts, and
    ``ready`` the essays and spans of a source that was saved with its corpus. ``headings`` has the
    titles of columns in a person's table that became a field (unit: "Unit Kerja"), ``orders`` the
    categories of columns of the corpus that it was saved with, ``kinds`` their dtypes where its
    essays had been selected.
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    origin: str = ""
    plain: bool = False
    metadata: Mapping[str, Any] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    sidecar: str | None = None
    ready: tuple[tuple[Essay, ...], tuple[Span, ...]] | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, Order] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def plain_text(cls, name: str, text: str, metadata: Mapping[str, Any] | None = None) -> Source:
        """Make the source of one essay that is given as a string: never cut, never parsed."""
        try:
            data = text.encode()
        except UnicodeEncodeError:
            text = encodable(text)
            data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        return cls(encodable(name), text, digest, "str", "", True, dict(metadata or {}))


class Span(NamedTuple):
    """A stretch of a source with its kind, the essay it belongs to and the rule that cut it.

    ``confidence`` runs from 0 to 1: how sure the rule is of this cut.
    """

    start: int
    end: int
    kind: str
    essay: str | None
    rule: str
    confidence: float = 1.0


class Essay(NamedTuple):
    """One essay: where its body stands in its source, and what is known of it."""

    id: str
    source: str
    position: int
    start: int
    end: int
    title: str | None = None
    author: str | None = None
    unit: str | None = None
    date: str | None = None
    metadata: Mapping[str, Any] = {}  # never altered
    confidence: float = 1.0


def folder_of(item: Essay) -> str:
    """Return the folder of the file of an essay, "" where it is in none."""
    return item.source.rpartition("/")[0]
