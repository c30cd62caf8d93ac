"""One headless Chromium of the system for all browser tests; without it they are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from benchmarks.chromium import NAMES, browsing, chromium
from tests.browser.pages import ROWS, Watch, Watched

import kpu_corpus as kc


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright", reason="needs the package playwright")
    binary = chromium()
    if binary is None:
        pytest.skip(f"needs a browser of the system: {', '.join(NAMES)}, or KPU_CORPUS_CHROMIUM")
    with browsing(binary) as opened:
        yield opened


@pytest.fixture
def watch(browser: Any) -> Iterator[Watch]:
    """Open files in pages of their own; at the end each must have loaded and said nothing."""
    watched: list[Watched] = []

    def opened(path: Path, width: int = 1280, **settings: Any) -> Watched:
        page = browser.new_page(viewport={"width": width, "height": 900}, **settings)
        watched.append(Watched(page, path))
        return watched[-1]

    yield opened
    for one in watched:
        one.page.close()
        one.check()


@pytest.fixture(scope="session")
def path(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of three made-up essays."""
    corpus = kc.load(pd.DataFrame(ROWS), text="text")
    return kc.explorer(corpus, tmp_path_factory.mktemp("jelajah") / "jelajah.html")


@pytest.fixture(scope="session")
def seed_explorer(browser: Any, tokens: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the real essays."""
    return kc.explorer(tokens, tmp_path_factory.mktemp("nyata") / "jelajah.html")


@pytest.fixture(scope="session")
def seed_report(browser: Any, tokens: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the real essays."""
    return kc.report(tokens, tmp_path_factory.mktemp("nyata") / "laporan.html")


@pytest.fixture(scope="module")
def kept(browser: Any, path: Path) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    yield Watched(page, path)
    page.close()


@pytest.fixture
def seen(kept: Watched) -> Iterator[Watched]:
    """That explorer in one page a module, as making pages takes longer than most tests."""
    yield kept
    kept.check()
