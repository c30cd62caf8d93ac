"""How one side differs from the other: words and phrases by rate, themes by share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from kpu_corpus.analysis.comparing.counted import (
    Counting,
    sized,
    theme_counter,
    word_counter,
    words_told,
)
from kpu_corpus.analysis.comparing.pairing import not_two, paired
from kpu_corpus.analysis.comparing.sides import (
    Names,
    Side,
    are_drawn,
    is_large,
    named,
    samples,
    side_of,
    sides_of,
)
from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.keywords.background import warn_shared
from kpu_corpus.analysis.keywords.keyness import against_background
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, refuse_idle, told_of
from kpu_corpus.analysis.people import told_whose, warn_repeated
from kpu_corpus.analysis.row_order import ranks
from kpu_corpus.analysis.statistics import Keyness
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.frames import Columns, frame
from kpu_corpus.ground.provenance import extend, told, told_set
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.counts import LONGEST_TERM, MIN_PHRASE, ngram_sizes
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

What = Literal["words", "themes"]
ALL_SIZES = (1, LONGEST_TERM)
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
    "enough": "bool",
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
    "enough": "bool",
}
PAIRED = {"pairs": "int64"}  # with pairs=


def compare(
    tokens: Tokens | Corpus,
    *,
    a: Names | None = None,
    b: Names | None = None,
    by: str = "essay",
    what: What | str = "words",
    ngrams: tuple[int, int] = ALL_SIZES,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    themes: Iterable[str] | None = None,
    background: str | Background | Reference | None = None,
    pairs: str | None = None,
    people: str | None = None,
) -> pd.DataFrame:
    """Compare two sides of a corpus, or one with a background, by words and phrases or by themes.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    a, b
        Essay ids, or values of the column ``by`` (numbers, dates and booleans as they are, NaN for
        essays without a value); several are combined. ``b=None`` is the rest; without both, every
        group is compared with the rest, with the group as first column. Essays without a value may
        be of any group: they are on a side only where they are named, or where the column has no
        second value; a warning says how many are left out.
    by
        ``"essay"`` or another column of ``corpus.essays``.
    what
        ``"words"`` (roots and phrases) or ``"themes"``.
    ngrams
        Shortest and longest term in words, from 1 to 3; terms that occur once are left out. Names
        and fixed phrases (Komisi Pemilihan Umum) remain one term even with ``(1, 1)``; only
        :func:`kpu_corpus.keywords` then splits them. Only with ``what="words"``.
    lexicon
        The lexicon of the themes, as in :func:`kpu_corpus.themes`; only with ``what="themes"``.
    themes
        The themes to compare, by key or label (``"Tanggung jawab"``); by default all. q is then of
        these alone, so choose them before you have seen any figures. Only with ``what="themes"``.
    background
        ``"formal"`` (Indonesian laws and regulations) or your own (:func:`kpu_corpus.background`)
        as the second side, in place of ``b``; ``a=None`` is then the whole corpus. A phrase that it
        does not list is counted like its rarest word, so it may be shown to be more frequent, never
        rarer: g2 is then 0, which puts it last.
    pairs
        The column that identifies the writers (``"author"``), if the same people wrote an essay on
        each side, for example before and after a training: each person's two essays are then
        compared with each other. Several essays of a person on a side are added up. Warnings name
        these people, and those with an essay on one side only, who are left out; without ``pairs``
        one names those with several essays on one side, which count as independent.
    people
        A column that says who wrote each essay (``"author"``), for comparisons without ``pairs``:
        where people wrote several essays of a side, these are added up, so that p and limits, and
        the five that ``enough`` asks for, are of people, as in :func:`kpu_corpus.themes`. Who wrote
        on both sides is somebody else on each.

    Returns
    -------
    DataFrame
        For words: term, display, count_a, count_b, rate_a, rate_b (per 1,000 words of the body),
        log_ratio (+1: twice as frequent in a) with its 95 % limits low and high, g2, p, q (false
        discovery rate over this comparison, or over each group's own if all groups are compared in
        turn; against the background over all its roots, as in :func:`kpu_corpus.keyness`, where
        limits may be infinite) and enough, largest g2 first; g2 has no sign, log_ratio has. For
        themes: theme, share_a, share_b, difference (a - b) with low and high, p, q, enough, in the
        lexicon's order.

        enough is False if a group has fewer than five essays (those in another language do not
        count), by the rule of :func:`kpu_corpus.themes`: so few describe themselves, not the
        group, and reports do not compare them. Of a single essay it is False only if that is in
        another language.

        Whether the sides differ is decided by p, among several rows by q; the limits show how large
        the difference may be. Between two sides p comes from exchanging whole essays (for a single
        essay, blocks of three sentences: too small if themes come in sections); if one side writes
        longer essays, it is at least that of effective counts. p < 0.05 with 0 inside the limits is
        a difference of unknown size. Against the background both are one test.

        With ``pairs``, p comes from exchanging the two essays of each person, both brought to one
        length (rates and shares refer to that length, counts are raw), the limits are of the
        within-person difference, a column pairs follows, the number of people, and enough is False
        for fewer than six, with whom p cannot be below 0.05.

        Shares are of sentences: a side with longer ones may have more of every theme for the same
        words (``words_per_sentence`` of :func:`kpu_corpus.profile`).

        Several essays, by a column or by their ids, are a sample of essays; with a single essay on
        a side, the result is about these texts only. p and limits: ``group_keyness``,
        ``fixed_keyness``, ``group_difference``, ``paired_keyness`` and ``paired_difference`` in
        :mod:`kpu_corpus.analysis.statistics`. Every essay or group against the background in one
        table: :func:`kpu_corpus.keyness`.

    Raises
    ------
    InvalidArgument
        An unknown name or column, ``ngrams`` out of range, sides that overlap, or a side too small
        to compare (fewer than two essays of a group, or fewer than ten sentences). If all groups
        are compared in turn, small groups are named in a warning and only part of the rest. A
        background with ``b``, or with themes, for which it has no counts; ``b`` without ``a``; a
        lexicon or ``themes`` when words are compared, ``ngrams`` when themes are; a theme that the
        lexicon does not have; with ``pairs`` a background, ``people``, every essay in turn, or
        fewer than two people with an essay on each side. ``people`` with a single essay as a side.
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
    what = choice("what", what, get_args(What))
    refuse_idle(what, "themes", lexicon=lexicon, themes=themes)
    if ngram_sizes(ngrams) != ALL_SIZES and what == "themes":
        raise InvalidArgument("ngrams_themes", got=repr(ngrams), what=repr(what))
    ngrams, groups = ngram_sizes(ngrams), group(tokens.corpus, by, whole=False)
    one, other = named(a, groups.missing), named(b, groups.missing)
    settings: dict[str, Any] = {"a": told_set(one), "b": told_set(other), "by": groups.by}
    settings |= {"what": what} | ({"ngrams": list(ngrams)} if what == "words" else {})
    _refuse_with_background(background, b=b, what=what, pairs=pairs)
    if pairs is not None and people is not None:
        raise InvalidArgument("people_pairs", people=repr(people), pairs=repr(pairs))
    whose = None  # whose essays are added up
    if background is not None:
        settings["background"] = told(background)
        side = side_of(tokens, groups, one)
        drawn = are_drawn(tokens, [(side, side)])
        if people is not None:
            whose, settings["people"] = _added_up(tokens, people, drawn=drawn)
        else:
            warn_repeated(tokens, groups, [side.essays])
        rows = _against(tokens, side, ngrams, background, drawn=drawn, whose=whose)
        return frame(WORDS, rows, extend(tokens.manifest, "compare", **settings))
    if one is None and other is not None:
        raise InvalidArgument("side_alone", b=repr(b))
    if pairs is not None and one is None and groups.by == "essay" and len(groups.labels) > 2:
        raise not_two(pairs, groups.by, groups.labels)
    both = sides_of(tokens, groups, one, other)
    if pairs is not None:
        both, whose, settings["pairs"] = paired(tokens, both, pairs)
    drawn = are_drawn(tokens, both)
    if people is not None:
        whose, settings["people"] = _added_up(tokens, people, drawn=drawn)
    elif pairs is None and drawn:
        warn_repeated(tokens, groups, (side.essays for side in chain.from_iterable(both)))
    sample = samples(tokens, drawn=drawn)
    if what == "themes":
        loaded = load_lexicon(lexicon)
        settings["lexicon"] = told_of(loaded)
        keys = loaded.keys_of(themes)
        settings |= {} if themes is None else {"themes": told_set(keys)}
        columns = THEMES
        counter = theme_counter(tokens, loaded, sample, keys, whose, paired=pairs is not None)
    else:
        columns = WORDS
        counter = word_counter(tokens, ngrams, sample, whose, paired=pairs is not None)
    if pairs is not None:
        columns = {**columns, **PAIRED}
    else:
        counter = sized(counter, tokens, drawn=drawn, whose=whose)
    made = extend(tokens.manifest, "compare", **settings)
    if one is None:
        return frame(*_in_turn(groups, both, counter, columns), made)
    return frame(columns, counter(*both[0]), made)


def _refuse_with_background(
    background: str | Background | Reference | None,
    *,
    b: Names | None,
    what: str,
    pairs: str | None,
) -> None:
    """Raise for arguments that have no meaning beside a background."""
    if background is None:
        return
    if b is not None or what == "themes":
        got = f"b={b!r}" if b is not None else f"what={what!r}"
        raise InvalidArgument("background_only", got=got)
    if pairs is not None:
        raise InvalidArgument("background_pairs", pairs=repr(pairs))


def _added_up(tokens: Tokens, people: str, *, drawn: bool) -> tuple[Ints, str]:
    """Return whose each essay is, and the column that tells it; raise where a side is one essay."""
    if not drawn:
        raise InvalidArgument("people_single", people=repr(people))
    return told_whose(tokens.corpus, people)


def _in_turn(
    groups: Groups, pairs: Sequence[tuple[Side, Side]], counter: Counting, columns: Columns
) -> tuple[Columns, dict[str, Any]]:
    """Return the columns and rows of all groups, each held against the rest, with its name."""
    keyed = groups.keyed({"essay": "str", **columns})
    found = [counter(*pair) for pair in pairs]
    rows: dict[str, Any] = {name: np.concatenate([one[name] for one in found]) for name in columns}
    places = [groups.labels.index(side.name) for side, _ in pairs]
    rows[groups.by] = groups.taken(np.repeat(places, [len(one["p"]) for one in found]))
    return keyed, rows


def _against(
    tokens: Tokens,
    side: Side,
    ngrams: tuple[int, int],
    background: str | Background | Reference,
    *,
    drawn: bool,
    whose: Ints | None,
) -> dict[str, Any]:
    """Return the rows against the background; terms that occur once are left out, but q counts."""
    matrix = term_matrix(tokens, ngrams=ngrams, background=background)
    assert matrix.against is not None  # there is a background
    warn_shared(background, tokens.corpus, side.essays)
    held = against_background(matrix, matrix.against, side.essays, whose)
    keep = np.flatnonzero(held.keyness.count_a >= MIN_PHRASE)
    columns = held.column[keep].tolist()
    terms, shown = (
        np.array([names[column] for column in columns], dtype=object)
        for names in (matrix.terms, matrix.display)
    )
    keyness = Keyness(*(np.atleast_1d(column)[keep] for column in held.keyness))
    counts, totals = (keyness.count_a, keyness.count_b), (held.words, matrix.against.words)
    table = words_told(terms, shown, ranks(terms), counts, keyness, held.q[keep], totals)
    large = is_large(tokens, side, drawn=drawn, whose=whose)
    return {**table, "enough": np.full(len(keep), large)}
