"""The examples in the docstrings run and print what stands under them."""

import doctest
import importlib
import linecache
import re
from pathlib import Path

import pytest

import kpu_corpus as kc

SRC = Path(__file__).parents[1] / "src"
MODULES = sorted(
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
    for path in (SRC / "kpu_corpus").rglob("*.py")
    if path.name != "__main__.py" and ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # each example would look whether any file of the source had changed: a third of the time
    monkeypatch.setattr(linecache, "checkcache", lambda filename=None: None)
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_examples_of_public_names_call_them_as_users_do() -> None:
    bare = re.compile(rf">>>.*(?<![\w.\"])(?:{'|'.join(kc.__all__)})\(")
    texts = [getattr(kc, name).__doc__ or "" for name in kc.__all__]
    assert [line for text in texts for line in text.splitlines() if bare.search(line)] == []
