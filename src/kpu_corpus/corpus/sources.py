"""Sources, the essays in them and the spans that tile them: plain records, never altered.

All are tuples: large corpora have many, and tuples take a quarter of the time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from kpu_corpus.ground.printable import cut, encodable

SHOWN = 40  # characters of a text in its repr
Order = tuple[tuple[Any, ...], bool]  # categories of a column, and whether they are ordered


class Mark(NamedTuple):
    """What the file declares about a stretch of its text.

    ``kind`` is title, heading, paragraph, item, row (of a table, its cells separated by tabs),
    author, date, head (front matter), note (at the foot or the end), margin (a text box, a running
    header or footer) or chrome; ``level`` is the rank of a heading (1 is the highest). A page has
    no length and marks where a page begins; so has a record, one of several elements of a web page
    that are alike and hold texts (level 0 where what follows stands in none).
    """

    start: int
    end: int
    kind: str
    level: int = 0


class Source(NamedTuple):
    """The decoded text of one file or page, never altered after decoding.

    For a web page, a Word file or a PDF it is the extracted text; ``marks`` then hold what the file
    declares about its parts. ``sidecar`` holds the user's corrections of the cuts, and ``ready``
    the essays and spans of a source that was saved with its corpus. ``headings`` maps fields to the
    column titles in the user's table (unit: "Unit Kerja"), ``orders`` has the categories of columns
    of the saved corpus, ``kinds`` their dtypes if its essays had been selected.

    >>> Source.plain_text("ani", "Kami menjaga integritas pemilu di setiap TPS.")
    <Source 'ani': 45 characters, 'Kami menjaga integritas pemilu di setia…'>
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    origin: str = ""
    plain: bool = False
    metadata: Mapping[str, Any] = {}  # never altered, as the other mappings
    marks: tuple[Mark, ...] = ()
    sidecar: str | None = None
    ready: tuple[tuple[Essay, ...], tuple[Span, ...]] | None = None
    headings: Mapping[str, str] = {}
    orders: Mapping[str, Order] = {}
    kinds: Mapping[str, str] = {}

    def __repr__(self) -> str:
        return f"<Source {self.name!r}: {len(self.text):,} characters, {cut(self.text, SHOWN)!r}>"

    @classmethod
    def plain_text(cls, name: str, text: str, metadata: Mapping[str, Any] | None = None) -> Source:
        """Make the source of one essay given as a string, which is never cut or parsed."""
        text = encodable(text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        return cls(encodable(name), text, digest, "str", "", True, metadata or {})


# What a stretch of a source can be; "chrome" is what belongs to the page and to no essay.
SPAN_KINDS = (
    *("title", "author", "unit", "date", "byline"),
    *("body", "heading", "reference", "chrome", "blank"),
)


class Span(NamedTuple):
    """A stretch of a source with its kind, the essay it belongs to and the rule that cut it.

    ``kind`` is one of title, author, unit, date, byline, body, heading, reference, chrome (what
    belongs to the page) and blank; ``confidence`` is the certainty of this cut, from 0 to 1.
    """

    start: int
    end: int
    kind: str
    essay: str | None
    rule: str
    confidence: float = 1.0


class Essay(NamedTuple):
    """One essay: the place of its body in its source, and its metadata."""

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
    """Return the folder of an essay's file, "" if there is none."""
    return item.source.rpartition("/")[0]
