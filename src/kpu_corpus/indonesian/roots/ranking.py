"""Choose among the readings of a word with the shipped log-linear model.

The score of a reading is the score of its root (productivity, frequency, length) plus the score of
its affixes (prefix chain, sound shape, suffix, their pair, clitics); a word that is itself a root
has a score of its own. `training/roots.py` fits the weights and writes `model.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from kpu_corpus.ground import packing
from kpu_corpus.ground.shipped import DATA
from kpu_corpus.indonesian.roots.affixes import Candidate, candidates

FOLDER = DATA / "roots"
SCALE = 100.0
_MANY = 400  # in hundredths of a log-odds unit: the score of such a root with affixes


class Ranking(NamedTuple):
    """The scores of roots with affixes and as whole words, and those of the affixes by number.

    ``rows`` tells where those of a root stand.
    """

    rows: dict[str, int]
    affixed: Sequence[int]
    whole: Sequence[int]
    affixes: Sequence[Sequence[int]]

    def best(self, word: str) -> str | None:
        """Return the root of the lower-case `word`, or None where no reading has a known root."""
        rows, affixed, whole, affixes = self
        root, high = None, -math.inf
        for candidate, prefix, suffix in candidates(word, rows):  # `score`, without a call each
            row = rows[candidate]
            score = affixed[row] + affixes[prefix][suffix] if prefix or suffix else whole[row]
            if score > high:
                root, high = candidate, score
        return root

    def score(self, candidate: Candidate) -> int:
        """Return the score of one reading, in hundredths of a log-odds unit."""
        root, prefix, suffix = candidate
        row = self.rows[root]
        if prefix or suffix:
            return self.affixed[row] + self.affixes[prefix][suffix]
        return self.whole[row]

    def probabilities(self, found: list[Candidate]) -> list[float]:
        """Return the model's probability of each reading; they add up to 1."""
        scores = [self.score(c) / SCALE for c in found]
        top = max(scores, default=0.0)
        weights = [math.exp(s - top) for s in scores]
        return [w / sum(weights) for w in weights]


@cache
def shipped() -> Ranking:
    """Return the ranking that ships with the library (read once)."""
    return unpacked((DATA / "ready" / "model.scores").read_bytes())


@cache
def frequent() -> frozenset[str]:
    """Return the roots that so many words are built on that one without its first letter will do.

    Of *tangis* (450) *nangis* is known, but *niara*, *nesting* and *mening* are none of *tiara*
    (150), *testing* (300) and *pening* (370).
    """
    rows, affixed, *_ = shipped()
    return frozenset(root for root, row in rows.items() if affixed[row] >= _MANY)


def fitted() -> Ranking:
    """Return the ranking as it was fitted: the same, but read in five times the time."""
    model = json.loads((FOLDER / "model.json").read_text("utf-8"))
    return Ranking(numbered(model["roots"]), model["affixed"], model["whole"], model["affixes"])


def packed(made: Ranking) -> bytes:
    """Return a ranking as bytes: its roots in one string, its scores as columns."""
    columns = [made.affixed, made.whole, *made.affixes]
    return packing.packed({"roots": " ".join(made.rows)}, columns)


def unpacked(data: bytes) -> Ranking:
    """Return the ranking that bytes were made of."""
    head, columns = packing.unpacked(data)
    affixed, whole, *affixes = columns
    return Ranking(numbered(head["roots"]), affixed, whole, affixes)


def numbered(roots: str) -> dict[str, int]:
    """Return the rows of roots with spaces between them."""
    names = roots.split()
    return dict(zip(names, range(len(names)), strict=True))
