"""Words that may be misspelt, each with its place, a suggestion and the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.evidence import as_tokens
from kpu_corpus.analysis.foreign import foreign_essays
from kpu_corpus.corpus import Corpus
from kpu_corpus.frames import frame
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling import Suggestion, candidate, checkable, suggestions
from kpu_corpus.printable import seen
from kpu_corpus.provenance import extend
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

SPELLING = {
    "essay": "str",
    "sentence": "int64",
    "start": "int64",
    "end": "int64",
    "surface": "str",
    "suggestion": "str",
    "reason": "str",
    "certain": "bool",
}

_WRAPPED = re.compile(r"(?<=-)[^\S\n]*\n\s*")


def spelling(tokens: Tokens | Corpus) -> pd.DataFrame:
    """List words that differ from standard spelling, titles included.

    Names, acronyms, words that are merely rare and passages in another language are left alone. A
    finding is a hint to look at the place, never a mark: the standard changes, and writers may
    mean what they wrote.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).

    Returns
    -------
    DataFrame
        essay, sentence (0 in titles), start, end (code points in the source), surface (as
        written), suggestion (lower case), reason (misspelling, joined, split_prefix, spaced_dash,
        non_standard, borrowed), certain (False where it is only a hint). In the order of the text.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.spelling(kc.load({"a": "Kami menjaga intergritas dilingkungan kerja."}))
    >>> table[["surface", "suggestion", "reason"]].values.tolist()
    [['intergritas', 'integritas', 'misspelling'], ['dilingkungan', 'di lingkungan', 'joined']]
    """
    tokens = as_tokens(tokens)
    found = findings(tokens)
    rows = [row for row, kind in enumerate(tokens.type.tolist()) if kind in found]
    rows = [row for row, foreign in zip(rows, _foreign(tokens, rows), strict=True) if not foreign]
    hints = [found[int(tokens.type[row])] for row in rows]
    columns: dict[str, Any] = {
        "essay": [tokens.corpus.items[int(tokens.essay[row])].id for row in rows],
        "sentence": [int(tokens.units.number[tokens.unit[row]]) for row in rows],
        "start": tokens.words.start[rows] if rows else [],
        "end": tokens.words.ends(rows) if rows else [],
        "surface": [tokens.types.surface[int(tokens.type[row])] for row in rows],
        "suggestion": [hint.suggestion for hint in hints],
        "reason": [hint.reason for hint in hints],
        "certain": [hint.certain for hint in hints],
    }
    return frame(SPELLING, columns, extend(tokens.manifest, "spelling"))


def _foreign(tokens: Tokens, rows: list[int]) -> list[bool]:
    """Tell which words stand in an essay or a long passage of another language."""
    essays = foreign_essays(tokens)
    table = tokens.corpus.foreign
    passages: dict[str, list[tuple[int, int]]] = {}
    for essay, start, end in zip(table["essay"], table["start"], table["end"], strict=True):
        passages.setdefault(str(essay), []).append((int(start), int(end)))
    places = zip(tokens.essay[rows].tolist(), tokens.words.start[rows].tolist(), strict=True)
    return [
        bool(essays[essay])
        or any(a <= start < b for a, b in passages.get(tokens.corpus.items[essay].id, ()))
        for essay, start in places
    ]


def findings(tokens: Tokens) -> dict[int, Suggestion]:
    """Return the suggestion of every type that has one; short forms that texts define have none."""
    shorts = {*tokens.defined.values()}
    mid = np.zeros(len(tokens.types.surface), dtype=bool)
    mid[tokens.type[1:][tokens.unit[1:] == tokens.unit[:-1]]] = True
    forms = [*map(seen, tokens.types.surface)]
    single: dict[int, str] = {}
    split: dict[int, Suggestion] = {}
    phrases: dict[int, list[str]] = {}
    for kind, surface in enumerate(forms):
        if " " not in surface and checkable(surface):
            single[kind] = normal(surface)
        elif tokens.types.kind[kind] == "phrase":
            phrases[kind] = surface.split()
        elif tokens.types.kind[kind] == "word" and any(map(str.isspace, surface)):
            # words that preprocessing joined: di selenggarakan
            norm = tokens.types.norm[kind]
            if _WRAPPED.sub("", forms[kind]).lower() == norm:
                continue  # a program broke the line behind the hyphen
            reason = "spaced_dash" if "-" in norm else "split_prefix"
            split[kind] = Suggestion(norm, reason, True)
    lower = (forms[kind].lower() for kind in single)
    parts = (word.lower() for words in phrases.values() for word in words)
    hints = suggestions({*single.values(), *lower, *parts})
    for kind, words in phrases.items():
        if hint := _of_phrase(words, bool(mid[kind]), hints):
            split[kind] = hint
    return split | {
        kind: hints[form]
        for kind, form in single.items()
        if form in hints and form not in shorts and candidate(forms[kind], bool(mid[kind]), hints)
    }


def _of_phrase(words: list[str], mid: bool, hints: Mapping[str, Suggestion]) -> Suggestion | None:
    """Return the suggestion for words that are one term, of which some may be misspelt."""
    found = {
        at: hints[word.lower()]
        for at, word in enumerate(words)
        if word.lower() in hints and candidate(word, mid or at > 0, hints)
    }
    if not found:
        return None
    told = [found[at].suggestion if at in found else word.lower() for at, word in enumerate(words)]
    reason = next(hint.reason for hint in found.values())
    return Suggestion(" ".join(told), reason, all(hint.certain for hint in found.values()))
