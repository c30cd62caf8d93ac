"""Pairs of words that occur together more often than by chance."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.running_words import body_words
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
    measures are NLTK's: the log-likelihood ratio G² (Dunning 1993) and pointwise mutual information
    in bits (Church & Hanks 1990), from the counts of the pair, its two roots (those of
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
    counts, shown, words = _counted(tokens)
    rows = _scored(counts, words, min_count)
    # rounded, so that pairs of the same counts tie whatever the order of NLTK's sums
    kept = sorted(
        (row for row in rows if row[3] >= threshold), key=lambda row: (-round(row[3], 9), row[0])
    )
    columns: dict[str, Any] = {
        "term": [" ".join(row[0]) for row in kept],
        "display": [shown[row[0]] for row in kept],
        "count": [row[1] for row in kept],
        "expected": [row[2] for row in kept],
        "g2": [row[3] for row in kept],
        "pmi": [row[4] for row in kept],
    }
    made = extend(tokens.manifest, "collocations", min_count=min_count, threshold=threshold)
    return frame(COLLOCATIONS, columns, made)


Pair = tuple[str, str]
OTHERS = ""  # no root: the words that are in no pair


def _counted(tokens: Tokens) -> tuple[dict[Pair, int], dict[Pair, str], Counter[str]]:
    """Return the count and the display form of every pair of content words, and all words.

    A stop word of the same root, such as *secara* beside *cara*, is one of the others.
    """
    matrix = term_matrix(tokens, by=None, ngrams=(1, 2), background=None)
    total = np.asarray(matrix.counts.sum(axis=0)).ravel()
    columns = np.flatnonzero(matrix.length == 2)
    roots = matrix.parts[columns, :2].tolist()
    pairs = [(matrix.terms[first], matrix.terms[last]) for first, last in roots]
    shown = [matrix.display[column] for column in columns.tolist()]
    single = np.flatnonzero(matrix.length == 1).tolist()
    words = Counter({matrix.terms[column]: int(total[column]) for column in single})
    words[OTHERS] = int((body_words(tokens) & ~tokens.repeat).sum()) - words.total()
    counts = dict(zip(pairs, total[columns].tolist(), strict=True))
    return counts, dict(zip(pairs, shown, strict=True)), words


def _scored(
    counts: dict[Pair, int], words: Counter[str], min_count: int
) -> list[tuple[Pair, int, float, float, float]]:
    from nltk.collocations import BigramCollocationFinder
    from nltk.metrics import BigramAssocMeasures
    from nltk.probability import FreqDist

    finder: Any = BigramCollocationFinder(FreqDist(words), FreqDist(counts))
    finder.apply_freq_filter(min_count)
    measures = BigramAssocMeasures()
    g2 = dict(finder.score_ngrams(measures.likelihood_ratio))
    pmi = dict(finder.score_ngrams(measures.pmi))
    total = sum(words.values())
    expected = {pair: words[pair[0]] * words[pair[1]] / total for pair in g2}
    return [
        (pair, counts[pair], expected[pair], float(g2[pair]), float(pmi[pair]))
        for pair in g2
        if counts[pair] > expected[pair]
    ]
