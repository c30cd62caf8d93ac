"""The sentences on which people, or the people and the machine, differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.coding.codes import MISSING, Codes, read_codes
from kpu_corpus.analysis.coding.sheet import Coded
from kpu_corpus.analysis.coding.validate import Why, reasons
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon, told_of
from kpu_corpus.analysis.themes.hits import find_hits
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

DISAGREEMENTS = {
    "essay": "str",
    "sentence": "int64",
    "theme": "str",
    "coders": "str",
    "machine": "int64",
    "kind": "str",
    "pattern": "str",
    "surface": "str",
    "status": "str",
    "comment": "str",
    "text": "str",
}


def disagreements(
    tokens: Tokens | Corpus,
    coded: Coded | Sequence[Coded] | Mapping[str, Coded],
    *,
    lexicon: str | Path | Lexicon | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """List the units and themes on which the coders, or the people and the machine, differ.

    Parameters and errors are those of :func:`kpu_corpus.validate`: InvalidArgument,
    UnreadableSource, SourceNotFound, InvalidLexicon and MissingExtra.

    Returns
    -------
    DataFrame
        essay, sentence, theme, coders (``name=1 name=0``), machine (0 or 1), kind (``missed``:
        people say 1, the machine 0; ``extra``: the reverse; ``tied``: as many coders say 1 as 0,
        which counts as 0, and the machine says 1; ``coders``: only the people differ),
        pattern, surface and status (the hits behind a machine answer of 1; for 0, those found but
        not counted: denied, in a name, a quoted label), comment, text. Sorted in text order, then
        by the lexicon.

    Examples
    --------
    >>> import kpu_corpus as kc, pandas as pd
    >>> corpus = kc.load({"a": "Pegawai itu tidak netral. Ia memihak. Ia netral."})
    >>> coded = pd.DataFrame({"id": ["a#1", "a#2", "a#3"], "netralitas": [1, 1, 1]})
    >>> rows = kc.disagreements(corpus, coded)
    >>> rows[["sentence", "kind", "surface", "status"]].values.tolist()
    [[1, 'missed', 'netral', 'negated']]
    """
    tokens = as_tokens(tokens)
    loaded = load_lexicon(lexicon)
    codes = read_codes(tokens, coded, loaded)
    found = reasons(tokens, find_hits(tokens, loaded))
    truth = codes.majority
    rows: list[dict[str, Any]] = []
    for row, unit in enumerate(codes.units.tolist()):
        for column, theme in enumerate(codes.themes):
            given = codes.codes[:, row, column]
            why = found.get((unit, theme), [])
            kind = _kind(given[given != MISSING].tolist(), int(truth[row, column]), _says(why))
            if kind:
                rows.append(_disagreement(tokens, loaded, codes, (row, column), kind, why))
    made = extend(tokens.manifest, "disagreements", lexicon=told_of(loaded), coders=codes.told)
    return frame(DISAGREEMENTS, rows, made)


def _kind(given: list[int], truth: int, machine: bool) -> str:
    if not given:
        return ""
    if truth != machine:
        tied = 2 * sum(given) == len(given)
        return "missed" if truth else "tied" if tied else "extra"
    return "coders" if len(set(given)) > 1 else ""


def _says(why: Sequence[Why]) -> bool:
    """Tell whether the machine answers 1: one of the hits counts."""
    return any(item.counts for item in why)


def _disagreement(
    tokens: Tokens,
    lexicon: Lexicon,
    codes: Codes,
    place: tuple[int, int],
    kind: str,
    why: Sequence[Why],
) -> dict[str, Any]:
    row, column = place
    machine = _says(why)
    shown = [item for item in why if item.counts == machine]
    unit = int(codes.units[row])
    given = zip(codes.coders, codes.codes[:, row, column].tolist(), strict=True)
    return {
        "essay": tokens.corpus.ids[int(tokens.units.essay[unit])],
        "sentence": int(tokens.units.number[unit]),
        "theme": lexicon.themes[codes.themes[column]].key,
        "coders": " ".join(f"{name}={code}" for name, code in given if code != MISSING),
        "machine": int(machine),
        "kind": kind,
        "pattern": "; ".join(dict.fromkeys(item.pattern for item in shown)),
        "surface": "; ".join(dict.fromkeys(item.surface for item in shown)),
        "status": "; ".join(dict.fromkeys(item.status for item in shown)),
        "comment": codes.comment[row],
        "text": tokens.text_of(unit),
    }
