"""Text → chunks, each distinct one known by a number: in C if compiled, else in numpy."""

from __future__ import annotations

import ctypes
import weakref
from collections import defaultdict
from collections.abc import Sequence
from itertools import count, islice
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.indonesian.batch.chunks.characters import SPACE, classes

Codes = npt.NDArray[np.uint32]

_GROUP, _BEHIND = 64, 16  # characters of a group, bytes behind the last, as in `chunks.c`


class Split(NamedTuple):
    """Chunks by place: where they start and end, their number; and the places of marks.

    Marks are line breaks, brackets and quotation marks.
    """

    start: Longs
    end: Longs
    form: Longs
    marks: Longs


_NOTHING = Split(*[np.empty(0, np.int64)] * 4)


class Read(NamedTuple):
    """A text that is to be split, and its code points.

    ``split`` is what C finds ahead: its chunks and marks; the rows of chunks that had no number yet
    are ``unknown``.
    """

    text: str
    codes: Codes
    split: Split = _NOTHING
    unknown: Longs = _NOTHING.form


class Splitter(Protocol):
    """Numbers the distinct chunks of all texts that it is given, in the order of first coming."""

    forms: list[str]

    def read(self, text: str) -> Read:
        """Return a text that is to be split; any thread may read one, one alone split it."""

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""

    def numbers(self, text: str, codes: Codes, start: Longs, end: Longs) -> Longs:
        """Return the numbers of some stretches of a text."""


def splitter() -> Splitter:
    """Return a splitter that has seen nothing yet."""
    compiled = native.library()
    return PlainSplitter() if compiled is None else CompiledSplitter(compiled)


def code_points(text: str) -> Codes:
    """Return the code points of a text: as ``text.encode("utf-32")``, in a quarter of the time."""
    codes = np.empty(len(text), np.uint32)
    size = ctypes.c_ssize_t(len(text))
    _CODE_POINTS(ctypes.py_object(text), native.pointer(codes), size, 0)
    return codes


_CODE_POINTS = ctypes.pythonapi.PyUnicode_AsUCS4
_CODE_POINTS.restype = ctypes.c_void_p


class Row(NamedTuple):
    """Strings one behind the other: their text and its code points, where each starts and ends."""

    text: str
    codes: Codes
    start: Longs
    end: Longs


def in_a_row(strings: Sequence[str]) -> Row:
    """Write strings one behind the other."""
    text = "".join(strings)
    end = np.cumsum(np.fromiter(map(len, strings), np.int64, len(strings)))
    return Row(text, code_points(text), np.append(0, end)[:-1], end)


class PlainSplitter:
    """In numpy, with a dictionary of strings."""

    def __init__(self) -> None:
        self._number: defaultdict[str, int] = defaultdict(count().__next__)
        self.forms: list[str] = []

    def read(self, text: str) -> Read:
        """Return a text that is to be split."""
        return Read(text, code_points(text))

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""
        kinds = classes().take(read.codes, mode="clip")
        blank = np.concatenate([[SPACE], kinds & SPACE, [SPACE]])
        edges = np.flatnonzero(blank[1:] != blank[:-1])
        start, end = edges[::2].copy(), edges[1::2].copy()
        form = self._numbers(read.text.split())  # at the white space of `classes`
        return Split(start, end, form, np.flatnonzero(kinds > SPACE))

    def numbers(self, text: str, codes: Codes, start: Longs, end: Longs) -> Longs:
        """Return the numbers of some stretches of a text."""
        pairs = zip(start.tolist(), end.tolist(), strict=True)
        return self._numbers([text[a:b] for a, b in pairs])

    def _numbers(self, forms: Sequence[str]) -> Longs:
        found = np.fromiter(map(self._number.__getitem__, forms), np.int64, len(forms))
        new = islice(reversed(self._number), len(self._number) - len(self.forms))
        self.forms += [*new][::-1]
        return found


class CompiledSplitter:
    """In C, which holds the distinct chunks in a table of its own."""

    def __init__(self, compiled: ctypes.CDLL) -> None:
        self._call = compiled
        self._index = ctypes.c_void_p(self._call.chunks_new())
        if not self._index:
            raise MemoryError
        # never at exit, when another thread may still be reading with it
        weakref.finalize(self, self._call.chunks_free, self._index).atexit = False
        self.forms: list[str] = []

    def read(self, text: str) -> Read:
        """Return a text that is to be split, every character looked at and known chunks found."""
        codes, table = code_points(text), classes()
        groups = len(codes) // _GROUP + 1
        chars, masks = np.empty(groups * _GROUP + _BEHIND, np.uint8), np.empty(groups, np.uint64)
        size, counts = ctypes.c_int64(len(codes)), np.empty(3, np.int64)
        last = ctypes.c_uint32(len(table) - 1)
        given = (native.pointer(codes), size, native.pointer(table), last)
        read = native.pointer(chars), native.pointer(masks)
        most = self._call.chunks_read(*given, *read)
        columns = [np.empty(most, np.int64) for _ in range(5)]
        # numbers are looked up here while others are given
        self._call.chunks_split(
            self._index, *given, *read, *map(native.pointer, (*columns, counts))
        )
        chunks, marks, count = counts.tolist()
        start, end, form, places, unknown = columns
        split = Split(start[:chunks], end[:chunks], form[:chunks], places[:marks])
        return Read(text, codes, split, unknown[:count].copy())

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""
        (start, end, form, _), rows = read.split, read.unknown
        form[rows] = self.numbers(read.text, read.codes, start[rows], end[rows])
        return read.split

    def numbers(self, text: str, codes: Codes, start: Longs, end: Longs) -> Longs:
        """Return the numbers of some stretches of a text; what comes first is read."""
        form, fresh = np.empty(len(start), np.int64), np.empty(len(start), np.int64)
        columns = map(native.given, (start, end))
        found = map(native.pointer, (form, fresh))
        size = ctypes.c_int64(len(start))
        new = self._call.chunks_number(self._index, native.pointer(codes), size, *columns, *found)
        if new < 0:
            raise MemoryError
        pairs = zip(start[fresh[:new]].tolist(), end[fresh[:new]].tolist(), strict=True)
        self.forms += [text[a:b] for a, b in pairs]
        return form
