"""Definitions by connecting words: LONG disingkat SHORT, SHORT singkatan dari LONG."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

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
_HEAD = re.compile(rf"\s{QUOTE}([^\W_]+)")
_PIECE = re.compile(r"[^\W_]+")
_TOLD = 8  # letters that tell a connective, in C as well
_NEAR = 40  # characters, more than any short form has
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
_ROWS = tuple(PATTERNS.items())


def places(texts: Laid) -> Iterator[tuple[int, int, int]]:
    """Yield where one may stand: number of the text, offset, row in `CONNECTIVES`; row by row."""
    for row, word in enumerate(CONNECTIVES):
        found = (match.start() for match in re.finditer(word[:_TOLD].encode(), texts.latin))
        alone = [at for at in found if not texts.latin[at - 1 : at].isalnum()]
        for text, at in texts.by_text(np.array(alone, np.int64)):
            yield text, at, row


def at_connective(text: str, at: int, row: int, start: int, end: int) -> Definition | None:
    """Read LONG disingkat SHORT, SHORT singkatan dari LONG, LONG atau SHORT, SHORT atau LONG.

    The connective of a row stands ``at`` a place of ``text[start:end]``.
    """
    word, pattern = _ROWS[row]
    if pattern is BARE and not _beside_short(text, at, at + len(word)):
        return None
    link = None if text[at - 1 : at].isalnum() else pattern.match(text, at, end)
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
    pattern = _ROWS[row][1]
    bare = pattern is BARE
    edge = start if bare else _skip_back(text, start)
    if pattern is not EXPANDS and (after := _sure(shorts_after(text, end, len(text)), bare)):
        definition = backward(text, after, edge, "connector")
        if definition:
            return definition
    before = _sure(shorts_before(text, edge), bare)
    return forward(text, before, end, len(text), "expansion")


def _beside_short(text: str, start: int, end: int) -> bool:
    """Tell quickly whether the word on either side may be one that `_sure` keeps."""
    heads, tails = _known_edges()
    after = _HEAD.match(text, end)
    if after and (after.group(1).isupper() or after.group(1).lower() in heads):
        return True
    before = text[max(start - _NEAR, 0) : start].rsplit(None, 1)
    pieces = _PIECE.findall(before[-1]) if before else []
    if not pieces:
        return False
    large = before[-1] != before[-1].lower() and f"A{pieces[-1]}".isupper()
    return large or pieces[-1].lower() in tails


@cache
def _known_edges() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first and last pieces of the short forms that this domain knows."""
    pieces = [_PIECE.findall(short) for short in known()]
    return frozenset(p[0] for p in pieces), frozenset(p[-1] for p in pieces)


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
