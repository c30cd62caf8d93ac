"""Every place where a theme is found: pattern, exact offsets, status and the cue that decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, Theme, load_lexicon
from kpu_corpus.analysis.patterns import Matcher
from kpu_corpus.analysis.status import COUNTED, Judge, Status
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.frames import frame
from kpu_corpus.provenance import extend
from kpu_corpus.tokens import Tokens, preprocess

if TYPE_CHECKING:
    import pandas as pd

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
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a theme is found: its first and last token and what it says there."""

    theme: str
    pattern: str
    first: int
    last: int
    status: Status


def as_tokens(made: Tokens | Corpus) -> Tokens:
    """Return tokens as they are; a corpus is preprocessed with the default settings.

    Raises InvalidArgument for anything else.
    """
    if isinstance(made, Tokens):
        return made
    if isinstance(made, Corpus):
        return preprocess(made)
    raise InvalidArgument("not_tokens", got=type(made).__name__)


def find_hits(tokens: Tokens, lexicon: Lexicon, keys: Iterable[str] | None = None) -> list[Hit]:
    """Find the hits of some themes (default all) in the body, in the order of themes and text."""
    chosen = _chosen(lexicon, keys)
    matcher = Matcher(tokens, lexicon.sets, lexicon.name)
    judge = Judge(tokens)
    return [
        Hit(theme.key, name, first, last, judge.status(first, last, against=against))
        for theme in chosen
        for name, first, last, against in _places(tokens, matcher, lexicon.patterns(theme.key))
    ]


def asserting(tokens: Tokens, lexicon: Lexicon) -> npt.NDArray[np.bool_]:
    """Return units × themes: True where a unit has a hit that counts (asserted or aspired)."""
    place = {theme.key: index for index, theme in enumerate(lexicon.themes)}
    found = np.zeros((len(tokens.units.kind), len(place)), dtype=bool)
    for hit in find_hits(tokens, lexicon):
        if hit.status.status in COUNTED:
            found[tokens.unit[hit.first], place[hit.theme]] = True
    return found


def evidence(
    tokens: Tokens | Corpus,
    *,
    lexicon: str | Path | Lexicon | None = None,
    themes: Iterable[str] | None = None,
) -> pd.DataFrame:
    """List every hit of the themes with its offsets, status and sentence.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    lexicon
        None for the shipped ten themes, a shipped name or a TOML file of one's own.
    themes
        The themes to list; all when not given.

    Returns
    -------
    DataFrame
        essay, theme, pattern, sentence, start, end (code points in the source), surface (as
        written), status (asserted, aspired, negated, name, quoted), rule, cue, text (the unit).
        Only asserted and aspired hits count in :func:`themes`. Sorted by place, then theme.

    Raises
    ------
    InvalidArgument
        A theme that the lexicon does not have.
    InvalidLexicon
        The lexicon breaks its format.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> rows = kc.evidence(kc.load({"a": "Kami wajib menjaga Intergritas."}))
    >>> rows[["theme", "surface", "status", "cue"]].values.tolist()
    [['integritas', 'Intergritas', 'aspired', 'wajib']]
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    keys = [themes] if isinstance(themes, str) else None if themes is None else list(themes)
    hits = sorted(find_hits(tokens, loaded, keys), key=lambda hit: (hit.first, hit.last))
    made = extend(tokens.manifest, "evidence", lexicon=loaded.name, themes=keys)
    return frame(EVIDENCE, _columns(tokens, hits), made)


def _chosen(lexicon: Lexicon, keys: Iterable[str] | None) -> list[Theme]:
    if keys is None:
        return list(lexicon.themes)
    known = {theme.key: theme for theme in lexicon.themes}
    wanted = [keys] if isinstance(keys, str) else list(keys)
    for key in wanted:
        if key not in known:
            raise one_of("theme", key, known)
    return [known[key] for key in wanted]


def _places(
    tokens: Tokens, matcher: Matcher, patterns: Iterable[Pattern]
) -> list[tuple[str, int, int, bool]]:
    """Return the hits of a theme, none overlapping: the earliest and longest wins."""
    body = tokens.units.body
    found = [
        (int(first), -int(last), match, pattern.against)
        for pattern in patterns
        for match, hits in matcher.find_each(pattern)
        for first, last in zip(*hits, strict=True)
        if body[tokens.unit[first]]
    ]
    kept: list[tuple[str, int, int, bool]] = []
    after = 0
    for first, minus_last, name, against in sorted(found):
        if first >= after:
            kept.append((name, first, -minus_last, against))
            after = -minus_last + 1
    return kept


def _columns(tokens: Tokens, hits: list[Hit]) -> dict[str, Any]:
    names = [item.id for item in tokens.corpus.items]
    first: npt.NDArray[np.int64] = np.array([hit.first for hit in hits], dtype=np.int64)
    last: npt.NDArray[np.int64] = np.array([hit.last for hit in hits], dtype=np.int64)
    units = tokens.unit[first]
    start, end = tokens.words.start[first], tokens.words.end[last]
    texts = [tokens.text_of(int(unit)) for unit in units]
    offsets = tokens.units.start[units]
    return {
        "essay": [names[index] for index in tokens.essay[first]],
        "theme": [hit.theme for hit in hits],
        "pattern": [hit.pattern for hit in hits],
        "sentence": tokens.units.number[units],
        "start": start,
        "end": end,
        "surface": [
            text[a - offset : b - offset]
            for text, a, b, offset in zip(texts, start, end, offsets, strict=True)
        ],
        "status": [hit.status.status for hit in hits],
        "rule": [hit.status.rule for hit in hits],
        "cue": [hit.status.cue for hit in hits],
        "text": texts,
    }
