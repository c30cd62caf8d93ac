"""The terms of a corpus by name: their parts, their places, their display forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.ground.arrays import Bools, Ints, Longs
from kpu_corpus.terms.counts import LONGEST_TERM, TermCounts, counted, ngram_sizes
from kpu_corpus.terms.fingerprints import Fingerprints, Keys, fingerprints, length_of, parts_of
from kpu_corpus.terms.grams import Grams, Places, Sizes, grams
from kpu_corpus.tokens import Tokens


class Names(NamedTuple):
    """The roots of each term as numbers, -1 for none, and the roots."""

    table: Ints
    roots: Sequence[str]

    def of(self, columns: Sequence[int] | npt.NDArray[np.integer[Any]]) -> list[str]:
        """Return some terms: the roots, joined by spaces."""
        return spelt(self.table[np.asarray(columns, dtype=np.int64)], self.roots)


def spelt(table: npt.NDArray[np.integer[Any]], words: Sequence[str]) -> list[str]:
    """Return the words that stand in each line of a table, -1 for none, joined by spaces.

    >>> spelt(np.array([[1, 0], [0, -1]]), ["jujur", "pegawai"])
    ['pegawai jujur', 'jujur']
    """
    lines = [words[number] for number in table[:, 0].tolist()]
    for step in range(1, table.shape[1]):
        longer = np.flatnonzero(table[:, step] >= 0)
        for index, number in zip(longer.tolist(), table[longer, step].tolist(), strict=True):
            lines[index] = f"{lines[index]} {words[number]}"
    return lines


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Terms; ``length`` is their number of roots, ``row`` their row in the counts of the corpus.

    ``parts`` are the columns of a phrase's roots, -1 where a root is no term by itself and for
    single roots. ``of_term`` has the column of each term of ``places``, -1 for none.
    """

    names: Names
    length: Ints
    row: Longs
    parts: Ints
    places: Places
    of_term: Ints

    @cached_property
    def terms(self) -> list[str]:
        """The names of all terms; those of a few are ``names.of``."""
        return self.names.of(range(len(self.length)))

    @cached_property
    def _inside(self) -> Bools:
        return self.of_term[self.places.term] >= 0

    @cached_property
    def column(self) -> Ints:
        """The term of each place."""
        return self.of_term[self.places.term[self._inside]]

    @cached_property
    def first(self) -> Ints:
        """The first token of each place."""
        return self.places.first[self._inside]

    @cached_property
    def size(self) -> Sizes:
        """The number of tokens of each place."""
        return self.places.size[self._inside]

    def only(self, keep: Longs) -> Vocabulary:
        """Return some of the terms with their places."""
        if len(keep) == len(self.length):
            return self
        place = np.full(len(self.length) + 1, -1, dtype=np.int32)  # the last one is for -1
        place[keep] = np.arange(len(keep))
        return Vocabulary(
            self.names._replace(table=self.names.table[keep]),
            self.length[keep],
            self.row[keep],
            place[self.parts[keep]],
            self.places,
            place[self.of_term],
        )


def occurrences(tokens: Tokens, *, ngrams: tuple[int, int] = (1, 1)) -> Vocabulary:
    """Return every place of every term in the bodies, for counting over any part of a corpus.

    Terms of ``ngrams`` (shortest, longest) words; phrases that occur once are among them. Raises
    InvalidArgument when ``ngrams`` is no such pair from 1 to 3.

    >>> import kpu_corpus as kc
    >>> occurrences(kc.preprocess(kc.load({"a": "Kantor kami. Kantor mereka."}))).first.tolist()
    [0, 2]
    """
    shortest, longest = ngram_sizes(ngrams)
    found = grams(tokens, longest)
    named = vocabulary(found, counted(tokens, found))
    return named.only(np.flatnonzero(named.length >= shortest))


def vocabulary(found: Grams, whole: TermCounts) -> Vocabulary:
    """Name those of the terms that are terms of the whole corpus, in the order of their roots.

    A joined unit (politik praktis) and the same roots side by side are one term. Single roots of
    the whole that only stand in phrases here come last.
    """
    terms = found.terms
    row = _rows_of(whole.key, terms.key)
    here = np.flatnonzero(row >= 0)
    table = _table(found, here)
    order = _in_order(table, len(found.roots.names))
    here, table = here[order], table.take(order, axis=0)  # table[order] takes twice as long
    shape = whole.shape[row[here]]
    other = np.flatnonzero(shape != terms.split[here])
    split = _split(Names(table, found.roots.names), other, shape)
    parts = _parts(split, found.roots.marks, row[here], whole)
    alone: Ints = np.full((len(parts.added), LONGEST_TERM), -1, dtype=np.int32)
    alone[:, 0] = parts.added
    column = np.full(len(terms.key), -1, dtype=np.int32)
    column[here] = np.arange(len(here))
    return Vocabulary(
        Names(_with(table, alone), split.roots),
        length_of(whole.shape[parts.rows]),
        parts.rows,
        parts.columns,
        found.places,
        column,
    )


def _table(found: Grams, here: Longs) -> Ints:
    """Return the roots of some terms as numbers, -1 where a term has no more."""
    first, size = found.terms.first[here], found.terms.size[here]
    table: Ints = np.full((len(here), LONGEST_TERM), -1, dtype=np.int32)
    for step in range(LONGEST_TERM):
        longer = np.flatnonzero(size > step)
        types = found.text.type.take(first[longer] + step)
        table[longer, step] = found.roots.of_type.take(types)
    return table


def _in_order(table: Ints, roots: int) -> Longs:
    """Return the order of terms: shorter ones first, then by their roots."""
    length = np.add.reduce([column >= 0 for column in table.T], dtype=np.int64)
    base = roots + 1
    if (LONGEST_TERM + 1) * base**LONGEST_TERM >= 1 << 63:
        return np.lexsort((*table.T[::-1], length))
    for column in table.T:  # in one number: that sorts in a fifth of the time
        length *= base
        length += column
    return np.argsort(length)


def _split(names: Names, other: Longs, shape: Ints) -> Names:
    """Return the roots of phrases as the whole corpus splits them; single roots have none.

    ``other`` are the terms that are split otherwise here.
    """
    split, listed = names.table.copy(), list(names.roots)
    number = {root: index for index, root in enumerate(listed)} if len(other) else {}
    for index, name in zip(other.tolist(), names.of(other), strict=True):
        for place, root in enumerate(parts_of(name, int(shape[index]))):
            if number.setdefault(root, len(number)) == len(listed):
                listed.append(root)
            split[index, place] = number[root]
        split[index, place + 1 :] = -1
    split[length_of(shape) == 1] = -1
    return Names(split, listed)


class _Parts(NamedTuple):
    """The columns of the parts, the rows of all columns, and the roots of those added."""

    columns: Ints
    rows: Longs
    added: Longs


def _parts(split: Names, marks: Fingerprints, row: Longs, whole: TermCounts) -> _Parts:
    """Find the parts among the single roots of the whole; those without a place are added."""
    asked = np.zeros(len(split.roots) + 1, dtype=bool)  # the last one is for -1
    asked[split.table] = True
    used = np.flatnonzero(asked[:-1])
    key = np.append(marks.key, fingerprints(split.roots[len(marks.key) :]).key)
    at = _rows_of(whole.key, key[used])
    single = at >= 0
    single[single] = length_of(whole.shape[at[single]]) == 1
    column = np.full(len(whole.key), -1, dtype=np.int32)
    column[row] = np.arange(len(row))
    new = column[at[single]] < 0
    added = used[single][new]
    rows = np.append(row, at[single][new])
    column[rows] = np.arange(len(rows))
    of_root = np.full(len(split.roots) + 1, -1, dtype=np.int32)
    of_root[used[single]] = column[at[single]]
    none = np.full((len(added), LONGEST_TERM), -1, dtype=np.int32)
    return _Parts(_with(of_root[split.table], none), rows, added)


def _with(table: Ints, more: Ints) -> Ints:
    """Return a table with more lines; as a rule there are none, and nothing is copied."""
    return np.concatenate([table, more]) if len(more) else table


def _rows_of(keys: Keys, asked: Keys) -> Longs:
    """Return where each key stands among ordered ones, -1 where it does not."""
    if np.array_equal(keys, asked):  # the corpus is the whole
        return np.arange(len(keys))
    row = np.searchsorted(keys, asked)
    known = row < len(keys)
    known[known] = keys[row[known]] == asked[known]
    return np.where(known, row, -1)
