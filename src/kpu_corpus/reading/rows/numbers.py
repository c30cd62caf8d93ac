"""Numbers and booleans stored as text: a column is converted if all its cells are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from numbers import Real
from typing import Any

from kpu_corpus.ground.frames import is_missing
from kpu_corpus.ground.spellings import even
from kpu_corpus.reading.rows.ids import ID_COLUMNS, NUMBERING, id_column
from kpu_corpus.reading.rows.texts import TEXT_COLUMNS
from kpu_corpus.reading.rows.titles import FIELD_NAMES, bare

# No leading zero, as codes and telephone numbers have, nor more digits than a float keeps.
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:[.,]\d{1,17})?", re.ASCII)
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)  # or decimals
EXACT = 2**53  # up to which a float holds every whole number
_WHOLE = re.compile(
    r"(-?(?:0|[1-9]\d{0,14}))\.0", re.ASCII
)  # as pandas writes whole numbers beside blanks
_TRUTHS = {"True": True, "False": False, "TRUE": True, "FALSE": False}  # of pandas and workbooks
_TEXTS = frozenset((*ID_COLUMNS, *TEXT_COLUMNS, *FIELD_NAMES))


def with_numbers(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with whole columns of numbers, or of True and False, as a workbook has them.

    Ids, texts and the fields of essays stay as they are written, and so does a column in which
    one cell is no plain number, or points and commas mark the decimals, or a number of an essay
    has parts (1.10 is not 1.1). Ids that are all whole numbers written as floats are these numbers.

    >>> with_numbers(["id", "tahun", "kode"], [{"id": "1.0", "tahun": "2025", "kode": "007"}])
    [{'id': '1', 'tahun': 2025, 'kode': '007'}]
    >>> with_numbers(["nilai"], [{"nilai": "87,5"}, {"nilai": "90"}])
    [{'nilai': 87.5}, {'nilai': 90}]
    >>> with_numbers(["lulus"], [{"lulus": "TRUE"}, {"lulus": ""}])
    [{'lulus': True}, {'lulus': ''}]
    """
    table = [dict(row) for row in rows]
    key = id_column(columns)
    if key and all(map(_WHOLE.fullmatch, _texts(table, key))):
        _make(table, key, lambda cell: _WHOLE.sub(r"\1", cell))
    for name in columns:
        if kind := _kind(name, _texts(table, name)):
            _make(table, name, kind)
    return _with_whole_numbers(columns, table)


def with_typed_numbers(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the rows with numbers that were typed as text as numbers, in columns of numbers.

    A workbook keeps ``2022`` with a blank behind it as text. A column without a number stays as it
    is, and so does one in which a cell is text of another kind.

    >>> with_typed_numbers(["tahun"], [{"tahun": 2021}, {"tahun": "2022 "}, {"tahun": None}])
    [{'tahun': 2021}, {'tahun': 2022}, {'tahun': None}]
    """
    table = [dict(row) for row in rows]
    for name in columns:
        cells = (row.get(name) for row in table)
        others = [cell for cell in cells if not isinstance(cell, str) and not is_missing(cell)]
        numbers = bool(others) and all(map(_is_number, others))
        if numbers and _kind(name, _texts(table, name)) is _number:
            _make(table, name, _number)
    return _with_whole_numbers(columns, table)


def _with_whole_numbers(
    columns: Sequence[str], table: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Change columns of whole numbers with blanks, which pandas holds as floats, back to integers.

    >>> _with_whole_numbers(["tahun"], [{"tahun": 2021.0}, {"tahun": None}])
    [{'tahun': 2021}, {'tahun': None}]
    >>> _with_whole_numbers(["n"], [{"n": 1e300}, {"n": None}])
    [{'n': 1e+300}, {'n': None}]
    """
    for name in columns:
        cells = [row.get(name) for row in table]
        if not any(isinstance(cell, float) for cell in cells):
            continue
        filled = [row for row, cell in zip(table, cells, strict=True) if not _is_blank(cell)]
        whole = [row[name] for row in filled]
        numbers = all(_is_number(x) and x % 1 == 0 and abs(x) <= EXACT for x in whole)
        for row in filled if numbers and len(filled) < len(table) else ():
            row[name] = int(row[name])
    return table


def _is_blank(cell: Any) -> bool:
    return is_missing(cell) or (isinstance(cell, str) and not cell.strip())


def _is_number(cell: Any) -> bool:
    return isinstance(cell, Real) and not isinstance(cell, bool)


def _texts(rows: Iterable[Mapping[str, Any]], name: str) -> list[str]:
    """Return the cells of a column that hold text, without the blank ones."""
    cells = (row.get(name) for row in rows)
    return [text for cell in cells if isinstance(cell, str) and (text := cell.strip())]


def _make(rows: Iterable[dict[str, Any]], name: str, kind: Callable[[str], Any]) -> None:
    """Make values of the cells of a column that hold text."""
    for row in rows:
        cell = row.get(name)
        if isinstance(cell, str) and (text := cell.strip()):
            row[name] = kind(text)


def _kind(name: str, cells: Sequence[str]) -> Callable[[str], Any] | None:
    """Return what makes values of the cells of a column, None where they stay as they are."""
    if not cells or bare(name) in _TEXTS:
        return None
    if all(cell in _TRUTHS for cell in cells):
        return _TRUTHS.__getitem__
    return _number if _are_numbers(name, cells) else None


def _are_numbers(name: str, cells: Sequence[str]) -> bool:
    """Tell whether all cells are numbers, their decimals behind one sign, if they may have any.

    Three digits behind it are decimals only if another cell of the column shows that it marks them.

    >>> _are_numbers("nilai", ["1.625", "0.5"]), _are_numbers("nilai", ["1.625", "2"])
    (True, False)
    """
    parted = [cell for cell in cells if "." in cell or "," in cell]
    signs = {sign for cell in parted for sign in ".," if sign in cell}
    if len(signs) > 1 or not all(map(_NUMBER.fullmatch, cells)):
        return False
    if parted and all(map(_THOUSANDS.fullmatch, parted)):
        return False
    return even(name) not in NUMBERING or all(_number(cell) % 1 == 0 for cell in cells)


def _number(cell: str) -> int | float:
    return float(cell.replace(",", ".")) if "." in cell or "," in cell else int(cell)
