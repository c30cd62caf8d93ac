"""First pass over the texts: the units of every essay and their words, as columns."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.corpus import Corpus
from kpu_corpus.corpus.sources import Source, Span
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import Bools, Growing, Ints, Longs, begins
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.pickled import OnlyFields
from kpu_corpus.ground.threads import TOKEN_LENGTH, beside, one_ahead, one_behind
from kpu_corpus.indonesian.batch.chunks.chunks import Block, Stretch, written
from kpu_corpus.indonesian.batch.chunks.flags import HYPHENED, LOWER
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.expansion import Expander
from kpu_corpus.indonesian.batch.knowledge import Knowledge, knowledge
from kpu_corpus.indonesian.batch.sentences.naming import KINDS
from kpu_corpus.indonesian.batch.sentences.sentences import unit_columns
from kpu_corpus.indonesian.batch.words import planned

_EVERY = slice(None)
BLOCK = 2_000_000
"""Characters that are read at once: temporary columns stay small however large the corpus is."""
MOST = 2**31 - 1
"""Words of a corpus, places of terms in it, and characters of a source: what 32 bits number."""


@dataclass(frozen=True, eq=False)
class Units(OnlyFields):
    """Sentences and the other units as columns; ``number`` is 0 for a title, then from 1.

    ``kind`` is a row of ``KINDS``. ``broken`` are the rows of those in which a hyphen stands
    behind a sign, before white space and a small letter; ``on`` those that go on with the sentence
    of the unit before, which was too long for one unit.
    """

    essay: Ints
    number: Ints
    start: Ints
    end: Ints
    kind: Ints
    broken: Ints
    on: Ints

    @cached_property
    def body(self) -> Bools:
        """True for the units of the body: what shares are counted over."""
        return self.number > 0

    def are(self, kind: str) -> Bools:
        """Return True for the units of one of ``KINDS``."""
        found: Bools = self.kind == KINDS.index(kind)
        return found


@dataclass(frozen=True, eq=False)
class Words(OnlyFields):
    """Words as columns; ``type`` indexes ``surfaces`` and ``kinds``, the distinct forms.

    ``gap`` is True where a phrase cannot go on from the word before: a new unit or punctuation.
    Where a word ends is told by its form, so that there is no column for it.
    """

    surfaces: tuple[str, ...]
    kinds: tuple[str, ...]
    type: Ints
    unit: Ints
    start: Ints
    gap: Bools

    def ends(self, rows: Any = _EVERY) -> Ints:
        """Return where words end in their source, by their rows."""
        found: Ints = self.start[rows] + self._length[self.type[rows]]
        return found

    @cached_property
    def _length(self) -> Ints:
        return np.fromiter(map(len, self.surfaces), np.int32, len(self.surfaces))


# The fields that are one row a word, in the order in which C takes them.
WORD_COLUMNS = ("type", "unit", "start", "gap")

_KEPT = 31 << 20
"""Bytes that are taken and left at once. Once glibc has been given so much back, it keeps the room
of a block for the next one, whose pages need not be cleared again (mallopt(3), M_MMAP_THRESHOLD): a
tenth of the time of large corpora."""


class _Parts(NamedTuple):
    """Parts of the essays in their order; ``kind`` is that of a part which is one unit."""

    stretches: list[Stretch]
    essay: Ints
    kind: Ints


@uncollected
def scan(corpus: Corpus) -> tuple[Units, Words]:
    """Find the units and words of every essay, titles included, at their exact offsets.

    Raises InvalidArgument for more than ``MOST`` words, or characters in one source.
    """
    within_most(max(map(len, corpus.texts), default=0))
    with knowledge() as known:
        units, words = _scan(corpus, known)
    within_most(len(words.type))
    return units, words


def within_most(size: int) -> None:
    """Raise InvalidArgument for more than columns of 32 bits can number."""
    if size > MOST:
        raise InvalidArgument("corpus_large", most=MOST)


def _scan(corpus: Corpus, known: Knowledge) -> tuple[Units, Words]:
    np.empty(_KEPT, np.uint8)
    expander = Expander(known.readings)
    units = [Growing(np.int32) for _ in range(4)]
    broken, on = Growing(np.int32), Growing(np.int32)
    parts = _parts(corpus)
    size = sum(stretch.end - stretch.start for stretch in parts.stretches)
    row = read = 0
    write = partial(written, splitter=known.chunks)
    with one_behind(size // TOKEN_LENGTH) as later:
        for stretches, text in one_ahead(size // TOKEN_LENGTH, write, _cut(parts.stretches)):
            block = Block.of(text, known.forms)
            unit = unit_columns(block, known.stops)
            broken.extend(len(units[0]) + _broken(block, known.forms, unit.start))
            on.extend(len(units[0]) + np.flatnonzero(unit.on))
            shift, part = block.shift[unit.stretch], unit.stretch + row
            row, read = row + len(stretches), read + len(block.text)
            ahead = 1.02 * size / read  # by what was found so far, and a little more
            plan = planned(block, known.readings, unit.start, unit.end, shift, len(units[0]))
            most = max(len(block.codes), min(size, BLOCK))  # room for the larger ones that follow
            expand = partial(expander.expand, plan, most, ahead)
            first = row == len(stretches)  # by this block room is made for all words and units
            if first:
                expand()
            else:
                later(expand)
            kind = np.where(unit.kind < 0, parts.kind[part], unit.kind)
            columns = (parts.essay[part], unit.start + shift, unit.end + shift, kind)
            for growing, column in zip(units, columns, strict=True):
                growing.extend(column, int((len(growing) + len(column)) * ahead))
            if first:
                every = (*expander.columns, *units)
                _take([each.whole[: int(len(each) * ahead)] for each in every])
            del block, text  # their room is that of the next
    essay, start, end, kind = (column.rows for column in units)
    table = Units(essay, _numbers(essay, kind != _TITLE), start, end, kind, broken.rows, on.rows)
    surfaces, kinds = expander.surfaces()
    return table, Words(surfaces, kinds, **expander.found._asdict())


def _broken(block: Block, forms: Forms, start: Longs) -> Longs:
    """The rows of units, which begin at ``start``, where words may be broken at a hyphen."""
    chunk = block.noted.having(HYPHENED)
    chunk = chunk[chunk + 1 < len(block.form)]
    chunk = chunk[forms.flags[block.form[chunk + 1]] & LOWER != 0]
    rows: Longs = np.searchsorted(start, block.end[chunk] - 1, "right") - 1
    return rows[np.diff(rows, prepend=-1) > 0]  # before the first unit nothing is to be seen


def _take(rooms: list[npt.NDArray[Any]]) -> None:
    """Have the system give the memory of words and units while they are still being read.

    It clears the pages first: without this whoever writes there waits for it, page by page.
    """
    compiled = native.library()
    if compiled is None:
        return
    memory = [(native.pointer(room), ctypes.c_int64(room.nbytes)) for room in rooms]
    beside(len(rooms[0]), lambda: [compiled.pages_take(*given) for given in memory])


_TITLE = KINDS.index("title")
_HEADING = KINDS.index("heading")
_READ = frozenset({"title", "heading", "body"})


def _numbers(essay: Ints, body: Bools) -> Ints:
    """Units of the body numbered from 1 in each essay; 0 for titles."""
    count = np.cumsum(body, dtype=np.int32)
    first = np.flatnonzero(begins(essay))
    before = np.repeat(count[first] - body[first], np.diff(first, append=len(essay)))
    numbers: Ints = np.where(body, count - before, 0)
    return numbers


def _cut(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in their order, about ``BLOCK`` characters at a time, at first fewer."""
    first = size = 0
    most = BLOCK // 8
    for row, stretch in enumerate(stretches, start=1):
        size += stretch.end - stretch.start
        if size >= most or row == len(stretches):
            yield stretches[first:row]
            first, size, most = row, 0, min(2 * most, BLOCK)


def _items(source: Source, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where the points of lists stand in a span, as the file marks them."""
    first = bisect_right(source.marks, span.start, key=lambda mark: mark.end)
    for mark in islice(source.marks, first, None):
        if mark.start >= span.end:
            return
        if mark.kind == "item" and span.start <= mark.start:
            yield mark.start, min(mark.end, span.end)


def _parts(corpus: Corpus) -> _Parts:
    spans: dict[str | None, list[Span]] = {}
    for span in chain.from_iterable(corpus.tiling.values()):
        if span.kind in _READ:
            spans.setdefault(span.essay, []).append(span)
    stretches: list[Stretch] = []
    essays: list[int] = []
    kinds: list[int] = []
    by_name = corpus.by_name
    for index, item in enumerate(corpus.items):
        whole = by_name[item.source]
        text = whole.text
        mine = spans.get(item.id, ())
        last = 0
        for span in mine:
            last = last if span.kind == "title" else span.end
        for span in mine:
            start, end, kind = span[:3]
            items = tuple(_items(whole, span)) if whole.marks else ()
            stretches.append(Stretch(text, start, end, kind == "body", items, end == last))
            essays.append(index)
            kinds.append(_TITLE if kind == "title" else _HEADING)
    return _Parts(stretches, np.array(essays, np.int32), np.array(kinds, np.int32))
