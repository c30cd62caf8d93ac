"""Where connecting words of definitions may occur, in many texts at once."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.acronyms.latin import AROUND, Laid

_STEP = 1 << 17  # characters whose columns stay in the cache of the processor
_MIX = np.uint32(0x9E3779B1)  # 2^32 by the golden ratio (Knuth, volume 3, section 6.4)
_SHIFT = np.uint32(16)
_THREE, _FOUR, _EIGHT = 3, 4, 8
_BYTE, _LAST = np.uint32(8), np.uint32(0xFF)
_FOLD = np.uint32(0x20202000)  # makes three ASCII letters small


class Sought(NamedTuple):
    """Words to look for, of four ASCII letters or more, and what must stand beside some of them.

    ``bare`` are those that need a short form beside them: one in capitals, or one that begins
    with a piece of ``heads`` after the word, or ends with a piece of ``tails`` before it.
    """

    words: tuple[str, ...]
    bare: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


class Triggers:
    """Finds the places of words; what depends on the words only is made once.

    Every place where a word stands by itself and has what it needs is found; a few others too.
    """

    def __init__(self, sought: Sought) -> None:
        self.words = sought.words
        self.bare = sought.bare
        self._first: Bools = np.zeros(1 << 16, bool)
        for word in sought.words:
            self._first[_mixed(np.array([_number(word[:_FOUR])], np.uint32))] = True
        self._heads = _edges((piece[:_THREE] for piece in sought.heads), "{0}{1}")
        self._tails = _edges((piece[-_THREE:] for piece in sought.tails), "{1}{0}")

    def places(self, texts: Laid) -> list[tuple[int, Longs]]:
        """Return the places found: a row in the words, and where that word is."""
        latin = texts.latin
        places = self._starts(texts)
        eight = _every(latin, "<u8")[places]
        found: list[tuple[int, Longs]] = []
        for row, word in enumerate(self.words):
            kept = word[:_EIGHT]
            same = places[eight & np.uint64((1 << 8 * len(kept)) - 1) == np.uint64(_number(kept))]
            if word in self.bare:
                same = same[self._beside(latin, same, same + len(word))]
            found.append((row, same))
        return found

    def _starts(self, texts: Laid) -> Longs:
        """Places after no letter or digit where the first four letters of a word may stand."""
        latin, end = texts.latin, texts.end
        four = _every(latin, "<u4")[:end]
        hits = [
            np.flatnonzero(self._first[_mixed(four[at : at + _STEP])]) + at
            for at in range(AROUND, end, _STEP)
        ]
        places = np.concatenate(hits) if hits else np.empty(0, np.int64)
        return places[~_ALNUM[np.frombuffer(latin, np.uint8)[places - 1]]]

    def _beside(self, latin: bytes, start: Longs, end: Longs) -> Bools:
        """Whether what stands beside the words from ``start`` to ``end`` may be a short form."""
        codes, four = np.frombuffer(latin, np.uint8), _every(latin, "<u4")
        first, second, third = (codes[end + by] for by in (1, 2, 3))
        # a word in capitals, or one that begins like a known form
        large = _BEGINS[first] & ~(_CAPITAL[first] & _SMALL[second])
        known = self._heads[_mixed(four[end + 1] << _BYTE | _FOLD)]
        head = large | known | _WIDE[second] | _WIDE[third]
        last = start - 2 - (codes[start - 2] == _COMMA)
        first, second, third = (codes[last - by] for by in (0, 1, 2))
        known = self._tails[_mixed(four[last - 3] & ~_LAST | _FOLD)]
        tail = _ENDS[first] | known | _WIDE[second] | _WIDE[third]
        beside: Bools = _BLANK[codes[end]] & (head | tail)
        return beside


def _number(text: str) -> int:
    return int.from_bytes(text.encode("latin-1", "replace"), "little")


def _every(latin: bytes, kind: str) -> npt.NDArray[Any]:
    """The whole number of some bytes that begins at every byte."""
    size = np.dtype(kind).itemsize
    return np.ndarray((len(latin) - size + 1,), kind, latin, strides=(1,))


def _mixed(numbers: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    mixed = numbers * _MIX
    mixed >>= _SHIFT
    return mixed


def _edges(pieces: Iterable[str], form: str) -> Bools:
    """A table of three small letters that pieces begin or end with, by `_mixed`.

    A piece of fewer letters has no letter or digit on its other side.
    """
    others = [chr(code) for code in range(256) if not _ALNUM[code]]
    threes = [
        form.format(piece, other)
        for piece in {*pieces}
        for other in (others if len(piece) < _THREE else ("",))
    ]
    codes = np.frombuffer("".join(threes).encode("latin-1", "replace"), np.uint8)
    three = codes.reshape(-1, _THREE).astype(np.uint32) << np.array([8, 16, 24], np.uint32)
    table = np.zeros(1 << 16, bool)
    table[_mixed(np.bitwise_or.reduce(three, axis=1) | _FOLD)] = True
    return table


def _table(chars: str) -> Bools:
    table = np.zeros(256, bool)
    table[[ord(char) for char in chars]] = True
    return table


_OTHER = "?" + "".join(map(chr, range(128, 256)))  # which also stand for what is not Latin-1
_WIDE = _table(_OTHER)
_SMALL = _table(ascii_lowercase)
_CAPITAL = _table(ascii_uppercase)
_ALNUM = _table(ascii_letters + digits)
_BLANK = _table(_OTHER + "".join(map(chr, range(33))))
_BEGINS = _table(_OTHER + ascii_uppercase + "\"'")
_ENDS = _table(_OTHER + ascii_uppercase + digits + "\"'," + "".join(map(chr, range(33))))
_COMMA = ord(",")
