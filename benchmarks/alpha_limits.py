"""How often limits of Krippendorff's alpha hold the true one, where essays are what is drawn.

`python -m benchmarks.alpha_limits [--runs 400]`, seeded. Two coders; 200 coded units, or as many as
there are essays, in a few to many essays. Themes differ between essays (rho), and so do the coders'
errors. Held against each other: the limits of `alpha_interval`, and those from drawing whole
essays anew (percentiles of 400 draws that have an alpha).
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics import alpha_interval

CODERS, DRAWS = 2, 400
DESIGNS = ((5, 40), (8, 25), (10, 20), (20, 10), (40, 5), (200, 1))  # essays, units of each
# share of the theme and its rho; how often a coder misses it, and the rho of that
THEMES = (
    *((0.05, 0.15, 0.15, 0.01), (0.05, 0.25, 0.30, 0.10), (0.05, 0.10, 0.05, 0.02)),
    *((0.20, 0.15, 0.15, 0.01), (0.20, 0.25, 0.15, 0.15), (0.20, 0.25, 0.05, 0.05)),
    (0.40, 0.15, 0.30, 0.10),
)


def main() -> None:
    """Print coverage and median width for each number of essays: mean, worst cell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=400)
    runs = parser.parse_args().runs
    print("essays x units    alpha_interval: holds (worst), width    essays drawn anew: the same")
    for essays, units in DESIGNS:
        rng = np.random.default_rng([97, essays, units])
        cells = np.array([_cell(rng, essays, units, theme, runs) for theme in THEMES])
        (held, drawn), (wide, narrow) = cells[:, 0].T, np.median(cells[:, 1], axis=0)
        print(
            f"{essays:>6} x {units:<8} {held.mean():.3f} ({held.min():.3f}) {wide:.2f}"
            f"    {drawn.mean():.3f} ({drawn.min():.3f}) {narrow:.2f}",
            flush=True,
        )


def _cell(rng: Any, essays: int, units: int, theme: Any, runs: int) -> tuple[Any, Any]:
    """Return how often each limits hold the true alpha, and how wide they are in the median."""
    n, one, apart = _coded(rng, 20_000, units, theme)[1].sum(axis=0)
    true = _alpha(n, one, apart)
    found = []
    for _ in range(runs):
        (ones, essay), sums = _coded(rng, essays, units, theme)
        made = alpha_interval(ones, np.full(len(ones), CODERS), essay)
        if np.isfinite(made.alpha):
            found.append([made[1:], _drawn(rng, sums)])
    low, high = np.moveaxis(np.array(found), 2, 0)
    return ((low <= true) & (true <= high)).mean(axis=0), np.nanmedian(high - low, axis=0)


def _coded(rng: Any, essays: int, units: int, theme: Any) -> tuple[tuple[Any, Any], Any]:
    """Return how many coders gave 1 to each unit, its essay, and n, ones, apart of each essay."""
    share, rho, missed, rho_missed = theme
    has, misses = (
        rng.beta(p * (1 - r) / r, (1 - p) * (1 - r) / r, essays)
        for p, r in ((share, rho), (missed, rho_missed))
    )
    essay = np.repeat(np.arange(essays), rng.poisson(units - 1, essays) + 1)
    there, miss = rng.random(len(essay)) < has[essay], misses[essay]
    chance = np.where(there, 1.0 - miss, miss * share / (1.0 - share))
    ones = (rng.random((CODERS, len(essay))) < chance).sum(axis=0)
    columns = (np.ones(len(essay)), ones, ones == 1)
    return (ones, essay), np.stack([np.bincount(essay, x, essays) for x in columns], axis=1)


def _alpha(n: Any, one: Any, apart: Any) -> Any:
    """Return alpha of two coders from the units, the ones of both, and the units that differ."""
    expected = one * (2.0 * n - one)
    safe = np.where(expected > 0, expected, 1.0)
    return np.where(expected > 0, 1.0 - apart * (2.0 * n - 1.0) / safe, np.nan)


def _drawn(rng: Any, sums: Any) -> Any:
    drawn = rng.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), DRAWS) @ sums
    return np.nanquantile(_alpha(*drawn.T), (0.025, 0.975))


if __name__ == "__main__":
    main()
