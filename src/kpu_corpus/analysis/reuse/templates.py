"""Stock phrases: short wordings that many essays share, as distinct from copying."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.windows import RUN, repeated
from kpu_corpus.analysis.row_order import id_ranks
from kpu_corpus.analysis.running_words import norm_numbers
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools, Longs, begins
from kpu_corpus.ground.checks import whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.printable import in_one_line
from kpu_corpus.ground.provenance import extend
from kpu_corpus.terms.grams import countable
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

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


def templates(
    tokens: Tokens | Corpus, *, min_essays: int = MIN_ESSAYS, min_words: int = MIN_WORDS
) -> pd.DataFrame:
    """List the stock phrases of a corpus: names, mottos, formulas, with their spread.

    A stock phrase is a wording of 3 to 11 words (normal forms, ignoring punctuation) found in at
    least three essays that begins and ends with a content word (*kerja dan nilai*, not *kerja dan
    yang*), or a name or fixed phrase of as many words; from 12 words on, where a name or fixed
    phrase is one, identical wording is copying (:func:`shared_passages`). Of nested wordings with
    the same count, the longest is kept.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    min_essays, min_words
        Minimum number of essays, and minimum length.

    Returns
    -------
    DataFrame
        text (as first written, except white space and invisible characters), kind (name: of an
        institution, place or law; phrase), words, essays, count, share (of all essays), and the
        first place, in the order of ids: essay, start, end. Most widespread first.

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
    made = extend(tokens.manifest, "templates", min_essays=min_essays, min_words=min_words)
    return frame(TEMPLATES, rows, made)


class Template(NamedTuple):
    """A wording of ``size`` tokens and the places (first tokens) where it stands.

    The places are in the order of the essays' ids, so that the first is that whatever the files'.
    """

    size: int
    places: Longs
    essays: int


def stock(tokens: Tokens, *, min_essays: int = MIN_ESSAYS) -> list[Template]:
    """Return the wordings of fewer than 12 tokens in enough essays; the longest of nested ones."""
    kept: list[Template] = []
    content = countable(tokens)
    covered = np.zeros(0, dtype=np.int64)  # first places and counts of what longer ones hold
    for size in range(RUN, 0, -1):
        wordings = _shared(tokens, size, min_essays)
        first, count = wordings.places[wordings.starts], wordings.counts
        nested = np.isin(first * (len(tokens) + 1) + count, covered)
        # what is not told does not take along what is told inside it: *yang jujur, adil*
        told = nested | _telling(tokens, first, size, content) | (size == RUN)
        if size < RUN:
            for row in np.flatnonzero(told & ~nested).tolist():
                start = int(wordings.starts[row])
                places = wordings.places[start : start + int(count[row])]
                kept.append(Template(size, places, int(wordings.essays[row])))
        counts = np.repeat(np.where(told, count, 0), count)
        held = wordings.places[counts > 0] * (len(tokens) + 1) + counts[counts > 0]
        covered = np.concatenate([held, held + len(tokens) + 1])  # of one word less
    return kept


def covered_by(tokens: Tokens, found: list[Template]) -> Bools:
    """Return a mask over the tokens: part of a stock phrase."""
    mask = np.zeros(len(tokens), dtype=bool)
    for one in found:
        for step in range(one.size):
            mask[one.places + step] = True
    return mask


class _Wordings(NamedTuple):
    """Wordings of one length: their places one after the other, and of each where they begin."""

    places: Longs
    starts: Longs
    counts: Longs
    essays: Longs


def _shared(tokens: Tokens, size: int, min_essays: int) -> _Wordings:
    """Return the wordings of one length, inside units of the body, that enough essays share."""
    unit, ranks = tokens.unit, id_ranks(tokens.corpus)
    places, sizes = repeated(norm_numbers(tokens), tokens.essay, size, min_essays)
    wording = np.repeat(np.arange(len(sizes)), sizes)
    inside = (unit[places] == unit[places + size - 1]) & tokens.units.body[unit[places]]
    places, wording = places[inside], wording[inside]
    essay = ranks[tokens.essay[places]]
    order = np.lexsort((places, essay, wording))  # of each wording in the order of ids
    places, wording, essay = places[order], wording[order], essay[order]
    new = begins(wording, essay)
    wide = np.bincount(wording[new], minlength=len(sizes)) >= min_essays
    kept = wide[wording]
    counts = np.bincount(wording[kept], minlength=len(sizes))[wide]
    essays = np.bincount(wording[new & kept], minlength=len(sizes))[wide]
    return _Wordings(places[kept], np.cumsum(counts) - counts, counts, essays)


def _telling(tokens: Tokens, first: Longs, size: int, content: Bools) -> Bools:
    """A name, or at least two content words, one of them at either end."""
    if size == 1:
        named = np.array([kind in ("name", "phrase") for kind in tokens.types.kind], dtype=bool)
        return named[tokens.type[first]]
    return content[first] & content[first + size - 1]


def _row(tokens: Tokens, one: Template) -> dict[str, Any]:
    first = int(one.places[0])
    last = first + one.size - 1
    essay = int(tokens.essay[first])
    start, end = int(tokens.words.start[first]), int(tokens.words.ends(last))
    kinds = [tokens.types.kind[int(kind)] for kind in tokens.type[first : last + 1]]
    norms = [tokens.types.norm[int(kind)] for kind in tokens.type[first : last + 1]]
    return {
        "text": in_one_line(tokens.corpus.texts[essay][start:end]),
        "kind": "name" if set(kinds) <= {"name", "number"} else "phrase",
        "words": len(" ".join(norms).split()),
        "essays": one.essays,
        "count": len(one.places),
        "share": one.essays / len(tokens.corpus),
        "essay": tokens.corpus.ids[essay],
        "start": start,
        "end": end,
    }
