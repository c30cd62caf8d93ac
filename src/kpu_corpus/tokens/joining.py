"""Neighbouring words that are one unit: reduplication, split prefixes, names and fixed phrases."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from ctypes import Structure, byref, c_int64, c_void_p
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Ints, ranges
from kpu_corpus.indonesian.acronyms.readings import Reading
from kpu_corpus.indonesian.lists.multiwords import Multiword, multiwords
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.tokens.broken import broken_words
from kpu_corpus.tokens.matching import Entries, Form, Joins, Texts, matches
from kpu_corpus.tokens.scanning import WORD_COLUMNS, Words

Unit = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Phrasebook:
    """Multiword units by their first word, longest first: (the other words, the form).

    ``defined`` are the roots of the units that have theirs from the corpus, by normal form;
    ``shorts`` are the forms of the short forms that it defines for them, by surface.
    """

    entries: Entries
    defined: Mapping[str, str] = field(default_factory=dict)
    shorts: Mapping[str, Form] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        readings: Iterable[Reading] = (),
        phrases: Iterable[str] = (),
        corrections: Mapping[str, str] = MappingProxyType({}),
    ) -> Phrasebook:
        """Collect the shipped units, the user's own phrases and what the corpus defines.

        The latter two may be misspelt as the texts are, whose normal forms have ``corrections``.
        """

        def meant(text: str) -> tuple[str, ...]:
            words = (corrections.get(word, word) for word in normal(text).split())
            return tuple(" ".join(words).split())

        found = ChainMap[Unit, Form]({}, _shipped())
        for phrase in phrases:
            words = meant(phrase)
            found.setdefault(words, Form(" ".join(words), " ".join(words), "phrase"))
        own: dict[tuple[str, ...], Reading] = {}
        for reading in readings:
            words = meant(reading.long)
            if len(words) > 1 and not (words in _settled() and words in found):
                own[words] = reading
        defined: dict[str, str] = {}
        shorts: dict[str, Form] = {}
        for words, reading in own.items():
            norm, short = " ".join(words), normal(reading.short)
            kind = "" if _is_written_as_name(reading.long) else "phrase"
            found[words] = found.get(words, Form(norm, short, kind))._replace(root=short)
            defined[norm] = short
            shorts |= {spelling: Form(short, short, "word") for spelling, _ in reading.spellings}
        return cls(_by_first_word(found.maps[0], _shipped_entries()), defined, shorts)


@cache
def _shipped() -> dict[Unit, Form]:
    # "KPU RI" is KPU and RI: a short form of two words stays two words, so does its long
    return {
        entry.words: Form(" ".join(entry.words), canonical(entry), entry.kind)
        for entry in multiwords()
        if not entry.short or " " not in entry.short
    }


@cache
def _shipped_entries() -> Entries:
    return _by_first_word(_shipped(), {})


@cache
def _settled() -> frozenset[Unit]:
    """Return the shipped units that keep their root, whatever else a text calls them.

    Those with a short form of their own (PPPK, P3K), and compounds of a family (tanggung jawab).
    """
    return frozenset(entry.words for entry in multiwords() if entry.short or entry.root)


def _by_first_word(units: Mapping[Unit, Form], before: Entries) -> Entries:
    """Return units of several words by their first word, longest first, with those ``before``."""
    groups: dict[str, dict[Sequence[str], Form]] = {}
    for (first, *rest), form in units.items():
        groups.setdefault(first, dict(before.get(first, ())))[tuple(rest)] = form
    ordered = {
        first: sorted(group.items(), key=lambda unit: -len(unit[0]))
        for first, group in groups.items()
    }
    return {**before, **ordered}


def canonical(entry: Multiword) -> str:
    """Return the one root that a unit shares with its short form.

    >>> [canonical(unit) for unit in multiwords() if unit.words == ("aparatur", "sipil", "negara")]
    ['asn']
    """
    return (entry.short or entry.root or " ".join(entry.words)).lower()


def join(
    words: Words,
    norms: Sequence[str],
    texts: Texts,
    phrasebook: Phrasebook,
    broken: Ints,
    *,
    split: bool,
    over: bool = False,
) -> tuple[Words, dict[str, Form]]:
    """Join neighbours; returns the new columns and the form of every joined surface.

    ``norms`` are the normal forms of the types, ``texts`` those of the units' sources; words of
    some units, whose rows are given, may be ``broken`` at hyphens;
    ``split`` says whether split prefixes (``di selenggarakan``) are joined too, ``over`` that the
    columns given may be written over, since nobody reads them again.
    """
    wrapped = broken_words(words, texts, broken)
    found = matches(words, norms, texts, phrasebook.entries, wrapped, split=split)
    if not len(found.first):
        return words, {}
    places = words.start[found.first].tolist(), words.ends(found.last).tolist()
    own = texts.of(words.unit[found.first])
    cuts = zip(own, *places, strict=True)
    number: dict[str, int] = {}
    of = np.array([number.setdefault(text[start:end], len(number)) for text, start, end in cuts])
    first = np.empty(len(number), np.int64)  # of each surface the join that comes first
    first[of[::-1]] = np.arange(len(of))[::-1]
    told = zip(number, found.form[first].tolist(), strict=True)
    forms = {surface: _written(found.forms[form], surface) for surface, form in told}
    ids = {surface: index for index, surface in enumerate(words.surfaces)}
    new = [surface for surface in forms if surface not in ids]
    ids.update(zip(new, range(len(ids), len(ids) + len(new)), strict=True))
    types = np.array([*map(ids.__getitem__, number)], np.int32)[of]
    kinds = (*words.kinds, *(forms[surface].kind for surface in new))
    return replace(_merged(words, found, types, over=over), surfaces=tuple(ids), kinds=kinds), forms


def _written(form: Form, surface: str) -> Form:
    """Return the form with its kind: what the corpus defines is a name where it is written so."""
    kind = form.kind or ("name" if _is_written_as_name(surface) else "phrase")
    return form._replace(kind=kind)


def _is_written_as_name(text: str) -> bool:
    words = text.split()
    return 2 * sum(word[0].isupper() for word in words) > len(words)


def _merged(words: Words, found: Joins, types: Ints, *, over: bool) -> Words:
    """Return the columns with every join as one word of its type.

    They are written over those given where that is said: a corpus of ten thousand essays has fifty
    megabytes of them.
    """
    compiled = native.library()
    if compiled is None:
        return _plainly(words, found, types)
    size = len(words.type) - int((found.last - found.first).sum())
    columns = {name: getattr(words, name) for name in WORD_COLUMNS}
    if not over:
        columns = {name: np.empty_like(column) for name, column in columns.items()}
    made = replace(words, **columns)
    first, last = (np.ascontiguousarray(row, np.int64) for row in (found.first, found.last))
    compiled.joining_join(
        *(c_int64(len(words.type)), byref(_Columns.of(words))),
        *(c_int64(len(types)), native.pointer(first), native.pointer(last)),
        *(native.pointer(types), byref(_Columns.of(made))),
    )
    return replace(words, **{name: column[:size] for name, column in columns.items()})


def _plainly(words: Words, found: Joins, types: Ints) -> Words:
    columns = {name: getattr(words, name).copy() for name in WORD_COLUMNS}
    columns["type"][found.first] = types
    keep = np.ones(len(words.type), dtype=bool)
    keep[ranges(found.first + 1, found.last + 1)] = False
    return replace(words, **{name: column[keep] for name, column in columns.items()})


class _Columns(Structure):
    _fields_ = tuple((name, c_void_p) for name in WORD_COLUMNS)

    @classmethod
    def of(cls, words: Words) -> _Columns:
        """Return the addresses of columns, which must be kept elsewhere."""
        return cls(*(native.pointer(getattr(words, name)) for name in WORD_COLUMNS))
