"""Which units a person codes: a random sample, or one stratified by themes or by groups."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon
from kpu_corpus.analysis.row_order import essay_ranks
from kpu_corpus.analysis.themes.hits import asserting
from kpu_corpus.columns.grouping import group
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.ground.arrays import Bools, Floats, Longs
from kpu_corpus.ground.checks import choice, whole
from kpu_corpus.tokens import Tokens

Drawing = Literal["random", "stratified"]


class Sample(NamedTuple):
    """Rows of ``tokens.units`` to code, and the number of corpus units each represents."""

    units: Longs
    weight: Floats


def draw(
    tokens: Tokens, lexicon: Lexicon, *, n: int, sample: str, seed: int, by: str | None = None
) -> Sample:
    """Draw ``n`` units of the body without replacement, or all if there are no more.

    ``"random"`` gives every unit the same chance. ``"stratified"`` puts each unit in the stratum
    of the rarest theme that the lexicon finds in it, or in that of none; half of the sample goes
    to the units without a theme, half evenly to the themes, and what a small stratum cannot fill
    goes to the others. With ``by``, a column of the essays, its groups are the strata instead, and
    each gets as much. The weight of a unit is the size of its stratum over the units drawn from
    it (Horvitz & Thompson 1952), so that figures computed with it speak of the whole corpus.

    A part of the corpus comes in random order, so that its first rows are a sample too; the whole
    corpus comes in the order of the text. Which units are drawn does not depend on the order of the
    essays.

    Raises InvalidArgument for another ``sample``, ``n`` below 1, fewer units than strata, an
    unknown column, or ``by`` with a sample that is stratified by themes.
    """
    n, seed = whole("n", n), whole("seed", seed, least=0)
    sample = choice("sample", sample, get_args(Drawing))
    if by is not None and sample != "random":
        raise InvalidArgument("sample_by", sample=repr(sample), by=repr(by))
    groups = None if by is None else group(tokens.corpus, by, whole=False)
    body = np.flatnonzero(tokens.units.body).astype(np.int64)
    if n >= len(body):
        return Sample(body, np.ones(len(body)))
    essay = essay_ranks(tokens.corpus)[tokens.units.essay[body]]
    body = body[np.argsort(essay, kind="stable")]
    rng = np.random.default_rng(seed)
    if groups is not None:
        named = np.unique(groups.labels, return_inverse=True)[1]  # in an order of their own
        stratum = named[groups.row[tokens.units.essay[body]]]
    elif sample == "random":
        return Sample(rng.permutation(body)[:n], np.ones(n))
    else:
        stratum = _strata(asserting(tokens, lexicon)[body])
    units, weights = [], []
    for key, size in _sizes(stratum, n).items():
        members = body[stratum == key]
        units.append(rng.permutation(members)[:size])
        weights.append(np.full(size, len(members) / size))
    order = rng.permutation(n)
    return Sample(np.concatenate(units)[order], np.concatenate(weights)[order])


def _strata(found: Bools) -> Longs:
    """Return for each unit the column of its rarest theme, or -1."""
    common = found.sum(axis=0)
    rarity = np.where(found, common, len(found) + 1)
    return np.where(found.any(axis=1), rarity.argmin(axis=1), -1).astype(np.int64)


def _sizes(stratum: Longs, n: int) -> dict[int, int]:
    """Return how many units to draw from each stratum: at least one, no more than it has."""
    keys, limits = np.unique(stratum, return_counts=True)
    if n < len(keys):
        raise InvalidArgument("too_few_strata", n=n, strata=len(keys))
    themes = max(int((keys >= 0).sum()), 1)
    share = np.where(keys < 0, 0.5, 0.5 / themes)
    sizes = np.ones(len(keys), dtype=np.int64)
    while (left := n - int(sizes.sum())) > 0:
        # one more for the stratum that is furthest below its share and not exhausted
        behind = np.where(sizes < limits, share / sizes, -1.0)
        step = max(1, left // (4 * len(keys)))
        at = int(behind.argmax())
        sizes[at] += min(step, int(limits[at] - sizes[at]))
    return dict(zip(keys.tolist(), sizes.tolist(), strict=True))
