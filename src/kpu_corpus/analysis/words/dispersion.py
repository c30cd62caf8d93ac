"""How evenly terms are spread over the essays, and where in each essay they occur."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.analysis.statistics import dispersion_dp
from kpu_corpus.analysis.words.query import Places, What, find, told_query
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import strings, whole
from kpu_corpus.ground.frames import frame, taken
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.counts import ngram_sizes
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.unit_counts import by_unit
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

DISPERSION = {
    "term": "str",
    "display": "str",
    "count": "int64",
    "essays": "int64",
    "dp": "float64",
    "dp_norm": "float64",
}
POSITIONS = {
    "term": "str",
    "essay": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "position": "float64",
}


def dispersion(
    tokens: Tokens | Corpus, *, top: int = 50, ngrams: tuple[int, int] = (1, 1)
) -> pd.DataFrame:
    """Measure how evenly the most frequent terms are distributed over the essays.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    top
        Number of terms, most frequent first.
    ngrams
        Shortest and longest term in words, from 1 to 3. Names and fixed phrases (Komisi Pemilihan
        Umum) remain one term even with ``(1, 1)``; only :func:`kpu_corpus.keywords` then splits
        them.

    Returns
    -------
    DataFrame
        term, display, count, essays with the term, dp (Gries 2008: 0 even, 1 in one small part) and
        dp_norm (Lijffijt & Gries 2012). Most frequent first.

    Raises
    ------
    InvalidArgument
        A number is out of range.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Pemilu jujur.", "b": "Pemilu adil."})
    >>> kc.dispersion(corpus)[["term", "count", "dp_norm"]].values.tolist()[0]
    ['pemilu', 2, 0.0]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    top, ngrams = whole("top", top), ngram_sizes(ngrams)
    found = occurrences(tokens, ngrams=ngrams)
    count = np.bincount(found.column, minlength=len(found.terms))
    rows = sorted(range(len(count)), key=lambda row: (-count[row], found.terms[row]))[:top]
    table = by_unit(found, tokens.essay, len(tokens.corpus))[:, rows].T.toarray(order="C")
    sizes = np.bincount(tokens.essay[body_words(tokens)], minlength=len(tokens.corpus))
    dp, norm = dispersion_dp(table, sizes) if rows else (np.zeros(0), np.zeros(0))
    columns: dict[str, Any] = {
        "term": [found.terms[row] for row in rows],
        "display": display(tokens, found, rows),
        "count": count[rows],
        "essays": (table > 0).sum(axis=1),
        "dp": dp,
        "dp_norm": norm,
    }
    made = extend(tokens.manifest, "dispersion", top=top, ngrams=list(ngrams))
    return frame(DISPERSION, columns, made)


def positions(
    tokens: Tokens | Corpus,
    queries: str | Iterable[str],
    *,
    what: What | str = "root",
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return where words, phrases or themes occur in each essay, for a dispersion plot.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    queries, what, lexicon
        As in :func:`concordance`, one or several.

    Returns
    -------
    DataFrame
        term (the query, of a theme its key), essay, sentence, start, end (code points), position (0
        the first word of the body, 1 the last). In the order of the queries and the text; a query
        that does not occur has no row (with the warning of :func:`concordance`).

    Raises
    ------
    InvalidArgument
        As :func:`concordance`.
    InvalidLexicon
        As :func:`concordance`.
    SourceNotFound
        As :func:`concordance`.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> kc.positions(kc.load({"a": "Pemilu itu milik kita"}), "kita")["position"].tolist()
    [1.0]
    """
    tokens = as_tokens(tokens)
    found: dict[str, Places] = {}
    of: dict[str, Any] = {}
    if not (asked := strings("queries", queries)):
        raise InvalidArgument("none_named", name="queries")
    for query in dict.fromkeys(asked):
        places = find(tokens, query, what=what, lexicon=lexicon)
        term, of = told_query(query, what, lexicon)
        found[term] = places
    first, last = np.array([*chain(*found.values())], dtype=np.int64).reshape(-1, 2).T
    essay = tokens.essay[first]
    body = tokens.units.body[tokens.unit]
    words = np.bincount(tokens.essay[body], minlength=len(tokens.corpus))
    before = np.cumsum(body)[first] - 1 - (np.cumsum(words) - words)[essay]  # in the essay
    columns: dict[str, Any] = {
        "term": taken([*found], np.repeat(np.arange(len(found)), [*map(len, found.values())])),
        "essay": taken(tokens.corpus.ids, essay),
        "sentence": tokens.units.number[tokens.unit[first]],
        "start": tokens.words.start[first],
        "end": tokens.words.ends(last),
        "position": before / np.maximum(words[essay] - 1, 1),
    }
    made = extend(tokens.manifest, "positions", queries=[*found], what=what, **of)
    return frame(POSITIONS, columns, made)
