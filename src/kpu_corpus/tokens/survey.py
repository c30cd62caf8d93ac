"""What depends on the whole corpus, gathered batch by batch: corrections, names, short forms.

``survey`` looks at one batch of essays, ``merge`` puts surveys together in any order, ``settle``
decides for the whole. Tokens made with the settled whole are the same whether their essays come
in one corpus or in many batches.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import compress
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.provenance import told
from kpu_corpus.ground.threads import together
from kpu_corpus.indonesian.acronyms.acronyms import Part, definitions_of
from kpu_corpus.indonesian.acronyms.definition import Definitions
from kpu_corpus.indonesian.acronyms.readings import Reading, readings
from kpu_corpus.indonesian.lists.background import common as common_forms
from kpu_corpus.indonesian.normal import normal, normals
from kpu_corpus.indonesian.roots.root_lists import ordinary_places
from kpu_corpus.indonesian.roots.roots import Roots, roots_of
from kpu_corpus.indonesian.spelling import data as spelling_data
from kpu_corpus.indonesian.spelling.candidates import candidate, checkable
from kpu_corpus.indonesian.spelling.joins import ends_of_compounds, lefts
from kpu_corpus.indonesian.spelling.spelling import suggestions
from kpu_corpus.tokens.joining import Phrasebook
from kpu_corpus.tokens.placing import located, named, titled
from kpu_corpus.tokens.scanning import Units, Words, scan


class Settings(NamedTuple):
    """How tokens are made: the arguments of :func:`kpu_corpus.preprocess`, checked."""

    roots: Roots
    spelling: bool
    phrases: tuple[str, ...]
    stops: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """Return them as a manifest has them."""
        return {
            **self._asdict(),
            "roots": told(self.roots),
            "phrases": [*self.phrases],
            "stops": [*self.stops],
        }


class Scanned(NamedTuple):
    """What one reading of the texts of some essays finds, before anything is decided.

    ``definitions`` have the rows of their essays.
    """

    corpus: Corpus
    units: Units
    words: Words
    definitions: Definitions


@dataclass(frozen=True)
class Survey:
    """What some essays say about the whole: sums and unions, so that their order is no matter.

    ``definitions`` counts (short form, long form); ``corrections`` are of normal forms that are
    misspelt wherever they stand, ``heads`` of surfaces with a capital that are so unless they stand
    inside a sentence; ``inside`` are the surfaces with a capital that do, ``small`` those without
    any: rare words only, since others are no names, and places that are common words as well.
    ``located`` are the latter, in small letters, where they stand as a place does (di Kisaran), and
    words that no list has (Kecamatan Pebayuran).
    """

    definitions: Mapping[tuple[str, str], int]
    corrections: Mapping[str, str]
    heads: Mapping[str, str]
    inside: frozenset[str]
    small: frozenset[str]
    located: frozenset[str]


class Settled(NamedTuple):
    """What is decided for the whole corpus, by which the tokens of every batch are made.

    ``corrections`` go from normal form to correction; ``capitalised`` are the rare surfaces that
    are written with a capital wherever they stand inside a sentence, ``places`` the common words
    and those of no list, in small letters, that name a place where they have a capital.
    """

    settings: Settings
    corrections: Mapping[str, str]
    capitalised: frozenset[str]
    places: frozenset[str]
    phrasebook: Phrasebook


@uncollected
def scanned(corpus: Corpus) -> Scanned:
    """Read the texts once: units, words, and where a text says what a short form stands for."""
    return Scanned(corpus, *scan(corpus), found_definitions(corpus))


@uncollected
def read_lists(settings: Settings, size: int) -> None:
    """Read the lists that words are looked up in, by asking for one that none of them has.

    ``size`` is the number of characters of the texts whose words they are.
    """
    if settings.spelling:
        if size >= _LARGE:
            spelling_data.lookup().whole()
        suggestions(["intergritas"])
        lefts(), ends_of_compounds()
    if settings.roots == "ranked":
        roots_of(["intergritas"])


_LARGE = 10_000_000  # characters in which so many words are unknown that a dictionary pays


def survey(batch: Scanned, settings: Settings) -> Survey:
    """Return what the essays of a batch say about the whole corpus they are part of."""
    words, ranked = batch.words, settings.roots == "ranked"
    (heads, corrections), inner, places = together(
        len(words.type),
        lambda: _misspelt(words) if settings.spelling else ({}, {}),
        lambda: _inside_sentences(words, batch.units),
        lambda: located(words) if ranked else frozenset(),
    )
    usual = common_forms() if ranked else None
    names, common = (titled(), ordinary_places()) if ranked else (frozenset(), frozenset())
    middle = compress(words.surfaces, inner.tolist())
    return Survey(
        Counter(batch.definitions.pairs(batch.corpus.texts)),
        corrections,
        heads,
        frozenset(s for s in middle if s in heads or s in names or _may_be_name(s, usual)),
        frozenset(s for s in words.surfaces if s.islower() and (s in common or _rare(s, usual))),
        places,
    )


def merge(surveys: Iterable[Survey]) -> Survey:
    """Put the surveys of all batches together; which came first is no matter.

    >>> merge([]).inside
    frozenset()
    """
    counts: Counter[tuple[str, str]] = Counter()
    corrections: dict[str, str] = {}
    heads: dict[str, str] = {}
    inside: set[str] = set()
    small: set[str] = set()
    places: set[str] = set()
    for part in surveys:
        counts.update(part.definitions)
        corrections.update(part.corrections)
        heads.update(part.heads)
        inside |= part.inside
        small |= part.small
        places |= part.located
    sets = map(frozenset, (inside, small, places))
    return Survey(counts, corrections, heads, *sets)


def settle(whole: Survey, settings: Settings) -> Settled:
    """Decide what is misspelt, always capitalised, and one unit, from the survey of the whole."""
    usual = common_forms() if settings.roots == "ranked" else None
    at_heads = {
        normal(surface): correction
        for surface, correction in whole.heads.items()
        if surface not in whole.inside
    }
    shorts = {normal(short) for short, _ in whole.definitions}
    places = named(whole.located, whole.inside, whole.small)
    kept = shorts | places
    found = (at_heads | dict(whole.corrections)).items()
    corrections = {form: right for form, right in found if form not in kept}
    return Settled(
        settings,
        corrections,
        frozenset(
            surface
            for surface in whole.inside
            if surface.lower() not in whole.small and _may_be_name(surface, usual)
        ),
        places,
        Phrasebook.build(_defined(whole.definitions), settings.phrases, corrections),
    )


def found_definitions(corpus: Corpus) -> Definitions:
    """Find where a text says what a short form stands for, in every body; by rows of essays."""
    pairs = zip(corpus.texts, corpus.items, strict=True)
    return definitions_of([Part(text, item.start, item.end) for text, item in pairs])


def _misspelt(words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """Return the certain corrections: of surfaces at the heads of sentences, and of any."""
    surfaces = [*compress(words.surfaces, [kind == "word" for kind in words.kinds])]
    forms = [*map(seen, surfaces)]
    known = spelling_data.lookup().each([*map(str.lower, forms)])
    unknown = {
        surface: form
        for surface, form, level in zip(surfaces, forms, known, strict=True)
        if level is None and checkable(form)
    }
    norms, lower = normals(unknown), map(str.lower, unknown.values())
    hints = suggestions({*norms, *lower}, certain=True)
    heads: dict[str, str] = {}
    anywhere: dict[str, str] = {}
    for (surface, form), norm in zip(unknown.items(), norms, strict=True):
        hint = hints.get(norm)
        if hint:
            if candidate(form, True, hints):
                anywhere[norm] = hint.suggestion
            elif candidate(form, False, hints):
                heads[surface] = hint.suggestion
    return heads, anywhere


def _inside_sentences(words: Words, units: Units) -> Bools:
    """Tell of each type whether it stands inside a sentence, not at its head nor in a title."""
    running = units.are("sentence")
    inner = np.zeros(len(words.surfaces), dtype=bool)
    compiled = native.library()
    if compiled is None:
        follows = (words.unit[1:] == words.unit[:-1]) & running[words.unit[1:]]
        inner[words.type[1:][follows]] = True
        return inner
    compiled.inside_types(
        *(ctypes.c_int64(len(words.type)), native.pointer(words.type)),
        *(native.pointer(words.unit), native.pointer(running), native.pointer(inner)),
    )
    return inner


def _may_be_name(surface: str, usual: Set[str] | None) -> bool:
    return surface[0].isupper() and surface[1:].islower() and _rare(surface, usual)


def _rare(surface: str, usual: Set[str] | None) -> bool:
    return usual is not None and surface.isalpha() and surface.lower() not in usual


def _defined(found: Mapping[tuple[str, str], int]) -> list[Reading]:
    """Return what the corpus defines beyond doubt: long forms with a short form of one word."""
    return [each for each in readings(found) if not each.ambiguous and " " not in each.short]
