"""Word-like tokens of a text, with their places: one regular expression, no dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

from kpu_corpus.indonesian.lists.abbreviations import (
    COMPANIES,
    DEGREE_TAILS,
    LEADING,
    NEVER_UPPER,
    NUMERIC,
    TRAILING,
    TYPED_DEGREES,
)

# Written inside words but not seen: soft hyphen, zero-width space and joiners, bidi marks, BOM.
ZERO_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    """Return the word-like tokens of ``text[start:end]`` as ``(start, end, kind)``.

    Offsets are code points in ``text``, in order, never overlapping. ``kind`` is ``"word"`` (has
    letters; a hyphenated word, a word with an apostrophe and an abbreviation with its full stops
    are one token), ``"number"`` (digits with the points and commas inside them) or ``"symbol"``
    (e-mail, URL, ``@name``, ``#tag``, ``%``). Other punctuation is not returned.

    >>> text = "Prof. Budi menjaga nilai-nilai, 16,5% (Kabupaten/Kota)."
    >>> [(text[a:b], kind) for a, b, kind in words(text)]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('Prof.', 'word'), ('Budi', 'word'), ('menjaga', 'word'), ('nilai-nilai', 'word'),
     ('16,5', 'number'), ('%', 'symbol'), ('Kabupaten', 'word'), ('Kota', 'word')]
    """
    stop = len(text) if end is None else end
    kinds = _KINDS
    return [
        (*match.span(), kinds[match.lastindex or 0]) for match in TOKEN.finditer(text, start, stop)
    ]


def _marks() -> str:
    """Character class of combining marks: exact up to U+FFFF, by whole blocks above it."""
    # Ranges above U+FFFF are tried one after the other by the engine, so they are kept few.
    ranges: list[list[int]] = []
    # no marks among the signs of Chinese, Yi and Korean: three quarters of all
    for code in chain(range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFB00, 0x10000)):
        if unicodedata.category(chr(code))[0] == "M":
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    exact = "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return exact + "\U00011000-\U000119ff\U0001e000-\U0001e2ff\U000e0100-\U000e01ef"


def _pattern() -> str:
    letter = r"[^\W\d_²³¹¼-¾⁰-₉⅐-⅟]"
    mark = f"[{_marks()}]"
    hidden = f"[{ZERO_WIDTH}]"
    # Possessive throughout: a run of any length is read once.
    core = rf"[^\W_]++{mark}*+(?:{hidden}*+[^\W_]++{mark}*+)*+"
    join = r"['’‘`´\-‐‑_]"
    rest = rf"{core}(?:{join}{core})*+"
    simple = rf"{letter}++(?=[ ,\n])"
    # An en dash joins what is said twice; between other words it sets apart what is added.
    same_dashed = (
        rf"(?P<same>{letter}++)–(?i:(?P=same))(?![^\W_])"
        rf"|(?={letter}{{3,24}}+–[a-z]){letter}{{0,21}}?(?P<again>{letter}{{3}}){letter}{{0,21}}+"
        rf"–(?i:(?P=again)){mark}*+(?:{core})?+(?:{join}{core})*+"
    )
    word = (
        rf"(?:[Rr][Pp]|IDR|USD)(?=\d)|{same_dashed}|[A-Za-z]/[A-Za-z](?![^\W_])"
        rf"|(?={letter}){rest}|(?=\d++[-‐‑]?{letter}){rest}"
    )
    number = r"\d++(?:[.,]\d++)*+"
    return (
        rf"({simple})|({_symbol()}|%)|((?=[A-Za-z.]{{1,8}}\.){_abbreviation()}|{word})|({number})"
    )


def _symbol() -> str:
    # No quotation marks, stars or bullets: they end a link that is glued to them.
    link = r"[\w!#$%&'()+,./:;=?@~\[\]-]*[\w#$%&+/=@~-]"
    host = r"(?:[A-Za-z0-9-]{1,63}\.){1,5}"
    domain = rf"{host}(?:id|com|org|net|edu|gov|info|io|tv|ID|COM|ORG)"
    return (
        rf"(?=[hHwW])(?:https?://|www\.){link}"
        rf"|(?=[\w.+-]{{1,64}}+@)[\w.+-]{{1,64}}+@{host}[A-Za-z]{{2,}}"
        rf"|(?=[A-Za-z0-9-]{{1,63}}+\.[A-Za-z0-9]){domain}(?![\w-]|\.[a-z0-9])(?:/{link}|/)?"
        r"|[@#][^\W_][\w.]*(?<![.])"
    )


def _abbreviation() -> str:
    tails = _longest_first(DEGREE_TAILS)
    upper = {entry.upper() for entry in LEADING - NEVER_UPPER}
    listed = _longest_first(_cased(LEADING | TRAILING) | upper | COMPANIES | TYPED_DEGREES)
    numeric = _longest_first(_cased(NUMERIC) | {entry.upper() for entry in NUMERIC})
    consonant = "bcdfghjklmnpqrstvwxyz"
    return (
        rf"(?:(?:{listed})\."
        rf"|[A-Z][a-z]?\.(?:[A-Z][a-z]?\.){{0,3}}(?:{tails})(?![^\W_])\.?"
        r"|(?:[A-Z]\.){1,5}[A-Z](?![^\W_])\.?"
        r"|[A-Za-z]\.(?:[a-z]\.){0,3}[a-z](?![^\W_])\.?"
        rf"|(?:{numeric})\.(?=[ \xa0]?\d)"
        rf"|(?!(?:km|kg|cm|mm|ml|gr|mg|[Hh]m+|[Ww](?:kw)*k?)\.)"
        rf"(?:[A-Z][{consonant}]{{1,3}}|[{consonant}]{{2,5}})\."
        r"|(?<!°)[A-Z]\.)"
    )


def _cased(entries: frozenset[str]) -> set[str]:
    return {*entries, *(entry[0].upper() + entry[1:] for entry in entries)}


def _longest_first(entries: Iterable[str]) -> str:
    return "|".join(re.escape(entry) for entry in sorted(entries, key=lambda e: (-len(e), e)))


TOKEN = re.compile(_pattern())
_KINDS = ("", "word", "symbol", "word", "word", "word", "number")
