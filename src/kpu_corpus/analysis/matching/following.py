"""Where the match strings of a plan match in the text: unit by unit in C, or in numpy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import CDLL, Array, c_int64, c_void_p
from functools import partial
from typing import Any

import numpy as np

from kpu_corpus import native
from kpu_corpus.analysis.matching.plans import Phrases, Plan
from kpu_corpus.analysis.matching.stepping import Matches, found_by_steps
from kpu_corpus.analysis.row_lists import Lists
from kpu_corpus.ground.arrays import Floats, Ints
from kpu_corpus.ground.threads import cuts, threads, together
from kpu_corpus.tokens import Tokens

ROOM = 1  # places for each token that there is room for at first
SAMPLED = 16  # one token of so many is counted, to tell which words are rare


def find(tokens: Tokens, plan: Plan, slot: Ints, kind: Ints) -> Matches:
    """Return where match strings stand, with the contexts they want and none that they may not.

    ``slot`` and ``kind`` are pairs: a slot, and a type that fits it; a pair may stand there twice.
    """
    fits = Lists.grouped(plan.slots, slot, kind)
    compiled = native.library()
    if compiled is None:
        return found_by_steps(tokens, plan, fits)
    return _compiled(compiled, tokens, plan, fits)


def _compiled(compiled: CDLL, tokens: Tokens, plan: Plan, fits: Lists) -> Matches:
    types, both = len(tokens.types.surface), (plan.matches, plan.contexts)
    slot = np.repeat(np.arange(plan.slots), fits.sizes)
    times = np.bincount(tokens.type[::SAMPLED], minlength=types)
    often: Any = np.bincount(slot, times[fits.rows], minlength=plan.slots)
    columns: list[list[Ints]] = [
        [*Lists.grouped(types, fits.rows, slot)],
        *([*_phrases(phrases, fits, often, types)] for phrases in both),
        [plan.pattern, plan.wanted, plan.barred, plan.near],
    ]
    kept = [[_pointer(column) for column in struct] for struct in columns]
    steps = max(int(phrases.slots.sizes.max(initial=1)) for phrases in both)
    near = plan.contexts
    contexts = len(near.rows.rows)  # there are no more
    ahead = int(np.add.reduceat(near.reach, near.slots.starts[:-1]).max(initial=0))
    sizes = [c_int64(size) for size in (types, steps, contexts, ahead)]

    def part(low: int, high: int) -> Ints:
        text = [_pointer(column[low:high]) for column in (tokens.type, tokens.unit)]
        structs = [(c_void_p * len(row))(*row) for row in ([*text, *kept[0]], *kept[1:])]
        places = _places(compiled, high - low, sizes, structs)
        places[1:] += low
        return places

    pieces = cuts(tokens.unit, threads(len(tokens)))
    return Matches(*np.hstack(together(len(tokens), *(partial(part, *piece) for piece in pieces))))


def _places(
    compiled: CDLL, tokens: int, sizes: Sequence[c_int64], structs: Sequence[Array[c_void_p]]
) -> Ints:
    """Return the match string, the first and the last token of every place, as rows."""
    room, found = 0, 1 + int(tokens * ROOM)
    while room < found:
        room = found
        places = np.empty((3, room), dtype=np.int32)
        given = c_int64(tokens), *sizes, *structs, c_int64(room)
        found = compiled.patterns_find(*given, *map(native.pointer, places))
    if found < 0:
        raise MemoryError
    return places[:, :found]


def _phrases(phrases: Phrases, fits: Lists, often: Floats, types: int) -> Iterator[Ints]:
    """Yield what C is given of phrases, and which are sought where a type stands.

    ``fits`` has the types of each slot, ``often`` tells how often it occurs.
    """
    (starts, slot), reach = phrases.slots, phrases.reach
    phrase = np.repeat(np.arange(len(starts) - 1), phrases.slots.sizes)
    at = np.lexsort((often[slot], phrase))[starts[:-1]]  # the rarest of each
    before = np.where(at > starts[:-1], slot[at - 1], -1)
    after = np.where(at + 1 < starts[1:], np.append(slot, -1)[at + 1], -1)
    ahead = np.append(reach, 0)[at + 1]
    yield from (starts, slot, reach, *phrases.rows)
    yield np.stack((at - starts[:-1], before, reach[at], after, ahead), axis=1)
    alive = np.flatnonzero(phrases.alive(fits.sizes > 0))
    of, kind = fits.spread(slot[at[alive]])
    yield from Lists.grouped(types, kind, alive[of])


def _pointer(column: Ints) -> c_void_p:
    return native.pointer(np.ascontiguousarray(column, dtype=np.int32))
