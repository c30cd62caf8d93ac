"""Values of a column that look the same but are not: other capitals, a full stop more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kpu_corpus.errors import KpuCorpusWarning
from kpu_corpus.warned import warn

if TYPE_CHECKING:
    from kpu_corpus.corpus import Corpus

GROUPING = ("unit", "author")  # fields of an essay that group essays, beside its metadata
SHOWN = 5  # sets of values that are named; the rest are left to find when these are mended
_STOP = re.compile(r"(?<=[^\W\d])[.,]")


def alike(values: Iterable[object]) -> list[tuple[str, ...]]:
    """Return the sets of texts that differ in capitals or in stops after letters alone, sorted.

    >>> alike(["KPU Garut", "KPU GARUT", "KPU Kab. Garut", "1.1", "11", None])
    [('KPU GARUT', 'KPU Garut')]
    """
    found: dict[str, set[str]] = {}
    for value in values:
        if isinstance(value, str):
            found.setdefault(_STOP.sub("", value.casefold()), set()).add(value)
    return sorted(tuple(sorted(same)) for same in found.values() if len(same) > 1)


def shown(sets: list[tuple[str, ...]]) -> str:
    """Return the first of the sets as a sentence names them."""
    return "; ".join(" = ".join(map(repr, same)) for same in sets[:SHOWN])


def warn_alike(corpus: Corpus) -> None:
    """Warn of each column that may group essays and has such values: they are groups apart."""
    further = {key for item in corpus.items for key in item.metadata}
    for name in (*GROUPING, *sorted(further - set(GROUPING))):
        if name in GROUPING:
            found = alike({getattr(item, name) for item in corpus.items})
        else:
            texts = (item.metadata.get(name) for item in corpus.items)
            found = alike({text for text in texts if isinstance(text, str)})
        if found:
            told = {"column": repr(corpus.headings.get(name, name)), "values": shown(found)}
            warn(KpuCorpusWarning("values_alike", **told))
