"""Words of many units at once: every distinct chunk is read once, its places are arithmetic."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints
from kpu_corpus.indonesian.batch.forms import Forms, numbered
from kpu_corpus.indonesian.batch.lexicon import Lexicon
from kpu_corpus.indonesian.batch.splitting import Splitter
from kpu_corpus.indonesian.words import words

Narrow = npt.NDArray[np.int32]


class Found(NamedTuple):
    """Words as columns: number of the surface, row of the unit, places in the block, gap."""

    type: Narrow
    unit: Ints
    start: Ints
    end: Ints
    gap: Bools


class WordReader:
    """Surfaces numbered in the order of their first coming, over all blocks that are read."""

    def __init__(self, forms: Forms) -> None:
        self.forms, self.splitter = forms, forms.splitter
        self.surfaces = Lexicon()
        self.kinds: list[str] = []
        # A reading is a chunk (even: as it stands, odd: with a number after it) and its words.
        self.place: Ints = np.zeros(0, np.int64)
        self.table = _EMPTY

    def read(self, block: Block, start: Ints, end: Ints) -> Found:
        """Return the words of the units from ``start`` to ``end``, places in ``block``, rising."""
        first, last, form = _cut(block, self.splitter, np.concatenate([start, end]))
        unit = np.cumsum(np.bincount(np.searchsorted(first, start), minlength=len(first) + 1))
        unit = unit[: len(first)] - 1
        within = unit >= 0  # before the first unit nothing is to be seen
        first, last, form, unit = (column[within] for column in (first, last, form, unit))
        reading = self._readings(block, first, last, form, end, unit)
        table = self.table
        count = table.size[reading]
        chunk = np.repeat(np.arange(len(count)), count)
        ahead = np.cumsum(count) - count
        row = np.arange(len(chunk)) + np.repeat(table.row[reading] - ahead, count)
        glued = np.zeros(len(count), bool)
        glued[1:] = table.leads[reading[1:]] & table.closes[reading[:-1]] & (unit[1:] == unit[:-1])
        gap = np.ones(len(chunk), bool)
        gap[ahead[glued]] = False
        at = first[chunk]
        return Found(table.type[row], unit[chunk], at + table.start[row], at + table.end[row], gap)

    def _readings(
        self, block: Block, first: Ints, last: Ints, form: Ints, end: Ints, unit: Ints
    ) -> Ints:
        self.forms.look()
        grown = 2 * len(self.splitter.forms) - len(self.place)
        self.place = np.append(self.place, np.full(grown, -1))
        inside = last + 1 < end[unit]
        key = 2 * form + (inside & numbered(block, self.forms, form, last))
        new = key[self.place[key] < 0]
        if len(new):
            keys, index = np.unique(new, return_index=True)
            self._add(keys[np.argsort(index)])
        return self.place[key]

    def _add(self, keys: Ints) -> None:
        """Read the chunks of new readings, in the order of their first coming."""
        forms = self.splitter.forms
        chunks = [forms[key >> 1] for key in keys.tolist()]
        followed = [" 5" if key & 1 else "" for key in keys.tolist()]
        # One under the other: no word holds white space or depends on what the next line says.
        text = "\n".join(map(str.__add__, chunks, followed))
        size = np.fromiter(map(len, chunks), np.int64, len(chunks))
        head = np.cumsum(size + 1 + 2 * (keys & 1))
        head = np.append(0, head[:-1])
        found = words(text)
        place = np.array([(start, end) for start, end, _ in found], np.int64).reshape(-1, 2)
        chunk = np.searchsorted(head, place[:, 0], "right") - 1
        place -= head[chunk][:, None]
        own = place[:, 0] < size[chunk]
        place, chunk = place[own], chunk[own]
        number = self._numbers(text, [row for row, mine in zip(found, own, strict=True) if mine])
        self._append(keys, size, chunk, place, number)

    def _numbers(self, text: str, found: list[tuple[int, int, str]]) -> Ints:
        number = self.surfaces.numbers([text[start:end] for start, end, _ in found])
        for known, (_, _, kind) in zip(number.tolist(), found, strict=True):
            if known == len(self.kinds):
                self.kinds.append(kind)
        return number

    def _append(self, keys: Ints, size: Ints, chunk: Ints, place: Ints, number: Ints) -> None:
        count = np.bincount(chunk, minlength=len(keys))
        leads, closes = np.zeros(len(keys), bool), np.zeros(len(keys), bool)
        leads[chunk[place[:, 0] == 0]] = True
        closes[chunk[place[:, 1] == size[chunk]]] = True
        row = len(self.table.start) + np.cumsum(count) - count
        self.place[keys] = np.arange(len(keys)) + len(self.table.row)
        new = _Table(row, count, leads, closes, place[:, 0], place[:, 1], number.astype(np.int32))
        pairs: Any = zip(self.table, new, strict=True)
        columns: Any = [np.concatenate(pair) for pair in pairs]
        self.table = _Table(*columns)


class _Table(NamedTuple):
    """Of a reading: its first row, their count, whether words stand at its head and end.

    Of a row: where the word stands in its chunk, and its surface.
    """

    row: Ints
    size: Ints
    leads: Bools
    closes: Bools
    start: Ints
    end: Ints
    type: Narrow


_NO_INTS: Ints = np.zeros(0, np.int64)
_NO_BOOLS: Bools = np.zeros(0, bool)
_EMPTY = _Table(
    _NO_INTS, _NO_INTS, _NO_BOOLS, _NO_BOOLS, _NO_INTS, _NO_INTS, np.zeros(0, np.int32)
)  # fmt: skip


def _cut(block: Block, splitter: Splitter, places: Ints) -> tuple[Ints, Ints, Ints]:
    """The chunks of the block, those with a boundary of a unit inside them as their parts."""
    places = np.unique(places)
    chunk = np.searchsorted(block.start, places, "right") - 1
    places, chunk = places[chunk >= 0], chunk[chunk >= 0]
    inside = (places > block.start[chunk]) & (places < block.end[chunk])
    if not inside.any():
        return block.start, block.end, block.form
    places, chunk = places[inside], chunk[inside]
    start = np.insert(block.start, chunk + 1, places)
    end = np.insert(block.end, chunk, places)
    form = np.insert(block.form, chunk, 0)
    split = np.unique(np.concatenate([chunk, chunk + 1]) + np.tile(np.arange(len(chunk)), 2))
    form[split] = splitter.numbers(block.text, block.codes, start[split], end[split])
    return start, end, form
