"""The same essay under two titles or from two offices: found, shown, dropped only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ulp
from typing import TYPE_CHECKING, Any

from kpu_corpus.checks import real
from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.frames import frame
from kpu_corpus.indonesian.normal import normal

if TYPE_CHECKING:
    import pandas as pd

DUPLICATES = {
    "essay_a": "str",
    "essay_b": "str",
    "similarity": "float64",
    "contained": "float64",
}
SHINGLE = 4  # words
SIMILAR = 0.8


def duplicates(corpus: Corpus | OfCorpus, *, threshold: float = SIMILAR) -> pd.DataFrame:
    """Return the pairs of essays that are nearly the same text, most similar first.

    Both measures compare the sets of runs of four words (Broder 1997, "On the resemblance and
    containment of documents"): ``similarity`` is their share of all runs of both essays,
    ``contained`` their share of the shorter one's, so that a cut-off teaser of an essay is found
    too. A pair is listed when ``contained`` reaches ``threshold``. Titles play no part.

    Columns: essay_a, essay_b (in the order of the corpus), similarity, contained (0 to 1). Tokens
    stand for their corpus. Raises InvalidArgument for anything else and for a threshold outside 0
    to 1.

    >>> import kpu_corpus as kc
    >>> text = "Kami menjaga netralitas dalam setiap tahapan pemilu di daerah kami."
    >>> corpus = kc.load({"a": text, "b": text + " Salam.", "c": "Disiplin itu perlu dilatih."})
    >>> duplicates(corpus)[["essay_a", "essay_b", "contained"]].values.tolist()
    [['a', 'b', 1.0]]
    """
    corpus = as_corpus(corpus)
    threshold = real("threshold", threshold, "share", least=ulp(0.0), most=1.0)
    pairs = _pairs([corpus.text(item) for item in corpus.items], threshold)
    ids = [item.id for item in corpus.items]
    data: dict[str, list[Any]] = {
        "essay_a": [ids[a] for a, _, _, _ in pairs],
        "essay_b": [ids[b] for _, b, _, _ in pairs],
        "similarity": [similarity for _, _, similarity, _ in pairs],
        "contained": [contained for _, _, _, contained in pairs],
    }
    return frame(DUPLICATES, data)


def without_duplicates(corpus: Corpus) -> Corpus:
    """Keep the first of near-duplicates; the others are named in ``corpus.skipped``."""
    ids = [item.id for item in corpus.items]
    dropped: dict[int, tuple[int, float]] = {}
    found = _pairs([corpus.text(item) for item in corpus.items], SIMILAR)
    for a, b, _, contained in sorted(found):
        if a not in dropped and b not in dropped:
            dropped[b] = (a, contained)
    if not dropped:
        return corpus
    reasons: list[tuple[str, KpuCorpusError]] = [
        (ids[b], UnreadableSource("duplicate", of=repr(ids[a]), similarity=round(100 * contained)))
        for b, (a, contained) in sorted(dropped.items())
    ]
    kept = corpus.select([index not in dropped for index in range(len(ids))])
    return replace(kept, refused=(*corpus.refused, *reasons))


def _pairs(texts: Sequence[str], threshold: float) -> list[tuple[int, int, float, float]]:
    """Return (a, b, similarity, contained) with a < b, by shared runs of words."""
    import numpy as np
    from scipy.sparse import coo_array, csr_array

    known: dict[tuple[str, ...], int] = {}
    columns: list[int] = []
    ends = [0]
    for text in texts:
        columns += sorted({known.setdefault(run, len(known)) for run in _runs(text)})
        ends.append(len(columns))
    sizes = np.diff(ends)
    shape = (len(texts), max(len(known), 1))
    matrix = csr_array((np.ones(len(columns), dtype=np.int32), columns, ends), shape=shape)
    shared = coo_array(matrix @ matrix.T)
    found = []
    for a, b, count in zip(shared.row, shared.col, shared.data, strict=True):
        contained = count / min(sizes[a], sizes[b])
        if a < b and contained >= threshold:
            similarity = count / (sizes[a] + sizes[b] - count)
            found.append((int(a), int(b), float(similarity), float(contained)))
    return sorted(found, key=lambda pair: (-pair[3], -pair[2], pair[0], pair[1]))


def _runs(text: str) -> list[tuple[str, ...]]:
    words = [word for word in map(_bare, normal(text).split()) if word]
    length = min(SHINGLE, len(words))
    return [tuple(words[i : i + length]) for i in range(len(words) - length + 1)] if words else []


def _bare(word: str) -> str:
    return "".join(char for char in word if char.isalnum() or char == "-").strip("-")
