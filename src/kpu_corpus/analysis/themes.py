"""How much of each essay asserts each theme, with an interval and the weight of its words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.evidence import Hit, as_tokens, find_hits
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.analysis.statistics import enough, group_interval, share_interval
from kpu_corpus.analysis.status import COUNTED
from kpu_corpus.corpus import Corpus
from kpu_corpus.frames import frame, with_key
from kpu_corpus.grouping import Groups, parts
from kpu_corpus.provenance import extend
from kpu_corpus.terms import countable, token_idf
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Ints

if TYPE_CHECKING:
    import pandas as pd

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
    "enough": "bool",
}

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def themes(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | None = None,
    by: str | None = "essay",
) -> pd.DataFrame:
    """Measure every theme in every essay or group, themes that do not occur included.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    lexicon
        None for the shipped ten themes, a shipped name or a file of one's own. What a theme
        finds counts for its ``parent`` too.
    by
        ``"essay"``, another column of ``corpus.essays``, ``"third"`` for the first, middle and
        last third of the essays (awal, tengah, akhir), or None for the whole corpus.

    Returns
    -------
    DataFrame
        essay (or ``by``), theme, then

        - ``share``: the share of the units of the body (sentences, headings, lead-ins, sign-offs)
          with a counted hit, from 0 to 1; ``low``, ``high``: its 95 % interval;
        - ``weight``: TF-IDF weight of the theme's words over that of all content words, 0 to 1;
        - ``hits``: counted hits (asserted or aspired); ``sentences``: units with one;
        - ``units``: units of the body; ``enough``: False where the text is too short to say.

    Raises
    ------
    InvalidArgument
        ``by`` is no column of the essays.
    InvalidLexicon
        The lexicon breaks its format.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"a": "Integritas itu penting. Kami belajar di kantor."}))
    >>> table.loc[table["theme"] == "integritas", ["share", "hits", "units"]].values.tolist()
    [[0.5, 1.0, 2.0]]
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    groups, part = parts(tokens.corpus, tokens.units, by)
    hits = [hit for hit in find_hits(tokens, loaded) if hit.status.status in COUNTED]
    keys = [theme.key for theme in loaded.themes]
    columns = _measure(tokens, groups, part, keys, hits)
    made = extend(tokens.manifest, "themes", lexicon=loaded.name, by=by)
    return frame(with_key(THEMES, groups.by), {groups.by: columns.pop("essay"), **columns}, made)


def _measure(
    tokens: Tokens, groups: Groups, part: Ints, keys: Sequence[str], hits: Sequence[Hit]
) -> dict[str, Any]:
    """Return the columns, group by group and theme by theme."""
    rows, essays, count = len(groups.labels), len(groups.row), len(keys)
    place = {key: index for index, key in enumerate(keys)}
    theme = np.array([place[hit.theme] for hit in hits], dtype=np.int64)
    first = np.array([hit.first for hit in hits], dtype=np.int64)
    pairs = np.unique(theme * (len(tokens.units.kind) + 1) + tokens.unit[first])
    pair_theme, pair_unit = np.divmod(pairs, len(tokens.units.kind) + 1)
    asserting = np.zeros((essays, count), dtype=np.int64)
    np.add.at(asserting, (part[pair_unit], pair_theme), 1)
    units = np.bincount(part[tokens.units.body], minlength=essays)
    hit_count = np.zeros((rows, count), dtype=np.int64)
    np.add.at(hit_count, (groups.row[part[tokens.unit[first]]], theme), 1)
    sentences = np.zeros((rows, count), dtype=np.int64)
    np.add.at(sentences, groups.row, asserting)
    totals = np.zeros(rows, dtype=np.int64)
    np.add.at(totals, groups.row, units)
    share = sentences / np.maximum(totals, 1)[:, None]
    low, high, sure = _intervals(groups, asserting, units)
    return {
        "essay": np.repeat(np.array(groups.labels, dtype=object), count),
        "theme": list(keys) * rows,
        "share": share.ravel(),
        "low": low.ravel(),
        "high": high.ravel(),
        "weight": _weights(tokens, groups, part, hits, theme, count).ravel(),
        "hits": hit_count.ravel(),
        "sentences": sentences.ravel(),
        "units": np.repeat(totals, count),
        "enough": sure.ravel(),
    }


def _intervals(
    groups: Groups, asserting: Counts, units: Counts
) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    """Return low, high and enough by group and theme; within a group the essays differ."""
    if groups.by == "essay":
        interval = share_interval(asserting, units[:, None])
        return interval.low, interval.high, np.repeat(enough(units)[:, None], asserting.shape[1], 1)
    low = np.zeros((len(groups.labels), asserting.shape[1]), dtype=np.float64)
    high, sure = low.copy(), low.astype(bool)
    for row in range(len(groups.labels)):
        inside = groups.row == row
        interval = group_interval(asserting[inside].T, units[inside])
        low[row], high[row] = interval.low, interval.high
        sure[row] = enough(units[inside].sum(), essays=int((units[inside] > 0).sum()))
    return low, high, sure


def _weights(
    tokens: Tokens, groups: Groups, part: Ints, hits: Sequence[Hit], theme: Counts, count: int
) -> Floats:
    """Return the idf of the words in counted hits over the idf of all content words."""
    idf = np.where(countable(tokens), token_idf(tokens), 0.0)
    row = groups.row[part[tokens.unit]]
    total = np.bincount(row, weights=idf, minlength=len(groups.labels))
    weight = np.zeros((len(groups.labels), count), dtype=np.float64)
    for hit, column in zip(hits, theme, strict=True):
        weight[row[hit.first], column] += idf[hit.first : hit.last + 1].sum()
    return weight / np.where(total > 0, total, 1.0)[:, None]
