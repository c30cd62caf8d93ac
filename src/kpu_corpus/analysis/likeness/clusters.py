"""Essays in the order of a dendrogram, and the clusters it falls into."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from kpu_corpus.analysis.foreign import warn_foreign
from kpu_corpus.analysis.likeness.assignment import Exclude, excluded
from kpu_corpus.analysis.likeness.similarity import unit_rows
from kpu_corpus.columns.grouping import group
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import real
from kpu_corpus.ground.frames import frame
from kpu_corpus.ground.provenance import extend, told
from kpu_corpus.indonesian.lists.background import Background
from kpu_corpus.terms.matrix import term_matrix
from kpu_corpus.terms.reference import Reference
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.given import as_tokens

CLUSTERS = {"essay": "str", "position": "int64", "cluster": "int64", "height": "float64"}
MOST = 5_000  # essays that can be clustered: their distances take 8 bytes a pair


def clusters(
    tokens: Tokens | Corpus,
    *,
    by: str = "essay",
    exclude: Exclude = None,
    background: str | Background | Reference | None = "formal",
    distance: float = 0.6,
) -> pd.DataFrame:
    """Group essays by the similarity of their words, in the order of a dendrogram.

    Average linkage (Sokal & Michener 1958) on 1 - cosine, with leaves ordered so that neighbours
    are similar (Bar-Joseph et al. 2001).

    Parameters
    ----------
    tokens, by, exclude, background
        As in :func:`similarity`.
    distance
        Largest mean distance within a cluster, 0 to 1.

    Returns
    -------
    DataFrame
        essay (or ``by``), position (from 1, left to right), cluster (from 1, in that order),
        height (the distance at which the essay joins its left neighbour; NaN for the first).

    Raises
    ------
    InvalidArgument
        ``distance`` is outside 0 to 1, or there are more than 5,000 essays.

    Examples
    --------
    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Integritas pemilu.", "b": "Hujan.", "c": "Pemilu integritas."})
    >>> kc.clusters(corpus)[["essay", "cluster"]].values.tolist()
    [['b', 1], ['c', 2], ['a', 2]]
    """
    tokens = as_tokens(tokens)
    warn_foreign(tokens)
    distance = real("distance", distance, "share_range", most=1.0)
    group(tokens.corpus, by, whole=False, tell=False)  # refuses None before the work
    without = excluded(tokens, exclude)
    words = term_matrix(tokens, by=by, ngrams=(1, 1), background=background)
    by = words.groups.by
    if len(words.groups.labels) > MOST:
        raise InvalidArgument("too_many", got=len(words.groups.labels), most=MOST)
    rows = unit_rows(words, without)
    # in the order of their names: which of two branches stands left depends on that of the rows
    named = np.argsort(np.array([*map(str, words.groups.labels)], dtype=object), kind="stable")
    order, found, height = _dendrogram(rows[named if words.terms else named[:0]], distance)
    columns: dict[str, Any] = {
        by: words.groups.taken(named[order]),
        "position": range(1, len(order) + 1),
        "cluster": found,
        "height": height,
    }
    settings = {"by": by, "exclude": sorted(without), "distance": distance}
    settings["background"] = told(background)
    made = extend(tokens.manifest, "clusters", **settings)
    return frame(words.groups.keyed(CLUSTERS), columns, made)


def _dendrogram(rows: Any, distance: float) -> tuple[list[int], list[int], list[float]]:
    """Return the order of the leaves, their clusters from 1 and the height of each join."""
    from scipy.cluster.hierarchy import cophenet, fcluster, leaves_list, linkage
    from scipy.spatial.distance import squareform

    count = rows.shape[0]
    if count < 2:
        return list(range(count)), [1] * count, [float("nan")] * count
    apart = 1.0 - (rows @ rows.T).toarray().clip(0.0, 1.0)
    np.fill_diagonal(apart, 0.0)
    condensed = squareform(apart, checks=False)
    tree = linkage(condensed, method="average", optimal_ordering=True)
    order = leaves_list(tree).tolist()
    joined = squareform(cophenet(tree))
    found = fcluster(tree, distance, criterion="distance")[order].tolist()
    numbers = {cluster: number for number, cluster in enumerate(dict.fromkeys(found), start=1)}
    heights = [float(joined[a, b]) for a, b in pairwise(order)]
    return order, [numbers[cluster] for cluster in found], [float("nan"), *heights]
