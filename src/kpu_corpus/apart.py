"""Tokens with names and fixed phrases taken apart into their words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpu_corpus.indonesian.words import words as find_words
from kpu_corpus.scanning import Bools, Words
from kpu_corpus.tokens import Tokens, stop_words
from kpu_corpus.wordtypes import Types, analyse_types


def apart(tokens: Tokens) -> Tokens:
    """Return the same tokens with every unit of several words as its single words.

    Reduplications (undang-undang) and prefixes that were written apart stay joined: they are one
    word. Offsets stay exact.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Komisi Pemilihan Umum bekerja."}))
    >>> len(tokens), apart(tokens).frame["root"].tolist()
    (2, ['komisi', 'pilih', 'umum', 'kerja'])
    """
    pieces = [_pieces(*form) for form in zip(tokens.types.surface, tokens.types.norm, strict=True)]
    if not any(pieces):
        return tokens
    surfaces, kinds, norms = _new_types(pieces)
    old = len(tokens.types.surface)
    number = {form: old + index for index, form in enumerate(zip(surfaces, norms, strict=True))}
    parts = [
        [(number[surface, norm], a, b) for surface, norm, _, a, b in piece] or [(index, 0, 0)]
        for index, piece in enumerate(pieces)
    ]
    words = _words(tokens, parts, surfaces, kinds)
    added = _analysed(tokens, words, norms, surfaces, kinds)
    repeat: Bools = np.repeat(tokens.repeat, [len(parts[t]) for t in tokens.type])
    return replace(tokens, types=added, words=words, repeat=repeat)


Piece = tuple[str, str, str, int, int]  # surface, norm, kind, start, end


def _pieces(surface: str, norm: str) -> list[Piece]:
    """Return the words of a unit, or nothing where the form is one word."""
    norms = norm.split()
    found = list(find_words(surface, 0, len(surface))) if len(norms) > 1 else []
    if len(found) != len(norms):
        return []
    return [
        (surface[a:b], form, kind, a, b) for (a, b, kind), form in zip(found, norms, strict=True)
    ]


def _new_types(pieces: list[list[Piece]]) -> tuple[list[str], list[str], list[str]]:
    found = {(p[0], p[1]): p[2] for piece in pieces for p in piece}
    return [form[0] for form in found], list(found.values()), [form[1] for form in found]


def _words(
    tokens: Tokens, parts: list[list[tuple[int, int, int]]], surfaces: list[str], kinds: list[str]
) -> Words:
    words = tokens.words
    count = np.array([len(part) for part in parts])[words.type]
    token = np.repeat(np.arange(len(words.type)), count)
    flat = np.array([piece for part in parts for piece in part], dtype=np.int32)
    begins = np.cumsum([0, *(len(part) for part in parts)])[:-1]
    step = np.arange(len(token)) - np.repeat(np.cumsum(count) - count, count)
    found = flat[begins[words.type[token]] + step]
    whole = found[:, 2] == 0
    start = words.start[token] + found[:, 1]
    end = np.where(whole, words.end[token], words.start[token] + found[:, 2])
    return Words(
        (*words.surfaces, *surfaces),
        (*words.kinds, *kinds),
        found[:, 0],
        words.unit[token],
        start.astype(np.int32),
        end.astype(np.int32),
        words.gap[token] & (step == 0),
    )


def _analysed(
    tokens: Tokens, words: Words, norms: list[str], surfaces: list[str], kinds: list[str]
) -> Types:
    stop = stop_words(tokens.manifest["settings"]["stops"])
    alone = replace(words, surfaces=tuple(surfaces), kinds=tuple(kinds))
    new = analyse_types(alone, norms, {}, roots=tokens.roots, stop=stop)
    old = tokens.types
    return Types(
        old.surface + new.surface,
        old.norm + new.norm,
        old.root + new.root,
        old.kind + new.kind,
        np.append(old.stop, new.stop),
    )
