"""Definitions in parentheses: LONG (SHORT), LONG (disingkat SHORT), SHORT (LONG)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kpu_corpus.indonesian.alignment import Span, words_after
from kpu_corpus.indonesian.connectives import EXPANDS, NAMED, NAMING, QUOTE, skip_hedges
from kpu_corpus.indonesian.definition import Definition
from kpu_corpus.indonesian.fitting import backward, reach_before, whole
from kpu_corpus.indonesian.shapes import shorts_after, shorts_before

_MOST = 3  # words of a short form
_BREAK = "[^\\w\\s,\"'“”‘’/&–-]"  # a character after which no form is read
# Only these parentheses can hold a form: no "(1)", no "14 (empat belas)", no ". (ASN)", none
# without an end, none of many words with a number or stop among them unless it says that it names.
_WITH_FORM = re.compile(
    rf"""
    \((?!\d)
    (?<!{_BREAK}\()(?<!{_BREAK}\s\()
    (?<![^\w.-]\d\s\()(?<![^\w.-]\d\d\s\()(?<!,-\s\()
    \s*{QUOTE}(?:\s*[-–/&"'“”‘’])?\s*
    (?=[^\W\d_][^()]{{0,300}}\))
    (?=[^()\d.;:]*\)|[^\s()]*(?:\s+[^\s()]+){{0,{_MOST - 1}}}\s*\)
      |(?:\w+\s)*?{NAMING})
    [^()]*\)
    """,
    re.VERBOSE,
)
_OPEN = re.compile(rf"\(\s*{QUOTE}")
_CLOSE = re.compile(rf"{QUOTE}\s*\)")


def at_parentheses(text: str, start: int, end: int) -> Iterator[Definition]:
    """Read LONG (SHORT), LONG (disingkat SHORT), SHORT (LONG) or SHORT (singkatan dari LONG)."""
    for match in _WITH_FORM.finditer(text, start, end):
        if not _inside(match.group()):
            continue
        at, close = match.span()
        begin = reach_before(text, start, at)
        if found := _beside(text[begin:close], at - begin):
            yield found.moved(begin)


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


@lru_cache(maxsize=16384)
def _beside(text: str, at: int) -> Definition | None:
    """Fit the parenthesis that ends a text to the words before it, which recur as it does."""
    inside = _inside(text[at:])
    if not inside:
        return None
    shorts = _moved(inside.shorts, at)
    if shorts and (definition := backward(text, shorts, 0, at, "parenthesis")):
        return definition
    before = shorts_before(text, 0, at) if inside.words else []
    return whole(text, before, _moved(inside.words, at), "reversed") if before else None


def _moved(spans: list[Span], by: int) -> list[Span]:
    return [Span(text, start + by, end + by) for text, start, end in spans]
