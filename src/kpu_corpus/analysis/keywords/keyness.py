"""Which terms an essay or group uses more or less than the background or the other essays."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from math import comb
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.keywords.background import warn_shared
from kpu_corpus.analysis.keywords.weighting import (
    Contrast,
    contrast,
    log_odds,
    most,
    signed_g2,
)
from kpu_corpus.analysis.people import added, told_whose, warn_repeated
from kpu_corpus.analysis.row_order import essay_ranks, ranks
from kpu_corpus.analysis.statistics import (
    Keyness,
    benjamini_hochberg,
    exchange_p,
    fixed_keyness,
    group_keyness,
)
from kpu_corpus.columns.grouping import warn_unstated
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import Hint, InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Ints, Longs
from kpu_corpus.ground.checks import flag, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend, told
from kpu_corpus.ground.warned import warn
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.counts import MIN_PHRASE, ngram_sizes
from kpu_corpus.terms.matrix import Against, TermMatrix, term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

MIN_WAYS = 20  # to divide the essays as they are divided: p is one of them at least
KEYNESS = {
    "essay": "str",
    "term": "str",
    "display": "str",
    "count": "int64",
    "expected": "float64",
    "g2": "float64",
    "log_ratio": "float64",
    "low": "float64",
    "high": "float64",
    "log_odds": "float64",
    "z": "float64",
    "p": "float64",
    "q": "float64",
}


def keyness(
    tokens: Tokens | Corpus,
    *,
    by: str | None = "essay",
    people: str | None = None,
    background: str | Background | Reference | None = "formal",
    ngrams: tuple[int, int] = (1, 1),
    titles: bool = False,
    min_count: int = 2,
) -> pd.DataFrame:
    """Compare how often each essay or group uses its terms with a background or the other essays.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    by
        ``"essay"``, another column of ``corpus.essays``, or None for the whole corpus.
    people
        A column that says who wrote each essay (``"author"``): where people wrote several essays of
        a group, these are added up, so that limits, p and q are of people, as in
        :func:`kpu_corpus.compare`. Against a background, those of a group by one person are of its
        sentences, as those of one essay are.
    background
        What to compare with: ``"formal"`` (Indonesian laws and regulations), your own
        (:func:`kpu_corpus.background`), or None for the other essays.
    ngrams
        Shortest and longest term in words; a phrase is expected as often as its rarest unit. Names
        and fixed phrases (Komisi Pemilihan Umum) remain one term even with ``(1, 1)``; only
        :func:`kpu_corpus.keywords` then splits them.
    titles
        Whether the words of titles count.
    min_count
        Minimum count of a term in the essay or group.

    Returns
    -------
    DataFrame
        Sorted by essay (or ``by``), then by the absolute value of ``z``, largest first: term,
        display, count, expected (the count at the rate of both sides together), g2 (log-likelihood,
        negative if the term is rarer), log_ratio (in bits) with its 95 % interval low to high,
        log_odds and its z (informative Dirichlet prior), p, and q (false discovery rate within the
        essay or group; its family is all roots of the background together with the text's own
        terms, or, against the other essays, all terms that occur at least twice in the corpus).
        Interval and p account for clustering: sentences of one essay, essays of a group (without
        ``people``, several by one person count as independent; a warning names these people).
        Against n other essays a single essay is one of n + 1, so its p is at least 1 / (n + 1); a
        warning says if no p can be small. A phrase that the background does not list is expected at
        most as often as its rarest word: it may be shown to be more frequent, never to be rarer (g2
        and z are then 0). ``high`` is infinite for such a phrase and for a word missing from the
        background; both limits are infinite for an essay of one sentence. Essays without a value of
        ``by`` may be of any group: where it has several, they have rows only against a background,
        and are none of the other essays, as a warning says.

    Raises
    ------
    InvalidArgument
        An argument is out of range, or there is nothing to compare with; ``people`` for single
        essays, whose limits are about them alone.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> essays = {"a": "Integritas itu integritas kerja.", "b": "Kantor kami besar. Kerja, kerja."}
    >>> kc.keyness(kc.load(essays))[["essay", "term", "count"]].values.tolist()
    [['a', 'integritas', 2], ['b', 'kerja', 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    min_count, ngrams = whole("min_count", min_count), ngram_sizes(ngrams)
    titles = flag("titles", titles)
    matrix = term_matrix(tokens, by=by, ngrams=ngrams, background=background, titles=titles)
    matrix.groups.keyed(KEYNESS)  # refuses a name that the table has, before the work
    if matrix.against is None:
        warn_unstated(tokens.corpus, matrix.groups)
    whose, asked = None, dict[str, str]()
    if people is not None:
        if matrix.groups.by == "essay":
            raise InvalidArgument("people_groups", people=repr(people))
        whose, asked["people"] = told_whose(tokens.corpus, people)
    else:
        warn_repeated(tokens, matrix.groups, rest=matrix.against is None)
    cells = contrast(matrix)
    if matrix.against is None:
        _warn_few(matrix, whose)
    warn_shared(background, tokens.corpus)
    delta, z = log_odds(cells)
    data = {
        "count": cells.own,
        "expected": (cells.own + cells.there) * cells.words / (cells.words + cells.total),
        "g2": signed_g2(cells),
        "log_odds": delta,
        "z": z,
    }
    data |= _tested(matrix, cells, min_count, whose)
    made = extend(
        tokens.manifest,
        "keyness",
        by=matrix.groups.told,
        background=told(background),
        ngrams=list(ngrams),
        titles=titles,
        min_count=min_count,
        **asked,
    )
    return _table(matrix, cells, data, min_count, made)


def against_background(
    matrix: TermMatrix, against: Against, essays: Bools, whose: Ints | None = None
) -> Held:
    """Return the terms of some essays (a mask) against the background.

    The clusters are the essays, or the people who wrote them if ``whose`` tells whose each is, or
    the sentences of a single one. The family of q are all roots of the background together with the
    essays' own terms: any of them could have been found, and which other essays are loaded is no
    matter.
    """
    counts, sizes = matrix.units, matrix.places.words
    mine = essays[matrix.places.essay] & (sizes > 0)
    several = _several(essays, whose) > 1
    if several:
        counts, sizes = matrix.by_essay
        mine = essays & (sizes > 0)
    by_person = whose[mine] if several and whose is not None else None
    own, sizes = added(counts[mine].T.tocsr(), sizes[mine], by_person)
    here = np.flatnonzero(np.asarray(own.sum(axis=1)).ravel())
    found = fixed_keyness(
        own[here], sizes, against.counts[here], against.words, most=most(matrix, here)
    )
    family = len(against.table) + sum(matrix.terms[at] not in against.table for at in here.tolist())
    return Held(here, found, benjamini_hochberg(found.p, family=family), float(sizes.sum()))


def _several(essays: Bools, whose: Ints | None) -> int:
    """Return how many essays a mask has, or how many people wrote them."""
    return int(essays.sum()) if whose is None else len(np.unique(whose[essays]))


def _warn_few(matrix: TermMatrix, whose: Ints | None) -> None:
    """Warn where too few essays, or people, can change places for any p to be small."""
    groups = matrix.groups
    words = np.bincount(matrix.places.essay, matrix.places.words, len(groups.row))
    stated = (words > 0) & ~groups.unstated
    own = (np.arange(len(stated)) if whose is None else whose)[stated]
    row, own = np.unique([groups.row[stated], own], axis=1)
    inside, alone = np.bincount(row), np.bincount(row[np.bincount(own)[own] == 1])
    count = len(np.unique(own))
    # who wrote in several groups is on both sides
    sides = zip_longest(inside.tolist(), alone.tolist(), fillvalue=0)
    ways = max((comb(own + count - only, own) for own, only in sides), default=MIN_WAYS)
    if ways < MIN_WAYS:
        compared = Hint("compared_essays" if whose is None else "compared_people", count=count)
        warn(KpuCorpusWarning("few_exchanged", compared=compared, least=f"1/{ways}"))


def _table(
    matrix: TermMatrix, cells: Contrast, data: dict[str, Any], min_count: int, made: Any
) -> pd.DataFrame:
    keep = np.flatnonzero((data["count"] >= min_count) & (cells.row < _listed(matrix)))
    alphabet = ranks(matrix.terms)[cells.column[keep]]
    order = keep[np.lexsort((alphabet, -np.abs(data["z"][keep]), cells.row[keep]))]
    columns: dict[str, Any] = {name: values[order] for name, values in data.items()}
    columns[matrix.groups.by] = matrix.groups.taken(cells.row[order])
    columns["term"] = [matrix.terms[column] for column in cells.column[order]]
    columns["display"] = [matrix.display[column] for column in cells.column[order]]
    return frame(matrix.groups.keyed(KEYNESS), columns, made)


def _listed(matrix: TermMatrix) -> int:
    """Return how many groups have rows: the last, without a value, only against a background."""
    groups = matrix.groups
    return len(groups.compared if matrix.against is None else groups.labels)


class Held(NamedTuple):
    """The terms of some essays (columns of a matrix) with their keyness, q and the words there."""

    column: Longs
    keyness: Keyness
    q: Any
    words: float


def _tested(matrix: TermMatrix, cells: Contrast, least: int, whose: Ints | None) -> dict[str, Any]:
    """Return limits, p and q of every cell, group by group; 0 in groups without a count to list."""
    tested = {name: np.zeros(len(cells.own)) for name in ("log_ratio", "low", "high", "p", "q")}
    order = np.lexsort((cells.column, cells.row))
    rows, starts = np.unique(cells.row[order], return_index=True)
    against, inside = matrix.against, matrix.groups.row
    held_against: Callable[[Bools], Held]
    if against is not None:
        held_against = partial(against_background, matrix, against, whose=whose)
    else:
        essays = _essays_by_text(matrix)
        whose = whose if whose is None else whose[essays.order]
        held_against = partial(_against_others, essays, whose=whose)
        inside = inside[essays.order]
    for row, here in zip(rows.tolist(), np.split(order, starts)[1:], strict=True):
        if row >= _listed(matrix) or cells.own[here].max() < least:  # many are short
            continue
        held = held_against(inside == row)
        for name, values in tested.items():
            values[here] = held.q if name == "q" else getattr(held.keyness, name)
    return tested


class _Essays(NamedTuple):
    """Counts of terms (CSR) by essay, in an order that is the essays' own, and their totals."""

    order: Longs
    counts: Any
    sizes: Longs
    total: Longs


def _essays_by_text(matrix: TermMatrix) -> _Essays:
    counts, sizes = matrix.by_essay
    order = np.argsort(essay_ranks(matrix.tokens.corpus))
    order = order[~matrix.groups.unstated[order]]
    turned = counts[order].T.tocsr()
    turned.sort_indices()
    return _Essays(order, turned, sizes[order], np.asarray(turned.sum(axis=1)).ravel())


def _against_others(essays: _Essays, inside: Bools, whose: Ints | None) -> Held:
    """Return the terms of some essays (a mask) against the others; essays are the clusters.

    Where ``whose`` tells whose each essay is, people are, on each side for themselves.

    The family of q are the terms that occur twice or more on both sides together, those that the
    essays lack among them; q of a term that occurs once is 1: it is not tested.
    """
    own = essays.counts @ inside.astype(np.int64)
    rows = np.flatnonzero((essays.total >= MIN_PHRASE) | (own > 0))
    kept = essays.counts[rows]
    sides = [
        added(kept[:, side], essays.sizes[side], whose if whose is None else whose[side])
        for side in (inside, ~inside)
    ]
    (one, size), (other, others) = sides
    p = exchange_p(one, size, other, others)
    tested = essays.total[rows] >= MIN_PHRASE
    q = np.ones(len(rows))
    q[tested] = benjamini_hochberg(p[tested])
    here = np.flatnonzero(own[rows])
    found = group_keyness(one[here], size, other[here], others, p=p[here])
    return Held(rows[here], found, q[here], float(size.sum()))
