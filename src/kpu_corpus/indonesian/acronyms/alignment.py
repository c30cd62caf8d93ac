"""How well the letters of a short form fit the words of a long form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from kpu_corpus.indonesian.lists.stopwords import stopwords


class Span(NamedTuple):
    """A piece of text and its offsets."""

    text: str
    start: int
    end: int


Anchor = Literal["left", "right", "whole"]

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"[^\W_]+")
_TIMES = re.compile(r"([^\W\d_])([2-5])")
# What may stand between two words of one long form.
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*|\s?[-–/&]\s?|\s?[\"'“”‘’]\s?")
_COMMA = re.compile(r",\s")
REACH = 200
_IMPOSSIBLE = 99

# (letters that are spelled, words that gave a piece, two at most) → the lowest price of that
Reached = dict[tuple[int, int], int]


def best_window(short: str, words: Iterable[Span], *, anchor: Anchor) -> list[Span] | None:
    """Return the words that `short` abbreviates, or None when none fit.

    The window ends with the first of `words`, which come backwards (`anchor="right"`), begins with
    it (``left``) or is all the words (``whole``). The cheapest window wins, then the shortest. As
    in Schwartz & Hearst (2003) it has at most min(n + 5, 2 n) words for n letters, here with
    function words uncounted.

    >>> words = words_before("calon Pegawai Negeri Sipil", 26)
    >>> [word.text for word in best_window("PNS", words, anchor="right")]
    ['Pegawai', 'Negeri', 'Sipil']
    """
    spelled = letters(short)
    # A word is no short form of itself, but KPU Subang may repeat the place.
    repeated = short.casefold()
    least = 2
    if anchor == "whole":
        words = list(words)
        least = max(least, len(words))
    back = anchor == "right"
    best: list[Span] | None = None
    price = _limit(spelled) + 1
    near: list[Span] = []
    forms: tuple[str, ...] = ()
    for word in islice(words, longest(short)):
        form = word.text.casefold()
        if form == repeated:
            break
        near.append(word)
        forms = (form, *forms) if back else (*forms, form)
        if len(near) >= least:
            found = cost(spelled, forms, price - 1)
            if found < price:
                best, price = near[::-1] if back else near[:], found
            if not price:
                break  # nothing is cheaper, and no word more need be read
    return best


def longest(short: str) -> int:
    """Return how many words a long form of `short` may have."""
    return 2 * len(letters(short)) + 4


@lru_cache(maxsize=16384)
def letters(short: str) -> str:
    """Return the letters of a short form in lower case, a digit written out as repetition.

    >>> letters("K3"), letters("P3K"), letters("KTP-el"), letters("KPU RI")
    ('kkk', 'pppk', 'ktpel', 'kpuri')
    """
    if short.isascii() and short.isalpha():
        return short.lower()
    plain = "".join(_LETTERS.findall(short.casefold()))
    return _TIMES.sub(lambda m: m.group(1) * int(m.group(2)), plain)


@lru_cache(maxsize=16384)
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
    function = stopwords("function")
    if words[0] in function or words[-1] in function or not _spellable(spelled, words):
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


def in_order(spelled: str, line: str) -> bool:
    """Say whether a line has these letters in their order, whatever stands between.

    >>> in_order("kpu", "komisipemilihanumum"), in_order("kup", "komisipemilihanumum")
    (True, False)
    """
    at = 0
    for letter in spelled:
        at = line.find(letter, at) + 1
        if not at:
            return False
    return True


def words_before(text: str, end: int, *, commas: bool = False) -> Iterator[Span]:
    """Yield the words that run up to `end` without a break, the last first.

    They stand at most 200 characters back.
    """
    edge = end
    for word in _WORD.finditer(text[max(0, end - REACH) : end][::-1]):
        first, last = end - word.end(), end - word.start()
        gap = text[last:edge]
        if gap != " " and not _joined(gap, commas=commas and edge < end):
            return
        edge = first
        yield Span(text[first:last], first, last)


def words_after(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the words that run on from `start` without a break, commas allowed."""
    edge = start
    for word in _WORD.finditer(text, start, min(end, start + REACH)):
        gap = text[edge : word.start()]
        if gap != " " and not _joined(gap, commas=edge > start):
            return
        edge = word.end()
        yield Span(word.group(), word.start(), edge)


def _limit(spelled: str) -> int:
    """Half a point a letter: so two letters must be initials, since nothing else costs one."""
    return len(spelled) // 2


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


def _spellable(spelled: str, words: tuple[str, ...]) -> bool:
    """Say whether the words have the letters in their order, and enough for it to shorten them."""
    line = "".join(words)
    return len(line) >= 1.5 * len(spelled) and in_order(spelled, line)


@lru_cache(maxsize=65536)
def _piece(piece: str, word: str) -> int:
    if word.startswith(piece):
        return 0
    if not in_order(piece, word):
        return _IMPOSSIBLE
    close = piece in word or piece[0] == word[0]
    return 1 if close and len(piece) > 1 else 2


def _joined(gap: str, *, commas: bool) -> bool:
    return bool(_GAP.fullmatch(gap)) or (commas and bool(_COMMA.fullmatch(gap)))
