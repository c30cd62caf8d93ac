"""The hits of a lexicon's themes in a token stream, as columns; searched once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from kpu_corpus.analysis.lexicon import Lexicon, same
from kpu_corpus.analysis.matching.patterns import Matcher
from kpu_corpus.analysis.status import Words, judged
from kpu_corpus.analysis.themes.wanted import wanted
from kpu_corpus.ground.arrays import Bools, Ints, Longs, begins, ranges
from kpu_corpus.ground.collecting import uncollected
from kpu_corpus.tokens import Tokens

KEPT = 4  # lexicons whose hits are kept for one token stream


@dataclass(frozen=True, eq=False)
class Hits:
    """Places where themes are found, theme by theme in the order of the text.

    ``theme`` and ``pattern`` are rows of ``themes`` and ``patterns`` (match strings), ``first``
    and ``last`` tokens (inside), ``rule`` is a row of RULES and gives the status; ``cue`` is the
    word it went by. ``counts``: the hit counts for its theme, which says what does.
    """

    themes: tuple[str, ...]
    patterns: tuple[str, ...]
    theme: Longs
    first: Ints
    last: Ints
    pattern: Ints
    rule: npt.NDArray[np.int8]
    cue: Words
    counts: Bools

    def __len__(self) -> int:
        return len(self.first)

    def where(self, rows: Any) -> Hits:
        """Return the hits in some rows, or for which a mask is True."""
        columns = (
            *(self.theme, self.first, self.last, self.pattern),
            *(self.rule, self.cue, self.counts),
        )
        return Hits(self.themes, self.patterns, *(column[rows] for column in columns))

    def counted(self) -> Hits:
        """Return the hits that count: asserted or aspired, for a topic also denied."""
        return self.where(self.counts)


def find_hits(tokens: Tokens, lexicon: Lexicon, keys: Iterable[str] | None = None) -> Hits:
    """Find the hits of some themes (default all) in the body, in the order of themes and text.

    Themes are named by key or label, as in :meth:`Lexicon.key_of`. All are searched at once, and
    kept as long as the tokens are, so that every table made of them searches once.

    Raises InvalidArgument for a theme that the lexicon does not have.
    """
    chosen = None if keys is None else {*map(lexicon.key_of, keys)}
    searched = _SEARCHED.setdefault(tokens, deque(maxlen=KEPT))
    found = next((hits for known, hits in searched if same(known, lexicon)), None)
    if found is None:
        found = _search(tokens, lexicon)
        searched.append((lexicon, found))
    if chosen is None:
        return found
    return found.where(np.array([key in chosen for key in found.themes], dtype=bool)[found.theme])


_SEARCHED: WeakKeyDictionary[Tokens, deque[tuple[Lexicon, Hits]]] = WeakKeyDictionary()


def asserting(tokens: Tokens, lexicon: Lexicon) -> Bools:
    """Return units × themes: True where a unit has a hit that counts for its theme."""
    found = np.zeros((len(tokens.units.kind), len(lexicon.themes)), dtype=bool)
    hits = find_hits(tokens, lexicon).counted()
    found[tokens.unit[hits.first], hits.theme] = True
    return found


def covered(tokens: Tokens, hits: Hits) -> Bools:
    """Return a mask over the tokens: those that stand inside a hit."""
    inside = np.zeros(len(tokens), dtype=bool)
    inside[ranges(hits.first, hits.last + 1)] = True
    return inside


def surfaces(tokens: Tokens, hits: Hits) -> list[str]:
    """Return the hits as they are written."""
    essay = tokens.units.essay[tokens.unit[hits.first]]
    return cut(tokens, essay, tokens.words.start[hits.first], tokens.words.ends(hits.last))


def cut(tokens: Tokens, essay: Ints, start: Ints, end: Ints) -> list[str]:
    """Return what stands in the sources of essays from each ``start`` to its ``end``."""
    texts = tokens.corpus.texts
    places = zip(essay.tolist(), start.tolist(), end.tolist(), strict=True)
    return [texts[row][a:b] for row, a, b in places]


@uncollected
def _search(tokens: Tokens, lexicon: Lexicon) -> Hits:
    asked = wanted(lexicon)
    matcher = Matcher(tokens, lexicon)
    found = matcher.find_whole()
    found = found.where(tokens.units.body[tokens.unit[found.first]])
    of, reading = asked.readings.spread(found.match)
    theme, entry = np.divmod(reading, len(asked.strings))
    first, last = found.first[of], found.last[of]
    rows = _longest(theme, first, last, entry)
    theme, first, last, entry = theme[rows], first[rows], last[rows], entry[rows]
    entries, string = np.unique(entry, return_inverse=True)
    strings = [(asked.strings[row],) for row in entries.tolist()]
    named = matcher.named(first, last, strings, string.astype(np.int32))
    verdicts = judged(tokens, first, last, asked.against[entry], named)
    counted = asked.counts[theme, verdicts.rule]
    return Hits(asked.themes, asked.strings, theme, first, last, entry, *verdicts, counted)


def _longest(theme: Ints, first: Ints, last: Ints, entry: Ints) -> Longs:
    """Return, theme by theme, places none of which overlap: the earliest and longest wins."""
    far = theme.astype(np.int64) * (int(last.max(initial=0)) + 1)
    first, last = first + far, last + far
    order = np.lexsort((entry, -last, first))
    order = order[begins(first[order])]  # of those that begin together
    first, last = first[order], last[order]
    before = np.maximum.accumulate(np.concatenate(([-1], last)))[:-1]
    heads = np.flatnonzero(first > before)  # nothing reaches into what begins here
    tails = np.append(heads[1:], len(first))
    following = np.searchsorted(first, last, side="right")
    kept = np.zeros(len(first), dtype=bool)
    while len(heads):
        kept[heads] = True
        heads = following[heads]
        inside = heads < tails
        heads, tails = heads[inside], tails[inside]
    return order[kept]
