"""Coverage, width and false alarms of the intervals and tests, by seeded simulation.

Run as ``python -m benchmarks.intervals [--runs 2000]``. Essays of 8 to 40 sentences whose shares
differ: beta-binomial with intra-essay correlation rho. Groups that write longer essays:
``benchmarks.share_alarms``. Words: ``benchmarks.keyness_alarms``. Groups with one essay far longer
than all others: ``benchmarks.one_long``. Groups whose essays differ more than those of the other:
``benchmarks.unlike_essays``.
"""

from __future__ import annotations

import argparse
import csv
import os
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import chdtrc

from benchmarks import keyness_alarms, one_long, share_alarms, unlike_essays
from benchmarks.interval_methods import METHODS, RESAMPLES, Limits, chosen
from kpu_corpus.analysis.statistics import (
    enough,
    group_difference,
    log_likelihood,
    permutation_p,
    share_interval,
)
from kpu_corpus.analysis.statistics.clusters import group_of, intraclass

SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)
RHOS = (0.0, 0.05, 0.1, 0.2)
ALIKE = (0.3, 0.4)  # rho of coded essays that have one value as their subject
SECTIONS, ELSEWHERE = 1 / 3, 0.03  # sections about a theme; its share of the other sentences
ESSAYS = Path(__file__).parent / "data" / "themes_essays_dev.csv"


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="runs per cell (default 2000)")
    runs = parser.parse_args().runs
    print_likeness()
    print_group_coverage(runs)
    print_robustness(runs)
    print_essay_coverage(runs)
    print_false_alarms(runs)
    print_blocks(min(runs, 1000))
    share_alarms.tables(runs)
    keyness_alarms.tables(max(runs // 10, 20))
    one_long.main()
    unlike_essays.main()


def print_group_coverage(runs: int) -> None:
    """Print coverage and width of every candidate for the share of a group of essays."""
    print(f"95 % intervals of a group's share: {len(SHARES)} shares x {len(RHOS)} rho, {runs} runs")
    print(f"{'essays':>6} {'method':<26} {'mean':>6} {'worst':>6} {'rho=0.2':>8} {'width':>7}")
    for essays in (2, 3, 4, 5, 8, 20, 200):
        for name, method in METHODS.items():
            cells = [
                _covers(method, *_essays(runs, essays, share, rho), share)
                for rho, share in product(RHOS, SHARES)
            ]
            _row(essays, name, np.array(cells))
    print(f"enough: {[g for g in range(1, 9) if not enough(1000, essays=g)]} essays are too few\n")


def print_robustness(runs: int) -> None:
    """Print the chosen method where essays are more unequal or differ more than assumed."""
    print(
        "The chosen interval beyond the design: very unequal essays (lognormal), rho 0.3 and 0.4; "
        "a theme that some essays take up at share 0.5 and the others not at all"
    )
    for essays in (5, 8, 12, 20, 40, 200):
        designs = [("lognormal", True, RHOS), *((f"rho {x}", False, (x,)) for x in ALIKE)]
        for name, uneven, rhos in designs:
            cells = [
                _covers(chosen, *_essays(runs, essays, share, rho, uneven=uneven), share)
                for rho, share in product(rhos, SHARES)
            ]
            _row(essays, name, np.array(cells), last=len(SHARES))
    for essays, part in product((5, 8, 20, 200), (0.1, 0.2, 0.3)):
        cell = _covers(chosen, *_taken_up(runs, essays, part), part / 2)
        print(f"{essays:>6} {f'{part:.0%} of essays':<26} {cell[0]:>6.3f} {'':>15} {cell[1]:>7.4f}")
    print()


def print_essay_coverage(runs: int) -> None:
    """Print coverage for one essay whose neighbouring sentences are alike (Markov chain)."""
    print("95 % interval of one essay's share; r = correlation of neighbouring sentences")
    print(f"{'units':>6} {'r':>5} {'plain Wilson':>13} {'share_interval':>15} {'width':>7}")
    for units, r in product((10, 15, 25, 40), (0.0, 0.15, 0.3)):
        plain: list[float] = []
        chosen: list[float] = []
        width: list[float] = []
        for share in SHARES:
            hits = _chain(np.random.default_rng([11, units]), runs, units, share, r)
            for design, kept in ((1.0, plain), (1.35, chosen)):
                _, low, high, _ = share_interval(hits, units, design_effect=design)
                kept.append(((low <= share) & (share <= high)).mean())
            width.append((high - low).mean())
        print(
            f"{units:>6} {r:>5} {np.mean(plain):>13.3f} {np.mean(chosen):>15.3f} "
            f"{np.mean(width):>7.3f}"
        )
    share = SECTIONS * 0.5 + (1 - SECTIONS) * ELSEWHERE
    for units in (10, 15, 25, 40):
        hits = _sections(np.random.default_rng([13, units]), runs, units).sum(axis=1)
        _, low, high, _ = share_interval(hits, units)
        covered = ((low <= share) & (share <= high)).mean()
        print(f"{units:>6} sections {'':>10} {covered:>15.3f} {(high - low).mean():>7.3f}")
    print()


def print_false_alarms(runs: int) -> None:
    """Print how often two groups of one source are called different, and the power."""
    few = min(runs, 500)
    print(f"Two groups of one source; permutation_p: {few} runs a cell")
    print(
        f"{'essays':>9} {'what p < 0.05, or 0 left out':<31} {'mean':>6} {'worst':>6} {'p<.001':>7}"
    )
    for a, b in ((1, 19), (3, 40), (5, 5), (5, 20), (20, 20)):
        cells = list(product(RHOS, SHARES))
        _alarms(a, b, [_share_tests(_essays(runs, a + b, s, r), a) for r, s in cells])
        _alarms(a, b, [_exact_test(_essays(few, a + b, s, r), a) for r, s in cells])
    print(f"The same with rho {' and '.join(map(str, ALIKE))}")
    for a, b in ((5, 5), (5, 20), (20, 20)):
        cells = list(product(ALIKE, SHARES))
        _alarms(a, b, [_exact_test(_essays(few, a + b, s, r), a) for r, s in cells])
    print("\nPower, rho 0.1: share 0.30 against 0.10")
    for a, b in ((5, 5), (5, 20), (10, 10), (20, 20)):
        sides = zip(*_essays(few, a, 0.3, 0.1), *_essays(few, b, 0.1, 0.1), strict=True)
        p = np.array([permutation_p(*side) for side in sides])
        print(f"{a:>4} v {b:<2} share {(p < 0.05).mean():.3f}")
    print()


def print_blocks(runs: int) -> None:
    """Print how often two essays of one recipe differ when blocks of sentences are exchanged."""
    print("Themes of two essays, p < 0.05 by exchanging blocks of 3 (the rule), 4, 5, 6 sentences")
    print(f"{'units':>6} {'sentences':<28} {'3':>5} {'4':>5} {'5':>5} {'6':>5}")
    kinds: dict[str, Callable[..., Any]] = {
        "r = 0": lambda rng, n: _likeness(rng, runs, n, 0.25, 0.0),
        "r = 0.15": lambda rng, n: _likeness(rng, runs, n, 0.25, 0.15),
        "r = 0.3": lambda rng, n: _likeness(rng, runs, n, 0.25, 0.3),
        "sections of 5 to 8": lambda rng, n: _sections(rng, runs, n),
    }
    for units, (name, made) in product((20, 40), kinds.items()):
        rng = np.random.default_rng([41, units])
        _blocks(units, name, made(rng, units), made(rng, units))
    for units in (20, 40):
        rng = np.random.default_rng([43, units])
        sides = (_likeness(rng, runs, units, share, 0.15) for share in (0.45, 0.15))
        _blocks(units, "power: 0.45 v 0.15, r 0.15", *sides)
    print()


def _blocks(units: int, name: str, a: Any, b: Any) -> None:
    rates = []
    for block in (3, 4, 5, 6):
        starts = np.arange(0, units, block)
        sizes = np.diff(starts, append=units)
        sums = (np.add.reduceat(side.astype(int), starts, axis=1) for side in (a, b))
        one, other = sums
        p = permutation_p(one, sizes, other, sizes, resamples=RESAMPLES)
        rates.append((p < 0.05).mean())
    print(f"{units:>6} {name:<28} " + " ".join(f"{rate:>5.3f}" for rate in rates))


def print_likeness() -> None:
    """Print how alike the sentences of one essay are in coded themes: the seed page, 78 essays."""
    seed = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared")) / "gold" / "seed_themes.csv"
    if seed.exists():
        _print_likeness("seed page", seed, 5, lambda row: row["essay"])
    else:
        print(f"No {seed.name}: set KPU_CORPUS_GOLD to measure how alike its sentences are.")
    _print_likeness(ESSAYS.name, ESSAYS, 2, lambda row: row["id"].rpartition("-")[0])
    print()


def _print_likeness(
    name: str, path: Path, before: int, essay_of: Callable[[dict[str, str]], str]
) -> None:
    """Print r of neighbours in an essay, to which the 1 / n that its mean hides is added, and rho.

    ``before`` columns stand before those of the ten themes.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    themes = list(rows[0])[before : before + 10]
    essays: dict[str, list[list[float]]] = {}
    for row in rows:
        essays.setdefault(essay_of(row), []).append([float(row[theme]) for theme in themes])
    coded = [np.array(units) for units in essays.values()]
    centred = [x - x.mean(0) for x in coded]
    products = sum((x[1:] * x[:-1]).sum() for x in centred)
    r = products / sum((x**2).sum() for x in centred) + len(coded) / len(rows)
    group = group_of(np.array([x.sum(0) for x in coded]).T, np.array([len(x) for x in coded]))
    rho = np.sort(intraclass(group))
    print(f"Coded themes of {name}: {len(coded)} essays, {len(rows)} units, {len(themes)} themes")
    print(f"  neighbouring units: r = {r:.2f}, (1 + r) / (1 - r) = {(1 + r) / (1 - r):.2f}")
    print(f"  units of one essay: rho {rho[0]:.2f} to {rho[-1]:.2f}, median {np.median(rho):.2f}")


def _alarms(a: int, b: int, cells: list[dict[str, Any]]) -> None:
    for name, first in cells[0].items():
        limits = first.dtype == bool
        rates = [(cell[name] if limits else cell[name] < 0.05).mean() for cell in cells]
        far = "" if limits else f"{np.mean([(c[name] < 0.001).mean() for c in cells]):.4f}"
        print(f"{a:>4} v {b:<2} {name:<31} {np.mean(rates):>6.3f} {np.max(rates):>6.3f} {far:>7}")


def _essays(
    runs: int, essays: int, share: float, rho: float, *, uneven: bool = False
) -> tuple[Any, Any]:
    seed = [7, essays, round(share * 1e4), round(rho * 1e4), False, uneven]
    rng = np.random.default_rng(seed)
    units = rng.integers(8, 41, size=(runs, essays))
    if uneven:
        units = np.clip(rng.lognormal(np.log(20), 0.9, size=(runs, essays)), 3, 300).astype(int)
    odds = (1 - rho) / rho if rho else None
    own = rng.beta(share * odds, (1 - share) * odds, size=units.shape) if odds else share
    return rng.binomial(units, own), units


def _taken_up(runs: int, essays: int, part: float) -> tuple[Any, Any]:
    rng = np.random.default_rng([37, essays, round(part * 10)])
    units = rng.integers(8, 41, size=(runs, essays))
    taken = rng.random(units.shape) < part
    return np.where(taken, rng.binomial(units, 0.5), 0), units


def _sections(rng: Any, runs: int, units: int) -> Any:
    """Sections of 5 to 8 sentences, of which one in three has the theme in half of them."""
    starts = np.cumsum(rng.integers(5, 9, size=(runs, units)), axis=1)
    section = (np.arange(units) >= starts[:, :, np.newaxis]).sum(axis=1)
    about = np.take_along_axis(rng.random((runs, units)) < SECTIONS, section, 1)
    return rng.random((runs, units)) < np.where(about, 0.5, ELSEWHERE)


def _likeness(rng: Any, runs: int, units: int, share: float, r: float) -> Any:
    state = rng.random((runs, units)) < share
    for n in range(1, units):
        kept = rng.random(runs) < r
        state[:, n] = np.where(kept, state[:, n - 1], state[:, n])
    return state


def _chain(rng: Any, runs: int, units: int, share: float, r: float) -> Any:
    state = rng.random(runs) < share
    hits = state.astype(int)
    for _ in range(units - 1):
        state = rng.random(runs) < share * (1 - r) + r * state
        hits += state
    return hits


def _covers(
    method: Callable[[Any, Any], Limits], hits: Any, units: Any, share: float
) -> tuple[float, float]:
    low, high = method(hits, units)
    return float(((low <= share) & (share <= high)).mean()), float((high - low).mean())


def _row(essays: int, name: str, cells: Any, last: int = len(SHARES)) -> None:
    coverage, width = cells[:, 0], cells[:, 1].mean()
    print(
        f"{essays:>6} {name:<26} {coverage.mean():>6.3f} {coverage.min():>6.3f} "
        f"{coverage[-last:].mean():>8.3f} {width:>7.4f}"
    )


def _sides(drawn: tuple[Any, Any], a: int) -> tuple[Any, Any, Any, Any]:
    hits, units = drawn
    return hits[..., :a], units[..., :a], hits[..., a:], units[..., a:]


def _share_tests(drawn: tuple[Any, Any], a: int) -> dict[str, Any]:
    sums = (part.sum(axis=-1) for part in _sides(drawn, a))
    hits, units, rest, others = sums
    return {"shares: pooled G2": chdtrc(1, log_likelihood(hits, rest, units, others))}


def _exact_test(drawn: tuple[Any, Any], a: int) -> dict[str, Any]:
    rows = [
        group_difference(*_sides(row, a), resamples=RESAMPLES) for row in zip(*drawn, strict=True)
    ]
    outside = np.array([(row.low > 0) | (row.high < 0) for row in rows])
    return {
        "shares: group_difference p": np.array([row.p for row in rows]),
        "shares: group_difference limits": outside,
    }


if __name__ == "__main__":
    main()
