"""Labels in quotation marks: titles, mottoes and words that are spoken about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.status.name_words import MOTTOES, SAYING
from kpu_corpus.analysis.status.rules import LABEL, MOTTO
from kpu_corpus.ground.arrays import Ints, Longs
from kpu_corpus.indonesian.sentences.unit_kinds import FUNCTION_WORDS
from kpu_corpus.tokens import Tokens

REACH = 200  # characters before a label in which the word is that tells so
# no label has a thousand characters; marks that nobody closes are not looked for to the end; an
# apostrophe (Jum'at) is no mark; many type ”label” or “label"
_QUOTES = re.compile(
    r"“([^“”]{0,999}+)”|[“”]([^“”\"]{0,999}+)[”\"]|\"([^\"]{0,999}+)\""
    r"|«([^»]{0,999}+)»|‘([^’]{0,999}+)’|(?<!\w)'([^']{0,999}+)'(?!\w)"
)
# What a label in quotation marks is, mottoes apart: a title, a word that is spoken about.
LABELLED = frozenset(
    "bertema bertajuk berjudul judul tema tajuk istilah kata frasa sebutan disebut bernama buku "
    "artikel lagu film seminar diskusi publik kuliah webinar lokakarya".split()
)
LISTED = 6  # parts from which on words are a list, such as one of values, and no title
_NEXT = re.compile(r"[,;]\s+(?:(?:dan|serta)\s)?|\s(?:dan|serta)\s")
_MARKS = ":;,.()"  # what may stand beside the word for a motto


class Label(NamedTuple):
    """A label in the text of a unit, its quotation marks inside.

    ``rule`` is MOTTO or LABEL, the cue the word for a motto or the opening mark.
    """

    start: int
    end: int
    rule: int
    cue: str


def labelled(tokens: Tokens, first: Ints, last: Ints) -> dict[int, Label]:
    """Return which hits stand in a label, by their rows; few units have marks at all."""
    unit = tokens.unit[first]
    units = np.flatnonzero(np.bincount(unit))
    read = ((place, labels_in(text)) for place, text in _marked(tokens, units))
    labels = {place: found for place, found in read if found}
    found: dict[int, Label] = {}
    for row in np.flatnonzero(np.isin(unit, list(labels))).tolist():
        offset = tokens.units.start[unit[row]]
        start, end = tokens.words.start[first[row]] - offset, tokens.words.ends(last[row]) - offset
        for label in labels[int(unit[row])]:
            if label.start < start and end < label.end:
                found[row] = label
                break
    return found


def labels_in(text: str) -> list[Label]:
    """Return the labels in the text of a unit."""
    return [
        Label(match.start(), match.end(), *kind)
        for match in _QUOTES.finditer(text)
        if (kind := _kind(text, match)) is not None
    ]


def _marked(tokens: Tokens, units: Longs) -> Iterator[tuple[int, str]]:
    """Yield those of the units that have an opening mark, with their text."""
    sources = tokens.corpus.texts
    columns = tokens.units.essay, tokens.units.start, tokens.units.end
    rows = zip(units.tolist(), *(column[units].tolist() for column in columns), strict=True)
    for unit, essay, start, end in rows:
        if _opens(text := sources[essay][start:end]):
            yield unit, text


def _opens(text: str) -> bool:
    """Tell whether a text has an opening mark; written out, since many are asked."""
    return '"' in text or "“" in text or "”" in text or "«" in text or "‘" in text or "'" in text


def _kind(text: str, quotation: re.Match[str]) -> tuple[int, str] | None:
    """Return the rule and cue of a quotation that is a label; None for speech."""
    quoted = next(part for part in quotation.groups() if part is not None)
    inside, several = quoted.split(), len(_NEXT.findall(quoted)) + 1
    before = text[max(0, quotation.start() - REACH) : quotation.start()].split()
    for word in reversed(before[-SAYING:]):
        if (cue := word.strip(_MARKS)).lower().removesuffix("nya") in MOTTOES:
            return MOTTO, cue
    capitals = [word for word in inside if word.lower() not in FUNCTION_WORDS]
    titled = len(capitals) > 1 and all(not word[0].islower() for word in capitals)
    titled = titled and several < LISTED
    labelled = bool(before) and before[-1].lower() in LABELLED
    return (LABEL, quotation[0][0]) if titled or labelled else None
