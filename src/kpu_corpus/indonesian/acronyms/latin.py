"""Many texts laid end to end, one byte per character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Longs

AROUND = 48
"""Bytes beside the texts, so that what stands near a place can always be read."""

_BLOCK = 1_000_000  # characters that are laid together


class Laid(NamedTuple):
    """Texts in Latin-1, line breaks between and around; other characters are question marks.

    ``base`` are the places where the texts begin.
    """

    latin: bytes
    base: Longs

    @property
    def end(self) -> int:
        """The place where the last text ends."""
        return len(self.latin) - AROUND

    def by_text(self, places: Longs) -> Iterator[tuple[int, int]]:
        """Yield for each place the number of its text and where it is in that."""
        text = np.searchsorted(self.base, places, "right") - 1
        return zip(text.tolist(), (places - self.base[text]).tolist(), strict=True)


def laid(texts: Iterable[str]) -> Iterator[Laid]:
    """Lay texts end to end, about a million characters at a time."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= _BLOCK:
            yield _laid(held)
            held, size = [], 0
    if held:
        yield _laid(held)


def _laid(texts: Sequence[str]) -> Laid:
    edge = b"\n" * (AROUND - 1)
    latin = b"\n".join((edge, *(text.encode("latin-1", "replace") for text in texts), edge))
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    return Laid(latin, AROUND + np.cumsum(sizes + 1) - (sizes + 1))
