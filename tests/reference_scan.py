"""The obvious scan, one sentence and one word after the other: what the fast one must equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Essay
from kpu_corpus.indonesian.sentences.sentences import sentences
from kpu_corpus.indonesian.words import ZERO_WIDTH, words

_HIDDEN = re.compile(f"[{ZERO_WIDTH}]")


def plain_scan(corpus: Corpus) -> dict[str, list[Any]]:
    """Return the columns of units and words as lists."""
    units: list[tuple[int, int, int, int, str]] = []
    rows: list[tuple[int, int, int, int, bool]] = []
    ids: dict[str, int] = {}
    kinds: list[str] = []
    for index, item in enumerate(corpus.items):
        text = corpus.by_name[item.source].text
        number = 0
        for start, end, kind in _units(corpus, item, text):
            number += kind != "title"
            units.append((index, 0 if kind == "title" else number, start, end, kind))
            last = -1
            for a, b, word_kind in words(text, start, end):
                surface = text[a:b]
                known = ids.setdefault(surface, len(ids))
                if known == len(kinds):
                    kinds.append(word_kind)
                gap = last < 0 or not _HIDDEN.sub("", text[last:a]).isspace()
                rows.append((known, len(units) - 1, a, b, gap))
                last = b
    unit_names = ("essay", "number", "start", "end", "kind")
    word_names = ("type", "unit", "start", "end", "gap")
    return {
        **{f"units.{name}": [row[i] for row in units] for i, name in enumerate(unit_names)},
        **{f"words.{name}": [row[i] for row in rows] for i, name in enumerate(word_names)},
        "surfaces": list(ids),
        "kinds": kinds,
    }


def _units(corpus: Corpus, item: Essay, text: str) -> Iterator[tuple[int, int, str]]:
    spans = corpus.spans_of(item, "title", "heading", "body")
    for span in spans:
        if span.kind == "body":
            closes = span.end == spans[-1].end
            yield from sentences(text, span.start, span.end, closes=closes)
        else:
            yield span.start, span.end, span.kind
