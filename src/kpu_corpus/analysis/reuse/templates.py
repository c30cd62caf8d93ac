"""Stock phrases: short wordings that many essays share, told apart from copying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.windows import RUN, Longs, repeated
from kpu_corpus.analysis.row_order import id_ranks
from kpu_corpus.analysis.running_words import norm_numbers
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import seen
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.grams import countable
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens
from kpu_corpus.tokens.scanning import Bools

if TYPE_CHECKING:
    import pandas as pd

TEMPLATES = {
    "text": "str",
    "kind": "str",
    "words": "int64",
    "essays": "int64",
    "count": "int64",
    "share": "float64",
    "essay": "str",
    "start": "int64",
    "end": "int64",
}
MIN_ESSAYS = 3
MIN_WORDS = 3


class Template(NamedTuple):
    """A wording of ``size`` tokens and the places (first tokens) where it stands.

    The places are in the order of the essays' ids, so that the first is that whatever the files'.
    """

    size: int
    places: Longs
    essays: int


def templates(
    tokens: Tokens | Corpus, *, min_essays: int = MIN_ESSAYS, min_words: int = MIN_WORDS
) -> pd.DataFrame:
    """List the stock phrases of a corpus: names, mottos, formulas, with their spread.

    A stock phrase is a wording of 3 to 11 words (normal forms, punctuation aside) that stands in
    at least three essays; from 12 words on the same wording is copying (:func:`shared_passages`).
    Of nested wordings the longest with the same count is kept.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    min_essays, min_words
        Where a stock phrase begins.

    Returns
    -------
    DataFrame
        text (as written at the first place), kind (name: of an institution, place or law; phrase),
        words, essays, count, share (of all essays), and the first place, in the order of ids:
        essay, start, end. The most widely spread first.

    Raises
    ------
    InvalidArgument
        A number below 1.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> texts = {name: f"{name} bekerja jujur, adil, dan transparan." for name in "abc"}
    >>> kc.templates(kc.load(texts))[["text", "essays"]].values.tolist()
    [['bekerja jujur, adil, dan transparan', 3]]
    """
    tokens = as_tokens(tokens)
    min_essays = whole("min_essays", min_essays)
    min_words = whole("min_words", min_words)
    rows = [_row(tokens, found) for found in stock(tokens, min_essays=min_essays)]
    rows = [row for row in rows if row["words"] >= min_words]
    rows.sort(key=lambda row: (-row["essays"], -row["words"], -row["count"], row["text"]))
    columns: dict[str, Any] = {name: [row[name] for row in rows] for name in TEMPLATES}
    made = extend(tokens.manifest, "templates", min_essays=min_essays, min_words=min_words)
    return frame(TEMPLATES, columns, made)


def stock(tokens: Tokens, *, min_essays: int = MIN_ESSAYS) -> list[Template]:
    """Return the wordings of fewer than 12 tokens in enough essays; the longest of nested ones."""
    longer: list[Template] = []
    kept: list[Template] = []
    content = countable(tokens)
    for size in range(RUN, 0, -1):
        told = []
        covered = {
            (int(p) + step, len(t.places))
            for t in longer
            for p in t.places
            for step in range(t.size - size + 1)
        }
        for one in _shared(tokens, size, min_essays):
            if size < RUN and (int(one.places[0]), len(one.places)) not in covered:
                if not _telling(tokens, one, content):
                    continue  # nor does it take along what is told inside it: *yang jujur, adil*
                kept.append(one)
            told.append(one)
        longer = told
    return kept


def covered_by(tokens: Tokens, found: list[Template]) -> Bools:
    """Return a mask over the tokens: part of a stock phrase."""
    mask = np.zeros(len(tokens), dtype=bool)
    for one in found:
        for step in range(one.size):
            mask[one.places + step] = True
    return mask


def _shared(tokens: Tokens, size: int, min_essays: int) -> Iterator[Template]:
    """Yield the wordings of one length, inside units of the body, that enough essays share."""
    unit, ranks = tokens.unit, id_ranks(tokens.corpus)
    for group in repeated(norm_numbers(tokens), tokens.essay, size, min_essays):
        inside = (unit[group] == unit[group + size - 1]) & tokens.units.body[unit[group]]
        places = group[inside]
        places = places[np.lexsort((places, ranks[tokens.essay[places]]))]
        essays = len(np.unique(tokens.essay[places]))
        if essays >= min_essays:
            yield Template(size, places, essays)


def _telling(tokens: Tokens, one: Template, content: Bools) -> bool:
    """A name, or at least two content words, one of them at either end."""
    first = int(one.places[0])
    if one.size == 1:
        return tokens.types.kind[int(tokens.type[first])] in ("name", "phrase")
    return bool(content[first] and content[first + one.size - 1])


def _row(tokens: Tokens, one: Template) -> dict[str, Any]:
    first = int(one.places[0])
    last = first + one.size - 1
    item = tokens.corpus.items[int(tokens.essay[first])]
    start, end = int(tokens.words.start[first]), int(tokens.words.ends(last))
    kinds = [tokens.types.kind[int(kind)] for kind in tokens.type[first : last + 1]]
    norms = [tokens.types.norm[int(kind)] for kind in tokens.type[first : last + 1]]
    return {
        "text": " ".join(seen(tokens.corpus.by_name[item.source].text[start:end]).split()),
        "kind": "name" if set(kinds) <= {"name", "number"} else "phrase",
        "words": len(" ".join(norms).split()),
        "essays": one.essays,
        "count": len(one.places),
        "share": one.essays / len(tokens.corpus),
        "essay": item.id,
        "start": start,
        "end": end,
    }
