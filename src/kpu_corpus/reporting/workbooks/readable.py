"""A table of the library as a readable sheet: headings and values in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from kpu_corpus.analysis.reuse.overlap import same_wording
from kpu_corpus.columns.grouping import group_columns, is_no_value
from kpu_corpus.ground.checks import is_flag
from kpu_corpus.ground.frames import is_missing
from kpu_corpus.labels import is_label, label
from kpu_corpus.reporting.belonging import heading
from kpu_corpus.reporting.naming import sides
from kpu_corpus.reporting.wording import FLAGS, Wording
from kpu_corpus.reporting.workbooks.sheet import Column, Sheet, room
from kpu_corpus.reporting.workbooks.xlsx import TEXTS

if TYPE_CHECKING:
    import pandas as pd

SHARES = frozenset(
    [
        *("share", "share_a", "share_b", "change_a", "change_b", "difference"),
        *("similarity", "overlap", "unexplained", "contained"),
    ]
)
LIMITS = frozenset({"low", "high"})  # of a share where the table has one, else of a number
CHANCES = frozenset({"p", "q"})
# What other programs need is put last; the words that a pattern found say more than it does.
LAST = ("rule", "start", "end", "start_a", "end_a", "start_b", "end_b")
# What the labels of the values of a column begin with; of other columns with "value.COLUMN_".
VALUES = {"status": "sheet.", "reason": "report.reason_", "third": "third."}
THEMES = frozenset({"theme", "theme_a", "theme_b"})
ONE_LINE = frozenset({"pattern"})  # long, and of use to few
# Commands whose rows have two essays or groups.
PAIRS = frozenset({"similarity", "passages", "duplicates"})
SENTENCES = frozenset({"text", "left", "right"})  # of a table of places, which is wide
# What an essay is known by, and the words that count: they leave the width to the sentences.
NARROW = frozenset({"essay", "title", "author", "unit", "surface"})
NARROWEST, BESIDE, NARROWER, WIDEST = 10, 20, 36, 60  # characters; BESIDE a sentence on paper


def readable(
    table: pd.DataFrame, kind: str, lang: str = "id", names: Mapping[str, str] | None = None
) -> Sheet:
    """Return a table as a sheet whose titles and values are in a language; numbers stay numbers.

    ``kind`` is the command that the table is of, by which its sheet is named. ``names`` are those
    of the themes.

    >>> import pandas as pd
    >>> made = readable(pd.DataFrame({"theme": ["sinergi"], "enough": [True]}), "themes")
    >>> made.name, [column.title for column in made.columns], made.rows
    ('Tema', ['Tema', 'Cukup teks'], (('sinergi', 'ya'),))
    """
    table = _told_same(table) if kind == "passages" else table
    wording = Wording(lang)
    shown = partial(_shown, wording=wording, names=names or {})
    title = partial(_title, kind=kind, lang=lang, sides=sides(table, wording))
    order, printed = arranged([str(column) for column in table.columns])
    most = _most(order, order[printed:] if printed else [])
    values = [[shown(value, name) for value in table[name]] for name in order]
    groups = group_columns(table)
    columns = [
        Column(
            title(name),
            made,
            _width(title(name), made, told, most[name]),
            "" if name in groups else _note(name, kind, lang, bool(printed)),
        )
        for name, told in zip(order, values, strict=True)
        for made in [_kind(table, name, own=not any(map(is_label, _keys(name, kind))))]
    ]
    name = _said(lang, f"table.sheet_{kind}", f"sheet.{kind}") or kind
    return Sheet(name, name, tuple(columns), tuple(zip(*values, strict=True)), printed)


def arranged(names: list[str]) -> tuple[list[str], int]:
    """Return the columns of a table with what is not for people last, and how many are before it.

    Paper and terminals have no room for it. 0 if there is no such column.

    >>> arranged(["essay", "start", "end", "text"])
    (['essay', 'text', 'start', 'end'], 2)
    """
    last = _last(names)
    order = [name for name in names if name not in last] + last
    return order, len(order) - len(last) if last else 0


def yes_and_no(table: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Return a table with boolean groups in words."""
    wording = Wording(lang)
    groups = {
        name: [wording.group_value(v, name) if v in FLAGS else v for v in table[name]]
        for name in group_columns(table)
    }
    return table.assign(**groups)


def _told_same(table: pd.DataFrame) -> pd.DataFrame:
    """Call the passages of one wording the same, as reports do, rather than nearly so."""
    rows = zip(table["kind"], table["text"], table["text_b"], strict=True)
    return table.assign(kind=["same" if same_wording(a, b) else kind for kind, a, b in rows])


def _last(names: list[str]) -> list[str]:
    last = [name for name in LAST if name in names]
    last = ["pattern", *last] if "pattern" in names and "surface" in names else last
    titles = [name for name in names if _plain(name) == "title"] if _quotes(names, last) else []
    return titles + last


def _quotes(names: list[str], last: list[str]) -> bool:
    """Tell whether a table is one of places, with their sentences."""
    return bool(last) and not SENTENCES.isdisjoint(map(_plain, names))


def _plain(name: str) -> str:
    """Return the name of a column without its side."""
    return name.removesuffix("_a").removesuffix("_b")


def _most(names: list[str], last: list[str]) -> dict[str, int]:
    """Return how wide each column may be: what stands beside a sentence on paper leaves it room."""
    most = {name: NARROWER if _plain(name) in NARROW else WIDEST for name in names}
    if _quotes(names, last):
        beside = [name for name in names if name not in last and _plain(name) not in SENTENCES]
        most |= dict.fromkeys(beside, BESIDE)
    if "end_b" in last:  # two essays share the paper
        most = {name: width * 2 // 3 for name, width in most.items()}
    return most


def _title(name: str, kind: str, lang: str, sides: Mapping[str, str]) -> str:
    found = _said(lang, *_keys(name, kind), **sides)
    if not found and kind in PAIRS and name.endswith(("_a", "_b")):  # a column of the essays
        return f"{_title(name[:-2], kind, lang, sides)} ({label(f'sheet.side{name[-2:]}', lang)})"
    return found or heading({}, name, Wording(lang))


def _note(name: str, kind: str, lang: str, places: bool) -> str:
    """Return what a heading says when people point at it: its meaning and its name in a .csv file.

    Tables of essays and of ``places`` in them may have columns of people's own beside the essay,
    such as a score, so there only what is said of this table holds.
    """
    own = places or kind == "segment"
    found = _said(lang, f"note.{kind}_{name}", *([] if own else [f"note.{name}"]))
    return f"{found}\n{label('note.column', lang, column=name)}" if found else ""


def _keys(name: str, kind: str) -> tuple[str, ...]:
    """Return the labels that may head a column; people's own columns have none of them."""
    return f"table.{kind}_{name}", f"table.{name}", f"sheet.{name}"


def _said(lang: str, *keys: str, **fields: str) -> str:
    return next((label(key, lang, **fields) for key in keys if is_label(key)), "")


def _kind(table: pd.DataFrame, name: str, *, own: bool) -> str:
    if name in CHANCES:
        return "q"
    if name in ONE_LINE:
        return "code"
    shares = SHARES | LIMITS if not SHARES.isdisjoint(table.columns) else SHARES
    made = str(table[name].dtype)
    if made.startswith("float"):
        return "share" if name in shares else "decimal"
    if not made.startswith(("int", "uint")):
        return "text"
    return "number" if own else "whole"  # a year has no mark of thousands


def _width(title: str, kind: str, values: Iterable[Any], most: int) -> int:
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    wanted = max(longest + 4 if kind in TEXTS else 0, room(title))
    return min(max(wanted, NARROWEST), most)


def _shown(value: Any, column: str, wording: Wording, names: Mapping[str, str]) -> Any:
    if is_flag(value):
        return label("sheet.yes" if value else "sheet.no", wording.lang)
    if is_missing(value) or value == "":
        return None  # an empty cell, which filters call blank
    if not isinstance(value, str):
        return value
    if is_no_value(value):
        return wording.group(value)
    own = VALUES.get(column, f"value.{column}_") + value.replace(" ", "_")
    return _said(wording.lang, own) or (names.get(value, value) if column in THEMES else value)
