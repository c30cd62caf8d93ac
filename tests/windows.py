"""Paths as Windows writes them, on any system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest


class _WindowsPath(type(Path())):  # type: ignore[misc]
    def __str__(self) -> str:
        return os.fspath(self).replace("/", "\\")

    def __fspath__(self) -> str:
        return super().__str__()

    def as_posix(self) -> str:
        return os.fspath(self)


def _path(*parts: str | Path) -> Path:
    made: Path = _WindowsPath(*(os.fspath(part).replace("\\", "/") for part in parts))
    return made


def paths_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is read be found as on Windows."""
    monkeypatch.setattr(sys.modules["kpu_corpus.reading.files"], "Path", _path)
