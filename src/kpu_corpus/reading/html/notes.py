"""The notes of a web page that nothing but their numbers tells: a list below the text."""

from __future__ import annotations

from collections.abc import Sequence

from kpu_corpus.reading.html.main_part import Block


def notes_marked(
    blocks: list[Block], parents: Sequence[int], kinds: Sequence[str], marks: Sequence[str]
) -> list[Block]:
    """Return the blocks, the points of a numbered list as notes, one for each raised number.

    The ``marks`` are these numbers, from 1 on, as they stand in the text; the list is the last on
    the page, and the last in its element. ``parents`` and ``kinds`` are those of the elements.
    """
    counted = [str(number) for number in range(1, len(marks) + 1)]
    if not marks or list(marks) != counted or any(block.kind == "note" for block in blocks):
        return blocks
    lists = [_list_of(block, parents, kinds) for block in blocks]
    last = next(filter(None, reversed(lists)), 0)
    points = [at for at, place in enumerate(lists) if place == last > 0]
    if len(points) != len(marks):
        return blocks
    outer = parents[last]
    if any(outer in (block.place, parents[block.place]) for block in blocks[points[-1] + 1 :]):
        return blocks
    return [x._replace(kind="note") if at in points else x for at, x in enumerate(blocks)]


def _list_of(block: Block, parents: Sequence[int], kinds: Sequence[str]) -> int:
    """Return the number of the numbered list of which a block is a point, 0 for none."""
    place = block.place if block.kind == "item" else 0
    while place and kinds[place].partition(" ")[0] != "ol":
        place = parents[place]
    return place
