"""The preprocessing of this package as a scikit-learn estimator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from inspect import signature
from itertools import pairwise
from typing import Any, ParamSpec

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from kpu_corpus.corpus.sources import Source
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning, among, nearest
from kpu_corpus.ground.checks import choice, whole
from kpu_corpus.ground.collecting import resting
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import is_blank
from kpu_corpus.ground.warned import warn
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.loading.building import built
from kpu_corpus.loading.remarks import garbled, markup
from kpu_corpus.terms.counts import count
from kpu_corpus.terms.matrix import TermMatrix, term_matrix
from kpu_corpus.terms.reference import smoothed_idf
from kpu_corpus.tokens.stream import checked, tokens_of
from kpu_corpus.tokens.survey import Scanned, scanned, settle, survey

WEIGHTINGS = ("tfidf", "count", "binary")
NORMS = ("l2", "l1")  # None leaves the rows as they are
SHOWN = 10  # headings that an error names
P = ParamSpec("P")
THEIRS = {"ngram_range": "ngrams", "stop_words": "stops"}  # parameters as scikit-learn calls them


def _of_known_names(init: Callable[P, None]) -> Callable[P, None]:
    """Let a constructor tell which parameter was meant by a name that it does not know."""
    _, *names = signature(init).parameters

    @wraps(init)
    def checked(*given: P.args, **settings: P.kwargs) -> None:
        for name in (name for name in settings if name not in names):
            hint = nearest(THEIRS.get(name, name), names)
            raise InvalidArgument("parameter", got=repr(name), valid=among(names), hint=hint)
        init(*given, **settings)

    return checked


class TermVectorizer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn Indonesian texts into a matrix of roots and phrases, for scikit-learn.

    Each text is one essay; texts are a list, an array, a Series or a DataFrame of one column.
    Parameters: ``roots``, ``spelling``, ``phrases`` and ``stops`` as in
    :func:`kpu_corpus.preprocess`, ``ngrams`` (scikit-learn's ``ngram_range``) as in
    :func:`kpu_corpus.keyness`; ``min_df`` is the minimum number of texts with a term (from 1), or
    as a float of at most 1.0 their share, ``max_df`` the maximum (1 is one text, 1.0 all of
    them); ``weighting`` (tfidf: count × idf of the fitted texts, smoothed; count; binary);
    ``norm`` of the rows (l2, l1 or None). After ``fit``: ``terms_`` (array of str),
    ``vocabulary_`` (term → column), ``idf_``, and ``settled_``, what depends on all fitted texts
    (short forms they define, names, misspellings): each row of ``transform`` depends only on that
    and its own text. ``transform`` returns a CSR matrix, texts × terms; with
    ``set_output(transform="pandas")`` a DataFrame with the index of the texts and the terms as
    column names (use ``add_prefix`` before joining your own columns; its columns are sparse, which
    neither Polars nor ``to_parquet`` supports: ``.sparse.to_dense()``). Raises InvalidArgument for
    texts that are not strings, a table of several columns, an unknown parameter or setting, a
    generator as a setting, and if no term is left to learn. ``fit`` warns of HTML and of broken
    characters, which are counted as words.

    >>> import kpu_corpus as kc
    >>> vectorizer = kc.TermVectorizer(weighting="count", norm=None)
    >>> matrix = vectorizer.fit_transform(["Kami melayani pemilih.", "Pelayanan itu penting."])
    >>> vectorizer.get_feature_names_out().tolist()
    ['layan', 'penting', 'pilih']
    >>> matrix.toarray().astype(int).tolist()
    [[1, 0, 1], [1, 1, 0]]
    >>> [terms.tolist() for terms in vectorizer.inverse_transform(matrix)]
    [['layan', 'pilih'], ['layan', 'penting']]
    """

    @_of_known_names
    def __init__(
        self,
        *,
        roots: Any = "ranked",
        spelling: bool = True,
        phrases: Any = None,
        stops: Iterable[str] = DEFAULT_TIERS,
        ngrams: tuple[int, int] = (1, 1),
        min_df: int | float = 1,
        max_df: int | float = 1.0,
        weighting: str = "tfidf",
        norm: str | None = "l2",
    ) -> None:
        self.roots = roots
        self.spelling = spelling
        self.phrases = phrases
        self.stops = stops
        self.ngrams = ngrams
        self.min_df = min_df
        self.max_df = max_df
        self.weighting = weighting
        self.norm = norm

    def fit(self, X: Iterable[str], y: Any = None) -> TermVectorizer:  # noqa: N803
        """Learn the terms and their idf from texts; ``y`` is ignored."""
        self._fitted(X)
        return self

    def fit_transform(self, X: Iterable[str], y: Any = None) -> Any:  # noqa: N803
        """Learn the terms and return the matrix of the same texts."""
        matrix, columns = self._fitted(X)
        return self._weighted(matrix.counts[:, columns], X)

    def transform(self, X: Iterable[str]) -> Any:  # noqa: N803
        """Return the matrix of texts over the learned terms; other terms are left out."""
        from scipy.sparse import csr_matrix

        check_is_fitted(self, "terms_")
        tokens = tokens_of(self._scanned(_checked(X)), self.settled_, over=True)
        # a phrase of the fitted texts counts where it stands once, too
        seen = count(tokens, longest=self.ngrams[1])
        matrix = term_matrix(tokens, ngrams=self.ngrams, whole=seen)
        place = self.vocabulary_
        cells = matrix.counts.tocoo()
        known = np.array([place.get(term, -1) for term in matrix.terms], dtype=np.int64)
        column = known[cells.col]
        inside = column >= 0
        shape = (matrix.counts.shape[0], len(self.terms_))
        found = (cells.data[inside], (cells.row[inside], column[inside]))
        return self._weighted(csr_matrix(found, shape=shape, dtype=np.int64), X)

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """Return the learned terms, in the order of the columns."""
        check_is_fitted(self, "terms_")
        return self.terms_

    @property
    def vocabulary_(self) -> dict[str, int]:
        """The learned terms, each with its column."""
        return {term: column for column, term in enumerate(self.terms_)}

    def inverse_transform(self, X: Any) -> list[Any]:  # noqa: N803
        """Return the terms of each row of a matrix that :meth:`transform` gave, as an array."""
        from scipy.sparse import csr_matrix

        check_is_fitted(self, "terms_")
        rows = csr_matrix(X, copy=True)
        rows.eliminate_zeros()
        if rows.shape[1] != len(self.terms_):
            raise InvalidArgument("terms_columns", got=rows.shape[1], terms=len(self.terms_))
        return [self.terms_[rows.indices[start:end]] for start, end in pairwise(rows.indptr)]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = True
        return tags

    def _fitted(self, texts: Iterable[str]) -> tuple[TermMatrix, Any]:
        listed = _checked(texts)
        batch = self._scanned(listed)
        for remark, found in (("markup_fitted", markup), ("garbled_fitted", garbled)):
            if any(map(found, listed)):  # naming none: here texts have no ids, and folds differ
                warn(KpuCorpusWarning(remark))
        for name, message in (("phrases", "phrase_list"), ("stops", "stops_type")):
            if isinstance(given := getattr(self, name), Iterator):  # empty when fitted again
                raise InvalidArgument(message, got=type(given).__name__)
        names = "roots", "spelling", "phrases", "stops"
        settings = checked(**{name: getattr(self, name) for name in names})
        self.settled_ = settle(survey(batch, settings), settings)
        matrix = term_matrix(tokens_of(batch, self.settled_, over=True), ngrams=self.ngrams)
        rows = matrix.counts.shape[0]
        least, most = (_texts(name, getattr(self, name), rows) for name in ("min_df", "max_df"))
        df = np.asarray((matrix.counts > 0).sum(axis=0)).ravel()
        kept = np.flatnonzero((df >= least) & (df <= most)).tolist()
        if not kept:
            given = {"min_df": self.min_df, "max_df": self.max_df}
            raise InvalidArgument("no_terms", texts=rows, **given)
        columns = sorted(kept, key=lambda column: matrix.terms[column])
        self.terms_ = np.array([matrix.terms[column] for column in columns], dtype=object)
        self.idf_ = smoothed_idf(rows, df[columns])
        return matrix, columns

    def _scanned(self, texts: Sequence[str]) -> Scanned:
        choice("weighting", self.weighting, WEIGHTINGS)
        if self.norm is not None:
            choice("norm", self.norm, NORMS, "no_norm")
        width = len(str(len(texts)))
        with resting(lasting=True):
            sources = [
                Source.plain_text(f"{index:0{width}d}", "." if is_blank(text) else text)
                for index, text in enumerate(texts)
            ]
            return scanned(built(sources, []))

    def _weighted(self, counts: Any, texts: Any) -> Any:
        from sklearn.preprocessing import normalize

        values = counts.tocsr().astype(np.float64)
        values.sort_indices()  # as in the matrices of scikit-learn
        if self.weighting == "binary":
            values.data[:] = 1.0
        elif self.weighting == "tfidf":
            values.data *= self.idf_[values.indices]
        values = values if self.norm is None else normalize(values, norm=self.norm)
        return self._framed(values, texts) if self._wants_pandas() else values

    def _wants_pandas(self) -> bool:
        from sklearn import get_config

        own = getattr(self, "_sklearn_output_config", {}).get("transform")
        return bool((own or get_config()["transform_output"]) == "pandas")

    def _framed(self, values: Any, texts: Any) -> Any:
        """Return sparse columns, since scikit-learn does not wrap sparse matrices itself."""
        import pandas as pd

        index = texts.index if isinstance(texts, pd.Series | pd.DataFrame) else None
        sparse: Any = pd.DataFrame.sparse
        table = sparse.from_spmatrix(values, index=index, columns=self.terms_)
        return table.fillna(0)  # pandas 3.0 takes what is not stored for missing


def _texts(name: str, asked: object, texts: int) -> float:
    """Return how many of the texts are meant, as scikit-learn reads the setting."""
    if isinstance(asked, float | np.floating) and 0 < asked <= 1:
        return float(asked) * texts
    try:
        return whole(name, asked)
    except InvalidArgument as error:
        raise InvalidArgument("texts_df", name=name, got=repr(asked)) from error


def _checked(texts: Any) -> Sequence[str]:
    one = isinstance(texts, str | Mapping) or getattr(texts, "shape", None) == ()
    other = isinstance(texts, set | frozenset) or hasattr(texts, "toarray")  # no order, no texts
    if one or other or not isinstance(texts, Iterable):
        raise InvalidArgument("texts", got=type(texts).__name__)
    listed = list(_one_column(texts))
    for place, text in enumerate(listed):
        if not isinstance(text, str):
            got = repr(text) if is_missing(text) else type(text).__name__
            raise InvalidArgument("texts_cell", got=got, place=place)
    if not listed:
        raise InvalidArgument("no_texts_given")
    return listed


def _one_column(texts: Any) -> Iterable[Any]:
    """Return the cells of a table of one column, which would else be read by its heading."""
    if len(getattr(texts, "shape", ())) < 2:
        return texts  # type: ignore[no-any-return]
    if texts.shape[1:] != (1,):
        shown = ", ".join(repr(name) for name in list(getattr(texts, "columns", ()))[:SHOWN])
        raise InvalidArgument("texts_columns", got=texts.shape[-1], columns=shown or "—")
    return np.asarray(texts)[:, 0]
