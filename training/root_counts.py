"""How often the roots of some texts occur, counted as `kc.preprocess` makes terms of essays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

import kpu_corpus as kc
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.indonesian.lists.stopwords import TIERS
from kpu_corpus.terms.grams import countable
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.joining import Phrasebook
from kpu_corpus.tokens.single_words import single_words
from kpu_corpus.tokens.stream import checked, stop_words, tokens_of
from kpu_corpus.tokens.survey import scanned, settle, survey
from kpu_corpus.tokens.wordtypes import is_stop

Key = tuple[str, str]
Pair = tuple[int, int]


class Sums(NamedTuple):
    """(df, cf) of each root, apart for each stop word that has it ("" for all other forms)."""

    words: int
    found: dict[Key, Pair]


class RootCounts(NamedTuple):
    """Counts of ``units`` texts with names and fixed phrases as one term, and as their words."""

    units: int
    joined: Sums
    apart: Sums


def root_counts(texts: Mapping[str, str]) -> RootCounts:
    """Count the roots of texts by name, each of them one essay.

    What the texts themselves define (Jaminan Kesehatan Nasional, disingkat JKN) joins nothing:
    only the shipped lists do, so that the counts fit essays that define other things.
    """
    settings = checked(stops=())  # every word is counted; which are stop words is told apart
    whole = scanned(kc.load(dict(texts)))
    settled = settle(survey(whole, settings), settings)
    tokens = tokens_of(whole, settled._replace(phrasebook=Phrasebook.build()), over=True)
    return RootCounts(len(tokens.corpus), _sums(tokens), _sums(single_words(tokens)))


def _sums(tokens: Tokens) -> Sums:
    root, names = tokens.types.numbered
    stops = stop_words(TIERS)

    def word(norm: str) -> str:
        return norm if norm in stops else norm.replace("-", "")  # da-lam, as is_stop reads it

    number: dict[Key, int] = {}
    forms = zip(root.tolist(), tokens.types.norm, strict=True)
    keys = [(names[row], word(norm) if is_stop(norm, stops) else "") for row, norm in forms]
    of_type = np.array([number.setdefault(key, len(number)) for key in keys], dtype=np.int64)
    counts = countable(tokens)
    places, essays = of_type[tokens.type[counts]], tokens.essay[counts]
    pairs = np.unique(places * len(tokens.corpus) + essays)
    cf = np.bincount(places, minlength=len(number)).tolist()
    df = np.bincount(pairs // len(tokens.corpus), minlength=len(number)).tolist()
    words = int(body_words(tokens).sum())
    return Sums(words, {key: (n, m) for key, n, m in zip(number, df, cf, strict=True) if m})
