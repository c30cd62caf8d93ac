"""How alike essays are: by words, by phrases and by themes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kpu_corpus.analysis.assignment import Exclude, excluded
from kpu_corpus.analysis.evidence import as_tokens
from kpu_corpus.analysis.hits import asserting
from kpu_corpus.analysis.lexicon import Lexicon, load_lexicon
from kpu_corpus.analysis.statistics import jensen_shannon
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.frames import frame
from kpu_corpus.grouping import Groups
from kpu_corpus.provenance import extend
from kpu_corpus.terms import LONGEST, TermMatrix, term_matrix
from kpu_corpus.tokens import Tokens

if TYPE_CHECKING:
    import pandas as pd

SIMILARITY = {
    "essay_a": "str",
    "essay_b": "str",
    "cosine": "float64",
    "shared_terms": "str",
    "shared": "int64",
    "jaccard": "float64",
    "jensen_shannon": "float64",
}
ALL_PAIRS = 500  # up to so many essays every pair is listed, beyond it the nearest ten of each
NEAREST = 10
SHOWN = 5  # shared terms that are named
BLOCK = 1_000  # essays whose cosines are held at once


def similarity(
    tokens: Tokens | Corpus,
    *,
    by: str = "essay",
    exclude: Exclude = None,
    top: int | None = None,
    background: str | None = "formal",
    lexicon: str | Path | Lexicon | None = None,
) -> pd.DataFrame:
    """Measure how alike essays or groups are.

    Parameters
    ----------
    tokens
        Tokens, or a Corpus (preprocessed with the defaults).
    by
        ``"essay"`` or another column of ``corpus.essays``.
    exclude
        ``"assignment"`` leaves out what set titles and shared openings put into the essays; a
        list leaves out the roots of its words.
    top
        Only the pairs in which one is among the ``top`` nearest of the other. When not given,
        every pair of up to 500 essays, and beyond that the nearest ten; the table of all pairs is
        never held.
    background
        Where idf comes from: ``"formal"`` or None (the essays themselves).
    lexicon
        Of the themes, as in :func:`kpu_corpus.themes`.

    Returns
    -------
    DataFrame
        essay_a, essay_b (or ``unit_a`` …), cosine of TF-IDF over roots (0 to 1), shared_terms
        (the five that add most to it), shared (how many roots both have), jaccard of their
        phrases of two and three words (0 to 1), jensen_shannon divergence of their themes (0
        alike to 1; NaN where one has no theme). The most alike first.

    Raises
    ------
    InvalidArgument
        A value out of its range.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Integritas pemilu.", "b": "Pemilu kita.", "c": "Hujan turun."})
    >>> table = kc.similarity(corpus)
    >>> table.loc[0, ["essay_a", "essay_b", "shared_terms"]].tolist()
    ['a', 'b', 'pemilu']
    """
    tokens = as_tokens(tokens)
    if top is not None and (not isinstance(top, int) or isinstance(top, bool) or top < 1):
        raise InvalidArgument("at_least_one", name="top", got=repr(top))
    without = excluded(tokens, exclude)
    words = term_matrix(tokens, by=by, ngrams=(1, 1), background=background)
    rows, count = unit_rows(words, without), len(words.groups.labels)
    nearest = top if top is not None else NEAREST if count > ALL_PAIRS else count
    pairs = _pairs(rows, min(nearest, count - 1)) if count > 1 else []
    measured = {
        **_shared(words, rows, pairs),
        "jaccard": _jaccard(tokens, by, without, pairs),
        "jensen_shannon": _themes(tokens, words.groups, load_lexicon(lexicon), pairs),
    }
    labels = words.groups.labels
    columns: dict[str, Any] = {
        f"{by}_a": [labels[a] for a, _, _ in pairs],
        f"{by}_b": [labels[b] for _, b, _ in pairs],
        "cosine": [cosine for _, _, cosine in pairs],
        **measured,
    }
    settings = {"by": by, "exclude": sorted(without), "top": top, "background": background}
    made = extend(tokens.manifest, "similarity", **settings)
    named = {name.replace("essay_", f"{by}_"): dtype for name, dtype in SIMILARITY.items()}
    return frame(named, columns, made)


def unit_rows(words: TermMatrix, without: frozenset[str]) -> Any:
    """Return TF-IDF rows of length 1, without some terms."""
    from scipy.sparse import diags_array
    from sklearn.preprocessing import normalize

    keep = np.array([term not in without for term in words.terms], dtype=np.float64)
    return normalize(words.weights() @ diags_array(keep)).tocsr()


def _pairs(rows: Any, top: int) -> list[tuple[int, int, float]]:
    """Return (a, b, cosine) with a < b: the ``top`` nearest of each row, the most alike first."""
    found: dict[tuple[int, int], float] = {}
    for start in range(0, rows.shape[0], BLOCK):
        cosines = (rows[start : start + BLOCK] @ rows.T).toarray().clip(0.0, 1.0)
        here = np.arange(len(cosines))
        cosines[here, start + here] = -1.0
        nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :top]
        for row, others in zip(here.tolist(), nearest.tolist(), strict=True):
            for other in others:
                pair = (min(start + row, other), max(start + row, other))
                found[pair] = float(cosines[row, other])
    ranked = sorted(found.items(), key=lambda item: (-round(item[1], 12), item[0]))
    return [(a, b, cosine) for (a, b), cosine in ranked]


def _shared(
    words: TermMatrix, rows: Any, pairs: list[tuple[int, int, float]]
) -> dict[str, list[Any]]:
    if not pairs:
        return {"shared_terms": [], "shared": []}
    both = rows[[a for a, _, _ in pairs]].multiply(rows[[b for _, b, _ in pairs]]).tocsr()
    both.eliminate_zeros()
    named = []
    for start, stop in pairwise(both.indptr.tolist()):
        order = sorted(
            zip((-both.data[start:stop]).tolist(), both.indices[start:stop].tolist(), strict=True),
            key=lambda item: (round(item[0], 12), words.terms[item[1]]),
        )
        named.append(", ".join(words.display[column] for _, column in order[:SHOWN]))
    return {"shared_terms": named, "shared": np.diff(both.indptr).tolist()}


def _jaccard(
    tokens: Tokens, by: str, without: frozenset[str], pairs: list[tuple[int, int, float]]
) -> list[float]:
    """Return shared phrases over all phrases of each pair (Jaccard 1912); 0 without phrases."""
    phrases = term_matrix(tokens, by=by, ngrams=(2, LONGEST), background=None)
    kept = [not without.intersection(term.split(" ")) for term in phrases.terms]
    if not pairs:
        return []
    sets = (phrases.counts[:, np.flatnonzero(kept)] > 0).astype(np.int64)
    sizes = np.asarray(sets.sum(axis=1)).ravel()
    left, right = [a for a, _, _ in pairs], [b for _, b, _ in pairs]
    both = np.asarray(sets[left].multiply(sets[right]).sum(axis=1)).ravel()
    either = sizes[left] + sizes[right] - both
    shares: list[float] = (both / np.maximum(either, 1)).tolist()
    return shares


def _themes(
    tokens: Tokens, groups: Groups, lexicon: Lexicon, pairs: list[tuple[int, int, float]]
) -> list[float]:
    """Return the divergence of the themes' sentences of each pair."""
    found = asserting(tokens, lexicon)
    counts = np.zeros((len(groups.labels), found.shape[1]), dtype=np.float64)
    np.add.at(counts, groups.row[tokens.units.essay], found)
    some = counts.sum(axis=1) > 0
    return [
        float(jensen_shannon(counts[a], counts[b])) if some[a] and some[b] else float("nan")
        for a, b, _ in pairs
    ]
