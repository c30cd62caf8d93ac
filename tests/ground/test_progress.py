"""A bar for long work, seen on terminals and in notebooks only."""

import io
import sys
from itertools import count
from pathlib import Path

import pytest

import kpu_corpus as kc
from kpu_corpus.ground import progress as module
from kpu_corpus.ground.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count()
    monkeypatch.setattr(module.time, "monotonic", lambda: float(next(ticks)))


def test_long_work_on_a_terminal_shows_how_much_is_done(
    slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert list(progress(range(4), "esai")) == [0, 1, 2, 3]
    assert "esai" in shown.getvalue()
    assert "/4" in shown.getvalue()


def test_calls_that_take_long_on_many_essays_have_a_bar(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "SILENT", -1.0)
    tokens = kc.preprocess(kc.load({name: f"Kami jujur. Hujan {name}." for name in "ab"}))
    calls = {"similarity": kc.similarity, "duplicates": kc.duplicates}
    for name, call in (calls | {"report": lambda t: kc.report(t, tmp_path / "a.html")}).items():
        monkeypatch.setattr(sys, "stderr", shown := Terminal())
        call(tokens)
        assert name in shown.getvalue()


def test_a_file_gets_no_bar(slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    assert list(progress(iter("abc"), "esai")) == ["a", "b", "c"]
    assert shown.getvalue() == ""


def test_a_notebook_gets_a_bar(slow: None, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    assert len(list(progress(iter("abc"), "esai", total=3))) == 3
    assert "/3" in shown.getvalue()


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    assert list(progress(range(3), "esai")) == [0, 1, 2]
    assert shown.getvalue() == ""


def test_a_program_without_a_console_works_on_without_a_bar(
    slow: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under pythonw and in services of Windows."""
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    assert list(progress("abc", "esai")) == ["a", "b", "c"]
