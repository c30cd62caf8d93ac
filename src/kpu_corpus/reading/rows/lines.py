"""Lines of cells → the columns and rows of a table: its titles, the rows below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, zip_longest
from typing import Any

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.csv_lines import Line
from kpu_corpus.reading.rows.layout import FIRST, counts_columns, is_essay
from kpu_corpus.reading.rows.titles import names_of

# What a spreadsheet shows of a formula without a result: a person that a list does not have.
_ERRORS = dict.fromkeys("#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL!".split(), "")

Header = Callable[[list[list[Any]]], int]


def titled_rows(
    lines: Iterable[Line], limits: Limits, header: Header, *, narrow: bool = False
) -> tuple[list[str], list[dict[str, Any]], list[int], list[int]]:
    """Make a table of lines; ``header`` chooses that of the titles, unless the first is a row.

    Returns (columns, rows, numbers of their lines, of those with cells beyond the columns); these
    cells are in columns named by their place, or, where it has to be ``narrow``, their rows are
    left out.
    """
    full = full_lines(lines, limits)
    first = list(islice(full, FIRST))
    if not first:
        return [], [], [], []
    at = header([cells for _, cells in first])
    untitled = len(first) > at + 1 and is_essay(first[at][1], first[at + 1][1])
    titles = [None] * len(first[at][1]) if untitled else first[at][1]
    above = first[at - 1][1] if at and not untitled else []
    if _filled(above) > 1:  # titles of groups, and of columns over both lines
        pairs = zip_longest(titles, above)
        titles = [group if title in (None, "") else title for title, group in pairs]
    begin = at + (not untitled)
    begin += counts_columns([cells for _, cells in first[begin : begin + 2]])
    heads = [cells for _, cells in first[:begin]]
    below: list[Line] = []
    for line in chain(first[begin:], full):
        if len(below) == limits.rows:
            raise UnreadableSource("many_rows", limit=limits.rows)
        if not any(_are_again(line[1], head) for head in heads):
            below.append(line)
    wide = [number for number, cells in below if len(cells) > len(titles)]
    if narrow and wide:
        below = [line for line in below if len(line[1]) <= len(titles)]
    width = max(len(titles), *(len(cells) for _, cells in below), 0)
    if width > limits.columns:
        raise UnreadableSource("many_columns", limit=limits.columns)
    columns = names_of([*titles, *[None] * (width - len(titles))])
    rows = [dict(zip(columns, cells, strict=False)) for _, cells in below]
    return columns, rows, [number for number, _ in below], wide


def _are_again(cells: list[Any], titles: list[Any]) -> bool:
    """Tell whether a row is a line of titles again, as where one file was put below another."""
    return str(cells[0]).lstrip("\ufeff") == str(titles[0]) and cells[1:] == titles[1:]


def full_lines(lines: Iterable[Line], limits: Limits) -> Iterator[Line]:
    """Yield the lines that hold anything, without the empty cells at their ends.

    Spreadsheets keep cells to their last column once they are formatted. The error of a formula is
    an empty cell, as in the rows to which people copy one ahead.
    """
    count = 0
    for number, line in lines:
        cells = [_ERRORS.get(cell, cell) for cell in line]
        count += len(cells)
        if count > limits.cells:
            raise UnreadableSource("many_cells", limit=limits.cells)
        size = len(cells)
        while size and cells[size - 1] in (None, ""):
            size -= 1
        if size:
            yield number, cells[:size]


def _filled(line: list[Any]) -> int:
    return sum(cell not in (None, "") for cell in line)
