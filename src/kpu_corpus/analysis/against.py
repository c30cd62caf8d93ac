"""The words of a corpus, or of a part of it, held against the background."""

from __future__ import annotations

from typing import Any

import numpy as np

from kpu_corpus.analysis.sides import Side
from kpu_corpus.analysis.statistics import Keyness, benjamini_hochberg, fixed_keyness
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.indonesian.background import Background
from kpu_corpus.terms import MIN_PHRASE, adder, term_matrix
from kpu_corpus.tokens import Tokens


def words_against(
    tokens: Tokens, side: Side, ngrams: tuple[int, int], background: str | Background
) -> tuple[list[tuple[str, str]], Keyness, Any, float, float]:
    """Return terms with their display forms, keyness, q, and the words of the side and there.

    The clusters are the essays of the side, or the sentences of a single essay. q is over all
    terms of the side, of which those that occur once are then left out.
    """
    matrix = term_matrix(tokens, by="essay", ngrams=ngrams, background=background)
    if matrix.against is None:
        raise InvalidArgument("no_contrast")
    counts, sizes = matrix.units, matrix.places.words
    mine = side.essays[matrix.places.essay] & (sizes > 0)
    if side.essays.sum() > 1:
        essays = adder(matrix.places.essay, len(tokens.corpus))
        counts, sizes = (essays @ counts).tocsr(), essays @ sizes
        mine = side.essays & (sizes > 0)
    own = counts[mine].T.tocsr()
    total = np.asarray(own.sum(axis=1)).ravel()
    here = np.flatnonzero(total)
    found = fixed_keyness(own[here], sizes[mine], matrix.against.counts[here], matrix.against.words)
    keep = np.flatnonzero(total[here] >= MIN_PHRASE)
    names = [(matrix.terms[column], matrix.display[column]) for column in here[keep]]
    kept = Keyness(*(np.atleast_1d(column)[keep] for column in found))
    q = benjamini_hochberg(np.atleast_1d(found.p))[keep]
    return names, kept, q, float(sizes[mine].sum()), matrix.against.words
