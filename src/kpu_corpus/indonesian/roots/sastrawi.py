"""PySastrawi's result, at a fraction of its cost.

The algorithm is the published one: Nazief and Adriani (1996) in its confix-stripping form (Asian
2007; Arifin, Mahendra and Ciptaningtyas 2009), with the rules that Sastrawi adds. It is greedy:
affixes are cut in a fixed order and the first listed root wins. The list of roots is read from the
installed package when it is first needed; none of it is part of this project.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kpu_corpus.errors import MissingExtra
from kpu_corpus.indonesian.roots.sastrawi_prefixes import CONSONANTS, PREFIXES, VOWELS

_CLITICS = frozenset(["ku", "mu", "nya", "lah", "kah", "tah", "pun"])
_INFIXES = frozenset(["er", "el", "em", "in"])
_PLAIN = frozenset(["di", "ke", "se"])
_FOREIGN = re.compile(r"[^a-z0-9 -]", re.IGNORECASE)


def root(word: str) -> str:
    """Return what PySastrawi's stemmer gives for `word`, bit for bit.

    >>> root("Penyelenggaraannya"), root("pemilu"), root("berkepentingan")
    ('selenggara', 'milu', 'ting')
    """
    roots = listed_roots()
    lower = word.lower()
    if lower.isascii() and lower.isalpha():
        return stem(lower, roots)
    parts = _FOREIGN.sub(" ", lower).split()
    return " ".join([_plural(p, roots) if _is_plural(p) else stem(p, roots) for p in parts])


@cache
def listed_roots() -> frozenset[str]:
    """Return the root list of the installed PySastrawi."""
    spec = find_spec("Sastrawi")
    places = list(spec.submodule_search_locations or []) if spec else []
    for place in places:
        file = Path(place) / "Stemmer" / "data" / "kata-dasar.txt"
        if file.is_file():
            return frozenset(w for w in file.read_text("utf-8").split("\n") if w.strip())
    raise MissingExtra("sastrawi")


def stem(word: str, roots: frozenset[str]) -> str:
    """Return the stem of one lower-case word without reduplication."""
    if word in roots:
        return word
    short = len(word) <= 3
    tried = ""
    if _prefix_first(word):
        tried = word  # the prefixes of the whole word need no second look
        current = _strip_prefixes(word, roots, short)
        if current in roots:
            return current
        current = _strip_suffixes(current, roots, short)[-1]
        if current in roots:
            return current
    steps = _strip_suffixes(word, roots, short)
    current = steps[-1]
    if current in roots:
        return current
    if current != tried:
        current = _strip_prefixes(current, roots, short)
        if current in roots:
            return current
    return _give_back_suffixes(steps, roots, tried) if len(steps) > 1 else word


def _is_plural(word: str) -> bool:
    head, hyphen, tail = word.rpartition("-")
    return "-" in head if hyphen and tail in _CLITICS else bool(hyphen)


def _plural(word: str, roots: frozenset[str]) -> str:
    """Return the common stem of the two halves of a reduplication, or the word as it is."""
    first, _, second = word.rpartition("-")
    if second in _CLITICS and "-" in first:
        first, _, middle = first.rpartition("-")
        second = f"{middle}-{second}"
    left, right = stem(first, roots), stem(second, roots)
    if right == second and second not in roots:
        right = stem("me" + second, roots)
    return left if left == right else word


def _prefix_first(word: str) -> bool:
    """Say whether the circumfix makes prefixes go before suffixes (Asian 2007, p. 78)."""
    last, start = word[-1:], word[:2]
    if last == "i":
        if start == "me" or start == "di" or start == "pe":
            return len(word) > 2
        return word[:3] == "ter" and len(word) > 3
    if start == "be":
        return (last == "n" and word[-2] == "a" and len(word) > 3) or (
            last == "h" and word[-3:] == "lah" and len(word) > 4
        )
    return False


def _strip_suffixes(word: str, roots: frozenset[str], short: bool) -> list[str]:
    """Return the word and what is left after each cut: particle, possessive, derivation."""
    steps = [word]
    if word[-3:] in ("lah", "kah", "tah", "pun"):
        word = word[:-3].rstrip("-")
        steps.append(word)
        if word in roots:
            return steps
    if short:
        return steps
    ending = word[-2:]
    if ending == "ku" or ending == "mu" or word[-3:] == "nya":
        word = word[: -3 if ending == "ya" else -2].rstrip("-")
        steps.append(word)
        if word in roots:
            return steps
        ending = word[-2:]
    if ending == "an":
        steps.append(word[: -3 if word[-3:] == "kan" else -2])
    elif ending[-1:] == "i":
        steps.append(word[: -5 if word[-5:] == "isasi" else -1])
    elif ending == "is":
        steps.append(word[:-2])
    elif ending == "me" and word[-4:] == "isme":
        steps.append(word[:-4])
    return steps


def _give_back_suffixes(steps: list[str], roots: frozenset[str], tried: str) -> str:
    """Try the prefixes again with the suffixes put back one by one, innermost first."""
    word, short = steps[0], len(steps[0]) <= 3
    after = steps[-1]
    for before in steps[-2::-1]:
        if before[-3:] == "kan" and len(before) - len(after) == 3:
            current = _strip_prefixes(after + "k", roots, short)
            if current in roots:
                return current
        if before != tried:
            current = _strip_prefixes(before, roots, short)
            if current in roots:
                return current
        after = before
    return word


def _strip_prefixes(word: str, roots: frozenset[str], short: bool) -> str:
    """Return what is left after at most three prefixes, or the first listed word on the way."""
    for _ in range(3):
        start = word[:2]
        if start in _PLAIN:
            word = word[2:]
        elif short or word in roots:
            return word
        else:
            rule = PREFIXES.get(start)
            shorter = rule(word, roots) if rule else None
            shorter = _infix_or_clitic(word) if shorter is None else shorter
            if shorter is None:
                return word
            word = shorter
        if word in roots:
            return word
    return word


def _infix_or_clitic(word: str) -> str | None:
    if word[1:3] in _INFIXES and word[3:4] in VOWELS and word[0] in CONSONANTS:
        return word[0] + word[3:]
    if word[:2] == "ku":
        return word[2:]
    return word[3:] if word[:3] == "kau" else None
