"""One table of a workbook: its columns, rows and notes, and the words that all of them need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kpu_corpus.labels import label
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
        heads = heads_of(figures, self.wording, titled=SHORT)
        self.groups = {group: head.name for group, head in heads.items()}
        self.corner = report.keywords_corner

    def told(self, name: str) -> str:
        return label(f"sheet.{name}", self.report.lang)

    def sheet(
        self, name: str, caption: str, columns: Iterable[Column], rows: Iterable[Row]
    ) -> Sheet:
        return Sheet(self.told(name), caption, tuple(columns), tuple(rows))
