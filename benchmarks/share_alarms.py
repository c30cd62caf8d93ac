"""False alarms and power of the test of shares where one group writes longer essays, by simulation.

Run by ``python -m benchmarks.intervals``, or alone as ``python -m benchmarks.share_alarms [--runs
2000]``. Hits are beta-binomial with intra-essay correlation rho, or come from some essays alone.
q of ten themes of which a sentence has one at most, so that their shares compete.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import product
from math import comb
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics import benjamini_hochberg, permutation_p
from kpu_corpus.analysis.statistics.assignments import sides

SHARES = (0.05, 0.1, 0.3, 0.5)
RHOS = (0.0, 0.05, 0.1, 0.2)
PARTS = (0.1, 0.2, 0.3)  # of the essays that take a theme up, in half of their sentences
POWER = ((0.3, 0.1), (0.1, 0.3), (0.5, 0.25), (0.25, 0.5))  # rho 0.1
SETS = 10  # draws of lengths a cell, shared by its runs
RESAMPLES = 1999
# essays and their sentences on either side
EQUAL = ((3, 20, 20, 20), (5, 20, 5, 20), (5, 20, 20, 20), (10, 20, 10, 20), (20, 20, 20, 20))
CHOSEN = (  # the test was chosen on these
    (5, 16, 5, 20),
    (5, 12, 5, 24),
    (5, 10, 5, 30),
    (10, 10, 10, 30),
    (10, 10, 10, 100),
    (20, 12, 20, 25),
    (5, 80, 20, 10),
    (3, 10, 20, 40),
    (20, 30, 5, 10),
    (3, 60, 40, 15),
    (8, 50, 60, 12),
)
CHECKED = (  # and looked at once on these
    (6, 12, 6, 24),
    (7, 14, 9, 40),
    (15, 10, 15, 35),
    (12, 10, 12, 120),
    (8, 25, 8, 31),
    (4, 50, 12, 10),
    (3, 150, 20, 20),
    (20, 8, 10, 60),
    (30, 15, 4, 45),
)


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="runs per cell (default 2000)")
    tables(parser.parse_args().runs)


def tables(runs: int) -> None:
    """Print false alarms and power of the difference alone and of ``permutation_p``."""
    print(
        "Shares, one source: the difference alone exchanged, permutation_p; p < 0.05, 0.01, 0.001 "
        "(worst cell); themes that some essays take up: p < 0.05, 0.001; power: " + str(POWER)
    )
    named = (("as long", EQUAL, 1), ("chosen on", CHOSEN, 1), ("checked on", CHECKED, 2))
    for name, designs, seed in named:
        print(name)
        for design in designs:
            one_source = [
                _cell(design, (share, share), rho, runs, seed)
                for share, rho in product(SHARES, RHOS)
            ]
            some = [_cell(design, (part, part), None, runs, seed) for part in PARTS]
            apart = [_cell(design, pair, 0.1, runs, seed) for pair in POWER]
            few, long, many, short = design
            print(f"  {few} of {long} v {many} of {short}")
            for test in ("difference", "permutation_p"):
                levels = (_rates(one_source, test, level) for level in (0.05, 0.01, 0.001))
                taken = (_rates(some, test, level) for level in (0.05, 0.001))
                power = ", ".join(f"{(cell[test] < 0.05).mean():.2f}" for cell in apart)
                print(f"    {test:<14}", *levels, "|", *taken, "|", power, flush=True)
    print()
    print_competing(max(runs // 4, 20))


def print_competing(runs: int) -> None:
    """Print how often q < 0.05 is false for themes that exclude one another in a sentence."""
    print(
        "Ten themes, one at most in a sentence, rho 0.1: any q < 0.05 in one source; with four "
        "that differ (three .01, one .18, not .08), false ones among q < 0.05, and those found"
    )
    same = np.full(10, 0.08)
    apart = np.append([0.01, 0.01, 0.01, 0.18], same[4:])
    for count in (5, 10, 20):
        rng = np.random.default_rng([71, count])
        found = np.array([_competing(rng, count, same, apart) for _ in range(runs)])
        shown = "  ".join(f"{x:.3f}" for x in found.mean(axis=0))
        print(f"  {count} v {count}  {shown}   ({runs} runs)")
    print()


def _competing(rng: Any, count: int, same: Any, apart: Any) -> tuple[float, float, float]:
    sizes = rng.integers(8, 41, (2, count))
    one, other, differing = (
        _of_one_theme(rng, shares, own)
        for shares, own in ((same, sizes[0]), (same, sizes[1]), (apart, sizes[1]))
    )
    false, found = (
        benjamini_hochberg(permutation_p(one, sizes[0], hits, sizes[1], resamples=RESAMPLES)) < 0.05
        for hits in (other, differing)
    )
    return false.any(), found[4:].sum() / max(found.sum(), 1), found[:4].mean()


def _of_one_theme(rng: Any, shares: Any, sizes: Any) -> Any:
    """Draw hits (themes x essays) whose shares are Dirichlet in each essay, rho 0.1."""
    own = rng.dirichlet(np.append(shares, 1 - shares.sum()) * 9, len(sizes))
    return rng.multinomial(sizes, own)[:, : len(shares)].T


def _rates(cells: list[dict[str, Any]], test: str, level: float) -> str:
    rates = [(cell[test] < level).mean() for cell in cells]
    return f"{np.mean(rates):.4f} ({np.max(rates):.4f})"


def _cell(
    design: tuple[int, int, int, int],
    shares: tuple[float, float],
    rho: float | None,
    runs: int,
    seed: int,
) -> dict[str, Any]:
    few, long, many, short = design
    tests: dict[str, Callable[..., Any]] = {"difference": _plain, "permutation_p": permutation_p}
    found: dict[str, list[Any]] = {name: [] for name in tests}
    for number in range(SETS):
        key = [seed, *design, *(round(x * 1e3) for x in (*shares, 1.0 if rho is None else rho))]
        rng = np.random.default_rng([*key, number])
        sizes = [
            np.maximum(np.round(mean * rng.lognormal(0, 0.25, count)), 3).astype(int)
            for count, mean in ((few, long), (many, short))
        ]
        hits = [
            _hits(rng, share, rho, size, runs // SETS)
            for share, size in zip(shares, sizes, strict=True)
        ]
        for name, test in tests.items():
            p = test(hits[0], sizes[0], hits[1], sizes[1], resamples=RESAMPLES, seed=number)
            found[name].append(p)
    return {name: np.concatenate(p) for name, p in found.items()}


def _hits(rng: Any, share: float, rho: float | None, sizes: Any, runs: int) -> Any:
    shape = (runs, len(sizes))
    if rho is None:
        return np.where(rng.random(shape) < share, rng.binomial(sizes, 0.5, shape), 0)
    odds = (1 - rho) / rho if rho else 0.0
    own = rng.beta(share * odds, (1 - share) * odds, shape) if rho else share
    return rng.binomial(sizes, own, shape)


def _plain(hits: Any, units: Any, others: Any, rest: Any, *, resamples: int, seed: int) -> Any:
    """Exchange whole essays whatever their length: p of the difference of the shares alone."""
    x, n = np.concatenate([hits, others], axis=1), np.concatenate([units, rest])

    def gap(side: Any) -> Any:
        near, here = x[:, side].sum(axis=-1), n[side].sum(axis=-1)
        return np.abs(near / here - (x.sum(axis=1)[:, None] - near) / (n.sum() - here))

    chosen = next(sides(len(n), len(units), resamples, seed))
    found = (gap(chosen) >= gap(np.arange(len(units))[None]) - 1e-12).sum(axis=1)
    listed = comb(len(n), len(units)) <= resamples
    return found / len(chosen) if listed else (found + 1) / (len(chosen) + 1)


if __name__ == "__main__":
    main()
