"""Files that Arrow reads and writes, whatever their names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def arrow_file(path: str | Path, mode: str = "rb") -> Any:
    """Open a file for Arrow, which by itself takes no name with bytes that are no UTF-8."""
    import pyarrow

    return pyarrow.OSFile(os.fsencode(path), mode)
