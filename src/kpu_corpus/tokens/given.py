"""Tokens as given by a caller, or made from a corpus."""

from __future__ import annotations

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.tokens.stream import Tokens, preprocess


def as_tokens(made: Tokens | Corpus) -> Tokens:
    """Return tokens as they are; a corpus is preprocessed with the default settings.

    Raises InvalidArgument for anything else.
    """
    if isinstance(made, Tokens):
        return made
    if isinstance(made, Corpus):
        return preprocess(made)
    raise InvalidArgument("not_tokens", got=type(made).__name__)
