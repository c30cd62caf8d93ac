"""One table of a workbook: its columns, rows and notes, and the words that all of them need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kpu_corpus.labels import label
from kpu_corpus.reporting.belonging import file_name, grouping_values, heading
from kpu_corpus.reporting.content import Report
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.grid import SHORT, heads_of
from kpu_corpus.reporting.wording import Wording

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, the kind of its values, its width in characters, and its note.

    Kinds: ``text``, ``whole``, ``share`` (0 to 1), ``decimal``, ``q`` (a probability), ``date``.
    """

    title: str
    kind: str = "text"
    width: int = 14
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: the name of its sheet, its caption for print, its columns and rows."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Maker:
    """Makes the sheets of one report; keeps what all of them need."""

    def __init__(self, figures: Figures, report: Report) -> None:
        self.figures, self.report = figures, report
        self.wording = Wording(report.lang)
        self.names = figures.names(report.lang)
        heads = heads_of(figures, self.wording, longest=SHORT)
        self.groups = {group: head.name for group, head in heads.items()}
        self.corner = report.keywords_corner
        self.grouped = grouping_values(figures, self.wording)

    def told(self, name: str) -> str:
        return label(f"sheet.{name}", self.report.lang)

    def belonging(self, side: str = "") -> tuple[Column, ...]:
        """Return the columns to filter essays by: their groups and the file.

        ``side`` is put behind the headings where a row has two essays.
        """
        groups = [Column(heading(name, self.wording) + side, width=24) for name in self.grouped]
        return (*groups, Column(self.wording.say("col_source") + side, width=18))

    def belongs(self, essay: str) -> Row:
        """Return what :meth:`belonging` has of an essay."""
        groups = [of[essay] for of in self.grouped.values()]
        return (*groups, file_name(self.figures, essay))

    def sheet(
        self, name: str, caption: str, columns: Iterable[Column], rows: Iterable[Row]
    ) -> Sheet:
        return Sheet(self.told(name), caption, tuple(columns), tuple(rows))
