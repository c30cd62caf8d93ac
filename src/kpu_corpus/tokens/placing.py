"""Which words that may be places are places: Kisaran is a town, kisaran a range."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import numpy as np

from kpu_corpus.indonesian.roots.root_lists import ordinary_places
from kpu_corpus.tokens.scanning import Words

BEFORE = frozenset(
    "di ke dari kabupaten kota kecamatan kelurahan desa kampung pulau provinsi kab kab. kec kec. "
    "kel kel. ds ds. kp kp.".split()
)
"""Words that stand before the name of a place."""


@cache
def titled() -> frozenset[str]:
    """Return the names that are common words too, each with its capital."""
    return frozenset(name.capitalize() for name in ordinary_places())


def located(words: Words) -> frozenset[str]:
    """Return which of those names, in small letters, stand with a capital after `BEFORE`."""
    large = titled() | {name.upper() for name in titled()}
    wanted = np.array([surface in large for surface in words.surfaces], dtype=bool)
    rows = np.flatnonzero(wanted[words.type])
    rows = rows[rows > 0]
    rows = rows[words.unit[rows] == words.unit[rows - 1]]
    pairs = set(zip(words.type[rows - 1].tolist(), words.type[rows].tolist(), strict=True))
    return frozenset(
        words.surfaces[kind].lower()
        for before, kind in pairs
        if words.surfaces[before].lower() in BEFORE
    )


def named(
    located: Collection[str], inside: Collection[str], small: Collection[str]
) -> frozenset[str]:
    """Return the names that some texts use as such, in small letters.

    They stand as a place does, or ``inside`` sentences with a capital and never in ``small``
    letters: at the head of a sentence every word has a capital.

    >>> sorted(named({"kisaran"}, {"Serangan", "Sepanjang"}, {"serangan"}))
    ['kisaran', 'sepanjang']
    """
    always = (surface.lower() for surface in titled().intersection(inside))
    return frozenset(located) | {name for name in always if name not in small}
