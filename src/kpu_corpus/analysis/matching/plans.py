"""Patterns prepared once for any text: their words and their phrases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.lexicon import Lexicon, Pattern
from kpu_corpus.analysis.matching.slots import Sequences, sequences
from kpu_corpus.analysis.matching.sought import Sought
from kpu_corpus.analysis.row_lists import Lists, integers
from kpu_corpus.ground.arrays import Bools, Ints
from kpu_corpus.ground.collecting import uncollected

Key = tuple[tuple[str, ...], bool]
"""What decides which types fit a slot: its words, and whether it stands alone."""
Sets = tuple[tuple[str, tuple[str, ...]], ...]


class Asked(NamedTuple):
    """Patterns and what they are read with: named sets, further units of the tokens.

    ``name`` is that of their lexicon, for errors; with ``exact`` a joined unit fits in its own form
    only.
    """

    patterns: tuple[Pattern, ...]
    sets: Sets
    name: str
    phrases: tuple[str, ...] = ()
    exact: bool = False

    def __hash__(self) -> int:
        """Tell lexicons apart by what is soon read: their patterns are thousands of strings."""
        return hash((self.name, len(self.patterns), self.phrases, self.exact))

    @classmethod
    def whole(cls, lexicon: Lexicon) -> Asked:
        """Ask for all patterns of a lexicon."""
        return cls(lexicon.every, tuple(lexicon.sets.items()), lexicon.name)


class Phrases(NamedTuple):
    """The slots of each phrase and the ``rows`` of the match strings that stand for it.

    ``reach`` tells, for each row of ``slots``, how many words it may be behind the slot before it.
    """

    slots: Lists
    reach: Ints
    rows: Lists

    @classmethod
    def of(cls, matches: Iterable[Sequences], slots: dict[Key, int]) -> Phrases:
        """Take in the phrases that match strings stand for; ``slots`` numbers the slots."""
        found: dict[tuple[tuple[int, int], ...], list[int]] = {}
        for row, phrases in enumerate(matches):
            for phrase in phrases:
                steps = [
                    (slots.setdefault((words, alone), len(slots)), gap + 1)
                    for words, gap, alone in phrase
                ]
                rows = found.setdefault(tuple(steps), [])
                rows += [] if row in rows[-1:] else [row]
        return cls(
            Lists.of([[slot for slot, _ in steps] for steps in found]),
            integers(reach for steps in found for _, reach in steps),
            Lists.of([*found.values()]),
        )

    def alive(self, fits: Bools) -> Bools:
        """Tell which phrases have a word for each slot; ``fits``: the slots that have one."""
        if not len(self.reach):
            return np.zeros(0, dtype=np.bool_)
        found: Bools = np.logical_and.reduceat(fits[self.slots.rows], self.slots.starts[:-1])
        return found


class Plan(NamedTuple):
    """The match strings of the patterns are numbered one after the other, as rows of ``pattern``.

    ``standing`` has the slots, of so many, that each word may stand in; inside a name its row is
    ``sought.size`` more. ``wanted`` and ``barred`` tell which list of ``contexts`` may or may
    not stand near a pattern (-1: none), within ``near`` words (0: in its unit).
    """

    sought: Sought
    slots: int
    standing: Lists
    matches: Phrases
    contexts: Phrases
    pattern: Ints
    wanted: Ints
    barred: Ints
    near: Ints


@uncollected
def made(asked: Asked) -> Plan:
    """Return the plan of patterns; the errors are those of ``sequences``."""
    patterns, pairs, name, phrases, exact = asked
    sets = dict(pairs)
    slots: dict[Key, int] = {}
    contexts: dict[tuple[str, ...], int] = {}
    for pattern in patterns:
        for strings in filter(None, (pattern.context, pattern.without)):
            contexts.setdefault(strings, len(contexts))

    @cache  # contexts of several patterns have most of their strings in common
    def ways(match: str) -> Sequences:
        return sequences(match, sets, phrases, name, exact)

    def read(groups: Iterable[Iterable[str]]) -> Phrases:
        return Phrases.of((tuple(chain.from_iterable(map(ways, group))) for group in groups), slots)

    matches = read((match,) for pattern in patterns for match in pattern.match)
    near = read(contexts)
    words = tuple(dict.fromkeys(word for choices, _ in slots for word in choices))
    return Plan(
        Sought.of(words),
        len(slots),
        _standing(words, slots),
        matches,
        near,
        integers(row for row, pattern in enumerate(patterns) for _ in pattern.match),
        integers(contexts.get(pattern.context, -1) for pattern in patterns),
        integers(contexts.get(pattern.without, -1) for pattern in patterns),
        integers(pattern.near for pattern in patterns),
    )


def _standing(words: tuple[str, ...], slots: Iterable[Key]) -> Lists:
    """Return the slots of each word, then those that it has inside names too."""
    row = {word: row for row, word in enumerate(words)}
    standing: list[list[int]] = [[] for _ in range(2 * len(words))]
    for slot, (choices, alone) in enumerate(slots):
        for word in dict.fromkeys(choices):
            standing[row[word]].append(slot)
            if alone:
                standing[row[word] + len(words)].append(slot)
    return Lists.of(standing)
