"""How far figures of a coded sample lie from those of all units, and how often the limits hold.

`python -m benchmarks.coding_samples [--runs 100]`, seeded. 3,000 units, ten themes that the program
finds with one precision and recall; samples of 200 units, drawn as `kc.coding_sheet` draws them.
Printed are the standard deviation of the precision and recall of a theme, and the coverage of the
95 % limits of precision, recall and F1.
"""

from __future__ import annotations

import argparse
from itertools import product
from typing import Any

import numpy as np

from kpu_corpus.analysis.coding.sampling import _sizes, _strata
from kpu_corpus.analysis.statistics import weighted_accuracy

UNITS, THEMES, ROWS = 3_000, 10, 200
SHARES = {"10 to 25 % of the units": (0.10, 0.25), "1 to 3 %": (0.01, 0.03)}
RIGHT = (0.7, 0.8, 0.9)  # precision and recall of the program


def main() -> None:
    """Print one line for each share of the themes, quality of the program and kind of sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    runs = parser.parse_args().runs
    print("themes in                right  sample      sd P  sd R   limits hold: P, R, F1")
    for (name, (low, high)), right in product(SHARES.items(), RIGHT):
        found, true = _coded(np.linspace(low, high, THEMES), right)
        for sample in ("random", "stratified"):
            rng = np.random.default_rng(1)
            made = [_figures(found, true, sample, rng) for _ in range(runs)]
            spread, inside = _told(np.array(made), found, true)
            print(
                f"{name:<24} {right:>5}  {sample:<10} {spread[0]:5.2f} {spread[1]:5.2f}"
                f"   {inside[0]:.3f} {inside[1]:.3f} {inside[2]:.3f}"
            )


def _coded(shares: Any, right: float) -> tuple[Any, Any]:
    """Return which units the program finds for each theme, and which have it."""
    rng = np.random.default_rng(0)
    found, true = np.zeros((2, UNITS, THEMES), dtype=bool)
    for theme, share in enumerate(shares):
        order = rng.permutation(UNITS)
        have = round(share * UNITS)
        hits = round(right * have)  # as many are missed as are found wrongly
        true[order[:have], theme] = True
        found[order[have - hits : 2 * have - hits], theme] = True
    return found, true


def _figures(found: Any, true: Any, sample: str, rng: Any) -> list[Any]:
    """Return precision, recall, F1 and their limits of every theme in one sample."""
    if sample == "random":
        rows, weight = rng.permutation(UNITS)[:ROWS], np.ones(ROWS)
    else:
        strata = _strata(found)
        sizes = _sizes(strata, ROWS)
        members = {key: np.flatnonzero(strata == key) for key in sizes}
        rows = np.concatenate([rng.permutation(members[key])[: sizes[key]] for key in sizes])
        weight = np.concatenate(
            [np.full(size, len(members[key]) / size) for key, size in sizes.items()]
        )
    return [weighted_accuracy(found[rows, n], true[rows, n], weight) for n in range(THEMES)]


def _told(made: Any, found: Any, true: Any) -> tuple[Any, Any]:
    """Return the mean spread of precision and recall, and how often the limits hold the value."""
    both, either = (found & true).sum(0), (found | true).sum(0)
    exact = np.stack([both / found.sum(0), both / true.sum(0), 2 * both / (both + either)], axis=1)
    point, low, high = (made[:, :, start::3] for start in range(3))
    inside = (low <= exact) & (exact <= high)
    return np.nanstd(point, axis=0).mean(axis=0), inside.mean(axis=(0, 1))


if __name__ == "__main__":
    main()
