"""Columns of text are those of pandas, written without memory of a kind of its own."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from kpu_corpus.ground.frames import frame, taken


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


@pytest.mark.parametrize("values", [[1.5], ["satu"], np.array([0.5]), [2**63]])
def test_what_is_no_whole_number_is_not_made_one(values: Any) -> None:
    with pytest.raises((ValueError, OverflowError)):
        frame({"count": "int64"}, {"count": values})
    assert frame({"count": "int64"}, {"count": [True, 2]})["count"].tolist() == [1, 2]


def test_the_keys_and_values_of_a_dict_are_columns() -> None:
    counts: Any = {"jujur": 2, "adil": 1}
    table = frame(
        {"term": "str", "count": "int64"}, {"term": counts.keys(), "count": counts.values()}
    )
    assert table.values.tolist() == [["jujur", 2], ["adil", 1]]
