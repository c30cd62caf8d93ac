"""Pairs of words that stand together more often than chance would have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.evidence import as_tokens
from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.statistics import g2_bigram, pmi
from kpu_corpus.checks import real, whole
from kpu_corpus.corpus import Corpus
from kpu_corpus.frames import frame
from kpu_corpus.provenance import extend
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.tokens import Tokens

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
MINIMUM = 3
THRESHOLD = 10.83  # G² that independent words exceed once in a thousand pairs


def collocations(
    tokens: Tokens | Corpus, *, minimum: int = MINIMUM, threshold: float = THRESHOLD
) -> pd.DataFrame:
    """List pairs of neighbouring content words that attract each other.

    Words are compared as roots; a pair stands inside one unit with no punctuation between. The
    measures are the log-likelihood ratio G² (Dunning 1993) and pointwise mutual information in
    bits (Church & Hanks 1990), from the counts of the pair, its two roots and all words of the
    body but second halves of definitions, ASN (*Aparatur Sipil Negara*), which no count has. PMI
    is high for rare pairs: read it beside G².

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    minimum
        Pairs that occur less often are left out, those that occur once always.
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
        ``minimum`` is below 1 or ``threshold`` no number from 0.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Jujur adil itu penting. Kami jujur adil. Mereka jujur adil. Kantor kami ramai."
    >>> kc.collocations(kc.load({"a": text}))[["term", "count"]].values.tolist()
    [['jujur adil', 3]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    minimum = whole("minimum", minimum)
    threshold = float(real("threshold", threshold, "not_negative"))
    matrix = term_matrix(tokens, by=None, ngrams=(1, 2), background=None)
    often = np.asarray(matrix.counts.sum(axis=0)).ravel()
    pairs = np.flatnonzero((matrix.length == 2) & (often >= minimum))
    words, (first, last) = _words(tokens), matrix.parts[pairs, :2].T
    total = sum(words.values())
    both, x, y = often[pairs], *(_counts(words, matrix.terms, part) for part in (first, last))
    expected, g2 = x * y / max(total, 1), g2_bigram(both, x, y, total)
    kept = np.flatnonzero((g2 >= threshold) & (both > expected))
    kept = kept[np.lexsort(([matrix.terms[pairs[row]] for row in kept], -g2[kept]))]
    columns: dict[str, Any] = {
        "term": [matrix.terms[pairs[row]] for row in kept],
        "display": display(tokens, matrix.vocabulary, pairs[kept].tolist()),
        "count": both[kept],
        "expected": expected[kept],
        "g2": g2[kept],
        "pmi": pmi(both, x, y, total)[kept],
    }
    made = extend(tokens.manifest, "collocations", minimum=minimum, threshold=threshold)
    return frame(COLLOCATIONS, columns, made)


def _words(tokens: Tokens) -> Counter[str]:
    """Count the roots of the words of the body, stop words as well, as pairs are counted: once."""
    number, roots = tokens.types.numbered
    mask = tokens.types.term[tokens.type] & tokens.units.body[tokens.unit] & ~tokens.repeat
    counts = np.bincount(number[tokens.type[mask]], minlength=len(roots))
    return Counter({root: int(count) for root, count in zip(roots, counts, strict=True) if count})


def _counts(words: Counter[str], terms: Sequence[str], columns: Any) -> Any:
    return np.array([words[terms[column]] for column in columns], dtype=np.int64)
