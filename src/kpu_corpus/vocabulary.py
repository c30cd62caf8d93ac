"""The terms of a corpus by name: what they are made of, where they stand, what people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kpu_corpus.fingerprints import Keys, fingerprints, length_of, parts_of
from kpu_corpus.grams import Grams, Longs, grams, root_ids
from kpu_corpus.term_counts import LONGEST, Distinct, TermCounts, checked, counted, distinct
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Ints


class Vocabulary(NamedTuple):
    """Terms; ``length`` is their number of roots, ``row`` their row in the counts of the corpus.

    ``parts`` are the columns of a phrase's roots, -1 where a root is no term by itself and for
    single roots. ``column``, ``first`` and ``size`` are the term of each place, its first token
    and the number of its tokens.
    """

    terms: list[str]
    length: Ints
    row: Longs
    parts: Longs
    column: Longs
    first: Longs
    size: Ints

    def only(self, keep: Longs) -> Vocabulary:
        """Return some of the terms with their places."""
        if len(keep) == len(self.terms):
            return self
        place = np.full(len(self.terms) + 1, -1, dtype=np.int64)  # the last one is for -1
        place[keep] = np.arange(len(keep))
        inside = place[self.column] >= 0
        return Vocabulary(
            [self.terms[index] for index in keep.tolist()],
            self.length[keep],
            self.row[keep],
            place[self.parts[keep]],
            place[self.column[inside]],
            self.first[inside],
            self.size[inside],
        )


def occurrences(tokens: Tokens, *, ngrams: tuple[int, int] = (1, 1)) -> Vocabulary:
    """Return every place of every term in the bodies, for counting over any part of a corpus.

    Terms of ``ngrams`` (shortest, longest) words; phrases that occur once are among them. Raises
    InvalidArgument when ``ngrams`` is no such pair from 1 to 3.

    >>> import kpu_corpus as kc
    >>> occurrences(kc.preprocess(kc.load({"a": "Kantor kami. Kantor mereka."}))).first.tolist()
    [0, 2]
    """
    shortest, longest = checked(ngrams)
    found = grams(tokens, longest)
    terms = distinct(found.key)
    named = vocabulary(tokens, found, terms, counted(tokens, found, terms))
    return named.only(np.flatnonzero(named.length >= shortest))


def vocabulary(tokens: Tokens, found: Grams, terms: Distinct, whole: TermCounts) -> Vocabulary:
    """Name those of the terms that are terms of the whole corpus, in the order of their roots.

    A joined unit (politik praktis) and the same roots side by side are one term. Single roots of
    the whole that only stand in phrases here come last.
    """
    numbers, roots = root_ids(tokens)
    row = _rows(whole.key, terms.key)
    here = np.flatnonzero(row >= 0)
    place = terms.place[here]
    first, size = found.first[place], found.size[place]
    table = np.full((len(here), LONGEST), -1, dtype=np.int64)
    for step in range(LONGEST):
        longer = size > step
        table[longer, step] = numbers[tokens.type[first[longer] + step]]
    order = np.lexsort((*table.T[::-1], size))
    here, table = here[order], table[order]
    column = np.full(len(terms.key), -1, dtype=np.int64)
    column[here] = np.arange(len(here))
    names = [" ".join([roots[part] for part in line if part >= 0]) for line in table.tolist()]
    other = np.flatnonzero(whole.shape[row[here]] != found.shape[place[order]])
    parts = _parts(_split(names, table, other, whole.shape[row[here]], roots), row[here], whole)
    names += parts.names
    columns = column[terms.column]
    inside = columns >= 0
    return Vocabulary(
        names,
        length_of(whole.shape[parts.rows]),
        parts.rows,
        parts.columns,
        columns[inside],
        found.first[inside],
        found.size[inside],
    )


class _Split(NamedTuple):
    """The roots of each term as numbers, -1 for none, and the names of the numbers."""

    table: Longs
    roots: list[str]


def _split(
    names: Sequence[str], table: Longs, other: Longs, shape: Ints, roots: Sequence[str]
) -> _Split:
    """Return the roots of phrases as the whole corpus splits them; single roots have none.

    ``other`` are the terms that are split otherwise here.
    """
    split = table.copy()
    number = {root: index for index, root in enumerate(roots)} if len(other) else {}
    listed = list(roots)
    for index in other.tolist():
        for place, root in enumerate(parts_of(names[index], int(shape[index]))):
            if number.setdefault(root, len(number)) == len(listed):
                listed.append(root)
            split[index, place] = number[root]
        split[index, place + 1 :] = -1
    split[length_of(shape) == 1] = -1
    return _Split(split, listed)


class _Parts(NamedTuple):
    """The columns of the parts, the rows of all columns, and the names of those added."""

    columns: Longs
    rows: Longs
    names: list[str]


def _parts(split: _Split, row: Longs, whole: TermCounts) -> _Parts:
    """Find the parts among the single roots of the whole; those without a place are added."""
    used = np.unique(split.table[split.table >= 0])
    at = _rows(whole.key, fingerprints([split.roots[root] for root in used.tolist()]).key)
    single = at >= 0
    single[single] = length_of(whole.shape[at[single]]) == 1
    column = np.full(len(whole.key), -1, dtype=np.int64)
    column[row] = np.arange(len(row))
    added = used[single][column[at[single]] < 0]
    rows = np.append(row, at[single][column[at[single]] < 0])
    column[rows] = np.arange(len(rows))
    of_root = np.full(len(split.roots) + 1, -1, dtype=np.int64)  # the last one is for -1
    of_root[used[single]] = column[at[single]]
    none = np.full((len(added), LONGEST), -1, dtype=np.int64)
    columns = np.concatenate([of_root[split.table], none])
    return _Parts(columns, rows, [split.roots[root] for root in added.tolist()])


def _rows(keys: Keys, asked: Keys) -> Longs:
    """Return where each key stands among ordered ones, -1 where it does not."""
    row = np.searchsorted(keys, asked)
    known = row < len(keys)
    known[known] = keys[row[known]] == asked[known]
    return np.where(known, row, -1)
