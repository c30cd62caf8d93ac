"""Tokens with names and fixed phrases split into their words."""

from __future__ import annotations

from ctypes import c_int64
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Ints, ranges
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.indonesian.words import words as find_words
from kpu_corpus.tokens.scanning import Words
from kpu_corpus.tokens.stream import Tokens, stop_words
from kpu_corpus.tokens.wordtypes import Types


def single_words(tokens: Tokens) -> Tokens:
    """Return the same tokens with every unit of several words as its single words.

    Reduplications (undang-undang) and prefixes that were written apart stay joined: they are one
    word. Offsets stay exact.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Komisi Pemilihan Umum bekerja."}))
    >>> len(tokens), single_words(tokens).frame["root"].tolist()
    (2, ['komisi', 'pilih', 'umum', 'kerja'])
    """
    surfaces, norms = tokens.types.surface, tokens.types.norm
    joined = [index for index, norm in enumerate(norms) if " " in norm]
    pieces = {index: found for index in joined if (found := _pieces(surfaces[index], norms[index]))}
    if not pieces:
        return replace(tokens, apart=True)
    listed = [piece for unit in pieces.values() for piece in unit]
    asked = {piece[0] for piece in listed}
    number = {(s, norms[row]): row for row, s in enumerate(surfaces) if s in asked}
    added: dict[tuple[str, str], str] = {}
    for surface, norm, kind, _ in listed:
        if number.setdefault((surface, norm), len(norms) + len(added)) == len(norms) + len(added):
            added[surface, norm] = kind
    flat = [(number[surface, norm], start) for surface, norm, _, start in listed]
    size = np.ones(len(norms), dtype=np.int32)
    size[list(pieces)] = [len(unit) for unit in pieces.values()]
    split = _Split(size, np.array(flat, dtype=np.int32))
    words, repeat = _split_words(tokens.words, tokens.repeat, split)
    types = _analysed(tokens, added)
    words = replace(words, surfaces=types.surface, kinds=types.kind)
    return replace(tokens, types=types, words=words, repeat=repeat, apart=True)


Piece = tuple[str, str, str, int]  # surface, norm, kind, start


def _pieces(surface: str, norm: str) -> list[Piece]:
    """Return the words of a unit, or nothing where the form is one word."""
    norms = norm.split()
    found = find_words(surface)
    if len(found) != len(norms):
        return []
    return [(surface[a:b], form, kind, a) for (a, b, kind), form in zip(found, norms, strict=True)]


def _analysed(tokens: Tokens, added: dict[tuple[str, str], str]) -> Types:
    """Return the types with those of the parts that the text has nowhere else."""
    old, stop = tokens.types, stop_words(tokens.manifest["settings"]["stops"])
    surfaces, norms = [form[0] for form in added], [form[1] for form in added]
    roots = roots_of(surfaces if tokens.roots == "sastrawi" else norms, roots=tokens.roots)
    return Types(
        (*old.surface, *surfaces),
        (*old.norm, *norms),
        (*old.root, *roots),
        (*old.kind, *added.values()),
        np.append(old.stop, np.array([norm in stop for norm in norms], dtype=bool)),
    )


class _Split(NamedTuple):
    """What the types become: ``size`` words each, and the words of those that are no longer one.

    ``pieces`` has their type and their start inside the surface, one after the other in the order
    of the types that are split.
    """

    size: Ints
    pieces: Ints


def _split_words(words: Words, repeat: Bools, split: _Split) -> tuple[Words, Bools]:
    """Return the columns with the words of those types split, ``repeat`` going along."""
    several = split.size > 1
    before = np.where(several, np.cumsum(split.size * several) - split.size, -1).astype(np.int32)
    compiled = native.library()
    if compiled is None:
        return _split_plainly(words, repeat, split, before)
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


def _split_plainly(words: Words, repeat: Bools, split: _Split, before: Ints) -> tuple[Words, Bools]:
    count = split.size[words.type]
    token, step = np.repeat(np.arange(len(words.type)), count), ranges(0, count)
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
