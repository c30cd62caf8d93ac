"""Words of many units at once: every distinct chunk is read once, its places are arithmetic."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.batch.chunks import Block, Bools, Ints, Lexicon
from kpu_corpus.indonesian.batch.forms import Forms, numbered
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
        self.forms, self.lexicon = forms, forms.lexicon
        self.surfaces: dict[str, int] = {}
        self.kinds: list[str] = []
        # A reading is a chunk (even: as it stands, odd: with a number after it) and its words.
        self.place: Ints = np.zeros(0, np.int64)
        self.table = _table([], [])

    def read(self, block: Block, start: Ints, end: Ints) -> Found:
        """Return the words of the units from ``start`` to ``end``, places in ``block``, rising."""
        first, last, form = _cut(block, self.lexicon, np.concatenate([start, end]))
        unit = np.cumsum(np.bincount(np.searchsorted(first, start), minlength=len(first) + 1))
        unit = unit[: len(first)] - 1
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
        grown = 2 * len(self.lexicon.forms) - len(self.place)
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
        readings: list[tuple[int, int, bool, bool]] = []
        rows: list[tuple[int, int, int]] = []
        known = len(self.table.start)
        surfaces, kinds, forms = self.surfaces, self.kinds, self.lexicon.forms
        self.place[keys] = np.arange(len(keys)) + len(self.table.row)
        for key in keys.tolist():
            form = forms[key >> 1]
            found = _words(form, numbered=bool(key & 1))
            leads = bool(found) and found[0][0] == 0
            closes = bool(found) and found[-1][1] == len(form)
            readings.append((known + len(rows), len(found), leads, closes))
            for start, end, kind in found:
                number = surfaces.setdefault(form[start:end], len(kinds))
                if number == len(kinds):
                    kinds.append(kind)
                rows.append((start, end, number))
        both = zip(self.table, _table(readings, rows), strict=True)
        self.table = _Table(*(np.concatenate(pair) for pair in both))


def _words(form: str, *, numbered: bool) -> list[tuple[int, int, str]]:
    if form.isascii() and form.isalpha():
        return [(0, len(form), "word")]
    return words(form + " 5")[:-1] if numbered else words(form)


class _Table(NamedTuple):
    """Of a reading: its first row, their count, whether words stand at its head and end."""

    row: Ints
    size: Ints
    leads: Bools
    closes: Bools
    start: Ints
    end: Ints
    type: Narrow


def _table(readings: list[tuple[int, int, bool, bool]], rows: list[tuple[int, int, int]]) -> _Table:
    read = np.array(readings, np.int64).reshape(-1, 4).T
    row = np.array(rows, np.int64).reshape(-1, 3).T
    leads, closes = read[2].astype(bool), read[3].astype(bool)
    return _Table(read[0], read[1], leads, closes, row[0], row[1], row[2].astype(np.int32))


def _cut(block: Block, lexicon: Lexicon, places: Ints) -> tuple[Ints, Ints, Ints]:
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
    pairs = zip(start[split].tolist(), end[split].tolist(), strict=True)
    form[split] = lexicon.numbers([block.text[a:b] for a, b in pairs])
    return start, end, form
