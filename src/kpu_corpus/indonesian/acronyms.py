"""Where texts say what a short form stands for.

A definition is a short form beside a long form, with letters that fit (Schwartz & Hearst 2003, "A
simple algorithm for identifying abbreviation definitions in biomedical text"). Here the letters
are fitted by `alignment.cost`, which also knows the syllable acronyms of Indonesian.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from kpu_corpus.indonesian import connectives, parentheses
from kpu_corpus.indonesian.batch.latin import laid
from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.indonesian.joints import PARENTHESIS, joints

_START = attrgetter("start")
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
    rest = iter(parts)
    for texts in laid(part.text[part.start : part.end] for part in parts):
        block = [*islice(rest, len(texts.base))]
        found: list[list[Definition]] = [[] for _ in block]
        for number, at, row, short, short_end, long, long_end in joints(texts):
            text, start, end = block[number]
            definition: Definition | None
            if short_end:
                rule = "reversed" if short < long else "parenthesis"
                definition = Definition.of(
                    *(text, start + short, start + short_end, start + long, start + long_end, rule)
                )
            elif row == PARENTHESIS:
                definition = parentheses.at_parenthesis(text, start + at, start, end)
            else:
                definition = connectives.at_connective(text, start + at, row, start, end)
            if definition:
                found[number].append(definition)
        yield from map(_apart, found)


def _apart(found: list[Definition]) -> list[Definition]:
    """Drop every definition that overlaps one of a better rule; return the rest by position."""
    if len(found) < 2:
        return found
    by_place = sorted(found, key=_START)
    if all(a.end <= b.start for a, b in pairwise(by_place)):
        return by_place
    kept: list[Definition] = []
    for candidate in sorted(found, key=lambda d: (_RANK[d.rule], d.start, -d.end)):
        at = bisect_left(kept, candidate.start, key=_START)
        after_previous = at == 0 or kept[at - 1].end <= candidate.start
        before_next = at == len(kept) or candidate.end <= kept[at].start
        if after_previous and before_next:
            kept.insert(at, candidate)
    return kept
