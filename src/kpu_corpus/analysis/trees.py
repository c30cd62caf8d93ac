"""Phrases of many match strings as one tree: what begins alike is kept once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.ranges import Ints, Lists
from kpu_corpus.analysis.slots import Sequences, Slot
from kpu_corpus.tokens.scanning import Bools

Key = tuple[tuple[str, ...], bool]
"""What decides which types fit a slot: its words, and whether it stands alone."""


class Tree(NamedTuple):
    """A node is a slot, up to ``reach`` words behind the node before it.

    ``nodes`` are those of each phrase, ``rows`` the match strings that stand for it.
    """

    reach: Ints
    slot: Ints
    nodes: Lists
    rows: Lists

    @classmethod
    def of(cls, matches: Iterable[Sequences], slots: dict[Key, int]) -> Tree:
        """Take in the phrases that match strings stand for; ``slots`` numbers the slots."""
        nodes: dict[tuple[int, int, int], int] = {}
        paths: dict[tuple[int, ...], list[int]] = {}
        for row, phrases in enumerate(matches):
            for phrase in phrases:
                rows = paths.setdefault(tuple(_path(phrase, slots, nodes)), [])
                rows += [] if row in rows[-1:] else [row]
        _, gap, slot = np.array([*nodes], dtype=np.int32).reshape(-1, 3).T.copy()
        return cls(gap + 1, slot, Lists.of([*paths]), Lists.of([*paths.values()]))

    def alive(self, fits: Bools) -> Bools:
        """Tell which phrases have a word for each slot; ``fits``: the slots that have one."""
        if not len(self.nodes.rows):
            return np.zeros(0, dtype=np.bool_)
        found: Bools = np.logical_and.reduceat(
            fits[self.slot[self.nodes.rows]], self.nodes.starts[:-1]
        )
        return found


def _path(
    phrase: Iterable[Slot], slots: dict[Key, int], nodes: dict[tuple[int, int, int], int]
) -> Iterable[int]:
    node = -1
    for words, gap, alone in phrase:
        slot = slots.setdefault((words, alone), len(slots))
        node = nodes.setdefault((node, gap, slot), len(nodes))
        yield node
