"""False alarms and power of the tests of two essays of each person, beside the unpaired ones.

People differ (beta or gamma, the same level in both essays) and so do essays of one person.
`python -m benchmarks.pair_alarms`, seeded, some minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics import (
    group_keyness,
    paired_difference,
    paired_keyness,
    permutation_p,
)

# people, sentences of their essays on either side
SENTENCES = (
    (6, 20, 20),
    (8, 20, 20),
    (12, 20, 20),
    (20, 20, 20),
    (40, 20, 20),
    (12, 15, 30),
    (20, 10, 30),
    (40, 10, 30),
    (20, 10, 60),
)
WORDS = (
    (8, 300, 300),
    (12, 300, 300),
    (20, 300, 300),
    (40, 300, 300),
    (80, 300, 300),
    (20, 300, 550),
    (20, 200, 600),
    (40, 200, 600),
    (40, 200, 1000),
)
SHARES = (0.05, 0.1, 0.3, 0.5)
LIKENESS = ((0.0, 0.0), (0.1, 0.0), (0.1, 0.05), (0.2, 0.1), (0.0, 0.1))  # of people, of essays
RATES = (0.0005, 0.002, 0.005, 0.02)
SPREADS = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.5), (2.0, 2.0), (0.0, 2.0))  # the same of words
SHARE_POWER = ((0.3, 0.2), (0.2, 0.3), (0.15, 0.05))  # rho 0.15 of people, 0.02 of essays
WORD_POWER = ((0.006, 0.003), (0.003, 0.006), (0.004, 0.0005))  # spread 1 and 0.3
SETS = 5  # draws of lengths a cell, shared by its runs
LEVELS = (0.05, 0.01, 0.001)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="runs per cell (default 2000)")
    runs = parser.parse_args().runs
    print("p < 0.05, 0.01, 0.001; limits leave out 0: mean (worst cell); power: paired, unpaired")
    cells, power = product(SHARES, LIKENESS), SHARE_POWER
    _table("sentences", SENTENCES, [*cells], power, (0.15, 0.02), runs, _shares)
    _table("words", WORDS, [*product(RATES, SPREADS)], WORD_POWER, (1.0, 0.3), runs, _words)


def _table(
    name: str,
    designs: Any,
    cells: Any,
    power: Any,
    spread: tuple[float, float],
    runs: int,
    draw: Callable[..., Any],
) -> None:
    print(name)
    for design in designs:
        rates = []
        for number, (level, apart) in enumerate(cells):
            found = _cell(design, (level, level), apart, runs, draw, number)[0]
            out = (found.low > 0) | (found.high < 0)
            rates.append([*((found.p < most).mean() for most in LEVELS), out.mean()])
        mean, worst = np.mean(rates, axis=0), np.max(rates, axis=0)
        told = " ".join(f"{m:.4f} ({w:.4f})" for m, w in zip(mean, worst, strict=True))
        gains = []
        for number, pair in enumerate(power):
            paired, other = _cell(design, pair, spread, 400, draw, 1_000 + number, unpaired=True)
            gains.append(f"{(paired.p < 0.05).mean():.2f}, {(other < 0.05).mean():.2f}")
        people, one, rest = design
        print(f"  {people} people, {one} and {rest}: {told} | {'; '.join(gains)}", flush=True)


def _cell(
    design: tuple[int, int, int],
    levels: tuple[float, float],
    spread: tuple[float, float],
    runs: int,
    draw: Callable[..., Any],
    number: int,
    *,
    unpaired: bool = False,
) -> Any:
    people, *lengths = design
    found, others = [], []
    for each in range(SETS):
        rng = np.random.default_rng([number, each, *design])
        units = [np.round(n * rng.lognormal(0, 0.3, people)).clip(3).astype(int) for n in lengths]
        paired, other = draw(rng, units, levels, spread, runs // SETS, unpaired)
        found.append(paired)
        others.append(other)
    joined = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return type(found[0])(*joined), np.concatenate(others)


def _shares(
    rng: Any, units: Any, levels: Any, spread: Any, runs: int, unpaired: bool
) -> tuple[Any, Any]:
    from scipy.stats import beta

    people, essays = ((1 - rho) / rho if rho else np.inf for rho in spread)
    place = rng.random((runs, len(units[0])))  # of a person among all, the same in both essays
    hits = []
    for n, level in zip(units, levels, strict=True):
        own = beta.ppf(place, level * people, (1 - level) * people) if spread[0] else level
        own = np.broadcast_to(np.clip(own, 1e-6, 1 - 1e-6), place.shape)
        own = rng.beta(own * essays, (1 - own) * essays) if spread[1] else own
        hits.append(rng.binomial(n, own))
    given = hits[0], units[0], hits[1], units[1]
    other = permutation_p(*given, resamples=999) if unpaired else np.ones(runs)
    return paired_difference(*given), other


def _words(
    rng: Any, units: Any, levels: Any, spread: Any, runs: int, unpaired: bool
) -> tuple[Any, Any]:
    shape = (runs, len(units[0]))
    own = rng.gamma(1 / spread[0], spread[0], shape) if spread[0] else np.ones(shape)
    hits = []
    for n, level in zip(units, levels, strict=True):
        essay = rng.gamma(1 / spread[1], spread[1], shape) if spread[1] else 1.0
        hits.append(np.minimum(rng.poisson(level * n * own * essay), n))
    listed = hits[0].sum(axis=1) + hits[1].sum(axis=1) >= 2
    given = hits[0][listed], units[0], hits[1][listed], units[1]
    other = group_keyness(*given).p if unpaired else np.ones(int(listed.sum()))
    return paired_keyness(*given), other


if __name__ == "__main__":
    main()
