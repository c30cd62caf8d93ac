"""The collector of cycles rests while columns are made, and is found as it was."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from threading import Event, Thread

import pytest

from kpu_corpus.ground.collecting import look_seldom, resting, uncollected


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


def test_a_rest_that_begins_while_another_ends_leaves_it_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gc.enable()
    is_on, asked, answered = gc.isenabled, Event(), Event()

    def slowly() -> bool:
        answer = is_on()
        asked.set()
        answered.wait(0.05)  # the first rest ends meanwhile, if it can
        return answer

    def second() -> None:
        with resting():
            pass

    thread = Thread(target=second)
    with resting():
        monkeypatch.setattr(gc, "isenabled", slowly)
        thread.start()
        asked.wait()
    answered.set()
    thread.join()
    assert is_on()


def test_what_lasts_is_old_at_once_and_what_somebody_froze_stays_frozen() -> None:
    gc.enable()
    with resting(lasting=True):
        kept = [[number] for number in range(5000)]
    young = [one for age in range(2) for one in gc.get_objects(generation=age)]
    assert not any(one is kept for one in young)
    assert gc.get_freeze_count() == 0
    gc.freeze()
    try:
        with resting(lasting=True):
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_program_of_our_own_looks_for_no_garbage_at_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_end: list[object] = []
    monkeypatch.setattr(atexit, "register", at_end.append)
    monkeypatch.setattr(gc, "set_threshold", lambda _: None)
    look_seldom()
    assert at_end == [gc.freeze]
