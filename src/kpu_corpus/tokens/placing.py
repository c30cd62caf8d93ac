"""Which words that may be places are places: Kisaran is a town, kisaran a range.

No list has every village: Pebayuran behind Kecamatan is one, too, and no slip of peraturan.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import numpy as np

from kpu_corpus.indonesian.lists.background import common
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.roots.root_lists import ordinary_places
from kpu_corpus.indonesian.spelling import data as spelling_data
from kpu_corpus.indonesian.spelling.spelling import base_level
from kpu_corpus.tokens.scanning import Words

BEFORE = frozenset(
    "di ke dari kabupaten kota kecamatan kelurahan desa kampung pulau provinsi kab kab. kec kec. "
    "kel kel. ds ds. kp kp.".split()
)
"""Words that stand before the name of a place."""
_ALONE = BEFORE - set("di ke dari provinsi kabupaten kab kab.".split()) | set(
    "dusun nagari distrik".split()
)
"""Words that what no list has must follow to be one: below a kabupaten, as a list has those.

What no list has behind Kabupaten is a slip rather: Kabupaten Kepualauan Aru.
"""


@cache
def titled() -> frozenset[str]:
    """Return the names that are common words too, each with its capital."""
    return frozenset(name.capitalize() for name in ordinary_places())


def located(words: Words) -> frozenset[str]:
    """Return which of those names, in small letters, stand with a capital after `BEFORE`.

    So are words that are written as names are and that no list has, after Kecamatan and the like.
    """
    large = titled() | {name.upper() for name in titled()}
    capital = [*filter(_is_titled, words.surfaces)]
    unknown = spelling_data.unknown(map(str.lower, capital))
    looked = large.union(surface for surface in capital if surface.lower() in unknown)
    wanted = np.fromiter(map(looked.__contains__, words.surfaces), bool, len(words.surfaces))
    rows = np.flatnonzero(wanted[words.type])
    rows = rows[rows > 0]
    rows = rows[words.unit[rows] == words.unit[rows - 1]]
    pairs = set(zip(words.type[rows - 1].tolist(), words.type[rows].tolist(), strict=True))
    stand = ((words.surfaces[before].lower(), words.surfaces[kind]) for before, kind in pairs)
    return frozenset(
        name.lower()
        for before, name in stand
        if (before in BEFORE if name in large else before in _ALONE and _names(name.lower()))
    )


def _is_titled(surface: str) -> bool:
    return surface.isalpha() and surface[1:].islower() and not surface.islower()


def _names(form: str) -> bool:
    """Tell whether a form of no list may be a place: no adjective (Kota Termacet), no clitic."""
    if form in common() or form in spelling_data.corrections():
        return False
    hosts = (form.removesuffix(clitic) for clitic in CLITICS if form.endswith(clitic))
    if any(host in spelling_data.known() for host in hosts):
        return False
    return form.startswith(("pe", "ke")) or base_level(form) < 0


def named(
    located: Collection[str], inside: Collection[str], small: Collection[str]
) -> frozenset[str]:
    """Return the names that some texts use as such, in small letters.

    They stand as a place does, or ``inside`` sentences with a capital and never in ``small``
    letters: at the head of a sentence every word has a capital. What no list has must stand as a
    place does and never have small letters.

    >>> sorted(named({"kisaran", "pebayuran"}, {"Serangan", "Sepanjang"}, {"serangan"}))
    ['kisaran', 'pebayuran', 'sepanjang']
    >>> sorted(named({"kisaran", "pebayuran"}, set(), {"kisaran", "pebayuran"}))
    ['kisaran']
    """
    always = (surface.lower() for surface in titled().intersection(inside))
    listed = ordinary_places().intersection(located)
    return listed | {name for name in (*located, *always) if name not in small}
