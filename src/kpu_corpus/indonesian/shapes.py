"""What a short form looks like: KPU, Bawaslu, pemilu, P3K, KTP-el, KPU RI."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kpu_corpus.indonesian.alignment import Span, letters
from kpu_corpus.indonesian.stopwords import MODALITY, NEGATION, stopwords

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-.][^\W_]+)*")
_SPACE = re.compile(r"\s?")
_EDGE = re.compile(r"[\"'“”‘’]?\s?,?\s?")
_ROMAN = re.compile(r"[IVXLC]+")
# No short form of three words is longer.
_REACH = 40


@lru_cache(maxsize=16384)
def is_short(text: str) -> bool:
    """Say whether one to three words may be a short form.

    >>> [is_short(word) for word in ("KPU", "KPU RI", "pemilu", "yang", "III", "Etika Kerja")]
    [True, True, True, False, False, False]
    """
    spelled = letters(text)
    if not 2 <= len(spelled) <= 14 or _ROMAN.fullmatch(text):
        return False
    words = text.split()
    if len(words) > 1:
        return all(word[0].isupper() for word in words) and any(word.isupper() for word in words)
    if text.isupper():
        return True
    lower = text.lower()
    if lower in _never():
        return False
    return text[0].isupper() or len(spelled) >= 4


@cache
def _never() -> frozenset[str]:
    return stopwords() | NEGATION | MODALITY


def shorts_after(text: str, start: int, end: int) -> list[Span]:
    """Return the short forms that begin at `start`, longest first.

    >>> [short.text for short in shorts_after("KPU RI mungkin", 0, 14)]
    ['KPU RI', 'KPU']
    """
    words: list[Span] = []
    edge = start
    while len(words) < 3 and (match := _WORD.match(text, edge, end)):
        words.append(Span(match.group(), match.start(), match.end()))
        gap = _SPACE.match(text, match.end(), end)
        edge = gap.end() if gap else end
    forms = [_join(text, words[:size]) for size in range(len(words), 0, -1)]
    return [form for form in forms if is_short(form.text)]


def shorts_before(text: str, start: int, end: int) -> list[Span]:
    """Return the short forms that end at `end`, longest first; a quote or comma may stand between.

    >>> [short.text for short in shorts_before("oleh KPU RI, ", 0, 13)]
    ['KPU RI', 'RI']
    """
    begin = max(start, end - _REACH)
    words: list[Span] = []
    for match in reversed(list(_WORD.finditer(text, begin, end))[-3:]):
        gap = _SPACE if words else _EDGE
        if not gap.fullmatch(text, match.end(), words[0].start if words else end):
            break
        words.insert(0, Span(match.group(), match.start(), match.end()))
    forms = [_join(text, words[index:]) for index in range(len(words))]
    return [form for form in forms if is_short(form.text)]


def _join(text: str, words: list[Span]) -> Span:
    return Span(text[words[0].start : words[-1].end], words[0].start, words[-1].end)
