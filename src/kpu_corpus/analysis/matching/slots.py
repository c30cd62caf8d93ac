"""Match strings parsed once: the words allowed at each position of a phrase."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, islice, pairwise, product
from math import prod
from typing import NamedTuple, TypeVar

from kpu_corpus.analysis.lexicon.rules import check_match, starred
from kpu_corpus.errors import InvalidLexicon
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling.joins import joins, lefts
from kpu_corpus.tokens.joining import Phrasebook

T = TypeVar("T")
MAX_ALTERNATIVES, MAX_SEQUENCES = 2_000, 20_000  # of a form of a string, of all its forms
_GAP = ".."  # no word begins with it
_PARTED = re.compile("[ _]")
_PLAIN = re.compile(r"=?([^\W_]+)")
_HYPHENED = re.compile(r"=?([^\W_]+(?:-[^\W_]+)+)")

Element = str | tuple[str, ...]
Choices = tuple[tuple[str, ...], ...]
Pairs = Mapping[str, frozenset[str]]


class Slot(NamedTuple):
    """One place of a phrase: a word that fits any of ``words``, after up to ``gap`` others.

    ``alone``: a phrase of one word, which is also found inside a name.
    """

    words: tuple[str, ...]
    gap: int
    alone: bool


Sequences = tuple[tuple[Slot, ...], ...]


class Units(NamedTuple):
    """Units of several words: by their first word, their roots, what they are made of.

    ``pairs`` are the words that may stand after a word in one; ``heads`` those after its first,
    either with and without the mark of a form.
    """

    entries: Phrasebook
    roots: Mapping[str, str]
    pairs: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]


def sequences(
    match: str,
    sets: Mapping[str, tuple[str, ...]],
    phrases: tuple[str, ...],
    name: str,
    exact: bool = False,
) -> Sequences:
    """Return the sequences of slots that a match string stands for.

    The first has its words as they are, the others as the tokens join them (tanggung jawab) or
    with a hyphen for a space and a space for a hyphen (bahu-membahu, bahu membahu). ``phrases``
    are the further units of the tokens, ``name`` is the lexicon's, for errors.
    ``exact``: a joined unit fits in its own form only, not in every form of its root.

    Raises InvalidLexicon for what :func:`check_match` refuses, and for too many phrases.

    >>> [[slot.words for slot in slots] for slots in sequences("=hak =warga|=umat", {}, (), "a")]
    [[('=hak',), ('=warga', '=umat')]]
    """
    check_match(match, name, sets)
    choices = tuple(_choices(element, sets) for element in match.split())
    units = units_of(phrases)

    def bounded(some: Iterable[T], most: int = MAX_ALTERNATIVES) -> list[T]:
        few = [*islice(some, most)]
        if len(few) == most:
            raise InvalidLexicon("lexicon_phrases", got=repr(match), name=name, count=f"≥ {most}")
        return few

    def ways(form: Choices, only: bool) -> Sequences:
        return _ways(match, form, units, name, only)

    def found() -> Iterator[tuple[Slot, ...]]:
        for form in (choices, *bounded(_apart(choices, units.entries))):
            closed = bounded(_closed(form, units.pairs))
            filled = bounded(way for one in (form, *closed) for way in _filled(one, units.pairs))
            yield from ways(form, exact)
            # word by word these are found already
            yield from chain.from_iterable(ways(one, exact)[1:] for one in closed)
            yield from chain.from_iterable(ways(one, True)[1:] for one in filled)
            yield from chain.from_iterable(ways(one, True) for one in _respelt(form))

    return tuple(bounded(found(), MAX_SEQUENCES))


@lru_cache(maxsize=8)
def units_of(phrases: tuple[str, ...]) -> Units:
    """Return the shipped units of several words and the further ones given."""
    entries = Phrasebook.build((), phrases)
    groups = entries.entries.items()
    pairs: dict[str, set[str]] = {}
    heads: dict[str, frozenset[str]] = {}
    for first, group in groups:
        for rest, _ in group:
            for one, two in pairwise((first, *rest)):
                pairs.setdefault(one, set()).add(two)
        seconds = {rest[0] for rest, _ in group}
        heads[first] = heads[f"={first}"] = frozenset(seconds.union(f"={two}" for two in seconds))
    return Units(
        entries,
        {form.norm: form.root for _, group in groups for _, form in group if form.root},
        {one: frozenset(after) for one, after in pairs.items()},
        heads,
    )


def _choices(element: str, sets: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if "@" in element:
        words = ((w,) if not w.startswith("@") else sets[w[1:]] for w in element.split("|"))
        element = "|".join(chain.from_iterable(words))
    return tuple(normal(element).split("|"))


def _apart(choices: Choices, units: Phrasebook, start: int = 0) -> Iterator[Choices]:
    """Yield the phrase with members of sets that are several words, and no unit, as these words."""
    for at in range(start, len(choices)):
        for member in filter(_PARTED.search, choices[at]):
            mark, words = "=" * member.startswith("="), tuple(_PARTED.split(member.lstrip("=")))
            if len(_joined(words, units)) == 1:
                continue
            way = (*choices[:at], *((mark + word,) for word in words), *choices[at + 1 :])
            yield way
            yield from _apart(way, units, at + len(words))


def _closed(choices: Choices, pairs: Pairs) -> Iterator[Choices]:
    """Yield the phrase without those gaps in which no word need stand: kode ..2 etik, kode etik.

    The words beside one may be a unit. Forms (``=kode ..2 =etik``) stay apart.
    """
    gaps = [
        at
        for at, choice in enumerate(choices)
        if choice[0].startswith(_GAP) and _join(choices[at - 1], choices[at + 1], pairs)
    ]
    for count in range(1, len(gaps) + 1):
        for some in combinations(gaps, count):
            yield tuple(choice for at, choice in enumerate(choices) if at not in some)


def _join(left: tuple[str, ...], right: tuple[str, ...], pairs: Pairs) -> bool:
    """Tell whether words of two choices, but forms, may stand one after the other in a unit."""
    firsts, seconds = ([word for word in choice if word[0] != "="] for choice in (left, right))
    return any(any(_fitting(seconds, pairs[one])) for one in _fitting(firsts, pairs))


def _filled(choices: Choices, pairs: Pairs, start: int = 0) -> Iterator[Choices]:
    """Yield the phrase with words of units for those with a ``*``: kode etik for ``kode et*``."""
    for at in range(start, len(choices)):
        if not (wild := [word for word in choices[at] if "*" in word]):
            continue
        before, behind = choices[at - 1 : at], choices[at + 1 : at + 2]
        fitting = {
            *(word for left in before for one in _fitting(left, pairs) for word in pairs[one]),
            *(one for right in behind for one in pairs if [*_fitting(right, pairs[one])]),
        }
        for word in sorted(_fitting(wild, fitting)):
            way = (*choices[:at], (f"={word}",), *choices[at + 1 :])
            yield way
            yield from _filled(way, pairs, at + 1)


def _fitting(words: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Yield the known words that words of a pattern name, or fit with a ``*``."""
    for word in words:
        bare = word.lstrip("=")
        if "*" not in bare:
            yield from (bare,) if bare in known else ()
            continue
        yield from filter(starred(bare).fullmatch, known)


def _respelt(choices: Choices) -> Iterator[Choices]:
    """Yield the phrase with each hyphenated word as words, each pair of words as a hyphenated.

    Writers use either (bahu membahu; KBBI: bahu-membahu), so only those very forms are sought. A
    pair that the tokens have as one word (tuna netra, anti korupsi) is sought as that, too.
    """
    for at, choice in enumerate(choices):
        for word in choice:
            if "-" in word and (found := _HYPHENED.fullmatch(word)):
                words = ((f"={part}",) for part in found[1].split("-"))
                yield (*choices[:at], *words, *choices[at + 1 :])
    plain = [_PLAIN.fullmatch(choice[0]) if len(choice) == 1 else None for choice in choices]
    for at, (left, right) in enumerate(pairwise(plain)):
        if left and right:
            yield (*choices[:at], (f"={left[1]}-{right[1]}",), *choices[at + 2 :])
            whole = joins(left[1], right[1]) if left[1] in lefts() else None
            if whole and whole.certain:
                yield (*choices[:at], (f"={whole.suggestion}",), *choices[at + 2 :])


def _ways(match: str, choices: Choices, units: Units, name: str, exact: bool) -> Sequences:
    """Return the slots of a phrase, its words as they are and as the tokens join them."""
    whole = _slots(choices)
    if not _begins(choices, units.heads):
        return (whole,)
    parts = _parts(choices, units.pairs)
    total = prod(len(part) for part in parts)
    if total > MAX_ALTERNATIVES:
        raise InvalidLexicon("lexicon_phrases", got=repr(match), name=name, count=total)
    joined = [(words, _joined(words, units.entries)) for words in product(*parts)]
    found = (_only(units) if exact else units for words, units in joined if units != words)
    return (whole, *(_slots(units) for units in found))


def _begins(choices: Choices, heads: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether words that stand one after the other are the first two of a unit."""
    return any(
        not heads[one].isdisjoint(right)
        for left, right in pairwise(choices)
        for one in filter(heads.__contains__, left)
    )


def _parts(choices: Choices, pairs: Pairs) -> list[tuple[Element, ...]]:
    """Return the choices of each place, and after them the words that may join a neighbour."""
    bare = [*map(_bare, choices)]
    joining: list[set[str]] = [set() for _ in bare]
    for at, (left, right) in enumerate(pairwise(bare)):
        for one in pairs.keys() & left:
            if found := pairs[one].intersection(right):
                joining[at].add(one)
                joining[at + 1] |= found
    return [
        (choice, *(word for word in words if word in own)) if own else (choice,)
        for choice, words, own in zip(choices, bare, joining, strict=True)
    ]


@lru_cache(maxsize=1_000)  # the same named sets stand in many patterns
def _bare(choice: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lstrip("=") for word in choice)


def _only(words: Sequence[Element]) -> tuple[Element, ...]:
    """Return joined words as forms instead of roots; choices have their marks already."""
    return tuple(f"={word}" if isinstance(word, str) else word for word in words)


def _joined(words: Sequence[Element], units: Phrasebook) -> tuple[Element, ...]:
    """Join the words of a pattern as the tokens are joined (tanggung jawab is one unit)."""
    joined: list[Element] = []
    at = 0
    while at < len(words):
        word = words[at]
        entries = units.entries.get(word, ()) if isinstance(word, str) else ()
        for rest, form in entries:
            if words[at + 1 : at + 1 + len(rest)] == rest:
                joined.append(form.norm.replace(" ", "_"))
                at += len(rest)
                break
        else:
            joined.append(words[at])
        at += 1
    return tuple(joined)


def _slots(elements: Sequence[Element]) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    gap = 0
    # a word inside a name is shown on its own as such, but makes no phrase with its neighbours
    alone = len(elements) == 1
    for element in elements:
        words = (element,) if isinstance(element, str) else element
        if words[0].startswith(_GAP):
            gap = int(words[0].removeprefix(_GAP))
        else:
            slots.append(Slot(words, gap, alone))
            gap = 0
    return tuple(slots)
