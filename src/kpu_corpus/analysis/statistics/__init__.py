"""Statistics as pure functions: numbers in, numbers out. Formulas and sources in each docstring.

What all share: ``hits`` and ``units`` have a value an essay on the last axis, limits are those of
95 %, ``resamples`` and ``seed`` are of assignments that are drawn.
"""

from kpu_corpus.analysis.statistics.agreement import (
    Accuracy,
    alpha,
    macro_f1,
    precision_recall_f1,
    weighted_accuracy,
)
from kpu_corpus.analysis.statistics.association import (
    benjamini_hochberg,
    g2_bigram,
    log_likelihood,
    log_odds_dirichlet,
    log_ratio,
    pmi,
)
from kpu_corpus.analysis.statistics.changes import change_difference
from kpu_corpus.analysis.statistics.difference import group_difference
from kpu_corpus.analysis.statistics.dispersion import (
    dispersion_dp,
    jensen_shannon,
    mattr,
    rank_biased_overlap,
)
from kpu_corpus.analysis.statistics.exchange import exchange_p, permutation_p
from kpu_corpus.analysis.statistics.keyness import Keyness, fixed_keyness, group_keyness
from kpu_corpus.analysis.statistics.pairs import paired_difference, paired_keyness, swap_p
from kpu_corpus.analysis.statistics.proportions import (
    enough,
    group_interval,
    share_interval,
)
from kpu_corpus.analysis.statistics.reliability import AlphaInterval, alpha_interval
from kpu_corpus.analysis.statistics.strata import together

__all__ = [
    "Accuracy",
    "AlphaInterval",
    "Keyness",
    "alpha",
    "alpha_interval",
    "benjamini_hochberg",
    "change_difference",
    "dispersion_dp",
    "enough",
    "exchange_p",
    "fixed_keyness",
    "g2_bigram",
    "group_difference",
    "group_interval",
    "group_keyness",
    "jensen_shannon",
    "log_likelihood",
    "log_odds_dirichlet",
    "log_ratio",
    "macro_f1",
    "mattr",
    "paired_difference",
    "paired_keyness",
    "permutation_p",
    "pmi",
    "precision_recall_f1",
    "rank_biased_overlap",
    "share_interval",
    "swap_p",
    "together",
    "weighted_accuracy",
]
