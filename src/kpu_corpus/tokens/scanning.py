"""First pass over the texts: the units of every essay and the words in them, as columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.corpus import Corpus, Essay
from kpu_corpus.indonesian.sentences import sentences
from kpu_corpus.indonesian.words import words

Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Units:
    """Sentences and the other units as columns; ``number`` is 0 for a title, then from 1."""

    essay: Ints
    number: Ints
    start: Ints
    end: Ints
    kind: tuple[str, ...]

    @cached_property
    def body(self) -> Bools:
        """True for the units of the body: what shares are counted over."""
        return np.array([kind != "title" for kind in self.kind], dtype=bool)


@dataclass(frozen=True, eq=False)
class Words:
    """Words as columns; ``type`` indexes ``surfaces`` and ``kinds``, the distinct forms.

    ``gap`` is True where a phrase cannot go on from the word before: a new unit or punctuation.
    """

    surfaces: tuple[str, ...]
    kinds: tuple[str, ...]
    type: Ints
    unit: Ints
    start: Ints
    end: Ints
    gap: Bools


def scan(corpus: Corpus) -> tuple[Units, Words]:
    """Find the units and words of every essay, titles included, at their exact offsets."""
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
                rows.append((known, len(units) - 1, a, b, last < 0 or not text[last:a].isspace()))
                last = b
    essay, numbers, unit_start, unit_end = _columns(units)
    types, unit, word_start, word_end = _columns(rows)
    gap = np.array([row[4] for row in rows], dtype=bool)
    table = Units(essay, numbers, unit_start, unit_end, tuple(row[4] for row in units))
    return table, Words(tuple(ids), tuple(kinds), types, unit, word_start, word_end, gap)


def _columns(rows: Sequence[tuple[Any, ...]]) -> tuple[Ints, Ints, Ints, Ints]:
    table = np.array([row[:4] for row in rows], dtype=np.int32).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def _units(corpus: Corpus, item: Essay, text: str) -> Iterator[tuple[int, int, str]]:
    for span in corpus.spans_of(item, "title", "heading", "body"):
        if span.kind == "body":
            yield from sentences(text, span.start, span.end)
        else:
            yield span.start, span.end, span.kind
