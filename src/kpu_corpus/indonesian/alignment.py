"""How well the letters of a short form fit the words of a long form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from kpu_corpus.indonesian.stopwords import stopwords


class Span(NamedTuple):
    """A piece of text and its offsets."""

    text: str
    start: int
    end: int


Anchor = Literal["left", "right", "whole"]

_WORD = re.compile(r"[^\W\d_]+")
# What may stand between two words of one long form.
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*|\s?[-–/&]\s?|\s?[\"'“”‘’]\s?")
_COMMA = re.compile(r",\s")
_BREAKS = ".;:()"  # of what breaks a chain of words, the most frequent
_REACH = 200
_IMPOSSIBLE = 99


def best_window(short: str, words: list[Span], *, anchor: Anchor) -> list[Span] | None:
    """Return the words that `short` abbreviates, or None when none fit.

    The window ends with the last word (`anchor="right"`), begins with the first (``left``) or is
    all the words (``whole``). The cheapest window wins, then the shortest. As in Schwartz & Hearst
    (2003) it has at most min(n + 5, 2 n) words for n letters, here with function words uncounted.

    >>> words = words_before("calon Pegawai Negeri Sipil", 0, 26, longest("PNS"))
    >>> [word.text for word in best_window("PNS", words, anchor="right")]
    ['Pegawai', 'Negeri', 'Sipil']
    """
    spelled = letters(short)
    sizes = range(2, min(len(words), longest(short)) + 1)
    if not sizes or (anchor == "whole" and len(words) not in sizes):
        return None
    folded = [word.text.casefold() for word in words]
    bounds = {
        "left": [(0, size) for size in sizes],
        "right": [(len(words) - size, len(words)) for size in sizes],
        "whole": [(0, len(words))],
    }[anchor]
    # A word is no short form of itself, but KPU Subang may repeat the place.
    repeated = "" if " " in short else short.casefold()
    scored = [
        (cost(spelled, tuple(folded[a:b])), b - a, words[a:b])
        for a, b in bounds
        if spelled[:1] in folded[a] and repeated not in folded[a:b]  # the first word gives a piece
    ]
    price, _, window = min(scored, default=(_IMPOSSIBLE, 0, []), key=lambda row: row[:2])
    return window if price <= _limit(spelled) else None


def longest(short: str) -> int:
    """Return how many words a long form of `short` may have."""
    return 2 * len(letters(short)) + 4


@lru_cache(maxsize=16384)
def letters(short: str) -> str:
    """Return the letters of a short form in lower case, a digit written out as repetition.

    >>> letters("K3"), letters("P3K"), letters("KTP-el"), letters("KPU RI")
    ('kkk', 'pppk', 'ktpel', 'kpuri')
    """
    plain = "".join(re.findall(r"[^\W_]", short.casefold()))
    return re.sub(r"([^\W\d_])([2-5])", lambda m: m.group(1) * int(m.group(2)), plain)


@lru_cache(maxsize=65536)
def cost(spelled: str, words: tuple[str, ...]) -> int:
    """Return how far `spelled` is from being made of a piece of every word, in order.

    A piece costs 0 where the word begins with it (ba-dan, u-mum), 1 where it keeps the word's
    initial (ka: kepala) or is a run of letters inside (was: pengawas), 2 otherwise (l: pemilihan).
    A function word inside may be left out for nothing, another word for 2. The first word and one
    more must give a piece,
    and neither the first nor the last may be a function word.

    >>> cost("asn", ("aparatur", "sipil", "negara"))
    0
    >>> cost("pilkada", ("pemilihan", "kepala", "daerah"))
    2
    """
    function = _function()
    if words[0] in function or words[-1] in function or _starved(spelled, words):
        return _IMPOSSIBLE

    @cache
    def rest(letter: int, word: int, used: int) -> int:
        if word == len(words):
            return 0 if letter == len(spelled) and used >= 2 else _IMPOSSIBLE
        best = _IMPOSSIBLE
        if word:
            skip = 0 if words[word] in function else 2
            best = skip + rest(letter, word + 1, used)
        for stop in range(letter + 1, len(spelled) + 1):
            price = _piece(spelled[letter:stop], words[word])
            if price == _IMPOSSIBLE:
                break
            best = min(best, price + rest(stop, word + 1, min(used + 1, 2)))
        return best

    return rest(0, 0, 0)


def words_before(
    text: str, start: int, end: int, most: int = _REACH, *, commas: bool = False
) -> list[Span]:
    """Return the words that run up to `end` without a break, at most 200 characters back.

    There are `most` of them or more where there are so many.
    """
    begin = max(start, end - _REACH)
    begin = max(begin, *(text.rfind(mark, begin, end) for mark in _BREAKS))
    pieces = text[begin:end].rsplit(None, most)
    begin += len(pieces[0]) if len(pieces) > most else 0
    chain: list[Span] = []
    edge = end
    for word in reversed(list(_spans(text, begin, end))):
        if not _joined(text[word.end : edge], commas=commas and bool(chain)):
            break
        chain.insert(0, word)
        edge = word.start
    return chain


def words_after(text: str, start: int, end: int) -> list[Span]:
    """Return the words that run on from `start` without a break, commas allowed."""
    chain: list[Span] = []
    edge = start
    for word in _spans(text, start, min(end, start + _REACH)):
        if not _joined(text[edge : word.start], commas=bool(chain)):
            break
        chain.append(word)
        edge = word.end
    return chain


def _limit(spelled: str) -> int:
    """Two letters must be initials; longer forms may pay half a point a letter."""
    return 0 if len(spelled) == 2 else len(spelled) // 2


def _starved(spelled: str, words: tuple[str, ...]) -> bool:
    """Say whether the words are too few letters for `spelled` to shorten them."""
    return sum(map(len, words)) < 1.5 * len(spelled)


@lru_cache(maxsize=65536)
def _piece(piece: str, word: str) -> int:
    if word.startswith(piece):
        return 0
    if not _subsequence(piece, word):
        return _IMPOSSIBLE
    inside = len(piece) > 1 and piece in word
    return 1 if inside or (len(piece) > 1 and word[0] == piece[0]) else 2


def _subsequence(piece: Iterable[str], word: str) -> bool:
    remaining = iter(word)
    return all(letter in remaining for letter in piece)


def _spans(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, start, end))


@cache
def _function() -> frozenset[str]:
    return stopwords("function")


def _joined(gap: str, *, commas: bool) -> bool:
    return bool(_GAP.fullmatch(gap)) or (commas and bool(_COMMA.fullmatch(gap)))
