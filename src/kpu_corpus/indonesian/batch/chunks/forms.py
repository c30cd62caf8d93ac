"""What is known about a distinct chunk independent of context: one number of bits each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.ground.arrays import Growing, Longs
from kpu_corpus.indonesian.batch.chunks.flags import NOTED
from kpu_corpus.indonesian.batch.chunks.shapes import shapes
from kpu_corpus.indonesian.batch.chunks.splitting import Splitter


class Noted(NamedTuple):
    """Rows of a column of forms, and the flags of their forms."""

    row: Longs
    flags: Longs

    def having(self, bits: int) -> Longs:
        """Return the rows whose form has one of the bits."""
        rows: Longs = self.row[self.flags & bits != 0]
        return rows


class Forms:
    """Columns over the distinct chunks, filled as they come."""

    def __init__(self, splitter: Splitter) -> None:
        self.splitter = splitter
        self._flags, self._marker = Growing(np.int64), Growing(np.int64)

    def look(self) -> None:
        """Look at the forms that came since the last time."""
        found = shapes(self.splitter.forms[len(self._flags) :])
        self._flags.extend(found.flags)
        self._marker.extend(found.marker)

    def noted(self, form: Longs) -> Noted:
        """Return the rows of a column of forms that have one of the flags ``NOTED``."""
        rows = np.flatnonzero((self.flags & NOTED != 0).take(form))
        return Noted(rows, self.flags[form[rows]])

    @property
    def flags(self) -> Longs:
        """The bits of every chunk."""
        return self._flags.rows

    @property
    def marker(self) -> Longs:
        """The length of the list marker at the head of every chunk, 0 without one."""
        return self._marker.rows
