"""How an essay is written: length, variety, readability, voice and spelling; no grade."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import fsum
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.running_words import norm_numbers, running_words
from kpu_corpus.analysis.spelling import Finding, findings
from kpu_corpus.analysis.statistics import mattr
from kpu_corpus.analysis.status.affixes import is_passive
from kpu_corpus.columns.grouping import Groups, group
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.indonesian.lists.stopwords import GRAMMATICAL, stopwords
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

PROFILE = {
    "essay": "str",
    "words": "int64",
    "sentences": "int64",
    "units": "int64",
    "words_per_sentence": "float64",
    "syllables_per_word": "float64",
    "mattr": "float64",
    "readability": "float64",
    "function_words": "float64",
    "passive": "float64",
    "kami": "float64",
    "kita": "float64",
    "nominalisation": "float64",
    "spelling": "float64",
}
PER_HUNDRED = ("passive", "kami", "kita", "nominalisation", "spelling")  # words
WINDOW = 50  # words, names and fixed phrases
SYLLABLES = 0.6  # as Indonesian teaching books correct Fry's graph; no source validated it
_DIPHTHONG = re.compile(r"(ai|au|oi)$")
_NOMINAL = re.compile(r"(pe|ke)\w{3,}an(nya|ku|mu)?$")


def profile(tokens: Tokens | Corpus, *, by: str | None = "essay") -> pd.DataFrame:
    """Describe how each essay is written; nothing here is a grade.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    by
        ``"essay"``, another column of ``corpus.essays``, or None for the whole corpus.

    Returns
    -------
    DataFrame
        essay (or ``by``), words and full sentences of the body, units (sentences plus headings,
        lead-ins, list items and sign-offs, which reports and themes count), words_per_sentence (of
        full sentences), syllables_per_word, mattr (Covington & McFall 2010, windows of 50 normal
        forms, where a name or a fixed phrase is one form, while ``words`` counts its words; for a
        group the mean over all windows inside its essays, where an essay shorter than a window is
        one window), readability (reading ease of Flesch 1948, ``206.835 - 1.015 w - 84.6 s``, with
        the syllables times 0.6 as Indonesian textbooks do for Fry's graph, without a study that we
        could find: around 100 easy, around 0 hard; not validated on essays), function_words (share
        of all words: stop words of the tiers function, pronoun and discourse, negation and modals),
        and per 100 words: passive (verbs in di-), kami, kita, nominalisation
        (pe-…-an, ke-…-an), spelling (findings of :func:`spelling`). Ratios of an empty text are 0.
        A ``ForeignEssays`` warning names essays mostly in another language, for which these figures
        are meaningless.

    Raises
    ------
    InvalidArgument
        ``by`` is not a column of the essays.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> table = kc.profile(kc.load({"a": "Kami menjaga suara rakyat. Suara itu dihitung."}))
    >>> table[["words", "sentences", "units", "kami"]].values.tolist()[0]
    [7.0, 2.0, 2.0, 14.285714285714286]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    groups = group(tokens.corpus, by)
    count, keyed = len(groups.labels), groups.keyed(PROFILE)
    inside = running_words(tokens)
    row, kind = groups.row[tokens.essay[inside]], tokens.type[inside]
    widths = np.array([len(norm.split()) for norm in tokens.types.norm], dtype=np.int64)
    words = np.bincount(row, weights=widths[kind], minlength=count)
    sentence = tokens.units.are("sentence")
    sentences = np.bincount(groups.row[tokens.units.essay[sentence]], minlength=count)
    units = np.bincount(groups.row[tokens.units.essay[tokens.units.body]], minlength=count)
    in_sentences = np.bincount(
        row, weights=widths[kind] * sentence[tokens.unit[inside]], minlength=count
    )
    sums = {
        name: np.bincount(row, weights=np.array(values, np.float64)[kind], minlength=count)
        for name, values in _of_types(tokens).items()
    }
    safe = np.maximum(words, 1)
    length = in_sentences / np.maximum(sentences, 1)
    syllables = sums["syllables"] / safe
    ease = 206.835 - 1.015 * length - 84.6 * SYLLABLES * syllables
    columns: dict[str, Any] = {
        groups.by: groups.taken(np.arange(count)),
        "words": words.astype(np.int64),
        "sentences": sentences,
        "units": units,
        "words_per_sentence": length,
        "syllables_per_word": syllables,
        "mattr": _mattr(tokens, inside, groups),
        "readability": np.where((sentences > 0) & (words > 0), ease, 0.0),
        "function_words": sums["function_words"] / safe,
        **{name: sums[name] * (100.0 / safe) for name in PER_HUNDRED},
    }
    made = extend(tokens.manifest, "profile", by=groups.told)
    return frame(keyed, columns, made)


def _of_types(tokens: Tokens) -> dict[str, Sequence[int]]:
    """Return the contribution of each type to the sums of a group: syllables, and flags."""
    norms, found = tokens.types.norm, findings(tokens)
    listed = stopwords("function", "pronoun", "discourse") | GRAMMATICAL
    return {
        "syllables": [_syllables(norm) for norm in norms],
        "function_words": [norm in listed for norm in norms],
        "passive": _passives(tokens, found),
        "kami": [norm == "kami" for norm in norms],
        "kita": [norm == "kita" for norm in norms],
        "nominalisation": _nominal(tokens),
        "spelling": [len(found.get(at, ())) for at in range(len(norms))],
    }


def _mattr(tokens: Tokens, inside: Bools, groups: Groups) -> list[float]:
    """Return for each group the mean over the windows of its essays; windows stay inside an essay.

    An essay shorter than a window is one window.
    """
    words = norm_numbers(tokens)[inside]
    ends = np.searchsorted(tokens.essay[inside], np.arange(len(tokens.corpus) + 1))
    sums: list[list[float]] = [[] for _ in groups.labels]
    windows = [0] * len(groups.labels)
    for row, (low, high) in zip(groups.row.tolist(), pairwise(ends.tolist()), strict=True):
        if low < high:
            own = max(high - low - WINDOW + 1, 1)
            sums[row].append(mattr(words[low:high], WINDOW) * own)
            windows[row] += own
    # the exact sum, which is the same in any order
    return [fsum(part) / max(count, 1) for part, count in zip(sums, windows, strict=True)]


def _syllables(norm: str) -> int:
    """Count vowels, with a final ai, au or oi as one; every word has at least one.

    >>> _syllables("nilai-nilai"), _syllables("kpu-nya")
    (4, 2)
    """
    return sum(
        max(sum(char in "aeiouéè" for char in word) - bool(_DIPHTHONG.search(word)), 1)
        for word in norm.replace("-", " ").split()
    )


def _passives(tokens: Tokens, found: Mapping[int, list[Finding]]) -> list[bool]:
    """Verbs in di-; what is to be written apart (dimana: di mana) is none."""
    pairs = zip(tokens.types.norm, tokens.types.root, tokens.types.kind, strict=True)
    return [
        kind == "word"
        and is_passive(norm, root)
        and not any(slip.hint.suggestion.startswith("di ") for slip in found.get(at, ()))
        for at, (norm, root, kind) in enumerate(pairs)
    ]


def _nominal(tokens: Tokens) -> list[bool]:
    pairs = zip(tokens.types.norm, tokens.types.root, strict=True)
    return [bool(_NOMINAL.fullmatch(norm)) and root != norm for norm, root in pairs]
