"""What PySastrawi makes of words with be-, te-, me- and pe-: one rule for each."""

from __future__ import annotations

VOWELS = frozenset("aeiou")
CONSONANTS = frozenset("bcdfghjklmnpqrstvwxyz")
LETTERS = VOWELS | CONSONANTS
_NOT_R = CONSONANTS - {"r"}
_STOPS = frozenset("bcdfghjkpqstvxz")
_AFTER_MEMP = LETTERS - {"e", "n"}


def _ber(word: str, roots: frozenset[str]) -> str | None:
    third = word[2:3]
    if third == "r":
        first = word[3:4]
        if first in VOWELS:
            rest = word[3:]
            return rest if rest in roots else "r" + rest
        return word[3:] if _stands_alone(word) else None
    if word == "belajar":
        return "ajar"
    if third in CONSONANTS and word[3:5] == "er" and word[5:6] in CONSONANTS:
        return word[2:]
    return None


def _stands_alone(word: str) -> bool:
    """Tell whether a consonant after ber- or per- begins what can be a word."""
    first = word[3:4]
    return (
        first in CONSONANTS
        and word[4:5] in LETTERS
        and (word[5:7] != "er" or (first != "r" and word[7:8] in VOWELS))
    )


def _ter(word: str, roots: frozenset[str]) -> str | None:
    if word[2:3] == "r":
        first = word[3:4]
        if first in VOWELS:
            rest = word[3:]
            return rest if rest in roots else "r" + rest
        if first in _NOT_R:
            er, after = word[4:6] == "er", word[6:7]
            if not er or after in VOWELS or (first in _STOPS and after in CONSONANTS):
                return word[3:]
        return None
    if word[2:3] in CONSONANTS and word[3:5] == "er" and word[5:6] in CONSONANTS:
        return word[2:]
    return None


def _men(word: str, roots: frozenset[str]) -> str | None:
    third, first = word[2:3], word[3:4]
    if third == "n":
        if first == "g":
            return _meng(word, roots)
        if first in VOWELS:
            return word[2:] if word[2:] in roots else "t" + word[3:]
        if first == "y" and word[4:5] in VOWELS:
            return word[2:] if word[2:] in roots else "s" + word[4:]
        return word[3:] if first in ("c", "d", "j", "s", "t", "z") else None
    if third == "m":
        if first in VOWELS:
            return word[2:] if word[2:] in roots else "p" + word[3:]
        after = word[4:5]
        if first in ("b", "f", "v") or (first == "p" and (after == "e" or after in _AFTER_MEMP)):
            return word[3:]
        return None
    return word[2:] if third in ("l", "r", "w", "y") and first in VOWELS else None


def _meng(word: str, roots: frozenset[str]) -> str | None:
    first, rest = word[4:5], word[4:]
    if first in ("g", "h", "q", "k"):
        return rest
    if first not in VOWELS:
        return None
    if rest in roots:
        return rest
    if "k" + rest in roots:
        return "k" + rest
    if first == "e" and rest[1:] in roots:
        return rest[1:]
    return word[2:]


def _per(word: str, roots: frozenset[str]) -> str | None:
    third, first = word[2:3], word[3:4]
    if third == "r":
        if first in VOWELS:
            return word[3:] if word[3:] in roots else word[2:]
        if _stands_alone(word):
            return word[3:]
    elif third == "n":
        nasal = _pen(word, roots)
        if nasal is not None:
            return nasal
    elif third == "m":
        if first in ("b", "f", "v"):
            return word[3:]
        if first in VOWELS:
            return word[2:] if word[2:] in roots else "p" + word[3:]
    elif word == "pelajar":
        return "ajar"
    if third in CONSONANTS and (word[3:5] != "er" or (third in _STOPS and word[5:6] in CONSONANTS)):
        return word[2:]
    return word[2:] if third in ("l", "w", "y") and first in VOWELS else None


def _pen(word: str, roots: frozenset[str]) -> str | None:
    first = word[3:4]
    if first in VOWELS:
        return word[2:] if word[2:] in roots else "t" + word[3:]
    if first in ("c", "d", "j", "s", "t", "z"):
        return word[3:]
    after, rest = word[4:5], word[4:]
    if first == "g":
        if after in CONSONANTS:
            return rest
        if after in VOWELS:
            if rest in roots:
                return rest
            if "k" + rest in roots:
                return "k" + rest
            return rest[1:] if after == "e" else None
    if first == "y" and after in VOWELS:
        return word[2:] if word[2:] in roots else "s" + rest
    return None


# Each returns what is left of a word without the prefix, or None where it has none.
PREFIXES = {"be": _ber, "te": _ter, "me": _men, "pe": _per}
