"""Normalised forms for comparing two spellings of one text, and for sorting names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import pairwise

_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"(.*)\b([IVXLC]+)\b(.*)", re.DOTALL)
_ROMAN_NUMBER = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def even(text: object) -> str:
    """Return a text normalised for comparison: lower case, single spaces, accents in one form.

    >>> even(" Unit\\u00a0 Kerja"), even("Rizqie\\u0301") == even("Rizqi\\u00e9")
    ('unit kerja', True)
    """
    return " ".join(unicodedata.normalize("NFC", str(text).casefold()).split())


def even_title(title: str) -> str:
    """Return the title of a column as :func:`even` does, where ``_`` stands for a blank.

    >>> even_title("Unit_Kerja")
    'unit kerja'
    """
    return even(title.replace("_", " "))


def even_words(text: str) -> str:
    """Return the words of a text normalised for comparison, without punctuation.

    >>> even_words("“Menjaga  suara”: kisah PPS")
    'menjaga suara kisah pps'
    """
    return " ".join(_WORD.findall(text.casefold()))


def as_people_sort(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return the key for sorting names in natural order: ignoring case, and with 2 before 10.

    >>> sorted(["Zeta", "esai 10", "esai 2", "Andi"], key=as_people_sort)
    ['Andi', 'esai 2', 'esai 10', 'Zeta']
    """
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    digits = ((part[0] in "0123456789", part.lstrip("0"), part) for part in parts)
    key = ((0, len(bare), bare) if number else (1, 0, part) for number, bare, part in digits)
    return tuple(key), name


def in_people_order(names: Collection[str]) -> list[str]:
    """Return names in natural order, those that differ in a Roman numeral alone by its number.

    >>> in_people_order(["Angkatan IX", "Angkatan V", "Angkatan XL"])
    ['Angkatan V', 'Angkatan IX', 'Angkatan XL']
    >>> in_people_order(["C", "A", "D"])
    ['A', 'C', 'D']
    """
    found = [match.groups() for match in map(_ROMAN.fullmatch, names) if match]
    if len(found) < len(names) or len({(before, after) for before, _, after in found}) > 1:
        return sorted(names, key=as_people_sort)
    numbers = (_number(roman) for _, roman, _ in found)
    return [name for _, name in sorted(zip(numbers, names, strict=True))]


def in_digits(text: str) -> str | None:
    """Return a number written in digits or as a Roman numeral below 40 in digits, others as None.

    >>> in_digits("XIV"), in_digits("ii"), in_digits("07"), in_digits("III/a"), in_digits("C")
    ('14', '2', '7', None, None)
    """
    if text.isascii() and text.isdigit():
        return str(int(text))
    roman = text.upper()
    return str(_number(roman)) if text and _ROMAN_NUMBER.fullmatch(roman) else None


def _number(roman: str) -> int:
    digits = [*map(_DIGITS.__getitem__, roman), 0]
    return sum(-one if one < following else one for one, following in pairwise(digits))
