"""Definitions in parentheses: LONG (SHORT), LONG (disingkat SHORT), SHORT (LONG)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from kpu_corpus.indonesian.acronyms.alignment import Span, words_after
from kpu_corpus.indonesian.acronyms.connectives import EXPANDS, NAMED, QUOTE, skip_hedges
from kpu_corpus.indonesian.acronyms.definition import Definition
from kpu_corpus.indonesian.acronyms.fitting import backward, reach_before, whole
from kpu_corpus.indonesian.acronyms.latin import Laid
from kpu_corpus.indonesian.acronyms.shapes import shorts_after, shorts_before

_MOST = 3  # words of a short form
_LONGEST = 300  # characters from one parenthesis to the other
_PARENTHESIS = re.compile(rb"\((?!\d)(?=[^()]{2,300}\))")
_OPEN = re.compile(rf"\(\s*{QUOTE}")
_CLOSE = re.compile(rf"{QUOTE}\s*\)")


def places(texts: Laid) -> Iterator[tuple[int, int]]:
    """Yield in order where a parenthesis opens that may hold a form: number of the text, offset."""
    found = [match.start() for match in _PARENTHESIS.finditer(texts.latin)]
    return texts.by_text(np.array(found, np.int64))


def at_parenthesis(text: str, at: int, start: int, end: int) -> Definition | None:
    """Read LONG (SHORT), LONG (disingkat SHORT), SHORT (LONG) or SHORT (singkatan dari LONG).

    The parenthesis opens ``at`` a place of ``text[start:end]``.
    """
    close = text.find(")", at, min(end, at + _LONGEST)) + 1
    if not close:
        return None
    begin = reach_before(text, start, at)
    definition = _beside(text[begin:close], at - begin)
    return definition and definition.moved(begin)


class _Inside(NamedTuple):
    """The short forms that a parenthesis may be, longest first, and the words it consists of."""

    shorts: list[Span]
    words: list[Span]


@lru_cache(maxsize=16384)
def _inside(text: str) -> _Inside | None:
    """Read what stands from one parenthesis to the other; None where no form can be."""
    end = len(text)
    opened = _OPEN.match(text)
    inner = opened.end() if opened else 1
    edge = skip_hedges(text, inner, end)
    named = NAMED.match(text, edge)
    held = text[inner : end - 1]
    few = named or len(held.split()) <= _MOST
    shorts = shorts_after(text, named.end() if named else inner, end) if few else []
    closed = [short for short in shorts if _CLOSE.match(text, short.end)]
    expands = EXPANDS.match(text, edge)
    first = expands.end() if expands else inner
    words = [] if held.isalpha() else list(words_after(text, first, end))
    if words and not _CLOSE.match(text, words[-1].end):
        words = []
    return _Inside(closed, words) if closed or words else None


@lru_cache(maxsize=4096)
def _beside(text: str, at: int) -> Definition | None:
    """Fit the parenthesis that ends a text, from ``at`` on, to the words before it."""
    inside = _inside(text[at:])
    if not inside:
        return None
    found = backward(text, _moved(inside.shorts, at), at, "parenthesis")
    if found:
        return found
    return whole(text, shorts_before(text, at), _moved(inside.words, at), "reversed")


def _moved(spans: list[Span], by: int) -> list[Span]:
    return [Span(text, start + by, end + by) for text, start, end in spans]
