"""Units of one essay that are of like length: what chance is reckoned within, for what meets."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools

LENGTHS = 3  # short, middle and long: enough for chance, few enough to compare within an essay


def like_length(tokens: Tokens, covered: Bools) -> npt.NDArray[np.int64]:
    """Return a stratum for each unit of the body: its essay's short, middle or long units.

    A long sentence has more room for anything than a heading has, so that any two things would
    seem to seek each other. Lengths are words that are not ``covered`` by hits, since a theme
    makes its sentence long itself; the thirds are those of the units of the corpus.

    >>> import kpu_corpus as kc
    >>> text = "Jujur. Kami jujur. Kami selalu jujur."
    >>> tokens = kc.preprocess(kc.load({"a": text, "b": text}))
    >>> covered = np.array([surface.lower() == "jujur" for surface in tokens.frame["surface"]])
    >>> like_length(tokens, covered).tolist()
    [0, 1, 2, 3, 4, 5]
    """
    body = tokens.units.body
    words = np.bincount(tokens.unit[~covered], minlength=len(body))[body]
    cuts = np.quantile(words, np.arange(1, LENGTHS) / LENGTHS) if len(words) else ()
    return tokens.units.essay[body].astype(np.int64) * LENGTHS + np.searchsorted(cuts, words)
