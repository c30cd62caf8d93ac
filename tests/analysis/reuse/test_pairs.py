"""Many pairs of stretches at once are those of each by itself."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import kpu_corpus as kc
from kpu_corpus.analysis.reuse import pairs as module
from kpu_corpus.analysis.reuse.bounds import (
    APART_A,
    APART_B,
    BALANCE,
    CORE,
    NEAR,
    Passage,
    _gathered,
    _hull,
)
from kpu_corpus.analysis.reuse.literal import SAME, exact, literal
from kpu_corpus.analysis.reuse.pairs import Pairs, Side, among, weighed
from kpu_corpus.analysis.reuse.windows import Reading, Seeds, reading_of
from kpu_corpus.ground.arrays import Longs
from kpu_corpus.tokens import Tokens


@pytest.fixture(scope="module")
def reading(tokens: Tokens) -> Reading:
    return reading_of(tokens)


@pytest.fixture(scope="module")
def drawn(reading: Reading) -> Pairs:
    draw = np.random.default_rng(3)
    essay = draw.integers(0, 5, size=(2, 60))
    first = reading.stops[essay] + draw.integers(0, 60, size=(2, 60))
    last = np.minimum(first + draw.integers(0, 60, size=(2, 60)), reading.stops[essay + 1] - 1)
    last[1, ::3] = np.minimum(first[0, ::3] + 9, last[0, ::3])  # parts of the other side
    first[1, ::3] = first[0, ::3]
    return Pairs(Side(first[0], last[0]), Side(first[1], last[1]))


def _words(side: Side, row: int) -> slice:
    return slice(int(side.first[row]), int(side.last[row]) + 1)


def test_words_among_those_of_the_other_side_are_those_that_numpy_finds(
    reading: Reading, drawn: Pairs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CELLS", 7 * (int(reading.root.max()) + 1))  # seven at a time
    found = among(reading.root, *drawn, reading.content)
    single = [
        np.isin(reading.root[a], reading.root[b][reading.content[b]])
        for a, b in ((_words(drawn.a, row), _words(drawn.b, row)) for row in range(60))
    ]
    assert found.tolist() == np.concatenate(single).tolist()


def test_the_weight_of_a_pair_does_not_depend_on_those_beside_it(
    reading: Reading, drawn: Pairs
) -> None:
    mass, share = weighed(reading, drawn)
    single = [weighed(reading, drawn.at(slice(row, row + 1))) for row in range(60)]
    assert mass.tolist() == [float(one[0][0]) for one in single]
    assert share.tolist() == [float(one[1][0]) for one in single]
    assert (share[::3] > 0.2).any()
    assert ((share >= 0) & (share <= 1)).all()


def test_pairs_that_are_the_same_by_their_longest_common_sequence_are_exact(
    reading: Reading, drawn: Pairs
) -> None:
    def longest(left: list[int], right: list[int]) -> int:
        row = [0] * (len(right) + 1)
        for one in left:
            before = row[:]
            for place, other in enumerate(right):
                same = before[place] + 1
                row[place + 1] = same if one == other else max(row[place], before[place + 1])
        return row[-1]

    expected = []
    for row in range(60):
        left, right = (reading.norm[_words(side, row)].tolist() for side in drawn)
        expected.append(longest(left, right) >= SAME * max(len(left), len(right)))
    assert exact(reading, drawn).tolist() == expected
    assert 0 < sum(expected) < 60


def test_what_is_the_same_is_bounded_on_both_sides(reading: Reading) -> None:
    start, other = int(reading.stops[0]), int(reading.stops[1])
    norm = reading.norm.copy()
    norm[other + 2 : other + 32] = norm[start + 5 : start + 35]
    norm[other : other + 2] = norm.max() + 1
    copied = Reading(**{**vars(reading), "norm": norm})
    given = Pairs(
        Side(np.array([start + 4]), np.array([start + 36])),
        Side(np.array([other + 1]), np.array([other + 31])),
    )
    (a, b) = literal(copied, given)
    assert (a.first[0], a.last[0]) == (start + 5, start + 34)
    assert (b.first[0], b.last[0]) == (other + 2, other + 31)


def test_seeds_are_cut_as_pair_by_pair_and_gap_by_gap() -> None:
    draw = np.random.default_rng(8)
    a, b = draw.integers(0, 600, size=(2, 120))
    seeds = Seeds(a, a + 15, b, b + draw.integers(5, 30, 120), draw.uniform(0.2, 0.32, 120))
    pair = np.sort(draw.integers(0, 6, 120))

    def cut(rows: Longs, side: int, whole: bool) -> list[frozenset[int]]:
        start, end = ((seeds.a, seeds.a_end), (seeds.b, seeds.b_end))[side]
        order = sorted(rows.tolist(), key=lambda row: int(start[row]))
        parts, reach = [[order[0]]], int(end[order[0]])
        for row in order[1:]:
            if start[row] - reach > (APART_A, APART_B)[side]:
                parts.append([])
            parts[-1].append(row)
            reach = max(reach, int(end[row]))
        if len(parts) == 1 and whole:
            return [frozenset(order)] if seeds.alike[order].max() >= CORE else []
        alone = len(parts) == 1
        return [g for part in parts for g in cut(np.array(part), 1 - side, alone)]

    expected = {(p, g) for p in range(6) for g in cut(np.flatnonzero(pair == p), 0, False)}
    rows, starts, of = _gathered(seeds, np.arange(120), pair)
    groups = np.split(rows, starts[1:])
    found = {(int(p), frozenset(g.tolist())) for p, g in zip(of, groups, strict=True)}
    assert found == expected
    assert len(found) > 6


def test_how_many_passages_are_looked_at_together_changes_none(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    other = "warga menunggu giliran di bilik suara sejak pagi sambil membawa kartu undangan"
    turned = "dari peserta pemilu setiap pegawai wajib menolak hadiah serta menjaga integritas"
    texts = {
        "a": f"Bagi kami, {said}. Hujan turun deras sekali. {other.capitalize()}.",
        "b": f"{other.capitalize()}. Sawah menguning lagi. Kami percaya {turned}.",
        "c": f"Kami tahu bahwa {said} di setiap tahapan. Angin bertiup kencang malam itu.",
    }
    texts |= {f"lain {row}": text for row, text in enumerate(tokens.corpus.texts[:2])}
    made = kc.preprocess(kc.load(texts))
    whole = kc.shared_passages(made)
    assert len(whole) > 2
    assert whole["kind"].nunique() > 1
    for room in ("bounds", "judging"):
        monkeypatch.setattr(f"kpu_corpus.analysis.reuse.{room}.AT_ONCE", 1)
    monkeypatch.setattr(module, "CELLS", 1)
    pd.testing.assert_frame_equal(kc.shared_passages(made), whole)


@pytest.mark.parametrize("turned", [False, True])
def test_parts_are_one_passage_as_long_as_they_are_near_on_both_sides(turned: bool) -> None:
    def hull(a: int, b: int, long: int = 10) -> Passage | None:
        """Of a part of ten words and one of ``long`` so many words further on."""
        parts = (
            Passage(50, 59, 150, 159, 2.0, 0.9),
            Passage(*(60 + a, 59 + a + long, 160 + b, 159 + b + long), 1.0, 0.6),
        )
        return _hull(*(parts[::-1] if turned else parts))

    assert hull(NEAR, NEAR) == (50, 69 + NEAR, 150, 169 + NEAR, 3.0, 0.9)
    assert hull(NEAR + 1, NEAR) is None
    assert hull(NEAR, NEAR + 1) is None
    assert hull(NEAR + 1, NEAR + 1, long=200) is not None  # near for a passage so long
    assert hull(-20, NEAR) == (40, 59, 150, 169 + NEAR, 3.0, 0.9)  # before it on one side
    further = int(BALANCE * 10) - 20  # ten words become so many times as long
    assert hull(-10, further) == (50, 59, 150, 169 + further, 3.0, 0.9)
    assert hull(-10, further + 1) is None
