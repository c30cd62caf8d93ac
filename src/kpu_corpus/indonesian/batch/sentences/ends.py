"""Which stops end a unit, line by line: in C."""

from __future__ import annotations

from ctypes import CDLL, Structure, addressof, byref, c_int64, c_void_p
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Longs
from kpu_corpus.indonesian.batch.chunks.chunks import Block
from kpu_corpus.indonesian.batch.sentences.ahead import Read
from kpu_corpus.indonesian.batch.sentences.given import GivenBlock, GivenLines
from kpu_corpus.indonesian.batch.sentences.lines import Lines
from kpu_corpus.indonesian.batch.sentences.markers import Markers
from kpu_corpus.indonesian.batch.sentences.stop_forms import StopForms


class Ends(NamedTuple):
    """Ends of units inside lines: where the unit ends, where the next begins, if with a marker."""

    line: Longs
    close: Longs
    following: Longs
    marked: Bools


def found_ends(
    compiled: CDLL,
    block: Block,
    stops: StopForms,
    lines: Lines,
    markers: Markers,
    kept: Bools,
    read: Read,
) -> tuple[Ends, Bools]:
    """Return where units end inside the ``kept`` lines, and which lines this does not settle."""
    sure = np.flatnonzero(markers.sure)
    line = lines.at(sure)
    sure, line = sure[kept[line]], line[kept[line]]
    most = int(stops.count[read.reading].sum()) + len(sure)
    of_line, close, following = (np.empty(most, np.int64) for _ in range(3))
    marked, unsettled = np.empty(most, bool), np.zeros(len(kept), bool)
    given = GivenBlock.of(block), GivenLines.of(lines)
    columns: tuple[npt.NDArray[Any], ...] = (
        *(*read, stops.table, stops.rows, stops.after),
        *(markers.listed, markers.counted, sure, line),
        *(np.empty((len(block.marks), 2), np.int64) for _ in range(2)),
        *(of_line, close, following, marked, unsettled),
    )
    sizes = (len(read.chunk), len(sure))
    plan = _Plan(*map(addressof, given), *sizes, *map(native.pointer, columns))
    ends = compiled.ends_find(byref(plan))
    return Ends(of_line[:ends], close[:ends], following[:ends], marked[:ends]), unsettled


_COLUMNS = """
    chunk line reading stops rows after listed counted sure sure_line quotes brackets of_line close
    following marked unsettled
""".split()


class _Plan(Structure):
    """What C is given; the fields are those of ``Plan`` in ends.c."""

    _fields_ = (
        *((name, c_void_p) for name in ("block", "lines")),
        *((name, c_int64) for name in ("stop_chunks", "sures")),
        *((name, c_void_p) for name in _COLUMNS),
    )
