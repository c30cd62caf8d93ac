"""Labels in quotation marks: titles, mottos and words that are spoken about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.ranges import Longs
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Ints

REACH = 200  # characters before a label in which the word is that tells so
# no label has a thousand characters; marks that nobody closes are not looked for to the end; an
# apostrophe (Jum'at) is no mark
_QUOTES = re.compile(
    r"“([^”]{0,999}+)”|\"([^\"]{0,999}+)\"|«([^»]{0,999}+)»|‘([^’]{0,999}+)’"
    r"|(?<!\w)'([^']{0,999}+)'(?!\w)"
)
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
    units = np.flatnonzero(np.bincount(unit))
    read = ((place, labels_in(text)) for place, text in _marked(tokens, units))
    labels = {place: found for place, found in read if found}
    found: dict[int, str] = {}
    for row in np.flatnonzero(np.isin(unit, list(labels))).tolist():
        offset = tokens.units.start[unit[row]]
        start, end = tokens.words.start[first[row]] - offset, tokens.words.ends(last[row]) - offset
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


def _marked(tokens: Tokens, units: Longs) -> Iterator[tuple[int, str]]:
    """Yield those of the units that have an opening mark, with their text."""
    corpus = tokens.corpus
    sources = [corpus.by_name[item.source].text for item in corpus.items]
    columns = tokens.units.essay, tokens.units.start, tokens.units.end
    rows = zip(units.tolist(), *(column[units].tolist() for column in columns), strict=True)
    for unit, essay, start, end in rows:
        if _opens(text := sources[essay][start:end]):
            yield unit, text


def _opens(text: str) -> bool:
    """Tell whether a text has an opening mark; written out, since many are asked."""
    return '"' in text or "“" in text or "«" in text or "‘" in text or "'" in text


def _is_label(text: str, quotation: re.Match[str]) -> bool:
    """Tell whether a quotation is a title, a motto or a word that is spoken about."""
    inside = next(part for part in quotation.groups() if part is not None).split()
    before = text[max(0, quotation.start() - REACH) : quotation.start()].rsplit(maxsplit=1)
    if before and before[-1].lower() in LABELLED:
        return True
    capitals = [word for word in inside if word.lower() not in SMALL]
    return len(capitals) > 1 and all(not word[0].islower() for word in capitals)
