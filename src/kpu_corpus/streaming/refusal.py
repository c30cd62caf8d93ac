"""Why a folder is not gone on with: which of what was asked differs, as people name it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.errors import Hint, InvalidArgument

Differs = Mapping[str, tuple[Any, Any]]


def refusal(out: Path, differs: Differs) -> InvalidArgument:
    """Build the error for a folder with another run; ``differs`` is of the two jobs, by key."""
    return InvalidArgument("stream_other", out=str(out), why=_why(differs))


def _why(differs: Differs) -> Hint:
    """Say the one thing that explains most: the source before the settings before the versions."""
    if "source.path" in differs:
        return Hint("stream_other_source", **_both(differs["source.path"]))
    if "source.text" in differs:
        return Hint("stream_other_setting", key="text", **_both(differs["source.text"]))
    if any(key.startswith("source.") for key in differs):
        return Hint("stream_changed_source")
    if any(key.startswith("background.") for key in differs):
        return Hint("stream_other_background")
    made = [key for key in differs if key.startswith("made.")]
    asked = [key for key in differs if key not in made]
    if asked:
        name = f"preprocess {asked[0].removeprefix('settings.')}"
        key = name if asked[0].startswith("settings.") else asked[0]
        return Hint("stream_other_setting", key=key, **_both(differs[asked[0]]))
    if "made.lexicon" in made:
        return Hint("stream_changed_lexicon")
    versions = [key for key in made if key.startswith("made.versions.")]
    if versions:
        key = versions[0].removeprefix("made.versions.")
        return Hint("stream_other_version", key=key, **_both(differs[versions[0]]))
    return Hint("stream_other_data")


def _both(values: tuple[Any, Any]) -> dict[str, str]:
    there, here = map(_short, values)
    return {"there": there, "here": here}


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"…{text[-77:]}"  # of a path the end tells most
