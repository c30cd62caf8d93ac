"""A user's own lexicon from a spreadsheet: one pattern a row, every mistake named by its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.lexicon_parts import Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon_rules import check_match, key_hint
from kpu_corpus.cells import Cells, read_cells
from kpu_corpus.errors import InvalidLexicon, nearest

COLUMNS = (
    "theme",
    "match",
    "with",
    "without",
    "near",
    "label",
    "definition",
    "source",
    "parent",
    "example",
    "counter",
    "against",
)
TRUE = frozenset({"1", "ya", "yes", "true", "benar"})
FALSE = frozenset({"", "0", "tidak", "no", "false", "salah"})
CONTEXTS = ("with", "without", "near", "against", "example", "counter")  # nothing without a match
ABOUT = ("label", "definition", "source", "parent")  # of a theme, not of a pattern


def read_sheet(path: Path) -> Lexicon:
    """Read the first sheet of a .xlsx or .csv file as a lexicon.

    Label, definition, source and parent are taken from the first row of a theme that gives them;
    but for the source, no other row may give something else. A row without ``match`` only describes
    its theme, or names the parent of another. ``=jujur`` is read as it was typed even where the
    spreadsheet took it for a formula. Raises InvalidLexicon naming the cell.
    """
    cells = read_cells(path, formulas=True)[0]
    columns = _columns(cells)
    about: dict[str, dict[str, str]] = {}
    patterns: dict[str, list[Pattern]] = {}
    bare: dict[str, int] = {}
    for row in range(1, len(cells.rows)):
        if not any(cells.rows[row]):
            continue
        key = _key(cells, row, columns["theme"])
        told = about.setdefault(key, {})
        _describe(cells, row, columns, told)
        pattern = _pattern(cells, row, columns)
        patterns.setdefault(key, []).extend([pattern] if pattern else [])
        if sum(map(bool, cells.rows[row])) == 1:
            bare[key] = row
    if not about:
        raise InvalidLexicon("lexicon_empty", name=cells.name)
    themes = tuple(_theme(key, told, patterns[key]) for key, told in about.items())
    parents = {parent for theme in themes for parent in theme.parents}
    for key, row in bare.items():
        if key not in parents:
            at = cells.address(row, columns["match"])
            raise InvalidLexicon("lexicon_bare", name=cells.name, cell=at, theme=key)
    return Lexicon(cells.name, themes, {})


def _columns(cells: Cells) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, title in enumerate(cells.header):
        name = title.casefold()
        if name and (name not in COLUMNS or name in columns):
            hint = nearest(name, COLUMNS) if name not in columns else ""
            valid = ", ".join(COLUMNS)
            raise _wrong("lexicon_heading", cells, 0, column, valid=valid, hint=hint)
        if name:
            columns[name] = column
    if not {"theme", "match"} <= columns.keys():
        raise InvalidLexicon("lexicon_columns", name=cells.name)
    return columns


def _key(cells: Cells, row: int, column: int) -> str:
    key = cells.value(row, column)
    if (hint := key_hint(key)) is not None:
        raise _wrong("lexicon_theme", cells, row, column, hint=hint)
    return key


def _describe(cells: Cells, row: int, columns: Mapping[str, int], told: dict[str, str]) -> None:
    """Note what a row says of its theme, and refuse it where another row said otherwise."""
    for name in ABOUT:
        text = cells.value(row, columns[name]) if name in columns else ""
        if text and told.setdefault(name, text) != text and name != "source":
            before = repr(told[name])
            raise _wrong("lexicon_twice", cells, row, columns[name], title=name, before=before)


def _pattern(cells: Cells, row: int, columns: Mapping[str, int]) -> Pattern | None:
    def text(name: str) -> str:
        return cells.value(row, columns[name]) if name in columns else ""

    match = _strings(cells, row, columns, "match")
    if not match:
        extra = next((name for name in CONTEXTS if text(name)), "")
        if extra:
            given = repr(text(extra))
            at = cells.address(row, columns["match"])
            raise InvalidLexicon("lexicon_context", name=cells.name, cell=at, got=given)
        return None
    near = text("near") or "0"
    if not near.isdecimal():
        raise _wrong("lexicon_near", cells, row, columns["near"])
    against = text("against").casefold()
    if against not in TRUE | FALSE:
        raise _wrong("lexicon_against", cells, row, columns["against"])
    return Pattern(
        match,
        _strings(cells, row, columns, "with"),
        _strings(cells, row, columns, "without"),
        int(near),
        text("example"),
        text("counter"),
        against in TRUE,
        row + 1,
    )


def _strings(cells: Cells, row: int, columns: Mapping[str, int], name: str) -> tuple[str, ...]:
    if name not in columns:
        return ()
    parts = re.split(r"[;\n]", cells.value(row, columns[name]))
    found = tuple(part.strip() for part in parts if part.strip())
    # "#NAME?" is what a spreadsheet exports for a formula; a set needs a TOML file
    if any(part.startswith("#") or "@" in part for part in found):
        raise _wrong("lexicon_cell", cells, row, columns[name])
    for part in found:
        check_match(part, f"{cells.name}:{cells.address(row, columns[name])}")
    return found


def _theme(key: str, told: Mapping[str, str], patterns: list[Pattern]) -> Theme:
    label, definition = told.get("label", key), told.get("definition", "")
    parents = tuple(part.strip() for part in told.get("parent", "").split(";") if part.strip())
    return Theme(
        key,
        {"id": label, "en": label},
        {"id": definition, "en": definition},
        told.get("source", ""),
        tuple(patterns),
        parents,
    )


def _wrong(kind: str, cells: Cells, row: int, column: int, **fields: Any) -> InvalidLexicon:
    got = repr(cells.value(row, column))
    return InvalidLexicon(kind, name=cells.name, cell=cells.address(row, column), got=got, **fields)
