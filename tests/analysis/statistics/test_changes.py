"""Difference in differences: the changes of two groups of people, two essays of each."""

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from kpu_corpus.analysis.statistics import change_difference, paired_difference

Group = tuple[list[list[int]], list[list[int]]]
TRAINED: Group = ([[6, 9, 4, 8, 7], [2, 3, 2, 5, 1]], [[20, 24, 15, 30, 22], [18, 20, 15, 25, 12]])
OTHERS: Group = ([[3, 2, 4, 2], [2, 3, 3, 1]], [[19, 14, 22, 16], [17, 16, 20, 12]])


def test_the_difference_is_that_of_both_changes_within_people() -> None:
    found = change_difference(*TRAINED, *OTHERS)
    changes = []
    for (after, before), (units, earlier) in (TRAINED, OTHERS):
        changes.append(paired_difference(after, units, before, earlier))
    one, other = changes
    assert (found.change_a, found.change_b) == (one.difference, other.difference)
    assert found.difference == one.difference - other.difference
    below = np.hypot(one.difference - one.low, other.high - other.difference)
    above = np.hypot(one.high - one.difference, other.difference - other.low)
    assert (found.low, found.high) == pytest.approx(
        (found.difference - below, found.difference + above)
    )


def test_p_is_the_share_of_all_exchanges_of_people_as_far_apart() -> None:
    trained: Group = ([[8, 7, 4, 2, 8], TRAINED[0][1]], TRAINED[1])  # the sizes of groups matter
    people = []
    for (after, before), (units, earlier) in (trained, OTHERS):
        for h, k, n, m in zip(after, before, units, earlier, strict=True):
            length = 2 * n * m / (n + m)
            people.append((length * (h / n - k / m), length))

    def apart(side: tuple[int, ...]) -> float:
        means, variances = [], []
        for own in (side, tuple(set(range(len(people))) - set(side))):
            total = sum(people[i][1] for i in own)
            mean = sum(people[i][0] for i in own) / total
            squares = sum((people[i][0] - people[i][1] * mean) ** 2 for i in own)
            means.append(mean)
            variances.append(len(own) / (len(own) - 1) * squares / total**2)
        return abs(means[0] - means[1]) / sum(variances) ** 0.5

    observed = apart((0, 1, 2, 3, 4))
    all_of_them = [apart(side) for side in combinations(range(9), 5)]
    by_hand = np.mean([far >= observed - 1e-9 for far in all_of_them])
    assert change_difference(*trained, *OTHERS).p == pytest.approx(by_hand)


def test_which_group_is_a_turns_the_signs_and_nothing_else() -> None:
    for resamples in (4_999, 50):  # listed, drawn
        one = change_difference(*TRAINED, *OTHERS, resamples=resamples)
        other = change_difference(*OTHERS, *TRAINED, resamples=resamples)
        assert (one.difference, one.low, one.p) == (-other.difference, -other.high, other.p)


def test_a_change_that_everybody_shares_is_no_difference() -> None:
    """250 trainings of no effect: both groups change as much, one is larger and writes longer."""
    rng = np.random.default_rng(4)

    def essays(people: int, after: int, more: float) -> Any:
        units = np.array([rng.integers(n - 5, n + 6, people) for n in (after, 17)])
        own = rng.beta(2, 13, (250, people))
        return rng.binomial(units, np.stack([own + more, own], axis=1).clip(0, 1)), units

    found = change_difference(*essays(24, 25, 0.05), *essays(10, 17, 0.05), resamples=199)
    assert (found.p < 0.05).mean() < 0.08
    assert ((found.low <= 0) & (found.high >= 0)).mean() > 0.94
    better = change_difference(*essays(24, 25, 0.2), *essays(10, 17, 0.05), resamples=199)
    assert (better.p < 0.05).mean() > 0.6
    assert ((better.low <= 0.15) & (better.high >= 0.15)).mean() > 0.94


def test_groups_without_any_change_do_not_differ() -> None:
    units = [[12] * 6] * 2
    found = change_difference([[3] * 6] * 2, units, [[0] * 6] * 2, units)
    assert (found.difference, found.p) == (0, 1)
    assert found.low < 0 < found.high


def test_other_shapes_and_essays_without_units_are_refused() -> None:
    with pytest.raises(ValueError, match="two rows of hits and of units: after and before"):
        change_difference([1, 2], [10, 10], *OTHERS)
    with pytest.raises(ValueError, match="two rows of hits and of units: after and before"):
        change_difference(*([*rows, rows[0]] for rows in TRAINED), *OTHERS)
    with pytest.raises(ValueError, match="two or more persons"):
        change_difference([[1], [1]], [[10], [10]], *OTHERS)
    with pytest.raises(ValueError, match="resamples=0"):
        change_difference(*TRAINED, *OTHERS, resamples=0)
