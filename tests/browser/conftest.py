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

SAID = (
    "setiap pegawai wajib menjaga integritas serta menolak hadiah dari peserta pemilu di setiap "
    "tahapan sejak pendaftaran sampai rekapitulasi"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright", reason="needs the package playwright")
    binary = chromium()
    if binary is None:
        pytest.skip(f"needs a browser of the system: {', '.join(NAMES)}, or KPU_CORPUS_CHROMIUM")
    with browsing(binary) as opened:
        yield opened


@pytest.fixture(scope="session")
def screen(browser: Any) -> Any:
    """One page for all tests, as making one takes a second."""
    return browser.new_page(offline=True)


@pytest.fixture
def watch(screen: Any) -> Iterator[Watch]:
    """Open one file after the other; each must have loaded and said nothing."""
    watched: list[Watched] = []

    def opened(path: Path, width: int = 1280) -> Watched:
        if watched:
            watched.pop().leave()
        watched.append(Watched(screen, path, width))
        return watched[-1]

    yield opened
    if watched:
        watched.pop().leave()


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
def report(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of essays with long file names, shared passages and groups, one of them small."""
    folder = tmp_path_factory.mktemp("laporan")
    texts = []
    for n in range(11):
        own = " ".join(f"Warga{n} datang{day}." for day in range(6))
        themes = "Kami jujur. " * n + ("Sinergi dijaga." if n < 5 else "Kami belajar.")
        shared = f"{SAID}." if n < 3 else ""
        texts.append(f"{own} {themes} Berkas{n} dilingkungan kami. {shared}")
    names = [f"Esai_Peserta_{n}_Angkatan.docx" for n in range(11)]
    rows = pd.DataFrame({"text": texts, "source": names, "unit": [*"AAAAABBBBBC"]})
    return kc.report(kc.load(rows), folder / "laporan.html", by="unit")


@pytest.fixture
def seen(watch: Watch, path: Path) -> Watched:
    """That explorer."""
    return watch(path)
