"""Whether one group of people changed more than another between two essays of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.comparing.counted import ThemeSamples, theme_samples
from kpu_corpus.analysis.comparing.pairing import paired
from kpu_corpus.analysis.comparing.sides import Name, Names, Side, in_turn, named, samples, sides_of
from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.people import merged, people_of
from kpu_corpus.analysis.statistics import change_difference
from kpu_corpus.analysis.statistics.pairs import MIN_PAIRS
from kpu_corpus.columns.grouping import Groups, essays_of, group, warn_unstated
from kpu_corpus.columns.names import column_told
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, KpuCorpusWarning
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Ints
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import cut
from kpu_corpus.ground.provenance import extend, told_set
from kpu_corpus.ground.warned import LONGEST_NAME, warn
from kpu_corpus.ground.warned import named as told_names
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

CHANGES = {
    "theme": "str",
    "change_a": "float64",
    "change_b": "float64",
    "difference": "float64",
    "low": "float64",
    "high": "float64",
    "p": "float64",
    "q": "float64",
    "people_a": "int64",
    "people_b": "int64",
    "enough": "bool",
}


def changes(
    tokens: Tokens | Corpus,
    *,
    by: str,
    when: str,
    pairs: str,
    a: Names | None = None,
    b: Names | None = None,
    after: Name | None = None,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    themes: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Compare how much two groups of people changed between two essays of each, theme by theme.

    Whether people with a training changed more than people without is one question, which two
    comparisons with ``pairs`` do not answer.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    by
        The column of the groups of people, such as the class.
    when
        The column with two values that tells the two essays of a person apart, such as the folder.
    pairs
        The column that identifies the writers (``"author"``), as in :func:`kpu_corpus.compare`. Who
        is in both groups counts as two people, as a warning says: there may be two of a name.
    a, b
        The groups, values of ``by``; several are combined. ``b=None`` is the rest; both may be left
        out if there are two groups: a is then the last one (*sesudah*, not *sebelum*).
    after
        The value of ``when`` of the later essays, numbers as they are; by default it is told by
        the names (*sebelum*, *pra*), else it is the last one.
    lexicon
        The lexicon of the themes, as in :func:`kpu_corpus.themes`.
    themes
        The themes to compare, by key or label; by default all. q is then of these alone, so choose
        them before you have seen any figures.

    Returns
    -------
    DataFrame
        theme, change_a, change_b (share after minus share before, both essays of a person at one
        length), difference (a - b) with its 95 % interval low to high, p and q (false discovery
        rate over the themes), people_a, people_b (how many were compared) and enough (False for
        fewer than six people in a group), in the lexicon's order. Whether the groups changed by
        different amounts is decided by p, among several themes by q.
        ``kc.manifest(table)["arguments"]`` tells which group is ``a``, and with ``after`` which
        essays are the later ones. p and limits: ``change_difference`` in
        :mod:`kpu_corpus.analysis.statistics`.

    Raises
    ------
    InvalidArgument
        An unknown name or column, the same column twice, more or fewer than two values of ``when``,
        more than two groups where ``a`` names none, groups that overlap, ``b`` without ``a``, fewer
        than two people of a group with both essays, or essays that are too short.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import pandas as pd, kpu_corpus as kc
    >>> rows = [
    ...     {"author": f"{kelas}{n}", "kelas": kelas, "waktu": waktu}
    ...     | {"text": "Integritas dijaga. " * hits + "Hujan turun. " * (20 - hits)}
    ...     for kelas, more in (("A", 4), ("B", 1))
    ...     for n in range(6)
    ...     for waktu, hits in (("sebelum", 2 + n), ("sesudah", 2 + n + more))
    ... ]
    >>> table = kc.changes(kc.load(pd.DataFrame(rows)), by="kelas", when="waktu", pairs="author")
    >>> table.loc[table["theme"] == "integritas", ["change_a", "change_b"]].round(2).values.tolist()
    [[0.05, 0.2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    loaded = load_lexicon(lexicon)
    keys = loaded.keys_of(themes)
    groups = group(tokens.corpus, by, whole=False)
    times = group(tokens.corpus, when, whole=False, name="when")
    if groups.by == times.by:
        raise InvalidArgument("changes_same", column=column_told(tokens.corpus, groups.by))
    one, other = _groups(tokens, groups, named(a, groups.missing), named(b, groups.missing))
    ((first, second),) = sides_of(tokens, groups, one, other)
    late, early = _times(tokens, times, named(after, times.missing))
    both = [
        (_at(side, groups, times, late), _at(side, groups, times, early))
        for side in (first, second)
    ]
    found, whose, column = paired(tokens, both, pairs)
    _warn_both(tokens, pairs, found)
    counted = theme_samples(tokens, loaded, samples(tokens, drawn=True), keys)
    sides = [_essays(counted, pair, whose) for pair in found]
    columns = counted.told(change_difference(*sides[0], *sides[1]))
    size, (people_a, people_b) = len(counted.rows), (units.shape[1] for _, units in sides)
    columns |= {"people_a": np.full(size, people_a), "people_b": np.full(size, people_b)}
    columns["enough"] = np.full(size, min(people_a, people_b) >= MIN_PAIRS)
    told: dict[str, Any] = {"a": told_set(one), "b": told_set(other), "by": groups.by}
    told |= {"when": times.by, "after": late, "pairs": column, "lexicon": told_of(loaded)}
    told |= {} if themes is None else {"themes": told_set(keys)}
    return frame(CHANGES, columns, extend(tokens.manifest, "changes", **told))


def _groups(
    tokens: Tokens, groups: Groups, a: str | list[str] | None, b: str | list[str] | None
) -> tuple[str | list[str], str | list[str] | None]:
    """Return the groups that are compared: those that are named, or the only two."""
    if a is not None:
        return a, b
    if b is not None:
        raise InvalidArgument("side_alone", b=repr(b))
    _require_two(tokens, groups, "changes_groups")
    warn_unstated(tokens.corpus, groups)
    return in_turn(groups, groups.compared)


def _times(tokens: Tokens, times: Groups, after: str | list[str] | None) -> tuple[str, str]:
    """Return the values of the later and of the earlier essays."""
    _require_two(tokens, times, "changes_times")
    warn_unstated(tokens.corpus, times)
    late, early = in_turn(times, times.compared)
    if after is None:
        return late, early
    asked, _ = essays_of(tokens.corpus, times, after)
    if len(asked) != 1:
        raise InvalidArgument("changes_after", got=repr(after), groups=times.named(times.compared))
    return asked[0], early if asked[0] == late else late


def _require_two(tokens: Tokens, groups: Groups, message: str) -> None:
    count, column = len(groups.compared), column_told(tokens.corpus, groups.by)
    if count != 2:
        shown = groups.named(groups.compared[:20]) or "—"
        raise InvalidArgument(message, column=column, count=count, groups=shown)


def _at(side: Side, groups: Groups, times: Groups, name: str) -> Side:
    """Return the essays of a group, or of all in the rest, at one of both times."""
    rest = [groups.labels[row] for row in np.unique(groups.row[side.essays]).tolist()]
    told = cut(side.name or ", ".join(rest), LONGEST_NAME)
    return Side(f"{told}, {name}", side.essays & (times.row == times.labels.index(name)))


def _warn_both(tokens: Tokens, pairs: str, found: Sequence[tuple[Side, Side]]) -> None:
    """Warn of those who are compared in both groups, as two people: two may share a name."""
    of = merged(people_of(tokens.corpus, pairs))
    one, other = (of.row[late.essays] for late, _ in found)
    if both := [of.labels[row] for row in np.intersect1d(one, other).tolist()]:
        warn(KpuCorpusWarning("both_groups", count=len(both), got=told_names(both)))


def _essays(counted: ThemeSamples, pair: tuple[Side, Side], whose: Ints) -> tuple[Any, Any]:
    """Return the hits and units of the later and the earlier essays of each person."""
    (late, units), (early, others) = (counted.of(side, whose, paired=True) for side in pair)
    return np.stack([late, early], axis=1), np.stack([units, others])
