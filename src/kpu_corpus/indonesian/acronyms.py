"""Where texts say what a short form stands for.

A definition is a short form beside a long form, with letters that fit (Schwartz & Hearst 2003, "A
simple algorithm for identifying abbreviation definitions in biomedical text"). Here the letters
are fitted by `alignment.cost`, which also knows the syllable acronyms of Indonesian.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kpu_corpus.indonesian.connectives import at_connectives, places
from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.indonesian.parentheses import at_parentheses

_RANK = {"parenthesis": 0, "reversed": 1, "connector": 2, "expansion": 3}


class Part(NamedTuple):
    """``text[start:end]``, outside which nothing is read."""

    text: str
    start: int
    end: int


def definitions(text: str, start: int = 0, end: int | None = None) -> list[Definition]:
    """Return the definitions of short forms between two offsets, in the order of the text.

    >>> text = "Menjadi Aparatur Sipil Negara (ASN) di KPU (Komisi Pemilihan Umum)."
    >>> [(d.short, d.long, d.rule) for d in definitions(text)]
    [('ASN', 'Aparatur Sipil Negara', 'parenthesis'), ('KPU', 'Komisi Pemilihan Umum', 'reversed')]
    >>> definitions("Tahun ini (2025) ada lima (5) tahapan (lima).")
    []
    """
    [found] = definitions_of([Part(text, start, len(text) if end is None else end)])
    return found


def definitions_of(parts: Sequence[Part]) -> Iterator[list[Definition]]:
    """Yield the definitions of every part, as `definitions` returns them; many cost less so."""
    connectives = places(part.text[part.start : part.end] for part in parts)
    for (text, start, end), found in zip(parts, connectives, strict=True):
        candidates = [
            *at_parentheses(text, start, end),
            *at_connectives(text, found, start, end),
        ]
        if len(candidates) > 1:
            candidates.sort(key=lambda d: (_RANK[d.rule], d.start, -d.end))
            candidates = _apart(candidates)
        yield candidates


def _apart(candidates: list[Definition]) -> list[Definition]:
    """Drop every candidate that overlaps one before it; return the rest by position."""
    kept: list[Definition] = []
    for candidate in candidates:
        at = bisect_left(kept, candidate.start, key=lambda d: d.start)
        after_previous = at == 0 or kept[at - 1].end <= candidate.start
        before_next = at == len(kept) or candidate.end <= kept[at].start
        if after_previous and before_next:
            kept.insert(at, candidate)
    return kept
