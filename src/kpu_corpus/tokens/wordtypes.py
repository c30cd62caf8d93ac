"""Distinct surfaces analysed once: normal form, root, kind and whether they are stop words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian.known_forms import known
from kpu_corpus.indonesian.multiwords import multiwords
from kpu_corpus.indonesian.normal import even, normal
from kpu_corpus.indonesian.roots import Roots, roots_of
from kpu_corpus.tokens.joining import canonical
from kpu_corpus.tokens.matching import Form
from kpu_corpus.tokens.scanning import Words

STUMP = 3  # letters that are too few to tell a root from a piece of a name


@dataclass(frozen=True, eq=False)
class Types:
    """One entry a distinct surface; ``kind`` is word, number, symbol, name or phrase."""

    surface: tuple[str, ...]
    norm: tuple[str, ...]
    root: tuple[str, ...]
    kind: tuple[str, ...]
    stop: npt.NDArray[np.bool_]


def norms_of(surfaces: Iterable[str], corrections: Mapping[str, str]) -> list[str]:
    """Return the normal form of each surface, corrected where it is certainly misspelt."""
    norms = map(normal, surfaces)
    return [corrections.get(norm, norm) for norm in norms]


def analyse_types(
    words: Words,
    norms: Sequence[str],
    forms: Mapping[str, Form],
    *,
    capitalised: frozenset[str],
    roots: Roots,
    stop: frozenset[str],
) -> Types:
    """Analyse the types; ``norms`` covers the single words, ``forms`` the joined ones."""
    shorts = _shorts()
    norm = [*norms, *(forms[surface].norm for surface in words.surfaces[len(norms) :])]
    # Sastrawi is asked as it would be by others; the rest sees corrections, and capitals
    asked = [
        surface if roots == "sastrawi" else even(surface) if normal(surface) == form else form
        for surface, form in zip(words.surfaces, norm, strict=True)
    ]
    root = roots_of(asked, roots=roots)
    kind = list(words.kinds)
    for index, surface in enumerate(words.surfaces):
        form = forms.get(surface)
        if surface in capitalised and _is_name(surface, norm[index], root[index]):
            root[index], kind[index] = norm[index], "name"
        if roots == "ranked" and form and form.root:
            root[index] = form.root
        if norm[index] in shorts:
            short, kind[index] = shorts[norm[index]]
            root[index] = short if roots == "ranked" else root[index]
        if kind[index] in ("number", "symbol"):
            root[index] = norm[index]
    stops = [
        item in stop or all(part.rstrip(".") in stop for part in item.split()) for item in norm
    ]
    return Types(words.surfaces, tuple(norm), tuple(root), tuple(kind), np.array(stops, dtype=bool))


def _is_name(surface: str, norm: str, root: str) -> bool:
    """Tell whether a rare form, always capitalised, would lose most of itself to affixes.

    Little would be left of a name: Persia is not per- and sia, but Harapkan is harap.
    """
    return root != surface.lower() and len(root) <= STUMP and normal(surface) == norm


@cache
def _shorts() -> dict[str, tuple[str, str]]:
    """Return each shipped short form with the root and kind of what it stands for."""
    units = {" ".join(unit.words): unit for unit in multiwords()}
    return {
        short: (canonical(units[long]), units[long].kind)
        for short, long in known().items()
        if long in units and " " not in short
    }
