"""Corpus → Tokens: exact offsets, normal form and root of every word, as columns.

``scanning`` finds units and words, ``survey`` what they say of the whole corpus, ``joining`` the
neighbours that are one unit, ``wordtypes`` analyses every distinct surface once, ``stream`` puts
them together, ``given`` takes a corpus in their place; ``apart`` takes units of several words into
their words again.
"""

from kpu_corpus.tokens.stream import (
    SENTENCES,
    TOKENS,
    Tokens,
    preprocess,
)
from kpu_corpus.tokens.survey import found_definitions

__all__ = ["SENTENCES", "TOKENS", "Tokens", "found_definitions", "preprocess"]
