"""The chunks with stops, once what is told of them and of the chunks after them is known: in C."""

from __future__ import annotations

from ctypes import CDLL, Structure, addressof, byref, c_int64, c_void_p
from typing import NamedTuple

import numpy as np

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms


class Read(NamedTuple):
    """Chunks with stops by place: their lines, and which readings of stops they have."""

    chunk: Longs
    line: Longs
    reading: Longs


def found_stops(compiled: CDLL, block: Block, stops: StopForms, lines: Lines, kept: Bools) -> Read:
    """Return the chunks with stops of the ``kept`` lines."""
    stops.grow()
    noted, given = block.noted, (GivenBlock.of(block), GivenLines.of(lines))
    chunk, line, reading, unread, unseen = (np.empty(len(noted.row), np.int64) for _ in range(5))
    columns = (*noted, kept, chunk, line, reading, unread, unseen, stops.table, stops.after)
    plan = _Plan(*map(addressof, given), len(noted.row), 0, 0, 0, *map(native.pointer, columns))
    odd = unread[: compiled.ahead_read(byref(plan))]
    reading[odd] += block.before_number(block.end[chunk[odd]])
    while compiled.ahead_unknown(byref(plan)):
        stops.look(unread[: plan.readings], unseen[: plan.forms])
    count = plan.stops
    return Read(chunk[:count], line[:count], reading[:count])


class _Plan(Structure):
    """What C is given; the fields are those of ``Plan`` in ahead.c."""

    _fields_ = (
        *((name, c_void_p) for name in ("block", "lines")),
        *((name, c_int64) for name in ("noted", "stops", "readings", "forms")),
        *((name, c_void_p) for name in ("row", "held", "kept", *Read._fields)),
        *((name, c_void_p) for name in ("unread", "unseen", "table", "after")),
    )
