"""Essays mostly in another language: what is made for Indonesian says little of them."""

from __future__ import annotations

import warnings
from weakref import WeakKeyDictionary, WeakSet

import numpy as np

from kpu_corpus.errors import ForeignEssays
from kpu_corpus.indonesian.language import function_words, language
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools

NAMED = 5  # essays that a warning names
SURE = 0.5  # how sure one has to be: an English name of a treaty makes no essay English

_FOUND: WeakKeyDictionary[Tokens, Bools] = WeakKeyDictionary()
_TOLD: WeakSet[Tokens] = WeakSet()


def foreign_essays(tokens: Tokens) -> Bools:
    """Return for each essay whether it is mostly in another language than Indonesian; found once.

    >>> import kpu_corpus as kc
    >>> english = "When I joined the office, my friends asked me why I did not choose a bank."
    >>> texts = {"a": english * 2, "b": "Kami menjaga integritas di kantor. " * 8}
    >>> foreign_essays(kc.preprocess(kc.load(texts))).tolist()
    [True, False]
    """
    found = _FOUND.get(tokens)
    if found is None:
        found = _FOUND[tokens] = _found(tokens)
    return found


def _found(tokens: Tokens) -> Bools:
    corpus, essays = tokens.corpus, len(tokens.corpus)
    lower = [surface.lower() for surface in tokens.types.surface]
    counts = {}
    for code, known in function_words().items():
        of_type = np.array([word in known for word in lower], dtype=bool)
        counts[code] = np.bincount(tokens.essay[of_type[tokens.type]], minlength=essays)
    own = counts.pop("id")
    # only essays with more words of another language are read again, as `corpus.essays` reads them
    rows = np.flatnonzero(np.maximum.reduce([*counts.values()]) > own)
    found = np.zeros(essays, dtype=bool)
    made = [language(corpus.text(corpus.items[row])) for row in rows.tolist()]
    found[rows] = [one.code not in ("id", "und") and one.confidence >= SURE for one in made]
    return found


def warn_foreign(tokens: Tokens) -> None:
    """Warn once of the essays that are mostly in another language, if there are any."""
    if tokens in _TOLD:
        return
    _TOLD.add(tokens)
    rows = np.flatnonzero(foreign_essays(tokens)).tolist()
    if rows:
        names = ", ".join(repr(tokens.corpus.items[row].id) for row in rows[:NAMED])
        got = names + (", …" if len(rows) > NAMED else "")
        warnings.warn(ForeignEssays("foreign", count=len(rows), got=got), stacklevel=4)
