"""What a short form looks like: KPU, Bawaslu, pemilu, P3K, KTP-el, KPU RI."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kpu_corpus.indonesian.acronyms.alignment import Span, letters
from kpu_corpus.indonesian.lists.stopwords import GRAMMATICAL, WORD_TIERS, stopwords

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-.][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
# The same read backwards, where a number may still stand before the first letter.
_RUN = r"([^\W_]+(?:[-.][^\W_]+)*)"
_BACK = re.compile(rf"\s?{_RUN}")
_BACK_OVER_EDGE = re.compile(rf"\s?,?\s?[\"'“”‘’]?{_RUN}")
_ROMAN = re.compile(r"[IVXLC]+")
_MOST = 3  # words of a short form
_REACH = 40  # characters: no short form of three words is longer


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
    if lower in never():
        return False
    return text[0].isupper() or len(spelled) >= 4


@cache
def never() -> frozenset[str]:
    """Return words in small letters that are no short forms unless written in capitals.

    >>> "yang" in never(), "asn" in never()
    (True, False)
    """
    return stopwords(*WORD_TIERS) | GRAMMATICAL


def shorts_after(text: str, start: int, end: int) -> list[Span]:
    """Return the short forms that begin at `start`, longest first.

    >>> [short.text for short in shorts_after("KPU RI mungkin", 0, 14)]
    ['KPU RI', 'KPU']
    """
    ends: list[int] = []
    edge = start
    while len(ends) < _MOST and (word := _WORD.match(text, edge, end)):
        large = text[edge].isupper()
        if ends and not large:
            break
        ends.append(word.end())
        edge = word.end() + text[word.end() : min(word.end() + 1, end)].isspace()
        if not large:
            break  # only words with a capital go together
    forms = (Span(text[start:stop], start, stop) for stop in reversed(ends))
    return [form for form in forms if is_short(form.text)]


def shorts_before(text: str, end: int) -> list[Span]:
    """Return the short forms that end at `end`, longest first; a quote or comma may stand between.

    >>> [short.text for short in shorts_before("oleh KPU RI, ", 13)]
    ['KPU RI', 'RI']
    """
    back = text[max(0, end - _REACH) : end][::-1]
    begins: list[int] = []
    last = edge = 0
    while len(begins) < _MOST and (run := (_BACK if begins else _BACK_OVER_EDGE).match(back, edge)):
        first = _LETTER.search(run.group(1)[::-1])
        if not first or (begins and not first.group().isupper()):
            break
        last = last or end - run.start(1)
        edge = run.end() - first.start()
        begins.append(end - edge)
        if first.start() or not first.group().isupper():
            break  # only words with a capital go together, and a number parts them
    forms = (Span(text[begin:last], begin, last) for begin in reversed(begins))
    return [form for form in forms if is_short(form.text)]
