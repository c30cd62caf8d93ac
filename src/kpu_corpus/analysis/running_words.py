"""The words of the bodies: their tokens, their forms as numbers, sums of their weights."""

from __future__ import annotations

from ctypes import c_int64
from functools import partial
from typing import Any

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Floats, Ints
from kpu_corpus.ground.threads import essay_cuts, threads, together
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.wordtypes import TERM_KINDS


def running_words(tokens: Tokens) -> Bools:
    """Return a mask over the tokens: words, names, fixed phrases and numbers of the bodies.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "5 orang jujur, 9 % tidak."}))
    >>> tokens.frame.loc[running_words(tokens), "surface"].tolist()
    ['5', 'orang', 'jujur', '9', 'tidak']
    """
    kinds = np.array([kind in TERM_KINDS or kind == "number" for kind in tokens.types.kind], bool)
    return kinds[tokens.type] & tokens.units.body[tokens.unit]


def body_words(tokens: Tokens) -> Bools:
    """Return a mask over the tokens: the words of the bodies, the base of rates; no numbers.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "5 orang jujur, 9 % tidak."}))
    >>> tokens.frame.loc[body_words(tokens), "surface"].tolist()
    ['orang', 'jujur', 'tidak']
    """
    return tokens.types.term[tokens.type] & tokens.units.body[tokens.unit]


def norm_numbers(tokens: Tokens) -> Ints:
    """Return a number for each token, equal for equal normal forms.

    >>> import kpu_corpus as kc
    >>> norm_numbers(kc.preprocess(kc.load({"a": "Jujur dan jujur"}))).tolist()
    [0, 1, 0]
    """
    number: dict[str, int] = {}
    ids = [number.setdefault(norm, len(number)) for norm in tokens.types.norm]
    return np.array(ids, dtype=np.int32)[tokens.type]


def word_sums(
    tokens: Tokens, weight: Floats, part: Ints, rows: int, *, counts: Bools, repeat: Bools
) -> Floats:
    """Return the summed weight of the words by part, of which there are ``rows``.

    ``weight`` is by type; ``part``, an essay or a part of one, and ``counts``, whether its words
    count, are by unit. Tokens that ``repeat`` another count for nothing.
    """
    compiled = native.library()
    if compiled is None:
        counting = counts[tokens.unit] & ~repeat
        return summed(part[tokens.unit], np.where(counting, weight[tokens.type], 0.0), rows)
    sums = np.zeros(rows, dtype=np.float64)
    columns, by_unit = (tokens.type, tokens.unit, repeat), (counts, part.astype(np.int32))

    def sum_up(low: int, high: int) -> None:
        given = map(native.given, (*(column[low:high] for column in columns), weight, *by_unit))
        compiled.weights_sum(c_int64(high - low), *given, native.pointer(sums))

    pieces = essay_cuts(tokens.unit, tokens.units.essay, threads(len(tokens)))
    together(len(tokens), *(partial(sum_up, *piece) for piece in pieces))
    return sums


def summed(row: Any, values: Floats, rows: int) -> Floats:
    """Sum values by row, in sequence."""
    sums: Any = np.bincount(row, values, minlength=rows)
    return np.asarray(sums, dtype=np.float64)
