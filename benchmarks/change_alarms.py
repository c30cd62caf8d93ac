"""False alarms, coverage and power of `change_difference`: two essays of each person, two groups.

People differ (beta, the same level in both essays) and so do essays of one person, in each group by
an amount of its own. `python -m benchmarks.change_alarms`, seeded, a minute.
"""

from __future__ import annotations

import argparse
from typing import Any, NamedTuple

import numpy as np

from kpu_corpus.analysis.statistics import change_difference

RESAMPLES = 499


class Group(NamedTuple):
    """People, and the sentences of their essays before and after."""

    people: int
    before: int
    after: int


class Cell(NamedTuple):
    """The share before, how alike people (rho) and their essays (of a, of b) are, the changes."""

    share: float
    people: float
    essays_a: float
    essays_b: float
    change: float  # of both groups
    more: float  # of a beyond it


DESIGNS = (
    (Group(45, 17, 22), Group(15, 17, 17)),
    (Group(15, 17, 22), Group(15, 17, 17)),
    (Group(15, 20, 20), Group(15, 20, 20)),
    (Group(8, 20, 20), Group(8, 20, 20)),
    (Group(30, 30, 40), Group(10, 12, 12)),
    (Group(12, 30, 40), Group(36, 12, 12)),
    (Group(6, 20, 20), Group(30, 20, 20)),
    (Group(100, 20, 20), Group(100, 20, 20)),
)
CELLS = (
    Cell(0.13, 0.1, 0.05, 0.05, 0.0, 0.0),
    Cell(0.3, 0.1, 0.0, 0.15, 0.05, 0.0),
    Cell(0.05, 0.05, 0.02, 0.02, 0.0, 0.0),
    Cell(0.3, 0.0, 0.15, 0.0, 0.05, 0.0),
    Cell(0.13, 0.1, 0.03, 0.03, 0.0, 0.12),
)
SPREAD = 0.25  # of the lengths of essays, on a logarithmic scale
SHORTEST = 5


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000, help="runs per cell (default 2000)")
    runs = parser.parse_args().runs
    print("p < 0.05 without an effect: mean (worst cell); limits hold: mean (worst); power; width")
    for number, (a, b) in enumerate(DESIGNS):
        alarms, held, power, width = [], [], 0.0, []
        for place, cell in enumerate(CELLS):
            rng = np.random.default_rng([number, place])
            trained = _essays(rng, a, cell, cell.essays_a, cell.change + cell.more, runs)
            others = _essays(rng, b, cell, cell.essays_b, cell.change, runs)
            found = change_difference(*trained, *others, resamples=RESAMPLES)
            low = (found.p < 0.05).mean()
            if cell.more:
                power = low
            else:
                alarms.append(low)
            held.append(((found.low <= cell.more) & (found.high >= cell.more)).mean())
            width.append((found.high - found.low).mean())
        print(
            f"  {a.people} people ({a.before}, {a.after} sentences), "
            f"{b.people} ({b.before}, {b.after}): {np.mean(alarms):.3f} ({max(alarms):.3f})  "
            f"{np.mean(held):.3f} ({min(held):.3f})  {power:.2f}  {np.mean(width):.2f}",
            flush=True,
        )


def _essays(
    rng: np.random.Generator, group: Group, cell: Cell, rho: float, change: float, runs: int
) -> tuple[Any, Any]:
    """Return hits (runs, two essays, people), after and before, and their units."""
    lengths = (group.after, group.before)
    drawn = [n * rng.lognormal(0, SPREAD, group.people) for n in lengths]
    units = np.round(drawn).clip(SHORTEST).astype(int)
    own = _beta(rng, np.full((runs, group.people), cell.share), cell.people)
    shares = np.stack([own + change, own], axis=1).clip(1e-4, 1 - 1e-4)
    return rng.binomial(units, _beta(rng, shares, rho)), units


def _beta(rng: np.random.Generator, level: Any, rho: float) -> Any:
    return level if rho == 0 else rng.beta(level * (1 - rho) / rho, (1 - level) * (1 - rho) / rho)


if __name__ == "__main__":
    main()
