"""The folder of the data that ship with the package."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
