"""Passages that two essays share: copied, shuffled, inflected anew or reworded, with offsets."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np

from kpu_corpus.analysis.reuse.bounds import passages_of
from kpu_corpus.analysis.reuse.judging import Judged, judged
from kpu_corpus.analysis.reuse.pairs import Pairs, Side
from kpu_corpus.analysis.reuse.windows import Reading, reading_of, runs_alike, windows_alike
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument, one_of
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import strings, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend, told_set
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

PASSAGES = {
    "essay_a": "str",
    "start_a": "int64",
    "end_a": "int64",
    "essay_b": "str",
    "start_b": "int64",
    "end_b": "int64",
    "words": "int64",
    "kind": "str",
    "similarity": "float64",
    "template": "bool",
    "essays": "int64",
    "text": "str",
    "text_b": "str",
}
MIN_WORDS = 8


def shared_passages(
    tokens: Tokens | Corpus,
    *,
    a: Iterable[str] | None = None,
    b: Iterable[str] | None = None,
    min_words: int = MIN_WORDS,
) -> pd.DataFrame:
    """Find passages that two essays share, with their offsets on both sides.

    Windows of 16 content words with similar TF-IDF rows over roots are clustered regardless of
    order, bounded by the words both sides share, and merged; a window is compared with the 20 most
    similar essays. Runs of 12 equal words are also found, unless more than 50 essays have them, or
    with few essays in ``a`` or ``b`` unless there are more than 2,500 pairs. Titles are left out.
    The table shows shared wording; it cannot say who wrote first, whether a source was named, or
    whether sharing was allowed. If a thousand essays consist of the same sentences, each has
    hundreds of passages, which takes long (docs/similarity.md).

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    a, b
        Essay ids to search, and to search for sources; by default all. Each pair of essays is
        listed once. A source that many may have used, such as the text of a training, is named as
        ``b``: each window of the others then meets it, while one of ``a`` meets 20 essays.
    min_words
        Minimum length of a passage on both sides.

    Returns
    -------
    DataFrame
        essay_a, start_a, end_a, essay_b, start_b, end_b (code points in the sources), words (of
        side a, a name or fixed phrase being one), kind (exact: the same words in the same order but
        for one in twenty; reordered: in another order; inflected: other forms of the same roots;
        reworded), similarity (share of the content words' weight that both sides have, 0 to 1),
        template (True if the passage consists of stock phrases), essays (how many of the listed
        essays share either place), text, text_b (as written). In the order of the essays, which
        affects nothing else; side a is that of ``a``, or the earlier essay.

    Raises
    ------
    InvalidArgument
        An essay is unknown, none is named, or a number is below 1.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> said = "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    >>> said += " di setiap tahapan"
    >>> corpus = kc.load({"x": f"Bagi kami, {said}.", "y": f"Hujan turun. {said.capitalize()}!"})
    >>> kc.shared_passages(corpus)[["start_a", "end_a", "kind"]].values.tolist()
    [[11, 109, 'exact']]
    """
    tokens = as_tokens(tokens)
    min_words = whole("min_words", min_words)
    from_a, from_b = _listed("a", a), _listed("b", b)
    in_a, in_b = _chosen(tokens, from_a), _chosen(tokens, from_b)
    reading = reading_of(tokens)
    in_a, in_b = in_a[reading.rows], in_b[reading.rows]
    seeds, runs = windows_alike(reading, in_a, in_b), runs_alike(reading, in_a, in_b)
    places = passages_of(reading, seeds, runs)
    columns = np.array([place[:4] for place in places], dtype=np.int64).reshape(-1, 4).T
    pairs = Pairs(Side(*columns[:2]), Side(*columns[2:]))
    found = judged(tokens, reading, pairs.at(pairs.least >= min_words), min_words)
    sided = _sided(reading, found.pairs, in_a, in_b)
    found = found._replace(pairs=sided)
    order = np.lexsort(reading.token[[sided.b.last, sided.b.first, sided.a.last, sided.a.first]])
    found = found.at(order)
    settings = {"a": told_set(from_a), "b": told_set(from_b), "min_words": min_words}
    made = extend(tokens.manifest, "shared_passages", **settings)
    return frame(PASSAGES, _columns(tokens, reading, found), made)


def _listed(name: str, ids: Iterable[str] | None) -> list[str] | None:
    if ids is None:
        return None
    if not (named := strings(name, ids)):
        raise InvalidArgument("none_named", name=name)
    return named


def _chosen(tokens: Tokens, names: list[str] | None) -> Bools:
    known = {item.id: row for row, item in enumerate(tokens.corpus.items)}
    mask = np.full(len(known), names is None)
    for name in names or ():
        if name not in known:
            raise one_of("essay", name, known)
        mask[known[name]] = True
    return mask


def _sided(reading: Reading, pairs: Pairs, in_a: Bools, in_b: Bools) -> Pairs:
    """Put the essay of side a first; where each may be on either side, that of the earlier row."""
    one, other = reading.essay[pairs.a.first], reading.essay[pairs.b.first]
    as_found, turned = in_a[one] & in_b[other], in_a[other] & in_b[one]
    turn = ~as_found | (turned & (reading.rows[other] < reading.rows[one]))
    first, last = (
        (np.where(turn, b, a), np.where(turn, a, b)) for a, b in zip(*pairs, strict=True)
    )
    return Pairs(Side(first[0], last[0]), Side(first[1], last[1]))


def _columns(tokens: Tokens, reading: Reading, found: Judged) -> dict[str, Any]:
    ids, texts = tokens.corpus.ids, tokens.corpus.texts
    columns: dict[str, Any] = {}
    for name, side in zip("ab", found.pairs, strict=True):
        rows = reading.rows[reading.essay[side.first]].tolist()
        starts = tokens.words.start[reading.token[side.first]].tolist()
        ends = tokens.words.ends(reading.token[side.last]).tolist()
        columns[f"essay_{name}"] = [ids[row] for row in rows]
        columns[f"start_{name}"], columns[f"end_{name}"] = starts, ends
        columns["text" if name == "a" else "text_b"] = [
            texts[row][start:end] for row, start, end in zip(rows, starts, ends, strict=True)
        ]
    return columns | {
        "words": found.pairs.a.size,
        "kind": found.kind,
        # a copy has all of the weight, in whatever order it was added up
        "similarity": np.minimum(np.round(found.share, 12), 1.0),
        "template": found.template,
        "essays": _spread(reading, found.pairs),
    }


def _spread(reading: Reading, pairs: Pairs) -> list[int]:
    """Count, for each passage, the essays that share most of its place on either side."""
    first, last = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
    count = len(pairs.a.first)
    essay, other = reading.essay[first], np.roll(reading.essay[first], count)
    order = np.argsort(essay, kind="stable")
    edges = np.searchsorted(essay[order], np.arange(len(reading.stops)))
    listed = [order[low:high] for low, high in pairwise(edges.tolist())]

    def sharing(side: int) -> set[int]:
        at = listed[essay[side]]
        shared = np.minimum(last[at], last[side]) - np.maximum(first[at], first[side]) + 1
        return set(other[at[2 * shared > last[side] - first[side] + 1]].tolist())

    # each side is among those that share the other
    return [len(sharing(one) | sharing(count + one)) for one in range(count)]
