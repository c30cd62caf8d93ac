"""Labels in quotation marks: titles, mottos and words that are spoken about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Ints

OPENING = '"“«‘'
_QUOTES = re.compile(r"“([^”]*)”|\"([^\"]*)\"|«([^»]*)»|‘([^’]*)’")
# What a label in quotation marks is: a title, a motto, a word that is spoken about.
LABELLED = frozenset(
    "bertema bertajuk berjudul judul tema tajuk moto motto semboyan slogan tagline jargon istilah "
    "kata frasa sebutan disebut bernama buku artikel lagu film seminar diskusi publik kuliah "
    "webinar lokakarya".split()
)
SMALL = frozenset("dan di ke dari yang untuk dalam pada atau bagi dengan oleh".split())


class Label(NamedTuple):
    """A label in the text of a unit, its quotation marks inside; ``mark`` is the first of them."""

    start: int
    end: int
    mark: str


def labelled(tokens: Tokens, first: Ints, last: Ints) -> dict[int, str]:
    """Return which hits stand in a label, row → opening mark; few units have marks at all."""
    unit = tokens.unit[first]
    labels = {place: labels_in(tokens.text_of(place)) for place in _marked(tokens, np.unique(unit))}
    found: dict[int, str] = {}
    for row in np.flatnonzero(np.isin(unit, list(labels))).tolist():
        offset = tokens.units.start[unit[row]]
        start, end = tokens.words.start[first[row]] - offset, tokens.words.end[last[row]] - offset
        for label in labels[int(unit[row])]:
            if label.start < start and end < label.end:
                found[row] = label.mark
                break
    return found


def labels_in(text: str) -> list[Label]:
    """Return the labels in the text of a unit."""
    return [
        Label(match.start(), match.end(), match[0][0])
        for match in _QUOTES.finditer(text)
        if _is_label(text, match)
    ]


def _marked(tokens: Tokens, units: Ints) -> Iterator[int]:
    """Yield those of the units (ascending) that have an opening mark."""
    essay = tokens.units.essay[units]
    start, end = tokens.units.start[units], tokens.units.end[units]
    heads = np.flatnonzero(np.diff(essay, prepend=-1))
    tails = np.append(heads[1:], len(units))[: len(heads)]
    sides = heads, tails, essay[heads], start[heads], end[tails - 1]
    for head, tail, row, low, high in zip(*(side.tolist() for side in sides), strict=True):
        text = tokens.corpus.by_name[tokens.corpus.items[row].source].text
        places = sorted(_places(text, low, high))
        if places:
            before = np.searchsorted(places, start[head:tail])
            inside = before < np.searchsorted(places, end[head:tail])
            yield from units[head:tail][inside].tolist()


def _places(text: str, start: int, end: int) -> Iterator[int]:
    for mark in OPENING:
        place = text.find(mark, start, end)
        while place >= 0:
            yield place
            place = text.find(mark, place + 1, end)


def _is_label(text: str, quotation: re.Match[str]) -> bool:
    """Tell whether a quotation is a title, a motto or a word that is spoken about."""
    inside = next(part for part in quotation.groups() if part is not None).split()
    before = text[: quotation.start()].rsplit(maxsplit=1)
    if before and before[-1].lower() in LABELLED:
        return True
    capitals = [word for word in inside if word.lower() not in SMALL]
    return len(capitals) > 1 and all(not word[0].islower() for word in capitals)
