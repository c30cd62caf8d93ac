"""Units of one essay that are of like length: what chance is reckoned within, for what meets."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools

FEWEST = 3  # short, middle and long, in any corpus
ROOT = 0.25  # of the units: lengths that a stratum leaves unlike ring falsely as sqrt(n) / strata^2


def like_length(tokens: Tokens, covered: Bools) -> npt.NDArray[np.int64]:
    """Return a stratum for each unit of the body: those of its essay that are of like length.

    A long sentence has more room for anything than a heading has, so that any two things would
    seem to seek each other. Lengths are words that are not ``covered`` by hits, since a theme
    makes its sentence long itself. They are parted at quantiles of all units of the corpus: in
    thirds, or in as many parts as the fourth root of the units is, since what lengths within a part
    do shows the more units there are.

    >>> import kpu_corpus as kc
    >>> text = "Jujur. Kami jujur. Kami selalu jujur."
    >>> tokens = kc.preprocess(kc.load({"a": text, "b": text}))
    >>> covered = np.array([surface.lower() == "jujur" for surface in tokens.frame["surface"]])
    >>> like_length(tokens, covered).tolist()
    [0, 1, 2, 3, 4, 5]
    """
    body = tokens.units.body
    words = np.bincount(tokens.unit[~covered], minlength=len(body))[body]
    count: int = max(FEWEST, round(len(words) ** ROOT))
    cuts = np.quantile(words, np.arange(1, count) / count) if len(words) else ()
    return tokens.units.essay[body].astype(np.int64) * count + np.searchsorted(cuts, words)
