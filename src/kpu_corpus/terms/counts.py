"""Counts of terms that add up over batches of essays, in any order, to those of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import Bools, Ints, Longs, begins
from kpu_corpus.ground.checks import whole
from kpu_corpus.terms.fingerprints import Keys, length_of
from kpu_corpus.terms.grams import Grams, grams
from kpu_corpus.tokens import Tokens

LONGEST_TERM = 3
MIN_PHRASE = 2  # a sequence seen once in a corpus is no phrase of it


@dataclass(frozen=True, eq=False)
class TermCounts:
    """The count and document frequency (``df``) of each term, in the order of keys.

    ``shape`` is the shortest split of the term's words into roots that was met. ``essays`` and
    ``words`` are the sizes of what was counted. All are whole numbers.
    """

    essays: int
    words: int
    key: Keys
    shape: Ints
    count: Longs
    df: Longs

    def kept(self) -> TermCounts:
        """Return the terms of the corpus: single roots, and phrases that occur at least twice."""
        return self.only((length_of(self.shape) == 1) | (self.count >= MIN_PHRASE))

    def only(self, keep: Bools) -> TermCounts:
        """Return some of the terms."""
        if keep.all():
            return self
        return replace(
            self,
            key=self.key[keep],
            shape=self.shape[keep],
            count=self.count[keep],
            df=self.df[keep],
        )


def count(tokens: Tokens, *, longest: int = LONGEST_TERM) -> TermCounts:
    """Count the roots and phrases of some essays.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Kantor kami. Kantor besar."}))
    >>> sorted(count(tokens).count.tolist())
    [1, 1, 2]
    """
    return counted(tokens, grams(tokens, longest))


def ngram_sizes(ngrams: Sequence[int]) -> tuple[int, int]:
    """Return ``ngrams`` as a pair; a list from JSON is accepted.

    Raises InvalidArgument when it is no (shortest, longest) from 1 to 3.

    >>> ngram_sizes([1, 2])
    (1, 2)
    """
    try:
        shortest, longest = (whole("ngrams", size) for size in ngrams)
    except (TypeError, ValueError):  # no two of them, or no whole numbers
        shortest, longest = 0, 0
    if not isinstance(ngrams, tuple | list) or not 1 <= shortest <= longest <= LONGEST_TERM:
        raise InvalidArgument("ngrams", got=repr(ngrams), longest=LONGEST_TERM)
    return shortest, longest


def merge(parts: Iterable[TermCounts]) -> TermCounts:
    """Add the counts of several batches of essays, in any order."""
    listed = [*parts, _NOTHING]
    key = np.concatenate([part.key for part in listed])
    order = np.argsort(key, kind="stable")
    key = key[order]
    starts = np.flatnonzero(begins(key))
    shape = np.concatenate([part.shape for part in listed])[order]
    counts = np.concatenate([part.count for part in listed])[order]
    df = np.concatenate([part.df for part in listed])[order]
    return TermCounts(
        sum(part.essays for part in listed),
        sum(part.words for part in listed),
        key[starts],
        np.minimum.reduceat(shape, starts),
        np.add.reduceat(counts, starts),
        np.add.reduceat(df, starts),
    )


def counted(tokens: Tokens, found: Grams) -> TermCounts:
    """Return the counts of terms from their places."""
    words, terms = int(found.text.words.sum()), found.terms
    return TermCounts(len(tokens.corpus), words, terms.key, terms.shape, terms.times, terms.df)


_NOTHING = TermCounts(
    0,
    0,
    np.zeros(0, dtype=np.uint64),
    np.zeros(0, dtype=np.int32),
    np.zeros(0, dtype=np.int64),
    np.zeros(0, dtype=np.int64),
)
