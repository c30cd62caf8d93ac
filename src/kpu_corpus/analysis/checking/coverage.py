"""How much of a corpus a lexicon explains, and which of its patterns find nothing."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, load_lexicon, told_of
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.columns.grouping import group
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

COVERAGE = {
    "essay": "str",
    "units": "int64",
    "explained": "int64",
    "unexplained": "int64",
    "share": "float64",
}


def coverage(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    by: str | None = None,
) -> pd.DataFrame:
    """Count the units of the body with and without any theme.

    ``by`` is ``"essay"`` or another column of ``corpus.essays``; None counts the whole corpus.
    Returns a DataFrame: corpus (or ``by``), units, explained (with a counted hit of any theme),
    unexplained, share (of the units that no theme explains, 0 to 1; 0 without units). A unit counts
    as explained however little of it is about the theme, so the share is a lower bound of what the
    lexicon leaves out.

    Raises InvalidArgument if ``by`` is not a column, InvalidLexicon for a broken lexicon and
    SourceNotFound for one that does not exist.

    >>> import kpu_corpus as kc
    >>> table = kc.coverage(kc.load({"a": "Integritas itu penting. Kantor kami di dekat pasar."}))
    >>> table[["units", "explained", "share"]].values.tolist()
    [[2.0, 1.0, 0.5]]
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    groups = group(tokens.corpus, by)
    row = groups.row[tokens.units.essay]
    body, hit = tokens.units.body, asserting(tokens, loaded).any(axis=1)
    size = len(groups.labels)
    units = np.bincount(row[body], minlength=size)
    explained = np.bincount(row[body & hit], minlength=size)
    columns: dict[str, Any] = {
        groups.by: groups.taken(np.arange(size)),
        "units": units,
        "explained": explained,
        "unexplained": units - explained,
        "share": (units - explained) / np.maximum(units, 1),
    }
    made = extend(tokens.manifest, "coverage", lexicon=told_of(loaded), by=groups.told)
    return frame(groups.keyed(COVERAGE), columns, made)


def unmatched(tokens: Tokens, lexicon: Lexicon) -> list[tuple[str, Pattern, tuple[str, ...]]]:
    """Return the patterns with match strings that match nowhere, in lexicon order, with these.

    A string counts as matched where another covers its hits, and outside of essay bodies too.

    >>> import kpu_corpus as kc
    >>> tokens = kc.preprocess(kc.load({"a": "Kami bekerja dengan jujur."}))
    >>> lexicon = load_lexicon("berakhlak")
    >>> len(unmatched(tokens, lexicon)) <= sum(len(theme.patterns) for theme in lexicon.themes)
    True
    """
    found = Matcher(tokens, lexicon).find_whole().match
    number = count()
    alive = {*np.unique(found).tolist()}
    idle = {
        one: tuple(match for match in one.match if next(number) not in alive)
        for one in lexicon.every
    }
    return [
        (theme.key, one, idle[one])
        for theme in lexicon.themes
        for one in theme.patterns
        if idle[one]
    ]
