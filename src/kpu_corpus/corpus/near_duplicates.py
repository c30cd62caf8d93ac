"""The same essay under two titles or from two offices: found and shown, dropped on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, groupby, product
from math import ulp
from typing import TYPE_CHECKING

from kpu_corpus.corpus import Corpus, OfCorpus, as_corpus
from kpu_corpus.errors import KpuCorpusError, UnreadableSource
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import real
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.provenance import extend
from kpu_corpus.indonesian.normal import normal

if TYPE_CHECKING:
    from kpu_corpus.ground.arrays import Bools, Longs

DUPLICATES = {
    "essay_a": "str",
    "essay_b": "str",
    "similarity": "float64",
    "contained": "float64",
}
Pair = tuple[int, int, float, float]  # the first, the second, similarity, contained
SHINGLE = 4  # words
SIMILAR = 0.8  # share of the shorter essay's words; one changed word in ten keeps a pair above it


def duplicates(corpus: Corpus | OfCorpus, *, threshold: float = SIMILAR) -> pd.DataFrame:
    """Return the pairs of nearly identical essays, most similar first.

    A whole copied essay therefore comes before a short one that is part of another.

    Both measures use runs of four words that both essays have (Broder 1997, "On the resemblance and
    containment of documents"). ``similarity`` is the resemblance: the share of common runs among
    all distinct runs of both. ``contained`` is the share of the words of the shorter essay (of two
    of equal length, the larger share) that lie in such runs, so that a truncated teaser is found
    too, and a copy with single changed words: each changed word breaks four runs, but is only one
    word. A pair is listed if ``contained`` reaches ``threshold``. Titles are ignored.

    Columns: essay_a, essay_b (str, in the order of the corpus), similarity, contained (float64, 0
    to 1). Tokens stand for their corpus. Raises InvalidArgument for anything else and for a
    threshold outside (0, 1]: at 0 every pair of essays would be listed.

    >>> import kpu_corpus as kc
    >>> text = "Kami menjaga netralitas dalam setiap tahapan pemilu di daerah kami."
    >>> corpus = kc.load({"a": text, "b": text + " Salam.", "c": "Disiplin itu perlu dilatih."})
    >>> kc.duplicates(corpus)[["essay_a", "essay_b", "contained"]].values.tolist()
    [['a', 'b', 1.0]]
    """
    corpus = as_corpus(corpus)
    threshold = real("threshold", threshold, "share", least=ulp(0.0), most=1.0)
    places = _places(corpus)
    pairs = sorted(_spread(places, _pairs([*places], threshold)), key=_as_listed)
    rows = [(corpus.ids[a], corpus.ids[b], *shares) for a, b, *shares in pairs]
    return frame(DUPLICATES, rows, extend(corpus.manifest, "duplicates", threshold=threshold))


def without_duplicates(corpus: Corpus) -> Corpus:
    """Keep the first of near-duplicates, and the longer essay if one is part of it.

    The others are listed in ``corpus.skipped``.
    """
    ids = corpus.ids
    places = _places(corpus)
    firsts = [first for first, *_ in places.values()]
    of_texts = _dropped(_pairs([*places], SIMILAR), [len(text.split()) for text in places])
    dropped = {firsts[text]: (firsts[of], share) for text, (of, share) in of_texts.items()}
    for (first, *copies), text in zip(places.values(), places, strict=True):
        if copies and _words(text):
            dropped |= dict.fromkeys(copies, dropped.get(first, (first, 1.0)))
    if not dropped:
        return corpus
    reasons: list[tuple[str, KpuCorpusError]] = [
        (ids[b], UnreadableSource("duplicate", of=repr(ids[a]), similarity=round(100 * contained)))
        for b, (a, contained) in sorted(dropped.items())
    ]
    kept = corpus.select([index not in dropped for index in range(len(ids))])
    return replace(kept, refused=(*corpus.refused, *reasons))


def are_copies(texts: Sequence[str]) -> bool:
    """Tell whether :func:`without_duplicates` keeps only one of some texts.

    >>> are_copies(["Kami menjaga netralitas."] * 2), are_copies(["Kami jujur.", "Kami adil."])
    (True, False)
    """
    known = [*dict.fromkeys(texts)]
    dropped = _dropped(_pairs(known, SIMILAR), [len(text.split()) for text in known])
    return len(dropped) == len(known) - 1


def _places(corpus: Corpus) -> dict[str, list[int]]:
    """Return text → its essays: texts that are equal are judged once, as there may be many."""
    places: dict[str, list[int]] = {}
    for place, item in enumerate(corpus.items):
        places.setdefault(corpus.text(item), []).append(place)
    return places


def _spread(places: Mapping[str, Sequence[int]], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs of essays from those of texts."""
    essays = [*places.values()]
    for text, equal in places.items():
        if len(equal) > 1 and _words(text):
            yield from ((*pair, 1.0, 1.0) for pair in combinations(equal, 2))
    for a, b, similarity, contained in pairs:
        for one, other in product(essays[a], essays[b]):
            yield min(one, other), max(one, other), similarity, contained


def _as_listed(pair: Pair) -> tuple[float, float, int, int]:
    a, b, similarity, contained = pair
    return -similarity, -contained, a, b


def _dropped(pairs: Iterable[Pair], words: Sequence[int]) -> dict[int, tuple[int, float]]:
    """Return, for each essay to drop, the one kept in its place and how much they share.

    Parts of longer essays are dropped first, so that no other essay is dropped because of them.
    """
    dropped: dict[int, tuple[int, float]] = {}
    alike = []
    for a, b, _, contained in sorted(pairs):
        short, long = sorted((a, b), key=words.__getitem__)
        if words[short] < SIMILAR * words[long]:
            dropped.setdefault(short, (long, contained))
        else:
            alike.append((a, b, contained))
    for a, b, contained in alike:
        if a not in dropped and b not in dropped:
            dropped[b] = (a, contained)
    for essay, (of, contained) in dropped.items():
        while of in dropped:
            of = dropped[of][0]
        dropped[essay] = (of, contained)
    return dropped


def _pairs(texts: Sequence[str], threshold: float) -> list[Pair]:
    """Return the pairs of different texts by shared runs of words."""
    import numpy as np
    from scipy.sparse import coo_array, csr_array

    known: dict[tuple[str, ...], int] = {}
    read = [_numbered(text, known) for text in progress(texts, "duplicates")]
    words = np.array([count for _, count in read])
    ends = np.cumsum([0, *(len(runs) for runs, _ in read)])
    columns = np.concatenate([*(runs for runs, _ in read), np.empty(0, dtype=np.int64)])
    shape = (len(texts), len(known))
    often = csr_array((np.ones(len(columns), dtype=np.int32), columns, ends), shape=shape)
    often.sum_duplicates()
    once = often.copy()
    once.data[:] = 1
    sizes = np.diff(once.indptr)
    places = coo_array(often @ once.T)  # how many runs of the row occur in the column
    row, column = places.row, places.col
    shorter = (words[row] <= words[column]) & (row != column)
    # a run covers at most four words: most pairs need no closer look
    near = np.flatnonzero(shorter & (places.data * SHINGLE >= threshold * words[row]))
    near = near[np.argsort(column[near], kind="stable")]
    inside = np.zeros(shape[1], dtype=bool)
    found: dict[tuple[int, int], tuple[float, float]] = {}
    for long, pairs in groupby(near.tolist(), key=column.__getitem__):
        inside[read[long][0]] = True
        for short in row[[*pairs]].tolist():
            runs, count = read[short]
            shared = inside[runs]
            contained = _covered(shared, count)
            if contained >= threshold:
                common = len(np.unique(runs[shared]))
                similarity = common / int(sizes[short] + sizes[long] - common)
                # for equal lengths, the larger share of the two directions
                pair = min(short, int(long)), max(short, int(long))
                found[pair] = similarity, max(contained, found.get(pair, (0.0, 0.0))[1])
        inside[read[long][0]] = False
    return [(*pair, *shares) for pair, shares in found.items()]


def _covered(shared: Bools, words: int) -> float:
    """Return the share of the words of a text that lie in shared runs."""
    import numpy as np

    inside = np.zeros(words, dtype=bool)
    for step in range(words - len(shared) + 1):
        inside[step : step + len(shared)] |= shared
    return float(inside.mean())


def _numbered(text: str, known: dict[tuple[str, ...], int]) -> tuple[Longs, int]:
    """Return the runs of a text in order, as numbers, and its number of words."""
    import numpy as np

    words = _words(text)
    length = min(SHINGLE, len(words))
    runs = [tuple(words[i : i + length]) for i in range(len(words) - length + 1)] if words else []
    return np.array([known.setdefault(run, len(known)) for run in runs], dtype=np.int64), len(words)


def _words(text: str) -> list[str]:
    return [word for word in map(_bare, normal(text).split()) if word]


def _bare(word: str) -> str:
    return "".join(char for char in word if char.isalnum() or char == "-").strip("-")
