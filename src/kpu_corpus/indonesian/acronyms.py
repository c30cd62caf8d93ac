"""Short forms and what they stand for, as a text defines them and as this domain knows them.

A definition is a short form beside a long form, with letters that fit (Schwartz & Hearst 2003, "A
simple algorithm for identifying abbreviation definitions in biomedical text"). Here the letters
are fitted by `alignment.cost`, which also knows the syllable acronyms of Indonesian.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

from kpu_corpus.indonesian.alignment import (
    Anchor,
    Span,
    best_window,
    letters,
    words_after,
    words_before,
)
from kpu_corpus.indonesian.multiwords import aliases, multiwords
from kpu_corpus.indonesian.stopwords import MODALITY, NEGATION, stopwords


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


class Entry(NamedTuple):
    """One reading of a short form: how often and in how many documents it is defined so.

    `ambiguous` is True on every reading of a short form that has clearly different ones.
    """

    short: str
    long: str
    count: int  # type: ignore[assignment]  # hides tuple.count, which no one needs here
    documents: int
    ambiguous: bool


_WORD = r"[^\W\d_][^\W_]*(?:[-.][^\W_]+)*"
# Several words only when each has a capital: KPU RI, Satpol PP.
_CAPITAL = r"[A-Z][^\W_]*(?:[-.][^\W_]+)*"
_SHORT = rf"(?:{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}|{_WORD})"
_QUOTE = "[\"'“”‘’]?"
_NAMED = r"""
    (?:disingkat|disebut|dikenal|diakronimkan|dipendekkan|kita\ssebut|kita\skenal)
    (?:\s(?:juga|pula|sebagai|dengan|menjadi|sebutan|istilah|nama|singkatan|akronim|saja|oleh))*
"""
_HEDGE = r"""
    (?:(?:yang|atau|dan|kita|kami|juga|lebih|biasa|biasanya|sering|seringkali|kerap|lazim|umum|
    umumnya|akrab|selanjutnya|kemudian|dapat|bisa|sering\skali)\s)*
"""
_EXPANDS = r"""
    (?:(?:yang|adalah|merupakan|ialah|itu|sebagai|sendiri)\s)*
    (?:singkatan|kependekan|akronim|kepanjangan|kepanjangannya)
    (?:\s(?:dari|kata|adalah|yaitu))*
"""
_PARENTHESIS = re.compile(
    rf"\(\s*(?:{_HEDGE}{_NAMED}\s)?{_QUOTE}(?P<short>{_SHORT}){_QUOTE}\s*\)", re.X
)
_REVERSED = re.compile(
    rf"(?P<short>{_SHORT}){_QUOTE}\s?\(\s*{_QUOTE}(?:{_EXPANDS}\s)?{_QUOTE}"
    r"(?P<long>[^()]{5,160}?)[\"'“”‘’]?\s*\)",
    re.X,
)
_CONNECTOR = re.compile(
    rf",?\s(?:{_HEDGE}{_NAMED}|(?P<bare>atau|alias))\s{_QUOTE}(?P<short>{_SHORT})", re.X
)
_EXPANSION = re.compile(
    rf"(?P<short>{_SHORT}){_QUOTE}\s?,?\s"
    rf"(?:{_EXPANDS}|atau\s{_HEDGE}{_NAMED}|(?P<bare>atau|alias|yaitu|yakni|adalah|ialah))\s{_QUOTE}",
    re.X,
)
_ROMAN = re.compile(r"[IVXLC]+")


def definitions(text: str, start: int = 0, end: int | None = None) -> list[Definition]:
    """Return the definitions of short forms between two offsets, in the order of the text.

    >>> text = "Menjadi Aparatur Sipil Negara (ASN) di KPU (Komisi Pemilihan Umum)."
    >>> [(d.short, d.long, d.rule) for d in definitions(text)]
    [('ASN', 'Aparatur Sipil Negara', 'parenthesis'), ('KPU', 'Komisi Pemilihan Umum', 'reversed')]
    >>> definitions("Tahun ini (2025) ada lima (5) tahapan (lima).")
    []
    """
    stop = len(text) if end is None else end
    found: dict[int, Definition] = {}
    for candidates in (_parentheses, _reversals, _connectors, _expansions):
        for definition in candidates(text, start, stop):
            if not any(_overlap(definition, other) for other in found.values()):
                found[definition.short_start] = definition
    return sorted(found.values(), key=lambda definition: definition.start)


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
    by_short: dict[str, list[tuple[str, Definition]]] = defaultdict(list)
    for document, definition in found:
        by_short[" ".join(definition.short.casefold().split())].append((document, definition))
    return [entry for _, pairs in sorted(by_short.items()) for entry in _readings(pairs)]


@cache
def known() -> dict[str, str]:
    """Return short form → long form, both lower case, where this domain leaves no doubt.

    Short forms with several readings among election staff (PPK: Panitia Pemilihan Kecamatan,
    Pejabat Pembuat Komitmen, Pejabat Pembina Kepegawaian) are absent: the text must define them.

    >>> known()["pemilu"], known()["asn"], "ppk" in known()
    ('pemilihan umum', 'aparatur sipil negara', False)
    """
    shorts = {unit.short.lower(): " ".join(unit.words) for unit in multiwords() if unit.short}
    return shorts | aliases()


def _parentheses(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _PARENTHESIS.finditer(text, start, end):
        yield from _before(text, match, start, match.start(), "parenthesis")


def _connectors(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _CONNECTOR.finditer(text, start, end):
        yield from _before(text, match, start, match.start(), "connector")


def _reversals(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _REVERSED.finditer(text, start, end):
        words = words_after(text, match.start("long"), match.end("long"))
        if words and words[-1].end == len(text[: match.end("long")].rstrip()):
            yield from _after(text, match, words, "reversed", whole=True)


def _expansions(text: str, start: int, end: int) -> Iterator[Definition]:
    for match in _EXPANSION.finditer(text, start, end):
        words = words_after(text, match.end(), end)
        yield from _after(text, match, words, "expansion", whole=False)


def _before(
    text: str, match: re.Match[str], start: int, long_end: int, rule: str
) -> Iterator[Definition]:
    """Fit the short form, longest first, to a window of words that ends at `long_end`."""
    for short in _shapes(text, *match.span("short"), from_left=True):
        if rule == "parenthesis" and short.end != match.end("short"):
            continue
        if _doubtful(match, short.text):
            continue
        for commas in (False, True):
            words = words_before(text, start, long_end, commas=commas)
            window = _fit(short.text, words, "right")
            if window:
                yield _definition(text, short, window, rule)
                return


def _after(
    text: str, match: re.Match[str], words: list[Span], rule: str, *, whole: bool
) -> Iterator[Definition]:
    """Fit the short form, longest first, to a window of words that begins with the first."""
    for short in _shapes(text, *match.span("short"), from_left=False):
        if _doubtful(match, short.text):
            continue
        window = _fit(short.text, words, "whole" if whole else "left")
        if window:
            yield _definition(text, short, window, rule)
            return


def _doubtful(match: re.Match[str], short: str) -> bool:
    """Say whether a bare "atau" or "adalah" joins what need not be a short form."""
    bare = match.groupdict().get("bare")
    return bare is not None and not short.isupper() and short.lower() not in known()


def _fit(short: str, words: list[Span], anchor: Anchor) -> list[Span] | None:
    """Prefer the long form this domain knows (Polri leaves a word out) to fitted letters."""
    long = known().get(short.lower(), "").replace("-", " ").split()
    window = words[-len(long) :] if anchor == "right" else words[: len(long)]
    if long and [word.text.lower() for word in window] == long:
        return window
    return best_window(short, words, anchor=anchor)


def _shapes(text: str, start: int, end: int, *, from_left: bool) -> Iterator[Span]:
    """Yield one, two or three neighbouring words that may be a short form, longest first."""
    words = [
        Span(m.group(), m.start(), m.end()) for m in re.compile(_WORD).finditer(text, start, end)
    ]
    for size in range(len(words), 0, -1):
        part = words[:size] if from_left else words[-size:]
        short = Span(text[part[0].start : part[-1].end], part[0].start, part[-1].end)
        if _is_short(short.text):
            yield short


def _is_short(short: str) -> bool:
    spelled = letters(short)
    if not 2 <= len(spelled) <= 14 or _ROMAN.fullmatch(short):
        return False
    if len(short.split()) > 1:
        return all(word[0].isupper() for word in short.split()) and any(
            word.isupper() for word in short.split()
        )
    if short.islower():
        plain = short not in stopwords() | NEGATION | MODALITY
        return plain and len(spelled) >= 4
    return short.isupper() or short.lower() not in stopwords()


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


def _overlap(a: Definition, b: Definition) -> bool:
    return a.start < b.end and b.start < a.end


def _readings(pairs: list[tuple[str, Definition]]) -> list[Entry]:
    """Group the definitions of one short form by their long forms."""
    keys = Counter(_key(definition.long) for _, definition in pairs)
    ranked = sorted(keys, key=lambda key: (-keys[key], key))
    groups: dict[str, list[tuple[str, Definition]]] = {}
    for key in ranked:
        home = next((other for other in groups if _same(key, other)), key)
        members = [pair for pair in pairs if _key(pair[1].long) == key]
        groups[home] = groups.get(home, []) + members
    return [_entry(members, ambiguous=len(groups) > 1) for members in groups.values()]


def _entry(members: list[tuple[str, Definition]], *, ambiguous: bool) -> Entry:
    def most_frequent(forms: Iterable[str]) -> str:
        counts = Counter(" ".join(form.split()) for form in forms)
        return min(counts, key=lambda form: (-counts[form], form))

    return Entry(
        most_frequent(definition.short for _, definition in members),
        most_frequent(definition.long for _, definition in members),
        len(members),
        len({document for document, _ in members}),
        ambiguous,
    )


def _key(long: str) -> str:
    """Fold case, spacing, hyphens and the short forms inside a long form."""
    words = re.findall(r"\w+", long.casefold())
    return " ".join(known().get(word, word) for word in words)


def _same(a: str, b: str) -> bool:
    # 0.9 lets a slip of the pen pass (Negra, Negara) but not another word of the same initial.
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.9
