"""What one scan learns serves the next, and changes nothing in it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpu_corpus import native
from kpu_corpus.ground.arrays import Growing
from kpu_corpus.indonesian.batch import knowledge as module
from kpu_corpus.indonesian.batch.knowledge import forget, knowledge


def test_it_is_lent_to_one_scan_at_a_time() -> None:
    with knowledge() as first, knowledge() as second:
        assert first is not second
    with knowledge() as again:
        assert again is first


def test_it_is_not_kept_after_a_failure() -> None:
    with knowledge() as first:
        pass
    with pytest.raises(KeyError), knowledge():
        raise KeyError
    with knowledge() as fresh:
        assert fresh is not first


def test_it_is_not_kept_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    with knowledge() as first:
        first.chunks.split(first.chunks.read("kata"))
    monkeypatch.setattr(module, "MOST", 0)
    with knowledge() as lent:
        assert lent is first
    with knowledge() as fresh:
        assert fresh is not first


def test_it_is_forgotten_where_no_scan_is_to_follow() -> None:
    with knowledge() as first:
        pass
    forget()
    with knowledge() as fresh:
        assert fresh is not first


def test_it_is_not_shared_between_c_and_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    with knowledge() as first:
        pass
    monkeypatch.setattr(native, "library", lambda: first)
    monkeypatch.setattr(module, "splitter", lambda: first.chunks)
    with knowledge() as other:
        assert other is not first


@given(st.lists(st.tuples(st.lists(st.integers(-9, 9), max_size=7), st.booleans()), max_size=9))
def test_rows_that_are_appended_are_all_there(parts: list[tuple[list[int], bool]]) -> None:
    single, wide = Growing(np.int32), Growing(np.int32, 2)
    for part, at_once in parts:
        wide.extend(np.array([(value, -value) for value in part]).reshape(-1, 2))
        if at_once:
            single.extend(np.array(part), expected=20)
        else:
            single.room(len(part) + 3, 0)[: len(part)] = part
            single.take(len(part))
    flat = [value for part, _ in parts for value in part]
    assert single.rows.tolist() == flat
    assert wide.rows.tolist() == [[value, -value] for value in flat]
    assert len(single) == len(wide) == len(flat)
