"""Two groups with one rate, of which one has essays that differ far more: false alarms.

Run by ``python -m benchmarks.intervals``, or alone as ``python -m benchmarks.unlike_essays``.
Words and shares drawn as in ``one_long``, each group with an intra-essay correlation of its own.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.drawn_words import beta, pair_sizes
from kpu_corpus.analysis.statistics import group_difference, group_keyness

SHARES, RATES = (0.1, 0.2, 0.3, 0.5), (0.002, 0.005, 0.02)
RUNS, WORDS = 200, 400  # a draw of lengths
SETS = 5  # draws of lengths a cell
DESIGNS = ((5, 5), (20, 20), (5, 20), (20, 5), (5, 40), (40, 5), (20, 60), (60, 20))


def main() -> None:
    """Print false alarms of p and limits where the essays of group a differ more, or as much."""
    print(
        "One rate, essays of a differ more: shares with rho 0.3 v 0.02, 0.1 v 0.1: p < 0.05, 0 "
        "beyond the limits; words with rho 0.02 v 0.002, 0.005 v 0.005: the same, p < 0.001"
    )
    for a, b in DESIGNS:
        shown = []
        for rhos in ((0.3, 0.02), (0.1, 0.1)):
            cells = [_shares(a, b, share, rhos) for share in SHARES]
            shown.append("{:.3f} {:.3f}".format(*np.mean(cells, axis=0)))
        for rhos in ((0.02, 0.002), (0.005, 0.005)):
            cells = [_words(a, b, rate, rhos) for rate in RATES]
            shown.append("{:.3f} {:.3f} {:.4f}".format(*np.mean(cells, axis=0)))
        print(f"{a:>4} v {b:<3} " + "   ".join(shown), flush=True)


def _shares(a: int, b: int, share: float, rhos: tuple[float, float]) -> Any:
    rng = np.random.default_rng([83, a, b, *(round(x * 1e3) for x in (share, *rhos))])
    found = []
    for _ in range(SETS):
        one, other = rng.integers(8, 41, a), rng.integers(8, 41, b)
        hits, rest = beta(rng, share, rhos[0], one, RUNS), beta(rng, share, rhos[1], other, RUNS)
        found.append(_alarms(group_difference(hits, one, rest, other, resamples=999)))
    return np.mean(found, axis=0)[:2]


def _words(a: int, b: int, rate: float, rhos: tuple[float, float]) -> Any:
    rng = np.random.default_rng([89, a, b, *(round(x * 1e4) for x in (rate, *rhos))])
    found = []
    for _ in range(SETS):
        one, other = pair_sizes(rng, a, b)
        hits, rest = beta(rng, rate, rhos[0], one, WORDS), beta(rng, rate, rhos[1], other, WORDS)
        kept = hits.sum(axis=1) + rest.sum(axis=1) > 1
        found.append(_alarms(group_keyness(hits[kept], one, rest[kept], other)))
    return np.mean(found, axis=0)


def _alarms(made: Any) -> list[float]:
    outside = (made.low > 0) | (made.high < 0)
    return [float(x.mean()) for x in (made.p < 0.05, outside, made.p < 0.001)]


if __name__ == "__main__":
    main()
