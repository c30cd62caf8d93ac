"""Units of many texts at once, the same that ``sentences`` finds in one."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from kpu_corpus.indonesian.batch.chunks import Block, Ints
from kpu_corpus.indonesian.sentences import sentences

KINDS = ("sentence", "heading", "lead_in", "sign_off", "list_item", "title")


class UnitColumns(NamedTuple):
    """Units by place: their stretch, their places in the block, their row in ``KINDS``.

    The kind is -1 where the whole stretch is one unit.
    """

    stretch: Ints
    start: Ints
    end: Ints
    kind: Ints


def unit_columns(block: Block) -> UnitColumns:
    """Return the units of every stretch of the block, in order."""
    rows: list[tuple[int, int, int, int]] = []
    for i, (text, start, end, running) in enumerate(block.stretches):
        shift = int(block.shift[i])
        if not running:
            rows.append((i, start - shift, end - shift, -1))
            continue
        for unit in sentences(text, start, end):
            rows.append((i, unit.start - shift, unit.end - shift, KINDS.index(unit.kind)))
    table = np.array(rows, np.int64).reshape(-1, 4).T
    return UnitColumns(*table)
