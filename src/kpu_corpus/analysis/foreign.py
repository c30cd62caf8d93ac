"""Essays mostly in another language, for which Indonesian analyses mean little."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from weakref import WeakKeyDictionary

import numpy as np

from kpu_corpus.analysis.running_words import word_sums
from kpu_corpus.errors import ForeignEssays
from kpu_corpus.ground.arrays import Bools, Ints, Longs, readonly
from kpu_corpus.ground.pickled import kept
from kpu_corpus.ground.warned import named, place, warn
from kpu_corpus.indonesian.language import function_words, language
from kpu_corpus.tokens import Tokens

SURE = 0.5  # how sure one has to be: an English name of a treaty makes no essay English

# A report makes many tables in one line of whoever calls it: places (file, line) that were told.
_TOLD: WeakKeyDictionary[Tokens, set[tuple[str, int]]] = WeakKeyDictionary()


@kept
def foreign_essays(tokens: Tokens) -> Bools:
    """Tell for each essay whether it is mostly in a language other than Indonesian; computed once.

    >>> import kpu_corpus as kc
    >>> english = "When I joined the office, my friends asked me why I did not choose a bank."
    >>> texts = {"a": english * 2, "b": "Kami menjaga integritas di kantor. " * 8}
    >>> foreign_essays(kc.preprocess(kc.load(texts))).tolist()
    [True, False]
    """
    corpus, known = tokens.corpus, function_words()
    lower = [surface.lower() for surface in tokens.types.surface]
    own, other = known["id"], frozenset().union(*(known[code] for code in known if code != "id"))
    leans = dict.fromkeys(own - other, -1.0) | dict.fromkeys(other - own, 1.0)
    lean = np.fromiter(map(leans.get, lower, repeat(0.0)), np.float64, len(lower))
    every, none = np.ones(len(tokens.units.kind), dtype=bool), np.zeros(len(tokens), dtype=bool)
    sums = word_sums(tokens, lean, tokens.units.essay, len(corpus), counts=every, repeat=none)
    found = np.zeros(len(corpus), dtype=bool)
    # the others have more words of Indonesian than of all else
    rows = np.flatnonzero(sums > 0).astype(np.int32)
    ends = _begins(tokens, rows).tolist(), _begins(tokens, rows + np.int32(1)).tolist()
    for row, low, high in zip(rows.tolist(), *ends, strict=True):
        words = [lower[kind] for kind in tokens.type[low:high].tolist()]
        counts = {code: sum(map(listed.__contains__, words)) for code, listed in known.items()}
        if max(count for code, count in counts.items() if code != "id") > counts["id"]:
            told = language(corpus.text(corpus.items[row]))  # as `corpus.essays` reads it
            found[row] = told.code not in ("id", "und") and told.confidence >= SURE
    return readonly(found)


def _begins(tokens: Tokens, essays: Ints) -> Longs:
    """Return where the tokens of some essays begin; behind the last essay, where all end."""
    units = np.searchsorted(tokens.units.essay, essays).astype(np.int32)
    return np.searchsorted(tokens.unit, units)


def warn_foreign(tokens: Tokens) -> None:
    """Warn of the essays that are mostly in another language, once per calling line."""
    told, here = _TOLD.setdefault(tokens, set()), place()
    if here not in told and (essays := foreign_names(tokens)):
        told.add(here)
        warn(about(len(essays), essays))


def foreign_names(tokens: Tokens) -> list[str]:
    """Return the ids of the essays that are mostly in another language."""
    rows = np.flatnonzero(foreign_essays(tokens)).tolist()
    return [tokens.corpus.ids[row] for row in rows]


def about(count: int, essays: Sequence[str]) -> ForeignEssays:
    """Build the warning for a number of essays, naming the first ones."""
    return ForeignEssays("foreign", count=count, got=named(essays))
