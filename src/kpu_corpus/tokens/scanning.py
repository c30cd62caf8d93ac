"""First pass over the texts: the units of every essay and the words in them, as columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.corpus import Corpus, Span
from kpu_corpus.indonesian.batch.chunks import Block, Stretch
from kpu_corpus.indonesian.batch.expansion import Found
from kpu_corpus.indonesian.batch.knowledge import Knowledge, knowledge
from kpu_corpus.indonesian.batch.naming import KINDS
from kpu_corpus.indonesian.batch.sentences import UnitFinder
from kpu_corpus.indonesian.batch.words import WordReader

Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

BLOCK = 2_000_000
"""Characters that are read at once: temporary columns stay small however large the corpus is."""


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
        return self.number > 0


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


class _Part(NamedTuple):
    essay: int
    kind: str
    stretch: Stretch


def scan(corpus: Corpus) -> tuple[Units, Words]:
    """Find the units and words of every essay, titles included, at their exact offsets."""
    with knowledge() as known:
        return _scan(corpus, known)


def _scan(corpus: Corpus, known: Knowledge) -> tuple[Units, Words]:
    finder, reader = UnitFinder(known.forms, known.stops), WordReader(known.readings)
    units: list[tuple[Ints, ...]] = [_UNITS]
    found: list[Found] = [_WORDS]
    parts = list(_parts(corpus))
    essays = np.array([part.essay for part in parts], np.int32)
    named = np.array([_TITLE if part.kind == "title" else _HEADING for part in parts], np.int32)
    total = done = 0
    for stretches in _cut([part.stretch for part in parts]):
        block = Block.of(stretches, known.forms)
        unit = finder.find(block)
        shift, part = block.shift[unit.stretch], unit.stretch + done
        found.append(reader.read(block, unit.start, unit.end, shift, total))
        kind = np.where(unit.kind < 0, named[part], unit.kind)
        units.append(_narrow(essays[part], unit.start + shift, unit.end + shift, kind))
        total, done = total + len(part), done + len(stretches)
    essay, start, end, kind = (np.concatenate(column) for column in zip(*units, strict=True))
    names = tuple(np.array(KINDS, object)[kind].tolist())
    table = Units(essay, _numbers(essay, kind != _TITLE), start, end, names)
    words: Any = map(np.concatenate, zip(*found, strict=True))
    return table, Words(*reader.expander.surfaces(), *words)


_TITLE = KINDS.index("title")
_HEADING = KINDS.index("heading")
_UNITS = (np.zeros(0, np.int32),) * 4
_WORDS = Found(*(np.zeros(0, np.int32),) * 4, np.zeros(0, bool))


def _narrow(*columns: npt.NDArray[Any]) -> tuple[Ints, ...]:
    return tuple(column.astype(np.int32) for column in columns)


def _numbers(essay: Ints, body: Bools) -> Ints:
    """Units of the body numbered from 1 in each essay; 0 for titles."""
    count = np.cumsum(body)
    first = np.searchsorted(essay, essay)
    before = np.where(first > 0, count[first - 1], 0)
    return np.where(body, count - before, 0).astype(np.int32)


def _cut(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in their order, about ``BLOCK`` characters at a time."""
    first = size = 0
    for row, stretch in enumerate(stretches, start=1):
        size += stretch.end - stretch.start
        if size >= BLOCK or row == len(stretches):
            yield stretches[first:row]
            first, size = row, 0


def _parts(corpus: Corpus) -> Iterator[_Part]:
    spans: dict[tuple[str, str | None], list[Span]] = {}
    for source, tiling in corpus.tiling.items():
        for span in tiling:
            if span.kind in {"title", "heading", "body"}:
                spans.setdefault((source, span.essay), []).append(span)
    for index, item in enumerate(corpus.items):
        text = corpus.by_name[item.source].text
        for span in spans.get((item.source, item.id), ()):
            yield _Part(index, span.kind, Stretch(text, span.start, span.end, span.kind == "body"))
