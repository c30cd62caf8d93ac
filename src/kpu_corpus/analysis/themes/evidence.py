"""Every place where a theme is found: pattern, exact offsets, status and deciding cue."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.row_lists import distinct
from kpu_corpus.analysis.status import RULES
from kpu_corpus.analysis.themes.hits import Hits, cut, find_hits
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import strings
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.ground.frames import frame, taken
from kpu_corpus.ground.provenance import extend, told_set
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

EVIDENCE = {
    "essay": "str",
    "theme": "str",
    "pattern": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "status": "str",
    "rule": "str",
    "cue": "str",
    "text": "str",
    "counted": "bool",
}


@uncollected
def evidence(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    themes: Iterable[str] | None = None,
) -> pd.DataFrame:
    """List every hit of the themes with its offsets, status and sentence.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.
    themes
        The themes to list, by key or label (``"Tanggung jawab"``); by default all.

    Returns
    -------
    DataFrame
        essay, theme, pattern, sentence, start, end (code points in the source), surface (as
        written), status (asserted, aspired, negated, name, quoted), rule, cue, text (the unit),
        counted (whether the hit counts in :func:`themes`: asserted and aspired ones do, and negated
        ones if the theme has ``counts = "mentions"`` in the lexicon). Sorted by place, then theme.
        ``corpus.source_of(essay).text[start:end]`` equals ``surface``; offsets refer neither to the
        column text nor to ``corpus.text(essay)``, which is the body alone. Many patterns begin with
        ``=``: docs/tables.md shows how to keep them as text in ``to_excel``.

    Raises
    ------
    InvalidArgument
        A theme is not in the lexicon, or a label belongs to several themes.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> rows = kc.evidence(kc.load({"a": "Kami wajib menjaga Intergritas."}))
    >>> rows[["theme", "surface", "status", "cue"]].values.tolist()
    [['integritas', 'Intergritas', 'aspired', 'wajib']]
    >>> corpus = kc.load("corpus/")
    >>> row = kc.evidence(corpus).iloc[-1]
    >>> corpus.source_of(row.essay).text[row.start : row.end] == row.surface
    True
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    named = None if themes is None else strings("themes", themes)
    keys = None if named is None else [loaded.key_of(name) for name in named]
    hits = find_hits(tokens, loaded, keys)
    hits = hits.where(np.lexsort((hits.theme, hits.last, hits.first)))
    made = extend(tokens.manifest, "evidence", lexicon=told_of(loaded), themes=told_set(keys))
    return frame(EVIDENCE, _columns(tokens, hits), made)


def _columns(tokens: Tokens, hits: Hits) -> dict[str, Any]:
    units = tokens.units
    own, row = distinct(tokens.unit[hits.first], len(units.kind))
    texts = cut(tokens, units.essay[own], units.start[own], units.end[own])
    start, end = tokens.words.start[hits.first], tokens.words.ends(hits.last)
    unit = own[row]
    before = units.start[unit]
    # from the texts of the units, which were just made: those of the essays are far away
    places = zip(row.tolist(), (start - before).tolist(), (end - before).tolist(), strict=True)
    return {
        "essay": taken(tokens.corpus.ids, units.essay[unit]),
        "theme": taken(hits.themes, hits.theme),
        "pattern": taken(hits.patterns, hits.pattern),
        "sentence": units.number[unit],
        "start": start,
        "end": end,
        "surface": [texts[of][first:last] for of, first, last in places],
        "status": taken(list(RULES.values()), hits.rule),
        "rule": taken(list(RULES), hits.rule),
        "cue": hits.cue,
        "text": taken(texts, row),
        "counted": hits.counts,
    }
