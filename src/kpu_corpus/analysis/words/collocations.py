"""Pairs of words that occur together more often than by chance."""

from __future__ import annotations

from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.analysis.statistics import g2_bigram, pmi
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import real, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

COLLOCATIONS = {
    "term": "str",
    "display": "str",
    "count": "int64",
    "expected": "float64",
    "g2": "float64",
    "pmi": "float64",
}
MIN_COUNT = 3
THRESHOLD = 10.83  # G² that independent words exceed once in a thousand pairs


def collocations(
    tokens: Tokens | Corpus, *, min_count: int = MIN_COUNT, threshold: float = THRESHOLD
) -> pd.DataFrame:
    """List pairs of adjacent content words that attract each other.

    Words are compared as roots; a pair lies within one unit with no punctuation in between. The
    measures are the log-likelihood ratio G² (Dunning 1993) and pointwise mutual information in bits
    (Church & Hanks 1990), from the counts of the pair, its two roots (those of
    :func:`kpu_corpus.dispersion`: *secara*, a stop word, is not counted with *cara*) and all words
    of the body, stop words as well. Second halves of definitions, as in ASN (*Aparatur Sipil
    Negara*), are not counted. PMI is high for rare pairs: read it together with G².

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    min_count
        Minimum count of a pair; pairs that occur once are never listed.
    threshold
        Minimum G²; 10.83 is exceeded by chance once in a thousand pairs.

    Returns
    -------
    DataFrame
        term (two roots), display (the most frequent surface), count, expected (the count if the
        words were independent), g2, pmi; highest g2 first, then by term. The table can be passed to
        ``preprocess(corpus, phrases=…)``.

    Raises
    ------
    InvalidArgument
        ``min_count`` is below 1, or ``threshold`` is not a number of at least 0.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Jujur adil itu penting. Kami jujur adil. Mereka jujur adil. Kantor kami ramai."
    >>> kc.collocations(kc.load({"a": text}))[["term", "count"]].values.tolist()
    [['jujur adil', 3]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    min_count = whole("min_count", min_count)
    threshold = float(real("threshold", threshold, "not_negative"))
    matrix = term_matrix(tokens, by=None, ngrams=(1, 2), background=None)
    count = np.asarray(matrix.counts.sum(axis=0)).ravel()
    pairs = np.flatnonzero((matrix.length == 2) & (count >= min_count))
    both, (first, last) = count[pairs], count[matrix.parts[pairs, :2]].T
    # of one word alone, repeated, there are fewer words than those in front and behind together
    total = np.maximum((body_words(tokens) & ~tokens.repeat).sum(), first + last - both)
    expected, g2 = first * last / total, g2_bigram(both, first, last, total)
    kept = np.flatnonzero((both > expected) & (g2 >= threshold))
    # rounded, so that pairs of the same counts tie whatever the order of the sums
    order = kept[np.lexsort((ranks(matrix.terms)[pairs[kept]], -g2[kept].round(9)))]
    columns: dict[str, Any] = {
        "term": [matrix.terms[at] for at in pairs[order].tolist()],
        "display": [matrix.display[at] for at in pairs[order].tolist()],
        "count": both[order],
        "expected": expected[order],
        "g2": g2[order],
        "pmi": pmi(both, first, last, total)[order],
    }
    made = extend(tokens.manifest, "collocations", min_count=min_count, threshold=threshold)
    return frame(COLLOCATIONS, columns, made)
