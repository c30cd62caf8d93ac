"""A completed coding sheet: its columns, rows and codes; errors name the cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any, Union

from kpu_corpus.analysis.coding.headings import is_stratified, meaning, names_of, theme_titles
from kpu_corpus.analysis.coding.mistakes import Mistakes
from kpu_corpus.analysis.lexicon import Lexicon, is_of_table, told_of
from kpu_corpus.errors import Hint, InvalidArgument, nearest
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.printable import cut, encodable
from kpu_corpus.labels import LANGUAGES
from kpu_corpus.reading.cells import TABLE, Cells, read_cells
from kpu_corpus.tokens import Tokens

Coded = Union[str, Path, "pd.DataFrame"]

WEIGHT_HEADINGS = ("id", "weight")
_LEXICON = ("arguments", "lexicon")  # the row of the manifest
LONGEST = 30_000  # characters of a cell; spreadsheets stop at 32,767
CODES = {"0": 0, "1": 1, "0.0": 0, "1.0": 1}  # the latter as pandas writes a column with gaps
MOST_HINTS = 1_000  # ids among which a near one is looked for; more would take seconds


def unit_id(tokens: Tokens, unit: int) -> str:
    """Return the id of a unit on the sheet: its essay's id and its number there (esai-1#12).

    With ``#`` no spreadsheet takes it for a date or a time.
    """
    name = tokens.corpus.ids[int(tokens.units.essay[unit])]
    return _name(name, tokens.units.number[unit])


def shown(text: str) -> str:
    """Return a text in a form that a cell can hold."""
    return cut(encodable(text), LONGEST)


@dataclass(frozen=True, slots=True)
class CodedSheet:
    """One coder's codes: unit → theme → 0 or 1; the weight of each unit, and comments.

    ``stratified``: the headings are those of a stratified sample.
    """

    themes: tuple[int, ...]
    codes: dict[int, dict[int, int]]
    weights: dict[int, float]
    comments: dict[int, str]
    stratified: bool

    @classmethod
    def read(
        cls, made: Coded, tokens: Tokens, lexicon: Lexicon, known: Mapping[str, int]
    ) -> CodedSheet:
        """Read the codes of one coder; ``known`` maps unit ids to rows of the body's units."""
        sheets = read_cells(made)
        own = [sheet for sheet in sheets if sheet.header[:2] != WEIGHT_HEADINGS]
        try:
            found = next(((s, c) for s in own if (c := _columns(s, lexicon)) is not None), None)
        except InvalidArgument as error:
            raise _other_lexicon(sheets, lexicon) or error from None
        if found is None:
            raise InvalidArgument("no_id_column", name=sheets[0].name if sheets else str(made))
        cells, columns = found
        themes = {key: column for key, column in columns.items() if isinstance(key, int)}
        if not themes:
            none = InvalidArgument("no_theme_column", name=cells.name)
            raise _other_lexicon(sheets, lexicon) or none
        mistakes = Mistakes(cells)
        rows = _rows(cells, columns, known, mistakes)
        _same_texts(cells, columns, rows, tokens, mistakes)
        codes = _codes(cells, rows, themes, mistakes)
        mistakes.check()
        comment = columns.get("comment")
        comments = {} if comment is None else {u: cells.value(r, comment) for r, u in rows.items()}
        weights = _weights(sheets, cells, columns, rows, known)
        return cls(tuple(themes), codes, weights, comments, is_stratified(cells.header))


def _other_lexicon(sheets: Sequence[Cells], lexicon: Lexicon) -> InvalidArgument | None:
    """Build the error for headings that match no theme because the sheet is for another lexicon."""
    made, given = _lexicon_told(sheets), told_of(lexicon)
    name = given if isinstance(given, str) else given["name"]
    if made is None or made == name:
        return None
    got = Hint("of_table") if is_of_table(lexicon) else name
    if made == TABLE:
        return InvalidArgument("sheet_table", name=sheets[0].name, got=got)
    return InvalidArgument(
        "sheet_lexicon", name=sheets[0].name, made=made, got=got, argument=repr(made)
    )


def _lexicon_told(sheets: Sequence[Cells]) -> str | None:
    """Return the lexicon that the manifest of a sheet names; None where none is told."""
    named = (row[2:3] for sheet in sheets for row in sheet.rows if row[:2] == _LEXICON)
    told: Any = None
    with suppress(ValueError, RecursionError):  # people may change hidden sheets, too
        told = json.loads("".join(next(named, ())))
    made = told.get("name") if isinstance(told, dict) else told
    return made if isinstance(made, str) else None


def _columns(cells: Cells, lexicon: Lexicon) -> dict[str | int, int] | None:
    """Return what each column holds (a name or a theme's number); None without unit ids."""
    names = names_of(lexicon)
    columns: dict[str | int, int] = {}
    unknown = Mistakes(cells)
    titles = [name for lang in LANGUAGES for name in theme_titles(lexicon, lang)]
    valid = [*titles, *(theme.key for theme in lexicon.themes)]
    for column, title in enumerate(cells.header):
        if not title:
            continue
        key = meaning(title, names)
        if key is None:
            unknown.add("heading", 0, column, hint=nearest(title, valid))
        elif key in columns:
            raise InvalidArgument("heading_twice", **cells.told(0, column))
        else:
            columns[key] = column
    if "id" not in columns and not {"essay", "sentence"} <= columns.keys():
        return None
    unknown.check()
    return columns


def _rows(
    cells: Cells,
    columns: Mapping[str | int, int],
    known: Mapping[str, int],
    mistakes: Mistakes,
) -> dict[int, int]:
    """Return sheet row → unit, skipping wrong rows, empty ones and notes without id and code.

    If no row is from these essays, a single error says that the sheet is for others.
    """
    rows: dict[int, int] = {}
    seen: dict[int, int] = {}
    unknown: list[tuple[int, str]] = []
    at = columns.get("id", columns.get("essay", 0))
    codes = [column for key, column in columns.items() if isinstance(key, int)]
    for row in range(1, len(cells.rows)):
        name = " ".join(cells.value(row, at).split())
        if not name:
            if any(cells.value(row, column) for column in codes):
                mistakes.add("id_missing", row, at)
            continue
        if "id" not in columns:
            name = _name(name, cells.value(row, columns["sentence"]))
        again = cells.value(row, columns["row"]) if "row" in columns else ""
        if name not in known:
            unknown.append((row, name))
        elif known[name] in seen:
            other = cells.address(seen[known[name]], at)
            mistakes.add("unit_twice", row, at, other=other)
        elif again and " ".join(again.split()) != name:
            other = cells.address(row, columns["row"])
            mistakes.add("row_moved", row, at, other=other, there=repr(again))
        else:
            rows[row] = known[name]
            seen[known[name]] = row
    if len(unknown) > 1 and not rows:
        mistakes.add("other_essays", unknown[0][0], at)
        return rows
    for row, name in unknown:
        mistakes.add("unit_unknown", row, at, hint=_near(name, known))
    return rows


def _same_texts(
    cells: Cells,
    columns: Mapping[str | int, int],
    rows: Mapping[int, int],
    tokens: Tokens,
    mistakes: Mistakes,
) -> None:
    """Record texts that differ from those of the tokens: their codes would be wrong."""
    if "text" not in columns:
        return
    for row, unit in rows.items():
        written, own = cells.value(row, columns["text"]), shown(tokens.text_of(unit))
        if _letters(written) != _letters(own):
            mistakes.add("text_differs", row, columns["text"], unit=unit_id(tokens, unit))


def _codes(
    cells: Cells, rows: Mapping[int, int], themes: Mapping[int, int], mistakes: Mistakes
) -> dict[int, dict[int, int]]:
    """Return the codes; a row without codes is not coded yet, one with gaps is an error."""
    codes: dict[int, dict[int, int]] = {}
    for row, unit in rows.items():
        given = {theme: cells.value(row, column) for theme, column in themes.items()}
        if not any(given.values()):
            continue
        for theme, column in sorted(themes.items(), key=itemgetter(1)):
            if given[theme] not in CODES:
                mistakes.add("code_value" if given[theme] else "code_missing", row, column)
        codes[unit] = {theme: CODES.get(code, 0) for theme, code in given.items()}
    return codes


def _weights(
    sheets: Sequence[Cells],
    cells: Cells,
    columns: Mapping[str | int, int],
    rows: Mapping[int, int],
    known: Mapping[str, int],
) -> dict[int, float]:
    """Return the weights from the hidden sheet, or from a column of that name."""
    if "weight" in columns:
        at = columns["weight"]
        return {unit: _weight(cells, row, at) for row, unit in rows.items()}
    for sheet in sheets:
        if sheet.header[:2] == WEIGHT_HEADINGS:
            listed = ((sheet.value(row, 0), row) for row in range(1, len(sheet.rows)))
            return {known[name]: _weight(sheet, row, 1) for name, row in listed if name in known}
    return {}


def _weight(cells: Cells, row: int, column: int) -> float:
    try:
        weight = float(cells.value(row, column))
    except ValueError:
        weight = 0.0
    if not 0 < weight < float("inf"):
        raise InvalidArgument("weight_value", **cells.told(row, column))
    return weight


def _near(name: str, known: Iterable[str]) -> Hint | str:
    """Return the nearest id, among the units of the same essay if it exists."""
    own = [unit for unit in known if unit.rpartition("#")[0] == name.rpartition("#")[0]]
    return nearest(name, own or list(known)[:MOST_HINTS]) if name else ""


def _name(essay: str, number: object) -> str:
    return f"{' '.join(shown(essay).split())}#{number}"


def _letters(text: Iterable[str]) -> str:
    return "".join(sign for sign in text if sign.isalnum())
