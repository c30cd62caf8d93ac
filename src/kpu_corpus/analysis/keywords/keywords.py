"""The terms that characterise an essay or group, with their dispersion and stability."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.keywords.ranking import Ranked, listed, ranked
from kpu_corpus.analysis.keywords.stability import stability
from kpu_corpus.analysis.keywords.weighting import (
    Weighting,
    by_name,
    dispersion,
    of_single_essays,
    scores,
)
from kpu_corpus.analysis.row_lists import distinct
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import flag
from kpu_corpus.ground.checks import whole as whole_number
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.frames import frame, taken
from kpu_corpus.ground.provenance import extend, told
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.counts import LONGEST_TERM, TermCounts, ngram_sizes
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.matrix import TermMatrix, term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.single_words import single_words

KEYWORDS = {
    "essay": "str",
    "rank": "int64",
    "term": "str",
    "display": "str",
    "score": "float64",
    "count": "int64",
    "df": "int64",
    "dispersion": "float64",
    "stability": "float64",
}


@uncollected
def keywords(
    tokens: Tokens | Corpus,
    *,
    top: int = 10,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    weighting: Weighting = "salience",
    background: str | Background | Reference | None = "formal",
    titles: bool = False,
    resamples: int = 0,
    seed: int = 0,
) -> pd.DataFrame:
    """Rank the terms of every essay or group.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    top
        Number of terms per essay or group.
    by
        ``"essay"``, another column of ``corpus.essays``, or None for the whole corpus.
    ngrams
        Shortest and longest term in words, from 1 to 3. With ``(1, 1)``, names and fixed phrases
        are split into single words; otherwise they are one term.
    weighting
        - ``"salience"``: idf × (1 - dispersion) × the sum of 10 / (10 + n) over the units with the
          term, with n preceding units in the essay: a TF-IDF whose tf counts sentences, the opening
          ones most, and discounts terms that the essays of a group do not share;
        - ``"tfidf"``: count × idf; ``"count"``;
        - ``"g2"``: log-likelihood against the background, or against the other essays with
          ``background=None``; negative if the term is rarer than there (0 for a phrase that the
          background does not list);
        - ``"log_odds"``: z of the log-odds ratio with a Dirichlet prior, against the same;
        - a function from a TermMatrix to a matrix of scores with the shape of its ``counts`` (CSR,
          groups × ``terms``); it also has ``idf`` and ``df`` by term and ``words`` by group:
          ``lambda matrix: matrix.counts.sqrt().multiply(matrix.idf)``.
    background
        The source of idf: ``"formal"`` (Indonesian laws and regulations), your own
        (:func:`kpu_corpus.background`), or None for the essays themselves, which needs more than a
        handful of them.
    titles
        Whether the words of titles count.
    resamples
        Number of bootstrap resamples of the sentences for ``stability``; 0 for none.
    seed
        Seed of the resamples; the same seed gives the same table.

    Returns
    -------
    DataFrame
        essay (or ``by``), rank from 1, term (roots), display (the most frequent surface in this
        corpus), score, count in the essay or group, df (essays of the corpus with the term),
        dispersion (Gries's DP over the essays of the group, from 0, even, to 1; 0 for one essay),
        stability (share of resamples with the term in the top; NaN without resamples).

    Raises
    ------
    InvalidArgument
        An argument is out of range.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Penyelenggaraan pemilu itu penting. Kami menyelenggarakan pemilu dengan baik."
    >>> kc.keywords(kc.load({"a": text}), top=1)[["term", "display", "count"]].values.tolist()
    [['selenggara pemilu', 'menyelenggarakan pemilu', 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    return keywords_of(
        tokens,
        top=top,
        by=by,
        ngrams=ngrams,
        weighting=weighting,
        background=background,
        titles=titles,
        resamples=resamples,
        seed=seed,
    )


def keywords_of(
    tokens: Tokens,
    whole: TermCounts | None = None,
    *,
    top: int = 10,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    weighting: Weighting = "salience",
    background: str | Background | Reference | None = "formal",
    titles: bool = False,
    resamples: int = 0,
    seed: int = 0,
) -> pd.DataFrame:
    """Return :func:`keywords` of the essays of a batch, those that they have in the whole corpus.

    ``whole`` are the terms that were counted in all batches, those of :func:`countable_units` with
    the same ``ngrams`` and ``titles``; None where the tokens are the whole. Only ``display`` is the
    most frequent surface of the batch.
    """
    top, resamples = whole_number("top", top), whole_number("resamples", resamples, least=0)
    seed, ngrams = whole_number("seed", seed, least=0), ngram_sizes(ngrams)
    titles = flag("titles", titles)
    counted = countable_units(tokens, ngrams)
    matrix = term_matrix(
        counted, by=by, ngrams=ngrams, background=background, titles=titles, whole=whole
    )
    keyed = matrix.groups.keyed(KEYWORDS)
    if by_name(weighting) == "salience" and not resamples:
        best = listed(matrix, top)
    else:
        best = ranked(matrix, scores(matrix, weighting), None if resamples else top)
    columns = columns_of(matrix, best, top)
    if resamples:
        ends = np.searchsorted(best.row, range(len(matrix.groups.labels) + 1)).tolist()
        lists: list[list[int]] = [best.column[low:high].tolist() for low, high in pairwise(ends)]
        steady = stability(matrix, weighting, lists, top=top, resamples=resamples, seed=seed)
        columns["stability"] = np.concatenate([np.zeros(0), *steady])
    settings = {"top": top, "by": matrix.groups.told, "ngrams": list(ngrams), "titles": titles}
    settings |= {"weighting": told(weighting), "background": told(background)}
    settings |= {"resamples": resamples} | ({"seed": seed} if resamples else {})
    made = extend(tokens.manifest, "keywords", **settings)
    return frame(keyed, columns, made)


def countable_units(tokens: Tokens, ngrams: tuple[int, int]) -> Tokens:
    """Return the tokens whose terms are counted: single words where no phrases are asked for."""
    return single_words(tokens) if ngrams == (1, 1) else tokens


def columns_of(matrix: TermMatrix, best: Ranked, top: int) -> dict[str, Any]:
    """Return the columns of :func:`keywords`; ``stability`` is not known yet."""
    within = best.rank <= top
    row, rank, column = best.row[within], best.rank[within], best.column[within]
    terms, place = distinct(column, len(matrix.length))
    even: Any = np.ones(len(row))
    if len(row) and not of_single_essays(matrix):
        even = dispersion(matrix)[row, column]
    return {
        matrix.groups.by: matrix.groups.taken(row),
        "rank": rank,
        "term": taken(matrix.vocabulary.names.of(terms), place),
        "display": taken(display(matrix.tokens, matrix.vocabulary, terms.tolist()), place),
        "score": best.score[within],
        "count": best.counts[within],
        "df": matrix.df[column],
        "dispersion": 1.0 - np.asarray(even).ravel(),
        "stability": np.full(len(row), np.nan),
    }
