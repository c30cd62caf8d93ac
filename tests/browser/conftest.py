"""One headless Chromium of the system for all browser tests; without it they are skipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
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
Lend = Callable[..., AbstractContextManager[Watched]]  # takes what a Watch does


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright", reason="needs the package playwright")
    binary = chromium()
    if binary is None:
        pytest.skip(f"needs a browser of the system: {', '.join(NAMES)}, or KPU_CORPUS_CHROMIUM")
    with browsing(binary) as opened:
        yield opened


@pytest.fixture(scope="session")
def lend(browser: Any) -> Lend:
    """Lend a page for a while; those given back are kept, as making one takes a second."""
    free: dict[str, list[Any]] = defaultdict(list)

    @contextmanager
    def lent(path: Path, width: int = 1280, **settings: Any) -> Iterator[Watched]:
        alike = free[repr(sorted(settings.items()))]
        page = alike.pop() if alike else browser.new_page(**settings)
        page.set_viewport_size({"width": width, "height": 900})
        watched = Watched(page, path)
        yield watched
        watched.leave()
        alike.append(page)

    return lent


@pytest.fixture
def watch(lend: Lend) -> Iterator[Watch]:
    """Open files in pages of their own; at the end each must have loaded and said nothing."""
    watched: list[Watched] = []
    with ExitStack() as stack:

        def opened(path: Path, width: int = 1280, **settings: Any) -> Watched:
            watched.append(stack.enter_context(lend(path, width, **settings)))
            return watched[-1]

        yield opened
    for one in watched:
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
def report(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of essays with long file names, shared passages and groups."""
    folder = tmp_path_factory.mktemp("laporan")
    texts = []
    for n in range(4):
        own = " ".join(f"Warga{n} datang{day}." for day in range(12))
        texts.append(f"{own} Berkas{n} dilingkungan kami. Sinergi dijaga. {SAID}.")
    names = [f"Esai_Peserta_{n}_Angkatan.docx" for n in range(4)]
    rows = pd.DataFrame({"text": texts, "source": names, "unit": ["A", "A", "B", "B"]})
    return kc.report(kc.load(rows), folder / "laporan.html", by="unit")


@pytest.fixture(scope="session")
def seed_report(browser: Any, tokens: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the real essays."""
    return kc.report(tokens, tmp_path_factory.mktemp("nyata") / "laporan.html")


@pytest.fixture(scope="module")
def kept(lend: Lend, path: Path) -> Iterator[Watched]:
    with lend(path) as watched:
        yield watched


@pytest.fixture
def seen(kept: Watched) -> Iterator[Watched]:
    """That explorer in one page a module."""
    yield kept
    kept.check()
