"""A block and its lines as C takes them; the fields are those in block.h.

What is given stays where it is as long as its columns are held and no new forms come.
"""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import Structure, c_int64, c_void_p
from typing import Any

import numpy.typing as npt

from kpu_corpus import native
from kpu_corpus.indonesian.batch.chunks.characters import classes
from kpu_corpus.indonesian.batch.chunks.chunks import Block

_SIZES = ("size", "chunks", "mark_count", "stretches", "last_class")
_COLUMNS = ("codes", "start", "end", "form", "marks", "base", "classes", "flags", "marker")


class GivenBlock(Structure):
    """Chunks, the places of marks, the heads of stretches, and what is known of forms."""

    _fields_ = (*((name, c_int64) for name in _SIZES), *((name, c_void_p) for name in _COLUMNS))

    @classmethod
    def of(cls, block: Block) -> GivenBlock:
        """Return a block as C takes it."""
        columns: tuple[npt.NDArray[Any], ...] = (
            *(block.codes, block.start, block.end, block.form, block.marks, block.base),
            *(classes(), block.forms.flags, block.forms.marker),
        )
        sizes = (len(block.codes), len(block.start), len(block.marks), len(block.base))
        return cls(*sizes, len(classes()) - 1, *map(native.pointer, columns))


class GivenLines(Structure):
    """Lines by place: the columns of ``Lines``."""

    _fields_ = (
        ("count", c_int64),
        *((name, c_void_p) for name in ("first", "last", "stretch", "marked")),
    )

    @classmethod
    def of(cls, lines: Sequence[npt.NDArray[Any]]) -> GivenLines:
        """Return the columns of lines as C takes them."""
        return cls(len(lines[0]), *map(native.pointer, lines))
