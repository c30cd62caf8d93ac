"""How much of each essay asserts each theme, with an interval and the weight of its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.people import told_whose, warn_repeated
from kpu_corpus.analysis.statistics import enough, group_interval, share_interval
from kpu_corpus.analysis.themes.counts import ThemeCounts, count_themes
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.columns.names import column_named
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Floats, Ints, Longs
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.frames import frame, taken
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.scanning import Units

THEMES = {
    "essay": "str",
    "theme": "str",
    "share": "float64",
    "low": "float64",
    "high": "float64",
    "weight": "float64",
    "hits": "int64",
    "sentences": "int64",
    "units": "int64",
    "essays": "int64",  # of groups
    "enough": "bool",
}
# What is needed to show shares, of this table or another.
SHARES = ("theme", "share", "low", "high", "sentences", "units", "enough")
THIRD = "third"
THIRDS = ("awal", "tengah", "akhir")

Number = TypeVar("Number", np.int64, np.float64)


@uncollected
def themes(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    by: str | None = "essay",
    people: str | None = None,
) -> pd.DataFrame:
    """Measure every theme in every essay or group, including themes that do not occur.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own. The hits of
        a theme also count for its ``parent``.
    by
        ``"essay"``, another column of ``corpus.essays``, ``"third"`` for the first, middle and
        last third of the essays (awal, tengah, akhir), or None for the whole corpus. The limits of
        the thirds are each about one of them: all three are of the same essays, so whether they
        overlap is no test of a difference.
    people
        A column that says who wrote each essay (``"author"``): where people wrote several essays of
        a group, its limits, and the five that ``enough`` asks for, are then of people. Names match
        regardless of case and degrees; an essay without a value, or by an account or an office, is
        by somebody else. Limits of a group by one person are about these essays alone. By default
        all essays count as independent, and a warning names the authors of several.

    Returns
    -------
    DataFrame
        essay (or ``by``), theme, then

        - ``share``: the share of the units of the body (sentences, headings, lead-ins, sign-offs)
          with a counted hit, from 0 to 1; ``low``, ``high``: its 95 % interval;
        - ``weight``: TF-IDF weight of the theme's words divided by that of all content words, 0 to
          1;
        - ``hits``: counted hits (asserted or aspired, for a topic also denied); ``sentences``:
          units with one;
        - ``units``: units of the body; ``essays``, of groups: the essays that have any;
        - ``enough``: False if the text is too short for a conclusion, or mostly in a language other
          than Indonesian (a ``ForeignEssays`` warning names these).

    Raises
    ------
    InvalidArgument
        ``by`` or ``people`` is not a column of the essays; ``people`` for single essays, whose
        limits are about them alone.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"a": "Integritas itu penting. Kami belajar di kantor."}))
    >>> table.loc[table["theme"] == "integritas", ["share", "hits", "units"]].values.tolist()
    [[0.5, 1.0, 2.0]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    loaded, (groups, part) = load_lexicon(lexicon), _parts(tokens.corpus, tokens.units, by)
    if people is None:
        # the thirds, three rows of each essay, are all of the same essays
        of_essays = group(tokens.corpus, None) if len(groups.row) > len(tokens.corpus) else groups
        warn_repeated(tokens, of_essays)
        return _table(tokens, loaded, groups, part)
    if groups.by == "essay":
        raise InvalidArgument("people_groups", people=repr(people))
    whose, column = told_whose(tokens.corpus, people)
    own = np.repeat(whose, len(groups.row) // max(len(tokens.corpus), 1))
    return _table(tokens, loaded, groups, part, own, people=column)


def themes_of(
    tokens: Tokens, *, lexicon: str | Path | Lexicon | pd.DataFrame | None, by: str | None = "essay"
) -> pd.DataFrame:
    """Return the themes of tokens as :func:`themes` does, without its warnings."""
    groups, part = _parts(tokens.corpus, tokens.units, by)
    return _table(tokens, load_lexicon(lexicon), groups, part)


def _table(
    tokens: Tokens,
    lexicon: Lexicon,
    groups: Groups,
    part: Ints,
    whose: Ints | None = None,
    **people: str,
) -> pd.DataFrame:
    measured = dict(THEMES)
    if groups.by == "essay":
        del measured["essays"]
    columns = groups.keyed(measured)
    counts = count_themes(tokens, lexicon, part, len(groups.row))
    asked = {"lexicon": told_of(lexicon), "by": groups.told, **people}
    made = extend(tokens.manifest, "themes", **asked)
    return frame(columns, _measured(counts, groups, whose), made)


def _parts(corpus: Corpus, units: Units, by: str | None) -> tuple[Groups, Ints]:
    """Group whole essays as :func:`group`, or with ``by="third"`` the thirds of essays.

    Returns the groups and, for each unit, its part: the row of its essay, or of the third of its
    essay (awal, tengah, akhir) that it stands in, counted in units of the body. ``groups.row`` has
    one value a part. A column of the essays named ``third`` goes before.
    """
    if by is None or column_named(corpus, by) != THIRD or THIRD in corpus.columns:
        return group(corpus, by, THIRD), units.essay
    body = units.body.astype(np.int64)
    sizes = np.bincount(units.essay, weights=body, minlength=len(corpus)).astype(np.int64)
    order = np.cumsum(body) - body - (np.cumsum(sizes) - sizes)[units.essay]
    third = np.minimum(3 * order // np.maximum(sizes[units.essay], 1), 2)
    rows = np.tile(np.arange(3, dtype=np.int32), len(corpus))
    return Groups(THIRD, THIRDS, rows), (3 * units.essay + third).astype(np.int32)


def _measured(counts: ThemeCounts, groups: Groups, whose: Ints | None) -> dict[str, Any]:
    """Return the columns of :func:`themes`, group by group and theme by theme.

    ``groups`` has a row for each row of the counts, and so has ``whose``, if people are clusters.
    """
    rows, size = len(groups.labels), len(counts.themes)
    totals = _by_group(counts.units, groups)
    sentences = _by_group(counts.sentences, groups)
    words = _by_group(counts.words, groups)[:, None]
    low, high, sure = _intervals(groups, counts, whose)
    essays = _by_group((counts.units > 0).astype(np.int64), groups)
    return {
        groups.by: groups.taken(np.repeat(np.arange(rows), size)),
        "theme": taken(counts.themes, np.tile(np.arange(size), rows)),
        "share": (sentences / np.maximum(totals, 1)[:, None]).ravel(),
        "low": low.ravel(),
        "high": high.ravel(),
        "weight": (_by_group(counts.weight, groups) / np.where(words > 0, words, 1.0)).ravel(),
        "hits": _by_group(counts.hits, groups).ravel(),
        "sentences": sentences.ravel(),
        "units": np.repeat(totals, size),
        "essays": np.repeat(essays, size),
        "enough": sure.ravel(),
    }


def _by_group(values: npt.NDArray[Number], groups: Groups) -> npt.NDArray[Number]:
    """Sum rows by group, one after the other, so that batches give the same to the last digit."""
    if groups.by == "essay":  # each is one
        return values
    summed = np.zeros((len(groups.labels), *values.shape[1:]), dtype=values.dtype)
    np.add.at(summed, groups.row, values)
    return summed


def _intervals(
    groups: Groups, counts: ThemeCounts, whose: Ints | None
) -> tuple[Floats, Floats, Bools]:
    """Return low, high and enough by group and theme; within a group essays, or people, differ."""
    asserting, units = counts.sentences, counts.units
    if groups.by == "essay":
        interval = share_interval(asserting, units[:, None])
        sure = enough(units) & ~counts.foreign
        return interval.low, interval.high, np.repeat(sure[:, None], asserting.shape[1], 1)
    read = np.where(counts.foreign, 0, units)  # units that the patterns are made for
    low = np.zeros((len(groups.labels), asserting.shape[1]), dtype=np.float64)
    high, sure = low.copy(), low.astype(bool)
    for row in range(len(groups.labels)):
        inside = groups.row == row
        here = [values[inside] for values in (asserting, units, read)]
        if whose is not None:
            here = [_by_person(whose[inside], values) for values in here]
        interval = group_interval(here[0].T, here[1])
        low[row], high[row] = interval.low, interval.high
        sure[row] = enough(here[2].sum(), essays=int((here[2] > 0).sum()))
    return low, high, sure


def _by_person(whose: Ints, counts: Longs) -> Longs:
    """Sum counts of essays (rows) by person."""
    own, place = np.unique(whose, return_inverse=True)
    summed = np.zeros((len(own), *counts.shape[1:]), dtype=np.int64)
    np.add.at(summed, place, counts)
    return summed
