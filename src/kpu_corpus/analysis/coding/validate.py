"""The machine against people who coded the same units: precision, recall, F1 and alpha."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.coding.codes import MISSING, Codes, read_codes
from kpu_corpus.analysis.coding.sheet import Coded
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.statistics import Accuracy, alpha_interval, macro_f1, weighted_accuracy
from kpu_corpus.analysis.statistics.agreement import UNDEFINED
from kpu_corpus.analysis.status import RULES
from kpu_corpus.analysis.themes.hits import Hits, find_hits, surfaces
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Floats, Ints
from kpu_corpus.ground.checks import choice
from kpu_corpus.ground.frames import frame, taken
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

VALIDATION = {
    "theme": "str",
    "n": "int64",
    "precision": "float64",
    "recall": "float64",
    "f1": "float64",
    "low": "float64",
    "high": "float64",
    "alpha": "float64",
    "precision_low": "float64",
    "precision_high": "float64",
    "recall_low": "float64",
    "recall_high": "float64",
    "tp": "int64",
    "fp": "int64",
    "fn": "int64",
    "themes": "int64",
    "enough": "bool",
    "alpha_low": "float64",
    "alpha_high": "float64",
}
By = Literal["theme", "pattern"]
MACRO = "macro"
MIN_POSITIVE = 10  # units with the theme, by people and by the machine, that a figure rests on


def validate(
    tokens: Tokens | Corpus,
    coded: Coded | Sequence[Coded] | Mapping[str, Coded],
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
    by: By | str = "theme",
) -> pd.DataFrame:
    """Compare the lexicon's answers with the codes of one or several people.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults): the texts that were coded.
    coded
        A completed :func:`kpu_corpus.coding_sheet` (.xlsx), the same as .csv, or a DataFrame with
        ``id`` (or ``essay`` and ``sentence``) and columns of 0 and 1 named after the themes;
        several coders as a list, or as {name: sheet}. Rows and columns may be in any order. Rows
        without any code and themes without a column are left out.
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.
    by
        ``"theme"``, or ``"pattern"`` for one row per pattern that matched in the coded units.

    Returns
    -------
    DataFrame
        theme (and pattern), then

        - ``n``: coded units; ``precision``, ``recall``, ``f1`` with the 95 % limits ``low``,
          ``high`` of F1 and those of precision and recall (``precision_low`` …);
        - ``alpha``: Krippendorff's alpha between the coders, NaN for one coder, or if all their
          codes are the same; not weighted, so of a stratified sample it is about the rows drawn;
          ``alpha_low``, ``alpha_high``: its 95 % limits for other essays like these, NaN where
          alpha is, or if fewer than five essays have sentences with two codes, which do not show
          how much essays differ;
        - ``tp``, ``fp``, ``fn``: units, not weighted; ``enough``: False if people, or the
          machine, find the theme in fewer than 10 units: read the limits, not the figure;
        - ``themes``: the number of themes behind the figures, 0 if neither people nor the machine
          found it.

        Figures without a denominator are NaN with limits 0 and 1: precision if the machine found
        nothing, recall if people found nothing, F1 if neither did.

        The people's answer is that of more than half of the coders; a tie is 0, so with two coders
        both must agree: use three, or validate each alone (docs/validation.md). The machine answers
        1 if a hit counts (asserted or aspired, for a topic also denied). Figures of a stratified
        sample are weighted back to the corpus. By theme, the last row is ``macro``: means over the
        themes that occur (their number is in ``themes``), with limits for F1; precision, recall and
        alpha over those that have one; ``tp``, ``fp`` and ``fn`` are sums. By pattern,
        recall is the share of the theme's units that this pattern finds.

    Raises
    ------
    InvalidArgument
        A cell, heading or id is wrong; the message names it.
    UnreadableSource, SourceNotFound
        ``coded``, or the lexicon, is not a readable file.
    InvalidLexicon
        The lexicon breaks its format.
    MissingExtra
        openpyxl is not installed (extra ``read``).

    Examples
    --------
    >>> import kpu_corpus as kc, pandas as pd
    >>> corpus = kc.load({"a": "Kami menjaga integritas. Hujan turun. Ia jujur."})
    >>> coded = pd.DataFrame({"id": ["a#1", "a#2", "a#3"], "integritas": [1, 0, 1]})
    >>> kc.validate(corpus, coded)[["theme", "n", "precision", "recall"]].values.tolist()
    [['integritas', 3, 1.0, 1.0], ['macro', 3, 1.0, 1.0]]
    """
    tokens = as_tokens(tokens)
    by = choice("by", by, get_args(By))
    loaded = load_lexicon(lexicon)
    codes = read_codes(tokens, coded, loaded)
    columns: Mapping[str, str] = VALIDATION
    found = reasons(tokens, find_hits(tokens, loaded).counted())
    essay = tokens.units.essay[codes.units]
    rows = [*_rows(codes, found, loaded, by, essay)]
    if by == "theme":
        rows.append(_macro(rows, len(codes.units), _agreement(codes.codes, essay)))
    else:
        columns = {"theme": "str", "pattern": "str", **VALIDATION}
    made = extend(tokens.manifest, "validate", lexicon=told_of(loaded), by=by, coders=codes.told)
    return frame(columns, rows, made)


class Why(NamedTuple):
    """A hit: its pattern, what it matched, its status and whether it counts."""

    pattern: str
    surface: str
    status: str
    counts: bool


Reasons = dict[tuple[int, int], list[Why]]


def reasons(tokens: Tokens, hits: Hits) -> Reasons:
    """Return (unit, theme) → the hits there, both as numbers."""
    columns = (
        *(tokens.unit[hits.first].tolist(), hits.theme.tolist()),
        *(taken(hits.patterns, hits.pattern), surfaces(tokens, hits)),
        *(taken(list(RULES.values()), hits.rule), hits.counts.tolist()),
    )
    found: Reasons = {}
    for unit, theme, *why in zip(*columns, strict=True):
        found.setdefault((unit, theme), []).append(Why(*why))
    return found


def _rows(
    codes: Codes, found: Reasons, lexicon: Lexicon, by: str, essay: Ints
) -> Iterator[dict[str, Any]]:
    """Yield the figures of each coded theme, or of each of its patterns that matched."""
    majority = codes.majority
    for column, theme in enumerate(codes.themes):
        given, of_theme = majority[:, column] != MISSING, codes.codes[:, :, [column]]
        true, agreement = majority[given, column] == 1, _agreement(of_theme, essay)
        hits = [found.get((unit, theme), ()) for unit in codes.units[given].tolist()]
        patterns = [{why.pattern for why in here} for here in hits]
        says = {"": [bool(here) for here in hits]}
        if by == "pattern":
            known = sorted(set().union(*patterns))
            says = {one: [one in here for here in patterns] for one in known}
        for pattern, machine in says.items():
            row = _row(np.array(machine, dtype=bool), true, codes.weight[given], agreement)
            yield {"theme": lexicon.themes[theme].key, "pattern": pattern, **row}


def _row(
    found: Bools, true: Bools, weight: Floats, agreement: Mapping[str, float]
) -> dict[str, Any]:
    figures: Accuracy = weighted_accuracy(found, true, weight)
    return {
        "n": len(true),
        **figures._asdict(),
        "low": figures.f1_low,
        "high": figures.f1_high,
        **agreement,
        "tp": int((found & true).sum()),
        "fp": int((found & ~true).sum()),
        "fn": int((~found & true).sum()),
        "themes": int((found | true).any()),
        "enough": min(int(found.sum()), int(true.sum())) >= MIN_POSITIVE,
    }


def _macro(
    rows: Sequence[Mapping[str, Any]], n: int, agreement: Mapping[str, float]
) -> dict[str, Any]:
    """Return the means over the themes that people or the machine found anywhere."""
    there = [row for row in rows if row["themes"]]
    f1, low, high = macro_f1(*([row[name] for row in there] for name in ("f1", "low", "high")))
    mean: dict[str, float] = {}
    for measure in ("precision", "recall"):
        defined = [row for row in there if not isnan(row[measure])]
        names = (measure, f"{measure}_low", f"{measure}_high")
        for name, undefined in zip(names, UNDEFINED, strict=True):
            mean[name] = _mean([row[name] for row in defined], undefined)
    return {
        "theme": MACRO,
        "n": n,
        **mean,
        "f1": f1,
        "low": low,
        "high": high,
        **agreement,
        **{name: sum(row[name] for row in rows) for name in ("tp", "fp", "fn", "themes")},
        "enough": bool(there) and all(row["enough"] for row in there),
    }


def _mean(values: Sequence[float], undefined: float) -> float:
    return float(np.mean(values)) if values else undefined


def _agreement(codes: npt.NDArray[np.int8], essay: Ints) -> dict[str, float]:
    """Return alpha and its limits for coders × units × themes; of several themes the mean."""
    given, ones = (x.sum(axis=0).T for x in (codes != MISSING, codes == 1))
    found = alpha_interval(ones, given, essay)
    return {"alpha": found.alpha, "alpha_low": found.low, "alpha_high": found.high}
