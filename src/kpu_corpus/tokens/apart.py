"""Tokens with names and fixed phrases taken apart into their words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.indonesian.words import words as find_words
from kpu_corpus.tokens.splitting import Split, split_words
from kpu_corpus.tokens.stream import Tokens, stop_words
from kpu_corpus.tokens.wordtypes import Types


def apart(tokens: Tokens) -> Tokens:
    """Return the same tokens with every unit of several words as its single words.

    Reduplications (undang-undang) and prefixes that were written apart stay joined: they are one
    word. Offsets stay exact.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Komisi Pemilihan Umum bekerja."}))
    >>> len(tokens), apart(tokens).frame["root"].tolist()
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
    split = Split(size, np.array(flat, dtype=np.int32))
    words, repeat = split_words(tokens.words, tokens.repeat, split)
    types = _analysed(tokens, added)
    words = replace(words, surfaces=types.surface, kinds=types.kind)
    return replace(tokens, types=types, words=words, repeat=repeat, apart=True)


Piece = tuple[str, str, str, int]  # surface, norm, kind, start


def _pieces(surface: str, norm: str) -> list[Piece]:
    """Return the words of a unit, or nothing where the form is one word."""
    norms = norm.split()
    found = find_words(surface)
    if len(found) != len(norms) or len(norms) < 2:
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
