"""Where the roots and phrases of a corpus stand."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.fingerprints import Fingerprints, Keys, fingerprints, shape_of
from kpu_corpus.indonesian.stopwords import MODALITY, NEGATION
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

TERM_KINDS = frozenset({"word", "name", "phrase"})
GRAMMATICAL = NEGATION | MODALITY

Longs = npt.NDArray[np.int64]


class Grams(NamedTuple):
    """Places of roots and phrases, shorter ones first: first token, tokens, and the term.

    ``key`` is the fingerprint of the term's words, ``shape`` their split into roots.
    """

    first: Longs
    size: Ints
    key: Keys
    shape: Ints


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
            kind in TERM_KINDS and norm not in GRAMMATICAL and _letters(norm) > 1
            for kind, norm in zip(tokens.types.kind, tokens.types.norm, strict=True)
        ],
        dtype=bool,
    )
    mask = content[tokens.type] & ~tokens.stop
    return mask if titles else mask & tokens.units.body[tokens.unit]


def _letters(norm: str) -> int:
    return len(norm) if norm.isalpha() else sum(map(str.isalpha, norm))


def grams(tokens: Tokens, longest: int, *, titles: bool = False, once: bool = True) -> Grams:
    """Find the content words and the phrases of up to ``longest`` words.

    A phrase has content words at both ends and no punctuation inside; the same root twice in a
    row is none. Without ``once`` most of the phrases that occur once are left out.

    >>> import kpu_corpus as kc
    >>> grams(kc.preprocess(kc.load({"a": "Kantor kami. Kantor besar."})), 2).size.tolist()
    [1, 1, 1, 2]
    """
    numbers, roots = root_ids(tokens)
    root = numbers[tokens.type]
    content = countable(tokens, titles=titles)
    kinds = np.array([kind in TERM_KINDS for kind in tokens.types.kind], dtype=bool)
    follows = kinds[tokens.type] & ~tokens.repeat & ~tokens.words.gap
    follows[1:] &= root[1:] != root[:-1]  # a word said twice is no phrase
    marks = fingerprints(roots)
    firsts = _firsts(content, follows, longest)
    keys = [_keys(first, size, root, marks) for size, first in enumerate(firsts, start=1)]
    if not once:
        stays = _repeated(keys)
        firsts = [first[keep] for first, keep in zip(firsts, stays, strict=True)]
        keys = [key[keep] for key, keep in zip(keys, stays, strict=True)]
    shapes = [
        shape_of([marks.words[root[first + step]] for step in range(size)])
        for size, first in enumerate(firsts, start=1)
    ]
    sizes: Ints = np.repeat(np.arange(1, longest + 1, dtype=np.int32), [len(f) for f in firsts])
    return Grams(np.concatenate(firsts), sizes, np.concatenate(keys), np.concatenate(shapes))


def _firsts(content: Bools, follows: Bools, longest: int) -> list[Longs]:
    """Return the first tokens of the sequences of every length."""
    found = []
    for size in range(1, longest + 1):
        count = max(len(content) - size + 1, 0)
        valid = content[:count] & content[size - 1 : size - 1 + count]
        for step in range(1, size):
            valid &= follows[step : step + count]
        found.append(np.flatnonzero(valid))
    return found


def _keys(first: Longs, size: int, root: Ints, marks: Fingerprints) -> Keys:
    key = marks.key[root[first]]
    for step in range(1, size):
        part = root[first + step]
        key *= marks.power[part]
        key += marks.key[part]
    return key


def _repeated(keys: list[Keys]) -> list[Bools]:
    """Tell of each place whether its term may occur again; single roots stay all the same.

    Keys are counted by their leading bits: what is alone with them is alone.
    """
    bits = int(sum(map(len, keys))).bit_length() + 1
    buckets = [(key >> np.uint64(64 - bits)).astype(np.int64) for key in keys]
    count = np.bincount(np.concatenate(buckets))
    return [
        np.ones(len(bucket), dtype=bool) if size == 1 else count[bucket] > 1
        for size, bucket in enumerate(buckets, start=1)
    ]
