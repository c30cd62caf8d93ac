"""Where two essays say nearly the same: pairs of windows of content words, by cosine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, groupby, product
from typing import Any

import numpy as np

from kpu_corpus.analysis.row_order import essay_ranks
from kpu_corpus.analysis.running_words import norm_numbers, running_words
from kpu_corpus.ground.arrays import Bools, Floats, Ints, Longs, begins, ranges
from kpu_corpus.ground.progress import progress
from kpu_corpus.terms.grams import countable
from kpu_corpus.tokens import Tokens

WIDTH, STEP = 16, 4  # content words of a window, and between the starts of two
ALIKE = 0.22  # cosine of two windows that may belong to one passage
PARTNERS = 20  # essays that a window is brought together with, the most alike first
MOST = 2_000  # a root in more windows than that brings no windows together
RUN = 12  # words that are a passage when they are the same, one after the other
SPREAD = 50  # a run in more essays than that, squared for two sides, brings none of them together
MEETINGS = 10_000  # of one run in two essays
GRAM = 4  # words of the runs that bound what was taken over word for word
BLOCK = 500


@dataclass(frozen=True, eq=False)
class Reading:
    """The words of the bodies, in order: what passages are looked for in.

    Longer essays come first, those of one length by their texts, so that what is found does not
    depend on the order of files; ``rows`` are their rows in the corpus. ``token`` is the row in the
    tokens; ``weight`` (0 to 1) is high for rare roots and 0 for what is no content word; ``stops``
    holds the first word of each essay, and the end.
    """

    token: Longs
    essay: Ints
    root: Ints
    norm: Ints
    content: Bools
    weight: Floats
    stops: Longs
    rows: Longs

    @cached_property
    def grams(self) -> Longs:
        """A number for the words from each one on, as many as bound what is the same."""
        number: Longs = self.norm.astype(np.int64)
        for step in (1, 2):  # of one word, of two, of four
            after = np.append(number[step:], np.zeros(step, dtype=np.int64))[: len(number)]
            wide = number * (int(number.max(initial=0)) + 1) + after
            number = np.unique(wide, return_inverse=True)[1]
        return number


@dataclass(frozen=True, eq=False)
class Seeds:
    """Pairs of places: words ``a`` to ``a_end`` in one essay, ``b`` to ``b_end`` in another.

    ``alike`` is how alike they are, 0 to 1.
    """

    a: Longs
    a_end: Longs
    b: Longs
    b_end: Longs
    alike: Floats


def reading_of(tokens: Tokens) -> Reading:
    """Return the words of the bodies with roots, normal forms and weights.

    The weight of a root is ``1 - ln count / ln words``: 1 where it occurs once in the corpus.
    """
    token = np.flatnonzero(running_words(tokens))
    length = np.bincount(tokens.essay[token], minlength=len(tokens.corpus))
    rows = np.lexsort((essay_ranks(tokens.corpus), -length))
    essay = np.argsort(rows).astype(np.int32)[tokens.essay[token]]
    order = np.argsort(essay, kind="stable")
    token, essay = token[order], essay[order]
    numbers, _ = tokens.types.numbered
    root = _by_place(numbers[tokens.type[token]])
    content = countable(tokens)[token]
    count = np.bincount(root[content], minlength=int(root.max(initial=0)) + 1)
    words = max(int(content.sum()), 2)
    rarity = 1.0 - np.log(np.maximum(count, 1)) / np.log(words)
    norm = _by_place(norm_numbers(tokens)[token])
    stops = np.searchsorted(essay, np.arange(len(tokens.corpus) + 1))
    weight = np.where(content, rarity[root], 0.0)
    return Reading(token, essay, root, norm, content, weight, stops, rows)


def _by_place(numbers: Ints) -> Ints:
    """Number anew by first places, as sums depend on the order in which they are made."""
    _, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first)).astype(np.int32)[inverse]


def windows_alike(reading: Reading, in_a: Bools, in_b: Bools) -> Seeds:
    """Return pairs of windows alike, from essays of side a (a mask) and others of side b.

    The longer essay stands first in each pair, whatever its side. Each window of side a meets the
    20 essays of side b that say the most similar thing, so that boilerplate, which all share, does
    not bring everything together with everything.
    """
    matrix, first, last = _windows(reading)
    essay = reading.essay[first].astype(np.int64)
    linking = _linking(matrix)
    left, right = np.flatnonzero(in_a[essay]), np.flatnonzero(in_b[essay])
    across = linking[right].T.tocsr()
    none: Longs = np.zeros(0, dtype=np.int64)
    parts = [(none, none, np.zeros(0))]
    for start in progress(range(0, len(left), BLOCK), "passages"):
        here = left[start : start + BLOCK]
        found = (linking[here] @ across).tocoo()
        keep = found.data >= ALIKE
        a, b, alike = here[found.row[keep]], right[found.col[keep]], found.data[keep]
        parts.append(_nearest(a, b, alike, essay))
    a, b, alike = _once(*map(np.concatenate, zip(*parts, strict=True)))
    return Seeds(first[a], last[a], first[b], last[b], alike)


def _nearest(a: Longs, b: Longs, alike: Floats, essay: Longs) -> tuple[Longs, Longs, Floats]:
    """Keep the partners of each window that stand in the other essays most alike."""
    other = essay[a] != essay[b]
    a, b, alike = a[other], b[other], alike[other]
    essays = int(essay.max(initial=0)) + 1
    pair, group = np.unique(a * essays + essay[b], return_inverse=True)
    best = np.zeros(len(pair))
    np.maximum.at(best, group, alike)
    window = pair // essays
    order = np.lexsort((-best.round(9), window))
    rank = np.empty(len(pair), dtype=np.int64)
    rank[order] = ranges(0, np.bincount(window))
    near = (rank < PARTNERS)[group]
    return a[near], b[near], alike[near]


def _once(a: Longs, b: Longs, alike: Floats) -> tuple[Longs, Longs, Floats]:
    """Keep each pair of windows once, that of the earlier essay first."""
    a, b = np.minimum(a, b), np.maximum(a, b)
    _, kept = np.unique(a * (int(b.max(initial=0)) + 1) + b, return_index=True)
    return a[kept], b[kept], alike[kept]


def runs_alike(reading: Reading, in_a: Bools, in_b: Bools) -> Seeds:
    """Return pairs of longest runs of at least RUN words that are the same in two essays.

    A run that more essays have than SPREAD is followed where one side is so few essays that there
    are no more pairs: all who copied from one source are found.
    """
    places, sizes = repeated(reading.norm, reading.essay, RUN, 2)
    run, essay = np.repeat(np.arange(len(sizes)), sizes), reading.essay[places]
    once = begins(run, essay)
    on_a, on_b = (
        np.bincount(run[once], weights=side[essay[once]], minlength=len(sizes))
        for side in (in_a, in_b)
    )
    few = on_a * on_b <= SPREAD**2
    groups = np.split(places[few[run]], np.cumsum(sizes[few])[:-1]) if few.any() else []
    fewer = min(in_a, in_b, key=np.count_nonzero)
    pairs = [pair for group in groups for pair in _meetings(_apart(group), reading.essay, fewer)]
    a, b = np.sort(np.array(pairs, dtype=np.int64).reshape(-1, 2), axis=1).T
    one, other = reading.essay[a], reading.essay[b]
    fits = (in_a[one] & in_b[other]) | (in_b[one] & in_a[other])
    return _lengthened(a[fits], b[fits], reading.essay)


def _meetings(places: list[int], essay: Ints, fewer: Bools) -> Iterator[tuple[int, int]]:
    """Yield the places of a run in one essay with those in another, one of the two in ``fewer``.

    Where that would be very many, of a text that is the same words over and over, each place meets
    that of its number: the pairs do not become more than the words.
    """
    sides = [list(side) for _, side in groupby(places, lambda place: essay[place])]
    asked = [side for side in sides if fewer[essay[side[0]]]]
    rest = [side for side in sides if not fewer[essay[side[0]]]]
    for one, other in chain(combinations(asked, 2), product(asked, rest)):
        few = len(one) * len(other) <= MEETINGS
        yield from product(one, other) if few else zip(one, other, strict=False)


def _apart(places: Longs) -> list[int]:
    """Return the places in order, without those inside a run before: of 0 0 0 … each twelfth."""
    kept = [-RUN]
    for place in sorted(places.tolist()):
        if place - kept[-1] >= RUN:
            kept.append(place)
    return kept[1:]


def repeated(word: Ints, within: Ints, size: int, least: int) -> tuple[Longs, Longs]:
    """Return the places of every sequence of ``size`` words that at least ``least`` essays have.

    The places of one sequence follow each other, in order; how many they are comes second.
    ``within`` gives the essay of each word; a sequence stays inside one. Sequences are told apart
    by a hash of 64 bits.
    """
    count = max(len(word) - size + 1, 0)
    key = np.zeros(count, dtype=np.uint64)
    for step in range(size):
        key = key * np.uint64(0x9E3779B97F4A7C15) + word[step : step + count].astype(np.uint64) + 1
    place = np.flatnonzero(within[:count] == within[size - 1 : size - 1 + count])
    order = place[np.argsort(key[place], kind="stable")]  # essays follow each other in order
    if not len(order):
        return order, order
    starts = np.flatnonzero(begins(key[order]))
    other = begins(key[order], within[order])
    wide = np.add.reduceat(other.astype(np.int64), starts) >= least
    sizes = np.diff(np.append(starts, len(order)))
    return order[np.repeat(wide, sizes)], sizes[wide]


def _lengthened(a: Longs, b: Longs, essay: Ints) -> Seeds:
    """Put runs of two essays together that touch on one diagonal."""
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    new = begins(b - a, essay[a], essay[b])  # essays follow one another
    new[1:] |= np.diff(a) > RUN
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(a)) - 1 if len(a) else starts
    same = np.ones(len(starts))
    return Seeds(a[starts], a[ends] + RUN - 1, b[starts], b[ends] + RUN - 1, same)


def _windows(reading: Reading) -> tuple[Any, Longs, Longs]:
    """Return TF-IDF rows of length 1 of all windows, and their first and last word."""
    from scipy.sparse import csr_matrix, diags_array

    words = np.flatnonzero(reading.content)
    stops = np.searchsorted(words, reading.stops)
    size = np.diff(stops)
    count = np.where(size > 0, np.maximum((size - WIDTH + 2 * STEP - 1) // STEP, 1), 0)
    low = np.repeat(stops[:-1], count) + STEP * ranges(0, count)
    high = np.minimum(low + WIDTH, np.repeat(stops[1:], count))
    places = low[:, None] + np.arange(WIDTH)
    row, column = np.nonzero(places < high[:, None])
    roots = reading.root[words[places[row, column]]]
    shape = (len(low), int(reading.root.max(initial=0)) + 1)
    matrix = csr_matrix((np.ones(len(row)), (row, roots)), shape=shape)
    matrix.data[:] = 1.0  # a root twice in a window counts once
    df = np.asarray(matrix.sum(axis=0)).ravel()
    idf = np.log(max(len(low), 1) / np.maximum(df, 1.0))
    weighted = (matrix @ diags_array(idf)).tocsr()
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    unit = diags_array(1.0 / np.where(length > 0, length, 1.0)) @ weighted
    return unit.tocsr(), words[low], words[high - 1]


def _linking(matrix: Any) -> Any:
    """Return the rows without roots so common that following them costs more than it tells."""
    from scipy.sparse import diags_array

    df = np.asarray((matrix > 0).sum(axis=0)).ravel()
    kept = (matrix @ diags_array((df <= MOST).astype(np.float64))).tocsr()
    kept.eliminate_zeros()
    return kept
