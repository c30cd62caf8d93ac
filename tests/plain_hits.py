"""The hits of a lexicon in plain loops over the tokens: slow, but what the search must equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kpu_corpus.analysis.lexicon import Lexicon, Pattern
from kpu_corpus.analysis.matching.slots import Slot, sequences, units_of
from kpu_corpus.indonesian.lists.colloquial import COLLOQUIAL, formal
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.indonesian.spelling.data import corrections
from kpu_corpus.tokens import Tokens

Place = tuple[int, int]


class Row(NamedTuple):
    theme: str
    pattern: str
    first: int
    last: int


def hits(tokens: Tokens, lexicon: Lexicon) -> list[Row]:
    """Return every hit, in the order of themes and text."""
    return [
        Row(theme.key, match, first, last)
        for theme in lexicon.themes
        for first, last, match in chosen(tokens, lexicon, theme.key)
    ]


def chosen(tokens: Tokens, lexicon: Lexicon, key: str) -> Iterator[tuple[int, int, str]]:
    """Yield the places of a theme, none overlapping: the earliest and longest wins."""
    found = [
        (first, -last, match)
        for pattern in lexicon.patterns(key)
        for match in pattern.match
        for first, last in places(tokens, lexicon, match)
        if tokens.units.body[tokens.unit[first]]
        and in_context(tokens, lexicon, pattern, first, last)
    ]
    after = 0
    for first, minus_last, match in sorted(found):
        if first >= after:
            yield first, -minus_last, match
            after = 1 - minus_last


def places(tokens: Tokens, lexicon: Lexicon, match: str) -> set[Place]:
    phrases = tuple(tokens.manifest["settings"]["phrases"])
    return {
        (first, last)
        for slots in sequences(match, lexicon.sets, phrases, lexicon.name)
        for last, first in followed(tokens, slots).items()
    }


def followed(tokens: Tokens, slots: tuple[Slot, ...]) -> dict[int, int]:
    """Return last → first token of what fits the slots, each from the nearest start."""
    reached = {place: place for place in range(len(tokens)) if fits(tokens, place, slots[0])}
    for slot in slots[1:]:
        further = {}
        for place in range(len(tokens)):
            before = [other for other in reached if other < place]
            if not before or not fits(tokens, place, slot):
                continue
            nearest = max(before)
            if place - nearest <= slot.gap + 1 and tokens.unit[nearest] == tokens.unit[place]:
                further[place] = reached[nearest]
        reached = further
    return reached


def in_context(tokens: Tokens, lexicon: Lexicon, pattern: Pattern, first: int, last: int) -> bool:
    def near(match: str) -> bool:
        for other, _ in places(tokens, lexicon, match):
            same = tokens.unit[other] == tokens.unit[first]
            if same and not pattern.near:
                return True
            if same and first - pattern.near <= other <= last + pattern.near:
                return True
        return False

    wanted = any(map(near, pattern.context)) if pattern.context else True
    return wanted and not any(map(near, pattern.without))


def fits(tokens: Tokens, place: int, slot: Slot) -> bool:
    kind = tokens.type[place]
    norm, root = tokens.types.norm[kind], tokens.types.root[kind]
    readings = [(norm, root)]
    if norm in COLLOQUIAL:
        readings.append((formal(norm), root_of(tokens, formal(norm))))
    if " " in norm and (slot.alone or tokens.types.kind[kind] != "name"):
        readings += inner(tokens, norm)
    return any(fits_word(tokens, word, *reading) for word in slot.words for reading in readings)


def inner(tokens: Tokens, norm: str) -> list[tuple[str, str]]:
    """Return the words inside a joined form, and the units inside it, with their roots."""
    words, units = norm.split(), units_of(()).roots
    spans = [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
    parts = [span for span in spans if span != norm and (" " not in span or span in units)]
    return [(part, units.get(part) or root_of(tokens, part)) for part in parts]


def fits_word(tokens: Tokens, word: str, norm: str, root: str) -> bool:
    if word.startswith("="):
        return norm in exact(word[1:].replace("_", " "))
    if "*" in word:
        return bool(re.fullmatch(word.replace("*", ".*"), norm))
    form = word.replace("_", " ")
    sought = units_of(()).roots.get(form) or root_of(tokens, form)
    if norm == form or root != sought:
        return norm == form
    doubled = "-" in form and sought in [root_of(tokens, part) for part in form.split("-")]
    return "-" in norm or not doubled


@cache
def exact(form: str) -> frozenset[str]:
    stems = (form, f"{form}-{form}", corrections().get(form, (form,))[0])
    return frozenset(stem + clitic for stem in stems for clitic in ("", *CLITICS))


def root_of(tokens: Tokens, norm: str) -> str:
    return _root_of(norm, tokens.roots)


@cache
def _root_of(norm: str, roots: Roots) -> str:
    return roots_of([norm], roots=roots)[0]
