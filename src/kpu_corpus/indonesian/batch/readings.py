"""The words of every distinct chunk, read once: as it stands, and as it reads before a number."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.batch.flags import BEFORE_BODY, COMMA, NUMBERED, WORD
from kpu_corpus.indonesian.batch.forms import Forms
from kpu_corpus.indonesian.batch.growing import Growing
from kpu_corpus.indonesian.batch.lexicon import Lexicon
from kpu_corpus.indonesian.words import words

Ints = npt.NDArray[np.int64]

KINDS = ("word", "number", "symbol")
ROW, COUNT, LEADS, CLOSES = range(4)
"""Columns of a reading: its first word, their count, whether words stand at its head and end."""
START, END, SURFACE, KIND = range(4)
"""Columns of a word: its place in the chunk, its row in ``surfaces`` and in ``KINDS``."""


class Readings:
    """``of[2 * form]`` is the reading of a chunk, ``of[2 * form + 1]`` the one before a number."""

    def __init__(self, forms: Forms) -> None:
        self.forms = forms
        self.surfaces = Lexicon()
        self.of = Growing(np.int32, 4)
        self.words = Growing(np.int32, 4)

    def look(self) -> None:
        """Read the chunks that came since the last time."""
        self.forms.look()
        first, chunks = len(self.of) // 2, self.forms.splitter.forms
        self.of.extend(np.zeros((2 * (len(chunks) - first), 4), np.int32))
        new, flags = np.arange(first, len(chunks)), self.forms.flags[first:]
        numbered = new[flags & NUMBERED != 0]
        self._plain(new[flags & WORD != 0])
        rest = new[flags & WORD == 0]
        self._read(2 * rest, [chunks[form] for form in rest.tolist()], "")
        self._read(2 * numbered + 1, [chunks[form] for form in numbered.tolist()], " 5")

    def tokens(self, readings: Ints) -> list[list[tuple[int, int]]]:
        """Return the places of the words of some readings, counted from the head of the chunk."""
        first, count = self.of.rows[readings][:, (ROW, COUNT)].T.astype(np.int64)
        before = np.cumsum(count) - count
        word = np.arange(count.sum()) + np.repeat(first - before, count)
        places = [(a, b) for a, b in self.words.rows[word][:, (START, END)].tolist()]
        pairs = zip(before.tolist(), (before + count).tolist(), strict=True)
        return [places[a:b] for a, b in pairs]

    def _plain(self, forms: Ints) -> None:
        """Take in the chunks that are one word, with or without a mark after it."""
        chunks = [self.forms.splitter.forms[form] for form in forms.tolist()]
        size = np.fromiter(map(len, chunks), np.int64, len(chunks))
        end = size - (self.forms.flags[forms] & (COMMA | BEFORE_BODY) != 0)
        pairs = zip(chunks, end.tolist(), strict=True)
        surface = self.surfaces.numbers([chunk[:last] for chunk, last in pairs])
        none = np.zeros(len(chunks), np.int64)
        table = np.column_stack([none, end, surface, none + KINDS.index("word")])
        self._append(2 * forms, size, np.arange(len(chunks)), table)

    def _read(self, rows: Ints, chunks: list[str], after: str) -> None:
        # One under the other: no word holds white space or depends on what the next line says.
        text = "".join([chunk + after + "\n" for chunk in chunks])
        size = np.fromiter(map(len, chunks), np.int64, len(chunks))
        head = np.cumsum(size + len(after) + 1) - (size + len(after) + 1)
        found = words(text)
        surface = self.surfaces.numbers([text[start:end] for start, end, _ in found])
        kind = [KINDS.index(kind) for _, _, kind in found]
        place = np.array([row[:2] for row in found], np.int64).reshape(-1, 2)
        chunk = np.searchsorted(head, place[:, 0], "right") - 1
        place -= head[chunk][:, None]
        table = np.column_stack([place, surface, np.array(kind, np.int64)])
        own = place[:, 0] < size[chunk]
        self._append(rows, size, chunk[own], table[own])

    def _append(self, rows: Ints, size: Ints, chunk: Ints, table: Ints) -> None:
        count = np.bincount(chunk, minlength=len(rows))
        reading = np.zeros((len(rows), 4), np.int32)
        reading[:, ROW] = len(self.words) + np.cumsum(count) - count
        reading[:, COUNT] = count
        reading[chunk[table[:, START] == 0], LEADS] = True
        reading[chunk[table[:, END] == size[chunk]], CLOSES] = True
        self.of.rows[rows] = reading
        self.words.extend(table)
