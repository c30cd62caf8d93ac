"""The names that people read for themes and essays, outside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kpu_corpus.analysis.lexicon import SHIPPED, load_lexicon
from kpu_corpus.errors import InvalidArgument
from kpu_corpus.grouping import as_label
from kpu_corpus.reporting.wording import Wording, clipped

NAME = 44  # characters of a name


def named(
    keys: Sequence[str], names: Mapping[str, str] | None, lang: str, *, themes: bool = True
) -> list[str]:
    """Return the names of themes or essays: given, of the shipped lexicons, or the keys themselves.

    With ``themes=False`` no key is the key of a theme. Raises InvalidArgument for ``names`` of
    another kind.

    >>> named(["integritas", "esai-1"], {"esai-1": "Esai 1"}, "en")
    ['Integrity', 'Esai 1']
    """
    if names is not None and not isinstance(names, Mapping):
        raise InvalidArgument("names", got=type(names).__name__)
    known = _shipped(lang) if themes else {}
    known |= {as_label(key): name for key, name in (names or {}).items()}
    wording = Wording(lang)
    return [clipped(known.get(key) or wording.group(key), NAME) for key in keys]


def _shipped(lang: str) -> dict[str, str]:
    return {key: name for one in SHIPPED for key, name in load_lexicon(one).labels(lang).items()}
