"""Definitions by connecting words: LONG disingkat SHORT, SHORT singkatan dari LONG."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kpu_corpus.indonesian.alignment import Span
from kpu_corpus.indonesian.batch.latin import Laid
from kpu_corpus.indonesian.batch.triggers import Sought, Triggers
from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.indonesian.fitting import HEDGED, backward, forward, reach_after, reach_before
from kpu_corpus.indonesian.known_forms import known
from kpu_corpus.indonesian.shapes import shorts_after, shorts_before

QUOTE = "[\"'“”‘’]?"
NAMING = "(?:disingkat|disebut|dikenal|diakronimkan|dipendekkan|sebut|kenal)"
NAMED = re.compile(
    rf"{NAMING}"
    r"(?:\s(?:juga|pula|sebagai|dengan|menjadi|sebutan|istilah|nama|singkatan|akronim|saja|oleh))*"
    rf"\s{QUOTE}"
)
EXPANDS = re.compile(
    r"(?:singkatan|kependekan|akronim|kepanjangannya|kepanjangan)"
    rf"(?:\s(?:dari|kata|adalah|yaitu))*\s{QUOTE}"
)
_BARE = re.compile(rf"(?:atau|alias|yaitu|yakni|adalah|ialah)\s{QUOTE}")
_HEAD = re.compile(rf"\s{QUOTE}([^\W_]+)")
_PIECE = re.compile(r"[^\W_]+")
_NEAR = 40  # characters, more than any short form has
_SPACED = re.compile(r"(\w+)\s")
_SPACED_BACK = re.compile(r"\s(\w+)")
_HEDGE_WORDS = """
yang atau dan kita kami juga lebih biasa biasanya sering kali seringkali kerap lazim akrab
selanjutnya kemudian dapat bisa adalah merupakan ialah itu sebagai sendiri
"""
_HEDGES = frozenset(_HEDGE_WORDS.split())
# What a definition is recognised by: yang biasa kita kenal dengan, kita sebut.
_TRIGGERS = {
    **dict.fromkeys(("disingkat", "disebut", "dikenal", "diakronimkan", "dipendekkan"), NAMED),
    **dict.fromkeys(("singkatan", "kependekan", "akronim", "kepanjangan"), EXPANDS),
    **dict.fromkeys(("atau", "alias", "yaitu", "yakni", "adalah", "ialah"), _BARE),
    **dict.fromkeys(("kenal dengan", "sebut"), NAMED),
}
_ROWS = tuple(_TRIGGERS.items())
CONNECTIVES = tuple(_TRIGGERS)


def places(texts: Laid) -> Iterator[tuple[int, int, int]]:
    """Yield where one may stand: number of the text, offset, row in `CONNECTIVES`; row by row."""
    for row, found in _triggers().places(texts):
        for text, at in texts.by_text(found):
            yield text, at, row


def at_connectives(
    text: str, found: Iterable[tuple[int, int]], start: int, end: int
) -> Iterator[Definition]:
    """Read LONG disingkat SHORT, SHORT singkatan dari LONG, LONG atau SHORT, SHORT atau LONG.

    `found` are `places` in ``text[start:end]``.
    """
    for offset, row in found:
        at, (word, pattern) = start + offset, _ROWS[row]
        if pattern is _BARE and not _beside_short(text, at, at + len(word)):
            continue
        link = None if text[at - 1 : at].isalnum() else pattern.match(text, at, end)
        if link:
            begin, stop = reach_before(text, start, at), reach_after(text, link.end(), end)
            if definition := _linked(text[begin:stop], at - begin, link.end() - begin, row):
                yield definition.moved(begin)


def skip_hedges(text: str, start: int, end: int) -> int:
    """Return where the hedges after `start` end: yang biasa, selanjutnya."""
    while (word := _SPACED.match(text, start, end)) and word.group(1).lower() in _HEDGES:
        start = word.end()
    return start


@lru_cache(maxsize=16384)
def _linked(text: str, start: int, end: int, row: int) -> Definition | None:
    """Fit what stands beside the connective from `start` to `end`, which recurs as it does."""
    pattern = _ROWS[row][1]
    bare = pattern is _BARE
    edge = start if bare else _skip_back(text, start)
    if pattern is not EXPANDS and (after := _sure(shorts_after(text, end, len(text)), bare)):
        definition = backward(text, after, 0, edge, "connector")
        if definition:
            return definition
    before = _sure(shorts_before(text, 0, edge), bare)
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


@cache
def _triggers() -> Triggers:
    bare = frozenset(word for word, pattern in _TRIGGERS.items() if pattern is _BARE)
    return Triggers(Sought(CONNECTIVES, bare, *_known_edges()))


def _skip_back(text: str, end: int) -> int:
    """Return where the hedges before `end` begin: yang biasa, atau lebih, selanjutnya."""
    back = text[max(0, end - HEDGED) : end][::-1]
    edge = 0
    while (word := _SPACED_BACK.match(back, edge)) and word.group(1)[::-1].lower() in _HEDGES:
        edge = word.end()
    return end - edge


def _sure(shorts: list[Span], bare: bool) -> list[Span]:
    """Drop what need not be a short form where only "atau" or "adalah" joins it to the rest."""
    return [s for s in shorts if not bare or s.text.isupper() or s.text.lower() in known()]
