"""Problems in coders' sheets, reported together with one sentence for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

from kpu_corpus.errors import Hint, InvalidArgument
from kpu_corpus.ground.printable import cut
from kpu_corpus.reading.cells import Cells

MOST_CELLS = 20  # cells of one kind that are named; the rest are counted
LONGEST = 40  # characters of what a further cell holds


class Mistakes:
    """The errors of one sheet, by kind: the first cell of each in full, others by address."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._found: dict[str, list[tuple[tuple[int, int], dict[str, Any]]]] = {}

    def add(self, kind: str, row: int, column: int, **fields: Any) -> None:
        """Record an error in a cell; ``fields`` are those of the label ``kind``."""
        self._found.setdefault(kind, []).append(((row, column), fields))

    def check(self) -> None:
        """Raise InvalidArgument if any error was recorded."""
        told = []
        for kind, ((place, fields), *others) in self._found.items():
            more = self._listed([cell for cell, _ in others])
            told.append(InvalidArgument(kind, **self._cells.told(*place), **fields, more=more))
        if told:
            raise together(told)

    def _listed(self, places: Sequence[tuple[int, int]]) -> Hint | str:
        """List cells, with their content unless empty; further cells are counted."""
        if not places:
            return ""
        most = MOST_CELLS - 1
        named = [
            self._cells.address(*place)
            + (f" ({cut(value, LONGEST)!r})" if (value := self._cells.value(*place)) else "")
            for place in places[:most]
        ]
        left = len(places) - most
        more = Hint("more", count=left) if left > 0 else ""
        return Hint("cells_more", cells=", ".join(named), more=more)


def together(errors: Sequence[InvalidArgument]) -> InvalidArgument:
    """Return one error with the messages of several.

    >>> first, second = InvalidArgument("load_empty"), InvalidArgument("limits_type", got="int")
    >>> str(together([first, second]))
    'load got an empty list; expected paths of files. limits got int; expected kc.Limits(...).'
    """
    return reduce(
        lambda told, error: InvalidArgument(
            "mistakes", first=Hint("mistake", told=told), second=error
        ),
        errors,
    )
