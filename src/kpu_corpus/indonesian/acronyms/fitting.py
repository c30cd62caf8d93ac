"""Short forms fitted to the words before or after them, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from kpu_corpus.indonesian.acronyms.alignment import (
    REACH,
    Anchor,
    Span,
    best_window,
    words_after,
    words_before,
)
from kpu_corpus.indonesian.acronyms.definition import Definition
from kpu_corpus.indonesian.lists.known_forms import known_words

HEDGED = 60  # characters, more than the hedges before a connective have
_BEFORE = HEDGED + REACH + 2  # a comma, a space
END = ". "
"""What no form crosses."""


def reach_before(text: str, start: int, at: int) -> int:
    """Return from where on a text can matter to a definition by what stands at a place.

    >>> text = "Dibentuk dulu. Komisi Pemilihan Umum (KPU)"
    >>> text[reach_before(text, 0, 37):]
    '. Komisi Pemilihan Umum (KPU)'
    """
    begin = max(start, at - _BEFORE)
    return max(begin, text.rfind(END, begin, at))


def reach_after(text: str, at: int, end: int) -> int:
    """Return up to where a text can matter to a definition by what ends at a place."""
    stop = min(end, at + REACH)
    found = text.find(END, at, stop)
    return stop if found < 0 else found


def backward(text: str, shorts: list[Span], end: int, rule: str) -> Definition | None:
    """Fit the short forms, longest first, to the words before `end`, first without commas.

    >>> text = "usaha mikro, kecil, dan menengah (UMKM)"
    >>> backward(text, [Span("UMKM", 34, 38)], 33, "parenthesis").long
    'usaha mikro, kecil, dan menengah'
    """
    edge = end - text[end - 1 : end].isspace()
    edge -= text[edge - 1 : edge] == ","
    for short in shorts:
        words = words_before(text, edge)
        window = _fit(short.text, words, "right")
        # where words are left, a long form has as many as it may have
        if not window and not next(words, None) and "," in text[max(0, edge - REACH) : edge]:
            words = words_before(text, edge, commas=True)
            window = _fit(short.text, words, "right")
        if window:
            return _defined(text, short, window, rule)
    return None


def forward(text: str, shorts: list[Span], start: int, end: int, rule: str) -> Definition | None:
    """Fit the short forms, longest first, to the words that follow `start`."""
    for short in shorts:
        if window := _fit(short.text, words_after(text, start, end), "left"):
            return _defined(text, short, window, rule)
    return None


def whole(text: str, shorts: list[Span], words: list[Span], rule: str) -> Definition | None:
    """Fit the short forms, longest first, to all of the words."""
    for short in shorts:
        if window := _fit(short.text, iter(words), "whole"):
            return _defined(text, short, window, rule)
    return None


def _defined(text: str, short: Span, window: list[Span], rule: str) -> Definition:
    long_start, long_end = window[0].start, window[-1].end
    return Definition.of(text, short.start, short.end, long_start, long_end, rule)


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
