"""Tokens → TermMatrix: counts of roots and phrases, their idf and the form people read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grams import TERM_KINDS, Vocabulary, countable, grams, vocabulary
from kpu_corpus.grouping import Groups, group
from kpu_corpus.indonesian.background import Background
from kpu_corpus.reference import Reference, reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

__all__ = ["TermMatrix", "countable", "term_matrix", "token_idf"]

LONGEST = 3
MIN_PHRASE = 2  # a sequence seen once in a corpus is no phrase of it
HALF = 10  # units after which an occurrence weighs half of one in the first

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]


class Against(NamedTuple):
    """What keyness holds every row against: a count for each term, in so many words."""

    counts: Floats
    words: float


class Places(NamedTuple):
    """The units of a corpus: their essay, the units of it before each, and their words."""

    essay: Ints
    position: Ints
    words: Longs

    def opening(self) -> Floats:
        """Return the weight of each unit in a salience: 10 / (10 + units before it)."""
        return HALF / (HALF + self.position.astype(np.float64))


@dataclass(frozen=True, eq=False)
class TermMatrix:
    """Counts of terms (columns) in groups of essays (rows), as a scipy CSR matrix.

    ``terms`` are roots, or roots of a phrase joined by spaces; ``display`` is the most frequent
    surface of each in this corpus; ``parts`` the columns of a phrase's single words. ``salience``
    counts sentences instead, earlier ones weighing more; ``words`` is the size of each row.
    ``units`` has the counts by unit (sentence, heading …), whose essays, positions and sizes are
    the columns of ``places``. ``against`` is the background, None for the rest of the essays.
    """

    groups: Groups
    counts: Any
    terms: tuple[str, ...]
    display: tuple[str, ...]
    length: Ints
    parts: tuple[tuple[int, ...], ...]
    idf: Floats
    df: Longs
    salience: Any
    words: Longs
    units: Any
    places: Places
    against: Against | None

    def weights(self) -> Any:
        """Return count × idf as a CSR matrix (scikit-learn's TfidfTransformer, not normalised)."""
        from sklearn.feature_extraction.text import TfidfTransformer

        transformer = TfidfTransformer(norm=None)
        transformer.idf_ = self.idf
        return transformer.transform(self.counts)


def term_matrix(
    tokens: Tokens,
    *,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST),
    background: str | Background | None = "formal",
    titles: bool = False,
) -> TermMatrix:
    """Count roots and phrases of up to three words by essay or by group.

    A phrase begins and ends with a content word, stays inside one unit and between two marks of
    punctuation, and occurs at least twice in the corpus. ``df`` is the number of essays with the
    term. idf is ln((1 + n) / (1 + df)) + 1 (Spärck Jones 1972, smoothed as in scikit-learn) over
    the essays, or over the units of the background, where df counts as 30 at
    least; a phrase is at least as rare as its rarest word and has that word's idf. Salience is
    the sum of 10 / (10 + n) over the units with the term, n units of the essay before it.

    Raises InvalidArgument when ``ngrams`` is no (shortest, longest) pair from 1 to 3.
    """
    shortest, longest = _checked(ngrams)
    groups = group(tokens.corpus, by)
    found = vocabulary(tokens, [grams(tokens, size, titles) for size in range(1, longest + 1)])
    units = _matrix(found, tokens.unit, len(tokens.units.kind))
    by_essay = (adder(tokens.units.essay, len(tokens.corpus)) @ units).tocsr()
    df = np.asarray((by_essay > 0).sum(axis=0)).ravel().astype(np.int64)
    against = None if background is None else reference(background, tokens.roots)
    keep = np.flatnonzero((found.length >= shortest) & _common(found, by_essay))
    idf = _inside(by_essay)[keep] if against is None else _outside(found, keep, against)
    place = {int(column): index for index, column in enumerate(keep)}
    places = _places(tokens, titles)
    units = units[:, keep]
    rows = adder(groups.row[places.essay], len(groups.labels))
    return TermMatrix(
        groups,
        (rows @ units).tocsr(),
        tuple(found.terms[column] for column in keep),
        tuple(found.display[column] for column in keep),
        found.length[keep],
        tuple(tuple(place[p] for p in found.parts[column] if p in place) for column in keep),
        idf,
        df[keep],
        (rows @ openings(units, places)).tocsr(),
        rows @ places.words,
        units,
        places,
        against and Against(_expected(found, keep, against), float(against.tokens)),
    )


def openings(units: Any, places: Places) -> Any:
    """Return what each unit adds to the salience of each term, as a CSR matrix."""
    from scipy.sparse import diags_array

    return (diags_array(places.opening()) @ (units > 0)).tocsr()


def token_idf(tokens: Tokens, background: str | Background = "formal") -> Floats:
    """Return the background idf of each token's root, as in :func:`term_matrix`."""
    return reference(background, tokens.roots).idf(list(tokens.types.root))[tokens.type]


def _checked(ngrams: tuple[int, int]) -> tuple[int, int]:
    valid = (
        isinstance(ngrams, tuple)
        and len(ngrams) == 2
        and all(isinstance(size, int) for size in ngrams)
        and 1 <= ngrams[0] <= ngrams[1] <= LONGEST
    )
    if not valid:
        raise InvalidArgument("ngrams", got=repr(ngrams), longest=LONGEST)
    return ngrams


def _matrix(found: Vocabulary, unit: Ints, units: int) -> Any:
    from scipy.sparse import csr_matrix

    ones = np.ones(len(found.column), dtype=np.int64)
    counts = csr_matrix((ones, (unit[found.first], found.column)), shape=(units, len(found.terms)))
    counts.sum_duplicates()
    return counts


def adder(row: Ints, rows: int) -> Any:
    """Return the matrix that sums what belongs to one row: rows × len(row), of ones."""
    from scipy.sparse import csr_matrix

    where = (row, np.arange(len(row)))
    return csr_matrix((np.ones(len(row), dtype=np.int64), where), (rows, len(row)))


def _places(tokens: Tokens, titles: bool) -> Places:
    units = tokens.units
    kinds = np.array([kind in TERM_KINDS for kind in tokens.types.kind], dtype=bool)
    counted = kinds[tokens.type] & (titles | units.body[tokens.unit])
    words = np.bincount(tokens.unit[counted], minlength=len(units.kind))
    return Places(units.essay, np.maximum(units.number - 1, 0).astype(np.int32), words)


def _common(found: Vocabulary, by_essay: Any) -> Bools:
    total: Longs = np.asarray(by_essay.sum(axis=0)).ravel()
    common: Bools = (found.length == 1) | (total >= MIN_PHRASE)
    return common


def _inside(by_essay: Any) -> Floats:
    from sklearn.feature_extraction.text import TfidfTransformer

    if not by_essay.shape[1]:  # scikit-learn refuses a corpus without a single term
        return np.zeros(0, dtype=np.float64)
    return np.asarray(TfidfTransformer(norm=None).fit(by_essay).idf_, dtype=np.float64)


def _outside(found: Vocabulary, keep: Longs, against: Reference) -> Floats:
    """Return the idf of each term in the background; a phrase has that of its rarest word."""
    return _by_words(found, keep, against.idf(_singles(found)), max)


def _expected(found: Vocabulary, keep: Longs, against: Reference) -> Floats:
    """Return how often each term occurs in the background; a phrase as its rarest word."""
    counts = np.array([against.count(term) for term in _singles(found)], dtype=np.float64)
    return _by_words(found, keep, counts, min)


def _singles(found: Vocabulary) -> list[str]:
    return found.terms[: int((found.length == 1).sum())]  # single words come first


def _by_words(
    found: Vocabulary, keep: Longs, values: Floats, rarest: Callable[[list[float]], float]
) -> Floats:
    single = values.tolist()
    return np.array(
        [
            rarest([single[part] for part in found.parts[column]])
            if found.parts[column]
            else single[column]
            for column in keep
        ],
        dtype=np.float64,
    )
