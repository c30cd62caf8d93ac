"""Whole numbers as short strings: unsigned Base64 VLQ, as in source maps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

# Five bits a character, the lowest first; the sixth bit says that more follow.
# Source Map Revision 3 (Google, Mozilla 2011), here for numbers from 0.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BITS, MORE = 5, 32


def packed(numbers: Iterable[int]) -> str:
    """Return non-negative numbers as one string.

    >>> packed([0, 31, 32, 1000])
    'AfgBof'
    """
    return "".join(map(_digits, numbers))


def gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Yield the differences of ascending numbers, the first from 0.

    >>> list(gaps([3, 4, 9]))
    [3, 1, 5]
    """
    before = 0
    for number in numbers:
        yield number - before
        before = number


@cache
def _digits(number: int) -> str:
    digits = ""
    while number >= MORE:
        digits += DIGITS[number & (MORE - 1) | MORE]
        number >>= BITS
    return digits + DIGITS[number]
