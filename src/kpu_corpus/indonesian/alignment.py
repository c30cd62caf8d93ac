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
BREAKS = ".;:()"  # of what breaks a chain of words, the most frequent
REACH = 200
_IMPOSSIBLE = 99

# (letters that are spelled, words that gave a piece, two at most) → the lowest price of that
Reached = dict[tuple[int, int], int]


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
    first, function, limit = spelled[:1], _function(), _limit(spelled)
    scored = [
        (cost(spelled, tuple(folded[a:b]), limit), b - a, words[a:b])
        for a, b in bounds
        # What the price would say, but sooner: the first word gives a piece, no edge is a function
        # word.
        if first in folded[a]
        and folded[a] not in function
        and folded[b - 1] not in function
        and repeated not in folded[a:b]
    ]
    price, _, window = min(scored, default=(_IMPOSSIBLE, 0, []), key=lambda row: row[:2])
    return window if price <= limit else None


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


def cost(spelled: str, words: tuple[str, ...], limit: int = _IMPOSSIBLE) -> int:
    """Return how far `spelled` is from being made of a piece of every word, in order.

    A piece costs 0 where the word begins with it (ba-dan, u-mum), 1 where it keeps the word's
    initial (ka: kepala) or is a run of letters inside (was: pengawas), 2 otherwise (l: pemilihan).
    A function word inside may be left out for nothing, another word for 2. The first word and one
    more must give a piece,
    and neither the first nor the last may be a function word. What would cost more than `limit`
    costs 99.

    >>> cost("asn", ("aparatur", "sipil", "negara"))
    0
    >>> cost("pilkada", ("pemilihan", "kepala", "daerah"))
    2
    """
    function = _function()
    if words[0] in function or words[-1] in function or _starved(spelled, words):
        return _IMPOSSIBLE
    reached: Reached = dict(_pieces(spelled, 0, 0, words[0], limit, 1))
    for word in words[1:]:
        skip = 0 if word in function else 2
        after: Reached = {}
        for (letter, used), price in reached.items():
            found = _pieces(spelled, letter, price, word, limit, 2)
            left_out = [((letter, used), price + skip)] if price + skip <= limit else []
            for state, total in (*left_out, *found):
                after[state] = min(total, after.get(state, total))
        reached = after
        if not reached:
            return _IMPOSSIBLE
    return reached.get((len(spelled), 2), _IMPOSSIBLE)


def words_before(
    text: str, start: int, end: int, most: int = REACH, *, commas: bool = False
) -> list[Span]:
    """Return the words that run up to `end` without a break, at most 200 characters back.

    There are `most` of them or more where there are so many.
    """
    begin = max(start, end - REACH)
    begin = max(begin, *(text.rfind(mark, begin, end) for mark in BREAKS))
    pieces = text[begin:end].rsplit(None, most)
    begin += len(pieces[0]) if len(pieces) > most else 0
    chain: list[Span] = []
    edge = end
    for word in reversed([*_WORD.finditer(text, begin, end)]):
        if not _joined(text[word.end() : edge], commas=commas and bool(chain)):
            break
        edge = word.start()
        chain.append(Span(word.group(), edge, word.end()))
    return chain[::-1]


def words_after(text: str, start: int, end: int) -> list[Span]:
    """Return the words that run on from `start` without a break, commas allowed."""
    chain: list[Span] = []
    edge = start
    for word in _WORD.finditer(text, start, min(end, start + REACH)):
        if not _joined(text[edge : word.start()], commas=bool(chain)):
            break
        edge = word.end()
        chain.append(Span(word.group(), word.start(), edge))
    return chain


def _limit(spelled: str) -> int:
    """Two letters must be initials; longer forms may pay half a point a letter."""
    return 0 if len(spelled) == 2 else len(spelled) // 2


def _pieces(
    spelled: str, letter: int, price: int, word: str, limit: int, used: int
) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield where the letters go on after each piece that `word` may give, and the price."""
    for stop in range(letter + 1, len(spelled) + 1):
        piece = _piece(spelled[letter:stop], word)
        if piece == _IMPOSSIBLE:
            return
        if price + piece <= limit:
            yield (stop, used), price + piece


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


@cache
def _function() -> frozenset[str]:
    return stopwords("function")


def _joined(gap: str, *, commas: bool) -> bool:
    return gap == " " or bool(_GAP.fullmatch(gap)) or (commas and bool(_COMMA.fullmatch(gap)))
