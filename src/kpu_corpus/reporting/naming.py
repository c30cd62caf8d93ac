"""The names that people read for themes and essays, outside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpu_corpus.analysis.lexicon import load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import as_label
from kpu_corpus.reporting.wording import Wording, clipped

NAME = 44  # characters of a name


def named(keys: Sequence[str], names: Mapping[str, str] | None, lang: str) -> list[str]:
    """Return the names of themes or essays: given, of the shipped lexicon, or the keys themselves.

    >>> named(["integritas", "esai-1"], None, "en")
    ['Integrity', 'esai-1']
    """
    if names is not None and not isinstance(names, Mapping):
        raise InvalidArgument("names", got=type(names).__name__)
    known = load_lexicon().labels(lang) if names is None else dict(names)
    known = {as_label(key): name for key, name in known.items()}
    wording = Wording(lang)
    return [clipped(known.get(key) or wording.group(key), NAME) for key in keys]
