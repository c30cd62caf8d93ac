"""Short forms fitted to the words before or after them, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from kpu_corpus.indonesian.alignment import (
    REACH,
    Anchor,
    Span,
    best_window,
    words_after,
    words_before,
)
from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.indonesian.known_forms import known_words


def backward(text: str, shorts: list[Span], start: int, end: int, rule: str) -> Definition | None:
    """Fit the short forms, longest first, to the words before `end`, first without commas.

    >>> text = "usaha mikro, kecil, dan menengah (UMKM)"
    >>> backward(text, [Span("UMKM", 34, 38)], 0, 33, "parenthesis").long
    'usaha mikro, kecil, dan menengah'
    """
    edge = end - text[end - 1 : end].isspace()
    edge -= text[edge - 1 : edge] == ","
    crossing = (False, True) if "," in text[max(start, edge - REACH) : edge] else (False,)
    for short in shorts:
        for commas in crossing:
            words = words_before(text, start, edge, commas=commas)
            if window := _fit(short.text, words, "right"):
                return Definition.of(text, short, window, rule)
    return None


def forward(text: str, shorts: list[Span], start: int, end: int, rule: str) -> Definition | None:
    """Fit the short forms, longest first, to the words that follow `start`."""
    for short in shorts:
        if window := _fit(short.text, words_after(text, start, end), "left"):
            return Definition.of(text, short, window, rule)
    return None


def whole(text: str, shorts: list[Span], words: list[Span], rule: str) -> Definition | None:
    """Fit the short forms, longest first, to all of the words."""
    for short in shorts:
        if window := _fit(short.text, iter(words), "whole"):
            return Definition.of(text, short, window, rule)
    return None


def _fit(short: str, words: Iterator[Span], anchor: Anchor) -> list[Span] | None:
    """Prefer the long form this domain knows (Polri leaves a word out) to fitted letters."""
    long = known_words().get(short.lower())
    if not long:
        return best_window(short, words, anchor=anchor)
    near = list(islice(words, len(long)))
    window = near[::-1] if anchor == "right" else near
    if [word.text.lower() for word in window] == long:
        return window
    return best_window(short, chain(near, words), anchor=anchor)
