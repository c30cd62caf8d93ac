"""Where two essays say much the same: pairs of windows of content words, by cosine."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.grams import TERM_KINDS, countable, root_ids
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

WIDTH, STEP = 16, 4  # content words of a window, and between the starts of two
ALIKE = 0.22  # cosine of two windows that may belong to one passage
MOST = 2_000  # a root in more windows than that brings no windows together
RUN = 12  # words that are a passage when they are the same, one after the other
SPREAD = 50  # a run in more essays than that brings none of them together
BLOCK = 500

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Reading:
    """The words of the bodies, in order: what passages are looked for in.

    ``token`` is the row in the tokens; ``weight`` (0 to 1) is high for rare roots and 0 for
    what is no content word; ``stops`` holds the first word of each essay, and the end.
    """

    token: Longs
    essay: Ints
    root: Ints
    norm: Ints
    content: Bools
    weight: Floats
    stops: Longs


@dataclass(frozen=True, eq=False)
class Seeds:
    """Pairs of places: words ``a`` to ``a_end`` in one essay, ``b`` to ``b_end`` in another."""

    a: Longs
    a_end: Longs
    b: Longs
    b_end: Longs


def reading_of(tokens: Tokens) -> Reading:
    """Return the words of the bodies with roots, normal forms and weights.

    The weight of a root is ``1 - ln count / ln words``: 1 where it occurs once in the corpus.
    """
    kinds = np.array([kind in TERM_KINDS or kind == "number" for kind in tokens.types.kind], bool)
    token = np.flatnonzero(kinds[tokens.type] & tokens.units.body[tokens.unit])
    essay = tokens.essay[token]
    numbers, _ = root_ids(tokens)
    root = numbers[tokens.type[token]]
    content = countable(tokens)[token]
    count = np.bincount(root[content], minlength=int(numbers.max(initial=0)) + 1)
    words = max(int(content.sum()), 2)
    rarity = 1.0 - np.log(np.maximum(count, 1)) / np.log(words)
    norms: dict[str, int] = {}
    ids = np.array([norms.setdefault(norm, len(norms)) for norm in tokens.types.norm], np.int32)
    stops = np.searchsorted(essay, np.arange(len(tokens.corpus) + 1))
    weight = np.where(content, rarity[root], 0.0)
    return Reading(token, essay, root, ids[tokens.type[token]], content, weight, stops)


def windows_alike(reading: Reading, in_a: Bools, in_b: Bools) -> Seeds:
    """Return pairs of windows alike, from essays of side a (a mask) and others of side b."""
    matrix, first, last = _windows(reading)
    essay = reading.essay[first] if len(first) else np.zeros(0, np.int32)
    linking = _linking(matrix)
    left, right = np.flatnonzero(in_a[essay]), np.flatnonzero(in_b[essay])
    across = linking[right].T.tocsr()
    rows, columns = [], []
    for start in range(0, len(left), BLOCK):
        here = left[start : start + BLOCK]
        found = (linking[here] @ across).tocoo()
        keep = found.data >= ALIKE
        rows.append(here[found.row[keep]])
        columns.append(right[found.col[keep]])
    a, b = _joined(rows), _joined(columns)
    fits = _oriented(essay[a], essay[b], in_a, in_b)
    a, b = a[fits], b[fits]
    return Seeds(first[a], last[a], first[b], last[b])


def runs_alike(reading: Reading, in_a: Bools, in_b: Bools) -> Seeds:
    """Return pairs of longest runs of at least RUN words that are the same in two essays."""
    groups = repeated(reading.norm, reading.essay, RUN)
    pairs = [
        (int(x), int(y))
        for group in groups
        if len(np.unique(reading.essay[group])) <= SPREAD
        for x in group
        for y in group
        if reading.essay[x] != reading.essay[y]
    ]
    a = np.array([x for x, _ in pairs], dtype=np.int64)
    b = np.array([y for _, y in pairs], dtype=np.int64)
    fits = _oriented(reading.essay[a], reading.essay[b], in_a, in_b)
    return _lengthened(a[fits], b[fits], len(reading.norm))


def repeated(word: Ints, within: Ints, size: int, least: int = 2) -> list[Longs]:
    """Return the places of every sequence of ``size`` words that at least ``least`` essays have.

    ``within`` gives the essay of each word; a sequence stays inside one. Sequences are told apart
    by a hash of 64 bits.
    """
    count = max(len(word) - size + 1, 0)
    key = np.zeros(count, dtype=np.uint64)
    for step in range(size):
        key = key * np.uint64(0x9E3779B97F4A7C15) + word[step : step + count].astype(np.uint64) + 1
    place = np.flatnonzero(within[:count] == within[size - 1 : size - 1 + count])
    order = place[np.lexsort((within[place], key[place]))]
    if not len(order):
        return []
    new = np.append(True, key[order][1:] != key[order][:-1])
    other = new | np.append(True, within[order][1:] != within[order][:-1])
    starts = np.flatnonzero(new)
    essays = np.add.reduceat(other.astype(np.int64), starts)
    ends = np.append(starts[1:], len(order))
    wide = essays >= least
    return [order[a:b] for a, b in zip(starts[wide], ends[wide], strict=True)]


def _lengthened(a: Longs, b: Longs, size: int) -> Seeds:
    """Put runs on one diagonal that touch together."""
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    new = np.ones(len(a), dtype=bool)
    new[1:] = (np.diff(b - a) != 0) | (np.diff(a) > RUN)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(a)) - 1 if len(a) else starts
    return Seeds(a[starts], a[ends] + RUN - 1, b[starts], b[ends] + RUN - 1)


def _oriented(a: Ints, b: Ints, in_a: Bools, in_b: Bools) -> Bools:
    """Keep each pair of essays once: a before b where both could be on either side."""
    either = in_a[b] & in_b[a]
    keep: Bools = in_a[a] & in_b[b] & (a != b) & (~either | (a < b))
    return keep


def _windows(reading: Reading) -> tuple[Any, Longs, Longs]:
    """Return TF-IDF rows of length 1 of all windows, and their first and last word."""
    from scipy.sparse import csr_matrix, diags_array
    from sklearn.preprocessing import normalize

    rows: list[Longs] = []
    columns: list[Longs] = []
    first: list[int] = []
    last: list[int] = []
    for start, stop in pairwise(reading.stops):
        words = start + np.flatnonzero(reading.content[start:stop])
        for step in range(0, max(len(words) - WIDTH + STEP, 1) if len(words) else 0, STEP):
            part = words[step : step + WIDTH]
            roots = np.unique(reading.root[part])
            rows.append(np.full(len(roots), len(first)))
            columns.append(roots)
            first.append(int(part[0]))
            last.append(int(part[-1]))
    width = int(reading.root.max(initial=0)) + 1
    cells = (_joined(rows), _joined(columns))
    shape = (len(first), width)
    matrix = csr_matrix((np.ones(len(cells[0])), cells), shape=shape)
    df = np.asarray(matrix.sum(axis=0)).ravel()
    idf = np.log(max(len(first), 1) / np.maximum(df, 1.0))
    weighted = normalize(matrix @ diags_array(idf)).tocsr() if len(first) else matrix
    return weighted, np.array(first, dtype=np.int64), np.array(last, dtype=np.int64)


def _linking(matrix: Any) -> Any:
    """Return the rows without roots so common that following them costs more than it tells."""
    from scipy.sparse import diags_array

    df = np.asarray((matrix > 0).sum(axis=0)).ravel()
    kept = (matrix @ diags_array((df <= MOST).astype(np.float64))).tocsr()
    kept.eliminate_zeros()
    return kept


def _joined(parts: list[Any]) -> Longs:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)
