"""The distinct chunks met so far, by number; most are found by sixteen bytes, not a string."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kpu_corpus.ground.arrays import Longs

Keys = npt.NDArray[np.uint64]

_HALF, _KEY = 8, 16
_SLOT_BITS = 20
# Odd numbers near 2^64 divided by the golden ratio and by its square, as in multiplicative hashing
# (D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4, 1973).
_MIX, _MIX_HIGH = np.uint64(0x9E3779B97F4A7C15), np.uint64(0x61C8864680B583EB)
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_HALF + 1)], np.uint64)


class Numbering(dict[str, int]):
    """Strings numbered in the order of their first coming."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[str] = []

    def __missing__(self, form: str) -> int:
        self[form] = number = len(self.forms)
        self.forms.append(form)
        return number

    def numbers(self, forms: Sequence[str]) -> Longs:
        """Return the number of every string."""
        return np.fromiter(map(self.__getitem__, forms), np.int64, len(forms))


class ChunkIndex:
    """Numbers of chunks: one slot for each key in front of the dictionary, which settles the rest.

    A key is the chunk itself, up to sixteen Latin-1 characters, so that nothing is taken for
    another; where two chunks fall on one slot, the later has it.
    """

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self._slots = np.zeros(1 << _SLOT_BITS, np.int32)  # number + 1: zeros cost nothing unused
        self._low: Keys = np.zeros(0, np.uint64)
        self._high: Keys = np.zeros(0, np.uint64)

    def numbers(self, text: str, latin: bytes, wide: Longs, start: Longs, end: Longs) -> Longs:
        """Return the number of the chunks of ``text``.

        ``latin`` is the text in Latin-1 with anything for other characters, which stand at the
        places ``wide``.
        """
        low, high = _keys(latin, start, end - start)
        keyed = end - start <= _KEY
        keyed[np.searchsorted(start, wide, "right") - 1] = False
        keyed &= b"\0" not in latin  # which is also what fills a key up
        slot = ((low ^ (high * _MIX_HIGH)) * _MIX) >> np.uint64(64 - _SLOT_BITS)
        number: Longs = self._slots[slot].astype(np.int64) - 1
        known = keyed & (number >= 0)
        if len(self._low):
            known &= (self._low[number] == low) & (self._high[number] == high)
        rest = np.flatnonzero(~known)
        pairs = zip(start[rest].tolist(), end[rest].tolist(), strict=True)
        found = self.numbering.numbers([text[a:b] for a, b in pairs])
        number[rest] = found
        self._grow()
        rest, found = rest[keyed[rest]], found[keyed[rest]]
        self._slots[slot[rest]] = found + 1
        self._low[found], self._high[found] = low[rest], high[rest]
        return number

    def _grow(self) -> None:
        new = np.zeros(len(self.numbering.forms) - len(self._low), np.uint64)
        self._low, self._high = np.append(self._low, new), np.append(self._high, new)


def _keys(latin: bytes, start: Longs, size: Longs) -> tuple[Keys, Keys]:
    """The first and the second eight bytes of every chunk, filled up with zeros."""
    padded = latin + bytes(_KEY)
    eight: Keys = np.ndarray((len(padded) - _HALF + 1,), "<u8", padded, strides=(1,))
    low = eight[start] & _MASKS[np.minimum(size, _HALF)]
    after = np.minimum(start + _HALF, len(latin))
    high = eight[after] & _MASKS[np.clip(size - _HALF, 0, _HALF)]
    return low, high
