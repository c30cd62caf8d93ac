"""The layout of a table: its heading row, a form with labels beside, merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from kpu_corpus.errors import UnreadableSource
from kpu_corpus.ground.spellings import even
from kpu_corpus.reading.limits import Limits
from kpu_corpus.reading.rows.ids import ID_COLUMNS, NUMBERING
from kpu_corpus.reading.rows.texts import LONG_CELL, TEXT_COLUMNS, Texts
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare, states

FIRST = 20  # lines among which the titles of the columns are looked for where they may be lower
COUNTED = 3  # columns that a line numbers; two numbers may be a row
_NUMBER = re.compile(r"\d[\d.,:/ -]*")  # of whatever kind, or a date
_USUAL = frozenset((*ID_COLUMNS, *NUMBERING, *FIELD_NAMES))
LINES = 200  # of a form; a longer sheet is a table
LABEL = 40  # characters of a label
_MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']"""
)
Said = dict[str, Any]


def line_of_titles(lines: list[list[Any]], text: Texts | None) -> int:
    """Return which of the first lines of a table has the titles of the columns.

    It is the one with the title of the texts, or else the first with several usual titles, or else
    the first.

    >>> line_of_titles([["REKAP ESAI"], ["No", "Nama", "Uraian"], [1, "Rina", "Kami hadir."]], None)
    1
    """
    wanted = _wanted(text)
    titles = [row for row, line in enumerate(lines) if _may_be_titles(line)]
    texts = (row for row in titles if any(bare(cell) in wanted for cell in lines[row]))
    usual = (row for row in titles if _are_usual(lines[row]))
    first = next(texts, next(usual, 0))
    return first + _is_of_groups(lines[first : first + 2], wanted)


def is_essay(line: list[Any], below: list[Any]) -> bool:
    """Tell whether the first line of a table is a row: an essay, or a statement, beside numbers.

    These, or dates, stand where they stand in the line ``below``: the long question of a form is a
    title, and so are those beside it.

    >>> essay = "Kami hadir. " * 20
    >>> is_essay(["1", essay], ["2", essay]), is_essay(["No", essay], ["1", essay])
    (True, False)
    >>> is_essay(["1", "Kami selalu hadir tepat waktu."], ["2", essay])
    True
    """
    pairs = [pair for pair in zip(line, below, strict=False) if not {None, ""} & {*pair}]
    numbers = {tuple(bool(_NUMBER.fullmatch(str(cell))) for cell in pair) for pair in pairs}
    text = any(isinstance(cell, str) and (len(cell) >= LONG_CELL or states(cell)) for cell in line)
    return text and (True, True) in numbers and numbers <= {(True, True), (False, False)}


def counts_columns(lines: Sequence[Sequence[Any]]) -> bool:
    """Tell whether the first line below the titles numbers the columns; the next one is a row.

    >>> counts_columns([["1", "2", "3"], ["1", "Rina", "Garut"]])
    True
    >>> counts_columns([[1, 2, 3], [2, 4, 1]]), counts_columns([[1, 2], ["tiga", 4]])
    (False, False)
    """
    if len(lines) < 2 or len(lines[0]) < COUNTED:
        return False
    numbers = [str(cell).strip("() ") for cell in lines[0]]
    row = any(not _NUMBER.fullmatch(str(cell)) for cell in lines[1] if cell not in (None, ""))
    return row and numbers == [*map(str, range(1, len(numbers) + 1))]


def _wanted(text: Texts | None) -> tuple[str, ...]:
    if text is None:
        return TEXT_COLUMNS
    return tuple(form(one) for one in text for form in (even, bare))


def _are_usual(cells: Sequence[Any]) -> bool:
    return sum(bare(cell) in _USUAL for cell in cells) > 1


def _may_be_titles(line: list[Any]) -> bool:
    """Tell whether no cell of a line is a number or a whole text: a sort of text may be "Esai"."""
    cells = [cell for cell in line if cell is not None]
    short = all(isinstance(cell, str) and len(cell) < LONG_CELL for cell in cells)
    return short and not any(map(_NUMBER.fullmatch, cells))


def _is_of_groups(lines: list[list[Any]], wanted: tuple[str, ...]) -> bool:
    """Tell whether the upper of two lines is of groups of columns, whose titles stand below it.

    A group is a title with nothing beside it, or one of the texts with another of these below it. A
    column outside of them has nothing below its title, as it would have in a row; where all are in
    groups, a usual title among those below tells.
    """
    if len(lines) < 2 or not _may_be_titles(lines[1]):
        return False
    pairs = [(above or None, title or None) for above, title in zip_longest(*lines)]
    beside = [above is None for above, _ in pairs[1:]] + [False]
    single = [
        title
        for (above, title), open_ in zip(pairs, beside, strict=True)
        if above and not open_ and not {bare(above), bare(title)} <= {*wanted}
    ]
    known = any(bare(title) in (*_USUAL, *wanted) for _, title in pairs if title)
    named = any(title and not above for above, title in pairs)
    return named and not any(single) and (bool(single) or known)


def answers(lines: Iterable[Sequence[Any]]) -> dict[str, Any] | None:
    """Return label → answer of a form, or None where the lines are a table with titles above.

    The text stands beside or below its label, a paragraph a cell; what stands below it in several
    cells is no text.

    >>> text = "Kami menjaga suara rakyat setiap hari. " * 6
    >>> answers([["FORM ESAI"], ["Nama", ":", "Rina"], ["Isi Esai"], [None, text]]).keys()
    dict_keys(['Nama', 'Isi Esai'])
    >>> answers([["Nama", "Esai"], ["Rina", text]])
    """
    found: dict[str, Any] = {}
    label, text = "", list[str]()
    for number, line in enumerate(lines):
        cells = [cell for cell in line if str(cell or "").strip(" :=")]
        if number == LINES or (len(cells) > 2 and not label):
            return None
        if label and len(cells) > 1:
            break
        if label:
            text += [str(cell) for cell in cells]
        elif cells and bare(cells[0]) in TEXT_COLUMNS:
            label, text = str(cells[0]), [str(cell) for cell in cells[1:]]
        elif len(cells) == 2 and isinstance(cells[0], str) and len(cells[0]) <= LABEL:
            found[cells[0].strip(" :=")] = cells[1]
        elif cells and found:
            return None
    told = any(FIELD_NAMES.get(bare(name)) in ("author", "title") for name in found)
    whole = "\n\n".join(text)
    return {**found, label: whole} if label and told and len(whole) >= LONG_CELL else None


# A workbook of openpyxl tells of them only where it keeps all its cells in memory.
def said_above(
    sheet: Any, numbers: Sequence[int], columns: Sequence[str], rows: Sequence[Said], limits: Limits
) -> list[Said]:
    """Return what merged cells say of each row from above it; nothing where no cell is merged.

    ``numbers`` are those of the rows in their sheet. Raises UnreadableSource for more cells than
    the limits allow.
    """
    with sheet._get_source() as stream:
        spans = _spans(stream.read())
    if not spans:
        return []
    count = 0
    above: list[Said] = []
    held: dict[str, tuple[int, Any]] = {}  # column → last row, value
    for number, row in zip(numbers, rows, strict=True):
        held = {name: span for name, span in held.items() if span[0] >= number}
        above.append({name: value for name, (_, value) in held.items()})
        count += len(held)
        if count > limits.cells:
            raise UnreadableSource("many_cells", limit=limits.cells)
        for place, last in spans.get(number, ()):
            value = row.get(columns[place]) if place < len(columns) else None
            if value not in (None, ""):
                held[columns[place]] = (last, value)
    return above


def _spans(sheet: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return first row → (place of the column, last row) of merged cells."""
    from openpyxl.utils import column_index_from_string

    spans: dict[int, list[tuple[int, int]]] = {}
    for letters, first, last in _MERGED.findall(sheet):
        column = column_index_from_string(letters.decode())
        spans.setdefault(int(first), []).append((column - 1, int(last)))
    return spans
