"""The names that people read for themes and essays, outside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.corpus import Corpus
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import as_label
from kpu_corpus.reporting.wording import Wording, clipped

if TYPE_CHECKING:
    import pandas as pd

NAME = 44  # characters of a name
DIGITS = 15  # of an id that a workbook can hold as a number


def named(
    keys: Sequence[str],
    names: Mapping[str, str] | None,
    lang: str,
    *,
    of: pd.DataFrame | None = None,
) -> list[str]:
    """Return the names of themes or essays: given, of the lexicon, or the keys themselves.

    ``of`` is the table that themes come from: its manifest tells the lexicon. Raises
    InvalidArgument for ``names`` of another kind.

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
    """Return theme key → label of the lexicon that made a table; nothing where it is not told."""
    made = table.attrs.get("kpu_corpus", {}).get("arguments", {}).get("lexicon")
    if isinstance(made, Mapping):
        return {key: label[lang] for key, label in made.get("labels", {}).items()}
    shipped = next((key for key, file in SHIPPED.items() if file == made), None)
    return load_lexicon(shipped).labels(lang) if shipped else {}


def essays_shown(corpus: Corpus) -> dict[str, int | str]:
    """Return essay id → the person's own id of a row of a table or a text in Python, else a number.

    >>> import kpu_corpus as kc
    >>> essays_shown(kc.load({"op071": "Kami jujur.", "7": "Kami netral."}))
    {'op071': 'op071', '7': 7}
    """
    return {
        item.id: _own(item.id) if corpus.by_name[item.source].plain else number
        for number, item in enumerate(corpus.items, start=1)
    }


def _own(name: str) -> int | str:
    plain = name.isdecimal() and len(name) <= DIGITS and str(int(name)) == name
    return int(name) if plain else clipped(name, NAME)
