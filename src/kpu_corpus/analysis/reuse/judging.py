"""What was done to a passage: the same, in another order, inflected anew or reworded."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np

from kpu_corpus.analysis.reuse.literal import SAME, exact
from kpu_corpus.analysis.reuse.pairs import Pairs, Side, among, counted, weighed
from kpu_corpus.analysis.reuse.templates import covered_by, stock
from kpu_corpus.analysis.reuse.windows import Reading
from kpu_corpus.ground.arrays import Bools, Floats, Ints, Longs
from kpu_corpus.ground.progress import progress
from kpu_corpus.tokens import Tokens

SAME_ROOTS = 0.9  # share of the content words from which on a passage is only inflected
SNAP = 6  # words to the end of a sentence, where a reworded passage is likely to end
STOCK = 0.8  # share of the content words in stock phrases that makes a passage a template
LONG = 25  # words from which on a passage is never a template
AT_ONCE = 20_000  # passages that are judged together
_BREAK = re.compile(r"[.!?]|\n\s*\n")


class Judged(NamedTuple):
    """Passages with their kind, whether stock phrases make them up, and the share both have."""

    pairs: Pairs
    kind: np.ndarray
    template: Bools
    share: Floats

    def at(self, rows: Longs) -> Judged:
        """Return some of the passages."""
        return Judged(self.pairs.at(rows), self.kind[rows], self.template[rows], self.share[rows])


def judged(tokens: Tokens, reading: Reading, pairs: Pairs, least: int) -> Judged:
    """Say how passages were changed; what was reworded ends where sentences do.

    Unless less than ``least`` words would be left. How alike it is holds for the whole of it, as
    it was merged of parts.
    """
    stocked = covered_by(tokens, stock(tokens))[reading.token]
    starts = range(0, max(len(pairs.least), 1), AT_ONCE)
    found = [
        _some(tokens, reading, pairs.at(slice(start, start + AT_ONCE)), stocked, least)
        for start in progress(starts, "passages")
    ]
    sides = (
        Side(*map(np.concatenate, zip(*(one.pairs[side] for one in found), strict=True)))
        for side in (0, 1)
    )
    columns = map(np.concatenate, zip(*(one[1:] for one in found), strict=True))
    return Judged(Pairs(*sides), *columns)


def _some(tokens: Tokens, reading: Reading, pairs: Pairs, stocked: Bools, least: int) -> Judged:
    """Judge some passages; ``stocked`` are the words in stock phrases."""
    template = _template(reading, pairs, stocked)
    changed = np.flatnonzero(~exact(reading, pairs))
    after = Pairs(*(_snapped(tokens, reading, side) for side in pairs.at(changed)))
    kept = after.least >= least
    pairs = Pairs(
        *(_with(*sides, changed[kept]) for sides in zip(pairs, after.at(kept), strict=True))
    )
    kind = np.full(len(template), "exact", dtype=object)
    kind[changed] = _kinds(reading, pairs.at(changed))
    return Judged(pairs, kind, template, weighed(reading, pairs)[1])


def _with(side: Side, other: Side, rows: Longs) -> Side:
    """Return stretches of which some rows are others."""
    first, last = side.first.copy(), side.last.copy()
    first[rows], last[rows] = other
    return Side(first, last)


def _template(reading: Reading, pairs: Pairs, stocked: Bools) -> Bools:
    """Tell where stock phrases make up a passage that is not long."""
    content, held = np.zeros((2, len(pairs.a.first)), dtype=np.int64)
    for side in pairs:
        row, place = side.words()
        content += counted(reading.content[place], row, side)
        held += counted(reading.content[place] & stocked[place], row, side)
    share = np.where(content > 0, held / np.maximum(content, 1), 1.0)
    return (share >= STOCK) & (np.maximum(pairs.a.size, pairs.b.size) < LONG)


def _kinds(reading: Reading, pairs: Pairs) -> np.ndarray:
    whole = np.ones(len(reading.norm), dtype=bool)
    words = _both(reading.norm, whole, pairs)
    roots = _both(reading.root, reading.content, pairs)
    kinds = np.where(roots >= SAME_ROOTS, "inflected", "reworded").astype(object)
    kinds[words >= SAME] = "reordered"
    kinds[exact(reading, pairs)] = "exact"
    return kinds


def _both(word: Ints, counts: Bools, pairs: Pairs) -> Floats:
    """Return the smaller of the shares of one side that the other has too, of words that count."""
    shares = []
    for here, there in pairs.turned():
        row, place = here.words()
        own = counts[place]
        size, both = counted(own, row, here), own & among(word, here, there, counts)
        shares.append(counted(both, row, here) / np.maximum(size, 1))
    return np.minimum(*shares)


def _snapped(tokens: Tokens, reading: Reading, side: Side) -> Side:
    """Move both ends to the nearest end of a sentence, if one is near."""
    essay = reading.essay[side.first]
    low, high = reading.stops[essay], reading.stops[essay + 1]
    breaks = _breaks(tokens, reading, side, low, high)
    first = _nearest(side.first, breaks, (-1, low), (1, side.last - 1))
    return Side(first, _nearest(side.last + 1, breaks, (1, high), (-1, first + 2)) - 1)


def _nearest(place: Longs, breaks: Bools, *ways: tuple[int, Longs]) -> Longs:
    """Return the nearest break to each place, or the place; ``ways``: a direction and its limit."""
    found, is_open = place.copy(), np.ones(len(place), dtype=bool)
    for step in range(SNAP + 1):
        for sign, limit in ways:
            here = is_open & (sign * (limit - place) >= step)
            here[here] = breaks[place[here] + sign * step]
            found[here] += sign * step
            is_open &= ~here
    return found


def _breaks(tokens: Tokens, reading: Reading, side: Side, low: Longs, high: Longs) -> Bools:
    """Tell whether a sentence may begin at a word near the ends of the stretches.

    Every essay begins and ends with one.
    """
    count = len(reading.token)
    near = np.zeros(count + 1, dtype=bool)
    for step in range(-SNAP, SNAP + 2):
        near[np.clip(side.first + step, low, high)] = True
        near[np.clip(side.last + step, low, high)] = True
    found = np.zeros(count + 1, dtype=bool)
    found[reading.stops] = True
    places = np.flatnonzero(near & ~found)
    texts = tokens.corpus.texts
    rows = reading.rows[reading.essay[places]].tolist()
    starts = tokens.words.ends(reading.token[places - 1]).tolist()
    ends = tokens.words.start[reading.token[places]].tolist()
    spans = zip(rows, starts, ends, strict=True)
    found[places] = [bool(_BREAK.search(texts[row], start, end)) for row, start, end in spans]
    return found
