"""What one side says more than the other: words and phrases by rate, themes by share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.against import words_against
from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.hits import asserting
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, refuse_idle, told_of
from kpu_corpus.analysis.sides import Names, Side, named, samples, side_of, sides_of
from kpu_corpus.analysis.statistics import (
    Keyness,
    benjamini_hochberg,
    group_difference,
    group_keyness,
)
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.columns.names import column_named
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend, told, told_set
from kpu_corpus.indonesian.background import Background
from kpu_corpus.terms.counts import LONGEST, MIN_PHRASE, checked
from kpu_corpus.terms.forms import display
from kpu_corpus.terms.reference import Reference
from kpu_corpus.terms.vocabulary import occurrences
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.scanning import Ints

if TYPE_CHECKING:
    import pandas as pd

WORDS = {
    "term": "str",
    "display": "str",
    "count_a": "int64",
    "count_b": "int64",
    "rate_a": "float64",
    "rate_b": "float64",
    "log_ratio": "float64",
    "low": "float64",
    "high": "float64",
    "g2": "float64",
    "p": "float64",
    "q": "float64",
}
THEMES = {
    "theme": "str",
    "share_a": "float64",
    "share_b": "float64",
    "difference": "float64",
    "low": "float64",
    "high": "float64",
    "p": "float64",
    "q": "float64",
}
RATE = 1_000  # rates are per thousand words
Counter = Callable[[Side, Side], dict[str, Any]]


def compare(
    tokens: Tokens | Corpus,
    *,
    a: Names | None = None,
    b: Names | None = None,
    by: str = "essay",
    what: str = "words",
    ngrams: tuple[int, int] = (1, LONGEST),
    lexicon: str | Path | Lexicon | None = None,
    background: str | Background | Reference | None = None,
) -> pd.DataFrame:
    """Contrast two sides of a corpus, or one with the background: words and phrases, or themes.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    a, b
        Essay ids, or values of the column ``by`` (numbers, dates, True and False as they are, NaN
        for essays without a value); several are put together. ``b=None`` is the rest; neither
        compares every group with the rest, with the group as first column.
    by
        ``"essay"`` or another column of ``corpus.essays``.
    what
        ``"words"`` (roots and phrases) or ``"themes"``.
    ngrams
        Shortest and longest term in words, from 1 to 3; terms that occur once are left out. Names
        and fixed phrases (Komisi Pemilihan Umum) stay one term with ``(1, 1)`` too; in
        :func:`kpu_corpus.keywords` they then count as their single words.
    lexicon
        Of the themes, as in :func:`kpu_corpus.themes`; with ``what="themes"`` only.
    background
        ``"formal"`` (Indonesian laws and regulations) or one of one's own
        (:func:`kpu_corpus.background`) as the second side, in place of ``b``; ``a=None`` is then
        the whole corpus. A phrase that it does not list counts there as its rarest word, so it may
        be shown to be more frequent, never rarer.

    Returns
    -------
    DataFrame
        Of words: term, display, count_a, count_b, rate_a, rate_b (per 1,000 words of the body),
        log_ratio (+1: twice as frequent in a) with its 95 % limits low and high, g2, p and q
        (false discovery rate over this comparison, that of each group by itself where every group
        has its turn; against the background over all its roots, as in
        :func:`kpu_corpus.keyness`, where limits may be infinite), the largest g2 first; g2 has no
        sign, log_ratio has. Of themes: theme, share_a, share_b, difference (a - b) with low and
        high, p, q, in the lexicon's order.

        Whether the sides differ is for p to say, among several rows for q; the limits say how
        large the difference may be. Between two sides p is from exchanging whole essays (with a
        single one blocks of three sentences: too small where themes come in sections); where one
        side writes longer essays it is at least that of effective counts. p < 0.05 with 0 inside
        the limits is a difference whose size is not known. Against the background both are one
        test.

        Shares are of sentences: a side of longer ones may have more of every theme in the same
        words (``words_per_sentence`` of :func:`kpu_corpus.profile`).

        Several essays, by a column or by their ids, are a sample of essays; where one stands
        alone on a side, the texts speak of themselves alone. p and limits:
        ``group_keyness``, ``fixed_keyness`` and ``group_difference`` in
        :mod:`kpu_corpus.analysis.statistics`. Every essay or group against the background in one
        table: :func:`kpu_corpus.keyness`.

    Raises
    ------
    InvalidArgument
        An unknown name or column, ``ngrams`` out of range, sides that
        overlap, or a side too small to compare (fewer than two
        essays of a group, or fewer than ten sentences). Where every group has its turn, small
        groups are named in a warning and left out. A background with ``b``, or with themes, of
        which it has no counts; ``b`` without ``a``; a lexicon where words are compared.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga integritas. " * 12, "b": "Kami bersinergi. " * 12})
    >>> table = kc.compare(corpus, a="a", b="b", ngrams=(1, 1))
    >>> table.loc[table["term"] == "sinergi", ["count_a", "count_b"]].values.tolist()
    [[0, 12]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    what = choice("what", what, ("words", "themes"))
    refuse_idle(lexicon, what, "themes")
    ngrams, by = checked(ngrams), column_named(tokens.corpus, by)
    groups = group(tokens.corpus, by, whole=False)
    one, other = named(a, groups.missing), named(b, groups.missing)
    settings: dict[str, Any] = {"a": told_set(one), "b": told_set(other), "by": by, "what": what}
    settings |= {"ngrams": list(ngrams)} if what == "words" else {}
    if background is not None:
        if other is not None or what == "themes":
            raise InvalidArgument("background_only", b=repr(b), what=repr(what))
        settings["background"] = told(background)
        rows = _against(tokens, side_of(tokens, groups, one), ngrams, background)
        return frame(WORDS, rows, extend(tokens.manifest, "compare", **settings))
    if one is None and other is not None:
        raise InvalidArgument("side_alone", b=repr(b))
    pairs = sides_of(tokens, groups, one, other)
    sample = samples(tokens, pairs)
    if what == "themes":
        loaded = load_lexicon(lexicon)
        settings["lexicon"] = told_of(loaded)
        counter, columns = _theme_counter(tokens, loaded, sample), THEMES
    else:
        counter, columns = _word_counter(tokens, ngrams, sample), WORDS
    keyed = groups.keyed({"essay": "str", **columns}) if one is None else columns
    found = [counter(*pair) for pair in pairs]
    data: dict[str, Any] = {
        name: np.concatenate([rows[name] for rows in found]) for name in columns
    }
    if one is None:
        data[by] = _whose(groups, pairs, found)
    return frame(keyed, data, extend(tokens.manifest, "compare", **settings))


def _whose(
    groups: Groups, pairs: Sequence[tuple[Side, Side]], found: Sequence[dict[str, Any]]
) -> Any:
    """Return the group of each row, where every group has its turn."""
    places = [groups.labels.index(side.name) for side, _ in pairs]
    return groups.taken(np.repeat(places, [len(rows["p"]) for rows in found]))


def _against(
    tokens: Tokens,
    side: Side,
    ngrams: tuple[int, int],
    background: str | Background | Reference,
) -> dict[str, Any]:
    names, *rest = words_against(tokens, side, ngrams, background)
    terms, shown = (np.array(column, dtype=object) for column in names)
    return _words(terms, shown, _alphabetic(terms), *rest)


def _word_counter(tokens: Tokens, ngrams: tuple[int, int], sample: Ints) -> Counter:
    found = occurrences(tokens, ngrams=ngrams)
    count = int(sample.max(initial=-1)) + 1
    units, essay = _sizes(tokens, sample, count)
    matrix = _sparse(found.column, sample[tokens.unit[found.first]], len(found.terms), count)
    # no term of two sides is rarer in the whole: names and their order serve every comparison
    listed = np.flatnonzero(np.asarray(matrix.sum(axis=1)).ravel() >= MIN_PHRASE)
    matrix = matrix[listed]
    terms = np.array([found.terms[row] for row in listed.tolist()], dtype=object)
    shown = np.array(display(tokens, found, listed.tolist()), dtype=object)
    rank = _alphabetic(terms)

    def counted(a: Side, b: Side) -> dict[str, Any]:
        in_a, in_b = a.essays[essay] & (units > 0), b.essays[essay] & (units > 0)
        total = np.asarray(matrix[:, in_a | in_b].sum(axis=1)).ravel()
        rows = np.flatnonzero(total >= MIN_PHRASE)
        kept = matrix[rows]
        keyness = group_keyness(kept[:, in_a], units[in_a], kept[:, in_b], units[in_b])
        q = benjamini_hochberg(keyness.p)
        names = terms[rows], shown[rows], rank[rows]
        return _words(*names, keyness, q, float(units[in_a].sum()), float(units[in_b].sum()))

    return counted


def _theme_counter(tokens: Tokens, lexicon: Lexicon, sample: Ints) -> Counter:
    count = int(sample.max(initial=-1)) + 1
    body = sample >= 0
    units = np.bincount(sample[body], minlength=count)
    essay = np.zeros(count, dtype=np.int64)
    essay[sample[body]] = tokens.units.essay[body]
    keys = [theme.key for theme in lexicon.themes]
    hits = np.zeros((len(keys), count), dtype=np.int64)
    unit, theme = np.nonzero(asserting(tokens, lexicon))
    np.add.at(hits, (theme, sample[unit]), 1)

    def counted(a: Side, b: Side) -> dict[str, Any]:
        in_a, in_b = a.essays[essay] & (units > 0), b.essays[essay] & (units > 0)
        found = group_difference(hits[:, in_a], units[in_a], hits[:, in_b], units[in_b])
        columns = {name: np.atleast_1d(value) for name, value in found._asdict().items()}
        return {"theme": np.array(keys, dtype=object), **columns, "q": benjamini_hochberg(found.p)}

    return counted


def _sizes(tokens: Tokens, sample: Ints, count: int) -> tuple[Any, Any]:
    """Return the words of each sample and the essay it belongs to."""
    words = tokens.types.term
    where = sample[tokens.unit]
    inside = words[tokens.type] & (where >= 0)
    essay = np.zeros(count, dtype=np.int64)
    essay[where[inside]] = tokens.essay[inside]
    return np.bincount(where[inside], minlength=count), essay


def _sparse(rows: Any, columns: Any, height: int, width: int) -> Any:
    from scipy.sparse import csr_matrix

    ones = np.ones(len(rows), dtype=np.int64)
    matrix = csr_matrix((ones, (rows, columns)), shape=(height, width))
    matrix.sum_duplicates()
    return matrix


def _alphabetic(terms: Any) -> Ints:
    """Return the place of each term in the order of the alphabet."""
    rank = np.empty(len(terms), dtype=np.int32)
    rank[np.argsort(terms)] = np.arange(len(terms))
    return rank


def _words(
    terms: Any, shown: Any, rank: Ints, keyness: Keyness, q: Any, total_a: float, total_b: float
) -> dict[str, Any]:
    columns: dict[str, Any] = {
        "term": terms,
        "display": shown,
        "count_a": keyness.count_a.astype(np.int64),
        "count_b": keyness.count_b.astype(np.int64),
        "rate_a": keyness.count_a / total_a * RATE,
        "rate_b": keyness.count_b / total_b * RATE,
        "log_ratio": keyness.log_ratio,
        "low": keyness.low,
        "high": keyness.high,
        "g2": keyness.g2,
        "p": keyness.p,
        "q": q,
    }
    order = np.lexsort((rank, -np.atleast_1d(keyness.g2)))
    return {name: values[order] for name, values in columns.items()}
