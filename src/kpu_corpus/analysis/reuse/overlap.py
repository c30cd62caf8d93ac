"""How much two texts have in common: the longest run of equal words, the words of passages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.spellings import even
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

Place = tuple[int, int, float]  # start, end, how alike it is
_WORD = re.compile(r"[\w\u00ad]+(?:[-’'][\w\u00ad]+)*")


class Run(NamedTuple):
    """The longest run of equal words of two texts: how many, and where in each."""

    words: int
    a: tuple[int, int]
    b: tuple[int, int]


def longest_run(text_a: str, text_b: str) -> Run:
    """Return the longest run of equal words of two texts, whatever their case and punctuation.

    >>> longest_run("Kami menjaga suara, setiap hari.", "Menjaga suara setiap malam")
    Run(words=3, a=(5, 26), b=(0, 20))
    """
    a, b = list(_WORD.finditer(text_a)), list(_WORD.finditer(text_b))
    words_a, words_b = ([seen(word[0]).casefold() for word in side] for side in (a, b))
    found = SequenceMatcher(None, words_a, words_b, autojunk=False).find_longest_match()
    if not found.size:
        return Run(0, (0, 0), (0, 0))
    last_a, last_b = a[found.a + found.size - 1], b[found.b + found.size - 1]
    return Run(
        found.size,
        (a[found.a].start(), last_a.end()),
        (b[found.b].start(), last_b.end()),
    )


def same_wording(text_a: str, text_b: str) -> bool:
    """Tell whether two texts are the same but for white space, capitals and what nobody sees.

    >>> same_wording("Kami  jujur.", "kami jujur."), same_wording("Kami jujur.", "Kami jujur!")
    (True, False)
    """
    return even(seen(text_a)) == even(seen(text_b))


def covered(tokens: Tokens, passages: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Return how much of the shorter essay the other has, too, by the words of their passages.

    A word counts as much as its passage is alike, as many words of a reworded one are the essay's
    own. ``passages`` is a table of :func:`kpu_corpus.shared_passages`; its pairs are the keys.

    >>> import kpu_corpus as kc
    >>> said = "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    >>> said += " di setiap tahapan."
    >>> tokens = kc.preprocess(kc.load({"x": said, "y": f"Hujan turun sejak pagi. {said}"}))
    >>> shares = covered(tokens, kc.shared_passages(tokens))
    >>> {pair: round(share, 2) for pair, share in shares.items()}
    {('x', 'y'): 1.0}
    """
    words = _words(tokens)
    places: dict[tuple[str, str], list[Place]] = {}
    sides = [zip(passages[f"start_{one}"], passages[f"end_{one}"], strict=True) for one in "ab"]
    pairs = zip(passages["essay_a"].map(str), passages["essay_b"].map(str), strict=True)
    for (a, b), *ends, alike in zip(pairs, *sides, passages["similarity"], strict=True):
        start, end = ends[len(words[a]) > len(words[b])]
        places.setdefault((a, b), []).append((start, end, alike))
    return {
        (a, b): _inside(min(words[a], words[b], key=len), found) for (a, b), found in places.items()
    }


def covered_by_others(tokens: Tokens, passages: pd.DataFrame) -> dict[str, float]:
    """Return how much of each essay any other has, too, by the words of their passages.

    A word counts as much as its passage is alike.
    ``passages`` is a table of :func:`kpu_corpus.shared_passages`; its essays are the keys.

    >>> import kpu_corpus as kc
    >>> said = "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    >>> said += " di setiap tahapan."
    >>> tokens = kc.preprocess(kc.load({"x": said, "y": f"{said} {'Hujan turun. ' * 7}"}))
    >>> shares = covered_by_others(tokens, kc.shared_passages(tokens))
    >>> {essay: round(share, 2) for essay, share in shares.items()}
    {'x': 1.0, 'y': 0.5}
    """
    places: dict[str, list[Place]] = {}
    for side in ("a", "b"):
        columns = [passages[f"{name}_{side}"] for name in ("essay", "start", "end")]
        for essay, start, end, alike in zip(*columns, passages["similarity"], strict=True):
            places.setdefault(str(essay), []).append((start, end, alike))
    words = _words(tokens)
    return {essay: _inside(words[essay], found) for essay, found in places.items()}


def _inside(words: list[int], places: Iterable[Place]) -> float:
    """Return the mean over words, given by their starts, of how alike the place is they are in."""
    alike = [0.0] * len(words)
    for start, end, share in places:
        for at in range(bisect_left(words, start), bisect_left(words, end)):
            alike[at] = max(alike[at], share)
    return sum(alike) / len(words)


def _words(tokens: Tokens) -> dict[str, list[int]]:
    """Return essay id → the starts of the words of its body."""
    body = tokens.units.body[tokens.unit]
    found: dict[str, list[int]] = {}
    for essay, start in zip(tokens.essay[body], tokens.words.start[body].tolist(), strict=True):
        found.setdefault(tokens.corpus.ids[essay], []).append(start)
    return found
