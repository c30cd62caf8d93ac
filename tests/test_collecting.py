"""The collector of cycles rests while columns are made, and is found as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kpu_corpus.collecting import resting, uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_it_is_left_as_it_was_found_also_after_an_error(on: bool) -> None:
    (gc.enable if on else gc.disable)()

    @uncollected
    def failing() -> None:
        assert not gc.isenabled()
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        failing()
    assert gc.isenabled() is on


def test_one_rest_inside_another_does_not_end_it() -> None:
    with resting():
        with resting():
            pass
        assert not gc.isenabled()
