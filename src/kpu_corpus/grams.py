"""Where the roots and phrases of a corpus stand, and the form that people read of each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.stopwords import MODALITY, NEGATION
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

TERM_KINDS = frozenset({"word", "name", "phrase"})
GRAMMATICAL = NEGATION | MODALITY

Longs = npt.NDArray[np.int64]


class Grams(NamedTuple):
    """Places of the sequences of one length: their first token and the key of their roots."""

    size: int
    first: Longs
    key: Longs


class Vocabulary(NamedTuple):
    """Terms with what people read; ``column`` and ``first`` are the term and token of each place.

    ``parts`` are the columns of a phrase's single words.
    """

    terms: list[str]
    display: list[str]
    length: Ints
    parts: list[tuple[int, ...]]
    column: Longs
    first: Longs


def root_ids(tokens: Tokens) -> tuple[Ints, list[str]]:
    """Return the root of each type as a number, and the roots in that order."""
    ids: dict[str, int] = {}
    # P.N. and PN, Rp. and Rp are one term
    bare = [root.replace(".", "") or root for root in tokens.types.root]
    numbers = [ids.setdefault(root, len(ids)) for root in bare]
    return np.array(numbers, dtype=np.int32), list(ids)


def countable(tokens: Tokens, *, titles: bool = False) -> Bools:
    """Return a mask over the tokens: content words of the body (and titles on request).

    A single letter is no word. Negation and modals stay in the tokens, where they decide what a
    theme's hit says, but name no topic.
    """
    content = np.array(
        [
            kind in TERM_KINDS and norm not in GRAMMATICAL and sum(map(str.isalpha, norm)) > 1
            for kind, norm in zip(tokens.types.kind, tokens.types.norm, strict=True)
        ],
        dtype=bool,
    )
    mask = content[tokens.type] & ~tokens.stop
    return mask if titles else mask & tokens.units.body[tokens.unit]


def grams(tokens: Tokens, size: int, titles: bool) -> Grams:
    """Find the sequences of one length: content words at both ends, no punctuation inside.

    The same root twice in a row is no phrase.
    """
    numbers, roots = root_ids(tokens)
    root = numbers[tokens.type].astype(np.int64)
    content = countable(tokens, titles=titles)
    kinds = np.array([kind in TERM_KINDS for kind in tokens.types.kind], dtype=bool)
    inner = kinds[tokens.type] & ~tokens.repeat
    count = max(len(tokens) - size + 1, 0)
    valid = content[:count] & content[size - 1 : size - 1 + count]
    key = root[:count].copy()
    for step in range(1, size):
        valid &= inner[step : step + count] & ~tokens.words.gap[step : step + count]
        # a word said twice is no phrase
        valid &= root[step : step + count] != root[step - 1 : step - 1 + count]
        key = key * len(roots) + root[step : step + count]
    first = np.flatnonzero(valid)
    return Grams(size, first, key[first])


def vocabulary(tokens: Tokens, found: list[Grams]) -> Vocabulary:
    """Name the terms of sequences of every length from 1 up; equal names are one term.

    A unit that was joined (politik praktis) and the same roots side by side are the same term.
    """
    _, roots = root_ids(tokens)
    forms = _forms(tokens)
    number: dict[str, int] = {}
    display: list[str] = []
    length: list[int] = []
    parts: list[tuple[int, ...]] = []
    columns, firsts = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    single: dict[int, int] = {}
    for gram in found:
        keys, inverse = np.unique(gram.key, return_inverse=True)
        shown = _most_frequent(gram, inverse, len(keys), tokens, forms)
        rows = _unpack(keys, len(roots), gram.size)
        names = [" ".join(roots[part] for part in row) for row in rows]
        columns.append(np.array([number.setdefault(n, len(number)) for n in names])[inverse])
        firsts.append(gram.first)
        if gram.size == 1:
            single = {row[0]: number[name] for row, name in zip(rows, names, strict=True)}
        for row, name, types in zip(rows, names, shown, strict=True):
            if number[name] == len(display):
                display.append(" ".join(forms[part] for part in types))
                length.append(gram.size)
                inside = tuple(single[part] for part in row if part in single)
                parts.append(inside if gram.size > 1 else ())
    sizes: Ints = np.array(length, dtype=np.int32)
    places = np.concatenate(columns).astype(np.int64), np.concatenate(firsts)
    return Vocabulary(list(number), display, sizes, parts, *places)


def _forms(tokens: Tokens) -> list[str]:
    return [" ".join(surface.split()) for surface in tokens.types.surface]


def _unpack(keys: Longs, base: int, size: int) -> list[tuple[int, ...]]:
    rows = []
    for key in keys.tolist():
        row = []
        for _ in range(size):
            key, part = divmod(key, base)
            row.append(part)
        rows.append(tuple(reversed(row)))
    return rows


def _most_frequent(
    gram: Grams, column: Longs, count: int, tokens: Tokens, forms: list[str]
) -> list[tuple[int, ...]]:
    """Return for each term the types of its most frequent surface; ties go to lower case."""
    order = sorted(range(len(forms)), key=lambda t: (not forms[t].islower(), forms[t]))
    rank = np.empty(len(forms), dtype=np.int64)
    rank[order] = np.arange(len(forms))
    key = rank[tokens.type[gram.first]]
    for step in range(1, gram.size):
        key = key * len(forms) + rank[tokens.type[gram.first + step]]
    by_key = np.lexsort((key, column))
    starts = np.flatnonzero(
        np.append(True, (np.diff(column[by_key]) != 0) | (np.diff(key[by_key]) != 0))
    )[: len(by_key)]
    runs = np.diff(np.append(starts, len(by_key)))
    best = np.lexsort((key[by_key][starts], -runs, column[by_key][starts]))
    leads = best[np.append(True, np.diff(column[by_key][starts][best]) != 0)[: len(best)]]
    places = gram.first[by_key[starts[leads]]]
    assert len(places) == count
    return [tuple(tokens.type[place : place + gram.size].tolist()) for place in places]


def occurrences(tokens: Tokens, *, ngrams: tuple[int, int] = (1, 1)) -> Vocabulary:
    """Return every place of every term in the bodies, for counting over any part of a corpus.

    Terms of ``ngrams`` (shortest, longest) words; phrases that occur once are among them.
    ``parts`` is empty.

    >>> import kpu_corpus as kc
    >>> occurrences(kc.preprocess(kc.load({"a": "Kantor kami. Kantor mereka."}))).first.tolist()
    [0, 2]
    """
    shortest, longest = ngrams
    found = vocabulary(tokens, [grams(tokens, size, False) for size in range(1, longest + 1)])
    keep = np.flatnonzero(found.length >= shortest)
    place = np.full(len(found.terms), -1, dtype=np.int64)
    place[keep] = np.arange(len(keep))
    inside = place[found.column] >= 0
    return Vocabulary(
        [found.terms[index] for index in keep],
        [found.display[index] for index in keep],
        found.length[keep],
        [],
        place[found.column][inside],
        found.first[inside],
    )
