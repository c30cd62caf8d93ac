"""A lexicon as a spreadsheet, read and written: one pattern per row, errors name the cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.lexicon.parts import FARTHEST, STATED, Lexicon, Pattern, Theme
from kpu_corpus.analysis.lexicon.rules import (
    OF_PATTERNS,
    OF_THEMES,
    SET_MEMBER,
    SET_NAME,
    check_match,
    key_made,
)
from kpu_corpus.analysis.status import COUNTS
from kpu_corpus.errors import InvalidLexicon, nearest
from kpu_corpus.reading.cells import Cells, read_cells, unguarded

if TYPE_CHECKING:
    import pandas as pd

# A label and a definition have a second column, in English.
ABOUT = ("label", "label_en", "definition", "definition_en", *OF_THEMES[2:])
COLUMNS = ("theme", "match", *OF_PATTERNS, *ABOUT)
# What Indonesian headings stand for.
INDONESIAN = {
    "tema": "theme",
    "pola": "match",
    "dengan": "with",
    "tanpa": "without",
    "dekat": "near",
    "lawan": "against",
    "contoh": "example",
    "definisi": "definition",
    "sumber": "source",
    "induk": "parent",
    "sertakan": "include",
    "kecuali": "except",
}
TRUE = frozenset({"1", "ya", "yes", "true", "benar"})
FALSE = frozenset({"", "0", "tidak", "no", "false", "salah"})
LONGEST = 20  # digits of a number
TITLES = 10  # rows that may stand above the headings


def read_sheet(made: Path | pd.DataFrame) -> Lexicon:
    """Read the first sheet of a .xlsx or .csv file, or a DataFrame, as :func:`lexicon_of`.

    ``=jujur`` is read as typed even if the spreadsheet took it for a formula.
    """
    return lexicon_of(read_cells(made, formulas=True)[0])


def is_lexicon(head: Cells) -> bool:
    """Tell whether a table has the headings of a lexicon; its rows may have mistakes.

    >>> is_lexicon(Cells("tema.csv", (("tema", "pola"),)))
    True
    """
    try:
        return bool(_columns(head))
    except InvalidLexicon:
        return False


def lexicon_of(cells: Cells) -> Lexicon:
    """Return the lexicon given by the rows of a table.

    Label, definition, source, parent, counts, include and except are taken from the first row of a
    theme that gives them; but for the source, no other row may give something else. A row without
    ``match`` only describes its theme, or names the parent of another. Rows of the theme ``@name``
    have the members of a set in ``match``. ``'=jujur`` is ``=jujur``. A theme may be called as
    people read it ("Media Sosial"): its key is made of that, and where no label is given it is the
    label. Titles of the table may stand above its headings, a cell to a row.
    Raises InvalidLexicon naming the cell.
    """
    cells = replace(cells, rows=tuple(tuple(map(unguarded, row)) for row in cells.rows))
    cells = _below_titles(cells)
    columns = _columns(cells)
    _refuse_unnamed(cells)
    sets = _sets(cells, columns)
    about: dict[str, dict[str, str]] = {}
    patterns: dict[str, list[Pattern]] = {}
    bare: dict[str, int] = {}
    first: dict[str, int] = {}
    for row in range(1, len(cells.rows)):
        if not any(cells.rows[row]) or cells.value(row, columns["theme"]).startswith("@"):
            continue
        key = _key(cells, row, columns["theme"])
        first.setdefault(key, row)
        told = about.setdefault(key, {})
        _describe(cells, row, columns, told)
        pattern = _pattern(cells, row, columns, sets)
        patterns.setdefault(key, []).extend([pattern] if pattern else [])
        if sum(map(bool, cells.rows[row])) == 1:
            bare[key] = row
    for key, told in about.items():
        told.setdefault("label", cells.value(first[key], columns["theme"]))
    themes = tuple(_theme(key, told, patterns[key]) for key, told in about.items())
    parents = {parent for theme in themes for parent in theme.parents}
    for key in (key for key in about if key not in parents):
        if key in bare:
            raise _wrong("lexicon_bare", cells, bare[key], columns["match"], theme=key)
        if not patterns[key] and "include" not in about[key]:
            raise _wrong("lexicon_no_match", cells, first[key], columns["match"], theme=key)
    return Lexicon(cells.name, themes, sets)


def rows_of(lexicon: Lexicon, *, yes: str = "ya") -> Iterator[tuple[str | int | None, ...]]:
    """Yield the rows below the headings that :func:`lexicon_of` reads as this lexicon.

    The description of a theme is in its first row, the sets follow all themes; None is an empty
    cell, ``yes`` the word for the column ``against``.
    """
    for theme in lexicon.themes:
        told: dict[str, str | int] = {
            "theme": theme.key,
            "label": theme.label["id"],
            "label_en": theme.label["en"],
            "definition": theme.definition["id"],
            "definition_en": theme.definition["en"],
            "source": theme.source,
            "parent": "; ".join(theme.parents),
            "counts": theme.counts if theme.counts != STATED else "",
        }
        for pattern in theme.patterns or (Pattern(()),):
            row = {
                **told,
                "match": "; ".join(pattern.match),
                "with": "; ".join(pattern.context),
                "without": "; ".join(pattern.without),
                "near": pattern.near,
                "against": yes if pattern.against else "",
                "example": pattern.example,
                "counter": pattern.counter,
            }
            yield tuple(row.get(name) or None for name in COLUMNS)
            told = {"theme": theme.key}
    for name, members in lexicon.sets.items():
        in_set = {"theme": f"@{name}", "match": "; ".join(members)}
        yield tuple(in_set.get(column) for column in COLUMNS)


def _sets(cells: Cells, columns: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return the sets: the combined rows of each theme ``@name``."""
    sets: dict[str, tuple[str, ...]] = {}
    for row in range(1, len(cells.rows)):
        key = cells.value(row, columns["theme"])
        if not key.startswith("@"):
            continue
        if not SET_NAME.fullmatch(key[1:]):
            raise _wrong("lexicon_set", cells, row, columns["theme"])
        for name, column in columns.items():
            if name not in ("theme", "match") and cells.value(row, column):
                raise _wrong("lexicon_set_column", cells, row, column, set=key)
        members = _parts(cells, row, columns["match"])
        if not members or not all(map(SET_MEMBER.fullmatch, members)):
            raise _wrong("lexicon_members", cells, row, columns["match"])
        sets[key[1:]] = (*sets.get(key[1:], ()), *members)
    return sets


def _below_titles(cells: Cells) -> Cells:
    """Return the cells from the headings on, if all that stands above them are titles.

    >>> _below_titles(Cells("a.csv", (("SEMBOYAN",), ("tema", "pola"), ("hemat", "hemat")))).above
    1
    """
    for row, line in enumerate(cells.rows[: 0 if cells.numbered else TITLES + 1]):
        if {"theme", "match"} <= {*_names(line)}:
            return replace(cells, rows=cells.rows[row:], above=row)
        if sum(map(bool, line)) > 1:
            break
    return cells


def _names(header: Sequence[str]) -> list[str]:
    """Return the headings, in lower case and those in Indonesian by what they stand for."""
    return [INDONESIAN.get(title.casefold(), title.casefold()) for title in header]


def _columns(cells: Cells) -> dict[str, int]:
    columns: dict[str, int] = {}
    names = _names(cells.header)
    if not {"theme", "match"} & {*names}:  # a title, or a row without its heading
        raise InvalidLexicon("lexicon_columns", name=cells.name)
    for column, name in enumerate(names):
        if name in columns:
            raise _wrong("heading_twice", cells, 0, column)
        if name and name not in COLUMNS:
            also = {english: f" ({own})" for own, english in INDONESIAN.items()}
            valid = ", ".join(f"{known}{also.get(known, '')}" for known in COLUMNS)
            hint = nearest(name, [*COLUMNS, *INDONESIAN])
            raise _wrong("lexicon_choice", cells, 0, column, valid=valid, hint=hint)
        if name:
            columns[name] = column
    if not {"theme", "match"} <= columns.keys():
        raise InvalidLexicon("lexicon_columns", name=cells.name)
    return columns


def _refuse_unnamed(cells: Cells) -> None:
    """Refuse cells outside the columns: an extra comma would lose the rest of a cell."""
    named = {column for column, title in enumerate(cells.header) if title}
    for row, values in enumerate(cells.rows):
        for column, value in enumerate(values):
            if value and column not in named:
                raise _wrong("lexicon_unnamed", cells, row, column)


def _key(cells: Cells, row: int, column: int) -> str:
    key = cells.value(row, column)
    if not key:
        raise _wrong("lexicon_theme_empty", cells, row, column)
    if not (made := key_made(key)):
        raise _wrong("lexicon_theme", cells, row, column)
    return made


def _describe(cells: Cells, row: int, columns: Mapping[str, int], told: dict[str, str]) -> None:
    """Record the description of a theme from a row, refusing contradictions of earlier rows."""
    for name in ABOUT:
        text = cells.value(row, columns[name]) if name in columns else ""
        if text and told.setdefault(name, text) != text and name != "source":
            before = repr(told[name])
            raise _wrong("lexicon_twice", cells, row, columns[name], title=name, before=before)
    if (counts := told.get("counts", STATED)) not in COUNTS:
        valid, hint = ", ".join(COUNTS), nearest(counts, COUNTS)
        raise _wrong("lexicon_choice", cells, row, columns["counts"], valid=valid, hint=hint)


def _pattern(
    cells: Cells, row: int, columns: Mapping[str, int], sets: Collection[str]
) -> Pattern | None:
    def text(name: str) -> str:
        return cells.value(row, columns[name]) if name in columns else ""

    match = _strings(cells, row, columns, "match", sets)
    if not match:
        extra = next((name for name in OF_PATTERNS if text(name)), "")
        if extra:
            given = repr(text(extra))
            at = cells.address(row, columns["match"])
            raise InvalidLexicon("lexicon_context", name=cells.name, cell=at, got=given)
        return None
    near = text("near") or "0"
    if not near.isdecimal() or len(near) > LONGEST:
        raise _wrong("lexicon_near", cells, row, columns["near"])
    against = text("against").casefold()
    if against not in TRUE | FALSE:
        raise _wrong("lexicon_against", cells, row, columns["against"])
    return Pattern(
        match,
        _strings(cells, row, columns, "with", sets),
        _strings(cells, row, columns, "without", sets),
        min(int(near), FARTHEST),
        text("example"),
        text("counter"),
        against in TRUE,
        cells.number(row),
    )


def _strings(
    cells: Cells, row: int, columns: Mapping[str, int], name: str, sets: Collection[str]
) -> tuple[str, ...]:
    if name not in columns:
        return ()
    found = _parts(cells, row, columns[name])
    for part in found:
        check_match(part, f"{cells.name}:{cells.address(row, columns[name])}", sets)
    return found


def _parts(cells: Cells, row: int, column: int) -> tuple[str, ...]:
    parts = re.split(r"[;\n]", cells.value(row, column))
    found = tuple(part.strip() for part in parts if part.strip())
    # "#NAME?" is what a spreadsheet exports for a formula
    if any(part.startswith("#") for part in found):
        raise _wrong("lexicon_cell", cells, row, column)
    return found


def _theme(key: str, told: Mapping[str, str], patterns: list[Pattern]) -> Theme:
    label, definition = told["label"], told.get("definition", told.get("definition_en", ""))
    names = {"id": label, "en": told.get("label_en", label)}
    about = {"id": definition, "en": told.get("definition_en", definition)}
    return Theme(
        key,
        names,
        about,
        told.get("source", ""),
        tuple(patterns),
        _keys(told.get("parent", "")),
        told.get("counts", STATED),
        _keys(told.get("include", "")),
        tuple(filter(None, map(str.strip, told.get("except", "").split(";")))),
    )


def _keys(cell: str) -> tuple[str, ...]:
    return tuple(map(key_made, filter(str.strip, cell.split(";"))))


def _wrong(kind: str, cells: Cells, row: int, column: int, **fields: Any) -> InvalidLexicon:
    return InvalidLexicon(kind, **cells.told(row, column), **fields)
