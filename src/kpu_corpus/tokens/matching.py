"""Where neighbouring words are one unit: candidates by whole columns, never word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.threads import threads, together
from kpu_corpus.indonesian.lists.multiwords import SAID_TOGETHER
from kpu_corpus.indonesian.roots.affixes import CLITICS
from kpu_corpus.indonesian.spelling.joins import COMBINING, ENDINGS, ends_of_compounds, joins, lefts
from kpu_corpus.tokens.candidates import (
    ENDING,
    GROUPS,
    OPENS,
    PREFIX,
    SMALL,
    WORD,
    Rows,
    Told,
    candidates,
)
from kpu_corpus.tokens.scanning import Words

_SPACED_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")


class Form(NamedTuple):
    """What a joined surface stands for; ``root`` is None where it is still to be found.

    ``kind`` is empty where it depends on how the surface is written.
    """

    norm: str
    root: str | None
    kind: str


class Texts(NamedTuple):
    """The texts of the sources of essays, and the essay of every unit."""

    sources: Sequence[str]
    essay: Ints

    def of(self, units: Rows) -> list[str]:
        """Return the text that each of some units stands in."""
        return [self.sources[row] for row in self.essay[units].tolist()]


Entries = Mapping[str, Sequence[tuple[Sequence[str], Form]]]  # by the first word: the others, form


class Joins(NamedTuple):
    """Words ``first`` to ``last`` (both inside) are one unit; ``form`` indexes ``forms``."""

    first: Rows
    last: Rows
    form: Rows
    forms: list[Form]


class Norms(NamedTuple):
    """The distinct normal forms, their numbers, and the number of each type."""

    names: list[str]
    number: dict[str, int]
    of_type: Ints

    @classmethod
    def of(cls, norms: Sequence[str]) -> Norms:
        """Number the normal forms of the types."""
        number: dict[str, int] = {}
        of_type: Ints = np.array([number.setdefault(n, len(number)) for n in norms], dtype=np.int32)
        return cls(list(number), number, of_type)


def matches(
    words: Words,
    norms: Sequence[str],
    texts: Texts,
    entries: Entries,
    broken: Joins,
    *,
    split: bool,
) -> Joins:
    """Return the units from left to right, none overlapping, the longest at each place.

    A word ``broken`` by a line's end goes before a reduplication, that before a unit of the
    phrasebook, and that before a split prefix.
    """
    numbered = Norms.of(norms)
    tree = _Tree.of(numbered.number, entries)
    rows = candidates(words, _told(words, numbered, tree), numbered.of_type)
    parts = np.array_split(rows.opening, threads(len(words.type)))
    dashed, *units = together(
        len(words.type),
        lambda: _dashed(words, numbered, texts, rows.dashed),
        *(partial(_multiwords, words, numbered, tree, part) for part in parts),
    )
    first, last, form = (np.concatenate([one[of] for one in units]) for of in range(3))
    whole = ~_parts_saying(words, numbered, last)
    listed = Joins(first[whole], last[whole], form[whole], tree.forms)
    found = [broken, dashed, listed]
    found += [_split(words, numbered, rows.apart, listed)] if split else []
    shifts = np.cumsum([0, *(len(one.forms) for one in found)])
    first, last = (np.concatenate([one[of] for one in found]) for of in range(2))
    form = np.concatenate([j.form + shift for j, shift in zip(found, shifts, strict=False)])
    places, best = np.unique(first, return_index=True)
    keep = best[_apart(places, last[best])]
    return Joins(first[keep], last[keep], form[keep], [f for one in found for f in one.forms])


def _told(words: Words, norms: Norms, tree: _Tree) -> Told:
    """What is told of every type: what ``candidates`` looks at."""
    prefix = np.zeros(len(norms.names), bool)
    prefix[[norms.number[name] for name in lefts() & norms.number.keys()]] = True
    word = np.array([kind == "word" for kind in words.kinds], bool)
    of, compounds = norms.of_type, ends_of_compounds()
    ends = np.array([name in compounds for name in norms.names], bool)
    small = np.array([not surface[0].isupper() for surface in words.surfaces], bool) | ends[of]
    ending = np.array([surface in ENDINGS for surface in words.surfaces], bool)
    bits = WORD * word + OPENS * (tree.opening[of] > 0) + PREFIX * prefix[of] + SMALL * small
    bits += ENDING * ending
    return Told(bits.astype(np.uint8), tree.leads[of], (of % GROUPS).astype(np.uint8))


def _apart(first: Rows, last: Rows) -> Bools:
    """Keep what begins after the end of the one kept before it."""
    keep = np.ones(len(first), dtype=bool)
    free = first[1:] > np.maximum.accumulate(last)[:-1]
    crowded = np.flatnonzero(~(np.append(True, free) & np.append(free, True))[: len(first)])
    after = -1
    for index in crowded.tolist():
        keep[index] = first[index] > after
        after = last[index] if keep[index] else after
    return keep


def _dashed(words: Words, norms: Norms, texts: Texts, rows: Rows) -> Joins:
    """Find reduplications written with a spaced dash (Undang – Undang)."""
    own = texts.of(words.unit[rows])
    places = words.ends(rows).tolist(), words.start[rows + 1].tolist()
    between = [text[start:end] for text, start, end in zip(own, *places, strict=True)]
    rows = rows[np.array([bool(_SPACED_DASH.fullmatch(gap)) for gap in between], dtype=bool)]
    numbers, form = np.unique(norms.of_type[words.type[rows]], return_inverse=True)
    forms = [Form(f"{norms.names[n]}-{norms.names[n]}", None, "word") for n in numbers.tolist()]
    return Joins(rows, rows + 1, form, forms)


def _multiwords(words: Words, norms: Norms, tree: _Tree, row: Rows) -> Joins:
    """Walk all places at once through the tree of the phrasebook, as far as each of them goes."""
    first, node = row, tree.opening[norms.of_type[words.type[row]]]
    found: list[tuple[Rows, Rows, Rows]] = [(row[:0], row[:0], row[:0])]
    for step in range(1, tree.depth):
        inside = first + step < len(words.type)
        first, node = first[inside], node[inside]
        norm = norms.of_type[words.type[first + step]]
        node = np.where(words.gap[first + step], 0, tree.after(node, norm))
        first, node = first[node > 0], node[node > 0]
        ending = tree.form[node] >= 0
        found.append((first[ending], first[ending] + step, tree.form[node[ending]]))
    longest = [np.concatenate(column) for column in zip(*reversed(found), strict=True)]
    place, best = np.unique(longest[0], return_index=True)
    return Joins(place, longest[1][best], longest[2][best], tree.forms)


def _parts_saying(words: Words, norms: Norms, last: Rows) -> Bools:
    """Tell which last words of units are the first of what is said together with the next."""
    after = np.minimum(last + 1, len(words.type) - 1)
    found: Bools = ~words.gap[after]
    for place, word in zip((last, after), SAID_TOGETHER, strict=True):
        found &= norms.of_type[words.type[place]] == norms.number.get(word, -1)
    return found


class _Tree(NamedTuple):
    """The phrasebook as a tree of numbered words; node 0 is nowhere, ``form`` -1 no end of a unit.

    ``leads`` has the groups of words that may follow each as the first of a unit.
    """

    opening: Rows
    leads: npt.NDArray[np.uint64]
    keys: Rows
    nodes: Rows
    form: Rows
    forms: list[Form]
    depth: int

    @classmethod
    def of(cls, number: Mapping[str, int], entries: Entries) -> _Tree:
        """Take in the units whose words all occur; the last word may carry a clitic."""
        nodes: dict[tuple[int, int], int] = {}
        opening: Ints = np.zeros(len(number), dtype=np.int32)
        ends: dict[int, int] = {}
        forms: list[Form] = []
        depth = 0
        for head in entries.keys() & number.keys():
            opening[number[head]] = len(nodes) + 1
            nodes[0, number[head]] = len(nodes) + 1
        for head, rest, form in _present(number, entries):
            node = nodes[0, number[head]]
            for word in rest[:-1]:
                node = nodes.setdefault((node, number[word]), len(nodes) + 1)
            for last in (rest[-1], *(rest[-1] + clitic for clitic in CLITICS)):
                if last in number:
                    end = nodes.setdefault((node, number[last]), len(nodes) + 1)
                    if ends.setdefault(end, len(forms)) == len(forms):
                        forms.append(form._replace(norm=" ".join((head, *rest[:-1], last))))
            depth = max(depth, len(rest) + 1)
        pairs = np.array(list(nodes), dtype=np.int64).reshape(-1, 2)
        keys = pairs[:, 0] * len(number) + pairs[:, 1]
        order = np.argsort(keys)
        form_of: Ints = np.full(len(nodes) + 1, -1, dtype=np.int32)
        form_of[list(ends)] = list(ends.values())
        heads = np.flatnonzero(opening)
        at = np.flatnonzero(np.isin(pairs[:, 0], opening[heads]))
        head = heads[np.argsort(opening[heads])][pairs[at, 0] - 1]  # nodes of heads come first
        leads = np.zeros(len(number), np.uint64)
        np.bitwise_or.at(leads, head, np.uint64(1) << (pairs[at, 1] % GROUPS).astype(np.uint64))
        return cls(opening, leads, keys[order], order + 1, form_of, forms, depth)

    def after(self, node: Rows, norm: Rows) -> Rows:
        """Return the node of each place after one more word, 0 where the tree has none."""
        key = node.astype(np.int64) * len(self.opening) + norm
        at = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        return np.where(self.keys[at] == key, self.nodes[at], 0)


def _present(
    number: Mapping[str, int], entries: Entries
) -> Iterable[tuple[str, Sequence[str], Form]]:
    for head, group in entries.items():
        if head in number:
            for rest, form in group:
                if all(word in number for word in rest[:-1]):
                    yield head, rest, form


def _split(words: Words, norms: Norms, rows: Rows, units: Joins) -> Joins:
    """Find affixes written apart from their word; each pair of words is asked about once.

    A unit of the phrasebook is not taken apart for what may stand before phrases as well, nor for
    its own first word (surat surat suara).
    """
    combining = np.array([name in COMBINING for name in norms.names], bool)
    left, right = (norms.of_type[words.type[rows + step]] for step in range(2))
    few = np.flatnonzero(combining[left] | (left == right))
    at = (np.searchsorted(units.first, rows[few] + 1, side) for side in ("left", "right"))
    within = few[np.less(*at)]  # `np.isin` would first look for what is there twice
    rows, one, two = (np.delete(column, within) for column in (rows, left, right))
    pair = one * np.int64(len(norms.names)) + two
    certain: list[int] = []
    forms: list[Form] = []
    for number in np.unique(pair).tolist():
        hint = joins(*(norms.names[word] for word in divmod(number, len(norms.names))))
        if hint and hint.certain:
            certain.append(number)
            forms.append(Form(hint.suggestion, None, "word"))
    form = np.searchsorted(certain, pair)
    found = np.array([*certain, -1])[form] == pair
    return Joins(rows[found], rows[found] + 1, form[found], forms)
