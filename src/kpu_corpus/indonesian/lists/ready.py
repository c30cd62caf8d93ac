"""Word lists in the form that loads fastest, made by `training.word_lists`."""

from __future__ import annotations

import json
from typing import Any

from kpu_corpus.ground.shipped import DATA

_FOLDER = DATA / "ready"


def table(name: str) -> dict[str, Any]:
    """Return what the TOML file of this name holds; JSON is read in a tenth of the time.

    >>> sorted(table("stopwords"))[:2]
    ['abbreviation', 'discourse']
    """
    found: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_bytes())
    return found


def listed(name: str) -> frozenset[str]:
    """Return a list of words.

    >>> "pemilu" in listed("common"), "rahmawati" in listed("common")
    (True, False)
    """
    return frozenset((_FOLDER / f"{name}.txt").read_text("utf-8").split())
