"""Words drawn for the simulations of tests of words: from the background, and of two groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import chdtrc

from kpu_corpus.analysis.statistics import (
    benjamini_hochberg,
    exchange_p,
    fixed_keyness,
    group_keyness,
)
from kpu_corpus.terms.reference import reference

SENTENCES = (20, 15)  # an essay of 20 sentences of 15 words


def texts() -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return names and (clusters, words of each): sentences of an essay, essays of a corpus."""
    groups = (5, 20, 100)
    return (
        ("an essay, 20 sentences", SENTENCES),
        *((f"a corpus of {essays} essays", (essays, 300)) for essays in groups),
    )


def background() -> tuple[Any, Any, float]:
    """Return rates, counts and the number of words of the formal background."""
    formal = reference("formal", "ranked")
    counts = np.array([count for count in formal.cf.values() if count > 0], dtype=np.float64)
    return counts / formal.tokens, counts, float(formal.tokens)


def drawn(rng: Any, rates: Any, shape: tuple[int, int], rho: float) -> tuple[Any, Any]:
    """Draw a text of clusters: the counts of the words that occur, and which they are."""
    clusters, size = shape
    if rho:
        odds = (1 - rho) / rho
        own = rng.beta(rates[:, None] * odds, (1 - rates[:, None]) * odds, (len(rates), clusters))
        hits = rng.binomial(size, own)
    else:
        others = max(0.0, 1.0 - rates.sum())
        hits = rng.multinomial(size, np.append(rates, others), size=clusters)[:, :-1].T
    here = np.flatnonzero(hits.sum(axis=1))
    return np.minimum(hits[here], size), here


def planted(
    rng: Any, rates: Any, counts: Any, words: float, shape: tuple[int, int], near: Any, time: int
) -> float:
    """Return which part of the words planted in a drawn text is found with q < 0.05."""
    clusters, size = shape
    others = max(0.0, 1.0 - rates.sum())
    hits = rng.multinomial(size, np.append(rates, others), size=clusters)[:, :-1].T
    for row in near:
        hits[row] += rng.multinomial(time, np.full(clusters, 1 / clusters))
    here = np.flatnonzero(hits.sum(axis=1))
    sizes = np.maximum(hits[here].sum(axis=0), size)
    key = fixed_keyness(hits[here], sizes, counts[here], words)
    q = benjamini_hochberg(key.p, family=len(rates))
    return float((q[np.isin(here, near)] < 0.05).mean())


def pair_sizes(rng: Any, a: int, b: int) -> tuple[Any, Any]:
    """Draw the lengths of the essays of two groups."""
    return rng.integers(150, 601, a), rng.integers(150, 601, b)


def lengths(rng: Any, count: int, length: int) -> Any:
    """Draw lengths around a mean one."""
    return rng.integers(int(0.7 * length), int(1.3 * length), count)


def null(
    a: int, b: int, rate: float, rho: float, means: tuple[int, int] | None = None
) -> tuple[float, ...]:
    """Return how often words of one source differ: p < 0.05, p < 0.001, the same of pooled G2."""
    rng = np.random.default_rng([31, a, b, round(rate * 1e4), round(rho * 1e4), *(means or ())])
    one, other = pair_sizes(rng, a, b)
    if means:
        one, other = (lengths(rng, count, mean) for mean, count in zip(means, (a, b), strict=True))
    hits, rest = beta(rng, rate, rho, one, 2000), beta(rng, rate, rho, other, 2000)
    kept = hits.sum(axis=1) + rest.sum(axis=1) > 1
    key = group_keyness(hits[kept], one, rest[kept], other)
    pooled = chdtrc(1, key.g2)  # as if words were independent
    return tuple(float((p < limit).mean()) for p in (key.p, pooled) for limit in (0.05, 0.001))


def rings(rng: Any, rate: float, other_rate: float, rho: float, one: Any, other: Any) -> float:
    """Return how often a word of two rates differs with p < 0.05."""
    hits, rest = beta(rng, rate, rho, one, 500), beta(rng, other_rate, rho, other, 500)
    kept = hits.sum(axis=1) + rest.sum(axis=1) > 1
    return float((exchange_p(hits[kept], one, rest[kept], other) < 0.05).mean())


def beta(rng: Any, rate: float, rho: float, sizes: Any, words: int) -> Any:
    """Draw counts of words whose rate differs from essay to essay."""
    shape = (words, len(sizes))
    odds = (1 - rho) / rho if rho else 0.0
    own = rng.beta(rate * odds, (1 - rate) * odds, shape) if rho else np.full(shape, rate)
    return rng.binomial(sizes, own)


def laws(path: Path) -> tuple[Any, Any]:
    """Return counts (roots x laws) and words of 80 laws of four to eight articles each."""
    import pandas as pd

    import kpu_corpus as kc
    from kpu_corpus.terms.matrix import term_matrix

    table = pd.read_parquet(path)
    size = table["text"].str.split().str.len()
    table = table[(size >= 25) & (size <= 200) & (table["unit"] > 1)]
    counts = table.groupby("law").size()
    rng = np.random.default_rng(1)
    picked = rng.choice(counts[counts >= 8].index.to_numpy(), 80, replace=False)
    texts = {
        law: "\n\n".join(table.loc[table["law"] == law, "text"].iloc[: rng.integers(4, 9)])
        for law in picked
    }
    matrix = term_matrix(kc.preprocess(kc.load(texts)), ngrams=(1, 1), background=None)
    return matrix.counts.toarray().T, matrix.words
