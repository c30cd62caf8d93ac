"""Tokens with names and fixed phrases taken apart into their words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.indonesian.words import words as find_words
from kpu_corpus.tokens.scanning import Words
from kpu_corpus.tokens.stream import Tokens, stop_words
from kpu_corpus.tokens.wordtypes import Types

Longs = npt.NDArray[np.int64]


def apart(tokens: Tokens) -> Tokens:
    """Return the same tokens with every unit of several words as its single words.

    Reduplications (undang-undang) and prefixes that were written apart stay joined: they are one
    word. Offsets stay exact.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Komisi Pemilihan Umum bekerja."}))
    >>> len(tokens), apart(tokens).frame["root"].tolist()
    (2, ['komisi', 'pilih', 'umum', 'kerja'])
    """
    types = tokens.types
    forms = list(zip(types.surface, types.norm, strict=True))
    pieces = {index: found for index, form in enumerate(forms) if (found := _pieces(*form))}
    if not pieces:
        return tokens
    number = {form: index for index, form in enumerate(forms)}
    added: dict[tuple[str, str], str] = {}
    for piece in (piece for unit in pieces.values() for piece in unit):
        if number.setdefault(piece[:2], len(number)) >= len(forms):
            added[piece[:2]] = piece[2]
    parts = [[(index, 0, 0)] for index in range(len(forms))]
    for index, unit in pieces.items():
        parts[index] = [(number[surface, norm], a, b) for surface, norm, _, a, b in unit]
    all_types = _analysed(tokens, added)
    count = np.array([len(part) for part in parts])[tokens.type]
    words = _words(tokens, parts, count, all_types)
    return replace(tokens, types=all_types, words=words, repeat=np.repeat(tokens.repeat, count))


Piece = tuple[str, str, str, int, int]  # surface, norm, kind, start, end


def _pieces(surface: str, norm: str) -> list[Piece]:
    """Return the words of a unit, or nothing where the form is one word."""
    norms = norm.split() if " " in norm else []
    found = find_words(surface, 0, len(surface)) if norms else []
    if len(found) != len(norms):
        return []
    return [
        (surface[a:b], form, kind, a, b) for (a, b, kind), form in zip(found, norms, strict=True)
    ]


def _words(
    tokens: Tokens, parts: list[list[tuple[int, int, int]]], count: Longs, types: Types
) -> Words:
    words = tokens.words
    token = np.repeat(np.arange(len(words.type)), count)
    flat = np.array([piece for part in parts for piece in part], dtype=np.int32)
    begins = np.cumsum([0, *(len(part) for part in parts)])[:-1]
    step = np.arange(len(token)) - np.repeat(np.cumsum(count) - count, count)
    found = flat[begins[words.type[token]] + step]
    whole = found[:, 2] == 0
    start = words.start[token] + found[:, 1]
    end = np.where(whole, words.end[token], words.start[token] + found[:, 2])
    return Words(
        types.surface,
        types.kind,
        found[:, 0],
        words.unit[token],
        start.astype(np.int32),
        end.astype(np.int32),
        words.gap[token] & (step == 0),
    )


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
