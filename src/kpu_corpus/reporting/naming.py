"""Readable names of themes, essays and sides of a comparison, outside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.corpus.values import as_label
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.labels import label
from kpu_corpus.reporting.short_names import essays_apart, told_apart
from kpu_corpus.reporting.wording import GROUP, Wording, abridged, clipped

if TYPE_CHECKING:
    import pandas as pd

NAME = 44  # characters of a name


def named(
    keys: Sequence[str],
    names: Mapping[Any, str] | None,
    lang: str,
    *,
    of: pd.DataFrame | None = None,
    by: str = "",
) -> list[str]:
    """Return the names of themes or groups: given, of the lexicon, or told from the keys.

    ``of`` is the table that themes come from: its manifest tells the lexicon. ``by`` is the column
    that groups are the values of. Raises InvalidArgument for ``names`` of another kind.

    >>> import kpu_corpus as kc
    >>> table = kc.themes(kc.load({"esai-1": "Kami menjaga integritas."}))
    >>> named(["integritas"], None, "en", of=table), named(["esai-1"], {"esai-1": "Esai 1"}, "en")
    (['Integrity'], ['Esai 1'])
    >>> named(["True", "False"], None, "id", by="lulus")
    ['lulus: ya', 'lulus: tidak']
    """
    given = {} if names is None else names
    if not isinstance(given, Mapping):
        raise InvalidArgument("names", got=type(names).__name__)
    if other := next((name for name in given.values() if not isinstance(name, str)), None):
        raise InvalidArgument("names", got=repr(other))
    known = {} if of is None else _labels(of, lang)
    known |= {as_label(key): name for key, name in given.items()}
    wording = Wording(lang, essays_apart(keys) if by == "essay" else told_apart(keys, _short))
    return [_short(known.get(key) or _own(key, by, wording)) for key in keys]


def sides(table: pd.DataFrame, wording: Wording, group: str = "") -> dict[str, str]:
    """Return what the sides a and b of a comparison are called, by what it was asked for.

    ``group`` is the one that the rows are of, where every group had its turn.

    >>> import kpu_corpus as kc
    >>> corpus = kc.load({"a": "Kami menjaga integritas. " * 12})
    >>> sides(kc.compare(corpus, background="formal"), Wording("en"))
    {'a': 'these essays', 'b': 'the background'}
    """
    made = table.attrs.get("kpu_corpus", {}).get("arguments", {})
    by = str(made.get("by"))
    rest = {"a": "essays", "b": "background"} if made.get("background") else {"a": "a", "b": "b"}
    told = {}
    for side, own in (("a", group), ("b", "")):
        asked = made.get(side) or own or []
        names = [asked] if isinstance(asked, str) else asked
        known = [wording.essay(n) if by == "essay" else wording.group_name(n, by) for n in names]
        told[side] = wording.listed(known) or label(f"table.side_{rest[side]}", wording.lang)
    return {side: clipped(name, GROUP) for side, name in told.items()}


def _short(name: str) -> str:
    return abridged(name, NAME)


def _own(key: str, by: str, wording: Wording) -> str:
    if by == "essay":
        return wording.id(key)
    if by == key == "corpus":  # as tables call the one group of all essays
        return wording.say("whole_corpus")
    return wording.group_name(key, by) if by else wording.group(key)


def _labels(table: pd.DataFrame, lang: str) -> dict[str, str]:
    """Return theme key → label of the lexicon that made a table; nothing where it is not told."""
    made = table.attrs.get("kpu_corpus", {}).get("arguments", {}).get("lexicon")
    if isinstance(made, Mapping):
        return {key: label[lang] for key, label in made.get("labels", {}).items()}
    return load_lexicon(made).labels(lang) if made in SHIPPED else {}
