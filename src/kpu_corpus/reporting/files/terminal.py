"""A table as aligned text for people: headings and values in their language, lines that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import count
from math import isinf
from textwrap import wrap
from typing import TYPE_CHECKING, Any, NamedTuple

from kpu_corpus.columns.grouping import group_columns, labelled
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.printable import in_one_line, printable
from kpu_corpus.reporting.short_names import told_apart
from kpu_corpus.reporting.wording import NAME, NO_BREAK, Wording, abridged, clipped
from kpu_corpus.reporting.workbooks.readable import arranged, readable, yes_and_no
from kpu_corpus.reporting.workbooks.xlsx import TEXTS

if TYPE_CHECKING:
    import pandas as pd

ESSAYS = ("essay", "essay_a", "essay_b")
BEFORE = "left"  # what stands before a word: its end is next to it
WIDTH = 120  # characters of a line where no terminal says how many it has
NARROWEST = 16  # characters that a text keeps where the line is too long
SENTENCE = 36  # that a sentence keeps
TEXT = frozenset({"text", "text_b"})
CONTEXT = 24  # that the words on each side of a word keep
SIDES = frozenset({BEFORE, "right"})
INDENT = 4  # of what goes on below
APART = frozenset({"kind", "pattern", "reason", "status"})  # several of their values begin alike
HEAD = 4  # lines of a heading
WORD = 16  # characters of its words, of which ids of essays may have more
GAP = "  "
LEAST = 0.00005  # a probability below is told as smaller than four decimals can say
NOTHING = 0.005  # a rate below would look like none in two decimals


def as_text(
    table: pd.DataFrame,
    kind: str = "",
    lang: str = "id",
    names: Mapping[str, str] | None = None,
    width: int = WIDTH,
    *,
    fold: bool = False,
) -> str:
    """Return a table as aligned text with the headings and values of its workbook.

    ``kind`` and ``names`` are as in :func:`~kpu_corpus.reporting.workbooks.readable.readable`. What
    only other programs need is left out, as on paper; long cells are shortened, texts further until
    the lines have ``width`` characters. With ``fold``, a row that is still longer goes on in an
    indented line below, where its sentence has room. Control sequences (colours, cursor movements)
    are escaped, also in headings.

    >>> import pandas as pd
    >>> print(as_text(pd.DataFrame({"theme": ["sinergi"], "share": [0.25]}), "themes"))
    Tema     Persentase
    -------  ----------
    sinergi      25,0 %
    """
    table = _told(table, lang)
    order, printed = arranged([str(column) for column in table.columns])
    sheet, wording = readable(table, kind, lang, names), Wording(lang)
    columns = []
    for place, (name, made) in enumerate(zip(order, sheet.columns, strict=True)):
        if not printed or place < printed:
            most = width if fold and name in TEXT else NAME
            cells = [_cell(row[place], made.kind, wording, name, most) for row in sheet.rows]
            columns.append(_Column(name, printable(made.title), made.kind in TEXTS, cells))
    told = {*ESSAYS, *group_columns(table)}  # whose ends differ
    widths = _widths(columns, {at for at, one in enumerate(columns) if one.name in told}, width)
    if not fold or _length(widths) <= width:
        return "\n".join(_lines(columns, widths, [range(len(columns))]))
    return "\n".join(_lines(columns, *_folded(columns, widths, width)))


class _Column(NamedTuple):
    """A column: its name in the table, its title, whether it holds text, and its cells."""

    name: str
    title: str
    text: bool
    cells: list[str]


def _widths(columns: Sequence[_Column], kept: Set[int], width: int) -> list[int]:
    """Return how wide the columns are; where lines are too long, the widest texts are narrowed."""
    widths = [_width(column) for column in columns]
    least = {
        at: _least(column) for at, column in enumerate(columns) if column.text and at not in kept
    }
    while _length(widths) > width and (wide := [at for at in least if widths[at] > least[at]]):
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _length(widths: Sequence[int]) -> int:
    """Return how long a line of some columns is."""
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _folded(
    columns: Sequence[_Column], widths: Sequence[int], width: int
) -> tuple[list[int], list[list[int]]]:
    """Return how wide the columns are, and which of them are in each line of a row.

    What does not fit goes on below, indented: sentences last, and a word with both of its sides.
    Texts that were narrowed have what room there is in their line, sentences before others.
    """
    made, whole, room = list(widths), [_width(column) for column in columns], width
    lines: list[list[int]] = [[]]
    for at in sorted(range(len(columns)), key=lambda at: columns[at].name in TEXT):
        long = _length([made[one] for one in (*lines[-1], at)]) > room
        if lines[-1] and (long or columns[at].name == BEFORE):
            lines.append([])
            room = width - INDENT
        lines[-1].append(at)
        if columns[at].name in TEXT:
            left = room - _length([made[one] for one in lines[-1]])
            made[at] = min(made[at] + max(left, 0), whole[at])
    for number, line in enumerate(lines):
        room = width - INDENT if number else width
        while _length([made[at] for at in line]) < room and (
            narrow := [at for at in line if made[at] < whole[at]]
        ):
            made[min(narrow, key=made.__getitem__)] += 1
    return made, lines


def _least(column: _Column) -> int:
    """Return how narrow a text may be; where values begin alike, different ones look different."""
    if column.name in TEXT:
        return SENTENCE
    if column.name in SIDES:
        return CONTEXT
    cells = {*column.cells} if column.name in APART else set()

    def look(width: int) -> int:
        return len({_cut(cell, width, column.name) for cell in cells})

    return next(width for width in count(NARROWEST) if look(width) == len(cells))


def _lines(
    columns: Sequence[_Column], widths: Sequence[int], parts: Iterable[Sequence[int]]
) -> Iterator[str]:
    """Yield the lines of a table whose rows have the columns of each part in a line of its own."""
    heads: list[str] = []
    rows = []
    for part in parts:
        head, cells = _part([columns[at] for at in part], [widths[at] for at in part])
        indent = " " * INDENT if heads else ""
        heads += [(indent + line).rstrip() for line in head]
        rows.append([indent + line for line in cells])
    yield from heads
    for first, *more in zip(*rows, strict=True):
        yield first
        yield from filter(str.strip, more)


def _part(columns: Sequence[_Column], widths: Sequence[int]) -> tuple[list[str], list[str]]:
    """Return the lines of the headings of some columns, and of their rows."""
    heads = [wrap(column.title, width) for column, width in zip(columns, widths, strict=True)]
    heads = [[line.replace(NO_BREAK, " ") for line in head] for head in heads]
    depth = max(map(len, heads), default=0)
    above = [
        [*[""] * (depth - len(head)), *head, "-" * width]
        for head, width in zip(heads, widths, strict=True)
    ]
    shown = [
        [_cut(cell, width, column.name) for cell in column.cells]
        for column, width in zip(columns, widths, strict=True)
    ]
    aligned = [str.ljust if one.text and one.name != BEFORE else str.rjust for one in columns]

    def lines(rows: Iterable[Sequence[str]]) -> list[str]:
        each = (zip(aligned, row, widths, strict=True) for row in zip(*rows, strict=True))
        return [GAP.join(align(*cell) for align, *cell in row).rstrip() for row in each]

    return lines(above), lines(shown)


def _width(column: _Column) -> int:
    """Return the width of a column: of its cells, and of its heading in a few lines."""
    words = (min(len(word), WORD) for word in column.title.split())
    least = max([*map(len, column.cells), *words, 1])
    return next(width for width in count(least) if len(wrap(column.title, width)) <= HEAD)


def _told(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return a table whose groups and essays have the names that people know them by."""
    groups = group_columns(table)
    table = yes_and_no(labelled(table, groups), lang)
    names = dict.fromkeys([*groups, *(name for name in ESSAYS if name in table.columns)])
    known = (str(value) for name in names for value in table[name])
    wording = Wording(lang, told_apart(known, lambda name: abridged(name, NAME)))
    short = {name: [_name(value, wording, name) for value in table[name]] for name in names}
    return table.assign(**short)


def _name(value: Any, wording: Wording, column: str) -> Any:
    if not isinstance(value, str):
        return value
    return wording.group(wording.apart.get(value) or abridged(value, NAME), column)


def _cell(value: Any, kind: str, wording: Wording, name: str, most: int) -> str:
    if is_missing(value):
        return ""
    if isinstance(value, str) or kind in TEXTS:
        return _cut(printable(in_one_line(str(value))), most, name)
    if isinf(value):
        return "∞" if value > 0 else "-∞"
    if kind == "whole":
        return wording.whole(int(value))
    if kind == "number":
        return str(value)
    if kind == "share":
        return _percent(float(value), wording)
    if kind == "q":
        return wording.decimal(value, 4) if value >= LEAST else f"<{wording.decimal(0.0001, 4)}"
    if 0 < value < NOTHING:
        return f"<{wording.decimal(0.01)}"
    return _decimal(value, 2, wording)


def _percent(share: float, wording: Wording) -> str:
    """Return a share, or a difference of two, in per cent with one decimal: ``-7,7 %``."""
    return _decimal(100 * share, 1, wording) + (" %" if wording.lang == "id" else "%")


def _decimal(number: float, places: int, wording: Wording) -> str:
    """Return a number with the sign that every console can show."""
    return wording.decimal(number, places).replace("−", "-")


def _cut(text: str, length: int, name: str) -> str:
    if len(text) <= length or name != BEFORE:
        return clipped(text, length)
    kept = text[1 - length :]
    return f"…{kept.partition(' ')[2] or kept}"
