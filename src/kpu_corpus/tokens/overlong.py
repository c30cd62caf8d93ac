"""Essays in which no sentence ends for long, told as their texts become tokens."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.ground.warned import named, warn
from kpu_corpus.indonesian.sentences.overlong import LONGEST_UNIT, PORTION_WORDS
from kpu_corpus.tokens.scanning import Units


def warn_overlong(corpus: Corpus, units: Units) -> None:
    """Warn of essays of which a part counts in portions, because it has no full stops."""
    if essays := overlong(corpus, units):
        warn(about(len(essays), essays))


def overlong(corpus: Corpus, units: Units) -> list[str]:
    """Return the ids of the essays with a sentence that was cut because it is too long."""
    return [corpus.ids[row] for row in np.unique(units.essay[units.on]).tolist()]


def about(count: int, essays: Sequence[str]) -> KpuCorpusWarning:
    """Build the warning for a number of essays, naming the first ones."""
    return KpuCorpusWarning(
        "overlong", count=count, got=named(essays), most=LONGEST_UNIT, words=PORTION_WORDS
    )
