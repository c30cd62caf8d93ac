"""The normal form of a surface: case, spaces, dashes and invisible characters normalised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from kpu_corpus.indonesian.words import ZERO_WIDTH

_INVISIBLE = re.compile(f"[{ZERO_WIDTH}]")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_MARKS = "\u2018\u2019\u02bc\u0060\u00b4"
_EVEN = str.maketrans(dict.fromkeys(_DASHES, "-") | dict.fromkeys(_MARKS, "'"))
_DASH = re.compile(r"\s*-\s*")


def normal(surface: str) -> str:
    """Return the lower-case form of a surface with plain spaces, hyphens and apostrophes.

    >>> normal("Undang – Undang"), normal("Jum’at"), normal("Komisi\\u00a0Pemilihan Umum")
    ('undang-undang', "jum'at", 'komisi pemilihan umum')
    """
    return evened(surface).lower()


def normals(surfaces: Iterable[str]) -> list[str]:
    """Return the lower-case forms of many surfaces, as `normal` does."""
    return [*map(str.lower, evens(surfaces))]


def evens(surfaces: Iterable[str]) -> list[str]:
    """Return many surfaces evened out, as `evened` does; most are so as they are."""
    return [one if one.isascii() and one.isalnum() else evened(one) for one in surfaces]


def evened(surface: str) -> str:
    """Return a surface with plain spaces, hyphens and apostrophes, its capitals kept.

    >>> evened("Undang – Undang")
    'Undang-Undang'
    """
    if surface.isascii():
        text = " ".join(surface.replace("`", "'").split())
        return _DASH.sub("-", text) if " -" in text or "- " in text else text
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", surface)).translate(_EVEN)
    return _DASH.sub("-", " ".join(text.split()))
