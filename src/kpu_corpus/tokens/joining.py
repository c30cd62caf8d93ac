"""Neighbouring words that are one unit: reduplication, split prefixes, names and fixed phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpu_corpus.indonesian.multiwords import Multiword, multiwords
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.tokens.matching import Form, Joins, Rows, matches
from kpu_corpus.tokens.scanning import Words
from kpu_corpus.tokens.splitting import kept


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Multiword units by their first word, longest first: (the other words, the form)."""

    entries: Mapping[str, tuple[tuple[tuple[str, ...], Form], ...]]

    @classmethod
    def build(cls, shorts: Mapping[tuple[str, ...], str], phrases: Iterable[str] = ()) -> Lexicon:
        """Collect the shipped units, those defined in the corpus and the user's own phrases."""
        found: dict[tuple[str, ...], Form] = {}
        for entry in multiwords():
            # "KPU RI" is KPU and RI: a short form of two words stays two words, so does its long
            if not entry.short or " " not in entry.short:
                found[entry.words] = Form(" ".join(entry.words), canonical(entry), entry.kind)
        for phrase in phrases:
            words = tuple(normal(phrase).split())
            found.setdefault(words, Form(" ".join(words), " ".join(words), "phrase"))
        for words, short in shorts.items():
            # a shipped unit keeps its own short form, whatever else a text calls it (PPPK, P3K)
            found.setdefault(words, Form(" ".join(words), short, "name"))
        grouped: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        for words, form in found.items():
            if len(words) > 1:
                grouped.setdefault(words[0], []).append((words[1:], form))
        return cls({w: tuple(sorted(g, key=lambda e: -len(e[0]))) for w, g in grouped.items()})


def canonical(entry: Multiword) -> str:
    """Return the one root that a unit shares with its short form.

    >>> [canonical(unit) for unit in multiwords() if unit.words == ("aparatur", "sipil", "negara")]
    ['asn']
    """
    return (entry.short or entry.root or " ".join(entry.words)).lower()


def join(
    words: Words, norms: Sequence[str], texts: Sequence[str], lexicon: Lexicon, *, split: bool
) -> tuple[Words, dict[str, Form]]:
    """Join neighbours; returns the new columns and the form of every joined surface.

    ``norms`` are the normal forms of the types, ``texts`` the text of each unit's source;
    ``split`` says whether split prefixes (``di selenggarakan``) are joined too.
    """
    found = matches(words, norms, texts, lexicon.entries, split=split)
    if not len(found.first):
        return words, {}
    end = words.end.copy()
    end[found.first] = words.end[found.last]
    length = found.last - found.first
    keep = np.ones(len(words.type), dtype=bool)
    keep[np.repeat(found.first, length) + _steps(length)] = False
    joined, forms = _named(replace(words, end=end), found, texts)
    return kept(joined, keep), forms


def _named(words: Words, found: Joins, texts: Sequence[str]) -> tuple[Words, dict[str, Form]]:
    """Give every joined surface its type, after those of the single words."""
    ids = {surface: index for index, surface in enumerate(words.surfaces)}
    kinds, forms = list(words.kinds), dict[str, Form]()
    at = (column[found.first].tolist() for column in (words.unit, words.start, words.end))
    types = []
    for unit, start, end, form in zip(*at, found.form.tolist(), strict=True):
        surface = texts[unit][start:end]
        types.append(ids.setdefault(surface, len(ids)))
        if surface not in forms:
            forms[surface] = found.forms[form]
            if len(ids) > len(kinds):
                kinds.append(found.forms[form].kind)
    type_ = words.type.copy()
    type_[found.first] = types
    return replace(words, surfaces=tuple(ids), kinds=tuple(kinds), type=type_), forms


def _steps(length: Rows) -> Rows:
    """Return 1 … n for every length n, one after the other."""
    ends = np.cumsum(length)
    return np.arange(1, ends[-1] + 1) - np.repeat(ends - length, length)
