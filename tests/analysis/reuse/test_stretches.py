"""The run with the largest sum against trying all of them; stretches bounded one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import kpu_corpus as kc
from kpu_corpus.analysis.reuse.pairs import Pairs, Side
from kpu_corpus.analysis.reuse.stretches import bounded, largest
from kpu_corpus.analysis.reuse.windows import reading_of
from kpu_corpus.tokens import Tokens


@given(st.lists(st.lists(st.integers(-3, 3), min_size=6, max_size=6), min_size=1, max_size=5))
def test_no_run_has_a_larger_sum(rows: list[list[int]]) -> None:
    gain = np.array(rows, dtype=np.float64)
    some, run = largest(gain)
    for row, values in enumerate(rows):
        sums = [sum(values[a : b + 1]) for a in range(6) for b in range(a, 6)]
        assert some[row] == (max(sums) > 0)
        if some[row]:
            assert sum(values[run.first[row] : run.last[row] + 1]) == max(sums)


def test_many_stretches_are_those_found_one_by_one(tokens: Tokens) -> None:
    reading = reading_of(tokens)
    draw = np.random.default_rng(1)
    ends = reading.stops[1:]
    essay = draw.integers(0, 5, size=(80, 2))
    first = reading.stops[essay] + draw.integers(0, 60, size=(80, 2))
    last = np.minimum(first + draw.integers(5, 90, size=(80, 2)), ends[essay] - 1)
    a, b = (Side(first[:, side], last[:, side]) for side in (0, 1))
    rows, (left, right) = bounded(reading, Pairs(a, b))
    single = []
    for row in range(80):
        one = [Side(side.first[[row]], side.last[[row]]) for side in (a, b)]
        found, (x, y) = bounded(reading, Pairs(*one))
        single += [(row, *map(int, (*x.first, *x.last, *y.first, *y.last))) for _ in found]
    parts = (rows, *left, *right)
    assert list(zip(*(part.tolist() for part in parts), strict=True)) == single
    assert 0 < len(single) <= 80


def test_a_core_grows_to_what_the_other_side_has() -> None:
    said = "pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu"
    corpus = kc.load({"x": f"Hujan turun deras. {said}.", "y": f"{said}. Sawah menguning lagi."})
    reading = reading_of(kc.preprocess(corpus))
    start = int(reading.stops[1])
    inside, whole = (
        Side(np.array([5]), np.array([9])),
        Side(np.array([start]), np.array([start + 9])),
    )
    _, (a, b) = bounded(reading, Pairs(inside, whole))
    assert (a.first[0], a.last[0]) == (3, 12)
    assert (b.first[0], b.last[0]) == (start, start + 9)
