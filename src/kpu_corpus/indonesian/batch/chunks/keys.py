"""Words as byte rows of one size, which C compares at once."""

from __future__ import annotations

from collections.abc import Iterable
from ctypes import Structure, c_char_p, c_int64

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.bytes_]

_LONGEST = 16  # as in `letters.h`


def keys(words: Iterable[str]) -> Keys:
    """Return the keys of words of ASCII letters, in their order.

    >>> keys(["di", "dan"])
    array([b'di', b'dan'], dtype='|S16')
    """
    encoded = [word.encode("ascii") for word in words]
    if any(len(word) > _LONGEST for word in encoded):
        raise ValueError("a word has more letters than a key")
    return np.array(encoded, f"S{_LONGEST}")


class Table(Structure):
    """Keys as C takes them; ``count`` rows of as many keys as the rows are said to have.

    Words of one key are looked up, and stand in their order.
    """

    _fields_ = (("count", c_int64), ("keys", c_char_p))

    @classmethod
    def of(cls, words: Iterable[str]) -> Table:
        """Return the table of some words to be looked up."""
        return cls.rows(sorted(words))

    @classmethod
    def rows(cls, words: Iterable[str], width: int = 1) -> Table:
        """Return the table of some words in the order in which they are given."""
        found = keys(words)
        return cls(len(found) // width, found.tobytes())
