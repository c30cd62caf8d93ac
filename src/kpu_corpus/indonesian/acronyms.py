"""Short forms and what they stand for, as a text defines them and as this domain knows them.

A definition is a short form beside a long form, with letters that fit (Schwartz & Hearst 2003, "A
simple algorithm for identifying abbreviation definitions in biomedical text"). Here the letters
are fitted by `alignment.cost`, which also knows the syllable acronyms of Indonesian.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from kpu_corpus.indonesian.alignment import (
    BREAKS,
    REACH,
    Anchor,
    Span,
    best_window,
    longest,
    words_after,
    words_before,
)
from kpu_corpus.indonesian.multiwords import aliases, multiwords
from kpu_corpus.indonesian.shapes import shorts_after, shorts_before


class Definition(NamedTuple):
    """A short form and its long form in a text; offsets are code points, end exclusive.

    `rule` is ``parenthesis`` (LONG (SHORT)), ``reversed`` (SHORT (LONG)), ``connector`` (LONG
    disingkat SHORT) or ``expansion`` (SHORT singkatan dari LONG). `start` and `end` bound both
    forms and what stands between them.
    """

    short: str
    long: str
    start: int
    end: int
    short_start: int
    short_end: int
    long_start: int
    long_end: int
    rule: str

    def moved(self, by: int) -> Definition:
        """Return it with its offsets further on in the text."""
        return self._replace(
            start=self.start + by,
            end=self.end + by,
            short_start=self.short_start + by,
            short_end=self.short_end + by,
            long_start=self.long_start + by,
            long_end=self.long_end + by,
        )


class Entry(NamedTuple):
    """One reading of a short form: how often and in how many documents it is defined so.

    `ambiguous` is True on every reading of a short form that has clearly different ones.
    """

    short: str
    long: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no one needs here
    documents: int
    ambiguous: bool


_QUOTE = "[\"'“”‘’]?"
_NAMED = re.compile(
    r"(?:disingkat|disebut|dikenal|diakronimkan|dipendekkan|sebut|kenal)"
    r"(?:\s(?:juga|pula|sebagai|dengan|menjadi|sebutan|istilah|nama|singkatan|akronim|saja|oleh))*"
    rf"\s{_QUOTE}"
)
_EXPANDS = re.compile(
    r"(?:singkatan|kependekan|akronim|kepanjangannya|kepanjangan)"
    rf"(?:\s(?:dari|kata|adalah|yaitu))*\s{_QUOTE}"
)
_BARE = re.compile(rf"(?:atau|alias|yaitu|yakni|adalah|ialah)\s{_QUOTE}")
# Only these parentheses can hold a form: no "(1)", none without an end.
_WITH_WORDS = re.compile(rf"\(\s*{_QUOTE}(?:\s*[-–/&\"'“”‘’])?\s*(?=[^\W\d_][^()]{{0,300}}\))")
_OPEN = re.compile(rf"\(\s*{_QUOTE}")
_CLOSE = re.compile(rf"{_QUOTE}\s*\)")
_HEAD = re.compile(rf"\s{_QUOTE}([^\W_]+)")
_PIECE = re.compile(r"[^\W_]+")
_MOST = 3  # words of a short form
_LONGEST = 20  # words, more than any long form that this domain knows
_NEAR = 40  # characters, more than any short form has
_BEFORE = REACH + 2  # characters that may be read before a parenthesis: a comma, a space
_SPACED = re.compile(r"\w+\s")
_HEDGE_WORDS = """
yang atau dan kita kami juga lebih biasa biasanya sering kali seringkali kerap lazim akrab
selanjutnya kemudian dapat bisa adalah merupakan ialah itu sebagai sendiri
"""
_HEDGES = frozenset(_HEDGE_WORDS.split())
# What a definition is recognised by. Plain searches for these are far faster than one pattern that
# may begin at any word.
_TRIGGERS = {
    **dict.fromkeys(("disingkat", "disebut", "dikenal", "diakronimkan", "dipendekkan"), _NAMED),
    **dict.fromkeys(("singkatan", "kependekan", "akronim", "kepanjangan"), _EXPANDS),
    **dict.fromkeys(("atau", "alias", "yaitu", "yakni", "adalah", "ialah"), _BARE),
    **dict.fromkeys(("kenal dengan", "sebut"), _NAMED),  # yang biasa kita kenal dengan, kita sebut
}
_RANK = {"parenthesis": 0, "reversed": 1, "connector": 2, "expansion": 3}


def definitions(text: str, start: int = 0, end: int | None = None) -> list[Definition]:
    """Return the definitions of short forms between two offsets, in the order of the text.

    >>> text = "Menjadi Aparatur Sipil Negara (ASN) di KPU (Komisi Pemilihan Umum)."
    >>> [(d.short, d.long, d.rule) for d in definitions(text)]
    [('ASN', 'Aparatur Sipil Negara', 'parenthesis'), ('KPU', 'Komisi Pemilihan Umum', 'reversed')]
    >>> definitions("Tahun ini (2025) ada lima (5) tahapan (lima).")
    []
    """
    stop = len(text) if end is None else end
    candidates = [*_at_parentheses(text, start, stop), *_at_words(text, start, stop)]
    candidates.sort(key=lambda d: (_RANK[d.rule], d.start, -d.end))
    return _apart(candidates)


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


@cache
def known() -> dict[str, str]:
    """Return short form → long form, both lower case, where this domain leaves no doubt.

    Short forms with several readings among election staff (PPK: Panitia Pemilihan Kecamatan,
    Pejabat Pembuat Komitmen, Pejabat Pembina Kepegawaian) are absent: the text must define them.

    >>> known()["pemilu"], known()["asn"], "ppk" in known()
    ('pemilihan umum', 'aparatur sipil negara', False)
    """
    # Of two long forms the one in more words stays: penyelenggara pemilihan umum, not … pemilu.
    units = sorted((unit for unit in multiwords() if unit.short), key=lambda unit: len(unit.words))
    return {str(unit.short).lower(): " ".join(unit.words) for unit in units} | aliases()


def _apart(candidates: list[Definition]) -> list[Definition]:
    """Drop every candidate that overlaps one before it; return the rest by position."""
    kept: list[Definition] = []
    for candidate in candidates:
        at = bisect_left(kept, candidate.start, key=lambda d: d.start)
        after_previous = at == 0 or kept[at - 1].end <= candidate.start
        before_next = at == len(kept) or candidate.end <= kept[at].start
        if after_previous and before_next:
            kept.insert(at, candidate)
    return kept


def _at_parentheses(text: str, start: int, end: int) -> Iterator[Definition]:
    """Read LONG (SHORT), LONG (disingkat SHORT), SHORT (LONG) or SHORT (singkatan dari LONG)."""
    for at in (found.start() for found in _WITH_WORDS.finditer(text, start, end)):
        close = text.find(")", at, end) + 1
        inside = _inside(text[at:close])
        if not inside.shorts and not inside.words:
            continue
        begin = max(start, at - _BEFORE)
        begin = max(begin, *(text.rfind(mark, begin, max(at - _NEAR, begin)) for mark in BREAKS))
        for found in _beside(text[begin:close], at - begin):
            yield found.moved(begin)


class _Inside(NamedTuple):
    """The short forms that a parenthesis may be, longest first, and the words it consists of."""

    shorts: list[Span]
    words: list[Span]


@lru_cache(maxsize=16384)
def _inside(text: str) -> _Inside:
    """Read what stands from one parenthesis to the other."""
    end = len(text)
    opened = _OPEN.match(text)
    inner = opened.end() if opened else 1
    edge = _skip_forward(text, inner, end)
    named = _NAMED.match(text, edge)
    held = text[inner : end - 1]
    few = named or len(held.split()) <= _MOST
    shorts = shorts_after(text, named.end() if named else inner, end) if few else []
    closed = [short for short in shorts if _CLOSE.match(text, short.end)]
    expands = _EXPANDS.match(text, edge)
    words = [] if held.isalpha() else words_after(text, expands.end() if expands else inner, end)
    return _Inside(closed, words if words and _CLOSE.match(text, words[-1].end) else [])


@lru_cache(maxsize=16384)
def _beside(text: str, at: int) -> tuple[Definition, ...]:
    """Fit the parenthesis that ends a text to the words before it, which recur as it does."""
    shorts, words = (
        [Span(span.text, span.start + at, span.end + at) for span in spans]
        for spans in _inside(text[at:])
    )
    if definition := _backward(text, shorts, 0, at, "parenthesis"):
        return (definition,)
    before = shorts_before(text, 0, at) if words else []
    return tuple(_forward(text, before, words, "reversed", "whole"))


def _at_words(text: str, start: int, end: int) -> Iterator[Definition]:
    """Read LONG disingkat SHORT, SHORT singkatan dari LONG, LONG atau SHORT, SHORT atau LONG."""
    for trigger, pattern in _TRIGGERS.items():
        bare = pattern is _BARE
        for at in _places(text, trigger, start, end):
            if bare and not _beside_short(text, at, at + len(trigger)):
                continue
            link = None if text[at - 1 : at].isalnum() else pattern.match(text, at, end)
            if not link:
                continue
            edge = at if bare else _skip_back(text, start, at)
            after = _sure(shorts_after(text, link.end(), end), bare)
            if pattern is not _EXPANDS and (
                definition := _backward(text, after, start, edge, "connector")
            ):
                yield definition
            elif before := _sure(shorts_before(text, start, edge), bare):
                words = words_after(text, link.end(), end)
                yield from _forward(text, before, words, "expansion", "left")


def _beside_short(text: str, start: int, end: int) -> bool:
    """Tell quickly whether the word on either side may be one that `_sure` keeps."""
    heads, tails = _known_edges()
    after = _HEAD.match(text, end)
    if after and (after.group(1).isupper() or after.group(1).lower() in heads):
        return True
    before = text[max(start - _NEAR, 0) : start].rsplit(None, 1)
    if not before:
        return False
    return before[-1] != before[-1].lower() or not tails.isdisjoint(_PIECE.findall(before[-1]))


@cache
def _known_edges() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first and last pieces of the short forms that this domain knows."""
    pieces = [_PIECE.findall(short) for short in known()]
    return frozenset(p[0] for p in pieces), frozenset(p[-1] for p in pieces)


def _backward(text: str, shorts: list[Span], start: int, end: int, rule: str) -> Definition | None:
    """Fit the short forms, longest first, to the words before `end`, first without commas."""
    edge = end - text[end - 1 : end].isspace()
    edge -= text[edge - 1 : edge] == ","
    if not shorts:
        return None
    most = max(_LONGEST, *(longest(short.text) for short in shorts))
    wide = words_before(text, start, edge, most, commas=True)
    if not wide:
        return None
    near = words_before(text, start, edge, most) if "," in text[wide[0].start : edge] else wide
    for short in shorts:
        for words in (near,) if near is wide else (near, wide):
            if window := _fit(short.text, words, "right"):
                return _definition(text, short, window, rule)
    return None


def _forward(
    text: str, shorts: list[Span], words: list[Span], rule: str, anchor: Anchor
) -> Iterator[Definition]:
    """Fit the short forms, longest first, to words that follow."""
    for short in shorts:
        if window := _fit(short.text, words, anchor):
            yield _definition(text, short, window, rule)
            return


def _places(text: str, part: str, start: int, end: int) -> Iterator[int]:
    at = text.find(part, start, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)


def _skip_back(text: str, start: int, end: int) -> int:
    """Return where the hedges before `end` begin: yang biasa, atau lebih, selanjutnya."""
    for word in reversed(list(_SPACED.finditer(text, max(start, end - 60), end))):
        if word.end() != end or word.group().strip().lower() not in _HEDGES:
            break
        end = word.start()
    return end


def _skip_forward(text: str, start: int, end: int) -> int:
    while (word := _SPACED.match(text, start, end)) and word.group().strip().lower() in _HEDGES:
        start = word.end()
    return start


def _sure(shorts: list[Span], bare: bool) -> list[Span]:
    """Drop what need not be a short form where only "atau" or "adalah" joins it to the rest."""
    return [s for s in shorts if not bare or s.text.isupper() or s.text.lower() in known()]


def _fit(short: str, words: list[Span], anchor: Anchor) -> list[Span] | None:
    """Prefer the long form this domain knows (Polri leaves a word out) to fitted letters."""
    long = known().get(short.lower(), "").replace("-", " ").split()
    window = words[-len(long) :] if anchor == "right" else words[: len(long)]
    if long and [word.text.lower() for word in window] == long:
        return window
    return best_window(short, words, anchor=anchor)


def _definition(text: str, short: Span, window: list[Span], rule: str) -> Definition:
    long_start, long_end = window[0].start, window[-1].end
    return Definition(
        short.text,
        text[long_start:long_end],
        min(short.start, long_start),
        max(short.end, long_end),
        short.start,
        short.end,
        long_start,
        long_end,
        rule,
    )


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
