"""Frequencies of roots in a background: what the words of a corpus are measured against."""

from __future__ import annotations

import gzip
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.background import Background
from kpu_corpus.indonesian.background import background as load_background
from kpu_corpus.indonesian.known_forms import known
from kpu_corpus.indonesian.roots import Roots, roots_of

FOLDER = Path(__file__).parent / "data" / "background"
FEWEST = 30  # units; among rarer words chance and scanning errors decide, not use

Floats = npt.NDArray[np.float64]


class Reference(NamedTuple):
    """Frequencies of roots in a background of ``units`` documents and ``tokens`` words."""

    name: str
    units: int
    tokens: int
    df: dict[str, int]
    cf: dict[str, int]

    def idf(self, roots: list[str]) -> Floats:
        """Return ln((1 + units) / (1 + df)) + 1 of each root; df counts as 30 at least."""
        df = np.maximum(_frequencies(roots, self.df), FEWEST)
        return np.log((1 + self.units) / (1 + df)) + 1

    def counts(self, roots: list[str]) -> Floats:
        """Return how often each root occurs; a phrase counts as often as its rarest word."""
        return _frequencies(roots, self.cf)


def reference(background: str | Background, roots: Roots) -> Reference:
    """Return the root frequencies of a background: a shipped name or a table of one's own.

    A unit with two forms of one root counts twice in ``df``, so the sum is an upper bound, cut
    at the number of units.

    Raises InvalidArgument for a name that is not shipped or anything that is no Background.

    >>> reference("formal", "ranked").df["selenggara"] > 9_000
    True
    """
    if isinstance(background, Background):
        return _summed("own", background, roots)
    if not isinstance(background, str):
        raise InvalidArgument("background", got=type(background).__name__)
    return _shipped(background, roots)


def root_frequencies(table: Background, roots: Roots) -> dict[str, tuple[int, int]]:
    """Return (df, cf) of each root, summed over its forms, in the order of the roots."""
    df: dict[str, int] = {}
    cf: dict[str, int] = {}
    forms = list(table.df)
    for form, root in zip(forms, roots_of(forms, roots=roots), strict=True):
        df[root] = min(df.get(root, 0) + table.df[form], table.units)
        cf[root] = cf.get(root, 0) + table.cf[form]
    return {root: (df[root], cf[root]) for root in sorted(df)}


def _summed(name: str, table: Background, roots: Roots) -> Reference:
    found = root_frequencies(table, roots)
    df = {root: pair[0] for root, pair in found.items()}
    cf = {root: pair[1] for root, pair in found.items()}
    return Reference(name, table.units, table.tokens, df, cf)


@cache
def _shipped(name: str, roots: Roots) -> Reference:
    """Return a shipped background; for ranked roots its sums are shipped as well."""
    table = load_background(name)
    path = FOLDER / f"{name}_roots.tsv.gz"
    if roots != "ranked" or not path.exists():
        return _summed(name, table, roots)
    fields = gzip.decompress(path.read_bytes()).decode().replace("\n", "\t").split("\t")
    found, *counts = (fields[column + 3 : -1 : 3] for column in range(3))  # under their names
    df, cf = (dict(zip(found, map(int, column), strict=True)) for column in counts)
    return Reference(name, table.units, table.tokens, df, cf)


def _frequencies(roots: list[str], found: dict[str, int]) -> Floats:
    """Return the frequency of each root; a fixed phrase is as frequent as its rarest word.

    A short form (parpol) is at least as frequent as the phrase it stands for, since both have
    one root here while laws write the phrase out.
    """
    longs = _long_forms()
    values = np.fromiter(map(found.get, roots, repeat(0)), np.float64, len(roots))
    for index in np.flatnonzero(values == 0).tolist():
        if " " in roots[index]:
            values[index] = min(found.get(word, 0) for word in roots[index].split())
    for index in [index for index, root in enumerate(roots) if root in longs]:
        rarest = min(found.get(word, 0) for word in longs[roots[index]])
        values[index] = max(values[index], rarest)
    return values


@cache
def _long_forms() -> dict[str, list[str]]:
    """Return each shipped short form with the roots of the words it stands for."""
    return {short: roots_of(long.split()) for short, long in known().items()}
