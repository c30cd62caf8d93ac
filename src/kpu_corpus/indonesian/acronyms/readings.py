"""What the short forms of many documents stand for: their definitions grouped into readings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from kpu_corpus.indonesian.acronyms.definition import Definition
from kpu_corpus.indonesian.lists.known_forms import known


class Entry(NamedTuple):
    """One reading of a short form: how often and in how many documents it is defined so.

    `ambiguous` is True on every reading of a short form that has clearly different ones.
    """

    short: str
    long: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no one needs here
    documents: int
    ambiguous: bool


class Reading(NamedTuple):
    """One reading of a short form: its most frequent spellings, and all that were met."""

    short: str
    long: str
    spellings: tuple[tuple[str, str], ...]
    ambiguous: bool


def inventory(found: Iterable[tuple[str, Definition]]) -> list[Entry]:
    """Return the readings of every short form over many documents, most frequent first.

    The string of each pair names the document. Long forms that differ only in case, spacing or a
    slip of the pen are one reading, shown in its most frequent spelling.

    >>> from kpu_corpus.indonesian.acronyms.acronyms import definitions
    >>> text = "Panitia Pemilihan Kecamatan (PPK) dan Pejabat Pembuat Komitmen (PPK)"
    >>> for entry in inventory(("esai-1", d) for d in definitions(text)):
    ...     print(entry.short, "=", entry.long, entry.ambiguous)
    PPK = Panitia Pemilihan Kecamatan True
    PPK = Pejabat Pembuat Komitmen True
    """
    documents: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document, definition in found:
        documents[definition.short, definition.long].append(document)
    entries = []
    for reading in readings({pair: len(names) for pair, names in documents.items()}):
        names = [name for pair in reading.spellings for name in documents[pair]]
        counts = len(names), len(set(names))
        entries.append(Entry(reading.short, reading.long, *counts, reading.ambiguous))
    return entries


def readings(counts: Mapping[tuple[str, str], int]) -> list[Reading]:
    """Return the readings of every short form from how often each (short, long) is defined.

    The order of ``counts`` plays no part.

    >>> [reading.long for reading in readings({("ASN", "Aparatur Sipil Negara"): 2})]
    ['Aparatur Sipil Negara']
    """
    by_short: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for (short, long), count in counts.items():
        by_short[" ".join(short.casefold().split())][short, long] += count
    return [reading for _, pairs in sorted(by_short.items()) for reading in _readings(pairs)]


def _readings(pairs: Mapping[tuple[str, str], int]) -> list[Reading]:
    """Group the definitions of one short form by their long forms."""
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for pair, count in sorted(pairs.items()):
        key = _key(pair[1])
        members[key].append(pair)
        counts[key] += count
    groups: dict[str, list[tuple[str, str]]] = {}
    for key in sorted(counts, key=lambda key: (-counts[key], key)):
        home = next((other for other in groups if _same(key, other)), key)
        groups[home] = groups.get(home, []) + members[key]
    return [
        Reading(
            _most_frequent((short, pairs[short, long]) for short, long in group),
            _most_frequent((long, pairs[short, long]) for short, long in group),
            tuple(group),
            len(groups) > 1,
        )
        for group in groups.values()
    ]


def _most_frequent(forms: Iterable[tuple[str, int]]) -> str:
    counts: Counter[str] = Counter()
    for form, count in forms:
        counts[" ".join(form.split())] += count
    return min(counts, key=lambda form: (-counts[form], form))


def _key(long: str) -> str:
    """Fold case, spacing, hyphens and the short forms inside a long form."""
    words = re.findall(r"\w+", long.casefold())
    return " ".join(known().get(word, word) for word in words)


def _same(a: str, b: str) -> bool:
    # 0.9 lets a slip of the pen pass (Negra, Negara) but not another word of the same initial.
    if min(len(a), len(b)) * 2 < 0.9 * (len(a) + len(b)):
        return False  # all letters of the shorter one would not do
    match = SequenceMatcher(None, a, b, autojunk=False)
    return match.quick_ratio() >= 0.9 and match.ratio() >= 0.9
