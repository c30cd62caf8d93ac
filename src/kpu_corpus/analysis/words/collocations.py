"""Pairs of words that stand together more often than chance would have it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.analysis.statistics import g2_bigram, pmi
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.checks import real, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

if TYPE_CHECKING:
    import pandas as pd

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
    """List pairs of neighbouring content words that attract each other.

    Words are compared as roots; a pair stands inside one unit with no punctuation between. The
    measures are the log-likelihood ratio G² (Dunning 1993) and pointwise mutual information in
    bits (Church & Hanks 1990), from the counts of the pair, its two roots and all
    words of the body but second halves of definitions, ASN (*Aparatur Sipil Negara*), which no
    count has. PMI is high for rare pairs: read it beside G².

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    min_count
        Pairs that occur less often are left out.
    threshold
        The least G²; 10.83 is exceeded by chance once in a thousand pairs.

    Returns
    -------
    DataFrame
        term (two roots), display (the most frequent surface), count, expected (the count if the
        words were independent), g2, pmi; highest g2 first, then by term. The table can be given
        to ``preprocess(corpus, phrases=…)``.

    Raises
    ------
    InvalidArgument
        ``min_count`` is below 1 or ``threshold`` no number from 0.

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
    words = _words(tokens)
    of_root = np.array([words[term] for term in matrix.terms], dtype=np.int64)
    one, other = of_root[matrix.parts[pairs, :2]].T
    expected = one * other / max(words.total(), 1)
    pairs, one, other, expected = (
        x[count[pairs] > expected] for x in (pairs, one, other, expected)
    )
    # the rarer word first, so that pairs of the same counts tie to the last digit
    cells = count[pairs], np.minimum(one, other), np.maximum(one, other), words.total()
    g2 = g2_bigram(*cells) if len(pairs) else np.zeros(0)
    order = sorted(
        np.flatnonzero(g2 >= threshold).tolist(),
        key=lambda row: (-g2[row], matrix.terms[pairs[row]]),
    )
    columns: dict[str, Any] = {
        "term": [matrix.terms[pairs[row]] for row in order],
        "display": display(tokens, matrix.vocabulary, pairs[order].tolist()),
        "count": count[pairs[order]],
        "expected": expected[order],
        "g2": g2[order],
        "pmi": pmi(*cells)[order] if len(pairs) else [],
    }
    made = extend(tokens.manifest, "collocations", min_count=min_count, threshold=threshold)
    return frame(COLLOCATIONS, columns, made)


def _words(tokens: Tokens) -> Counter[str]:
    """Count the roots of the words of the body, stop words as well, as pairs are counted: once."""
    number, roots = tokens.types.numbered
    mask = body_words(tokens) & ~tokens.repeat
    counts = np.bincount(number[tokens.type[mask]], minlength=len(roots))
    return Counter({root: int(count) for root, count in zip(roots, counts, strict=True) if count})
