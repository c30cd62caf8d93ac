"""Tokens → TermMatrix: counts of roots and phrases, idf and display forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.ground.arrays import Floats, Ints, Longs
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.counts import LONGEST_TERM, TermCounts, counted, ngram_sizes
from kpu_corpus.terms.fingerprints import length_of
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.grams import grams
from kpu_corpus.terms.reference import Reference, reference, smoothed_idf
from kpu_corpus.terms.unit_counts import adder, by_unit, summed
from kpu_corpus.terms.vocabulary import Vocabulary, vocabulary
from kpu_corpus.tokens import Tokens

HALF = 10  # units after which an occurrence weighs half of one in the first


@dataclass(frozen=True, eq=False)
class Against:
    """The counts that keyness compares every row with: a count per term, and the number of words.

    ``table`` has the counts of the background's own roots; terms that it lacks are expected as
    often as their rarest word.
    """

    words: float
    expected: Callable[[], Floats]
    table: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def counts(self) -> Floats:
        """The count of each term, computed on demand."""
        return self.expected()


class Places(NamedTuple):
    """The units of a corpus: their essay, the units of it before each, and their words."""

    essay: Ints
    position: Ints
    words: Longs

    def at(self, rows: npt.NDArray[Any]) -> Places:
        """Return some of the units."""
        return Places(*(column[rows] for column in self))

    def opening(self) -> Floats:
        """Return the weight of each unit in a salience: 10 / (10 + units before it)."""
        return HALF / (HALF + self.position.astype(np.float64))


class Whole(NamedTuple):
    """The corpus that the rows belong to: words, terms, and how often each column occurs in it."""

    words: int
    terms: int
    counts: Longs


@dataclass(frozen=True, eq=False)
class TermMatrix:
    """Counts of terms (columns) in groups of essays (rows), as a scipy CSR matrix.

    ``vocabulary`` names the terms and has their parts and places. ``salience`` counts sentences
    instead, earlier ones weighing more; ``sums`` makes both. ``words`` is the size of each row.
    ``units`` has the counts by unit (sentence, heading …), whose essays, positions and sizes are
    the columns of ``places``; ``by_unit`` makes it. ``against`` is the background, None for the
    rest of the essays of ``whole``.
    """

    tokens: Tokens
    vocabulary: Vocabulary
    groups: Groups
    sums: Callable[[], tuple[Any, Any]]
    idf: Floats
    df: Longs
    words: Longs
    by_unit: Callable[[], Any]
    places: Places
    against: Against | None
    whole: Whole

    @property
    def counts(self) -> Any:
        """The counts by row, as a CSR matrix, computed on demand."""
        return self._summed[0]

    @property
    def salience(self) -> Any:
        """The salience by row, as a CSR matrix, computed on demand."""
        return self._summed[1]

    @cached_property
    def _summed(self) -> tuple[Any, Any]:
        return self.sums()

    @cached_property
    def units(self) -> Any:
        """The counts by unit, as a CSR matrix, computed on demand."""
        return self.by_unit()

    @cached_property
    def by_essay(self) -> tuple[Any, Any]:
        """The counts by essay, whatever the rows are, as a CSR matrix, and the essays' words."""
        essays = adder(self.places.essay, len(self.groups.row))
        return (essays @ self.units).tocsr(), essays @ self.places.words

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The roots, or the roots of a phrase joined by spaces, in the order of the columns."""
        return tuple(self.vocabulary.terms)

    @property
    def length(self) -> Ints:
        """The number of roots of each term."""
        return self.vocabulary.length

    @property
    def parts(self) -> Ints:
        """The columns of each phrase's single roots, -1 for none."""
        return self.vocabulary.parts

    @property
    def alone(self) -> bool:
        """True if the only row is the whole corpus."""
        return len(self.groups.labels) < 2 and self.whole.words == int(self.words.sum())

    @cached_property
    def display(self) -> tuple[str, ...]:
        """The most frequent surface of each term in this corpus."""
        return tuple(display(self.tokens, self.vocabulary, range(len(self.terms))))

    def weights(self) -> Any:
        """Return count × idf as a CSR matrix (scikit-learn's TfidfTransformer, not normalised)."""
        from sklearn.feature_extraction.text import TfidfTransformer

        if not self.terms:  # scikit-learn refuses a corpus without a single term
            return self.counts.astype(np.float64)
        transformer = TfidfTransformer(norm=None)
        transformer.idf_ = self.idf
        return transformer.transform(self.counts)


@uncollected
def term_matrix(
    tokens: Tokens,
    *,
    by: str | None = "essay",
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    background: str | Background | Reference | None = "formal",
    titles: bool = False,
    whole: TermCounts | None = None,
) -> TermMatrix:
    """Count roots and phrases of up to three words by essay or by group.

    A phrase begins and ends with a content word, stays inside one unit and between two marks of
    punctuation, and occurs at least twice in the corpus. ``df`` is the number of essays with the
    term. idf is ln((1 + n) / (1 + df)) + 1 (Spärck Jones 1972, smoothed as in scikit-learn) over
    the essays, or over the units of the background, where df counts as 30 at
    least; a phrase is at least as rare as its rarest word and has that word's idf. Salience is
    the sum of 10 / (10 + n) over the units with the term, n units of the essay before it.

    Where the tokens are a batch of a larger corpus, ``whole`` has the counts of that corpus, made
    with the same ``ngrams`` and ``titles``: its terms, df and idf are taken.

    Raises InvalidArgument when ``ngrams`` is no (shortest, longest) pair from 1 to 3.
    """
    shortest, longest = ngram_sizes(ngrams)
    groups = group(tokens.corpus, by)
    found = grams(tokens, longest, titles=titles, once=whole is not None)
    whole = whole or counted(tokens, found).kept()
    named = vocabulary(found, whole)
    against = None if background is None else _reference(tokens, background)
    idf = (
        smoothed_idf(whole.essays, whole.df[named.row])
        if against is None
        else _by_words(named, against.idf, np.maximum, -np.inf)
    )
    keep = np.flatnonzero(named.length >= shortest)
    contrast = against and Against(
        float(against.tokens),
        lambda: _by_words(named, against.counts, np.minimum, np.inf)[keep],
        against.cf,
    )
    kept = named.only(keep)
    before = np.maximum(tokens.units.number - 1, 0).astype(np.int32)
    places = Places(tokens.units.essay, before, found.text.words)
    rows = adder(groups.row[places.essay], len(groups.labels))
    terms = int((length_of(whole.shape) >= shortest).sum())
    return TermMatrix(
        tokens,
        kept,
        groups,
        lambda: summed(kept, tokens.unit, rows, places.opening()),
        idf[keep],
        whole.df[kept.row],
        rows @ places.words,
        lambda: by_unit(kept, tokens.unit, len(tokens.units.kind)),
        places,
        contrast,
        Whole(whole.words, terms, whole.count[kept.row]),
    )


def type_idf(tokens: Tokens) -> Floats:
    """Return the idf of each type's root in the laws, as in :func:`term_matrix`."""
    root, roots = tokens.types.numbered
    return _reference(tokens, "formal").idf(roots)[root]


def _reference(tokens: Tokens, background: str | Background | Reference) -> Reference:
    """Return the background counted like the tokens: with their roots, stop words and units."""
    settings = tokens.manifest["settings"]
    found = reference(background, tokens.roots, stops=settings["stops"])
    found = found.fitting(tokens.roots, settings)
    return found.in_words() if tokens.apart else found


def _by_words(
    named: Vocabulary, told: Callable[[list[str]], Floats], rarest: np.ufunc, least: float
) -> Floats:
    """Return what is told of each root in the background; a phrase has that of its rarest word."""
    values = np.full(len(named.length) + 1, least)  # the last one is for -1
    single = np.flatnonzero(named.length == 1)
    values[single] = told(named.names.of(single))
    phrases = np.flatnonzero(named.length > 1)
    # column by column: along the rows it takes seven times as long
    values[phrases] = rarest.reduce(
        [values[parts] for parts in named.parts.take(phrases, axis=0).T]
    )
    return values[:-1]
