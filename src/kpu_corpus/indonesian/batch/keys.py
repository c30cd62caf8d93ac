"""Words as rows of bytes of one size, which C compares at once."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.bytes_]

_LONGEST = 16  # as in `headings.c` and `shapes.c`


def keys(words: Iterable[str]) -> Keys:
    """Return the keys of words of ASCII letters, in order.

    >>> keys(["di", "dan"])
    array([b'dan', b'di'], dtype='|S16')
    """
    encoded = sorted(word.encode("ascii") for word in words)
    if any(len(word) > _LONGEST for word in encoded):
        raise ValueError("a word has more letters than a key")
    return np.array(encoded, f"S{_LONGEST}")
