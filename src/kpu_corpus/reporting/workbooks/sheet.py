"""One table of a workbook: its columns, rows, notes and common wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import file_name, grouping_values, heading, title_of
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.grid import TITLE, heads_of
from kpu_corpus.reporting.wording import NAME, Wording, clipped

Row = tuple[Any, ...]
WIDEST = 44  # characters of the column of ids
NUMBER = re.compile(r"(0|-?[1-9]\d{0,14})(\.\d+)?")  # no 007, which is a name


class Heading(str):
    """A value that heads the rows below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the kind of its values, its width in characters, and its note.

    Kinds: ``text``, ``code`` (text in one line), ``entry`` (text that people change), ``whole``,
    ``number`` (a whole one that may be a year), ``share`` (0 to 1), ``decimal``, ``q`` (a
    probability), ``date``.
    """

    title: str
    kind: str = "text"
    width: int = 14
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: the name of its sheet, its caption for print, its columns and rows.

    ``printed`` is how many of the columns go on paper, where the others would make them too small
    to read; 0 for all. ``lines`` is how many lines of a row are shown at most, where cells hold far
    more than people want to see at once; 0 for all.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    printed: int = 0
    lines: int = 0


class Maker:
    """Makes the sheets of one report; keeps what all of them need."""

    def __init__(self, figures: Figures, report: Report) -> None:
        self.figures, self.report = figures, report
        self.wording = Wording(report.lang, figures.apart)
        self.names = figures.names(report.lang)
        heads = heads_of(figures, self.wording, longest=0)
        lost = self.wording.say("no_value")
        by = figures.column  # its own values need not say whose they are
        named = {
            name: self.wording.group_value(name, by) if by else head.name
            for name, head in heads.items()
        }
        self.groups = as_numbers(named, lost)
        self.ids = as_numbers({name: name for name in figures.numbers}, lost)
        groups = grouping_values(figures, self.wording)
        # a row is as high as its sentence, not as the id or the file of its essay
        self._width = min(max([18, *(len(name) + 2 for name in self.ids)]), WIDEST)
        self._authors = any(item.author for item in figures.tokens.corpus.items)
        self.grouped = {name: as_numbers(of, lost) for name, of in groups.items()}

    def told(self, name: str) -> str:
        return label(f"sheet.{name}", self.report.lang)

    def essay(self) -> tuple[Column, ...]:
        """Return the columns that say which essay a row is of, the same in every sheet."""
        essay = Column(self.told("essay"), width=self._width, note=self.told("note_essay"))
        title = Column(self.wording.say("col_title"), width=40)
        return essay, title, *([self._column("author")] if self._authors else [])

    def essay_of(self, name: str) -> Row:
        """Return what :meth:`essay` has of an essay: id, title, and author if any has one."""
        item = self.figures.item(name)
        author = [clipped(item.author or "", NAME) or None] if self._authors else []
        return self.ids[name], title_of(item, self.wording, TITLE), *author

    def group(self) -> tuple[Column, ...]:
        """Return the columns that say which group a row is of: the essay where it is one."""
        if self.figures.by == "essay":
            return self.essay()
        return (Column(self.report.keywords_corner, width=34),)

    def group_of(self, name: str) -> Row:
        """Return what :meth:`group` has of a group."""
        return self.essay_of(name) if self.figures.by == "essay" else (self.groups[name],)

    def belonging(self, side: str = "") -> tuple[Column, ...]:
        """Return the columns to filter essays by: their groups and the file.

        The author stands beside the title. ``side`` is put behind the headings where a row has two
        essays.
        """
        groups = [self._column(name, side) for name in self.grouped if name != "author"]
        return (*groups, Column(self.wording.say("col_source") + side, width=self._width))

    def belongs(self, essay: str) -> Row:
        """Return what :meth:`belonging` has of an essay."""
        groups = [of[essay] for name, of in self.grouped.items() if name != "author"]
        return (*groups, file_name(self.figures, essay))

    def _column(self, name: str, side: str = "") -> Column:
        title = heading(self.figures.tokens.corpus.headings, name, self.wording)
        return Column(title + side, width=24)

    def sheet(
        self,
        name: str,
        caption: str,
        columns: Iterable[Column],
        rows: Iterable[Row],
        printed: int = 0,
    ) -> Sheet:
        return Sheet(self.told(name), caption, tuple(columns), tuple(rows), printed)


def room(title: str) -> int:
    """Return the width of a column so that no word of its title is broken.

    The indent and the button of the filter take some of it.
    """
    return max(map(len, title.split()), default=0) + 4


def as_numbers(values: Mapping[str, str], lost: str) -> dict[str, Any]:
    """Return values as numbers where all of them are, apart from ``lost``, the missing one.

    >>> as_numbers({"a": "10", "b": "2", "c": "–"}, lost="–")
    {'a': 10, 'b': 2, 'c': '–'}
    """
    if not all(NUMBER.fullmatch(value) for value in values.values() if value != lost):
        return dict(values)
    return {
        key: value if value == lost else float(value) if "." in value else int(value)
        for key, value in values.items()
    }
