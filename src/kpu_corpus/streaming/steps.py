"""The steps of a streamed run on one batch: pure functions from essays to what is kept.

The calls of an engine, of one's own or of this package, on what :func:`scanned` read of each batch:

- :func:`survey` every batch, :func:`settle` what holds for the whole;
- :func:`count` the terms of every batch, :func:`merge` the counts and :func:`finish`;
- :func:`score` every batch by what was settled and counted, and choose the :func:`displays`.

:func:`survey`, :func:`count` and :func:`score` are for workers, the others for the one that steers.

Every merge is of sums, unions and minima of whole numbers, so that neither order nor grouping
matters; every score is computed within one essay.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.foreign import foreign_names
from kpu_corpus.analysis.keywords.keywords import countable_units, keywords_of
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.themes.evidence import evidence
from kpu_corpus.analysis.themes.themes import themes_of
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.streaming.forms import Displays, FormCounts, displays, forms_of_batch
from kpu_corpus.terms.counts import LONGEST_TERM, MIN_PHRASE, TermCounts, counted
from kpu_corpus.terms.counts import merge as merge_counts
from kpu_corpus.terms.fingerprints import length_of
from kpu_corpus.terms.grams import grams
from kpu_corpus.tokens import survey as surveys
from kpu_corpus.tokens.stream import checked, tokens_of
from kpu_corpus.tokens.survey import Scanned, Settings, Settled, Survey, scanned, survey

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Counts",
    "Displays",
    "Scored",
    "checked",
    "count",
    "displays",
    "finish",
    "merge",
    "scanned",
    "score",
    "settle",
    "survey",
]


class Counts(NamedTuple):
    """Counts of terms; ``most`` is the largest count in a single essay."""

    terms: TermCounts
    most: Longs


class Scored(NamedTuple):
    """The tables of a batch, the forms of its terms, and its essays in another language.

    ``display`` of the keywords is still that of the batch; :func:`displays` of all forms gives
    those of the whole.
    """

    keywords: pd.DataFrame
    themes: pd.DataFrame
    evidence: pd.DataFrame
    forms: FormCounts
    foreign: list[str]


def settle(parts: Iterable[Survey], settings: Settings) -> Settled:
    """Decide what holds for the whole corpus, from the surveys of its batches in any order."""
    return surveys.settle(surveys.merge(parts), settings)


def count(batch: Scanned, settled: Settled, ngrams: tuple[int, int] = (1, LONGEST_TERM)) -> Counts:
    """Count the roots and phrases of the essays of a batch."""
    tokens = countable_units(tokens_of(batch, settled), ngrams)
    found = grams(tokens, ngrams[1])
    essays, places = len(tokens.corpus), found.places
    pairs, times = np.unique(
        places.term.astype(np.int64) * essays + tokens.essay[places.first], return_counts=True
    )
    most = np.zeros(len(found.terms.key), dtype=np.int64)
    np.maximum.at(most, pairs // essays, times)
    return Counts(counted(tokens, found), most)


def merge(parts: Iterable[Counts]) -> Counts:
    """Add the counts of batches of essays, in any order and grouping."""
    listed = list(parts)
    terms = merge_counts(part.terms for part in listed)
    most = np.zeros(len(terms.key), dtype=np.int64)
    for part in listed:
        np.maximum.at(most, np.searchsorted(terms.key, part.terms.key), part.most)
    return Counts(terms, most)


def finish(parts: Iterable[Counts]) -> Counts:
    """Merge counts and keep possible keywords: single roots, and phrases that an essay repeats."""
    whole = merge(parts)
    keep = (length_of(whole.terms.shape) == 1) | (whole.most >= MIN_PHRASE)
    return Counts(whole.terms.only(keep), whole.most[keep])


def score(
    batch: Scanned,
    settled: Settled,
    whole: TermCounts,
    lexicon: Lexicon,
    ngrams: tuple[int, int] = (1, LONGEST_TERM),
    **asked: Any,
) -> Scored:
    """Return the tables of the essays of a batch; ``asked`` are arguments of ``kc.keywords``.

    ``whole`` are the terms of the finished counts, counted with the same ``ngrams``.
    """
    tokens = tokens_of(batch, settled)
    return Scored(
        keywords_of(tokens, whole, ngrams=ngrams, **asked),
        themes_of(tokens, lexicon=lexicon),
        evidence(tokens, lexicon=lexicon),
        forms_of_batch(countable_units(tokens, ngrams), whole, ngrams[1]),
        foreign_names(tokens),
    )
