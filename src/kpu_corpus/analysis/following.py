"""Where the phrases of a tree stand in the text: in one pass in C, or phrase by phrase in numpy."""

from __future__ import annotations

from ctypes import CDLL, c_int64, c_void_p
from functools import cached_property
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.analysis.ranges import Lists
from kpu_corpus.analysis.stepping import NOWHERE, Stepper
from kpu_corpus.analysis.trees import Tree
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

ROOM = 1  # places for each token that there is room for at first


class Stretches(NamedTuple):
    """Tokens from each ``low`` up to its ``high`` (outside), ascending."""

    low: Ints
    high: Ints


class Places(NamedTuple):
    """Where phrases stand: their numbers, their first and last tokens (inside)."""

    phrase: Ints
    first: Ints
    last: Ints


class Follower:
    """Follows phrases through the tokens.

    ``slot`` and ``kind`` are pairs: a slot, and a type that fits it; a pair may stand there twice.
    """

    def __init__(self, tokens: Tokens, slots: int, slot: Ints, kind: Ints) -> None:
        self.tokens, self.slots, self.slot, self.kind = tokens, slots, slot, kind
        self._occurs = np.zeros(slots, dtype=bool)
        self._occurs[slot] = True

    def follow(self, tree: Tree, inside: Stretches) -> Places:
        """Return where the phrases of a tree stand inside of stretches that part no unit.

        For each place that a phrase ends at, that with the nearest start; in no certain order.
        """
        alive = tree.alive(self._occurs)
        compiled = native.library()
        if compiled is None:
            return self._stepped(tree, alive, inside)
        return self._compiled(compiled, tree, alive, inside)

    def _compiled(self, compiled: CDLL, tree: Tree, alive: Bools, inside: Stretches) -> Places:
        tokens = self.tokens
        nodes = np.stack((tree.parent, tree.reach, tree.slot, tree.phrase), axis=1)
        living = np.zeros(len(nodes), dtype=bool)
        living[tree.nodes.rows[np.repeat(alive, tree.nodes.sizes)]] = True
        read = map(_pointer, (*inside, tokens.type, tokens.unit))
        fitting = map(_pointer, (self.slot, self.kind))
        given = (
            *(c_int64(len(inside.low)), *read, c_int64(len(tokens.types.surface))),
            *(c_int64(len(self.slot)), *fitting, c_int64(self.slots)),
            *(c_int64(len(nodes)), _pointer(nodes), native.pointer(living)),
        )
        call, room = compiled.patterns_follow, 0
        found = 1 + int((inside.high - inside.low).sum() * ROOM)
        call.restype = c_int64
        while room < found:
            room = found
            columns = np.empty((3, room), dtype=np.int32)
            found = call(*given, c_int64(room), *map(native.pointer, columns))
        if found < 0:
            raise MemoryError
        return Places(*columns[:, :found])

    def _stepped(self, tree: Tree, alive: Bools, inside: Stretches) -> Places:
        found = [Places(NOWHERE, NOWHERE, NOWHERE)]
        starts = tree.nodes.starts.tolist()
        for phrase in np.flatnonzero(alive).tolist():
            path = tree.nodes.rows[starts[phrase] : starts[phrase + 1]]
            first, last = self._stepper.follow(tree.slot[path].tolist(), tree.reach[path].tolist())
            row = np.searchsorted(inside.low, first, side="right") - 1
            kept = (row >= 0) & (first < np.append(inside.high, 0)[row])
            number = np.full(np.count_nonzero(kept), phrase, dtype=np.int32)
            found.append(Places(number, first[kept], last[kept]))
        return Places(*map(np.concatenate, zip(*found, strict=True)))

    @cached_property
    def _stepper(self) -> Stepper:
        return Stepper(self.tokens, Lists.grouped(self.slots, self.slot, self.kind))


def _pointer(column: Ints) -> c_void_p:
    return native.pointer(np.ascontiguousarray(column, dtype=np.int32))
