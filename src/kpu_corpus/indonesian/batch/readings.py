"""The words of every distinct chunk, read once: by itself, and before a number."""

from __future__ import annotations

import re

import numpy as np

from kpu_corpus.ground.arrays import Growing, Longs, ranges
from kpu_corpus.indonesian.batch.chunks.flags import NUMBERED
from kpu_corpus.indonesian.batch.chunks.forms import Forms
from kpu_corpus.indonesian.batch.chunks.splitting import Splitter, code_points, in_a_row
from kpu_corpus.indonesian.batch.plain import END, KINDS, START, SURFACE, plain_words
from kpu_corpus.indonesian.words import ZERO_WIDTH, words

ROW, COUNT, LEADS, CLOSES = range(4)
"""Columns of a reading: its first word, their count, whether words stand at its head and end.

What nobody sees stands nowhere: a chunk of nothing else is as if it were not there, and has both
without a word.
"""

_VISIBLE = re.compile(f"[^{ZERO_WIDTH}]")


class Readings:
    """``of[2 * form]`` is the reading of a chunk, ``of[2 * form + 1]`` the one before a number."""

    def __init__(self, forms: Forms, surfaces: Splitter) -> None:
        self.forms, self.surfaces = forms, surfaces
        self.of = Growing(np.int32, 4)
        self.words = Growing(np.int32, 4)

    def look(self) -> None:
        """Read the chunks that came since the last time."""
        self.forms.look()
        first = len(self.of) // 2
        chunks, flags = self.forms.splitter.forms[first:], self.forms.flags[first:]
        if not chunks:
            return
        self.of.extend(np.zeros((2 * len(chunks), 4), np.int32))
        rest = self._plain(first, chunks, flags).tolist()
        self._read([2 * (first + row) for row in rest], [chunks[row] for row in rest], "")
        rest = np.flatnonzero(flags & NUMBERED).tolist()
        self._read([2 * (first + row) + 1 for row in rest], [chunks[row] for row in rest], " 5")

    def tokens(self, readings: Longs) -> list[list[tuple[int, int]]]:
        """Return the places of the words of some readings, counted from the head of the chunk."""
        first, count = self.of.rows[readings][:, (ROW, COUNT)].T.astype(np.int64)
        held = self.words.rows[ranges(first, first + count)]
        places = [(a, b) for a, b in held[:, (START, END)].tolist()]
        after = np.cumsum(count)
        pairs = zip((after - count).tolist(), after.tolist(), strict=True)
        return [places[a:b] for a, b in pairs]

    def _plain(self, first: int, chunks: list[str], flags: Longs) -> Longs:
        """Take in the chunks whose words are plain; return which are not."""
        row = in_a_row(chunks)
        told = plain_words(row, flags)
        chunk = np.repeat(np.arange(len(told.plain)), told.size[told.plain])
        head = row.start[told.plain][chunk]
        places = head + told.rows[:, START], head + told.rows[:, END]
        told.rows[:, SURFACE] = self.surfaces.numbers(row.text, row.codes, *places)
        size = row.end[told.plain] - row.start[told.plain]
        self._append(2 * (first + told.plain), size, chunk, told.rows)
        return told.doubtful

    def _read(self, rows: list[int], chunks: list[str], after: str) -> None:
        # One under the other: no word holds white space or depends on what the next line says.
        text = "".join([chunk + after + "\n" for chunk in chunks])
        size = np.fromiter(map(len, chunks), np.int64, len(chunks))
        head = np.cumsum(size + len(after) + 1) - (size + len(after) + 1)
        found = words(text)
        place = np.array([row[:2] for row in found], np.int64).reshape(-1, 2)
        kind = np.array([KINDS.index(kind) for _, _, kind in found], np.int64)
        chunk = np.searchsorted(head, place[:, 0], "right") - 1
        own = place[:, 0] < (head + size)[chunk]
        place, kind, chunk = place[own], kind[own], chunk[own]
        start, end = place.T.copy()
        surface = self.surfaces.numbers(text, code_points(text), start, end)
        table = np.column_stack([place - head[chunk][:, None], surface, kind])
        self._append(np.array(rows, np.int64), size, chunk, table)
        self._look_through(rows, chunks)

    def _look_through(self, rows: list[int], chunks: list[str]) -> None:
        """Tell what stands at the head and the end of the chunks where nobody sees what does."""
        for row, chunk in zip(rows, chunks, strict=True):
            if chunk.isascii() or (_VISIBLE.match(chunk) and _VISIBLE.match(chunk[-1])):
                continue
            reading, first = self.of.rows[row], _VISIBLE.search(chunk)
            if first is None:
                reading[[LEADS, CLOSES]] = True
            elif reading[COUNT]:
                last = next(_VISIBLE.finditer(chunk[::-1])).start()
                start = self.words.rows[reading[ROW], START]
                end = self.words.rows[reading[ROW] + reading[COUNT] - 1, END]
                reading[LEADS], reading[CLOSES] = start <= first.start(), end >= len(chunk) - last

    def _append(self, rows: Longs, size: Longs, chunk: Longs, table: Longs) -> None:
        count = np.bincount(chunk, minlength=len(rows))
        reading = np.zeros((len(rows), 4), np.int32)
        reading[:, ROW] = len(self.words) + np.cumsum(count) - count
        reading[:, COUNT] = count
        reading[chunk[table[:, START] == 0], LEADS] = True
        reading[chunk[table[:, END] == size[chunk]], CLOSES] = True
        self.of.rows[rows] = reading
        self.words.extend(table)
