"""Columns of text are those of pandas, written without memory of a kind of its own."""

import numpy as np
import pandas as pd
import pytest

from kpu_corpus.ground.frames import taken


@pytest.mark.parametrize("rows", [[2, 0, 2], np.array([1], np.int8), np.array([])])
def test_values_are_taken_as_pandas_does(rows: list[int]) -> None:
    values = ["jujur", "", "Pemilu “luber”"]
    expected = pd.array(values, dtype="str").take(np.asarray(rows, dtype=np.int64))
    found = taken(values, rows)
    assert found.dtype == expected.dtype
    assert [*found] == [*expected]


def test_text_takes_no_large_pages_of_arrow() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    before = pyarrow.total_allocated_bytes()
    column = taken(["Penyelenggara pemilu wajib jujur."] * 1_000, np.arange(1_000))
    assert len(column) == 1_000
    assert pyarrow.total_allocated_bytes() == before
