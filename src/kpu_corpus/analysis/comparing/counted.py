"""Words and themes counted on two sides, and tested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.comparing.sides import Side, is_large
from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.people import added
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.analysis.running_words import body_words
from kpu_corpus.analysis.statistics import (
    Keyness,
    benjamini_hochberg,
    group_difference,
    group_keyness,
    paired_difference,
    paired_keyness,
)
from kpu_corpus.analysis.statistics.pairs import MIN_PAIRS, one_length
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.ground.arrays import Ints, Longs
from kpu_corpus.terms.counts import MIN_PHRASE
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.unit_counts import by_row
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens

RATE = 1_000  # rates are per thousand words
Values = dict[str, Any]
Counting = Callable[[Side, Side], Values]


def word_counter(
    tokens: Tokens,
    ngrams: tuple[int, int],
    sample: Ints,
    whose: Ints | None,
    *,
    paired: bool,
) -> Counting:
    """Return what counts the words and phrases of two sides and tests them.

    ``sample`` is what each unit of the body belongs to, ``whose`` whose each essay is where those
    of a person on a side are added up; ``paired`` ones are held against those on the other side.
    """
    found = occurrences(tokens, ngrams=ngrams)
    count = int(sample.max(initial=-1)) + 1
    inside = body_words(tokens)
    units, essay = _sizes(sample[tokens.unit[inside]], tokens.essay[inside], count)
    matrix = by_row(found, tokens.unit, sample, count).T.tocsr()
    # no term of two sides is rarer in the whole: names and their order serve every comparison
    listed = np.flatnonzero(np.asarray(matrix.sum(axis=1)).ravel() >= MIN_PHRASE)
    matrix = matrix[listed]
    terms = np.array([found.terms[row] for row in listed.tolist()], dtype=object)
    shown = np.array(display(tokens, found, listed.tolist()), dtype=object)
    rank = ranks(terms)

    def counter(a: Side, b: Side) -> Values:
        in_a, in_b = (_chosen(side, essay, units, whose if paired else None) for side in (a, b))
        counts = [np.asarray(matrix[:, one].sum(axis=1)).ravel() for one in (in_a, in_b)]
        rows = np.flatnonzero(counts[0] + counts[1] >= MIN_PHRASE)
        kept = matrix[rows]
        sides = *_added(kept, units, in_a, essay, whose), *_added(kept, units, in_b, essay, whose)
        names = terms[rows], shown[rows], rank[rows]
        if paired:
            keyness, totals = paired_keyness(*sides), [one_length(sides[1], sides[3]).sum()] * 2
        else:
            keyness, totals = group_keyness(*sides), [units[in_a].sum(), units[in_b].sum()]
        counted = counts[0][rows], counts[1][rows]
        table = words_told(*names, counted, keyness, benjamini_hochberg(keyness.p), totals)
        return _with_pairs(table, len(sides[1])) if paired else table

    return counter


def theme_counter(
    tokens: Tokens,
    lexicon: Lexicon,
    sample: Ints,
    keys: Sequence[str],
    whose: Ints | None,
    *,
    paired: bool,
) -> Counting:
    """Return what counts the themes on two sides, tests them and tells of those with some keys.

    All are exchanged together, so that p of a theme does not depend on which others are told. The
    rest is as in ``word_counter``.
    """
    counted = theme_samples(tokens, lexicon, sample, keys)

    def counter(a: Side, b: Side) -> Values:
        sides = *counted.of(a, whose, paired=paired), *counted.of(b, whose, paired=paired)
        found = paired_difference(*sides) if paired else group_difference(*sides)
        table = counted.told(found)
        return _with_pairs(table, len(sides[1])) if paired else table

    return counter


class ThemeSamples(NamedTuple):
    """The units with each theme (rows) in each sample (columns), and all units of the samples.

    ``essay`` is that of each sample, ``rows`` are the themes that are told, ``themes`` their keys.
    """

    hits: Longs
    units: Longs
    essay: Ints
    rows: list[int]
    themes: Any

    def of(self, side: Side, whose: Ints | None, *, paired: bool) -> tuple[Any, Any]:
        """Return the hits and units of the samples of a side, or of people, as in the counters."""
        chosen = _chosen(side, self.essay, self.units, whose if paired else None)
        return _added(self.hits, self.units, chosen, self.essay, whose)

    def told(self, found: NamedTuple) -> Values:
        """Return the columns of a test, with q, of the themes that are told."""
        made = found._asdict().items()
        columns = {name: np.atleast_1d(value)[self.rows] for name, value in made}
        return {"theme": self.themes, **columns, "q": benjamini_hochberg(columns["p"])}


def theme_samples(
    tokens: Tokens, lexicon: Lexicon, sample: Ints, keys: Sequence[str]
) -> ThemeSamples:
    """Count the themes in each sample; those with some keys are told."""
    count = int(sample.max(initial=-1)) + 1
    body = sample >= 0
    units, essay = _sizes(sample[body], tokens.units.essay[body], count)
    rows = [row for row, theme in enumerate(lexicon.themes) if theme.key in keys]
    themes = np.array([lexicon.themes[row].key for row in rows], dtype=object)
    hits = np.zeros((len(lexicon.themes), count), dtype=np.int64)
    unit, theme = np.nonzero(asserting(tokens, lexicon))
    np.add.at(hits, (theme, sample[unit]), 1)
    return ThemeSamples(hits, units, essay, rows, themes)


def sized(counter: Counting, tokens: Tokens, *, drawn: bool, whose: Ints | None = None) -> Counting:
    """Return a counter that adds whether both sides are large enough to conclude from them."""

    def counting(a: Side, b: Side) -> Values:
        table = counter(a, b)
        both = all(is_large(tokens, side, drawn=drawn, whose=whose) for side in (a, b))
        return {**table, "enough": np.full(len(table["p"]), both)}

    return counting


def _chosen(side: Side, essay: Any, units: Any, people: Ints | None) -> Any:
    """Return the samples of a side that have units; person by person where these are compared."""
    chosen = np.flatnonzero(side.essays[essay] & (units > 0))
    return chosen if people is None else chosen[np.argsort(people[essay[chosen]])]


def _added(counts: Any, units: Any, chosen: Any, essay: Any, whose: Ints | None) -> tuple[Any, Any]:
    """Return counts and units of some samples; those of one person are one, if it is told whose."""
    own = None if whose is None else whose[essay[chosen]]
    return added(counts[:, chosen], units[chosen], own)


def _with_pairs(table: Values, count: int) -> Values:
    """Add how many persons were compared, and whether they are enough for any p below 0.05."""
    rows = len(table["p"])
    return {**table, "pairs": np.full(rows, count), "enough": np.full(rows, count >= MIN_PAIRS)}


def _sizes(sample: Ints, essay: Ints, count: int) -> tuple[Any, Any]:
    """Return how many units or words each of ``count`` samples has, and its essay.

    ``sample`` and ``essay`` are those of each unit or word.
    """
    of_sample = np.zeros(count, dtype=np.int64)
    of_sample[sample] = essay
    return np.bincount(sample, minlength=count), of_sample


def words_told(
    terms: Any,
    shown: Any,
    rank: Longs,
    counts: tuple[Any, Any],
    keyness: Keyness,
    q: Any,
    totals: Sequence[float],
) -> Values:
    """Return the columns of a table of words, the largest g2 first."""
    columns: Values = {
        **keyness._asdict(),
        "term": terms,
        "display": shown,
        "count_a": np.asarray(counts[0]).astype(np.int64),
        "count_b": np.asarray(counts[1]).astype(np.int64),
        "rate_a": keyness.count_a / totals[0] * RATE,
        "rate_b": keyness.count_b / totals[1] * RATE,
        "q": q,
    }
    order = np.lexsort((rank, -np.atleast_1d(keyness.g2)))
    return {name: values[order] for name, values in columns.items()}
