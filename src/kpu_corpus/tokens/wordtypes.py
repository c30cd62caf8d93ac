"""Distinct surfaces analysed once: normal form, root, kind and whether they are stop words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from kpu_corpus.indonesian import spelling as spell
from kpu_corpus.indonesian.acronyms import known
from kpu_corpus.indonesian.background import background
from kpu_corpus.indonesian.multiwords import multiwords
from kpu_corpus.indonesian.normal import even, normal
from kpu_corpus.indonesian.roots import roots_of
from kpu_corpus.tokens.joining import Form, canonical
from kpu_corpus.tokens.scanning import Units, Words

STUMP = 3  # letters that are too few to tell a root from a piece of a name
COMMON = 20  # background units from which on a form is a word, not only a name
Roots = str | Callable[[str], str]


@dataclass(frozen=True, eq=False)
class Types:
    """One entry a distinct surface; ``kind`` is word, number, symbol, name or phrase."""

    surface: tuple[str, ...]
    norm: tuple[str, ...]
    root: tuple[str, ...]
    kind: tuple[str, ...]
    stop: npt.NDArray[np.bool_]


def norms_of(words: Words, units: Units, *, spelling: bool) -> list[str]:
    """Return the normal form of each type; with ``spelling``, certain misspellings corrected."""
    norms = [normal(surface) for surface in words.surfaces]
    if not spelling:
        return norms
    inner = _inside_sentences(words, units)
    doubtful = {
        norm
        for surface, norm, kind, mid in zip(words.surfaces, norms, words.kinds, inner, strict=True)
        if kind == "word" and spell.candidate(surface, bool(mid))
    }
    certain = {
        form: found.suggestion
        for form, found in spell.suggestions(sorted(doubtful)).items()
        if found.certain
    }
    return [certain.get(norm, norm) for norm in norms]


def analyse_types(
    words: Words,
    units: Units,
    norms: Sequence[str],
    forms: Mapping[str, Form],
    *,
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
    for index in _names(words, units, root) if roots == "ranked" else ():
        if normal(words.surfaces[index]) == norm[index]:
            root[index], kind[index] = norm[index], "name"
    for index, surface in enumerate(words.surfaces):
        form = forms.get(surface)
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


def _names(words: Words, units: Units, roots: Sequence[str]) -> list[int]:
    """Find the types that are names by their use, and would lose most of themselves to affixes.

    A name is always written with a capital inside sentences, is no usual word of the laws, and
    little would be left of it: Persia is not per- and sia, but Harapkan is harap.
    """
    usual = background().df
    inner = _inside_sentences(words, units)
    small = {surface for surface in words.surfaces if surface.islower()}
    return [
        index
        for index in np.flatnonzero(inner).tolist()
        if (surface := words.surfaces[index]).isalpha()
        and surface[0].isupper()
        and surface[1:].islower()
        and surface.lower() not in small
        and roots[index] != surface.lower()
        and len(roots[index]) <= STUMP
        and usual.get(surface.lower(), 0) < COMMON
    ]


def _inside_sentences(words: Words, units: Units) -> npt.NDArray[np.bool_]:
    """Tell of each type whether it stands inside a sentence, not at its head nor in a title."""
    running = np.array([kind == "sentence" for kind in units.kind], dtype=bool)
    follows = (words.unit[1:] == words.unit[:-1]) & running[words.unit[1:]]
    inner = np.zeros(len(words.surfaces), dtype=bool)
    inner[words.type[1:][follows]] = True
    return inner


@cache
def _shorts() -> dict[str, tuple[str, str]]:
    """Return each shipped short form with the root and kind of what it stands for."""
    units = {" ".join(unit.words): unit for unit in multiwords()}
    return {
        short: (canonical(units[long]), units[long].kind)
        for short, long in known().items()
        if long in units and " " not in short
    }
