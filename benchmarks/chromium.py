"""The system's Chromium, started without a window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def chromium() -> str | None:
    """Return the browser that KPU_CORPUS_CHROMIUM names, or the first of the known names."""
    named = os.environ.get("KPU_CORPUS_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browsing(binary: str | None) -> Iterator[Any]:
    """Give a running browser (of the package playwright) and close it at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        # without a screen, a driver of graphics would only be played by the processor
        args = ["--no-sandbox", "--disable-gpu"]
        browser = play.chromium.launch(executable_path=binary, args=args)
        yield browser
        browser.close()
