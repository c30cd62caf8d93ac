"""The company words keep: collocates of a term, and the network of words within sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.analysis.statistics import g2_bigram, log_likelihood, log_ratio, pmi
from kpu_corpus.analysis.words.query import What, find, told_query
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.counts import ngram_sizes
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.unit_counts import by_unit
from kpu_corpus.terms.vocabulary import Vocabulary, occurrences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

COLLOCATES = {
    "term": "str",
    "display": "str",
    "count": "int64",
    "left": "int64",
    "right": "int64",
    "total": "int64",
    "expected": "float64",
    "g2": "float64",
    "log_ratio": "float64",
}
NETWORK = {
    "term_a": "str",
    "term_b": "str",
    "display_a": "str",
    "display_b": "str",
    "sentences": "int64",
    "expected": "float64",
    "g2": "float64",
    "pmi": "float64",
}


def collocates(
    tokens: Tokens | Corpus,
    term: str,
    *,
    what: What | str = "root",
    window: int = 5,
    min_count: int = 2,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rank the content words near a term.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    term, what, lexicon
        A word, phrase or theme as in :func:`concordance`.
    window
        Number of words on either side, within the sentence.
    min_count
        Minimum count of a collocate in the windows.

    Returns
    -------
    DataFrame
        term (root), display, count (in the windows), left, right (before and after the term; both
        if between two occurrences), total (in the corpus), expected (count if words were
        distributed evenly), g2 (Dunning 1993) and log_ratio (Hardie 2014) of the windows against
        the rest of the corpus. Words more frequent than expected, largest g2 first; empty if the
        term does not occur (with the warning of :func:`concordance`). There is no p: words of one
        sentence are not independent draws.

    Raises
    ------
    InvalidArgument
        The term is not valid, as in :func:`concordance`, or a number is below 1.
    InvalidLexicon
        As :func:`concordance`.
    SourceNotFound
        As :func:`concordance`.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga integritas. Pegawai menjaga integritas. Hujan turun."})
    >>> kc.collocates(corpus, "integritas")[["term", "count", "left"]].values.tolist()
    [['jaga', 2, 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    window, min_count = whole("window", window), whole("min_count", min_count)
    places = find(tokens, term, what=what, lexicon=lexicon)
    columns = _near(tokens, *_windows(tokens, places, window), min_count)
    told, of = told_query(term, what, lexicon)
    settings = {"term": told, "what": what, "window": window, "min_count": min_count}
    made = extend(tokens.manifest, "collocates", **settings, **of)
    return frame(COLLOCATES, columns, made)


def network(
    tokens: Tokens | Corpus,
    *,
    top: int = 30,
    ngrams: tuple[int, int] = (1, 1),
    min_sentences: int = 2,
) -> pd.DataFrame:
    """List which of the most frequent terms occur together in sentences, as an edge list.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    top
        Number of terms, those in the most sentences first.
    ngrams
        Shortest and longest term in words, from 1 to 3. Names and fixed phrases (Komisi Pemilihan
        Umum) remain one term even with ``(1, 1)``.
    min_sentences
        Minimum number of sentences with both.

    Returns
    -------
    DataFrame
        term_a, term_b, display_a, display_b, sentences with both, expected (under independence), g2
        (Dunning 1993), pmi in bits (Church & Hanks 1990). Pairs that occur together more often than
        expected, largest g2 first.

    Raises
    ------
    InvalidArgument
        A number is out of range.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami jujur dan adil. Pegawai jujur dan adil. Hujan turun."})
    >>> kc.network(corpus)[["term_a", "term_b", "sentences"]].values.tolist()
    [['adil', 'jujur', 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    top, min_sentences = whole("top", top), whole("min_sentences", min_sentences)
    ngrams = ngram_sizes(ngrams)
    found = occurrences(tokens, ngrams=ngrams)
    together, chosen = _together(tokens, found, top)
    single, total = np.diag(together), int(tokens.units.body.sum())
    a, b = (part.astype(np.int64) for part in np.triu_indices(len(chosen), k=1))
    both = together[a, b]
    keep = (both >= min_sentences) & (both * total > single[a] * single[b])
    a, b, both = a[keep], b[keep], both[keep]
    g2 = g2_bigram(both, single[a], single[b], total)
    pairs = [(found.terms[chosen[x]], found.terms[chosen[y]]) for x, y in zip(a, b, strict=True)]
    order = sorted(range(len(pairs)), key=lambda row: (-g2[row], pairs[row]))
    a, b, both = a[order], b[order], both[order]
    columns: dict[str, Any] = {
        "term_a": [found.terms[chosen[row]] for row in a],
        "term_b": [found.terms[chosen[row]] for row in b],
        "display_a": display(tokens, found, [chosen[row] for row in a]),
        "display_b": display(tokens, found, [chosen[row] for row in b]),
        "sentences": both,
        "expected": single[a] * single[b] / total,
        "g2": g2[order],
        "pmi": pmi(both, single[a], single[b], total),
    }
    settings = {"top": top, "min_sentences": min_sentences, "ngrams": list(ngrams)}
    made = extend(tokens.manifest, "network", **settings)
    return frame(NETWORK, columns, made)


def _near(tokens: Tokens, before: Bools, after: Bools, min_count: int) -> dict[str, Any]:
    """Return as columns the words that are more frequent in the windows than in the rest."""
    found = occurrences(tokens, ngrams=(1, 1))
    width = len(found.terms)
    total = np.bincount(found.column, minlength=width)
    left, right, both = (
        np.bincount(found.column[near[found.first]], minlength=width)
        for near in (before, after, before | after)
    )
    words = body_words(tokens)
    inside = int((words & (before | after)).sum())
    outside = int(words.sum()) - inside
    expected = total * inside / max(inside + outside, 1)
    rows = np.flatnonzero((both >= min_count) & (both > expected))
    counts = (both[rows], (total - both)[rows], inside, max(outside, 1))
    g2, ratio = log_likelihood(*counts), log_ratio(*counts)[0]
    order = sorted(range(len(rows)), key=lambda row: (-g2[row], found.terms[rows[row]]))
    chosen = rows[order]
    return {
        "term": [found.terms[row] for row in chosen],
        "display": display(tokens, found, chosen.tolist()),
        "count": both[chosen],
        "left": left[chosen],
        "right": right[chosen],
        "total": total[chosen],
        "expected": expected[chosen],
        "g2": g2[order],
        "log_ratio": ratio[order],
    }


def _windows(tokens: Tokens, places: Sequence[tuple[int, int]], window: int) -> tuple[Any, Any]:
    """Mark the tokens before and after the places, inside their units and outside the places."""
    before, after = (np.zeros(len(tokens), dtype=bool) for _ in range(2))
    unit = tokens.unit
    for first, last in places:
        low = max(first - window, int(np.searchsorted(unit, unit[first])))
        high = min(last + window, int(np.searchsorted(unit, unit[last], side="right")) - 1)
        before[low:first] = True
        after[last + 1 : high + 1] = True
    for first, last in places:
        before[first : last + 1] = after[first : last + 1] = False
    return before, after


def _together(tokens: Tokens, found: Vocabulary, top: int) -> tuple[Any, list[int]]:
    """Return sentences with each pair of the chosen terms (on the diagonal: with the term)."""
    counts = by_unit(found, tokens.unit, len(tokens.units.kind))
    present: Any = (counts > 0).astype(np.int64)
    sentences = np.asarray(present.sum(axis=0)).ravel()
    ranked = sorted(range(len(found.terms)), key=lambda c: (-sentences[c], found.terms[c]))[:top]
    chosen = sorted(ranked, key=lambda c: found.terms[c])
    part = present[:, chosen]
    return (part.T @ part).toarray(), chosen
