"""False alarms and power of the tests of words, by seeded simulation.

Run by ``python -m benchmarks.intervals``, or alone as ``python -m benchmarks.keyness_alarms
[--runs 200]``. Words are drawn at the rates that roots have in the background; where essays
differ, the rate of each word in each essay is beta-distributed with intra-essay correlation rho.
"""

from __future__ import annotations

import argparse
import os
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import chdtrc

from benchmarks.drawn_words import (
    background,
    beta,
    drawn,
    laws,
    lengths,
    null,
    pair_sizes,
    planted,
    rings,
    texts,
)
from kpu_corpus.analysis.statistics import (
    benjamini_hochberg,
    exchange_p,
    fixed_keyness,
    group_keyness,
)
from kpu_corpus.analysis.statistics.assignments import UNEVEN

RATES = (0.0005, 0.002, 0.005, 0.02)
RHOS = (0.0, 0.001, 0.005, 0.02)
PLANTED = 5  # words planted in each text
APART_SETS, LISTED_SETS, RARE_SETS = 60, 20, 20  # draws of lengths, shared by the words of a cell
LAWS = Path("scale") / "peraturan_pasal.parquet"


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200, help="runs per row (default 200)")
    tables(parser.parse_args().runs)


def tables(runs: int) -> None:
    """Print every table of ``runs`` runs a row; fewer for many essays."""
    print_against_background(runs)
    print_planted(max(runs // 5, 20))
    print_one_source()
    print_laws(max(runs // 2, 20))
    print_lengths()
    print_apart()
    print_rare()
    print_all_assignments()
    print_ratio_coverage()


def print_against_background(runs: int) -> None:
    """Print how often texts drawn from the background itself have a word with q < 0.05."""
    rates, counts, words = background()
    print(
        "Texts drawn word by word from the background: runs with any q < 0.05, rows with it, "
        "p < 0.05 among all words"
    )
    print(f"{'text':<26} {'rho':>6} {'any q':>6} {'rows':>6} {'p<.05':>7}  pooled G2: any q, rows")
    for (name, shape), rho in product(texts(), (0.0, 0.001, 0.003, 0.01)):
        few = max(runs * 20 // max(shape[0], 20), 10)
        rng = np.random.default_rng([13, *shape, round(rho * 1e4)])
        found = []
        for _ in range(few):
            hits, here = drawn(rng, rates, shape, rho)
            key = fixed_keyness(hits, [shape[1]] * shape[0], counts[here], words)
            q = benjamini_hochberg(key.p, family=len(rates))
            listed = key.count_a > 1
            pooled = benjamini_hochberg(chdtrc(1, key.g2)[listed])
            low = (key.p < 0.05).sum() / len(rates)
            found.append([(q < 0.05).any(), (q < 0.05).sum(), low, *_any(pooled)])
        any_q, rows, low, pooled_any, pooled_rows = np.mean(found, axis=0)
        print(
            f"{name:<26} {rho:>6} {any_q:>6.3f} {rows:>6.2f} {low:>7.4f}"
            f"  {pooled_any:.2f} {pooled_rows:.1f}   ({few} runs)"
        )
    print()


def print_planted(runs: int) -> None:
    """Print how often planted words are found with q < 0.05."""
    rates, counts, words = background()
    print(f"{PLANTED} words planted in a text drawn from the background: part found with q < 0.05")
    print(f"{'text':<26} {'times planted':>13}  at background rates 1e-6, 1e-5, 1e-4, 1e-3")
    plans = (((20, 15), (2, 3, 4, 6, 10)), ((5, 300), (5, 10, 20)), ((20, 300), (10, 20, 40)))
    names = {shape: name for name, shape in texts()}
    for shape, times in plans:
        for time in times:
            found = []
            for rate in (1e-6, 1e-5, 1e-4, 1e-3):
                rng = np.random.default_rng([17, *shape, time, round(-np.log10(rate))])
                near = np.argsort(np.abs(np.log(counts / words / rate)))[:PLANTED]
                found.append(
                    np.mean(
                        [planted(rng, rates, counts, words, shape, near, time) for _ in range(runs)]
                    )
                )
            print(f"{names[shape]:<26} {time:>13}  " + "  ".join(f"{x:.2f}" for x in found))
    print()


def print_one_source() -> None:
    """Print how often words of two groups of one source differ, and the power."""
    print(
        "Words of two groups of one source, 2,000 a cell: p < 0.05 (worst cell), p < 0.001, "
        "pooled G2 p < 0.05, p < 0.001"
    )
    for a, b in ((1, 19), (1, 60), (3, 40), (5, 5), (5, 20), (10, 10), (20, 20), (20, 60)):
        cells = [null(a, b, rate, rho) for rate, rho in product(RATES, RHOS)]
        _print_cells(f"{a} v {b}", cells)
    print(
        "Power: a word 12 against 3 times in 1,000, rho 0.003; a word n times in every a, never b"
    )
    for a, b in ((5, 5), (5, 20), (10, 10), (15, 15), (20, 20)):
        rng = np.random.default_rng([19, a, b])
        one, other = pair_sizes(rng, a, b)
        p = exchange_p(
            beta(rng, 0.012, 0.003, one, 2000), one, beta(rng, 0.003, 0.003, other, 2000), other
        )
        sizes = [400] * a, [400] * b
        always = [exchange_p([n] * a, sizes[0], [0] * b, sizes[1]) for n in (1, 2, 3)]
        once = exchange_p([3] * a, sizes[0], [1] + [0] * (b - 1), sizes[1])
        shown = ", ".join(f"{x:.1e}" for x in (*always, once))
        print(f"{a:>4} v {b:<3} {(p < 0.05).mean():.3f}   1, 2, 3 times; 3 but once in b: {shown}")
    print()


def print_laws(runs: int) -> None:
    """Print the same for real laws split at random, if they are there."""
    path = Path(os.environ.get("KPU_CORPUS_GOLD", "../shared")) / LAWS
    if not path.exists():
        print(f"No {LAWS.name}: set KPU_CORPUS_GOLD to split real laws at random.\n")
        return
    counts, words = laws(path)
    print(f"80 real laws split at random, {len(counts)} roots, {runs} splits")
    print(f"{'laws':>9} {'p<.05':>7} {'in 8 or more':>13} {'p<.001':>8} {'any q':>6}")
    for a, b in ((10, 10), (10, 20), (20, 20), (5, 40), (10, 70), (40, 40)):
        rng = np.random.default_rng([23, a, b])
        found = []
        for run in range(runs):
            order = rng.permutation(counts.shape[1])[: a + b]
            one, other = order[:a], order[a:]
            kept = counts[counts[:, order].sum(axis=1) >= 2]
            sides = kept[:, one], words[one], kept[:, other], words[other]
            p = exchange_p(*sides, seed=run)
            many = (kept[:, order] > 0).sum(axis=1) >= 8
            any_q = (benjamini_hochberg(p) < 0.05).any()
            found.append([(p < 0.05).mean(), (p[many] < 0.05).mean(), (p < 0.001).mean(), any_q])
        low, frequent, far, any_q = np.mean(found, axis=0)
        print(f"{a:>4} v {b:<3} {low:>8.3f} {frequent:>13.3f} {far:>8.5f} {any_q:>6.2f}")
    print()


def print_lengths() -> None:
    """Print false alarms and power where the essays of one group are longer."""
    print(
        "One source, essays of unequal length on the sides: p < 0.05 (worst cell), p < 0.001, "
        "pooled G2; power: 12 against 3 times in 1,000, 3 against 12, 4 against 0.5"
    )
    sizes = ((5, 800, 20, 400), (5, 200, 20, 400), (10, 200, 10, 600), (20, 250, 20, 500))
    apart = ((8, 1000, 60, 250), (3, 1200, 40, 300), (5, 1600, 20, 200))
    checked = ((4, 2000, 20, 400), (5, 1200, 50, 200), (3, 1500, 60, 250))
    differing = ((0.012, 0.003, 0.003), (0.003, 0.012, 0.003), (0.004, 0.0005, 0.005))
    for a, long, b, short in sizes + apart + checked:
        cells = [null(a, b, rate, rho, (long, short)) for rate, rho in product(RATES, RHOS)]
        _print_cells(f"{a} of {long} v {b} of {short}", cells)
        rng = np.random.default_rng([59, a, b, long, short])
        drawn = [[lengths(rng, a, long), lengths(rng, b, short)] for _ in range(4)]
        power = [np.mean([rings(rng, *cell, *pair) for pair in drawn]) for cell in differing]
        print(" " * 23 + ", ".join(f"{x:.2f}" for x in power))
    print()


def print_apart() -> None:
    """Print false alarms and power by how far apart chance makes the words of the sides."""
    print(
        "One source, by the words of the sides, in standard errors of exchanging: p < 0.05 (worst "
        "rate and rho); power: 12 against 3, 4 against 0.5 times in 1,000"
    )
    bands = ((0.0, UNEVEN), (UNEVEN, 1.96), (1.96, np.inf))
    for a, b in ((5, 5), (5, 20), (10, 10), (20, 20)):
        apart, alarms, power = [], [], []
        for number in range(APART_SETS):
            rng = np.random.default_rng([47, a, b, number])
            one, other = pair_sizes(rng, a, b)
            sizes = np.append(one, other)
            error = np.sqrt(sizes.var() * a * b / (a + b - 1))
            apart.append(abs(one.sum() - sizes.mean() * a) / error)
            drawn = ((rate, rate, rho) for rate, rho in product(RATES, RHOS))
            alarms.append([rings(rng, *cell, one, other) for cell in drawn])
            differing = ((0.012, 0.003, 0.003), (0.004, 0.0005, 0.005))
            power.append([rings(rng, *cell, one, other) for cell in differing])
        for low, high in bands:
            inside = (np.array(apart) >= low) & (np.array(apart) < high)
            if inside.any():
                cells = np.array(alarms)[inside].mean(axis=0)
                found = ", ".join(f"{x:.2f}" for x in np.array(power)[inside].mean(axis=0))
                print(
                    f"{a:>4} v {b:<3} {low:.2f} to {high:<5.2f} {inside.sum():>3} sets "
                    f"{cells.mean():.3f} ({cells.max():.3f})   {found}"
                )
    print()


def print_rare() -> None:
    """Print false alarms for words that occur a few times in all, one draw of lengths at a time."""
    print(
        "One source, words of 2, 3, 4, 6 and 12 occurrences: p < 0.05, mean over draws of lengths "
        "(worst draw)"
    )
    groups = ((3, 40), (5, 5), (5, 20), (10, 10), (10, 40), (20, 20))
    for (a, b), (low, high) in product(groups, ((290, 310), (150, 600))):
        shown = []
        for times in (2, 3, 4, 6, 12):
            rings = []
            for number in range(RARE_SETS):
                rng = np.random.default_rng([61, a, b, low, times, number])
                sizes = rng.integers(low, high + 1, a + b)
                hits = rng.multinomial(times, sizes / sizes.sum(), 600)
                p = exchange_p(hits[:, :a], sizes[:a], hits[:, a:], sizes[a:])
                rings.append((p < 0.05).mean())
            shown.append(f"{np.mean(rings):.3f} ({np.max(rings):.3f})")
        print(f"{a:>4} v {b:<3} {low}-{high} words  " + "  ".join(shown))
    print()


def print_all_assignments() -> None:
    """Print how near small p are to the share of all assignments, which are listed for it."""
    print(
        "p over the share of all assignments that differ as much, where that is below 0.005: "
        "least, 10 %, median, 90 %, most; words 12 against 3 times in 1,000"
    )
    shapes: tuple[tuple[str, tuple[int, int]], ...] = (
        ("equal", (400, 401)),
        ("150-600", (150, 601)),
    )
    for (a, b), (name, ends) in product(((9, 9), (8, 12)), shapes):
        chosen = np.array(list(combinations(range(a + b), a)))
        found: list[float] = []
        for number in range(LISTED_SETS):
            rng = np.random.default_rng([53, a, b, ends[0], number])
            sizes = rng.integers(*ends, a + b)
            rate = np.repeat([0.012, 0.003], [a, b]) * rng.gamma(2.0, 0.5, (40, a + b))
            hits = np.minimum(rng.poisson(rate * sizes), sizes)
            near = sizes[chosen].sum(axis=1)
            error = np.sqrt(near * (sizes.sum() - near))
            ours = exchange_p(hits[:, :a], sizes[:a], hits[:, a:], sizes[a:])
            for row, p in zip(hits, ours, strict=True):
                gap = np.abs(row[chosen].sum(axis=1) - row.sum() / sizes.sum() * near) / error
                share = (gap >= gap[0] - 1e-9).mean()
                if share < 0.005:
                    found.append(p / share)
        shown = " ".join(f"{x:.2f}" for x in np.quantile(found, [0.0, 0.1, 0.5, 0.9, 1.0]))
        print(f"{a:>4} v {b:<3} essays of {name} words, {len(found)} words: {shown}")
    print()


def print_ratio_coverage() -> None:
    """Print how often the limits of the log-ratio hold a true ratio."""
    print("95 % limits of the log-ratio hold the true one: mean (worst cell); ratio 1, 4, 1/4")
    for a, b in ((1, 19), (3, 40), (5, 5), (5, 20), (10, 10), (20, 20)):
        shown = []
        for ratio in (1.0, 4.0, 0.25):
            held = []
            for rate, rho in product(RATES[:3], RHOS):
                rng = np.random.default_rng(
                    [29, a, b, *map(round, (ratio * 4, rate * 1e4, rho * 1e4))]
                )
                one, other = pair_sizes(rng, a, b)
                hits = beta(rng, rate * ratio**0.5, rho, one, 1000)
                rest = beta(rng, rate / ratio**0.5, rho, other, 1000)
                kept = hits.sum(axis=1) + rest.sum(axis=1) > 1
                key = group_keyness(hits[kept], one, rest[kept], other)
                true = np.log2(ratio)
                held.append(((key.low <= true) & (true <= key.high)).mean())
            shown.append(f"{np.mean(held):.3f} ({np.min(held):.3f})")
        print(f"{a:>4} v {b:<3} " + "  ".join(shown))
    print()


def _print_cells(name: str, cells: list[tuple[float, ...]]) -> None:
    columns = np.array(cells).T
    print(f"{name:>22} " + "  ".join(f"{x.mean():.4f} ({x.max():.4f})" for x in columns))


def _any(q: Any) -> tuple[bool, int]:
    return bool((q < 0.05).any()), int((q < 0.05).sum())


if __name__ == "__main__":
    main()
