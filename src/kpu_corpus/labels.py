"""The single table of all user-facing text, in Indonesian and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args

from kpu_corpus.ground.shipped import DATA

# In signatures it is ``Language | str``, like other fixed lists of words: editors offer the words
# while a str that is known only when the program runs is taken, too.
Language = Literal["id", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)


def label(name: str, lang: str = "id", /, **fields: Any) -> str:
    """Return a label in a language, its ``{fields}`` filled in.

    Labels are named ``section.key`` as in ``data/labels.toml``. Raises KeyError for an unknown
    label: labels are chosen by the program, never by a user.

    >>> label("errors.empty", "id")
    'berkas ini kosong'
    """
    return _table()[name][lang].format(**fields)


def section(name: str, lang: str = "id") -> dict[str, str]:
    """Return all labels of a section, key → unformatted text, for templates."""
    return {key: row[lang] for key, row in _sections().get(name, {}).items()}


def is_label(name: str) -> bool:
    """Tell whether a label exists."""
    return name in _table()


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Return the labels from their JSON, which `training.labels` makes of the TOML."""
    table: dict[str, dict[str, str]] = json.loads((DATA / "ready" / "labels.json").read_bytes())
    return table


@cache
def _sections() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for name, row in _table().items():
        section, _, key = name.partition(".")
        found.setdefault(section, {})[key] = row
    return found
