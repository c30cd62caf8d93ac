"""Alternatives next to their own word: phrases split by a space inside ``|``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kpu_corpus.indonesian.roots.roots import Roots, roots_of


def parted(match: str, roots: Roots = "ranked") -> list[str]:
    """Return the readings of a match string in which an alternative is next to its own word.

    ``a|b c`` is a or b, then c: "serobot, or saling serobot" are two strings. A reduplicated word
    with an affix (*tolong-menolong*) does not count.

    >>> parted("=serobot|=saling =serobot"), parted("=serobot|=tolong =menolong")
    (['serobot serobot'], [])
    """
    return [*dict.fromkeys(_meeting(match, roots))]


def _meeting(match: str, roots: Roots) -> Iterator[str]:
    elements = [_words(element) for element in match.split() if element != "..0"]
    for left, right in pairwise(elements):
        if len(right) == 1 < len(left):
            word = right[0]
            for one in left:
                doubled = " " not in one and _root(one, roots) == one != word
                if not doubled and _root(one.split()[-1], roots) == _root(word, roots):
                    yield f"{one} {word}"
        elif len(left) == 1 < len(right):
            word = left[0]
            yield from (
                f"{word} {one}"
                for one in right
                if _root(one.split()[0], roots) == _root(word, roots)
            )


def _words(element: str) -> list[str]:
    """Return the alternatives that are words; none for a gap, a set or a ``*``."""
    parts = element.removeprefix("..").split("|")
    words = [part.removeprefix("=").replace("_", " ") for part in parts]
    return [word for word in words if word.replace(" ", "").replace("-", "").isalpha()]


def _root(word: str, roots: Roots) -> str:
    return roots_of([word], roots=roots)[0]
