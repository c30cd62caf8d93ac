"""Free memory taken by the file cache, as on a machine that has been in use for long."""

from __future__ import annotations

import os
from pathlib import Path

PIECE = 1 << 24


def settle(folder: Path) -> None:
    """Read a file without content, as large as the memory, into the file cache.

    The host of a virtual machine takes back memory that is free there. Whoever touches it first
    waits for the host, which may take seconds per gigabyte and has nothing to do with the program.
    What the file cache holds stays, and the system hands it on when a program asks for memory.
    """
    whole = folder / "settled"
    if not whole.exists():
        whole.touch()
        os.truncate(whole, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    with whole.open("rb", buffering=0) as file:
        while file.read(PIECE):
            pass
