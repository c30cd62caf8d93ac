"""Does a ranking hold when a debatable setting changes?"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.checking.carried import carrier
from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.keywords.keywords import keywords
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.statistics import rank_biased_overlap
from kpu_corpus.analysis.themes.themes import themes_of
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import ForeignEssays
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.provenance import extend, told
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.indonesian.lists.stopwords import DEFAULT_TIERS
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.roots.roots import roots_of
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.stream import anew
from kpu_corpus.tokens.survey import scanned

SENSITIVITY = {
    "setting": "str",
    "value": "str",
    "table": "str",
    "rank_agreement": "float64",
    "changed": "int64",
}
# What else a setting could reasonably be; the one that the tokens have is left out.
SETTINGS: dict[str, dict[str, Any]] = {
    "roots": {"ranked": "ranked", "sastrawi": "sastrawi", "none": "none"},
    "stops": {"default": DEFAULT_TIERS, "with domain": (*DEFAULT_TIERS, "domain"), "none": ()},
    "spelling": {"corrected": True, "as written": False},
}
WITHOUT = "without the most frequent"  # of each theme: the word that carries most of its sentences
BACKGROUNDS: dict[str, str | None] = {"formal": "formal", "the essays": None}

Row = tuple[str, str, str, float, int]


def sensitivity(
    tokens: Tokens | Corpus,
    *,
    top: int = 20,
    background: str | Background | Reference | None = "formal",
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rank the themes and keywords of the whole corpus again under other settings.

    One setting changes at a time; all others stay as in the tokens. The last row changes no
    setting: each theme loses the word that carries most of its sentences, such as the name of an
    event (a word carries a sentence if every hit of the theme in it contains the word). Keywords
    are compared by the roots of their display forms, so that a keyword stays the same whatever it
    was reduced to.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    top
        Number of keywords to compare.
    background
        The initial source of idf for the keywords, as in :func:`kpu_corpus.keywords`. Your own
        background (:func:`kpu_corpus.background`) was counted with the roots and stop words of
        these tokens: under other settings only themes are ranked again.
    lexicon
        The lexicon of the themes; None for the shipped ten.

    Returns
    -------
    DataFrame
        setting (roots, stops, spelling, background, words), value (what it was changed to), table
        (keywords or themes), rank_agreement (rank-biased overlap, Webber, Moffat & Zobel 2010:
        0 nothing in common, 1 the same order; random orders of ten themes agree by 0.65), changed
        (keywords no longer in the top; themes with another rank). Themes do not depend on the
        background.

    Raises
    ------
    InvalidArgument
        ``top`` is below 1, or ``background`` is unknown or does not fit the tokens.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.sensitivity(kc.load({"a": "Integritas itu penting. Kami belajar bekerja."}))
    >>> table["setting"].unique().tolist()
    ['roots', 'stops', 'spelling', 'background', 'words']
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    top = whole("top", top)
    loaded = load_lexicon(lexicon)
    rows = _rows(tokens, loaded, top, background)
    made = extend(
        tokens.manifest,
        "sensitivity",
        top=top,
        background=told(background),
        lexicon=told_of(loaded),
    )
    return frame(SENSITIVITY, rows, made)


def theme_sensitivity(tokens: Tokens, lexicon: Lexicon) -> pd.DataFrame:
    """Return the rows of :func:`sensitivity` about themes; no keyword is ranked for them."""
    return frame(SENSITIVITY, _rows(tokens, lexicon, 0, None), tokens.manifest)


def _rows(
    tokens: Tokens, lexicon: Lexicon, top: int, background: str | Background | Reference | None
) -> list[Row]:
    """Rank anew under every other setting; with ``top`` 0 the themes alone."""
    words = _keywords(tokens, top, background) if top else []
    ranks = _themes(tokens, lexicon)
    rows: list[Row] = []
    batch = scanned(tokens.corpus)  # which no setting changes
    for setting, value, choice in progress(_variants(tokens), "sensitivity"):
        ranked = top and (setting == "spelling" or not isinstance(background, Reference))
        fixed = setting == "stops"  # no theme depends on a stop word: none is counted anew
        other = tokens
        if ranked or not fixed:
            other = anew(batch, **{**_settings(tokens), setting: choice})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ForeignEssays)  # told of the tokens as they are
            if ranked:
                new_words = _keywords(other, top, background)
                rows.append(_row(setting, value, "keywords", words, new_words))
            new_ranks = ranks if fixed else _themes(other, lexicon)
            rows.append(_row(setting, value, "themes", ranks, new_ranks))
    for value, name in BACKGROUNDS.items():
        if top and name != background:
            rows.append(_row("background", value, "keywords", words, _keywords(tokens, top, name)))
    rows.append(_row("words", WITHOUT, "themes", ranks, _themes(tokens, lexicon, without=True)))
    return rows


def _variants(tokens: Tokens) -> list[tuple[str, str, Any]]:
    """Return every other setting: its name, the value as shown and as it is passed."""
    now = _settings(tokens)
    return [
        (setting, value, choice)
        for setting, choices in SETTINGS.items()
        for value, choice in choices.items()
        if not _same(now[setting], choice)
    ]


def _settings(tokens: Tokens) -> dict[str, Any]:
    now = tokens.manifest["settings"]
    return {
        "roots": tokens.roots,
        "stops": now["stops"],
        "spelling": now["spelling"],
        "phrases": now["phrases"] or None,
    }


def _same(now: Any, choice: Any) -> bool:
    return sorted(now) == sorted(choice) if isinstance(choice, tuple) else bool(now == choice)


def _keywords(
    tokens: Tokens, top: int, background: str | Background | Reference | None
) -> list[str]:
    # some lie beyond the top because two may be one when cut to roots
    table = keywords(tokens, top=2 * top, by=None, background=background)
    forms = [" ".join(roots_of(normal(shown).split())) for shown in table["display"]]
    return list(dict.fromkeys(forms))[:top]


def _themes(tokens: Tokens, lexicon: Lexicon, *, without: bool = False) -> list[str]:
    """Rank the themes; ``without`` the sentences of each that one word carries."""
    table = themes_of(tokens, lexicon=lexicon, by=None)
    if without:
        every = np.ones(len(tokens.units.kind))
        found = [carrier(tokens, lexicon, theme, every) for theme in table["theme"]]
        table["sentences"] -= [int(one.units.sum()) if one else 0 for one in found]
    order = ["sentences", "hits", "theme"]  # by the share: all are of the same sentences
    table = table.sort_values(order, ascending=[False, False, True])
    return [str(theme) for theme in table["theme"]]


def _row(setting: str, value: str, table: str, before: list[str], after: list[str]) -> Row:
    if table == "themes":
        changed = sum(a != b for a, b in zip(before, after, strict=True))
    else:
        changed = len(set(before) - set(after))
    return setting, value, table, rank_biased_overlap(before, after), changed
