"""The most memory that the process has had so far."""

from __future__ import annotations

import resource
import sys
from pathlib import Path


def peak() -> float:
    """Return it in MB; getrusage counts what its parent had as well, so it is asked last."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("utf-8").splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1e3
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)
