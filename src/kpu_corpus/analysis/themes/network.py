"""Which themes occur in the same sentences more or less often than by chance."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.statistics import benjamini_hochberg, together
from kpu_corpus.analysis.themes.hits import asserting, covered, find_hits
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

NETWORK = {
    "theme_a": "str",
    "theme_b": "str",
    "sentences": "int64",
    "expected": "float64",
    "log_ratio": "float64",
    "low": "float64",
    "high": "float64",
    "p": "float64",
    "q": "float64",
    "enough": "bool",
}
MIN_EXPECTED = 5.0
FEWEST = 3  # short, middle and long, in any corpus
ROOT = 0.25  # of the units: lengths that a stratum leaves unlike ring falsely as sqrt(n) / strata^2


def theme_network(
    tokens: Tokens | Corpus, *, lexicon: str | Path | Lexicon | pd.DataFrame | None = None
) -> pd.DataFrame:
    """Compare how often two themes occur in one sentence with what chance would give.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.

    Returns
    -------
    DataFrame
        One row per pair of themes; a theme and its parent are not a pair, nor are two parents of
        one theme, whose hits count for both.

        - ``sentences``: units of the body that assert both; ``expected``: their number if the two
          were distributed independently over the units of similar length in each essay (by the
          words outside themes: thirds, or more parts with many essays);
        - ``log_ratio``: binary logarithm of their ratio (0.5 added to both): 1 is twice as many as
          by chance, -1 half; ``low``, ``high``: its 95 % limits; low is -inf if no unit asserts
          both, and both are infinite if only one outcome was possible (a theme in no unit, or in
          every unit);
        - ``p``: Mantel & Haenszel (1959), with these units of each essay as a stratum, about these
          essays; the limits are of the same test, so p < 0.05 and limits without 0 always go
          together; ``q``: adjusted for the number of pairs (Benjamini & Hochberg 1995);
        - ``enough``: False if fewer than 5 units are expected (Cochran 1954).

        Words that two themes share make them co-occur: see :func:`kpu_corpus.lint`. A log_ratio of
        0.1 or less, which can be significant in hundreds of essays, may still be an effect of
        length: a theme may replace other words rather than be added to them. Pairs with ``enough``
        come first, then by ``low``, the most certain association on top.

    Raises
    ------
    InvalidArgument
        ``tokens`` is neither Tokens nor a Corpus.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> text = "Integritas dan netralitas dijaga. Hujan turun. " * 20
    >>> kc.theme_network(kc.load({"a": text})).iloc[:1, :4].values.tolist()
    [['integritas', 'netralitas', 20, 10.0]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    loaded = load_lexicon(lexicon)
    rows = _rows(tokens, loaded)
    q = benjamini_hochberg([row["p"] for row in rows])
    for row, adjusted in zip(rows, q, strict=True):
        row["q"] = float(adjusted)
    rows.sort(key=lambda row: (not row["enough"], -row["low"], -row["high"]))
    made = extend(tokens.manifest, "theme_network", lexicon=told_of(loaded))
    return frame(NETWORK, rows, made)


def _rows(tokens: Tokens, lexicon: Lexicon) -> list[dict[str, Any]]:
    body = tokens.units.body
    found = asserting(tokens, lexicon)[body]
    inside = covered(tokens, find_hits(tokens, lexicon).counted())
    stratum = _like_length(tokens, inside)
    units = np.bincount(stratum)
    with_theme = [np.bincount(stratum[column], minlength=len(units)) for column in found.T]
    keys = [theme.key for theme in lexicon.themes]
    counted = [lexicon.below(key) | {key} for key in keys]
    rows: list[dict[str, Any]] = []
    for a, b in combinations(range(len(keys)), 2):
        if counted[a] & counted[b]:
            continue
        both = int((found[:, a] & found[:, b]).sum())
        made = together([both], with_theme[a], with_theme[b][None], units)
        rows.append(
            {
                "theme_a": keys[a],
                "theme_b": keys[b],
                "sentences": both,
                "enough": bool(made.expected[0] >= MIN_EXPECTED),
                **{
                    name: float(getattr(made, name)[0])
                    for name in ("expected", "log_ratio", "low", "high", "p")
                },
            }
        )
    return rows


def _like_length(tokens: Tokens, inside: Bools) -> Longs:
    """Return a stratum for each unit of the body: those of its essay that are of like length.

    A long sentence has more room for anything than a heading has, so that any two things would
    seem to seek each other. Lengths are words that are not ``inside`` hits, since a theme
    makes its sentence long itself. They are parted at quantiles of all units of the corpus: in
    thirds, or in as many parts as the fourth root of the units is, since what lengths within a part
    do shows the more units there are.

    >>> import kpu_corpus as kc
    >>> text = "Jujur. Kami jujur. Kami selalu jujur."
    >>> tokens = kc.preprocess(kc.load({"a": text, "b": text}))
    >>> inside = np.array([surface.lower() == "jujur" for surface in tokens.frame["surface"]])
    >>> _like_length(tokens, inside).tolist()
    [0, 1, 2, 3, 4, 5]
    """
    body = tokens.units.body
    words = np.bincount(tokens.unit[~inside], minlength=len(body))[body]
    count: int = max(FEWEST, round(len(words) ** ROOT))
    cuts = np.quantile(words, np.arange(1, count) / count) if len(words) else ()
    return tokens.units.essay[body].astype(np.int64) * count + np.searchsorted(cuts, words)
