"""A lexicon as an editable file: a spreadsheet, or TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kpu_corpus.analysis.lexicon import Lexicon, Pattern, load_lexicon
from kpu_corpus.analysis.lexicon.parts import STATED
from kpu_corpus.analysis.lexicon.sheet import COLUMNS, lexicon_of, rows_of
from kpu_corpus.errors import InvalidArgument, InvalidLexicon
from kpu_corpus.ground import pandas_later as pd
from kpu_corpus.ground.checks import language
from kpu_corpus.ground.writing import ending, write_whole, write_whole_bytes
from kpu_corpus.labels import Language, label
from kpu_corpus.reading.cells import read_cells
from kpu_corpus.reporting.files.tables import write_table
from kpu_corpus.reporting.workbooks.sheet import Column, Sheet
from kpu_corpus.reporting.workbooks.workbook import LONGEST_CELL
from kpu_corpus.reporting.workbooks.xlsx import write_sheets

WIDTHS = {"theme": 18, "match": 50, "near": 8, "against": 10, "label": 18, "label_en": 18}
WIDE = 30  # characters of the other columns
PRINTED = COLUMNS.index("counter") + 1  # columns on paper
LINES = 2  # of a row: some patterns list hundreds of words, which the bar above the sheet shows
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_DELETE = "\x7f"  # which TOML, unlike JSON, wants escaped


def save_lexicon(
    lexicon: str | Path | Lexicon | pd.DataFrame | None,
    path: str | Path,
    *,
    lang: Language | str = "id",
) -> Path:
    """Write a lexicon to an editable file and return its path.

    :func:`kpu_corpus.load_lexicon` and every ``lexicon=`` accept it; unchanged, it finds the same
    hits. A spreadsheet has one pattern per row and, after all themes, one set of words per row
    (``@name``).

    Parameters
    ----------
    lexicon
        None for the shipped ten themes, a shipped name, or a file or table of your own.
    path
        Ends in .xlsx, .csv or .toml.
    lang
        ``"id"`` or ``"en"``: the language of the notes on the headings of a workbook.

    Raises
    ------
    InvalidArgument
        Another suffix or language, or the lexicon has content that a spreadsheet cannot hold.
    InvalidLexicon
        The lexicon breaks its format.
    SourceNotFound
        There is no such lexicon.
    KpuCorpusError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile, kpu_corpus as kc
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = kc.save_lexicon("pemilu", f"{folder}/asas.csv")
    ...     kc.load_lexicon(path).content == kc.load_lexicon("pemilu").content
    True
    """
    target = ending(path, ".xlsx", ".csv", ".toml")
    language(lang)
    made = load_lexicon(lexicon)
    if target.suffix.lower() == ".toml":
        return write_whole_bytes(target, toml_of(made))
    table = _table(made, lang)
    if target.suffix.lower() == ".csv":
        return write_table(table.fillna(""), target)
    rows = tuple(table.itertuples(index=False, name=None))
    name = label("lexicon.sheet", lang)
    columns = tuple(_column(title, lang) for title in COLUMNS)
    sheet = Sheet(name, made.name, columns, rows, PRINTED, LINES)
    return write_whole(target, lambda file: write_sheets([sheet], file, name, lang))


def toml_of(lexicon: Lexicon) -> bytes:
    """Return a lexicon as a TOML file."""
    return "\n".join(_toml(lexicon)).encode()


def _table(lexicon: Lexicon, lang: str) -> pd.DataFrame:
    """Return the lexicon as a table of cells; refused if it would not be read back unchanged."""
    rows = list(rows_of(lexicon, yes=label("lexicon.yes", lang)))
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    longest = max(len(value) for row in rows for value in row if isinstance(value, str))
    try:
        back = lexicon_of(read_cells(table)[0])
    except InvalidLexicon as error:
        raise InvalidArgument("lexicon_flat", name=lexicon.name) from error
    if back.content != lexicon.content or longest > LONGEST_CELL:
        raise InvalidArgument("lexicon_flat", name=lexicon.name)
    return table


def _column(name: str, lang: str) -> Column:
    kind = "whole" if name == "near" else "entry"
    return Column(name, kind, WIDTHS.get(name, WIDE), label(f"lexicon.{name}", lang))


def _toml(lexicon: Lexicon) -> Iterator[str]:
    """Yield the lines of a TOML file, with one table per pattern so that more can be appended."""
    yield "format = 1"
    if lexicon.sets:
        yield "\n[sets]"
        for name, members in lexicon.sets.items():
            yield f"{_key(name)} = {_value(members)}"
    for theme in lexicon.themes:
        table = f"themes.{_key(theme.key)}"
        yield f"\n[{table}]"
        yield f"label = {_value(theme.label)}"
        yield f"definition = {_value(theme.definition)}"
        counts = theme.counts if theme.counts != STATED else ""
        yield from _pairs({"source": theme.source, "parent": theme.parents, "counts": counts})
        for pattern in theme.patterns:
            yield f"\n[[{table}.patterns]]"
            yield from _pairs(_fields(pattern))
    yield ""


def _fields(pattern: Pattern) -> dict[str, Any]:
    return {
        "match": pattern.match,
        "with": pattern.context,
        "without": pattern.without,
        "near": pattern.near,
        "against": pattern.against,
        "example": pattern.example,
        "counter": pattern.counter,
    }


def _pairs(values: Mapping[str, Any]) -> Iterable[str]:
    return (f"{name} = {_value(value)}" for name, value in values.items() if value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items())
        return f"{{ {pairs} }}"
    return json.dumps(value, ensure_ascii=False).replace(_DELETE, "\\u007f")
