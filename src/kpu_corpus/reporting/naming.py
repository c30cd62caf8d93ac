"""The names that people read for themes and essays, outside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import as_label
from kpu_corpus.reporting.wording import Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

NAME = 44  # characters of a name


def named(
    keys: Sequence[str],
    names: Mapping[str, str] | None,
    lang: str,
    *,
    of: pd.DataFrame | None = None,
) -> list[str]:
    """Return the names of themes or essays: given, of the lexicon, or the keys themselves.

    ``of`` is the table that themes come from: its manifest tells the lexicon. A lexicon of one's
    own is known there by its name alone, so that its keys are shown. Raises InvalidArgument for
    ``names`` of another kind.

    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"esai-1": "Kami menjaga integritas."}))
    >>> named(["integritas"], None, "en", of=table), named(["esai-1"], {"esai-1": "Esai 1"}, "en")
    (['Integrity'], ['Esai 1'])
    """
    if names is not None and not isinstance(names, Mapping):
        raise InvalidArgument("names", got=type(names).__name__)
    known = {} if of is None else _labels(of, lang)
    known |= {as_label(key): name for key, name in (names or {}).items()}
    wording = Wording(lang)
    return [clipped(known.get(key) or wording.group(key), NAME) for key in keys]


def _labels(table: pd.DataFrame, lang: str) -> dict[str, str]:
    """Return theme key → label of the shipped lexicon that made a table; nothing of another's."""
    made = table.attrs.get("kpu_corpus", {}).get("arguments", {}).get("lexicon")
    shipped = next((key for key, file in SHIPPED.items() if file == made), None)
    return load_lexicon(shipped).labels(lang) if shipped else {}
