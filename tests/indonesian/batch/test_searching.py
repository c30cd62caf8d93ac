"""Searching in C and in numpy: the same for any columns."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks.searching import below, flagged, up_to

pytestmark = pytest.mark.skipif(native.library() is None, reason="nothing compiled here")
LARGEST = 2**63 - 1
NUMBERS = st.one_of(st.integers(0, 30), st.integers(-LARGEST - 1, LARGEST))


@example([], [3, 1])
@example([LARGEST, LARGEST], [LARGEST, 0, LARGEST])
@given(st.lists(NUMBERS, max_size=40).map(sorted), st.lists(NUMBERS, max_size=40))
def test_places_are_found_whether_they_rise_or_not(column: list[int], places: list[int]) -> None:
    values = np.array(column, np.int64)
    for wanted in (np.array(places, np.int64), np.sort(np.array(places, np.int64))):
        assert below(values, wanted).tolist() == np.searchsorted(values, wanted).tolist()
        right = np.searchsorted(values, wanted, "right").tolist()
        assert up_to(values, wanted).tolist() == right


@given(st.lists(st.integers(0, 4), max_size=30), st.integers(0, 15))
def test_rows_with_a_flag_are_found(form: list[int], mask: int) -> None:
    forms, flags = np.array(form, np.int64), np.array([0, 1, 2, 12, 5], np.int64)
    rows, held = flagged(forms, flags, mask)
    assert rows.tolist() == [row for row, one in enumerate(form) if flags[one] & mask]
    assert held.tolist() == flags[forms[rows]].tolist()
