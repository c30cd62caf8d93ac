"""Two themes in one sentence: false alarms of p, and how often the limits hold the true ratio.

`python -m benchmarks.theme_pairs [--runs 400]`, seeded. Essays of 20 sentences, each with shares of
both themes of its own and three lengths of sentences as strata. Without association neighbouring
sentences are alike to the degree r; with one, a sentence that has the first theme has the second
`ratio` times as often as the essay has it. Cells in which fewer than two sentences are expected to
have both are left out.
"""

from __future__ import annotations

import argparse
from typing import Any

import numpy as np

from kpu_corpus.analysis.statistics import together

SENTENCES, LENGTHS, LEAST = 20, 3, 2.0
SHARES = ((0.05, 0.05), (0.1, 0.2), (0.3, 0.3))
ESSAYS = (5, 20, 100)
SPREAD = 4.0  # of the beta distribution of an essay's share
CASES = ((1.0, 0.0), (1.0, 0.15), (1.0, 0.3), (2.0, 0.0), (0.5, 0.0), (0.05, 0.0))  # ratio, r


def main() -> None:
    """Print for each case the rate of p < 0.05 and the coverage: mean, worst cell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=400)
    runs = parser.parse_args().runs
    print("ratio     r   p < 0.05 (most)   limits hold (least)")
    for ratio, like in CASES:
        rng = np.random.default_rng([101, round(100 * ratio), round(100 * like)])
        made = [_cell(rng, e, s, ratio, like, runs) for e in ESSAYS for s in SHARES]
        alarms, held = np.array([one[1:] for one in made if one[0] >= LEAST]).T
        print(
            f"{ratio:>5} {like:>5}   {alarms.mean():.3f} ({alarms.max():.3f})     "
            f"{held.mean():.3f} ({held.min():.3f})",
            flush=True,
        )


def _cell(rng: Any, essays: int, shares: Any, ratio: float, like: float, runs: int) -> Any:
    """Return how many sentences are expected to have both, the rate of p < 0.05, and coverage."""
    one, other = (
        rng.beta(share * SPREAD, (1 - share) * SPREAD, essays).clip(0.005, 0.9)[:, None]
        for share in shares
    )
    met, expected, found = [], [], []
    for _ in range(runs):
        a = _chain(rng, one, like)
        if ratio == 1.0:
            b = _chain(rng, other, like)
        else:
            beside = np.minimum(other * ratio, 0.95)
            apart = np.clip((other - one * beside) / (1.0 - one), 0.0, 1.0)
            b = rng.random(a.shape) < np.where(a, beside, apart)
        stratum = np.arange(essays)[:, None] * LENGTHS + rng.integers(0, LENGTHS, a.shape)
        n, with_a, with_b = (
            np.bincount(stratum.ravel(), x.ravel(), essays * LENGTHS) for x in (a | True, a, b)
        )
        met.append((a & b).sum())
        made = together(met[-1:], with_a, with_b[None], n)
        expected.append(made.expected[0])
        found.append((made.p[0], made.low[0], made.high[0]))
    p, low, high = np.array(found).T
    true = np.log2(max(sum(met), 0.5) / sum(expected))
    return np.mean(expected), (p < 0.05).mean(), ((low <= true) & (true <= high)).mean()


def _chain(rng: Any, share: Any, like: float) -> Any:
    """Return which sentences have a theme; each is as the one before with probability `like`."""
    new = rng.random((len(share), SENTENCES)) < share
    same = rng.random(new.shape) < like
    for place in range(1, SENTENCES):
        new[:, place] = np.where(same[:, place], new[:, place - 1], new[:, place])
    return new


if __name__ == "__main__":
    main()
