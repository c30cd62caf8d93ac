"""What several tests share: the real page, its tokens, and the gold when it is at hand."""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

import kpu_corpus as kc
from kpu_corpus.corpus import Corpus
from kpu_corpus.ground import provenance
from kpu_corpus.ground.collecting import SELDOM, resting
from kpu_corpus.tokens import Tokens

# run.py says with it what people type; the tests expect the name of the installed command
os.environ.pop("KPU_CORPUS_PROGRAM", None)
# The same examples each run, so that a change is what breaks a test; to look for new ones:
# HYPOTHESIS_PROFILE=explore python3 run.py test
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=30)
settings.register_profile("explore", deadline=None, max_examples=1000)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "steady")
settings.load_profile(PROFILE)

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "corpus" / "opini-kpu-subang.txt"
SOON = 0.005  # seconds
GOLD = Path(os.environ.get("KPU_CORPUS_GOLD", ROOT.parent / "shared")) / "gold"


def examples(count: int) -> settings:
    """Return the settings of a heavy test: so many examples, or those of another profile."""
    return settings(max_examples=count) if PROFILE == "steady" else settings()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for no garbage among modules and tests, of which there are more and more.

    Afterwards seldom: syntax trees of the whole code took twice the time for it.
    """
    gc.set_threshold(SELDOM)
    with resting(lasting=True):
        return (yield)


def pytest_sessionfinish() -> None:
    """Collect garbage once: pytest would do so five times, among all that the tests have loaded."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Report what a test did, and of its fixtures only what failed or took time.

    Each report is sent to the process that shows it: three for one of a millisecond are too many.
    """
    hook, about = item.ihook, {"nodeid": item.nodeid, "location": item.location}
    hook.pytest_runtest_logstart(**about)
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed or report.duration > SOON:
            hook.pytest_runtest_logreport(report=report)
    hook.pytest_runtest_logfinish(**about)
    return True


@pytest.fixture(scope="session")
def page() -> Corpus:
    return kc.load(PAGE)


@pytest.fixture(scope="session")
def tokens(page: Corpus) -> Tokens:
    return kc.preprocess(page)


@pytest.fixture(scope="session")
def gold() -> dict[str, Any]:
    path = GOLD / "seed.json"
    if not path.is_file():
        pytest.skip(f"needs {path.name} of the gold folder (KPU_CORPUS_GOLD)")
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the shipped data that manifests are made of, to be changed."""
    data = shutil.copytree(provenance.DATA, tmp_path / "shipped")
    monkeypatch.setattr(provenance, "DATA", data)
    provenance._data.cache_clear()
    yield data
    provenance._data.cache_clear()
