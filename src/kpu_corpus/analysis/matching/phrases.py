"""The phrases of many match strings, each once, however many of them stand for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.matching.slots import Sequences
from kpu_corpus.analysis.row_lists import Ints, Lists, integers
from kpu_corpus.tokens.scanning import Bools

Key = tuple[tuple[str, ...], bool]
"""What decides which types fit a slot: its words, and whether it stands alone."""


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
