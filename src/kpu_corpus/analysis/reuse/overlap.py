"""How much two texts have in common: the longest run of equal words, the words of passages."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from kpu_corpus.reading.titles import even
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

_WORD = re.compile(r"\w+(?:[-’']\w+)*")


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
    words_a, words_b = ([word[0].casefold() for word in side] for side in (a, b))
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
    """Tell whether two texts are the same but for white space and capitals.

    >>> same_wording("Kami  jujur.", "kami jujur."), same_wording("Kami jujur.", "Kami jujur!")
    (True, False)
    """
    return even(text_a) == even(text_b)


def covered(tokens: Tokens, passages: pd.DataFrame) -> dict[tuple[str, str], float]:
    """Return the share of the shorter essay's words that stand in passages of the other.

    ``passages`` is a table of :func:`kpu_corpus.shared_passages`; its pairs of essays are the keys.

    >>> import kpu_corpus as kc
    >>> said = "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    >>> said += " di setiap tahapan."
    >>> tokens = kc.preprocess(kc.load({"x": said, "y": f"Hujan turun sejak pagi. {said}"}))
    >>> covered(tokens, kc.shared_passages(tokens))
    {('x', 'y'): 1.0}
    """
    words = _words(tokens)
    found = {}
    for pair, rows in passages.groupby(["essay_a", "essay_b"], sort=False):
        a, b = map(str, pair)
        side = "a" if len(words[a]) <= len(words[b]) else "b"
        places = zip(rows[f"start_{side}"], rows[f"end_{side}"], strict=True)
        found[a, b] = _inside(words[a if side == "a" else b], list(places))
    return found


def covered_by_others(tokens: Tokens, passages: pd.DataFrame) -> dict[str, float]:
    """Return the share of the words of each essay that stand in passages of any other essay.

    ``passages`` is a table of :func:`kpu_corpus.shared_passages`; its essays are the keys.

    >>> import kpu_corpus as kc
    >>> said = "Setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    >>> said += " di setiap tahapan."
    >>> tokens = kc.preprocess(kc.load({"x": said, "y": f"{said} {'Hujan turun. ' * 7}"}))
    >>> covered_by_others(tokens, kc.shared_passages(tokens))
    {'x': 1.0, 'y': 0.5}
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for side in ("a", "b"):
        columns = (passages[f"{name}_{side}"] for name in ("essay", "start", "end"))
        for essay, start, end in zip(*columns, strict=True):
            places.setdefault(str(essay), []).append((start, end))
    words = _words(tokens)
    return {essay: _inside(words[essay], found) for essay, found in places.items()}


def _inside(words: list[int], places: list[tuple[int, int]]) -> float:
    """Return the share of words, given by their starts, that stand in one of the places."""
    return sum(any(start <= at < end for start, end in places) for at in words) / len(words)


def _words(tokens: Tokens) -> dict[str, list[int]]:
    """Return essay id → the starts of the words of its body."""
    body = tokens.units.body[tokens.unit]
    found: dict[str, list[int]] = {}
    for essay, start in zip(tokens.essay[body], tokens.words.start[body].tolist(), strict=True):
        found.setdefault(tokens.corpus.items[essay].id, []).append(start)
    return found
