"""A report as a Word document: real headings, captions, links, repeated table headers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from kpu_corpus.ground.writing import MADE, MAKER
from kpu_corpus.labels import label
from kpu_corpus.reporting.content import Report, on_pages
from kpu_corpus.reporting.figures import Figures
from kpu_corpus.reporting.sections.evidence import ThemeEvidence
from kpu_corpus.reporting.sections.fulltext import Essay, Unit
from kpu_corpus.reporting.sections.grid import SHADES, Cell, Head
from kpu_corpus.reporting.word.found import write_found
from kpu_corpus.reporting.word.pages import Pages, bookmark_name, text_cell
from kpu_corpus.reporting.word.parts import (
    Element,
    TableCell,
    clean,
    element,
    link,
    paragraph,
    run,
    runs,
    save,
)
from kpu_corpus.reporting.word.styles import LOCALES, blank

BESIDE = 10  # columns of the heatmap that fit beside each other; more go below
WEIGHTS = {"author": 2.2, "unit": 2.1, "date": 2.1, "words": 1.1, "sentences": 1.6}
TITLE = (2.2, 4.4)  # weight of the titles of essays, at least and at most
WHOLE = 17.5  # of a table in which the words still stand in one piece
SMALLER = 1.2  # times as much fits in small print, where the words of titles would break otherwise
WIDEST = 2.7  # weight of a column of a person's own, at most
CAPS = {"essay": 3.4, "title": TITLE[1]}  # the same of ids and titles


def write_document(figures: Figures, report: Report, name: str) -> None:
    """Write a report as a .docx file; the same report gives the same bytes."""
    document = blank(report.lang)
    _describe(document, report)
    _Document(document, figures, on_pages(report)).write()
    save(document, name)


class _Document(Pages):
    """Writes the parts in their order."""

    def write(self) -> None:
        self.put("Title", self.t["title"])
        self.put("Subtitle", self.report.subtitle)
        if self.report.dates:
            self.put("Subtitle", self.report.dates)
        self.answer()
        contents = self.add(paragraph("Normal"))
        for part in (self.heat, self.themes, self.evidence, self.keywords):
            part()
        write_found(self)
        for part in (self.reading, self.method, self.texts, self.record):
            part()
        for item in self.contents():
            contents.addprevious(item)
        contents.getparent().remove(contents)

    def answer(self) -> None:
        self.heading(1, self.t["answer"])
        first, *rest = self.report.answer.said
        self.put("Lead", first)
        self.put_each("Normal", rest)
        if self.report.answer.mind:
            self.heading(2, self.t["mind"])
            self.put_each("List Bullet", self.report.answer.mind)

    def heat(self) -> None:
        grid = self.report.grid
        if grid is None:
            return
        self.heading(1, grid.heading)
        self.put("Normal", *grid.how)
        for caption, columns, lines in grid.parts(BESIDE):
            head = [text_cell(grid.corner), *(_head(one, grid.narrow) for one in columns)]
            rows = [
                [_head(one, upright=False, row=True), *map(_shaded, cells)] for one, cells in lines
            ]
            weights = [3.4 if grid.narrow else 1.8, *(1.0 for _ in columns)]
            self.grid(head, rows, weights, caption)
        if grid.legend:
            swatches = [_swatch(f" {text} ", shade) for shade, text in grid.legend]
            spaced = [part for swatch in swatches for part in (run(" "), swatch)]
            self.add(paragraph("Note", run(f"{self.t['legend']}:"), *spaced))
        self.put_each("Note", grid.key)

    def themes(self) -> None:
        self.heading(1, self.t["themes"])
        self.put("Normal", *self.report.themes_how)
        names = ["theme", "col_sentences", "col_share", "col_interval", "col_essays"]
        names += ["col_asserted", "col_aspired", "col_uncounted"]
        counts = attrgetter(
            *("sentences", "share", "interval", "essays", "asserted", "aspired", "uncounted")
        )
        rows = [
            [
                TableCell(((link(bookmark_name(row.anchor), run(row.name, "Hyperlink")),),)),
                *(text_cell(text, "right") for text in counts(row)),
            ]
            for row in self.report.themes
        ]
        head = [text_cell(self.t[name], "right" if at else "left") for at, name in enumerate(names)]
        weights = (1.7, 1.35, 1.15, 1.2, 1.0, 1.2, 1.1, 1.0)
        self.grid(head, rows, weights, self.t["themes_caption"])
        if self.figures.enough:
            self.picture()

    def picture(self) -> None:
        """Add the chart of the themes with the text that tells what it shows."""
        from docx.shared import Mm

        from kpu_corpus.reporting import charts

        lang = self.report.lang
        chart = charts.themes(self.figures.overall, names=self.figures.names(lang), lang=lang)
        holder = self.document.add_paragraph()
        shape = holder.add_run().add_picture(io.BytesIO(charts.png(chart)), width=Mm(150))
        holder.paragraph_format.keep_with_next = True
        properties = shape._inline.docPr
        properties.set("descr", clean(chart.alt))
        properties.set("name", label("document.figure", lang))
        self.caption("figure", label("document.themes_figure", lang))

    def evidence(self) -> None:
        self.heading(1, self.t["evidence"])
        self.put("Normal", self.report.evidence_how)
        self.keep()
        for theme in self.report.evidence:
            self.theme(theme)

    def theme(self, theme: ThemeEvidence) -> None:
        self.heading(2, theme.name, anchor=bookmark_name(theme.anchor))
        style = "Definition" if theme.quotes else "Note"
        self.put(style, theme.total)
        if theme.definition:
            self.put(style, theme.definition, theme.source)
        for quote in theme.quotes:
            self.add(paragraph("Quote", *runs(quote.pieces)))
            self.add(paragraph("Place", *self.placed(quote)))
        self.left(theme)

    def left(self, theme: ThemeEvidence) -> None:
        """Add the mentions that do not count, a line each: on paper nothing opens with a click."""
        if theme.left:
            self.put("Definition", theme.left_title)
        for quote in theme.left:
            self.add(paragraph("Uncounted", *runs(quote.pieces), run(" "), *self.placed(quote)))
        if theme.left_rest:
            self.put("Note", theme.left_rest)

    def keywords(self) -> None:
        self.heading(1, self.t["keywords"])
        self.put("Normal", *self.report.keywords_how)
        rows = [[head.name, ", ".join(terms)] for head, terms in self.report.keywords]
        head = (self.report.keywords_corner, self.t["col_keywords"])
        self.grid(head, rows, (1.0, 1.6), self.t["keywords_caption"])

    def reading(self) -> None:
        said = self.report.reading
        self.heading(1, self.t["read"])
        each = {
            name: WEIGHTS.get(name) or _weight(values, CAPS.get(name, WIDEST))
            for name, *values in zip(said.fields, said.columns, *said.rows, strict=True)
        }
        least, most = TITLE  # the only column that can give way
        title = each.get("title", 0)
        style, room = "Table", WHOLE - sum(each.values()) + title
        if room < title:
            style, room = "TableSmall", room + (SMALLER - 1) * WHOLE
        if title:
            each["title"] = min(max(least, room), most)
        sides = ["right" if number else "left" for number in said.numeric]
        rows = [
            [text_cell(value, side, style) for value, side in zip(row, sides, strict=True)]
            for row in said.rows
        ]
        look = "" if style == "Table" else "Strong"  # that style has one of its own for heads
        columns = [
            text_cell(value, side, style, look)
            for value, side in zip(said.columns, sides, strict=True)
        ]
        self.grid(columns, rows, [*each.values()], self.t["read_caption"])
        self.put_each("Normal", (*said.notes, said.outside))
        self.put_each("List Bullet", said.outside_texts)
        if said.skipped:
            head = (self.t["col_source"], self.t["col_reason"])
            self.grid(head, said.skipped, (1.0, 1.4), self.t["skipped_caption"])
        self.put_each("Normal", said.skipped_how)

    def method(self) -> None:
        self.heading(1, self.t["method"])
        self.put_each("Normal", self.report.method)
        self.heading(2, self.t["limits"])
        self.put_each("List Bullet", self.report.limits)

    def texts(self) -> None:
        self.heading(1, self.t["texts"])
        self.put("Normal", *self.report.texts_how)
        self.keep()
        for essay in self.report.texts:
            self.essay(essay)

    def essay(self, essay: Essay) -> None:
        anchor = essay.anchor if essay.anchor in self.cited else ""
        self.heading(2, f"{essay.name}: {essay.title}", anchor=anchor)
        if essay.author:
            made = self.add(paragraph("Note", run(essay.author)))
            made.pPr.get_or_add_keepNext()
        for units in essay.paragraphs:
            content: list[Element] = []
            for unit in units:
                made = _named(unit)
                cited_here = unit.anchor in self.cited
                content += self.marked(bookmark_name(unit.anchor), *made) if cited_here else made
                content.append(run(" "))
            style = "EssayHeading" if units[0].heading else "EssayText"
            self.add(paragraph(style, *content[:-1]))

    def record(self) -> None:
        self.heading(1, self.t["manifest"])
        self.put("Normal", *self.report.record_how)
        head = (self.t["col_name"], self.t["col_value"])
        for made in self.report.record:
            self.grid(head, made.rows, (1.0, 2.2), made.title)
        self.put("Note", self.t["footer"])


def _named(unit: Unit) -> tuple[Element, ...]:
    """Make the runs of a sentence, with the names of its themes behind it."""
    names = ", ".join(unit.mentioned)
    behind = (run(f" {names}", "HitTheme"),) if names else ()
    return (*runs(unit.pieces), *behind)


def _weight(texts: Sequence[str], most: float) -> float:
    """Return the weight of a column by its longest word, which stays in one piece.

    >>> _weight(["Integritas ASN"], 5), _weight(["INTEGRITAS ASN"], 5)  # capitals are wider
    (2.0, 2.5)
    """
    words = (word for text in texts for word in text.split())
    longest = max((len(word) * (1.25 if word.isupper() else 1) for word in words), default=0)
    return min(max(1.1, 0.2 * longest), most)


def _head(head: Head, upright: bool, row: bool = False) -> TableCell:
    more = tuple((run(text),) for text in (head.detail, head.note) if text)
    align = "left" if row or upright else "center"
    return TableCell(
        ((run(head.name, "Strong"),), *more), align=align, upright=upright, style="TableSmall"
    )


def _shaded(cell: Cell) -> TableCell:
    ground, ink = SHADES[cell.shade] if cell.enough else ("FFFFFF", "1C1F23")
    lines = [(_coloured(cell.shown, ink, "Strong"),)]
    lines += [(_coloured(cell.detail, ink),)] if cell.detail else []
    hatched = not cell.enough
    return TableCell(tuple(lines), ground, hatched, align="center", style="TableSmall")


def _coloured(text: str, ink: str, style: str = "") -> Element:
    made = run(text, style)
    made.get_or_add_rPr().append(element("color", val=ink))
    return made


def _swatch(text: str, shade: int) -> Element:
    ground, ink = SHADES[shade]
    made = _coloured(text, ink)
    made.rPr.append(element("shd", val="clear", color="auto", fill=ground))
    return made


def _describe(document: Any, report: Report) -> None:
    known = document.core_properties
    known.title = label("report.title", report.lang)
    known.subject = clean(report.subtitle)[:255]
    known.author = known.last_modified_by = MAKER
    known.language = LOCALES[report.lang]
    known.comments = known.keywords = known.category = ""
    known.created = known.modified = MADE
