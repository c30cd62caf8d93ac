"""Normalised forms for comparing two spellings of one text."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def even(text: object) -> str:
    """Return a text normalised for comparison: lower case, single spaces.

    >>> even(" Unit\\u00a0 Kerja")
    'unit kerja'
    """
    return " ".join(str(text).casefold().split())


def even_words(text: str) -> str:
    """Return the words of a text normalised for comparison, without punctuation.

    >>> even_words("“Menjaga  suara”: kisah PPS")
    'menjaga suara kisah pps'
    """
    return " ".join(_WORD.findall(text.casefold()))
