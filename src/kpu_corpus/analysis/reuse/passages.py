"""Passages that two essays share: copied, shuffled, inflected anew or reworded, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.bounds import Passage, among, passages_of, weighed
from kpu_corpus.analysis.reuse.templates import covered_by, stock
from kpu_corpus.analysis.reuse.windows import Reading, reading_of, runs_alike, windows_alike
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import one_of
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.checks import strings, whole
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.progress import progress
from kpu_corpus.ground.provenance import extend, told_set
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

if TYPE_CHECKING:
    import pandas as pd

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
SAME = 0.95  # share of the words from which on a passage is exact, or only reordered
SAME_ROOTS = 0.9  # share of the content words from which on a passage is only inflected
SNAP = 6  # words to the end of a sentence, where a reworded passage is likely to end
STOCK = 0.8  # share of the content words in stock phrases that makes a passage a template
LONG = 25  # words from which on a passage is never a template
_BREAK = re.compile(r"[.!?]|\n\s*\n")


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
    similar essays. Runs of 12 equal words are also found, unless more than 50 essays have them.
    Titles are left out. The table shows shared wording; it cannot say who wrote first, whether a
    source was named, or whether sharing was allowed. If a thousand essays consist of the same
    sentences, each has hundreds of passages, which takes long (docs/compare.md).

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    a, b
        Essay ids to search, and to search for sources; by default all. Each pair of essays is
        listed once.
    min_words
        Minimum length of a passage on both sides.

    Returns
    -------
    DataFrame
        essay_a, start_a, end_a, essay_b, start_b, end_b (code points in the sources), words (of
        side a), kind (exact; reordered: the same words in another order; inflected: other forms of
        the same roots; reworded), similarity (share of the content words' weight that both sides
        have, 0 to 1), template (True if the passage consists of stock phrases), essays (how many of
        the listed essays share either place), text, text_b (as written). In the order of the
        essays, which affects nothing else; side a is that of ``a``, or the earlier essay.

    Raises
    ------
    InvalidArgument
        An essay is unknown, or a number is below 1.

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
    places = [p for p in passages_of(reading, seeds, runs) if _size(p) >= min_words]
    stocked = covered_by(tokens, stock(tokens))[reading.token]
    watched = progress(places, "passages")
    judged = [_judged(tokens, reading, place, stocked, min_words) for place in watched]
    found = [one._replace(place=_sided(reading, one.place, in_a, in_b)) for one in judged]
    found.sort(key=lambda one: reading.token[list(one.place[:4])].tolist())
    settings = {"a": told_set(from_a), "b": told_set(from_b), "min_words": min_words}
    made = extend(tokens.manifest, "shared_passages", **settings)
    return frame(PASSAGES, _columns(tokens, reading, found), made)


class _Found(NamedTuple):
    place: Passage
    kind: str
    template: bool


def _listed(name: str, ids: Iterable[str] | None) -> list[str] | None:
    return None if ids is None else strings(name, ids)


def _chosen(tokens: Tokens, names: list[str] | None) -> Bools:
    known = {item.id: row for row, item in enumerate(tokens.corpus.items)}
    mask = np.full(len(known), names is None)
    for name in names or ():
        if name not in known:
            raise one_of("essay", name, known)
        mask[known[name]] = True
    return mask


def _size(place: Passage) -> int:
    """Return the words of the shorter side."""
    return min(place.a_end - place.a, place.b_end - place.b) + 1


def _sided(reading: Reading, place: Passage, in_a: Bools, in_b: Bools) -> Passage:
    """Put the essay of side a first; where each may be on either side, that of the earlier row."""
    one, other = (int(reading.essay[word]) for word in (place.a, place.b))
    as_found, turned = in_a[one] and in_b[other], in_a[other] and in_b[one]
    if as_found and not (turned and reading.rows[other] < reading.rows[one]):
        return place
    return place._replace(a=place.b, a_end=place.b_end, b=place.a, b_end=place.a_end)


def _judged(tokens: Tokens, reading: Reading, place: Passage, stocked: Bools, least: int) -> _Found:
    """Say how a passage was changed; what was reworded ends where sentences do.

    Unless less than ``least`` words would be left. How alike it is holds for the whole of it, as
    it was merged of parts.
    """
    place = weighed(reading, *place[:4])
    inside = np.r_[place.a : place.a_end + 1, place.b : place.b_end + 1]
    content = inside[reading.content[inside]]
    share = float(stocked[content].mean()) if len(content) else 1.0
    template = share >= STOCK and max(place.a_end - place.a, place.b_end - place.b) + 1 < LONG
    if _exact(reading, place):
        return _Found(place, "exact", template)
    a, a_end = _snapped(tokens, reading, place.a, place.a_end)
    b, b_end = _snapped(tokens, reading, place.b, place.b_end)
    whole = weighed(reading, a, a_end, b, b_end)
    whole = whole if _size(whole) >= least else place
    return _Found(whole, _kind(reading, whole), template)


def _exact(reading: Reading, place: Passage) -> bool:
    from rapidfuzz.distance import LCSseq

    left = reading.norm[place.a : place.a_end + 1].tolist()
    right = reading.norm[place.b : place.b_end + 1].tolist()
    return bool(LCSseq.similarity(left, right) >= SAME * max(len(left), len(right)))


def _kind(reading: Reading, place: Passage) -> str:
    if _exact(reading, place):
        return "exact"
    a, b = slice(place.a, place.a_end + 1), slice(place.b, place.b_end + 1)
    if _both(reading.norm[a], reading.norm[b]) >= SAME:
        return "reordered"
    roots = [reading.root[side][reading.content[side]] for side in (a, b)]
    return "inflected" if _both(*roots) >= SAME_ROOTS else "reworded"


def _both(left: Any, right: Any) -> float:
    """Return the smaller of the shares of one side that the other has too."""
    if not len(left) or not len(right):
        return 0.0
    return min(float(among(left, right).mean()), float(among(right, left).mean()))


def _snapped(tokens: Tokens, reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Move both ends to the nearest end of a sentence, if one is near."""
    essay = int(reading.essay[first])
    low, high = int(reading.stops[essay]), int(reading.stops[essay + 1])
    for step in range(SNAP + 1):
        if first - step >= low and _breaks(tokens, reading, first - step, low, high):
            first -= step
            break
        if first + step < last and _breaks(tokens, reading, first + step, low, high):
            first += step
            break
    for step in range(SNAP + 1):
        if last + step < high and _breaks(tokens, reading, last + step + 1, low, high):
            return first, last + step
        if last - step > first and _breaks(tokens, reading, last - step + 1, low, high):
            return first, last - step
    return first, last


def _breaks(tokens: Tokens, reading: Reading, word: int, low: int, high: int) -> bool:
    """Tell whether a sentence may begin at a word of the essay from ``low`` to ``high``."""
    if word in (low, high):
        return True
    text = tokens.corpus.texts[int(reading.rows[reading.essay[word]])]
    before, here = reading.token[word - 1], reading.token[word]
    start, end = int(tokens.words.ends(before)), int(tokens.words.start[here])
    return bool(_BREAK.search(text, start, end))


def _columns(tokens: Tokens, reading: Reading, found: list[_Found]) -> dict[str, Any]:
    places = [one.place for one in found]
    ids, texts = tokens.corpus.ids, tokens.corpus.texts
    columns: dict[str, Any] = {}
    for side, firsts, lasts in (
        ("a", [place.a for place in places], [place.a_end for place in places]),
        ("b", [place.b for place in places], [place.b_end for place in places]),
    ):
        rows = [int(reading.rows[reading.essay[first]]) for first in firsts]
        starts = [int(tokens.words.start[reading.token[first]]) for first in firsts]
        ends = [int(tokens.words.ends(reading.token[last])) for last in lasts]
        columns[f"essay_{side}"] = [ids[row] for row in rows]
        columns[f"start_{side}"], columns[f"end_{side}"] = starts, ends
        columns["text" if side == "a" else "text_b"] = [
            texts[row][start:end] for row, start, end in zip(rows, starts, ends, strict=True)
        ]
    return columns | {
        "words": [place.a_end - place.a + 1 for place in places],
        "kind": [one.kind for one in found],
        "similarity": [min(place.share, 1.0) for place in places],
        "template": [one.template for one in found],
        "essays": _spread(reading, places),
    }


def _spread(reading: Reading, places: list[Passage]) -> list[int]:
    """Count, for each passage, the essays that share most of its place on either side."""
    sides = np.array([(p.a, p.a_end, p.b, p.b_end) for p in places], dtype=np.int64).reshape(-1, 4)
    first, last = sides[:, [0, 2]].T.ravel(), sides[:, [1, 3]].T.ravel()
    essay, other = reading.essay[first], np.roll(reading.essay[first], len(places))
    order = np.argsort(essay, kind="stable")
    edges = np.searchsorted(essay[order], np.arange(len(reading.stops)))
    listed = [order[low:high] for low, high in pairwise(edges.tolist())]

    def sharing(side: int) -> set[int]:
        at = listed[essay[side]]
        shared = np.minimum(last[at], last[side]) - np.maximum(first[at], first[side]) + 1
        return set(other[at[2 * shared > last[side] - first[side] + 1]].tolist())

    # each side is among those that share the other
    pairs = zip(range(len(places)), range(len(places), 2 * len(places)), strict=True)
    return [len(sharing(one) | sharing(two)) for one, two in pairs]
