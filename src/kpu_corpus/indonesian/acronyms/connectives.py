"""Definitions by connecting words: LONG disingkat SHORT, SHORT singkatan dari LONG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from kpu_corpus.indonesian.acronyms import connecting_words as words
from kpu_corpus.indonesian.acronyms.alignment import Span
from kpu_corpus.indonesian.acronyms.definition import Definition
from kpu_corpus.indonesian.acronyms.fitting import (
    HEDGED,
    backward,
    forward,
    reach_after,
    reach_before,
)
from kpu_corpus.indonesian.acronyms.latin import Laid
from kpu_corpus.indonesian.acronyms.shapes import shorts_after, shorts_before
from kpu_corpus.indonesian.lists.known_forms import known

QUOTE = "[\"'“”‘’]?"
NAMING = f"(?:{'|'.join(words.NAMING)})"
NAMED = re.compile(rf"{NAMING}(?:\s(?:{'|'.join(words.NAMING_AS)}))*\s{QUOTE}")
EXPANDS = re.compile(
    rf"(?:{'|'.join(words.EXPANDING)})(?:\s(?:{'|'.join(words.EXPANDING_OF)}))*\s{QUOTE}"
)
BARE = re.compile(rf"(?:{'|'.join(words.BARE)})\s(?!(?:{'|'.join(words.EXPANDING)})\b){QUOTE}")
_TOLD = 8  # letters that tell a connective, in C as well
_SPACED = re.compile(r"(\w+)\s")
_SPACED_BACK = re.compile(r"\s(\w+)")
# What a definition is recognised by: yang biasa kita kenal dengan, kita sebut.
PATTERNS = {
    **dict.fromkeys(("disingkat", "disebut", "dikenal", "diakronimkan", "dipendekkan"), NAMED),
    **dict.fromkeys(("singkatan", "kependekan", "akronim", "kepanjangan"), EXPANDS),
    **dict.fromkeys(words.BARE, BARE),
    **dict.fromkeys(("kenal dengan", "sebut"), NAMED),
}
CONNECTIVES = tuple(PATTERNS)
_PATTERN = tuple(PATTERNS.values())


def places(texts: Laid) -> Iterator[tuple[int, int, int]]:
    """Yield where one may stand: number of the text, offset, row in `CONNECTIVES`; row by row."""
    for row, word in enumerate(CONNECTIVES):
        found = [match.start() for match in re.finditer(word[:_TOLD].encode(), texts.latin)]
        for text, at in texts.by_text(np.array(found, np.int64)):
            yield text, at, row


def at_connective(text: str, at: int, row: int, start: int, end: int) -> Definition | None:
    """Read LONG disingkat SHORT, SHORT singkatan dari LONG, LONG atau SHORT, SHORT atau LONG.

    The connective of a row stands ``at`` a place of ``text[start:end]``.
    """
    link = None if text[at - 1 : at].isalnum() else _PATTERN[row].match(text, at, end)
    if not link:
        return None
    begin, stop = reach_before(text, start, at), reach_after(text, link.end(), end)
    definition = _linked(text[begin:stop], at - begin, link.end() - begin, row)
    return definition and definition.moved(begin)


def skip_hedges(text: str, start: int, end: int) -> int:
    """Return where the hedges after `start` end: yang biasa, selanjutnya."""
    while (word := _SPACED.match(text, start, end)) and word.group(1).lower() in words.HEDGES:
        start = word.end()
    return start


@lru_cache(maxsize=16384)
def _linked(text: str, start: int, end: int, row: int) -> Definition | None:
    """Fit what stands beside the connective from `start` to `end`, which recurs as it does."""
    pattern = _PATTERN[row]
    bare = pattern is BARE
    edge = start if bare else _skip_back(text, start)
    if pattern is not EXPANDS and (after := _sure(shorts_after(text, end, len(text)), bare)):
        definition = backward(text, after, edge, "connector")
        if definition:
            return definition
    before = _sure(shorts_before(text, edge), bare)
    return forward(text, before, end, len(text), "expansion")


def _skip_back(text: str, end: int) -> int:
    """Return where the hedges before `end` begin: yang biasa, atau lebih, selanjutnya."""
    back = text[max(0, end - HEDGED) : end][::-1]
    edge = 0
    while (word := _SPACED_BACK.match(back, edge)) and word.group(1)[::-1].lower() in words.HEDGES:
        edge = word.end()
    return end - edge


def _sure(shorts: list[Span], bare: bool) -> list[Span]:
    """Drop what need not be a short form where only "atau" or "adalah" joins it to the rest."""
    return [s for s in shorts if not bare or s.text.isupper() or s.text.lower() in known()]
