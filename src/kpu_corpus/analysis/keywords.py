"""The terms that mark an essay or group, by TF-IDF, without a phrase and its parts together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.evidence import as_tokens
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.frames import frame, with_key
from kpu_corpus.provenance import extend
from kpu_corpus.terms import LONGEST, MIN_PHRASE, TermMatrix, term_matrix
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

KEYWORDS = {
    "essay": "str",
    "rank": "int64",
    "term": "str",
    "display": "str",
    "score": "float64",
    "count": "int64",
    "df": "int64",
    "stability": "float64",
}
WEIGHTINGS = ("tfidf", "count")
COVERS = 0.5  # a phrase that makes at least half of a word's occurrences stands for the word

Weighting = str | Callable[[TermMatrix], Any]
Floats = npt.NDArray[np.float64]


def keywords(
    tokens: Tokens | Corpus,
    *,
    top: int = 10,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST),
    weighting: Weighting = "tfidf",
    background: str | None = "formal",
    titles: bool = False,
) -> pd.DataFrame:
    """Rank the terms of every essay or group.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    top
        How many terms of each essay or group.
    by
        ``"essay"``, another column of ``corpus.essays``, or None for the whole corpus.
    ngrams
        Shortest and longest term in words, from 1 to 3.
    weighting
        ``"tfidf"`` (count × idf), ``"count"``, or a function from a TermMatrix to a CSR matrix
        of scores.
    background
        Where idf comes from: ``"formal"`` (Indonesian laws and regulations) or None for the
        essays themselves, which needs more than a handful of them to mean anything.
    titles
        Whether the words of titles count.

    Returns
    -------
    DataFrame
        essay (or ``by``), rank from 1, term (roots), display (the most frequent surface in this
        corpus), score, count in the essay or group, df (essays of the corpus with the term),
        stability (NaN: not asked for).

    Raises
    ------
    InvalidArgument
        An argument is out of its range.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Penyelenggaraan pemilu itu penting. Kami menyelenggarakan pemilu dengan baik."
    >>> kc.keywords(kc.load({"a": text}), top=1)[["term", "display", "count"]].values.tolist()
    [['selenggara pemilu', 'menyelenggarakan pemilu', 2]]
    """
    tokens = as_tokens(tokens)
    if not isinstance(top, int) or isinstance(top, bool) or top < 1:
        raise InvalidArgument("at_least_one", name="top", got=repr(top))
    matrix = term_matrix(tokens, by=by, ngrams=ngrams, background=background, titles=titles)
    scores = _scores(matrix, weighting)
    rows = [
        (label, rank, column, score, count)
        for index, label in enumerate(matrix.groups.labels)
        for rank, (column, score, count) in enumerate(_best(matrix, scores, index, top), start=1)
    ]
    key = matrix.groups.by
    columns: dict[str, Any] = {
        key: [row[0] for row in rows],
        "rank": [row[1] for row in rows],
        "term": [matrix.terms[row[2]] for row in rows],
        "display": [matrix.display[row[2]] for row in rows],
        "score": [row[3] for row in rows],
        "count": [row[4] for row in rows],
        "df": [matrix.df[row[2]] for row in rows],
        "stability": [float("nan")] * len(rows),
    }
    named = weighting if isinstance(weighting, str) else getattr(weighting, "__qualname__", "own")
    settings = {"top": top, "by": by, "ngrams": list(ngrams), "titles": titles}
    made = extend(tokens.manifest, "keywords", weighting=named, background=background, **settings)
    return frame(with_key(KEYWORDS, key), columns, made)


def _scores(matrix: TermMatrix, weighting: Weighting) -> Any:
    if callable(weighting):
        return weighting(matrix).tocsr()
    if weighting not in WEIGHTINGS:
        raise one_of("weighting", weighting, WEIGHTINGS)
    return matrix.weights() if weighting == "tfidf" else matrix.counts.astype(np.float64)


def _best(matrix: TermMatrix, scores: Any, row: int, top: int) -> list[tuple[int, float, int]]:
    """Return (column, score, count) of the best terms of a row, ties in the order of the terms."""
    part = scores[row]
    counts = dict(zip(matrix.counts[row].indices.tolist(), matrix.counts[row].data, strict=True))
    order = sorted(
        zip(part.indices.tolist(), part.data.tolist(), strict=True),
        key=lambda item: (-item[1], matrix.terms[item[0]]),
    )
    chosen: list[tuple[int, float, int]] = []
    for column, score in _without_parts(matrix, order, counts):
        chosen.append((column, score, int(counts[column])))
        if len(chosen) == top:
            break
    return chosen


def _without_parts(
    matrix: TermMatrix, order: list[tuple[int, float]], counts: dict[int, int]
) -> list[tuple[int, float]]:
    """Drop a word that mostly stands in one phrase, and every phrase that does not explain it."""
    covering: dict[int, int] = {}
    phrases = [column for column, _ in order if matrix.length[column] > 1]
    for column in sorted(phrases, key=lambda c: (-counts[c], -int(matrix.length[c]))):
        parts = matrix.parts[column]
        explains = all(counts[column] >= COVERS * counts.get(part, 0) for part in parts)
        if counts[column] >= MIN_PHRASE and explains and not covering.keys() & set(parts):
            covering.update(dict.fromkeys(parts, column))
    standing = set(covering.values())
    return [
        (column, score)
        for column, score in order
        if (column in standing if matrix.length[column] > 1 else column not in covering)
    ]
