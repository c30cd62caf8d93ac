"""Chunks → words as columns, from the words of each distinct chunk: in C, else in numpy."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.ground.arrays import Bools, Growing, Ints, Longs, ranges
from kpu_corpus.indonesian.batch.plain import KIND, KINDS, START, SURFACE
from kpu_corpus.indonesian.batch.readings import CLOSES, COUNT, LEADS, ROW, Readings

Column = npt.NDArray[Any]


class Plan(NamedTuple):
    """Chunks by place and their forms; the parts of those that a unit begins or ends in.

    ``odd`` are the starts of chunks and parts that are read before a number. ``shift`` is added to
    the places of each unit, which are counted from ``first``.
    """

    start: Longs
    form: Longs
    part_chunk: Longs
    part_start: Longs
    part_form: Longs
    odd: Longs
    unit_start: Longs
    shift: Longs
    first: int


class Found(NamedTuple):
    """Words as columns: number of the surface, row of the unit, place in the source, gap."""

    type: Ints
    unit: Ints
    start: Ints
    gap: Bools


class Expander:
    """Numbers the surfaces in the order of their first coming, over all plans that it is given.

    ``found`` are the words of all plans so far.
    """

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self._rank = Growing(np.int32)
        self._first = Growing(np.int32)  # the word that came first, by rank
        self._ranks = 0
        self._words = [Growing(np.int32) for _ in range(3)]
        self._gap = Growing(np.bool_)

    @property
    def found(self) -> Found:
        """The words of all plans so far."""
        types, unit, start = (column.rows for column in self._words)
        return Found(types, unit, start, self._gap.rows)

    @property
    def columns(self) -> list[Growing[Any]]:
        """The columns of ``found``."""
        return [*self._words, self._gap]

    def expand(self, plan: Plan, most: int, ahead: float) -> None:
        """Append the words of the units of a plan.

        They are ``most`` at most; ``ahead`` times as many as there are then are to be expected.
        """
        grown = len(self.readings.surfaces.forms) - len(self._rank)
        self._rank.extend(np.full(grown, -1))
        self._first.extend(np.zeros(grown, np.int32))
        columns = self.columns
        expected = int((len(self._gap) + len(plan.form)) * ahead) + most
        compiled = native.library()
        if compiled is None:
            for column, rows in zip(columns, self._plain(plan), strict=True):
                column.extend(rows, expected)
            return
        count = self._compiled(plan, compiled, [c.room(most, expected) for c in columns])
        for column in columns:
            column.take(count)

    def surfaces(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the surfaces that came, by their number, and their kinds."""
        rows = self.readings.words.rows[self._first.rows[: self._ranks]]
        forms = self.readings.surfaces.forms
        surfaces = tuple([forms[surface] for surface in rows[:, SURFACE].tolist()])
        return surfaces, tuple([KINDS[kind] for kind in rows[:, KIND].tolist()])

    def _compiled(self, plan: Plan, compiled: ctypes.CDLL, room: list[Column]) -> int:
        tables = (self.readings.of, self.readings.words, self._rank, self._first)
        columns = [native.pointer(column) for column in plan[:-1]]
        sizes = [len(plan.form), len(plan.part_form), len(plan.odd), len(plan.unit_start)]
        known = [native.pointer(table.rows) for table in tables]
        found = [native.pointer(column) for column in room]
        call = _Call(*sizes, *columns, *known, self._ranks, plan.first, *found)
        count = int(compiled.words_expand(ctypes.byref(call)))
        self._ranks = call.ranks
        return count

    def _plain(self, plan: Plan) -> Found:
        # Each part but the last of its chunk is put before the chunk, which becomes the last.
        chunk = plan.part_chunk
        last = np.append(chunk[1:] != chunk[:-1], True)[: len(chunk)]
        start, form = plan.start.copy(), plan.form.copy()
        start[chunk[last]], form[chunk[last]] = plan.part_start[last], plan.part_form[last]
        start = np.insert(start, chunk[~last], plan.part_start[~last])
        form = np.insert(form, chunk[~last], plan.part_form[~last])
        unit = np.searchsorted(plan.unit_start, start, "right") - 1
        within = unit >= 0  # before the first unit nothing is to be seen
        start, form, unit = start[within], form[within], unit[within]
        reading = self.readings.of.rows[2 * form + np.isin(start, plan.odd)]
        seen = (reading[:, COUNT] > 0) | (reading[:, CLOSES] == 0)
        start, unit, reading = start[seen], unit[seen], reading[seen]
        count = reading[:, COUNT].astype(np.int64)
        chunk = np.repeat(np.arange(len(count)), count)
        row = ranges(reading[:, ROW], reading[:, ROW] + count)
        glued = np.zeros(len(count), bool)
        glued[1:] = (reading[1:, LEADS] & reading[:-1, CLOSES] != 0) & (unit[1:] == unit[:-1])
        gap = np.ones(len(chunk), bool)
        gap[(np.cumsum(count) - count)[glued]] = False
        word = self.readings.words.rows[row]
        at = (start + plan.shift[unit])[chunk]
        return Found(
            self._ranked(word[:, SURFACE], row),
            (unit[chunk] + plan.first).astype(np.int32),
            (at + word[:, START]).astype(np.int32),
            gap,
        )

    def _ranked(self, surface: Ints, row: Longs) -> Ints:
        """The ranks of surfaces; new ones follow on the ranks so far."""
        rank = self._rank.rows
        new = np.flatnonzero(rank[surface] < 0)
        come, index = np.unique(surface[new], return_index=True)
        order = np.argsort(index)
        ranks = self._ranks + np.arange(len(order))
        rank[come[order]] = ranks
        self._first.rows[ranks] = row[new[index[order]]]
        self._ranks += len(order)
        found: Ints = rank[surface]
        return found


class _Call(ctypes.Structure):
    """What C is given; the fields are those of ``Plan`` in words.c."""

    _fields_ = [
        *((name, ctypes.c_int64) for name in ("chunks", "parts", "odds", "units")),
        *((name, ctypes.c_void_p) for name in Plan._fields[:-1]),
        *((name, ctypes.c_void_p) for name in ("readings", "rows", "rank", "first_row")),
        *((name, ctypes.c_int64) for name in ("ranks", "first")),
        *((name, ctypes.c_void_p) for name in ("type", "unit", "word_start", "gap")),
    ]
