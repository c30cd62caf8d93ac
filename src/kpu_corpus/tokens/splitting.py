"""Words replaced by several words each, in all columns at once."""

from __future__ import annotations

from ctypes import c_int64
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.tokens.scanning import Words


class Split(NamedTuple):
    """What the types become: ``size`` words each, and the words of those that are no longer one.

    ``pieces`` has their type and their start inside the surface, one after the other in the order
    of the types that are split.
    """

    size: Ints
    pieces: Ints


def split_words(words: Words, repeat: Bools, split: Split) -> tuple[Words, Bools]:
    """Return the columns with the words of those types split, ``repeat`` going along."""
    several = split.size > 1
    before = np.where(several, np.cumsum(split.size * several) - split.size, -1).astype(np.int32)
    compiled = native.library()
    if compiled is None:
        return _split(words, repeat, split, before)
    tokens = c_int64(len(words.type))
    columns: tuple[npt.NDArray[Any], ...] = (
        *(split.size, before, split.pieces),
        *(words.type, words.unit, words.start, words.gap, repeat),
    )
    columns = tuple(np.ascontiguousarray(column) for column in columns)
    count = compiled.words_count(tokens, native.pointer(columns[0]), native.pointer(columns[3]))
    type_, unit, start = (np.empty(count, dtype=np.int32) for _ in range(3))
    gap, repeated = np.empty(count, dtype=bool), np.empty(count, dtype=bool)
    given = (native.pointer(column) for column in columns)
    made = (native.pointer(column) for column in (type_, unit, start, gap, repeated))
    compiled.words_split(tokens, *given, *made)
    return replace(words, type=type_, unit=unit, start=start, gap=gap), repeated


def _split(words: Words, repeat: Bools, split: Split, before: Ints) -> tuple[Words, Bools]:
    count = split.size[words.type]
    token = np.repeat(np.arange(len(words.type)), count)
    step = np.arange(len(token)) - np.repeat(np.cumsum(count) - count, count)
    types = words.type[token]
    several = before[types] >= 0
    piece = split.pieces[np.where(several, before[types] + step, 0)]
    start = words.start[token]
    made = replace(
        words,
        type=np.where(several, piece[:, 0], types),
        unit=words.unit[token],
        start=np.where(several, start + piece[:, 1], start),
        gap=words.gap[token] & (step == 0),
    )
    return made, repeat[token]
