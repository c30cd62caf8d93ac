"""Where the phrases of a tree stand in the text: in one pass in C, or phrase by phrase in numpy."""

from __future__ import annotations

from ctypes import CDLL, c_int64
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.analysis.ranges import Lists
from kpu_corpus.analysis.stepping import NOWHERE, Stepper
from kpu_corpus.analysis.trees import Tree
from kpu_corpus.tokens import Tokens
from kpu_corpus.tokens.scanning import Bools, Ints

ROOM = 4096  # places that there is room for at first, and one more for each eight tokens


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
    """Follows phrases through the tokens; ``fits`` has the types that fit each slot."""

    def __init__(self, tokens: Tokens, fits: Lists) -> None:
        self.tokens, self.fits = tokens, fits
        self._stepper = Stepper(tokens, fits)

    def follow(self, tree: Tree, inside: Stretches) -> Places:
        """Return where the phrases of a tree stand inside of stretches that part no unit.

        For each place that a phrase ends at, that with the nearest start; in no certain order.
        """
        alive = tree.alive(self.fits.sizes > 0)
        compiled = native.library()
        if compiled is None:
            return self._stepped(tree, alive, inside)
        return self._compiled(compiled, tree, alive, inside)

    def _compiled(self, compiled: CDLL, tree: Tree, alive: Bools, inside: Stretches) -> Places:
        tokens = self.tokens
        lists = self._nodes(tree, alive)
        given = [*inside, tokens.type, tokens.unit, *lists]
        nodes = [tree.parent, tree.reach, tree.phrase]
        state = np.empty((2, len(tree.slot)), dtype=np.int32)
        call, room, found = compiled.patterns_follow, 0, ROOM + len(tokens) // 8
        call.restype = c_int64
        while room < found:
            room = found
            columns = np.empty((3, room), dtype=np.int32)
            found = call(
                *(c_int64(len(inside.low)), *map(native.pointer, map(_whole, given))),
                *(c_int64(len(tree.slot)), *map(native.pointer, map(_whole, nodes))),
                *(native.pointer(state[0]), native.pointer(state[1]), c_int64(room)),
                *map(native.pointer, columns),
            )
        return Places(*columns[:, :found])

    def _nodes(self, tree: Tree, alive: Bools) -> Lists:
        """Return the nodes of living phrases that each type fits, children before parents."""
        living = np.zeros(len(tree.slot), dtype=bool)
        living[tree.nodes.rows[np.repeat(alive, tree.nodes.sizes)]] = True
        nodes = np.flatnonzero(living)[::-1]
        of, types = self.fits.spread(tree.slot[nodes])
        order = np.argsort(types, kind="stable")
        sizes = np.bincount(types, minlength=len(self.tokens.types.surface))
        starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
        return Lists(starts, nodes[of[order]].astype(np.int32))

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


def _whole(column: Ints) -> Ints:
    return np.ascontiguousarray(column, dtype=np.int32)
