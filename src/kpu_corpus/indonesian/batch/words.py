"""Words of many units at once: each distinct chunk is read once, places are arithmetic."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Longs, begins
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.chunks.flags import NUMBERED
from kpu_corpus.indonesian.batch.expansion import Plan
from kpu_corpus.indonesian.batch.readings import Readings


def planned(
    block: Block, readings: Readings, start: Longs, end: Longs, shift: Longs, first: int
) -> Plan:
    """Return where the words of the units from ``start`` to ``end`` are to be read.

    These are places in ``block``, rising; ``shift`` takes those of each unit to its source. Units
    are counted from ``first``.
    """
    parts = _parts(block, np.concatenate([start, end]))
    readings.look()
    odd = _before_numbers(block, parts, start, end)
    return Plan(
        *(block.start, block.form, parts.chunk, parts.start, parts.form),
        *(odd, start, shift, first),
    )


class _Parts(NamedTuple):
    """Parts of chunks by place."""

    chunk: Longs
    start: Longs
    end: Longs
    form: Longs


def _parts(block: Block, places: Longs) -> _Parts:
    """The parts of the chunks that have one of the places inside them."""
    places = places[~block.blank(places)]
    places = np.unique(places[~block.blank(places - 1)])
    chunk = block.chunk_at(places)
    heads = np.flatnonzero(begins(chunk))
    whole = chunk[heads]
    start = np.insert(places, heads, block.start[whole])
    end = np.insert(places, np.append(heads[1:], len(places))[: len(heads)], block.end[whole])
    chunk = np.insert(chunk, heads, whole)
    form = block.forms.splitter.numbers(block.text, block.codes, start, end)
    return _Parts(chunk, start, end, form)


def _before_numbers(block: Block, parts: _Parts, start: Longs, end: Longs) -> Longs:
    """Starts of the chunks and parts that a number follows in their unit, where that matters."""
    chunk = block.noted.having(NUMBERED)
    chunk = chunk[~np.isin(chunk, parts.chunk)]
    part = np.flatnonzero(block.forms.flags[parts.form] & NUMBERED != 0)
    first = np.append(block.start[chunk], parts.start[part])
    last = np.append(block.end[chunk], parts.end[part])
    unit = np.searchsorted(start, first, "right") - 1
    inside = (unit >= 0) & (last + 1 < end[unit]) if len(end) else np.zeros(len(first), bool)
    return np.sort(first[inside & block.before_number(last)])
