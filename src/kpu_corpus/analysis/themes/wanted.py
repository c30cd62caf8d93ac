"""What is wanted of the matches of a lexicon: the themes that each string counts for."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, shipped_key
from kpu_corpus.analysis.row_lists import Lists, integers
from kpu_corpus.analysis.status import COUNTS, RULES
from kpu_corpus.ground import packing
from kpu_corpus.ground.arrays import Bools
from kpu_corpus.ground.shipped import DATA

KEPT = 4  # lexicons whose numbers are kept
_BETWEEN = "\n"  # stands in no match string


class Wanted(NamedTuple):
    """The themes, what each counts, and their entries: a match string and ``against``.

    ``readings`` has the themes that each match string of ``Lexicon.every`` counts for, with its
    entry: theme × entries + entry.
    """

    themes: tuple[str, ...]
    counted: tuple[str, ...]
    strings: tuple[str, ...]
    against: Bools
    readings: Lists

    @property
    def counts(self) -> Bools:
        """Themes × RULES: True where a hit judged so counts."""
        rules = [*RULES.values()]
        rows = [[*map(COUNTS[counted].__contains__, rules)] for counted in self.counted]
        return np.array(rows, dtype=bool)


def wanted(lexicon: Lexicon) -> Wanted:
    """Return what is wanted of a lexicon: what is shipped where it is shipped, else made."""
    key = shipped_key(lexicon)
    return _shipped(key) if key else made(lexicon)


@cache
def _shipped(key: str) -> Wanted:
    return unpacked((DATA / "ready" / f"{key}.wanted").read_bytes())


def made(lexicon: Lexicon) -> Wanted:
    """Number the themes and entries of a lexicon, the entries in their order."""
    keys = tuple(theme.key for theme in lexicon.themes)
    counted = tuple(theme.counts for theme in lexicon.themes)
    return Wanted(keys, counted, *_numbered(tuple(map(lexicon.patterns, keys))))


@lru_cache(maxsize=KEPT)
def _numbered(themes: tuple[tuple[Pattern, ...], ...]) -> tuple[tuple[str, ...], Bools, Lists]:
    patterns = tuple(dict.fromkeys(pattern for theme in themes for pattern in theme))
    number = {pattern: row for row, pattern in enumerate(patterns)}
    rows = integers(number[pattern] for theme in themes for pattern in theme)
    counting = np.repeat(np.arange(len(themes)), [*map(len, themes)])
    owner = integers(row for row, pattern in enumerate(patterns) for _ in pattern.match)
    strings = [(match, pattern.against) for pattern in patterns for match in pattern.match]
    entries = sorted(set(strings))
    entry = {each: index for index, each in enumerate(entries)}
    of, theme = Lists.grouped(len(patterns), rows, counting).spread(owner)
    reading = theme * len(entries) + integers(map(entry.__getitem__, strings))[of]
    against = np.array([against for _, against in entries], dtype=bool)
    readings = Lists.grouped(len(strings), of, reading)
    return tuple(match for match, _ in entries), against, readings


def packed(found: Wanted) -> bytes:
    """Return what is wanted as bytes.

    >>> from kpu_corpus.analysis.lexicon import load_lexicon
    >>> unpacked(packed(made(load_lexicon()))).themes[:2]
    ('integritas', 'netralitas')
    """
    head = {"themes": dict(zip(found.themes, found.counted, strict=True))}
    strings = {"strings": _BETWEEN.join(found.strings)}
    columns = (found.against.astype(np.int32), *found.readings)
    return packing.packed(head | strings, [column.tolist() for column in columns])


def unpacked(data: bytes) -> Wanted:
    """Return what bytes were made of."""
    head, views = packing.unpacked(data)
    against, starts, rows = (np.array(view, np.int32) for view in views)
    keys, counted = tuple(head["themes"]), tuple(head["themes"].values())
    strings = tuple(head["strings"].split(_BETWEEN))
    return Wanted(keys, counted, strings, against.astype(bool), Lists(starts, rows))
