"""What the assignment put into the essays: the words of set titles and of shared openings."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from kpu_corpus.errors import one_of
from kpu_corpus.grams import countable
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools

OPENING = 2  # units of the body that count as the opening
MIN_TITLES = 2

Exclude = str | Iterable[str] | None


def assignment_words(tokens: Tokens) -> list[str]:
    """Return the roots that the assignment put into the essays, sorted.

    These are the content words of titles that at least two essays have in common, whatever their
    spelling (a short form and what it stands for are one word), and the content words that stand
    in the opening (first two units) of more than half of at least three essays.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami hadir.", "b": "Kami datang."})
    >>> assignment_words(kc.preprocess(corpus))
    []
    """
    essays = len(tokens.corpus)
    content = countable(tokens, titles=True)
    body = tokens.units.body[tokens.unit]
    opening = body & (tokens.units.number[tokens.unit] <= OPENING)
    in_titles = _essays_with(tokens, content & ~body)
    in_openings = _essays_with(tokens, content & opening)
    found = {root for root, count in in_titles.items() if count >= MIN_TITLES}
    if essays > 2:
        found |= {root for root, count in in_openings.items() if count > essays / 2}
    return sorted(found)


def excluded(tokens: Tokens, exclude: Exclude) -> frozenset[str]:
    """Return the roots to leave out: those of the assignment, those of a list, or none.

    Raises InvalidArgument for a string other than ``"assignment"``.
    """
    if exclude is None:
        return frozenset()
    if isinstance(exclude, str):
        if exclude != "assignment":
            raise one_of("exclude", exclude, ["assignment"])
        return frozenset(assignment_words(tokens))
    words = [normal(word) for word in exclude]
    return frozenset(words) | frozenset(roots_of(words, roots=tokens.roots))


def _essays_with(tokens: Tokens, mask: Bools) -> dict[str, int]:
    places = zip(tokens.type[mask].tolist(), tokens.essay[mask].tolist(), strict=True)
    pairs = {(tokens.types.root[kind], essay) for kind, essay in places}
    roots, counts = np.unique([root for root, _ in pairs], return_counts=True)
    return dict(zip(roots.tolist(), counts.tolist(), strict=True))
