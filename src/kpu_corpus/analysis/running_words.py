"""The words of the bodies: which tokens they are, and their normal forms as numbers."""

from __future__ import annotations

import numpy as np

from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints
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
    """Return a mask over the tokens: the words of the bodies, which rates are of; no numbers.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "5 orang jujur, 9 % tidak."}))
    >>> tokens.frame.loc[body_words(tokens), "surface"].tolist()
    ['orang', 'jujur', 'tidak']
    """
    return tokens.types.term[tokens.type] & tokens.units.body[tokens.unit]


def norm_numbers(tokens: Tokens) -> Ints:
    """Return a number for each token, the same for those of one normal form.

    >>> import kpu_corpus as kc
    >>> norm_numbers(kc.preprocess(kc.load({"a": "Jujur dan jujur"}))).tolist()
    [0, 1, 0]
    """
    number: dict[str, int] = {}
    ids = [number.setdefault(norm, len(number)) for norm in tokens.types.norm]
    return np.array(ids, dtype=np.int32)[tokens.type]
