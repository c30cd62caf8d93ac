"""Free memory goes back to the system where that can be asked for, and nowhere does it fail."""

import ctypes
import sys
from collections.abc import Iterator

import pytest

from kpu_corpus.streaming import heap


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    heap._trim.cache_clear()
    yield
    heap._trim.cache_clear()


def test_glibc_is_asked_to_give_back(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    library = type("Library", (), {"malloc_trim": staticmethod(asked.append)})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    heap.give_back()
    assert asked == [0]


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_other_systems_go_on_without(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    heap.give_back()
