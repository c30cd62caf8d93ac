"""Similarity of essays: by words, by phrases and by themes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.likeness.assignment import Exclude, excluded
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.analysis.statistics import jensen_shannon
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Floats, Longs, ranges
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.provenance import extend, told
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.counts import LONGEST_TERM
from kpu_corpus.terms.matrix import TermMatrix, term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.terms.unit_counts import adder, by_row
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

SIMILARITY = {
    "essay_a": "str",
    "essay_b": "str",
    "cosine": "float64",
    "shared_terms": "str",
    "shared": "int64",
    "jaccard": "float64",
    "jensen_shannon": "float64",
}
ESSAYS = ("essay_a", "essay_b")
TIE = 1e-12  # cosines no farther apart than this are as near
ALL_PAIRS = 500  # up to so many essays every pair is listed, beyond it the nearest ten of each
NEAREST = 10
SHOWN = 5  # shared terms that are named
BLOCK = 250  # essays whose cosines with all others are held at once
AT_ONCE = 20_000  # pairs whose terms are held at once


def similarity(
    tokens: Tokens | Corpus,
    *,
    by: str = "essay",
    exclude: Exclude = None,
    top: int | None = None,
    background: str | Background | Reference | None = "formal",
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Measure the similarity of essays or groups.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    by
        ``"essay"`` or another column of ``corpus.essays``.
    exclude
        ``"assignment"`` leaves out the words of assigned titles and shared openings; a list leaves
        out the roots of its words.
    top
        Only the pairs in which one is among the ``top`` nearest of the other, of those as near the
        first by name. By default, every pair of up to 500 essays, and beyond that the nearest ten;
        the table of all pairs is never held in memory.
    background
        The source of idf, as in :func:`kpu_corpus.keywords`; None for the essays themselves.
    lexicon
        The lexicon of the themes, as in :func:`kpu_corpus.themes`.

    Returns
    -------
    DataFrame
        essay_a, essay_b (or ``unit_a`` …), cosine of TF-IDF over roots (0 to 1), shared_terms
        (the five that contribute most to it), shared (number of common roots), jaccard of all their
        phrases of two and three words (0 to 1; high for copies, low for a common subject), and
        jensen_shannon divergence of their themes (0, identical, to 1; NaN if one has no theme).
        Most similar first.

    Raises
    ------
    InvalidArgument
        A value is out of range.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Integritas pemilu.", "b": "Pemilu kita.", "c": "Hujan turun."})
    >>> table = kc.similarity(corpus)
    >>> table.loc[0, ["essay_a", "essay_b", "shared_terms"]].tolist()
    ['a', 'b', 'pemilu']
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    top = None if top is None else whole("top", top)
    group(tokens.corpus, by, whole=False, tell=False)  # refuses None before the work
    without, loaded = excluded(tokens, exclude), load_lexicon(lexicon)
    words = term_matrix(tokens, by=by, ngrams=(1, 1), background=background)
    by = words.groups.by
    rows, count = unit_rows(words, without), len(words.groups.labels)
    nearest = top if top is not None else NEAREST if count > ALL_PAIRS else count
    pairs = _Pairs.none()
    if count > 1 and words.terms:
        pairs = _pairs(rows, min(nearest, count - 1), ranks(words.groups.labels))
    measured = {
        **_shared(words, rows, pairs),
        "jaccard": _jaccard(tokens, words.groups, without, pairs),
        "jensen_shannon": _themes(tokens, words.groups, loaded, pairs),
    }
    columns: dict[str, Any] = {
        f"{by}_a": words.groups.taken(pairs.a),
        f"{by}_b": words.groups.taken(pairs.b),
        "cosine": pairs.cosine,
        **measured,
    }
    settings = {"by": by, "exclude": sorted(without), "top": top, "lexicon": told_of(loaded)}
    settings["background"] = told(background)
    made = extend(tokens.manifest, "similarity", **settings)
    key = words.groups.keyed({"essay": "str"})[by]
    named: dict[str, Any] = {f"{by}_a": key, f"{by}_b": key, **SIMILARITY}
    named = {name: kind for name, kind in named.items() if by == "essay" or name not in ESSAYS}
    return frame(named, columns, made)


class _Pairs(NamedTuple):
    """Pairs of rows, a before b, with their cosines."""

    a: Longs
    b: Longs
    cosine: Floats

    @classmethod
    def none(cls) -> _Pairs:
        return cls(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def unit_rows(words: TermMatrix, without: frozenset[str]) -> Any:
    """Return TF-IDF rows of length 1, without some terms."""
    from scipy.sparse import diags_array
    from sklearn.preprocessing import normalize

    if not words.terms:  # scikit-learn refuses a corpus without a single term
        return words.weights()
    keep = np.array([term not in without for term in words.terms], dtype=np.float64)
    return normalize(words.weights() @ diags_array(keep)).tocsr()


def _pairs(rows: Any, top: int, names: Longs) -> _Pairs:
    """Return the ``top`` nearest of each row as pairs a < b, the most alike first.

    Of rows that are as near, the first by name (``names`` are their ranks), whatever their order.
    """
    count = rows.shape[0]
    across = rows.T.tocsr()
    near, far, cosines = [], [], []
    for start in progress(range(0, count, BLOCK), "similarity"):
        block = (rows[start : start + BLOCK] @ across).toarray().clip(0.0, 1.0)
        here = np.arange(len(block))
        block[here, start + here] = -1.0
        least = np.partition(block, count - top, axis=1)[:, count - top]
        row, other = np.nonzero(block >= least[:, None] - TIE)
        order = np.lexsort((names[other], -block[row, other].round(12), row))
        row, other = row[order], other[order]
        first = ranges(0, np.bincount(row)) < top
        near.append(start + row[first])
        far.append(other[first])
        cosines.append(block[row[first], other[first]])
    a, b, cosine = np.concatenate(near), np.concatenate(far), np.concatenate(cosines)
    a, b = np.minimum(a, b), np.maximum(a, b)
    _, once = np.unique(a * count + b, return_index=True)  # in the order of a and b
    ranked = once[np.argsort(-cosine[once].round(12), kind="stable")]
    return _Pairs(a[ranked], b[ranked], cosine[ranked].round(12))


def _shared(words: TermMatrix, rows: Any, pairs: _Pairs) -> dict[str, list[Any]]:
    """Return the terms that add most to each cosine, and how many both have."""
    alphabet = ranks(words.terms)
    named: list[str] = []
    counts: list[int] = []
    for start in progress(range(0, len(pairs.a), AT_ONCE), "similarity"):
        part = slice(start, start + AT_ONCE)
        both = rows[pairs.a[part]].multiply(rows[pairs.b[part]]).tocsr()
        sizes = np.diff(both.indptr)
        row = np.repeat(np.arange(len(sizes)), sizes)
        order = np.lexsort((alphabet[both.indices], -both.data.round(12), row))
        best = order[ranges(0, sizes) < SHOWN]
        shown = [words.display[column] for column in both.indices[best].tolist()]
        stops = np.concatenate(([0], np.cumsum(np.minimum(sizes, SHOWN)))).tolist()
        named += [", ".join(shown[first:last]) for first, last in pairwise(stops)]
        counts += sizes.tolist()
    return {"shared_terms": named, "shared": counts}


def _jaccard(tokens: Tokens, groups: Groups, without: frozenset[str], pairs: _Pairs) -> Any:
    """Return shared phrases over all phrases of each pair (Jaccard 1912); 0 without phrases.

    Phrases that occur once count: most of those that two essays do not share are such.
    """
    phrases = occurrences(tokens, ngrams=(2, LONGEST_TERM))
    # the last one stands for no root
    words = [(root, *root.split(" ")) for root in phrases.names.roots]
    left_out = np.array([not without.isdisjoint(own) for own in words] + [False])
    dropped = np.asarray(left_out[phrases.names.table].any(axis=1), dtype=bool)
    kept = phrases.only(np.flatnonzero(~dropped))
    row = groups.row[tokens.units.essay]
    sets = by_row(kept, tokens.unit, row, len(groups.labels))
    sets.data[:] = 1
    sizes = np.diff(sets.indptr)
    parts = [slice(at, at + AT_ONCE) for at in range(0, len(pairs.a), AT_ONCE)]
    both = [
        np.asarray(sets[pairs.a[part]].multiply(sets[pairs.b[part]]).sum(axis=1)).ravel()
        for part in progress(parts, "similarity")
    ]
    shared = np.concatenate(both) if both else np.zeros(0)
    return shared / np.maximum(sizes[pairs.a] + sizes[pairs.b] - shared, 1)


def _themes(tokens: Tokens, groups: Groups, lexicon: Lexicon, pairs: _Pairs) -> Any:
    """Return the divergence of the themes' sentences of each pair."""
    found = asserting(tokens, lexicon)
    counts = adder(groups.row[tokens.units.essay], len(groups.labels)) @ found
    some = counts.sum(axis=1) > 0
    known = some[pairs.a] & some[pairs.b]
    apart = np.full(len(pairs.a), np.nan)
    if known.any():
        apart[known] = jensen_shannon(counts[pairs.a[known]], counts[pairs.b[known]])
    return apart
