"""Groups in which one essay is many times as long as all others: false alarms and limits.

Run by ``python -m benchmarks.intervals``, or alone as ``python -m benchmarks.one_long``. Words and
shares of two groups of one source, drawn as in ``keyness_alarms`` and ``share_alarms``.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from benchmarks.drawn_words import beta, pair_sizes
from kpu_corpus.analysis.statistics import group_difference, group_interval, group_keyness

RATES, WORD_RHOS = (0.0005, 0.002, 0.005, 0.02), (0.0, 0.001, 0.005, 0.02)
SHARES, RHOS = (0.05, 0.1, 0.3, 0.5), (0.0, 0.05, 0.1, 0.2)
WORDS, RUNS = 4000, 500  # a cell
DESIGNS = tuple(product((6, 20, 40), (10, 30, 100)))  # essays a side; how often as long one is


def main() -> None:
    """Print false alarms and coverage of each design."""
    print(
        "One essay of group a is so many times as long; its part of the group. Words: p < 0.05, "
        "0.001, 0.0001, limits hold the ratio; shares: p < 0.05, 0.01, limits hold the difference, "
        "and the share of group a; means (worst cell)"
    )
    for essays, times in DESIGNS:
        words = [_words(essays, times, *cell) for cell in product(RATES, WORD_RHOS)]
        shares = [_shares(essays, times, *cell) for cell in product(SHARES, RHOS)]
        print(f"{essays:>4} v {essays:<3} x {times:<4} {times / (times + essays - 1):>5.0%}")
        for name, cells, alarms in (("words", words, 3), ("shares", shares, 2)):
            columns = np.array(cells).T
            worst = [*columns[:alarms].max(axis=1), *columns[alarms:].min(axis=1)]
            found = zip(columns.mean(axis=1), worst, strict=True)
            shown = "  ".join(f"{mean:.4f} ({one:.4f})" for mean, one in found)
            print(f"    {name:<7} {shown}", flush=True)


def _words(essays: int, times: int, rate: float, rho: float) -> tuple[float, ...]:
    rng = np.random.default_rng([73, essays, times, round(rate * 1e4), round(rho * 1e4)])
    one, other = pair_sizes(rng, essays, essays)
    one[0] = 375 * times  # 375: the mean
    hits, rest = beta(rng, rate, rho, one, WORDS), beta(rng, rate, rho, other, WORDS)
    kept = hits.sum(axis=1) + rest.sum(axis=1) > 1
    key = group_keyness(hits[kept], one, rest[kept], other)
    return (*_below(key.p, 0.05, 0.001, 0.0001), _hold(key, 0.0))


def _shares(essays: int, times: int, share: float, rho: float) -> tuple[float, ...]:
    rng = np.random.default_rng([79, essays, times, round(share * 1e3), round(rho * 1e3)])
    one, other = rng.integers(8, 41, (2, essays))
    one[0] = 24 * times
    hits, rest = beta(rng, share, rho, one, RUNS), beta(rng, share, rho, other, RUNS)
    apart = group_difference(hits, one, rest, other, resamples=1999)
    own = _hold(group_interval(hits, one), share)
    return (*_below(apart.p, 0.05, 0.01), _hold(apart, 0.0), own)


def _below(p: Any, *levels: float) -> list[float]:
    return [float((p < level).mean()) for level in levels]


def _hold(limits: Any, true: float) -> float:
    return float(((limits.low <= true) & (true <= limits.high)).mean())


if __name__ == "__main__":
    main()
