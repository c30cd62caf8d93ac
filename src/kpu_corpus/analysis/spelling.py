"""Words that may be misspelt, each with its place, a suggestion and the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.foreign import foreign_essays
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.provenance import extend
from kpu_corpus.indonesian.language import is_english
from kpu_corpus.indonesian.lists.multiwords import compound_roots
from kpu_corpus.indonesian.normal import normal
from kpu_corpus.indonesian.spelling.candidates import candidate, checkable
from kpu_corpus.indonesian.spelling.joins import ENDINGS
from kpu_corpus.indonesian.spelling.spelling import Suggestion, suggestions
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.broken import unbroken
from kpu_corpus.tokens.given import as_tokens

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

_ACRONYM = 5  # letters of most acronyms at most: a heading in capitals has longer words
_WORD = re.compile(r"\S+")


def spelling(tokens: Tokens | Corpus) -> pd.DataFrame:
    """List words that differ from standard spelling, titles included.

    Names, acronyms, words that are merely rare, English sentences and passages in another language
    are ignored. A finding is a hint to look at the place, never a grade: the standard changes, and
    writers may mean what they wrote.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).

    Returns
    -------
    DataFrame
        essay, sentence (0 in titles), start, end (code points in the source), surface (as
        written), suggestion (lower case), reason (misspelling, joined, split_prefix, spaced_dash,
        non_standard, borrowed), certain (False for a mere hint). In the order of the text.

    Raises
    ------
    InvalidArgument
        ``tokens`` is neither Tokens nor a Corpus.

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
    pairs = [(row, slip) for row in rows for slip in found[int(tokens.type[row])]]
    starts = [int(tokens.words.start[row]) + slip.at for row, slip in pairs]
    columns: dict[str, Any] = {
        "essay": [tokens.corpus.ids[int(tokens.essay[row])] for row, _ in pairs],
        "sentence": [int(tokens.units.number[tokens.unit[row]]) for row, _ in pairs],
        "start": starts,
        "end": [at + len(slip.surface) for at, (_, slip) in zip(starts, pairs, strict=True)],
        "surface": [slip.surface for _, slip in pairs],
        "suggestion": [slip.hint.suggestion for _, slip in pairs],
        "reason": [slip.hint.reason for _, slip in pairs],
        "certain": [slip.hint.certain for _, slip in pairs],
    }
    return frame(SPELLING, columns, extend(tokens.manifest, "spelling"))


class Finding(NamedTuple):
    """What was meant by a type or a word of it: where that begins in the type, and as written."""

    at: int
    surface: str
    hint: Suggestion


def _is_name(tokens: Tokens, kind: int) -> bool:
    """Tell whether one word is a name as it stands, as Pebayuran is behind Kecamatan."""
    own = tokens.types.norm[kind] == normal(tokens.types.surface[kind])
    return own and tokens.types.kind[kind] == "name"


def _foreign(tokens: Tokens, rows: list[int]) -> list[bool]:
    """Tell which words are in an essay or a long passage in another language, or quoted English."""
    essays = foreign_essays(tokens)
    table = tokens.corpus.foreign
    passages: dict[str, list[tuple[int, int]]] = {}
    for essay, start, end in zip(table["essay"], table["start"], table["end"], strict=True):
        passages.setdefault(str(essay), []).append((int(start), int(end)))
    columns = (tokens.essay, tokens.words.start, tokens.unit)
    english = {unit: is_english(tokens.text_of(unit)) for unit in {*tokens.unit[rows].tolist()}}
    return [
        bool(essays[essay])
        or english[unit]
        or any(a <= start < b for a, b in passages.get(tokens.corpus.ids[essay], ()))
        for essay, start, unit in zip(*(column[rows].tolist() for column in columns), strict=True)
    ]


def findings(tokens: Tokens) -> dict[int, list[Finding]]:
    """Return the findings in each type; short forms defined in texts are not findings.

    Nor are hints on what the texts write in capitals, too. The words of a name or a fixed phrase
    are checked one by one.
    """
    shorts = {*tokens.defined.values()}
    capitals = {x.lower() for x in tokens.types.surface if x.isupper() and len(x) <= _ACRONYM}
    mid = np.zeros(len(tokens.types.surface), dtype=bool)
    mid[tokens.type[1:][tokens.unit[1:] == tokens.unit[:-1]]] = True
    words: list[tuple[int, re.Match[str]]] = []
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for kind, surface in enumerate(tokens.types.surface):
        spaced = any(map(str.isspace, surface))
        if spaced and (joined := _joined(tokens, kind)):
            found[kind].append(Finding(0, surface, joined))
        elif (tokens.types.kind[kind] != "word") if spaced else not _is_name(tokens, kind):
            words.extend((kind, word) for word in _WORD.finditer(surface))
    asked = [(kind, word, seen(word[0])) for kind, word in words if checkable(seen(word[0]))]
    hints = suggestions({form for _, _, shown in asked for form in (normal(shown), shown.lower())})
    for kind, word, shown in asked:
        hint = hints.get(normal(shown))
        after = bool(mid[kind]) or word.start() > 0
        known = normal(shown) in shorts or (hint and not hint.certain and shown in capitals)
        if hint and not known and candidate(shown, after, hints):
            found[kind].append(Finding(word.start(), word[0], hint))
    return found


def _joined(tokens: Tokens, kind: int) -> Suggestion | None:
    """What is meant by words that preprocessing joined: di selenggarakan, di tindak lanjuti."""
    surface, norm = tokens.types.surface[kind], tokens.types.norm[kind]
    if tokens.types.kind[kind] != "word":
        parts = norm.split()
        if len(parts) == 2 and parts[0] == parts[1]:
            return Suggestion("-".join(parts), "split_prefix", True)  # undang undang
        split = norm in compound_roots() and norm.startswith(("di ", "ke "))
        return Suggestion(norm.replace(" ", ""), "split_prefix", True) if split else None
    if unbroken(seen(surface), norm).lower() == norm:
        return None  # a program broke the line behind the hyphen
    first, *others = seen(surface).split()
    if others and others[0] in ENDINGS and first[-1].isupper():
        return Suggestion(f"{first}-{others[0]}".lower(), "split_prefix", True)  # KTP nya: KTP-nya
    dashed = "-" in norm and not "".join(surface.split()).isalpha()
    return Suggestion(norm, "spaced_dash" if dashed else "split_prefix", True)
