"""Text → chunks, each distinct one known by a number: in C where it is compiled, else in numpy."""

from __future__ import annotations

import ctypes
import weakref
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.indonesian.batch.characters import SPACE, classes
from kpu_corpus.indonesian.batch.lexicon import ChunkIndex, Lexicon

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]

_LAST_LATIN = 0xFF
_BEHIND = 16  # bytes behind the characters of a text, as in `chunks.c`


class Split(NamedTuple):
    """Chunks by place: where they start and end, their number; and the places of marks.

    Marks are line breaks, brackets and quotation marks.
    """

    start: Ints
    end: Ints
    form: Ints
    marks: Ints


class Read(NamedTuple):
    """A text that is to be split, and its code points.

    ``bytes`` are what C makes of them: its characters and their classes, for so many ``chunks`` and
    ``marks``.
    """

    text: str
    codes: Codes
    bytes: npt.NDArray[np.uint8] | None = None
    chunks: int = 0
    marks: int = 0


class Splitter(Protocol):
    """Numbers the distinct chunks of all texts that it is given, in the order of first coming."""

    forms: list[str]

    def read(self, text: str) -> Read:
        """Return a text that is to be split; any thread may read one, one alone split it."""

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""

    def numbers(self, text: str, codes: Codes, start: Ints, end: Ints) -> Ints:
        """Return the numbers of some stretches of a text."""


def splitter() -> Splitter:
    """Return a splitter that has seen nothing yet."""
    compiled = native.library()
    return PlainSplitter() if compiled is None else CompiledSplitter(compiled)


def code_points(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


class Row(NamedTuple):
    """Strings one behind the other: their text and its code points, where each starts and ends."""

    text: str
    codes: Codes
    start: Ints
    end: Ints


def in_a_row(strings: Sequence[str]) -> Row:
    """Write strings one behind the other."""
    text = "".join(strings)
    end = np.cumsum(np.fromiter(map(len, strings), np.int64, len(strings)))
    return Row(text, code_points(text), np.append(0, end)[:-1], end)


class PlainSplitter:
    """In numpy, with a dictionary of strings."""

    def __init__(self) -> None:
        self._lexicon = Lexicon()
        self._index = ChunkIndex(self._lexicon)
        self.forms = self._lexicon.forms

    def read(self, text: str) -> Read:
        """Return a text that is to be split."""
        return Read(text, code_points(text))

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""
        text, codes = read[:2]
        latin = text.encode("latin-1", "replace")
        wide = np.flatnonzero(codes > _LAST_LATIN)
        table = classes()
        kinds = np.frombuffer(
            bytearray(latin.translate(table.tobytes()[: _LAST_LATIN + 1])), np.uint8
        )
        kinds[wide] = table.take(codes[wide], mode="clip")
        blank = np.concatenate([[SPACE], kinds & SPACE, [SPACE]])
        edges = np.flatnonzero(blank[1:] != blank[:-1])
        start, end = edges[::2], edges[1::2]
        wide = wide[kinds[wide] & SPACE == 0]
        form = self._index.numbers(text, latin, wide, start, end)
        return Split(start, end, form, np.flatnonzero(kinds > SPACE))

    def numbers(self, text: str, codes: Codes, start: Ints, end: Ints) -> Ints:
        """Return the numbers of some stretches of a text."""
        pairs = zip(start.tolist(), end.tolist(), strict=True)
        return self._lexicon.numbers([text[a:b] for a, b in pairs])


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
        """Return a text that is to be split, every character looked at once."""
        codes, table = code_points(text), classes()
        found = np.empty(2 * (len(codes) + _BEHIND), np.uint8)
        chunks, marks = ctypes.c_int64(), ctypes.c_int64()
        self._call.chunks_read(
            *(native.pointer(codes), ctypes.c_int64(len(codes))),
            *(native.pointer(table), ctypes.c_uint32(len(table) - 1)),
            *(native.pointer(found), ctypes.byref(chunks), ctypes.byref(marks)),
        )
        return Read(text, codes, found, chunks.value, marks.value)

    def split(self, read: Read) -> Split:
        """Return the chunks of a text."""
        start, end, form, fresh = (np.empty(read.chunks, np.int64) for _ in range(4))
        split = Split(start, end, form, np.empty(read.marks, np.int64))
        size, columns = ctypes.c_int64(len(read.codes)), (start, end, form, fresh, split.marks)
        given = native.pointer(read.codes), size, native.given(read.bytes)
        if self._call.chunks_split(self._index, *given, *map(native.pointer, columns)):
            raise MemoryError
        self._tell(read.text, start, end, fresh)
        return split

    def numbers(self, text: str, codes: Codes, start: Ints, end: Ints) -> Ints:
        """Return the numbers of some stretches of a text."""
        form, fresh = np.empty(len(start), np.int64), np.empty(len(start), np.int64)
        columns = map(native.pointer, (start, end, form, fresh))
        size = ctypes.c_int64(len(start))
        if self._call.chunks_number(self._index, native.pointer(codes), size, *columns) < 0:
            raise MemoryError
        self._tell(text, start, end, fresh)
        return form

    def _tell(self, text: str, start: Ints, end: Ints, fresh: Ints) -> None:
        """Read the chunks that came for the first time: the first of ``fresh``."""
        rows = fresh[: self._call.chunks_count(self._index) - len(self.forms)]
        pairs = zip(start[rows].tolist(), end[rows].tolist(), strict=True)
        self.forms += [text[a:b] for a, b in pairs]
