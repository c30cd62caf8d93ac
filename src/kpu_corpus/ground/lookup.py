"""A table of words that is looked up in the bytes of a file, without reading it all."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from ctypes import c_int32, c_int64
from itertools import accumulate
from typing import Any, TypeVar, cast
from zlib import crc32

from kpu_corpus.ground.packing import from_bytes, to_bytes

T = TypeVar("T")

_WORD, _TOLD = b"\xff", b"\xfe"  # before a word and behind it: no text in UTF-8 has these bytes
_SHARE = 4  # words to a bucket
_HEAD = 4  # bytes that tell where a bucket begins
MANY = 20_000
"""Look-ups that take about as long as to make a dictionary of all words."""
_FEW = 16  # words that are looked up one by one, before they would be laid out for C


class Lookup(Mapping[str, T]):
    """Words in the bytes that :func:`written` makes; ``told`` reads what is told of each.

    After ``MANY`` look-ups they are read as a whole instead (``whole``); ``quick`` is the fastest
    to ask at any time, and ``each`` for many words.

    >>> words = {"pemilu": 12, "suara": 13}
    >>> table = Lookup(written({word: str(n) for word, n in words.items()}), int, lambda: words)
    >>> table["suara"], "suar" in table, table.get("pemilu|suara"), [*table]
    (13, False, None, ['pemilu', 'suara'])
    """

    def __init__(
        self, data: bytes, told: Callable[[bytes], T], whole: Callable[[], Mapping[str, T]]
    ) -> None:
        (count,) = from_bytes(data[:_HEAD])
        self._data, self._told, self._whole, self._mask = data, told, whole, count - 1
        self._heads = from_bytes(data[_HEAD : _HEAD * (count + 2)])
        self._left = MANY
        self.quick: Mapping[str, T] = self

    def whole(self) -> Mapping[str, T]:
        """Return them as a dictionary, which is ``quick`` from then on."""
        if self.quick is self:
            self.quick, self._left = self._whole(), 0
        return self.quick

    def __contains__(self, word: object) -> bool:
        return self.get(word, self) is not self

    def __getitem__(self, word: str) -> T:
        found = self.get(word, self)
        if found is self:
            raise KeyError(word)
        return cast(T, found)

    def get(self, word: Any, default: Any = None) -> Any:
        """Return what is told of a word, the default for an unknown one."""
        if self._left <= 0:
            return self.whole().get(word, default)
        self._left -= 1
        own = word.encode("utf-8", "surrogatepass")
        at = crc32(own) & self._mask
        own = _WORD + own + _TOLD
        begin = self._data.find(own, self._heads[at], self._heads[at + 1])
        if begin < 0:
            return default
        begin += len(own)
        return self._told(self._data[begin : self._data.index(_WORD, begin)])

    def each(self, words: Sequence[str]) -> list[T | None]:
        """Return what is told of each word, None for an unknown one: in C, else one by one.

        >>> table = Lookup(written({"suara": "13"}), int, dict)
        >>> table.each(["suara", "suar"])
        [13, None]
        """
        if self.quick is self and len(words) >= _FEW:
            # here, since who asks for single words needs no numpy
            from kpu_corpus import native

            text = "".join([word + "\0" for word in words]).encode("utf-8", "surrogatepass")
            compiled = native.library()
            if compiled is not None and text.count(0) == len(words):
                rows = [array("i", bytes(4 * len(words))) for _ in range(2)]
                compiled.lookup_find(
                    *(self._data, _address(self._heads), c_int64(self._mask)),
                    *(text, c_int64(len(words)), *map(_address, rows)),
                )
                data, told = self._data, self._told
                return [told(data[a:b]) if a >= 0 else None for a, b in zip(*rows, strict=True)]
        return [*map(self.quick.get, words)]

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())


def _address(numbers: array[int]) -> Any:
    return (c_int32 * len(numbers)).from_buffer(numbers)


def written(words: Mapping[str, str]) -> bytes:
    """Return words and what is told of each as :class:`Lookup` reads them."""
    count = 1 << max(len(words) // _SHARE, 1).bit_length()
    buckets: list[list[bytes]] = [[] for _ in range(count)]
    for word, told in sorted(words.items()):
        own = word.encode()
        buckets[crc32(own) & (count - 1)].append(_WORD + own + _TOLD + told.encode())
    texts = [b"".join(bucket) for bucket in buckets]
    heads = accumulate(map(len, texts), initial=_HEAD * (count + 2))
    return to_bytes([count, *heads]) + b"".join(texts) + _WORD
