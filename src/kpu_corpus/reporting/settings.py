"""The settings of a run in words: the manifest has their names and values as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kpu_corpus.analysis.lexicon import SHIPPED
from kpu_corpus.labels import is_label, label
from kpu_corpus.reporting.belonging import in_text
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.wording import Wording


def settings_told(
    settings: Mapping[str, Any], figures: Figures, wording: Wording
) -> tuple[tuple[str, str], ...]:
    """Return each setting of a manifest as its name and its value in words, in their order."""
    return tuple(
        (_word(f"setting_{name}", wording), _value(name, value, figures, wording))
        for name, value in settings.items()
    )


def _value(name: str, value: Any, figures: Figures, wording: Wording) -> str:
    if name == "by":
        if value is None:
            return _word("corpus_corpus", wording)
        return in_text(figures, value, wording)
    if name == "spelling":
        return _word("value_corrected" if value else "value_as_written", wording)
    if name == "lexicon":
        return _lexicon(value, wording)
    if isinstance(value, str):
        return _word(f"value_{value}", wording) or value  # a function is told as it is
    words = [_word(f"stops_{one}", wording) or one for one in value]
    return ", ".join(words) or _word("value_nothing", wording)


def _lexicon(told: str | Mapping[str, str], wording: Wording) -> str:
    if isinstance(told, str):
        key = next(key for key, file in SHIPPED.items() if file == told)
        return _word(f"lexicon_{key}", wording)
    return f"{told['name']} (SHA-256 {told['sha256']})"


def _word(name: str, wording: Wording) -> str:
    return label(f"value.{name}", wording.lang) if is_label(f"value.{name}") else ""
